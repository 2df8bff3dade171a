"""Workbooks that are one XML document: what Excel 2003 calls an XML spreadsheet, often named ``.xls``.

Source: Microsoft, XML Spreadsheet Reference (Excel 2002 and 2003).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets.files.archive import DAMAGE
from desktop.sheets.files.cells import Sheet, Value
from desktop.sheets.files.date_formats import is_short, shown
from desktop.sheets.files.draft import Draft, Held
from desktop.sheets.files.markup import Branches, is_on, local_name, number, parse
from desktop.sheets.files.opening import Opening
from desktop.sheets.files.xlsx.cell_formats import CellFormat
from desktop.vietnamese.legacy_encodings import legacy_face

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BRANCHES = ("Style", "Column", "Row", "WorksheetOptions")
_NOT_SEEN = ("SheetHidden", "SheetVeryHidden")
_NO_FORMAT = CellFormat()


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.damaged``, ``sheet.too_long``, ``sheet.too_wide`` or
            ``sheet.too_much_text``.
    """
    book = _Book(name, content.count(b"<Row"))
    try:
        parse(content, book.start, book.branches.end, book.branches.text)
    except (OverflowError, *DAMAGE) as error:
        raise SheetRefused("sheet.damaged", where=name) from error
    return tuple(draft.sheet() for draft in book.drafts)


class _Book:
    """A workbook while it is parsed."""

    def __init__(self, name: str, rows: int) -> None:
        self._told, self._taken = Opening(rows), 0
        self.drafts: list[Draft] = []
        self.branches = Branches(_BRANCHES, self._take)
        self._held = Held(name)
        self._formats: dict[str, CellFormat] = {}
        self._row = self._column = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if local_name(tag) == "Worksheet":
            title = next((value for key, value in attributes.items() if local_name(key) == "Name"), "")
            self.drafts.append(Draft(self._held, title))
            self._row = self._column = 0
        self.branches.start(tag, attributes)

    def _take(self, branch: Element) -> None:
        if branch.tag == "Style":
            parent = self._formats.get(branch.get("Parent", "Default"), _NO_FORMAT)
            self._formats[branch.get("ID", "")] = _format(branch, parent)
        elif not self.drafts:
            return
        elif branch.tag == "Row":
            self._take_row(self.drafts[-1], branch)
        elif branch.tag == "Column":
            first = number(branch.get("Index"), self._column + 1)
            self._column = first + number(branch.get("Span"))
            if is_on(branch.get("Hidden")):
                self.drafts[-1].hide_columns(first, self._column)
        else:
            self.drafts[-1].hidden = branch.findtext("Visible", "").strip() in _NOT_SEEN

    def _take_row(self, draft: Draft, row: Element) -> None:
        self._taken += 1
        self._told.came(self._taken)
        first = max(number(row.get("Index"), self._row + 1), 1)
        self._row = first + number(row.get("Span"))
        if is_on(row.get("Hidden")):
            draft.hide_rows(first, self._row)
        column = 0
        for cell in row.iterfind("Cell"):
            column = max(number(cell.get("Index"), column + 1), 1)
            format_ = self._formats.get(cell.get("StyleID", row.get("StyleID", "Default")), _NO_FORMAT)
            _take_cell(draft, cell, format_, (first, column))
            across, down = number(cell.get("MergeAcross")), number(cell.get("MergeDown"))
            if across or down:
                draft.merge(first, column, down + 1, across + 1)
            column += across


def _format(style: Element, parent: CellFormat) -> CellFormat:
    font, formatted = style.find("Font"), style.find("NumberFormat")
    found = parent
    if font is not None:
        face = font.get("FontName")
        found = replace(
            found,
            face=parent.face if face is None else legacy_face(face),
            struck=is_on(font.get("StrikeThrough", "1" if parent.struck else "0")),
        )
    if formatted is not None:
        code = formatted.get("Format", "")
        found = replace(found, short_date=code if is_short(code) else "")
    return found


def _take_cell(draft: Draft, cell: Element, format_: CellFormat, place: tuple[int, int]) -> None:
    data = cell.find("Data")
    text = "" if data is None else "".join(data.itertext())
    comment = cell.find("Comment")
    if comment is not None and (remark := "".join(comment.itertext()).strip()):
        draft.remarks[place] = remark
    if data is None or not text:
        if cell.get("Formula") and (data is None or data.get("Type") != "String"):
            draft.no_value.add(place)
            draft.put(*place, None)
        return
    kind = data.get("Type", "String")
    draft.put(*place, _value(draft, kind, text, format_, place))
    if kind == "Error":
        draft.errors.add(place)
    if kind == "String" and format_.face is not None:
        draft.faces[place] = format_.face
    if format_.struck or any("".join(run.itertext()).strip() for run in data.iter("S")):
        draft.struck.add(place)


def _value(draft: Draft, kind: str, text: str, format_: CellFormat, place: tuple[int, int]) -> Value:
    try:
        if kind == "Number":
            value = float(text)
            return int(value) if value.is_integer() else value
        if kind == "DateTime":
            moment = dt.datetime.fromisoformat(text)
            if moment.time() != dt.time():
                draft.times[place] = moment.time()
            return shown(moment.date(), format_.short_date)
    except (ValueError, OverflowError):
        return text
    return text.strip() == "1" if kind == "Boolean" else text
