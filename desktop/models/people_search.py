"""The index over people's folded names: FTS5 beside the table, kept by three triggers.

Source: SQLite, FTS5 Extension (external content tables, prefix indexes).
"""

from __future__ import annotations

import re

from sqlalchemy import Connection, Select, column, select, table, text

from desktop.vietnamese.text import fold

INDEX = "people_search"
TRIGGERS = frozenset(f"{INDEX}_{verb}" for verb in ("insert", "delete", "update"))

_WORD = re.compile(r"\w+")
_ADD = f"INSERT INTO {INDEX}(rowid, folded) VALUES (NEW.id, NEW.folded);"  # noqa: S608 - our own names
# An index beside its table is told what it held, since it keeps no copy.
_REMOVE = f"INSERT INTO {INDEX}({INDEX}, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);"  # noqa: S608 - our own names


def create_people_search(connection: Connection) -> None:
    """Make the index and fill it with the people who are there."""
    connection.execute(
        text(
            f"CREATE VIRTUAL TABLE {INDEX} USING fts5("
            "folded, content='people', content_rowid='id', prefix='1 2 3')"
        )
    )
    create_search_triggers(connection)
    connection.execute(text(f"INSERT INTO {INDEX}({INDEX}) VALUES ('rebuild')"))  # noqa: S608 - our own names


def drop_people_search(connection: Connection) -> None:
    """Drop the index and what keeps it, to be made anew."""
    for trigger in TRIGGERS:
        connection.execute(text(f"DROP TRIGGER {trigger}"))
    connection.execute(text(f"DROP TABLE {INDEX}"))


def create_search_triggers(connection: Connection) -> None:
    """Make the triggers that keep the index; call again after a migration that rebuilt ``people``."""
    for verb, when, does in (
        ("insert", "INSERT", _ADD),
        ("delete", "DELETE", _REMOVE),
        ("update", "UPDATE OF folded", f"{_REMOVE} {_ADD}"),
    ):
        connection.execute(text(f"CREATE TRIGGER {INDEX}_{verb} AFTER {when} ON people BEGIN {does} END"))


def people_named(query: str) -> Select[int] | None:
    """Return the keys of people whose names have, for each word of a query, one that begins with it.

    Marks, capitals and the order of words don't matter. None where the query has no word: everybody.
    """
    words = _WORD.findall(fold(query))
    if not words:
        return None
    match = " ".join(f'"{word}"*' for word in words)
    index = table(INDEX, column("rowid"))
    found: Select[int] = select(index.c.rowid)
    return found.where(text(f"{INDEX} MATCH :match").bindparams(match=match))


def is_search_table(name: str | None) -> bool:
    """Tell whether a table is the index or one that keeps it, and so no table of a class."""
    return name is not None and name.startswith(INDEX)
