"""Files that are being written: whole or not at all, and swept away where whoever wrote them is gone.

Such a file stands beside the one that it will become and bears the computer and the process that write it, so
that another start can tell what was left by a process that was killed from what is being written just now.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from desktop import disk

SUFFIX = ".part"

_NAME = re.compile(r"\..*\.(?P<host>[0-9a-f]{6})-(?P<process>[0-9]{1,10})-[0-9a-f]{8}\.part", re.DOTALL)
# As versions until 12/2026 named them: nothing tells whose they are but their age.
_OLDER_NAME = re.compile(r"\..*\.[a-z0-9_]{8}\.part", re.DOTALL)
_LONGEST_STEM = 40
_FORGOTTEN_SECONDS = 24 * 60 * 60


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, to its owner alone, and make its content last through a power cut.

    What a process that was killed left unfinished in the same folder is swept away.

    Raises:
        OSError: the disk refuses; the file is as it was.
    """
    part = written_part(path, data)
    try:
        disk.replace(part, path)
    except BaseException:
        disk.discard(part)
        raise


def written_part(path: Path, data: bytes) -> Path:
    """Write what a file will hold beside it, to last through a power cut; ``disk.replace`` then names it.

    Raises:
        OSError: the disk refuses; nothing is left.
    """
    sweep_parts(path.parent)
    part = new_part(path.parent, path.name)
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        disk.discard(part)
        raise
    return part


def new_part(folder: Path, name: str) -> Path:
    """Make an empty unfinished file of this process, which only its owner may read.

    Args:
        folder: that it stands in.
        name: of the file that it will become.

    Raises:
        OSError: the disk refuses.
    """
    part = folder / f".{name[:_LONGEST_STEM]}.{_host()}-{os.getpid()}-{secrets.token_hex(4)}{SUFFIX}"
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return part


def sweep_parts(folder: Path, *, all_ours: bool = False) -> None:
    """Take away what was left unfinished in a folder, as far as the disk allows.

    Left is what a process of this computer wrote that no longer runs; of another computer, what is a day old.

    Args:
        folder: where to look.
        all_ours: nobody but this program writes there: folders below are looked through, and what an older
            version of the program left goes too once it is a day old.
    """
    for path in _parts(folder, below=all_ours):
        if _is_left(path, all_ours=all_ours):
            disk.discard(path)


def _parts(folder: Path, *, below: bool) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(SUFFIX):
                yield Path(entry.path)
            elif below and entry.is_dir(follow_symlinks=False):
                yield from _parts(Path(entry.path), below=True)


def _is_left(path: Path, *, all_ours: bool) -> bool:
    named = _NAME.fullmatch(path.name)
    if named is not None and named["host"] == _host():
        return not _runs(int(named["process"]))
    if named is None and not (all_ours and _OLDER_NAME.fullmatch(path.name)):
        return False
    try:
        return time.time() - path.stat().st_mtime > _FORGOTTEN_SECONDS
    except OSError:
        return False


def _host() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:6]


if sys.platform == "win32":
    import ctypes

    def _runs(process: int) -> bool:
        # Source: Win32, OpenProcess (SYNCHRONIZE), ERROR_INVALID_PARAMETER, WaitForSingleObject (TIMEOUT).
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = kernel.OpenProcess(0x00100000, False, process)
        if not handle:
            return ctypes.get_last_error() != 87
        try:
            return bool(kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0) == 258)
        finally:
            kernel.CloseHandle(ctypes.c_void_p(handle))

else:

    def _runs(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True
