"""One transaction: committed whole, or rolled back whole, trouble named."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from desktop.disk import trouble_of
from desktop.errors import StorageRefused
from desktop.models.store.engine import writer
from desktop.models.store.opened import Database
from desktop.models.store.recording import RecordingSession

# Source: SQLite, Result and Error Codes (primary codes).
_BY_RESULT = {
    3: "storage.rights",  # SQLITE_PERM
    5: "storage.busy",  # SQLITE_BUSY
    6: "storage.busy",  # SQLITE_LOCKED
    8: "storage.rights",  # SQLITE_READONLY
    10: "storage.disk",  # SQLITE_IOERR
    11: "storage.damaged",  # SQLITE_CORRUPT
    13: "storage.full",  # SQLITE_FULL
    14: "storage.rights",  # SQLITE_CANTOPEN
    26: "storage.damaged",  # SQLITE_NOTADB
}
# The driver's backup gives the result's text alone. Source: sqlite3_errstr.
_BY_TEXT = {
    "attempt to write a readonly database": "storage.rights",
    "database disk image is malformed": "storage.damaged",
    "database is locked": "storage.busy",
    "database or disk is full": "storage.full",
    "disk I/O error": "storage.disk",
    "file is not a database": "storage.damaged",
    "unable to open database file": "storage.rights",
}


@contextmanager
def writing(database: Database) -> Iterator[Session]:
    """Open a session that may write; commits at the end, rolls everything back on any exception.

    What was committed is reported by its kinds of data.

    Raises:
        StorageRefused: ``storage.full``, ``storage.busy``, ``storage.damaged``, ``storage.rights`` or
            ``storage.disk``; ``storage.occupied``, ``storage.read_only`` or ``storage.taken_over`` where
            another has the office open; nothing was stored then.
    """
    with (
        database_trouble(database.name),
        RecordingSession(writer(database.engine), expire_on_commit=False) as session,
    ):
        with session.begin():
            # Asked once the turn to write is ours: whoever takes over later waits for this one.
            database.tenancy.demand()
            yield session
        session.report_written()


@contextmanager
def reading(database: Database) -> Iterator[Session]:
    """Open a session that sees one state of the database and can store nothing.

    Raises:
        StorageRefused: as ``writing`` does.
    """
    with database_trouble(database.name), Session(database.engine, autoflush=False) as session:
        yield session


@contextmanager
def database_trouble(where: str) -> Iterator[None]:
    """Turn foreseeable trouble of the database into a refusal; let everything else through.

    Args:
        where: the file or folder that the clerk should look at.

    Raises:
        StorageRefused: the code that fits.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise StorageRefused("storage.busy", where=where) from error
    except (DBAPIError, sqlcipher.Error) as error:
        code = _reason(error.orig if isinstance(error, DBAPIError) else error)
        if code is None:
            raise
        raise StorageRefused(code, where=where) from error


@contextmanager
def file_trouble(where: str) -> Iterator[None]:
    """Turn foreseeable trouble of a disk or folder into a refusal, and the database's with it.

    Args:
        where: the file or folder that the clerk should look at.

    Raises:
        StorageRefused: the code that fits.
    """
    try:
        with database_trouble(where):
            yield
    except OSError as error:
        raise StorageRefused(_disk_reason(error), where=where) from error


def _disk_reason(error: OSError) -> str:
    trouble = trouble_of(error)
    if trouble in ("held", "name", "sign", "long"):
        return f"disk.{trouble}"
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EISDIR):
        return "storage.no_file"
    known = {"full": "storage.full", "rights": "storage.rights", "gone": "disk.gone"}
    return known.get(trouble, "storage.disk")


def _reason(error: BaseException | None) -> str | None:
    result = getattr(error, "sqlite_errorcode", None)
    if result is None:
        return _BY_TEXT.get(str(error))
    # The low byte is the primary code, the rest of the number says more than a clerk needs.
    return _BY_RESULT.get(result & 0xFF)
