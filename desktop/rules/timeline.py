"""The days by which the steps of an election must be done, and working days.

A deadline that falls on a day off stays where the law puts it; the last working day before it is named
beside it, since nobody sits in the office on the day itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.rules.statute import Clause, Statute

BEFORE = ("decision_before", "candidates_before", "team_before", "posting_before")
"""Clauses that count days back from the election day, the earliest first."""

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days the office works: Monday to Friday, but for days off and days worked in exchange.

    Attributes:
        days_off: public holidays and the office's own days off.
        worked: Saturdays and Sundays that are worked in exchange for another day.
    """

    days_off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether the office works on a day; a day off wins over a day worked in exchange."""
        return day not in self.days_off and (day.weekday() < _SATURDAY or day in self.worked)

    def last_by(self, day: date) -> date:
        """Return the last working day that is not after a day."""
        while not self.is_working(day):
            day -= _DAY
        return day

    def after(self, day: date, count: int) -> date:
        """Return the working day that many working days after a day, counted from the day after it."""
        for _ in range(count):
            day += _DAY
            while not self.is_working(day):
                day += _DAY
        return day


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for something, by a clause.

    Attributes:
        day: the last day as the law counts it, working day or not.
        last_working_day: the same day, or the last working day before it.
        clause: what it follows from; its key says what has to be done.
    """

    day: date
    last_working_day: date
    clause: Clause


def deadlines_before(statute: Statute, election_day: date, working: WorkingDays) -> tuple[Deadline, ...]:
    """List the deadlines that a statute counts back from the election day, the earliest first.

    Source: rules.md §2 (timeline): decision, candidate list, election team, posting.
    """
    clauses = [clause for key in BEFORE if (clause := statute.find(key)) is not None]
    made = [_deadline(election_day - timedelta(days=c.whole()), c, working) for c in clauses]
    return tuple(sorted(made, key=lambda deadline: deadline.day))


def recognition_deadline(statute: Statute, received_on: date, working: WorkingDays) -> Deadline | None:
    """Return by when the authority recognises or approves the result, or orders it held again.

    None where no working days are set.

    Args:
        statute: the election's.
        received_on: when the authority received the result; the count starts on the day after.
        working: the office's working days.

    Source: Decree 59/2023/NĐ-CP, 5 working days from receiving the result (rules.md §2).
    """
    clause = statute.find("recognition") or statute.find("approval")
    if clause is None or clause.unit != "working_days":
        return None
    return _deadline(working.after(received_on, clause.whole()), clause, working)


def held_again_deadline(statute: Statute, election_day: date, working: WorkingDays) -> Deadline | None:
    """Return by when the election is held again; None where the commune decides on the day.

    Args:
        statute: the election's.
        election_day: of the first vote.
        working: the office's working days.

    Source: Joint Resolution 09/2008/NQLT, 15 days from the first vote (rules.md §2).
    """
    clause = statute.find("held_again")
    if clause is None or clause.unit != "days":
        return None
    return _deadline(election_day + timedelta(days=clause.whole()), clause, working)


def _deadline(day: date, clause: Clause, working: WorkingDays) -> Deadline:
    return Deadline(day, working.last_by(day), clause)
