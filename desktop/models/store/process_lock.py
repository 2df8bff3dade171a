"""A lock that falls with its process, on every system alike: SQLite's own, on an empty file."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path


def lock(path: Path) -> sqlite3.Connection:
    """Lock a file, made where it is missing, until the connection is closed or the process is gone.

    Raises:
        OSError: another has it locked, or the disk refuses.
    """
    try:
        held = sqlite3.connect(path, isolation_level=None, timeout=0, check_same_thread=False)
        try:
            held.execute("BEGIN EXCLUSIVE")
        except BaseException:
            held.close()
            raise
    except sqlite3.Error as error:
        raise OSError(errno.EIO, "in use") from error
    return held


def is_locked(path: Path) -> bool:
    """Tell whether a process that still runs has a file locked."""
    if not path.exists():
        return False
    try:
        with closing(lock(path)):
            return False
    except OSError:
        return True
