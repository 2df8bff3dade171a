"""What stands in the tables of what is final, as a digest for each record."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, select, type_coerce
from sqlalchemy.types import NullType

if TYPE_CHECKING:
    from desktop.models.finals import Final

Held = Mapping[str, Collection[str]]
"""The columns that each table has: of an older schema fewer than the classes say."""

_RAW = NullType()
_OWNER = "asked_for"
_AT_ONCE = 50


def standing(
    connection: Connection, final: Final, owner: int | None = None, *, held: Held | None = None
) -> Iterator[tuple[int, str]]:
    """Give each record that is final, by its owner's key, with the SHA-256 of what it holds.

    A row counts as the JSON object of those of its columns that are not empty, so that a column which comes
    later and is empty in a row leaves that row's digest as it was. Cells count as they are stored; of bytes
    their SHA-256.

    Args:
        connection: to the database.
        final: the kind.
        owner: the one record that is asked for; all where left out.
        held: what columns there are, where these may be fewer than today's; then all are asked for.
    """
    query = _query(final, held) if held is not None else _all(final) if owner is None else _one(final)
    asked = None if owner is None else {_OWNER: owner}
    rows = connection.execute(query, asked, execution_options={"yield_per": _AT_ONCE})
    names = [name.removeprefix("cell_") for name in rows.keys()][1:]  # noqa: SIM118 - of a result
    for key, group in groupby(rows, key=lambda row: row[0]):
        digest = hashlib.sha256()
        for row in group:
            digest.update(_canonical(names, row))
        yield key, digest.hexdigest()


def digest_of(connection: Connection, final: Final, owner: int) -> str | None:
    """Return the digest of one record; None where there is none that is final."""
    return next((digest for _, digest in standing(connection, final, owner)), None)


# Asked at every write and for each kind at a check: a statement takes longer to put together than to run.
@cache
def _all(final: Final) -> Select[Any]:
    return _query(final, None)


@cache
def _one(final: Final) -> Select[Any]:
    return _query(final, None).where(final.table.c[final.owner] == bindparam(_OWNER))


def _query(final: Final, held: Held | None) -> Select[Any]:
    table, by = final.table, final.table.c[final.owner]
    columns = final.columns()
    if held is not None:
        columns = tuple(each for each in columns if each.name in held.get(table.name, ()))
    # As they are stored: what a class makes of a cell may be the same for two.
    cells = (type_coerce(each, _RAW).label(f"cell_{each.name}") for each in columns)
    chosen: tuple[ColumnElement[Any], ...] = (type_coerce(by, _RAW).label("owner"), *cells)
    query: Select[Any] = select(*chosen).order_by(by, table.c.id)
    if final.since is not None:
        if final.root is not None:
            root = final.root.metadata.tables[final.root.__tablename__]
            query = query.join(root, root.c.id == by)
        query = query.where(final.since)
    return query


def _canonical(names: Sequence[str], row: Row[Any]) -> bytes:
    values: tuple[object, ...] = tuple(row)[1:]
    cells = {name: _cell(value) for name, value in zip(names, values, strict=True) if value is not None}
    return msgspec.json.encode(cells) + b"\n"


def _cell(value: object) -> object:
    return ["sha256", hashlib.sha256(value).hexdigest()] if isinstance(value, bytes) else value
