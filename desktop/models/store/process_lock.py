"""A lock that falls with its process, on every system alike: SQLite's own, on an empty file.

The library is the one that reads the database: a second SQLite in the process would cost a start a megabyte.
"""

from __future__ import annotations

import errno
import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, cast

import sqlcipher3.dbapi2 as sqlcipher

from desktop.disk import refuses

if TYPE_CHECKING:
    import sqlite3


def lock(path: Path) -> sqlite3.Connection:
    """Lock a file, made where it is missing, until the connection is closed or the process is gone.

    Raises:
        OSError: another has it locked, or the disk refuses.
    """
    # Made here, where the disk says why it refuses, and for its owner alone.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    try:
        held = sqlcipher.connect(str(path), isolation_level=None, timeout=0, check_same_thread=False)
        try:
            held.execute("BEGIN EXCLUSIVE")
        except BaseException:
            held.close()
            raise
    except sqlcipher.Error as error:
        locked = (error.sqlite_errorcode & 0xFF) == sqlcipher.SQLITE_BUSY
        raise (
            OSError(errno.EBUSY, "in use") if locked else (refuses(path.parent) or OSError(errno.EIO, ""))
        ) from error
    return cast("sqlite3.Connection", held)


def is_locked(path: Path) -> bool:
    """Tell whether a process that still runs has a file locked."""
    if not path.exists():
        return False
    try:
        with closing(lock(path)):
            return False
    except OSError:
        return True
