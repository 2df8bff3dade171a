"""The kinds of list: their columns, how a row of them is read, what makes two rows the same one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from desktop.errors import SheetRefused
from desktop.sheets.lists import hamlets, households, members, mergers, person_columns, voters
from desktop.sheets.lists.columns import Column
from desktop.sheets.lists.line import Line
from desktop.sheets.lists.record import Record
from desktop.sheets.lists.two_people import one_person_each

Identifying: TypeAlias = Callable[[dict[str, Any]], tuple[str, tuple[object, ...]] | None]


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list.

    Attributes:
        columns: those that its header may name.
        read_row: reads a row; raises ``RowRefused``.
        identifying: the key of a row's telling cell and what it tells; None if nothing does.
        as_a_whole: looks at all rows of a sheet, and marks those to be refused.
    """

    columns: tuple[Column, ...]
    read_row: Callable[[Record], dict[str, Any]]
    identifying: Identifying
    as_a_whole: Callable[[Sequence[Line]], Sequence[Line]] = tuple


_KINDS = {
    "households": ListKind(
        households.COLUMNS, households.read_household, person_columns.identifying, households.heads_only
    ),
    "members": ListKind(members.COLUMNS, members.read_member, members.identifying, one_person_each),
    "voters": ListKind(voters.COLUMNS, voters.read_voter, person_columns.identifying, one_person_each),
    "hamlets": ListKind(hamlets.COLUMNS, hamlets.read_hamlet, hamlets.identifying),
    "mergers": ListKind(mergers.COLUMNS, mergers.read_merger, mergers.identifying),
}


def list_kind(kind: str, name: str) -> ListKind:
    """Return the kind of list of a name.

    Args:
        kind: ``households``, ``members``, ``voters``, ``hamlets`` or ``mergers``.
        name: the file's name, for a refusal.

    Raises:
        SheetRefused: ``sheet.kind``.
    """
    found = _KINDS.get(kind)
    if found is None:
        raise SheetRefused("sheet.kind", where=name, kind=kind)
    return found
