"""What an ``.xlsx`` sheet says of its cells besides their values: errors, values not stored, hidden, struck.

The parser of values leaves all that out; a sheet that shows a sign of any is gone through a second time.

Source: ECMA-376 part 1, sections 18.3.1.4 (c), 18.3.1.13 (col), 18.3.1.73 (row) and 18.4 (shared strings).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element

from desktop.sheets.files.markup import each, is_on, local_name, number, parse
from desktop.sheets.files.xlsx.cell_formats import CellFormat, is_struck
from desktop.sheets.files.xlsx.extent import place_of
from desktop.vietnamese.legacy_encodings import LegacyFace

_Place: TypeAlias = tuple[int, int]

# An error, a row or column not shown, the end of a formula.
_SIGNS = (b'="e"', b"hidden=", b"f>")
_STRIKE = b"strike"
_WIDEST = 16_384
# Looking for so many one by one takes longer than going through the sheet.
_MANY_FORMATS = 16
_NO_FORMAT = CellFormat()


@dataclass(slots=True)
class Marks:
    """The marks of one sheet, by row and column counted from 1.

    Attributes:
        errors: the error that stands in a cell in place of a value.
        no_value: the cells with a formula and no stored value.
        hidden_rows: the rows that aren't shown.
        hidden_columns: the columns that aren't shown.
        struck: the cells with text that is struck through.
        faces: the cells in a face of a legacy encoding.
        short_dates: the formats of cells that show less than a day of a date.
    """

    errors: dict[_Place, str] = field(default_factory=dict)
    no_value: set[_Place] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    struck: set[_Place] = field(default_factory=set)
    faces: dict[_Place, LegacyFace] = field(default_factory=dict)
    short_dates: dict[_Place, str] = field(default_factory=dict)


def shows_marks(part: bytes, formats: Collection[int], *, plain: bool) -> bool:
    """Tell cheaply whether a sheet may hold any mark, texts that cells share apart.

    Args:
        part: the sheet's XML.
        formats: the numbers of the formats that say anything of a cell.
        plain: ``is_plain_sheet`` says so of it.
    """
    if not plain and any(sign in part for sign in _SIGNS):
        return True
    if b"inlineStr" in part and _STRIKE in part:
        return True
    if len(formats) > _MANY_FORMATS or b"'" in part:
        return bool(formats) or b"'e'" in part
    return any(b's="%d"' % index in part for index in formats)


def struck_texts(shared_strings: bytes) -> frozenset[int]:
    """Return the numbers of the shared texts that are struck through, wholly or in part.

    Raises:
        ExpatError, ValueError: the part is no proper XML.
    """
    if b"strike" not in shared_strings:
        return frozenset()
    found: list[bool] = []
    each(shared_strings, ("si",), lambda text: found.append(any(map(_is_struck_run, text.iterfind("r")))))
    return frozenset(index for index, struck in enumerate(found) if struck)


def _is_struck_run(run: Element) -> bool:
    properties = run.find("rPr")
    return properties is not None and is_struck(properties) and bool("".join(run.itertext()).strip())


def marks_of(
    part: bytes, formats: Mapping[int, CellFormat], struck: frozenset[int], *, calculated: bool
) -> Marks:
    """Go through a sheet for its marks.

    Args:
        part: the sheet's XML.
        formats: the formats that say anything of a cell, by number.
        struck: the numbers of the shared texts that are struck through.
        calculated: who wrote the workbook knew the values of its formulas; else a nought stands for any.

    Raises:
        ExpatError, ValueError: the part is no proper XML.
    """
    reader = _Reader(formats, struck, "" if calculated else "0")
    parse(part, reader.start, reader.end, reader.text)
    return reader.marks


class _Reader:
    """A sheet while it is parsed."""

    def __init__(self, formats: Mapping[int, CellFormat], struck: frozenset[int], unknown: str) -> None:
        self.marks = Marks()
        self._formats = formats
        self._struck = struck
        self._unknown = unknown
        self._row = self._column = 0
        self._kind = ""
        self._format = _NO_FORMAT
        self._formula = self._in_value = False
        self._value: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match local_name(tag):
            case "c":
                row, column = place_of(attributes)
                self._row, self._column = row or self._row, column or self._column + 1
                self._kind = attributes.get("t", "")
                self._format = self._formats.get(number(attributes.get("s")), _NO_FORMAT)
                self._formula, self._value = False, []
            case "v" | "t":
                self._in_value = True
            case "f":
                self._formula = True
            case "strike" if is_on(attributes.get("val", "1")):
                self.marks.struck.add((self._row, self._column))
            case "row":
                self._row, self._column = place_of(attributes)[0] or self._row + 1, 0
                if is_on(attributes.get("hidden")):
                    self.marks.hidden_rows.add(self._row)
            case "col" if is_on(attributes.get("hidden")):
                last = min(number(attributes.get("max")), _WIDEST)
                self.marks.hidden_columns.update(range(number(attributes.get("min"), 1), last + 1))

    def text(self, text: str) -> None:
        if self._in_value:
            self._value.append(text)

    def end(self, tag: str) -> None:
        match local_name(tag):
            case "v" | "t":
                self._in_value = False
            case "c":
                self._take()

    def _take(self) -> None:
        place, value = (self._row, self._column), "".join(self._value)
        if self._kind == "e":
            self.marks.errors[place] = value or "#N/A"
        elif self._formula and value in ("", self._unknown) and self._kind != "str":
            self.marks.no_value.add(place)
        if self._format is not _NO_FORMAT and value:
            if self._format.face is not None and self._kind in ("s", "str", "inlineStr"):
                self.marks.faces[place] = self._format.face
            if self._format.short_date:
                self.marks.short_dates[place] = self._format.short_date
            if self._format.struck:
                self.marks.struck.add(place)
        if self._kind == "s" and self._struck and number(value, -1) in self._struck:
            self.marks.struck.add(place)
