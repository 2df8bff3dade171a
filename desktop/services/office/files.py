"""Files that commands read and write."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop import disk
from desktop.errors import RequestRefused
from desktop.unfinished import written_part

LARGEST = 256 * 1024 * 1024


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """Read a file of at most so many bytes; of a larger one, one byte more, so that its size can be refused.

    Raises:
        RequestRefused: ``file``: it is not there, or no file; ``disk.…`` where the disk says why it cannot be
            read.
    """
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except OSError as error:
        trouble = disk.trouble_of(error, path)
        lacks = trouble == "gone" or error.errno in (errno.ENOTDIR, errno.EISDIR)
        raise RequestRefused("file" if lacks else f"disk.{trouble}", where=str(path)) from error


def write_file(path: Path, data: bytes, *, replace: bool = False) -> Path:
    """Write a file whole or not at all; the same bytes that are there already are left alone.

    Raises:
        RequestRefused: ``file.other`` when another file has the name; ``disk.full``, ``disk.rights``,
            ``disk.held``, ``disk.name``, ``disk.sign``, ``disk.long`` or ``disk.gone`` where the disk says
            why it refuses, else ``file.write``.
    """
    _refuse_name(path)
    try:
        if not replace and path.exists():
            if path.read_bytes() == data:
                return path
            raise RequestRefused("file.other", where=str(path))
    except OSError as error:
        raise disk_refusal(error, path) from error
    with prepared(path, data):
        pass
    return path


@contextmanager
def prepared(path: Path, data: bytes) -> Iterator[None]:
    """Write a file beside its place, and put it there once what it tells of is stored.

    So a disk that takes no file is known before anything is stored, and no file bears the name before. What
    is raised within leaves no file; whatever had the name is replaced at the end.

    Raises:
        RequestRefused: as ``write_file``, but for ``file.other``.
    """
    _refuse_name(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = written_part(path, data)
    except OSError as error:
        raise disk_refusal(error, path, len(data)) from error
    try:
        yield
        disk.replace(part, path)
    except BaseException as trouble:
        disk.discard(part)
        if isinstance(trouble, OSError):
            raise disk_refusal(trouble, path) from trouble
        raise


def _refuse_name(path: Path) -> None:
    unfit = disk.own_name_trouble(path.name)
    if unfit is not None:
        raise RequestRefused(f"disk.{unfit}", where=path.name)


def disk_refusal(error: OSError, path: Path, needed: int = 0) -> RequestRefused:
    """Return what a person is told when a disk refuses to read or write; ``needed`` bytes, where known."""
    trouble = disk.trouble_of(error, path)
    facts = disk.full_facts(path, needed) if trouble == "full" else {}
    code = "file.write" if trouble == "trouble" else f"disk.{trouble}"
    return RequestRefused(code, where=str(path), **facts)
