"""``.xlsx`` workbooks, looked through before they are parsed.

The parser lays a sheet out as a full rectangle and trusts the archive, so both are measured first.

Source: ECMA-376 (Office Open XML), part 1, sections 18.2 and 18.3; [MS-OFFCRYPTO] 2.3 for passwords.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from functools import lru_cache
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from desktop.errors import SheetRefused
from desktop.sheets.archive import DAMAGE, LARGEST_AREA, look_through
from desktop.sheets.cells import LONGEST_LIST, Merge, Sheet, Value
from desktop.sheets.date_formats import as_shown
from desktop.sheets.faces import legacy_faces

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_LONGEST_TAG = 4096
_TAG = re.compile(rb'<(?:\w+:)?(row|c)(?=[\s/>])(?:[^<>]*?\br="([A-Z]{0,3})([0-9]{1,7})")?[^<>]*>')
# A row or cell that isn't stated to be within A1:BZ49999, which is within both limits.
_UNUSUAL = re.compile(
    rb"<(?:row|c|\w+:(?:row|c))(?=[\s/>])"
    rb'(?!(?>[^<>]*?\br=")(?:[AB]?[A-Z])?[1-4]?[0-9]{1,4}")'
)
_DATE_1904 = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true|on)"')


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every work sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.password``, ``sheet.damaged``, ``sheet.unpacks_too_large``,
            ``sheet.too_long`` or ``sheet.too_wide``.
    """
    unusual = _Unusual()
    look_through(content, name, unusual.look)
    if unusual.found:
        look_through(content, name, _Rectangle(name).look)
    try:
        date1904 = _counts_from_1904(content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            return tuple(
                _sheet(
                    content,
                    book.get_sheet_by_index(index),
                    hidden=metadata.visible is not SheetVisibleEnum.Visible,
                    date1904=date1904,
                )
                for index, metadata in enumerate(book.sheets_metadata)
                if metadata.typ is SheetTypeEnum.WorkSheet
            )
    except PasswordError as error:
        raise SheetRefused("sheet.password", where=name) from error
    except (CalamineError, *DAMAGE) as error:
        raise SheetRefused("sheet.damaged", where=name) from error


class _Unusual:
    """Whether any row or cell may lie beyond the limits, told quickly: most workbooks have none."""

    def __init__(self) -> None:
        self.found = False
        self._rest = b""

    def look(self, chunk: bytes) -> None:
        """Take in a chunk of the part; no bytes end it."""
        text = self._rest + chunk
        # A tag cut in two is looked at with the next chunk.
        end = max(text.rfind(b"<"), len(text) - _LONGEST_TAG) if chunk else len(text)
        self.found = self.found or _UNUSUAL.search(text, 0, end) is not None
        self._rest = text[end:]


class _Rectangle:
    """The rectangle that a part's values span, and how many rows have any, told from its tags."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._begin()

    def _begin(self) -> None:
        self._row = self._column = self._last_row = self._last_column = 0
        self._filled_rows = self._last_filled = 0
        self._rest = b""

    def look(self, chunk: bytes) -> None:
        """Take in a chunk of the part; no bytes end it."""
        if not chunk:
            self._begin()
            return
        text = self._rest + chunk
        end = 0
        for tag in _TAG.finditer(text):
            end = tag.end()
            self._take(*tag.groups(), empty=tag[0].endswith(b"/>"))
        if self._filled_rows > LONGEST_LIST:
            raise SheetRefused("sheet.too_long", where=self._name, limit=LONGEST_LIST)
        if self._last_row * self._last_column > LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=self._name)
        self._rest = text[max(end, len(text) - _LONGEST_TAG) :]

    def _take(self, tag: bytes, letters: bytes | None, number: bytes | None, *, empty: bool) -> None:
        if tag == b"row":
            self._row, self._column = (int(number) if number else self._row + 1), 0
            return
        self._column = _column(letters) if letters is not None else self._column + 1
        # A cell that only carries a format doesn't widen the rectangle.
        if empty:
            return
        row = int(number) if number else self._row
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, self._column)
        if row != self._last_filled:
            self._filled_rows, self._last_filled = self._filled_rows + 1, row


def _counts_from_1904(content: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return any(
            _DATE_1904.search(archive.read(part)) is not None
            for part in archive.infolist()
            if part.filename.lower() == "xl/workbook.xml"
        )


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _sheet(content: bytes, sheet: CalamineSheet, *, hidden: bool, date1904: bool) -> Sheet:
    # With the empty area kept, the first value is A1 and every address follows by counting.
    rows: list[list[Value]] = [
        [(value or None) if isinstance(value, str) else _value(value) for value in row]
        for row in sheet.to_python(skip_empty_area=False)
    ]
    as_shown(content, sheet.name, rows)
    merges = sheet.merged_cell_ranges or []
    return Sheet(
        title=sheet.name,
        rows=tuple(map(tuple, rows)),
        merges=tuple(
            Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in merges
        ),
        hidden=hidden,
        date1904=date1904,
        faces=legacy_faces(content, sheet.name),
    )


def _value(value: float | bool | dt.time | dt.date | dt.timedelta) -> Value:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    return value
