"""Unique indexes over some rows of a table, in SQLite and in PostgreSQL alike."""

from typing import Any

from sqlalchemy import Connection, FromClause, Index, Table, event, text


def unique_where(name: str, *columns: str, where: str) -> Index:
    """Return an index that lets columns have the same values once among the rows where something holds."""
    return Index(name, *columns, unique=True, sqlite_where=text(where))


def narrow_for_postgresql(table: FromClause, name: str) -> None:
    """Narrow such an index of a table for PostgreSQL too, before the table is made there."""

    # An index that names another dialect loads it with all its drivers, at every start of the program.
    def narrow(made: Table, connection: Connection, **_: Any) -> None:
        if connection.dialect.name == "postgresql":
            index = next(one for one in made.indexes if one.name == name)
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]

    event.listen(table, "before_create", narrow)
