"""What a member of the Party is to a branch on a day: the standing, from the days and what was stored.

Official and on probation follow from days and are never stored: a stored word would be wrong the day after.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.rules.timeline import months_after
from desktop.vietnamese.partial_date import PartialDate


class Standing(StrEnum):
    """What a member is, those that are stored first. Source: congress.md §3."""

    CHARGED = "charged"
    SUSPENDED = "suspended"
    EXEMPT = "exempt"
    ELSEWHERE = "elsewhere"
    HERE = "here"
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    UNKNOWN = "unknown"


_STORED = (Standing.CHARGED, Standing.SUSPENDED, Standing.EXEMPT, Standing.ELSEWHERE, Standing.HERE)


class Trouble(StrEnum):
    """What wants a person: a day that isn't known, days in the wrong order, probation or a stay too long."""

    NO_ADMISSION = "no_admission"
    ORDER = "order"
    OVERDUE = "overdue"
    STAYED = "stayed"


@dataclass(frozen=True, slots=True)
class Period:
    """A stored standing and its days; ``ends_on`` None while nobody knows."""

    kind: Standing
    starts_on: date
    ends_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Days:
    """When a member was admitted, and when probation was over; as far as it is known."""

    admitted: PartialDate | None = None
    official: PartialDate | None = None


def standing_on(day: date, days: Days, periods: Iterable[Period] = ()) -> Standing:
    """Return the standing on a day; where several periods hold, the one that takes most away.

    A day known only to its month or year has come when it has come for certain. Whoever's list tells neither
    day is ``unknown``: nothing is guessed, since it decides who votes.
    """
    held = {period.kind for period in periods if period.holds_on(day)}
    stored = next((kind for kind in _STORED if kind in held), None)
    if stored is not None:
        return stored
    if days.official is not None and days.official.latest() <= day:
        return Standing.OFFICIAL
    if days.admitted is not None and days.admitted.earliest() <= day:
        return Standing.PROBATIONARY
    return Standing.UNKNOWN


def probation_over(days: Days, months: int) -> date | None:
    """Return the day on which probation is over; None for an official member, or where nobody knows the day.

    Args:
        days: of the member.
        months: of probation, by the clause ``probation``.
    """
    if days.official is not None or days.admitted is None or days.admitted.day is None:
        return None
    return months_after(days.admitted.earliest(), months)


def stayed(day: date, periods: Iterable[Period], here_since: date | None) -> bool:
    """Tell whether somebody who was here for a time is still in the branch after that time.

    Such a person would count as one of the branch's own, and vote.

    Args:
        day: on which it is asked.
        periods: the stored standings.
        here_since: the first day in the branch, None where nobody knows; who came anew later belongs here.
    """
    over = [each.ends_on for each in periods if each.kind is Standing.HERE and each.ends_on is not None]
    going_on = any(each.kind is Standing.HERE and each.holds_on(day) for each in periods)
    return not going_on and any(end < day and (here_since is None or here_since <= end) for end in over)


def troubles_on(day: date, days: Days, months: int) -> tuple[Trouble, ...]:
    """Return what wants a person on a day."""
    found = []
    if days.admitted is None:
        found.append(Trouble.NO_ADMISSION)
    elif days.official is not None and days.official.latest() < days.admitted.earliest():
        found.append(Trouble.ORDER)
    over = probation_over(days, months)
    if over is not None and over < day:
        found.append(Trouble.OVERDUE)
    return tuple(found)
