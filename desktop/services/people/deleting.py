"""What deleting for good asks of every table: who refers to a record, and what lists remember of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.long_work import step
from desktop.models.metadata import metadata
from desktop.models.people import ImportRow

_PART = 500  # keys in one statement
_MANY = 4 * _PART


def referred(session: Session, table: str, but: Iterable[str] = ()) -> set[int]:
    """Return the keys of a table that any other table refers to, whatever tables there will be."""
    columns = [
        foreign.parent
        for each in metadata.sorted_tables
        if each.name not in (table, *but)
        for foreign in each.foreign_keys
        if foreign.column.table.name == table
    ]
    found: set[int] = set()
    for column in columns:
        found.update(session.scalars(select(column).where(column.is_not(None)).distinct()))
    return found


def forget_rows(session: Session, kind: str, keys: Iterable[int]) -> None:
    """Let lists forget what they changed of records of a kind, named by its class."""
    for part in parts(keys):
        theirs = ImportRow.record_kind == kind, ImportRow.record_id.in_(part)
        session.execute(delete(ImportRow).where(*theirs))


def parts(keys: Iterable[int]) -> Iterator[list[int]]:
    """Yield keys in parts that one statement takes, and say before each of many how far it is."""
    ordered = sorted(keys)
    for at in range(0, len(ordered), _PART):
        if len(ordered) > _MANY:
            step(at, len(ordered))
        yield ordered[at : at + _PART]
