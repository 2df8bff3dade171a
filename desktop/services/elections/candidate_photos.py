"""Photographs of candidates for one print of the posting sheet; none is kept."""

from __future__ import annotations

from pathlib import Path

from desktop.errors import RequestRefused
from desktop.services.office.files import read_file

_LARGEST = 20 * 1024 * 1024
_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def read_photo(path: Path) -> bytes:
    """Read a photograph, JPEG or PNG, of at most 20 MB.

    Raises:
        RequestRefused: ``file``: it cannot be read; ``photo.size``; ``photo.kind``.
    """
    content = read_file(path, _LARGEST)
    if len(content) > _LARGEST:
        raise RequestRefused("photo.size", where=path.name)
    if not content.startswith(_SIGNATURES):
        raise RequestRefused("photo.kind", where=path.name)
    return content
