"""Workbooks that are archives, unpacked once and measured before anything trusts what they say of themselves.

Source: APPNOTE.TXT of the ZIP format, as ECMA-376 part 2 and OpenDocument 1.3 part 2 use it.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from desktop.errors import SheetRefused

if TYPE_CHECKING:
    from collections.abc import Callable

# Cells of a sheet laid out as a full rectangle.
LARGEST_AREA = 4_000_000
# What the parsers of archive and XML raise for bytes that aren't what they say.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    KeyError,
)

_LARGEST_UNPACKED = 200 * 1024 * 1024
_CHUNK = 1024 * 1024
# A workbook has some tens; opening each takes its time however little it holds.
_MOST_PARTS = 10_000


def look_through(content: bytes, name: str, look: Callable[[bytes], None] | None = None) -> None:
    """Unpack every part once, counting: declared sizes may lie, and each part's end is compared.

    Args:
        content: the archive.
        name: the file's name.
        look: called with each chunk of each part, and with no bytes at a part's end.

    Raises:
        SheetRefused: ``sheet.damaged`` or ``sheet.unpacks_too_large``.
    """
    left = _LARGEST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > left:
                raise _unpacks_too_large(name)
            for part in parts:
                with archive.open(part) as stream:
                    left = _measure(stream, left, name, look)
    except DAMAGE as error:
        raise SheetRefused("sheet.damaged", where=name) from error


def _measure(stream: IO[bytes], left: int, name: str, look: Callable[[bytes], None] | None) -> int:
    while chunk := stream.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise _unpacks_too_large(name)
        if look is not None:
            look(chunk)
    if look is not None:
        look(b"")
    return left


def _unpacks_too_large(name: str) -> SheetRefused:
    return SheetRefused("sheet.unpacks_too_large", where=name, limit=_LARGEST_UNPACKED // 1024 // 1024)
