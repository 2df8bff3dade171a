"""The history of the schema, walked by hand."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from sqlalchemy import Connection, Engine, text

from desktop.models import migrations
from desktop.models.people_search import is_search_table
from desktop.models.store.engine import writer
from desktop.models.store.upgrade import history

FILES = sorted((Path(migrations.__file__).parent / "versions").rglob("*.py"))
REVISIONS = tuple(path.name.partition("_")[0] for path in FILES)

_MADE = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name, type"


def bring_to(engine: Engine, revision: str) -> None:
    """Bring a database to one revision, and no further."""
    config = history()
    with writer(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def tables(connection: Connection) -> list[str]:
    """Return the names of the tables that hold the office's rows."""
    return sorted(
        name for kind, name, _ in _made(connection) if kind == "table" and not is_search_table(name)
    )


def statements(connection: Connection) -> list[str]:
    """Return what every table, index and trigger is made by, each on one line.

    The tables in which the search keeps its index are the library's own, and change with it.
    """
    return [
        " ".join(sql.split())
        for kind, name, sql in _made(connection)
        if kind != "table" or name == "people_search" or not is_search_table(name)
    ]


def _made(connection: Connection) -> list[tuple[str, str, str]]:
    rows = connection.execute(text(_MADE))
    return [(kind, name, sql) for kind, name, sql in rows if not name.startswith("alembic")]
