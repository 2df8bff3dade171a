"""A file on its way onto a stick: what is looked at first, how it is written, and how it is read back.

Source: package.md ("The stick").
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop import disk
from desktop.errors import RequestRefused
from desktop.models.store.parameter_files import flush_folder
from desktop.services.office.files import disk_refusal
from desktop.unfinished import SUFFIX, new_part

MARKER = ".dang-ghi"
"""Ends the name of the file that lies beside another while that is being written."""
LARGEST_ON_FAT = 2**32 - 1
"""Bytes of a file on FAT32, as sticks come. Source: Microsoft, FAT32 File System Specification."""

_PIECE = 256 * 1024
_SPARE = 64 * 1024  # clusters of the folder and the marker
# With the 1.6 seconds of each try, about ten seconds: a slow scanner on a slow stick.
_TRIES, _PAUSE = 5, 0.5

Step = Callable[[int, int, str], None]
"""Is told bytes done, bytes in all, and which part: ``write``, ``wait`` or ``read``."""


def refuse_unfit(folder: Path, name: str, size: int) -> None:
    """Refuse, before a byte is written, what a stick cannot take.

    Raises:
        RequestRefused: ``stick.fat`` a file too large for FAT, ``stick.room`` with what is free and needed,
            ``disk.sign`` or ``disk.name`` for a name that Windows or FAT keep for themselves, ``disk.…``
            where the stick cannot be asked.
    """
    trouble = disk.name_trouble(name)
    if trouble is not None:
        raise RequestRefused(f"disk.{trouble}", where=name)
    if size > LARGEST_ON_FAT:
        raise RequestRefused("stick.fat", where=name)
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise disk_refusal(error, folder) from error
    if free < size + _SPARE:
        raise RequestRefused("stick.room", where=str(folder), free=free // 1024, needed=-(-size // 1024))


def marker_of(path: Path) -> Path:
    """Return the marker of a file: it lies there from before the first byte until all were read back."""
    return path.with_name(path.name + MARKER)


def leftovers_of(path: Path) -> tuple[Path, ...]:
    """Return what an earlier writing of a file left behind that was cut off: its marker, unfinished parts."""
    try:
        names = sorted(one.name for one in path.parent.iterdir())
    except OSError as error:
        raise disk_refusal(error, path.parent) from error
    begin = f".{path.name}."
    return tuple(
        path.with_name(name)
        for name in names
        if name == path.name + MARKER or (name.startswith(begin) and name.endswith(SUFFIX))
    )


def write_and_compare(path: Path, data: bytes, step: Step) -> str:
    """Write a file beside its name, flush it, name it, flush the folder, and read it back from the stick.

    A marker says meanwhile that the file isn't finished; it goes at the end, and stays where the stick is
    pulled out before. What somebody stops, or what turns out to be another, is taken away again.

    Returns:
        SHA-256 in hex of what was read back.

    Raises:
        RequestRefused: ``package.unlike``; ``disk.…`` or ``file.write``; ``disk.held`` once nobody would wait
            any longer.
    """
    marker = marker_of(path)
    try:
        marker.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n")
        flush_folder(path.parent)
        part = _part(path, data, step)
        try:
            _patiently(lambda: disk.replace(part, path), path, len(data), step)
        except BaseException:
            disk.discard(part)
            raise
        flush_folder(path.parent)
        digest = compare(path, data, step)
        _patiently(lambda: disk.remove(marker), marker, len(data), step)
        flush_folder(path.parent)
    except BaseException as trouble:
        disk.discard(path)
        if not path.exists():
            disk.discard(marker)
        if isinstance(trouble, OSError):
            raise disk_refusal(trouble, path, len(data)) from trouble
        raise
    return digest


def compare(path: Path, data: bytes, step: Step) -> str:
    """Read a file back from the stick itself, and compare it with what it should be.

    Returns:
        SHA-256 in hex of what was read.

    Raises:
        RequestRefused: ``package.unlike``; ``disk.…`` or ``file.write``.
    """
    digest, done, size = hashlib.sha256(), 0, len(data)
    step(0, size, "read")
    try:
        for piece in from_the_disk(path):
            digest.update(piece)
            done += len(piece)
            step(min(done, size), size, "read")
    except OSError as error:
        raise disk_refusal(error, path) from error
    if digest.digest() != hashlib.sha256(data).digest():
        raise RequestRefused("package.unlike", where=str(path))
    return digest.hexdigest()


def _part(path: Path, data: bytes, step: Step) -> Path:
    part = new_part(path.parent, path.name)
    try:
        with part.open("wb") as file:
            for at in range(0, len(data), _PIECE):
                step(at, len(data), "write")
                file.write(data[at : at + _PIECE])
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        disk.discard(part)
        raise
    return part


def _patiently(does: Callable[[], object], path: Path, size: int, step: Step) -> None:
    """Do something with a file that a virus scanner may hold, for some seconds, and say so meanwhile."""
    for _ in range(_TRIES):
        try:
            does()
        except OSError as error:
            if disk.trouble_of(error, path) != "held":
                raise
            step(size, size, "wait")
            time.sleep(_PAUSE)
        else:
            return
    does()


if sys.platform == "win32":
    import ctypes
    import mmap
    from ctypes import wintypes

    _READ, _SHARE_READ, _OPEN_EXISTING = 0x80000000, 0x1, 3
    _NO_BUFFERING, _SEQUENTIAL = 0x20000000, 0x08000000
    _INVALID = wintypes.HANDLE(-1).value

    def from_the_disk(path: Path) -> Iterator[bytes]:
        """Yield a file's bytes as they lie on the disk, past the system's cache.

        Reads without buffering go to memory at a page's border, in whole sectors; the last is cut by the
        system to the file's end.

        Source: Windows, File Buffering.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        handle = kernel.CreateFileW(
            str(path), _READ, _SHARE_READ, None, _OPEN_EXISTING, _NO_BUFFERING | _SEQUENTIAL, None
        )
        if handle == _INVALID:
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            with mmap.mmap(-1, _PIECE) as memory:
                place = (ctypes.c_char * _PIECE).from_buffer(memory)
                read = wintypes.DWORD()
                try:
                    while True:
                        done = kernel.ReadFile(
                            wintypes.HANDLE(handle), place, _PIECE, ctypes.byref(read), None
                        )
                        if not done:
                            raise ctypes.WinError(ctypes.get_last_error())
                        if not read.value:
                            return
                        yield memory[: read.value]
                finally:
                    del place
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))

else:

    def from_the_disk(path: Path) -> Iterator[bytes]:
        """Yield a file's bytes as they lie on the disk: what the system remembers of them is dropped first.

        Only what was flushed can be dropped; the file was. A file system that lives in memory keeps its own.

        Source: posix_fadvise(2), POSIX_FADV_DONTNEED.
        """
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            while piece := os.read(handle, _PIECE):
                yield piece
        finally:
            os.close(handle)
