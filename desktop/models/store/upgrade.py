"""Walks the schema's history up to the newest revision; only a database that is older or new needs it."""

import sqlite3
from pathlib import Path
from typing import cast

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from desktop.errors import StorageRefused
from desktop.models import migrations
from desktop.models.dismissals import Dismissal
from desktop.models.finals import FINALS
from desktop.models.people import Person
from desktop.models.store.disk_reason import database_reason
from desktop.models.store.engine import writer
from desktop.models.store.revisions import known_revisions
from desktop.models.store.sealing import adopt, differences, keep_adopted
from desktop.resources import resource
from desktop.vietnamese.text import tidy

_FIRST_SEALED = "0042"


def upgrade(engine: Engine, current: str | None, where: str) -> None:
    """Bring the database to the newest schema in one transaction.

    Args:
        engine: an engine of ``encrypted_engine``.
        current: the revision that the database is at; None for one without tables.
        where: the name that a refusal shows.

    Raises:
        StorageRefused: ``storage.newer`` when a later version of the program has used it,
            ``storage.damaged`` when its rows do not fit the newest schema, ``storage.upgrade`` when a step
            fails at what it finds; it is as it was.
    """
    config = history()
    if current is not None and current not in known_revisions():
        raise StorageRefused("storage.newer", where=where)
    with writer(engine).connect() as connection:
        raw = cast("sqlite3.Connection", connection.connection.driver_connection)
        # Rebuilding a table must not follow references; SQLite ignores this inside a transaction.
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.begin():
                _upgrade(connection, config, current, where)
        except DBAPIError as error:
            if database_reason(error.orig) is not None:
                raise
            raise StorageRefused("storage.upgrade", where=where) from error
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def history() -> Config:
    """Return Alembic's settings for the revisions of this program."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent).replace("%", "%%"))
    return config


def _upgrade(connection: Connection, config: Config, current: str | None, where: str) -> None:
    config.attributes["connection"] = connection
    changed = _changed_before(connection, current)
    command.upgrade(config, "head")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StorageRefused("storage.damaged", where=where)
    _write_letters_anew(connection)
    _keep_laws(connection)
    with Session(connection) as session:
        adopt(session, changed)
        keep_adopted(session, "office.take_over" if changed is None else "office.upgrade")
        session.flush()


def _changed_before(connection: Connection, current: str | None) -> dict[str, set[int]] | None:
    """Name what was changed behind the program's back: an upgrade seals none of it anew.

    None for an office of a program that sealed nothing: what stands is taken over as it is. So is what that
    program did not seal yet.
    """
    if current is None or current < _FIRST_SEALED:
        return None
    names = inspect(connection)
    held = {name: {column["name"] for column in names.get_columns(name)} for name in names.get_table_names()}
    return {
        final.name: {owner for owner, _, _ in differences(connection, final, held)}
        for final in FINALS
        if final.table.name in held and current >= final.first
    }


def _keep_laws(connection: Connection) -> None:
    """Freeze into dismissals that were asked for earlier what the program ships of the statute they name.

    Source: the program kept the law of a dismissal by its name alone until 12/2026.
    """
    with Session(connection) as session:
        for dismissal in session.scalars(select(Dismissal).where(Dismissal.statute_bytes == b"")):
            dismissal.statute_bytes = resource("statutes", f"{dismissal.statute}.toml").read_bytes()
        session.flush()


def _write_letters_anew(connection: Connection) -> None:
    """Write names with a letter that only looks like Đ as they are written today, and find and sort them so.

    Source: the program wrote such letters as they came in until 11/2026.
    """
    with Session(connection) as session:
        for person in session.scalars(select(Person).where(Person.name.op("GLOB")("*[ÐƉðɖ]*"))):
            person.name = tidy(person.name)
        session.flush()
