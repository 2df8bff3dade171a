"""Date cells that show less than a day.

Who types "10/1960" gets a cell of 1 October 1960 shown as "Oct-60": the day is the spreadsheet's invention.
The parser of values doesn't tell formats, so cells on the first of a month are looked up a second time.

Source: ECMA-376 part 1, section 18.8.30 (number formats).
"""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import zipfile
from typing import TYPE_CHECKING

from desktop.sheets.files.styled_cells import styled_cells

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Value

_XF_FORMAT = re.compile(r'<(?:\w+:)?xf\b[^<>]*\bnumFmtId="17"')
_OWN_FORMAT = re.compile(r'\bformatCode="([^"]*)"')
_NOT_SIGNS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|;.*')


def as_shown(content: bytes, title: str, rows: list[list[Value]]) -> None:
    """Replace, in a sheet's rows, dates that show only month and year, or only a year, by that text.

    Args:
        content: the workbook.
        title: the sheet's name.
        rows: the sheet's values from A1 on; changed in place.
    """
    if not _any_short_format(content) or not any(_is_first(value) for row in rows for value in row):
        return
    for (row, column), number_format in _formats_of_dates(content, title).items():
        if row > len(rows) or column > len(rows[row - 1]):
            continue
        value = rows[row - 1][column - 1]
        if isinstance(value, dt.date) and _is_first(value):
            rows[row - 1][column - 1] = shown(value, number_format)


def shown(day: dt.date, number_format: str) -> dt.date | str:
    """Return a date as its cell shows it: itself, or only month and year, or only the year."""
    if day.day != 1 or not _is_short(number_format):
        return day
    return f"{day.month:02}/{day.year}" if "m" in _signs(number_format) else str(day.year)


def _is_first(value: Value) -> bool:
    return isinstance(value, dt.date) and value.day == 1


def _any_short_format(content: bytes) -> bool:
    """Tell cheaply whether the workbook knows a format of dates without day; the second look is slow."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            styles = archive.read("xl/styles.xml").decode("utf-8", "replace")
    except KeyError:
        return False
    own = (html.unescape(code) for code in _OWN_FORMAT.findall(styles))
    return _XF_FORMAT.search(styles) is not None or any(_is_short(code) for code in own)


def _is_short(number_format: str) -> bool:
    signs = _signs(number_format)
    return "y" in signs and "d" not in signs


def _signs(number_format: str) -> str:
    return _NOT_SIGNS.sub("", number_format).lower()


def _formats_of_dates(content: bytes, title: str) -> dict[tuple[int, int], str]:
    try:
        return {
            (cell.row, cell.column): cell.number_format
            for cell in styled_cells(content, title)
            if cell.value is not None and cell.is_date
        }
    except Exception:  # noqa: BLE001 - the stricter of two parsers; what the other read stands
        return {}
