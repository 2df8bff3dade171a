"""Reports as workbooks: the same input gives the same bytes.

Source: ECMA-376 part 1, sections 18.3 and 22.2 (document properties).
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from copy import copy
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET_TITLE_SIGNS = re.compile(r"[\\/*?:\[\]]")
_LONGEST_SHEET_TITLE = 31
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_FORMULA_STARTS = ("=", "+", "-", "@")
# Rows after which progress is told.
_AT_ONCE = 250
_NARROWEST, _WIDEST = 6, 50
_FACE = "Times New Roman"
_THIN = Side(style="thin", color="999999")
_LINES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def write_report(
    sheet_title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str | int | None]],
    *,
    stamp: dt.datetime,
    title_lines: Sequence[str],
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """Write a table as an ``.xlsx`` workbook: A4 landscape, fitted to the page's width.

    Titles and headings repeat on every printed page and stay when scrolling; whole numbers are numbers, and
    text is never a formula.

    Args:
        sheet_title: name of the sheet; signs that a sheet can't bear become spaces, the end is cut.
        headings: one for each column.
        rows: as many values in each as there are headings.
        stamp: the time that the file states, with a time zone.
        title_lines: lines above the table.
        progress: is told how many rows are written, of how many.
    """
    # Written row by row: a list of a whole commune would else stand in memory as a million cells.
    book = Workbook(write_only=True)
    book.properties.creator = "Hòm Phiếu"
    sheet: Any = book.create_sheet(_sheet_title(sheet_title))
    heading_row = len(title_lines) + 1
    _set_widths(sheet, headings, rows)
    _set_page(sheet, heading_row)
    sheet._writer = _SheetInMemory(sheet)  # noqa: SLF001 - it takes a place from nobody else
    sheet._writer.write_top()  # noqa: SLF001
    for line in title_lines:
        titled = _cell(sheet, line)
        titled.font = Font(name=_FACE, size=13, bold=True)
        sheet.append([titled])
    sheet.append([_heading(sheet, heading) for heading in headings])
    # A style is looked up once and shared: for each cell anew it takes twenty times as long as the cell.
    styles: dict[bool, Any] = {}
    for written, values in enumerate(rows, start=1):
        sheet.append([_value(sheet, value, styles) for value in values])
        if progress is not None and (written % _AT_ONCE == 0 or written == len(rows)):
            progress(written, len(rows))
    buffer = io.BytesIO()
    ExcelWriter(book, _ArchiveOfMemory(buffer, "w", zipfile.ZIP_DEFLATED)).save()
    return _stamped(buffer.getvalue(), stamp.astimezone(dt.UTC))


class _SheetInMemory(WorksheetWriter):
    """Lets a sheet grow in memory: openpyxl's grows in a file, in clear, that is left where we are killed."""

    def __init__(self, sheet: Any) -> None:
        super().__init__(sheet, io.BytesIO())

    def cleanup(self) -> None:
        """Remove no file, for there is none."""


class _ArchiveOfMemory(zipfile.ZipFile):
    """Takes a sheet as it stands in memory, where openpyxl hands on what would be the name of a file."""

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        """Put the bytes of a sheet under their name."""
        self.writestr(arcname, filename.getbuffer())


def _sheet_title(title: str) -> str:
    allowed = _SHEET_TITLE_SIGNS.sub(" ", ILLEGAL_CHARACTERS_RE.sub("", title))
    return allowed[:_LONGEST_SHEET_TITLE].strip(" '") or "1"


def _heading(sheet: Any, text: str) -> Cell:
    cell = _cell(sheet, text)
    cell.font = Font(name=_FACE, size=12, bold=True)
    cell.fill = PatternFill("solid", fgColor="E6EEEE")
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border = _LINES
    return cell


def _value(sheet: Any, value: str | int | None, styles: dict[bool, Any]) -> Cell:
    cell: Any = WriteOnlyCell(sheet)
    is_text = isinstance(value, str)
    if is_text not in styles:
        cell.font = Font(name=_FACE, size=12)
        cell.alignment = Alignment(vertical="top", wrap_text=is_text)
        cell.border = _LINES
        styles[is_text] = copy(cell._style)  # noqa: SLF001 - openpyxl shares styles in no other way
    cell._style = copy(styles[is_text])  # noqa: SLF001
    return _written(cell, value)


def _cell(sheet: Any, text: str) -> Cell:
    return _written(WriteOnlyCell(sheet), text)


def _written(cell: Cell, value: str | int | None) -> Cell:
    if not isinstance(value, str):
        cell.value = value
        return cell
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell.value = text
    if text.startswith(_FORMULA_STARTS):
        # Shown as typed after an apostrophe, so that editing the cell doesn't make it a formula either.
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def _set_widths(
    sheet: Worksheet, headings: Sequence[str], rows: Sequence[Sequence[str | int | None]]
) -> None:
    for column, heading in enumerate(headings):
        longest = max((len(str(row[column])) for row in rows if row[column] is not None), default=0)
        # A heading wraps, its longest word doesn't; letters in bold are about a tenth wider than the measure.
        word = max(map(len, heading.split()), default=0)
        width = min(max(longest, word, _NARROWEST), _WIDEST) * 1.15 + 2
        sheet.column_dimensions[get_column_letter(column + 1)].width = round(width, 2)


def _set_page(sheet: Worksheet, heading_row: int) -> None:
    sheet.freeze_panes = f"A{heading_row + 1}"
    sheet.print_title_rows = f"1:{heading_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.6)


def _stamped(workbook: bytes, stamp: dt.datetime) -> bytes:
    """Write the archive anew with the given time in place of the clock's."""
    written = stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, date_time=(stamp.year, stamp.month, stamp.day, 0, 0, 0))
            part.create_system = 3  # else it tells Windows from Linux
            part.compress_type = zipfile.ZIP_DEFLATED
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _TIMES.sub(rb"\g<1>" + written, content)
            new.writestr(part, content)
    return out.getvalue()
