"""A database in one file: its write-ahead log is folded in before the file is moved, packed or replaced.

Closing folds the log in by itself, but says nothing where the disk refuses; the file alone would then be an
older state of the database, or none.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import sqlcipher3.dbapi2 as sqlcipher

from desktop.errors import StorageRefused

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Engine

# Source: SQLite, Temporary Files Used By SQLite.
_LOGS = ("-wal", "-journal")
_BESIDE = (*_LOGS, "-shm")


def fold_engine(engine: Engine, where: str) -> None:
    """Fold the log of the database behind an engine into its file; nobody else has it open.

    Raises:
        StorageRefused: as ``fold``.
        sqlcipher3.dbapi2.DatabaseError: the disk refuses.
    """
    taken = engine.raw_connection()
    try:
        fold(cast("sqlite3.Connection", taken.driver_connection), where)
    finally:
        taken.close()


def fold(connection: sqlite3.Connection, where: str) -> None:
    """Fold the log of a connection's database into its file, and cut the log to nothing.

    Args:
        connection: outside any transaction, the only one to its file.
        where: the name that a refusal shows.

    Raises:
        StorageRefused: ``storage.disk`` where something of the log is left.
        sqlcipher3.dbapi2.DatabaseError: the disk refuses.

    Source: SQLite, PRAGMA wal_checkpoint: whether it was busy, pages in the log, pages folded in.
    """
    busy, pages, folded = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy or pages != folded:
        raise StorageRefused("storage.disk", where=where)


def is_folded(engine: Engine) -> bool:
    """Fold the log of a database in as far as others who have it open allow; tell whether nothing is left."""
    try:
        fold_engine(engine, "")
    except (StorageRefused, sqlcipher.Error):
        return False
    return True


def refuse_log(file: Path, where: str) -> None:
    """Refuse a closed database that still has something beside its file.

    Raises:
        StorageRefused: ``storage.disk``.
        OSError: the disk refuses to tell.
    """
    for ending in _LOGS:
        log = file.with_name(file.name + ending)
        if log.exists() and log.stat().st_size:
            raise StorageRefused("storage.disk", where=where)


def beside(file: Path) -> tuple[Path, ...]:
    """Return the files that SQLite keeps beside a database's own, there or not."""
    return tuple(file.with_name(file.name + ending) for ending in _BESIDE)
