"""From which day to which each clause of a statute holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.rules.statute import Clause, Statute

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClauseDays:
    """A clause with the first and the last day on which it holds; the last is None while nothing ends it."""

    clause: Clause
    first: date
    last: date | None

    def holds_on(self, day: date) -> bool:
        """Tell whether the clause holds on a day."""
        return self.first <= day and (self.last is None or day <= self.last)


def days_in_force(statute: Statute) -> tuple[ClauseDays, ...]:
    """List the clauses of a statute in the order of the file, each with the days on which it holds.

    A clause gives way to a later one of its key on that one's first day; a clause that gives way on its own
    first day, to what an office laid over it, is left out.

    Source: rules.md §1 (a later text adds dated clauses).
    """
    found = []
    for place, clause in enumerate(statute.clauses):
        first = _first(statute, clause)
        followed = [
            _first(statute, other)
            for number, other in enumerate(statute.clauses)
            if other.key == clause.key and (_first(statute, other), number) > (first, place)
        ]
        last = min(followed) - _DAY if followed else statute.in_force_to
        if last is None or last >= first:
            found.append(ClauseDays(clause, first, last))
    return tuple(found)


def _first(statute: Statute, clause: Clause) -> date:
    return clause.in_force_from or statute.in_force_from
