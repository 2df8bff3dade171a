"""What a disk does to a file: it waits while another program holds one, and tells why it refused.

On Windows a virus scanner or the indexer opens a file that was just written; for that moment it can be
neither replaced nor removed. On other systems nothing is ever held in that sense, and nothing here waits.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Literal

Trouble = Literal["full", "rights", "read_only", "held", "name", "sign", "long", "gone", "broken", "trouble"]
"""Why a disk refused: no room; no rights; it can be read alone; another program has the file open; a name, or
a sign, that Windows keeps for itself; too long; disk or folder isn't there; it was pulled or breaks; else."""

# More than the small files that a database makes beside itself.
_TRIAL_BYTES = 256 * 1024

# Seconds between tries: 1.6 in all, far more than a scanner takes for a file of ours.
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
# Source: Windows, System Error Codes. ACCESS_DENIED is what replacing a file that is open gives.
_ACCESS_DENIED, _SHARING, _LOCKED = 5, 32, 33
_WAITED_FOR = {_ACCESS_DENIED, _SHARING, _LOCKED}
_BY_WINDOWS: dict[int, Trouble] = {
    3: "gone",  # PATH_NOT_FOUND
    15: "gone",  # INVALID_DRIVE
    19: "read_only",  # WRITE_PROTECT
    21: "gone",  # NOT_READY
    23: "broken",  # CRC
    32: "held",  # SHARING_VIOLATION
    33: "held",  # LOCK_VIOLATION
    39: "full",  # HANDLE_DISK_FULL
    53: "gone",  # BAD_NETPATH
    67: "gone",  # BAD_NET_NAME
    112: "full",  # DISK_FULL
    123: "sign",  # INVALID_NAME
    161: "sign",  # BAD_PATHNAME
    206: "long",  # FILENAME_EXCED_RANGE
    433: "gone",  # NO_SUCH_DEVICE
    1006: "gone",  # FILE_INVALID: the volume was altered from outside
    1110: "gone",  # MEDIA_CHANGED
    1112: "gone",  # NO_MEDIA_IN_DRIVE
    1117: "broken",  # IO_DEVICE
    1167: "gone",  # DEVICE_NOT_CONNECTED
}
_BY_ERRNO: dict[int, Trouble] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "rights",
    errno.EPERM: "rights",
    errno.EROFS: "read_only",
    errno.EBUSY: "held",
    errno.ETXTBSY: "held",
    errno.EINVAL: "sign",
    errno.ENAMETOOLONG: "long",
    errno.EIO: "broken",
    errno.ENODEV: "gone",
    errno.ENXIO: "gone",
    errno.ENOTCONN: "gone",
    errno.ESTALE: "gone",
}
_FORBIDDEN = frozenset('<>:"/\\|?*') | {chr(code) for code in range(32)}
_LONGEST_ON_WINDOWS = 259  # signs of a whole path, where long paths aren't switched on


def replace(part: Path, target: Path) -> None:
    """Put a finished file in a target's place, in one step; wait while another program holds either.

    Raises:
        OSError: the disk refuses, or the file is held longer than anybody should wait.
    """
    _patiently(lambda: part.replace(target))


def rename(made: Path, target: Path) -> None:
    """Give a finished file its name; wait while another program holds it.

    Raises:
        OSError: the disk refuses, or the file is held longer than anybody should wait.
    """
    _patiently(lambda: made.rename(target))


def remove(path: Path) -> None:
    """Take a file away, where it is; wait while another program holds it.

    Raises:
        OSError: the disk refuses, or the file is held longer than anybody should wait.
    """
    _patiently(lambda: path.unlink(missing_ok=True))


def discard(path: Path) -> None:
    """Take an unfinished file away where that can be done; whatever hindered its making is told instead."""
    with suppress(OSError):
        remove(path)


