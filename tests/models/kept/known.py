"""What is known of a kept office: its rows, names and log, and what its schema is made by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from desktop.models.audit import head
from desktop.models.counting import OutcomeRecord
from desktop.models.people import Person
from desktop.models.people_search import people_named
from desktop.models.rolls import RollEntry
from desktop.models.store.at_rest import open_lock
from desktop.models.store.database import stored_parameters
from desktop.models.store.engine import encrypted_engine
from tests.models.revisions import statements, tables

PASSPHRASE = "tap-huan"  # noqa: S105 - of invented offices
KNOWN, SCHEMA = "known.json", "schema.sql"

_SEARCHES = ("Lò", "lo thi", "mi", "Mỹ", "y", "dang d", "ban ao", "không có")


@contextmanager
def as_it_was_kept(folder: Path) -> Iterator[Connection]:
    """Read an office's database without bringing it to another schema."""
    key, _ = open_lock(PASSPHRASE, stored_parameters(folder))
    engine = encrypted_engine(folder / "office.db", key)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def rows_by_table(connection: Connection) -> dict[str, int]:
    """Count the rows of every table that holds any of the office's."""
    count = "SELECT count(*) FROM {}"
    return {name: connection.scalar(text(count.format(name))) or 0 for name in tables(connection)}


def facts_of(session: Session) -> dict[str, Any]:
    """Return what the program says of an open office."""
    last = head(session)
    return {
        "audit": {"sequence": last.sequence, "hash": last.hash},
        "people": list(session.scalars(select(Person.name).order_by(Person.id))),
        "found": {query: _found(session, query) for query in _SEARCHES},
        "on_a_roll": list(session.scalars(select(RollEntry.representative).order_by(RollEntry.id))),
        "elected": list(session.scalars(select(OutcomeRecord.elected).order_by(OutcomeRecord.id))),
    }


def write_known(folder: Path) -> None:
    """Write what is known of an office beside it, once, when it is made."""
    with as_it_was_kept(folder) as connection:
        known = {"rows": rows_by_table(connection), **facts_of(Session(connection))}
        schema = "".join(f"{statement};\n" for statement in statements(connection))
    (folder / KNOWN).write_text(json.dumps(known, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / SCHEMA).write_text(schema, encoding="utf-8")


def read_known(folder: Path) -> dict[str, Any]:
    """Read what is known of a kept office."""
    known: dict[str, Any] = json.loads((folder / KNOWN).read_text(encoding="utf-8"))
    return known


def _found(session: Session, query: str) -> list[str]:
    keys = people_named(query)
    assert keys is not None
    return list(session.scalars(select(Person.name).where(Person.id.in_(keys)).order_by(Person.id)))
