"""SQLAlchemy over SQLCipher: the encrypted connection and its settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, FromClause, QueuePool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler, SQLiteTypeCompiler
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

if TYPE_CHECKING:
    import sqlite3

# "HomP" as a number: lets `file` and other programs see whose database a decrypted copy is.
APPLICATION_ID = 0x486F6D50
BUSY_SECONDS = 5.0

_WRITES = "hom_phieu_writes"

# Statements that were put into SQL, for every engine of the process: a backup, a trial of one and an office
# that is opened again ask what was asked before. Twice what SQLAlchemy keeps for one engine.
_COMPILED: LRUCache[Any, Any] = LRUCache(1000)


class StrictTypeCompiler(SQLiteTypeCompiler):
    """Writes only the types that a STRICT table takes; NUMERIC is left out so that it fails loudly."""

    def _text(self, type_: Any, **kw: Any) -> str:  # noqa: ARG002 - the signature is SQLAlchemy's
        return "TEXT"

    def _integer(self, type_: Any, **kw: Any) -> str:  # noqa: ARG002 - the signature is SQLAlchemy's
        return "INTEGER"

    def _real(self, type_: Any, **kw: Any) -> str:  # noqa: ARG002 - the signature is SQLAlchemy's
        return "REAL"

    visit_CHAR = visit_VARCHAR = visit_NCHAR = visit_NVARCHAR = visit_TEXT = visit_CLOB = _text  # noqa: N815 - SQLAlchemy's names
    visit_DATE = visit_TIME = visit_DATETIME = visit_TIMESTAMP = visit_JSON = visit_uuid = visit_UUID = _text  # noqa: N815 - SQLAlchemy's names
    visit_BOOLEAN = visit_INTEGER = visit_SMALLINT = visit_BIGINT = _integer  # noqa: N815 - SQLAlchemy's names
    visit_FLOAT = visit_DOUBLE = visit_DOUBLE_PRECISION = visit_REAL = _real  # noqa: N815 - SQLAlchemy's names


CROSS = "CROSS"
"""Hint on the first table of a join: it is gone through first, whatever SQLite would guess."""


class HintingCompiler(SQLiteCompiler):
    """Writes what a query asks of a table behind its name: ``CROSS`` before the ``JOIN`` that follows.

    Source: SQLite, The Query Planner (manual control of query plans using CROSS JOIN).
    """

    def get_from_hint_text(self, table: FromClause, text: str | None) -> str | None:  # noqa: ARG002 - so is this
        """Return the hint as it stands in SQL."""
        return text


class EncryptedDialect(SQLiteDialect_pysqlite):
    """SQLite's dialect over the SQLCipher driver.

    SQLAlchemy's own pysqlcipher dialect puts the key into the URL and sends an empty one with ``creator``.
    """

    driver = "sqlcipher3"
    supports_statement_cache = True
    statement_compiler = HintingCompiler
    type_compiler_cls = StrictTypeCompiler

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the driver."""
        return sqlcipher

    def __eq__(self, other: object) -> bool:
        """Tell whether another engine's dialect writes the same SQL: all of these do."""
        return type(other) is type(self)

    def __hash__(self) -> int:
        """Return what is alike for all of these."""
        return hash(type(self))


registry.register("sqlite.sqlcipher3", __name__, "EncryptedDialect")


def encrypted_engine(path: Path, key: bytes, *, alone: bool = False) -> Engine:
    """Return an engine over one database file; neither path nor key stands in its URL or its messages.

    Transactions of the engine itself read (the database refuses a write); those of ``writer(engine)`` begin
    IMMEDIATE, so that a writer waits for its turn before it reads. ``alone`` is for a file that nobody else
    has open, with one connection at a time.
    """
    engine = create_engine(
        "sqlite+sqlcipher3://",
        creator=lambda: connect(path, key, alone=alone),
        poolclass=QueuePool,
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
        json_serializer=lambda value: msgspec.json.encode(value).decode(),
        json_deserializer=msgspec.json.decode,
    )
    event.listen(engine, "begin", _begin)
    return engine


def writer(engine: Engine) -> Engine:
    """Return the same engine, same connections, whose transactions may write."""
    return engine.execution_options(**{_WRITES: True})


def connect(path: Path, key: bytes, *, alone: bool = False) -> sqlite3.Connection:
    """Open one encrypted connection with the settings that every connection has.

    Args:
        path: the database file; made when it is not there, for its owner alone.
        key: 32 bytes.
        alone: nobody else has the file open; it is then locked whole, and needs no memory shared through a
            file, which sticks and network shares may not give.

    Raises:
        OSError: the file cannot be made.
        sqlcipher3.dbapi2.DatabaseError: the key is not this file's, or the file cannot be opened.

    Source: SQLCipher API, raw key data; SQLite, WAL with synchronous=FULL.
    """
    if not path.exists():
        # SQLite gives the files beside it the rights of this one.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlcipher.connect(
        str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
    )
    try:
        connection.set_key(f"x'{key.hex()}'")
        for pragma in (
            "cipher_log_level=NONE",
            f"locking_mode={'EXCLUSIVE' if alone else 'NORMAL'}",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            # In KiB: a long list deciphers pages of indexes once, not again for every row.
            "cache_size=-32768",
            # REPLACE removes a row silently unless its delete triggers run.
            "recursive_triggers=ON",
            "trusted_schema=OFF",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return cast("sqlite3.Connection", connection)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("PRAGMA query_only=OFF" if writes else "PRAGMA query_only=ON")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
