"""The newest schema as statements: a new database is made by them, and the history is left to older ones.

``resources/schema/newest.sql`` is what the history makes of nothing (``make docs`` writes it, a test keeps it
equal). A statement ends with a line that holds a semicolon alone, because a trigger holds some of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from desktop.models.people_search import INDEX, is_search_table
from desktop.models.store.engine import writer
from desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Engine

NEWEST = resource("schema", "newest.sql")
_END = "\n;\n"
# What a statement names is there by then: tables, the index of the search, indexes, triggers.
_MADE = text(
    "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " ORDER BY instr('table index trigger', type), sql LIKE 'CREATE VIRTUAL%', name"
)


def lay(engine: Engine) -> None:
    """Make the tables, indexes and triggers of a database that has none, in one transaction.

    Args:
        engine: an engine of ``encrypted_engine``.
    """
    statements = NEWEST.read_text(encoding="utf-8").split(_END)[:-1]
    with writer(engine).begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def spelled(connection: Connection) -> str:
    """Return the statements that make a database's schema, and name the revision that it is at."""
    return "".join(f"{statement}{_END}" for statement in _statements(connection))


def _statements(connection: Connection) -> Iterator[str]:
    for name, sql in connection.execute(_MADE):
        # Tables in which the search keeps its index are made by the library with it.
        if name == INDEX or not is_search_table(name) or sql.startswith("CREATE TRIGGER"):
            yield sql
    (revision,) = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars()
    yield f"INSERT INTO alembic_version (version_num) VALUES ('{revision}')"  # noqa: S608 - a revision's name
