"""``.xlsx`` workbooks, looked through before they are parsed.

The parser lays a sheet out as a full rectangle and trusts the archive, so both are measured first.

Source: ECMA-376 (Office Open XML), part 1, sections 18.2 and 18.3; [MS-OFFCRYPTO] 2.3 for passwords.
"""

from __future__ import annotations

import datetime as dt
import io
import lzma
import re
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from desktop.errors import SheetRefused
from desktop.sheets.cells import Merge, Sheet, Value
from desktop.sheets.date_formats import as_shown

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_LARGEST_UNPACKED = 200 * 1024 * 1024
_LARGEST_AREA = 4_000_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1024 * 1024
_LONGEST_TAG = 4096
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>")
_REFERENCE = re.compile(rb'\br="([A-Z]{0,3})([0-9]{1,7})"')
_DATE_1904 = re.compile(rb'<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true|on)"')
# What the parsers of archive and XML raise for bytes that aren't what they say.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


def sheets_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every work sheet of a workbook, in its order.

    Raises:
        SheetRefused: ``sheet.password``, ``sheet.damaged``, ``sheet.unpacks_too_large``, ``sheet.too_wide``,
            or ``sheet.format`` for an older workbook under this name.
    """
    if content.startswith(_COMPOUND_FILE):
        code = "sheet.password" if _ENCRYPTED_STREAM in content else "sheet.format"
        raise SheetRefused(code, where=name)
    date1904 = _look_through(content, name)
    try:
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
    except (CalamineError, *_DAMAGE) as error:
        raise SheetRefused("sheet.damaged", where=name) from error


def _look_through(content: bytes, name: str) -> bool:
    """Unpack every part once, counting; return whether days count from 1904."""
    left = _LARGEST_UNPACKED
    date1904 = False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > left:
                raise _unpacks_too_large(name)
            # Declared sizes may lie; unpacking counts and, at each part's end, compares.
            for part in archive.infolist():
                with archive.open(part) as stream:
                    left = _measure(stream, left, name)
                if part.filename.lower() == "xl/workbook.xml":
                    date1904 = _DATE_1904.search(archive.read(part)) is not None
    except _DAMAGE as error:
        raise SheetRefused("sheet.damaged", where=name) from error
    return date1904


def _measure(stream: IO[bytes], left: int, name: str) -> int:
    """Read one part to its end; return how many bytes are left to all others."""
    row = column = last_row = last_column = 0
    rest = b""
    while chunk := stream.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise _unpacks_too_large(name)
        text = rest + chunk
        end = 0
        for tag in _TAG.finditer(text):
            end = tag.end()
            reference = _REFERENCE.search(tag[2])
            if tag[1] == b"row":
                row, column = (int(reference[2]) if reference else row + 1), 0
                continue
            column = _column(reference[1]) if reference else column + 1
            # A cell that only carries a format doesn't widen the rectangle.
            if not tag[2].endswith(b"/"):
                last_row = max(last_row, int(reference[2]) if reference else row)
                last_column = max(last_column, column)
        if last_row * last_column > _LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=name)
        rest = text[max(end, len(text) - _LONGEST_TAG) :]
    return left


def _unpacks_too_large(name: str) -> SheetRefused:
    return SheetRefused("sheet.unpacks_too_large", where=name, limit=_LARGEST_UNPACKED // 1024 // 1024)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _sheet(content: bytes, sheet: CalamineSheet, *, hidden: bool, date1904: bool) -> Sheet:
    # With the empty area kept, the first value is A1 and every address follows by counting.
    rows = [[_value(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
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
    )


def _value(value: float | str | bool | dt.time | dt.date | dt.timedelta) -> Value:
    if value == "":
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.time | dt.timedelta):
        return str(value)
    return value