def refuses(folder: Path) -> OSError | None:
    """Write a little into a folder and take it away again; return what the disk says against that."""
    trial = folder / f".hom-phieu-{os.getpid()}"
    try:
        with trial.open("wb") as file:
            file.write(bytes(_TRIAL_BYTES))
            file.flush()
            os.fsync(file.fileno())
        trial.unlink()
    except OSError as error:
        discard(trial)
        return error
    return None


def trouble_of(error: OSError, path: Path | None = None) -> Trouble:
    """Tell why a disk refused.

    Args:
        error: as it was raised.
        path: the file that was asked for, where the error doesn't name it.
    """
    code = getattr(error, "winerror", None)
    asked = path if path is not None else _named(error)
    is_windows = code is not None or os.name == "nt"
    if is_windows and asked is not None and len(os.path.abspath(asked)) > _LONGEST_ON_WINDOWS:  # noqa: PTH100
        # Windows says of a path that is too long that it isn't there.
        return "long"
    if code in _BY_WINDOWS:
        return _BY_WINDOWS[code]
    if (code == _ACCESS_DENIED or error.errno == errno.EACCES) and asked is not None and is_held(asked):
        return "held"
    if error.errno == errno.ENOENT:
        # A folder that was there when it was chosen: the stick was pulled.
        return "gone"
    return _BY_ERRNO.get(error.errno or 0, "trouble")


def full_facts(path: Path, needed: int = 0) -> dict[str, object]:
    """Tell which disk is full and, where that is known, how little is free of what is needed.

    Args:
        path: the file or folder that was to be written, there or not.
        needed: bytes; 0 where nobody knows.

    Returns:
        What a sentence is filled with: ``disk`` as a person names it (``E:``, ``/media/usb``); ``free`` and
        ``needed`` in KB where the one is less than the other; ``reason`` says which of the two it is. Nothing
        where the disk cannot be asked.
    """
    try:
        folder = next(each for each in (path.absolute(), *path.absolute().parents) if each.exists())
        named = folder.drive or next(each for each in (folder, *folder.parents) if each.is_mount())
        free = shutil.disk_usage(folder).free
    except (OSError, StopIteration):
        return {}
    if needed > free:
        return {"reason": "room", "disk": str(named), "free": free // 1024, "needed": -(-needed // 1024)}
    return {"reason": "disk", "disk": str(named)}


def name_trouble(name: str) -> Trouble | None:
    """Tell what hinders Windows from giving a file this name; None where nothing does.

    Asked before writing: Windows takes ``con.pdf`` for the console, and what stands behind a colon for a part
    of the file that nobody sees.

    Source: Windows, Naming Files, Paths, and Namespaces.
    """
    if _FORBIDDEN & set(name) or name != name.rstrip(" ."):
        return "sign"
    return "name" if PureWindowsPath(name).is_reserved() else None


if sys.platform == "win32":

    def own_name_trouble(name: str) -> Trouble | None:
        """Tell what hinders this system from giving a file this name."""
        return name_trouble(name)

    def is_held(path: Path) -> bool:
        """Tell whether another program has a file open in a way that forbids to replace it."""
        try:
            # Renaming a file to its own name changes nothing, and needs what a replacing needs.
            path.rename(path)
        except OSError as error:
            return error.winerror in (_SHARING, _LOCKED)
        return False

else:

    def own_name_trouble(_: str) -> Trouble | None:
        """Tell nothing: only Windows keeps names for itself, and a stick's file system refuses signs."""
        return None

    def is_held(_: Path) -> bool:
        """Tell nothing: no program holds a file against another here."""
        return False


def _patiently(does: Callable[[], object]) -> None:
    for wait in _WAITS:
        try:
            does()
        except OSError as error:
            if getattr(error, "winerror", None) not in _WAITED_FOR:
                raise
            time.sleep(wait)
        else:
            return
    does()


def _named(error: OSError) -> Path | None:
    name = error.filename2 or error.filename
    return Path(name) if isinstance(name, str) else None
