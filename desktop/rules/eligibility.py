"""Who may stand, and who may run an election: nobody who stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.errors import Problem
from desktop.rules.statute import Clause
from desktop.vietnamese.partial_date import PartialDate, age_by, age_on
from desktop.vietnamese.text import tidy

HAMLET = "hamlet"
COMMUNE = "commune"
"""Where a candidate must live, as the clause ``residence`` says."""


@dataclass(frozen=True, slots=True)
class Aspirant:
    """Somebody who wants to stand: the birth as far as known, and whether lists show them to live there."""

    birth: PartialDate | None
    listed: bool


def residence_area(residence: Clause | None) -> str:
    """Return where a candidate must live by the statute: ``hamlet``, or ``commune``.

    Statutes frozen before residence had a clause of its own asked for the hamlet.

    Source: rules.md §2 (standards).
    """
    return COMMUNE if residence is not None and residence.value == COMMUNE else HAMLET


def aspirants_who_may_not(
    aspirants: Sequence[Aspirant], day: date, age: Clause | None, area: str = HAMLET
) -> tuple[Problem, ...]:
    """Check everybody who wants to stand on a day against the standards of the statute.

    Args:
        aspirants: in the order of the ballot.
        day: of the election.
        age: the clause on the least age; None where the statute has none.
        area: where they must live, as ``residence_area`` tells.

    Returns:
        E503 for somebody too young; W503 instead where nobody has read the clause in the official text, since
        such a clause stops nothing. W504 where no birth is known, N504 where somebody is old enough only
        because a birth known to the year or month counts from its first day. W505 for somebody who is not in
        the lists of that area, so that residence is to be looked into. Fields are ``candidates[0].birth`` and
        ``candidates[0].residence``; the context holds ``age`` and ``least`` in years, or ``area``.

    Source: rules.md §2 (standards: age, residence) and §7 (partial birth dates).
    """
    found = []
    for index, aspirant in enumerate(aspirants):
        if age is not None:
            found += _too_young(f"candidates[{index}].birth", aspirant.birth, day, age)
        if not aspirant.listed:
            # W505: nothing shows that the person lives there.
            found.append(Problem("W505", (f"candidates[{index}].residence",), {"area": area}))
    return tuple(found)


def officials_who_stand(officials: Sequence[str], candidates: Sequence[str]) -> tuple[Problem, ...]:
    """Find members of the election team or the counting committee who are candidates.

    Returns:
        One E502 for each, naming both places: ``officials[0]``, ``candidates[1].name``.

    Source: rules.md §2 (no candidate in the team) and E502 in §4.
    """
    listed = {tidy(name).casefold(): index for index, name in enumerate(candidates)}
    return tuple(
        Problem("E502", (f"officials[{index}]", f"candidates[{listed[key]}].name"))
        for index, key in enumerate(tidy(name).casefold() for name in officials)
        if key in listed
    )


def _too_young(field: str, birth: PartialDate | None, day: date, age: Clause) -> list[Problem]:
    least = age.whole()
    if birth is None:
        # W504: the age cannot be told.
        return [Problem("W504", (field,), {"least": least})]
    reached = age_on(birth, day)
    told: dict[str, object] = {"age": reached, "least": least}
    if reached < least:
        # E503, W503: too young on the day.
        return [Problem("E503" if age.checked == "read" else "W503", (field,), told)]
    if age_by(birth, day) < least:
        # N504: of age only because the birth counts from its first possible day.
        return [Problem("N504", (field,), told)]
    return []
