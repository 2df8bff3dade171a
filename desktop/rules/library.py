"""The statutes that are known, and which of them is in force on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from desktop.errors import StatuteRefused
from desktop.rules.statute import Statute


class Library:
    """The known statutes, at most one of a kind in force on any day.

    Raises:
        StatuteRefused: an id stands twice, or two statutes of one kind overlap.

    Source: rules.md §1.
    """

    def __init__(self, statutes: Iterable[Statute]) -> None:
        self._statutes: dict[str, Statute] = {}
        for statute in statutes:
            if statute.id in self._statutes:
                raise StatuteRefused("statute", where=statute.id, reason="twice")
            self._statutes[statute.id] = statute
        for one, other in combinations(self._statutes.values(), 2):
            if one.kind == other.kind and _overlap(one, other):
                raise StatuteRefused("statute", where=f"{one.id}, {other.id}", reason="overlap")

    def __iter__(self) -> Iterator[Statute]:
        return iter(self._statutes.values())

    def get(self, statute_id: str) -> Statute | None:
        """Return the statute of that id, or ``None``."""
        return self._statutes.get(statute_id)

    def in_force(self, kind: str, day: date) -> Statute:
        """Return the statute of a kind (``hamlet_head``, ``branch_congress``) in force on a day.

        Raises:
            StatuteRefused: none is.
        """
        for statute in self._statutes.values():
            if statute.kind == kind and statute.in_force_on(day):
                return statute
        raise StatuteRefused("statute", where=day.isoformat(), reason="none_in_force")

    def as_of(self, day: date) -> Library:
        """Return the statutes in force on a day, each with the clauses that hold on it."""
        return Library(statute.as_of(day) for statute in self if statute.in_force_on(day))

    def dated(self, day: date) -> Library:
        """Return every statute with the clauses that hold on a day.

        A vote held again goes by the statute of the first, which may have ended since.
        """
        return Library(statute.as_of(day) for statute in self)


def _overlap(one: Statute, other: Statute) -> bool:
    return one.in_force_from <= (other.in_force_to or date.max) and other.in_force_from <= (
        one.in_force_to or date.max
    )
