"""Why a disk refused the store, as the code of the sentence that is told.

SQLite says of most troubles that it cannot open or write a file, and not why: then a little is written beside
the database, and the disk says it itself.
"""

import errno
import os
from pathlib import Path

from desktop.disk import full_facts, refuses, trouble_of
from desktop.errors import StorageRefused

_FULL = "storage.full"

# Source: SQLite, Result and Error Codes (primary codes).
_BY_RESULT = {
    3: "storage.rights",  # SQLITE_PERM
    5: "storage.busy",  # SQLITE_BUSY
    6: "storage.busy",  # SQLITE_LOCKED
    8: "storage.rights",  # SQLITE_READONLY
    10: "storage.disk",  # SQLITE_IOERR
    11: "storage.damaged",  # SQLITE_CORRUPT
    13: _FULL,  # SQLITE_FULL
    14: "storage.rights",  # SQLITE_CANTOPEN
    26: "storage.damaged",  # SQLITE_NOTADB
}
# The driver's backup gives the result's text alone. Source: sqlite3_errstr.
_BY_TEXT = {
    "attempt to write a readonly database": 8,
    "database disk image is malformed": 11,
    "database is locked": 5,
    "database or disk is full": 13,
    "disk I/O error": 10,
    "file is not a database": 26,
    "unable to open database file": 14,
}
_VAGUE = {8, 10, 14}
_CANNOT_OPEN = 14
_DAMAGED = {11, 26}
_PIECE = 1024 * 1024


def storage_refused(code: str, where: str, path: Path | None = None, needed: int = 0) -> StorageRefused:
    """Return the refusal of a code; of a full disk it says which one that is.

    Args:
        code: from here.
        where: the file or folder that the clerk should look at.
        path: what was to be written, where it is known.
        needed: bytes, where they are known.
    """
    facts = full_facts(path, needed) if code == _FULL and path is not None else {}
    return StorageRefused(code, where=where, **facts)


def disk_reason(error: OSError) -> str:
    """Return the code for what the disk said."""
    trouble = trouble_of(error)
    if trouble in ("held", "name", "sign", "long"):
        return f"disk.{trouble}"
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EISDIR):
        return "storage.no_file"
    known = {"full": _FULL, "rights": "storage.rights", "trouble": "storage.disk"}
    return known.get(trouble, f"disk.{trouble}")


def database_reason(error: BaseException | None, file: Path | None = None) -> str | None:
    """Return the code for what the database's driver said; None for what is no trouble of a disk.

    Args:
        error: the driver's.
        file: the database's, where it is known.
    """
    result = getattr(error, "sqlite_errorcode", None)
    # The low byte is the primary code, the rest of the number says more than a clerk needs.
    primary = _BY_TEXT.get(str(error)) if result is None else result & 0xFF
    if primary is None:
        return None
    if primary in _DAMAGED and file is not None:
        # What a disk doesn't give looks to the cipher like something that nobody wrote.
        refusal = _unreadable(file)
        if refusal is not None:
            return disk_reason(refusal)
    if file is not None and primary in _VAGUE and file.parent.is_dir():
        refusal = refuses(file.parent)
        if refusal is not None:
            return disk_reason(refusal)
        if primary == _CANNOT_OPEN and os.access(file, os.R_OK | os.W_OK):
            return "storage.disk"
    return _BY_RESULT.get(primary)


def _unreadable(file: Path) -> OSError | None:
    """Read a file whole; return what the disk says against that."""
    try:
        with file.open("rb") as opened:
            while opened.read(_PIECE):
                pass
    except OSError as error:
        return error
    return None
