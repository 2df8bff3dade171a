"""One transaction: committed whole, or rolled back whole, trouble named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from desktop.errors import StorageRefused
from desktop.models.store.disk_reason import database_reason, disk_reason, storage_refused
from desktop.models.store.engine import writer
from desktop.models.store.names import DATABASE_NAME
from desktop.models.store.opened import Database
from desktop.models.store.recording import RecordingSession
from desktop.models.store.sealing import keep_the_rest


@contextmanager
def writing(database: Database) -> Iterator[Session]:
    """Open a session that may write; commits at the end, rolls everything back on any exception.

    What was committed is reported by its kinds of data; what became final is sealed in the log.

    Raises:
        StorageRefused: ``storage.full``, ``storage.busy``, ``storage.damaged``, ``storage.rights`` or
            ``storage.disk``; ``storage.occupied``, ``storage.read_only`` or ``storage.taken_over`` where
            another has the office open; nothing was stored then.
    """
    with (
        database_trouble(database.name, database.folder / DATABASE_NAME),
        RecordingSession(writer(database.engine), expire_on_commit=False) as session,
    ):
        with session.begin():
            # Asked once the turn to write is ours: whoever takes over later waits for this one.
            database.tenancy.demand()
            yield session
            keep_the_rest(session)
        session.report_written()


@contextmanager
def reading(database: Database) -> Iterator[Session]:
    """Open a session that sees one state of the database and can store nothing.

    Raises:
        StorageRefused: as ``writing`` does.
    """
    file = database.folder / DATABASE_NAME
    with database_trouble(database.name, file), Session(database.engine, autoflush=False) as session:
        yield session


@contextmanager
def database_trouble(where: str, file: Path | None = None, needed: int = 0) -> Iterator[None]:
    """Turn foreseeable trouble of the database into a refusal; let everything else through.

    Args:
        where: the file or folder that the clerk should look at.
        file: the database's, beside which is tried what the disk says where the database doesn't.
        needed: bytes that the work takes, where they are known.

    Raises:
        StorageRefused: the code that fits.
    """
    try:
        yield
    except PoolTimeoutError as error:
        raise StorageRefused("storage.busy", where=where) from error
    except (DBAPIError, sqlcipher.Error) as error:
        code = database_reason(error.orig if isinstance(error, DBAPIError) else error, file)
        if code is None:
            raise
        raise storage_refused(code, where, file, needed) from error


@contextmanager
def file_trouble(where: str, file: Path | None = None, needed: int = 0) -> Iterator[None]:
    """Turn foreseeable trouble of a disk or folder into a refusal, and the database's with it.

    Args:
        where: the file or folder that the clerk should look at.
        file: as for ``database_trouble``; the disk that is full is the one that it lies on.
        needed: as for ``database_trouble``.

    Raises:
        StorageRefused: the code that fits.
    """
    try:
        with database_trouble(where, file, needed):
            yield
    except OSError as error:
        raise storage_refused(disk_reason(error), where, file, needed) from error
