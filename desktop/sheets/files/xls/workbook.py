"""``.xls`` workbooks of Excel 97 to 2003 and before, with what they say of their cells.

Source: [MS-XLS]; OpenOffice.org's documentation of the Excel file format.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import xlrd
from xlrd.biffh import XLRDError, error_text_from_code

from desktop.errors import SheetRefused
from desktop.long_work import Stopped
from desktop.sheets.files.cells import Merge, Sheet, Value, text_or_none
from desktop.sheets.files.date_formats import shown
from desktop.sheets.files.draft import Held
from desktop.sheets.files.opening import Opening
from desktop.sheets.files.xls import encrypted_stream
from desktop.vietnamese.legacy_encodings import LegacyFace, legacy_face

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell
    from xlrd.sheet import Sheet as XlrdSheet

_ENCRYPTED = "encrypted"


class _Font(NamedTuple):
    face: LegacyFace | None
    struck: bool


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every work sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.password``, ``sheet.damaged``, ``sheet.too_wide`` or ``sheet.too_much_text``.
    """
    try:
        try:
            return _sheets(content, name)
        except XLRDError as error:
            plain = encrypted_stream.decrypted(content) if _ENCRYPTED in str(error) else None
            if plain is None:
                raise
            return _sheets(plain, name)
    except (SheetRefused, Stopped):
        raise
    except XLRDError as error:
        code = "sheet.password" if _ENCRYPTED in str(error) else "sheet.damaged"
        raise SheetRefused(code, where=name) from error
    # A damaged file makes this parser raise anything.
    except Exception as error:
        raise SheetRefused("sheet.damaged", where=name) from error


def _sheets(content: bytes, name: str) -> tuple[Sheet, ...]:
    with xlrd.open_workbook(
        file_contents=content,
        logfile=io.StringIO(),
        formatting_info=True,
        ragged_rows=True,
        on_demand=True,
        ignore_workbook_corruption=True,
    ) as book:
        _tell(book, len(content))
        fonts = [_Font(legacy_face(font.name), bool(font.struck_out)) for font in book.font_list]
        held = Held(name)
        return tuple(_loaded(book, index, fonts, held) for index in range(book.nsheets))


def _tell(book: Book, size: int) -> None:
    """Let the parser say how far it is: it asks the book for each record of a sheet."""
    told, record = Opening(size), book.get_record_parts

    def next_record() -> tuple[int, int, bytes]:
        told.came(book._position)  # type: ignore[attr-defined] # noqa: SLF001 - the only one that knows it
        found: tuple[int, int, bytes] = record()
        return found

    book.get_record_parts = next_record  # type: ignore[method-assign]


def _loaded(book: Book, index: int, fonts: Sequence[_Font], held: Held) -> Sheet:
    """Load one sheet and let it go again: all together they may be more than there is memory."""
    sheet = _sheet(book, book.sheet_by_index(index), fonts, held)
    book.unload_sheet(index)
    return sheet


def _sheet(book: Book, sheet: XlrdSheet, fonts: Sequence[_Font], held: Held) -> Sheet:
    rows: list[tuple[Value, ...]] = []
    faces: dict[tuple[int, int], LegacyFace] = {}
    errors, struck = set(), set()
    times: dict[tuple[int, int], dt.time] = {}
    for row in range(sheet.nrows):
        cells = sheet.row(row)
        rows.append(tuple(_value(book, cell) for cell in cells))
        held.add(len(cells), sum(len(value) for value in rows[-1] if isinstance(value, str)))
        for column, cell in enumerate(cells, start=1):
            if rows[-1][column - 1] is None:
                continue
            place = row + 1, column
            font = fonts[book.xf_list[cell.xf_index or 0].font_index]
            if font.face is not None and cell.ctype == xlrd.XL_CELL_TEXT:
                faces[place] = font.face
            if font.struck:
                struck.add(place)
            if cell.ctype == xlrd.XL_CELL_ERROR:
                errors.add(place)
            elif cell.ctype == xlrd.XL_CELL_DATE and (time := _time(book, cell)):
                times[place] = time
    for (row, column), runs in sheet.rich_text_runlist_map.items():
        if any(fonts[font].struck for _, font in runs):
            struck.add((row + 1, column + 1))
    return Sheet(
        title=sheet.name,
        rows=tuple(rows),
        # Ends are one beyond the range, and counted from 0.
        merges=tuple(
            Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
        ),
        hidden=sheet.visibility != 0,
        date1904=book.datemode == 1,
        faces=faces,
        errors=frozenset(errors),
        hidden_rows=frozenset(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden),
        hidden_columns=frozenset(column + 1 for column, info in sheet.colinfo_map.items() if info.hidden),
        struck=frozenset(struck),
        remarks={
            (row + 1, column + 1): note.text.strip()
            for (row, column), note in sheet.cell_note_map.items()
            if note.text.strip()
        },
        times=times,
    )


def _value(book: Book, cell: Cell) -> Value:
    if isinstance(cell.value, str):
        return text_or_none(cell.value)
    match cell.ctype:
        case xlrd.XL_CELL_DATE:
            return _date(book, cell.value, book.xf_list[cell.xf_index or 0].format_key)
        case xlrd.XL_CELL_BOOLEAN:
            return bool(cell.value)
        case xlrd.XL_CELL_ERROR:
            return error_text_from_code.get(int(cell.value), "#N/A")
        case _:
            return _number(cell.value)


def _date(book: Book, value: float, number_format: int) -> Value:
    try:
        moment = xlrd.xldate.xldate_as_datetime(value, book.datemode)
    except (ValueError, OverflowError):
        return _number(value)
    if value < 1:
        return str(moment.time())
    return shown(moment.date(), book.format_map[number_format].format_str)


def _time(book: Book, cell: Cell) -> dt.time | None:
    """Return the time of day that a cell holds besides its date; midnight is none."""
    value = float(cell.value)
    try:
        moment = xlrd.xldate.xldate_as_datetime(value, book.datemode)
    except (ValueError, OverflowError):
        return None
    return moment.time() if value >= 1 and moment.time() != dt.time() else None


def _number(value: float) -> Value:
    return int(value) if value.is_integer() else value
