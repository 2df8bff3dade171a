"""The kinds of list that are known; a new one is a file beside this one and its name here."""

from __future__ import annotations

from desktop.errors import SheetRefused
from desktop.sheets.lists.kinds.branches import BRANCHES
from desktop.sheets.lists.kinds.hamlets import HAMLETS
from desktop.sheets.lists.kinds.household_members import HOUSEHOLD_MEMBERS
from desktop.sheets.lists.kinds.households import HOUSEHOLDS
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.lists.kinds.members import MEMBERS
from desktop.sheets.lists.kinds.mergers import MERGERS
from desktop.sheets.lists.kinds.posts import POSTS
from desktop.sheets.lists.kinds.voters import VOTERS

KINDS = {
    kind.name: kind
    for kind in (
        *(HOUSEHOLDS, HOUSEHOLD_MEMBERS, MEMBERS, VOTERS, HAMLETS, MERGERS),
        *(BRANCHES, POSTS),
    )
}
"""By their names."""


def list_kind(name: str, file: str) -> ListKind:
    """Return the kind of list of a name.

    Args:
        name: one of ``KINDS``.
        file: the file's name, for a refusal.

    Raises:
        SheetRefused: ``sheet.kind``.
    """
    found = KINDS.get(name)
    if found is None:
        raise SheetRefused("sheet.kind", where=file, kind=name)
    return found


def lists_of(*works: str) -> tuple[str, ...]:
    """Return the names of the lists of ``elections``, of the ``party``, or with an empty word everybody's."""
    return tuple(kind.name for kind in KINDS.values() if kind.work in works)
