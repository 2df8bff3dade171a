"""Workbooks that are archives, unpacked once and measured before anything trusts what they say of themselves.

Source: APPNOTE.TXT of the ZIP format, as ECMA-376 part 2 and OpenDocument 1.3 part 2 use it.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from desktop.errors import SheetRefused

# What the parsers of archive and XML raise for bytes that aren't what they say.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    ExpatError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
)

_LARGEST_UNPACKED = 150 * 1024 * 1024
_CHUNK = 1024 * 1024
# A workbook has some tens; opening each takes its time however little it holds.
_MOST_PARTS = 10_000
_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<")


def open_archive(content: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive whose parts, as it states them, are not beyond measure.

    Raises:
        SheetRefused: ``sheet.damaged`` or ``sheet.unpacks_too_large``.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except DAMAGE as error:
        raise SheetRefused("sheet.damaged", where=name) from error
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
        raise _unpacks_too_large(name)
    return archive


def unpacked(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Unpack every part once, counting, for declared sizes may lie; yield those in XML, each whole.

    Raises:
        SheetRefused: ``sheet.unpacks_too_large``.
        Exception: one of ``DAMAGE``.
    """
    left = _LARGEST_UNPACKED
    for part in archive.infolist():
        kept = io.BytesIO()
        for chunk in _chunks(archive, part):
            left -= len(chunk)
            if left < 0:
                raise _unpacks_too_large(name)
            if kept.tell() or is_xml(chunk):
                kept.write(chunk)
        if kept.tell():
            yield part, kept.getvalue()


def read_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return a part, at most as long as it is stated to be; the archive's own way unpacks before it counts.

    Raises:
        Exception: one of ``DAMAGE``.
    """
    kept = io.BytesIO()
    kept.writelines(_chunks(archive, part))
    return kept.getvalue()


def _chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def is_xml(part: bytes) -> bool:
    """Tell whether a part looks like XML, in any encoding."""
    return _XML.match(part) is not None


def _unpacks_too_large(name: str) -> SheetRefused:
    return SheetRefused("sheet.unpacks_too_large", where=name, limit=_LARGEST_UNPACKED // 1024 // 1024)
