"""Files that commands read and write."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from desktop.errors import RequestRefused

LARGEST = 256 * 1024 * 1024


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """Read a file of at most so many bytes; of a larger one, one byte more, so that its size can be refused.

    Raises:
        RequestRefused: ``file``: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except OSError as error:
        raise RequestRefused("file", where=str(path)) from error


def write_file(path: Path, data: bytes, *, replace: bool = False) -> Path:
    """Write a file whole or not at all; the same bytes that are there already are left alone.

    Raises:
        RequestRefused: ``file.other`` when another file has the name, ``file.write`` when the disk refuses.
    """
    try:
        if not replace and path.exists():
            if path.read_bytes() == data:
                return path
            raise RequestRefused("file.other", where=str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise RequestRefused("file.write", where=str(path)) from error
    return path
