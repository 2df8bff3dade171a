"""``.ods`` workbooks: values, merged ranges, faces and the formats of dates in one pass.

Source: OpenDocument 1.3 part 3, sections 9 (tables), 16 (styles) and 19.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from desktop.errors import SheetRefused
from desktop.sheets.files.archive import DAMAGE, open_archive, unpacked
from desktop.sheets.files.cells import LARGEST_AREA, LONGEST_LIST, Merge, Sheet, Value
from desktop.sheets.files.open_document_styles import Styles
from desktop.vietnamese.legacy_encodings import LegacyFace

if TYPE_CHECKING:
    from collections.abc import Iterator

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SPACES = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
_NOT_SHOWN = (f"{_OFFICE}annotation", f"{_TEXT}ruby-text")
_HIDDEN_FILES = b"manifest:encryption-data"
_MOST_SPACES = 1000


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.password``, ``sheet.damaged``, ``sheet.unpacks_too_large``,
            ``sheet.too_long`` or ``sheet.too_wide``.
    """
    try:
        with open_archive(content, name) as archive:
            for _ in unpacked(archive, name):
                pass
            manifest = archive.read("META-INF/manifest.xml") if _has_manifest(archive) else b""
            if _HIDDEN_FILES in manifest:
                raise SheetRefused("sheet.password", where=name)
            document = archive.read("content.xml")
            # A workbook has no such declaration, and entities are what makes XML dangerous.
            if b"<!DOCTYPE" in document or b"<!ENTITY" in document:
                raise SheetRefused("sheet.damaged", where=name)
            common = archive.read("styles.xml") if "styles.xml" in archive.namelist() else b""
        return tuple(_tables(document, common, name))
    except (ET.ParseError, AttributeError, OverflowError, *DAMAGE) as error:
        raise SheetRefused("sheet.damaged", where=name) from error


def _has_manifest(archive: zipfile.ZipFile) -> bool:
    return "META-INF/manifest.xml" in archive.namelist()


@dataclass(slots=True)
class _Table:
    """A sheet while its cells come in; only rows up to the last filled one are laid out."""

    title: str
    hidden: bool
    rows: list[tuple[Value, ...]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    faces: dict[tuple[int, int], LegacyFace] = field(default_factory=dict)
    empty_rows: int = 0
    widest: int = 0

    def sheet(self) -> Sheet:
        return Sheet(self.title, tuple(self.rows), tuple(self.merges), self.hidden, faces=self.faces)


def _tables(document: bytes, common: bytes, name: str) -> Iterator[Sheet]:
    styles = Styles()
    if common:
        for _, element in ET.iterparse(io.BytesIO(common)):  # noqa: S314 - measured, and without entities
            styles.take(element)
    table: _Table | None = None
    for event, element in ET.iterparse(io.BytesIO(document), ("start", "end")):  # noqa: S314 - as above
        if element.tag == f"{_TABLE}table":
            if event == "start" and table is None:
                table = _Table(element.get(f"{_TABLE}name", ""), styles.hides(element))
            elif event == "end" and table is not None:
                yield table.sheet()
                table = None
                element.clear()
        elif event == "end" and element.tag == f"{_TABLE}table-row" and table is not None:
            _take_row(table, element, styles, name)
            element.clear()
        elif event == "end" and table is None:
            styles.take(element)


def _take_row(table: _Table, element: ET.Element, styles: Styles, name: str) -> None:
    values: list[Value] = []
    empty = 0
    first_row = len(table.rows) + table.empty_rows + 1
    repeated_rows = _count(element, "number-rows-repeated")
    faces: list[tuple[int, LegacyFace]] = []
    for cell in element:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        times = _count(cell, "number-columns-repeated")
        column = len(values) + empty + 1
        value = _value(cell, styles)
        _take_merge(table, cell, first_row, column)
        if value is None:
            empty += times
            continue
        if column + times > LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=name)
        face = styles.face(cell)
        if face is not None and isinstance(value, str):
            faces += [(place, face) for place in range(column, column + times)]
        values += [None] * empty + [value] * times
        empty = 0
    if not values:
        table.empty_rows += repeated_rows
        return
    if repeated_rows > LONGEST_LIST:
        raise SheetRefused("sheet.too_long", where=name, limit=LONGEST_LIST)
    table.widest = max(table.widest, len(values))
    if (first_row + repeated_rows) * table.widest > LARGEST_AREA:
        raise SheetRefused("sheet.too_wide", where=name)
    table.rows += [()] * table.empty_rows + [tuple(values)] * repeated_rows
    table.empty_rows = 0
    for row in range(first_row, first_row + repeated_rows):
        table.faces.update({(row, column): face for column, face in faces})


def _take_merge(table: _Table, cell: ET.Element, row: int, column: int) -> None:
    down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
    if down > 1 or across > 1:
        table.merges.append(Merge(row, column, row + down - 1, column + across - 1))


def _count(element: ET.Element, attribute: str) -> int:
    return max(int(element.get(f"{_TABLE}{attribute}", "1")), 1)


def _value(cell: ET.Element, styles: Styles) -> Value:
    match cell.get(f"{_OFFICE}value-type"):
        case "float" | "currency" | "percentage":
            number = float(cell.get(f"{_OFFICE}value", "nan"))
            return int(number) if number.is_integer() else number
        case "date":
            return _date(cell, styles)
        case "boolean":
            return cell.get(f"{_OFFICE}boolean-value") == "true"
        case "string":
            return cell.get(f"{_OFFICE}string-value") or _text(cell) or None
        case _:
            return _text(cell) or None


def _date(cell: ET.Element, styles: Styles) -> Value:
    written = cell.get(f"{_OFFICE}date-value", "")
    try:
        day = dt.date.fromisoformat(written[:10])
    except ValueError:
        return written or _text(cell) or None
    return styles.shown(cell, day)


def _text(cell: ET.Element) -> str:
    return "\n".join("".join(_signs(line)) for line in cell if line.tag == f"{_TEXT}p")


def _signs(element: ET.Element) -> Iterator[str]:
    if element.tag in _SPACES:
        yield _SPACES[element.tag] * min(int(element.get(f"{_TEXT}c", "1")), _MOST_SPACES)
    elif element.text and element.tag not in _NOT_SHOWN:
        yield element.text
    for inner in element:
        if inner.tag not in _NOT_SHOWN:
            yield from _signs(inner)
        if inner.tail:
            yield inner.tail
