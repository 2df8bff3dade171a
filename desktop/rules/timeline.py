"""The days by which the steps of an election must be done, and working days.

A deadline that falls on a day off stays where the law puts it; the last working day before it is named
beside it, since nobody sits in the office on the day itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desktop.rules.statute import Clause, Statute

BEFORE_MEETING = ("notice_before",)
"""Clauses that count days back from the day of any vote's meeting."""

BEFORE = (
    "announcement_before",
    "decision_before",
    "candidates_before",
    "team_before",
    "posting_before",
    *BEFORE_MEETING,
)
"""Clauses that count days back from the day of the first vote."""

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
        return self._counted(day, count, _DAY)

    def before(self, day: date, count: int) -> date:
        """Return the working day that many working days before a day, counted from the day before it."""
        return self._counted(day, count, -_DAY)

    def _counted(self, day: date, count: int, step: timedelta) -> date:
        for _ in range(count):
            day += step
            while not self.is_working(day):
                day += step
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


def months_after(day: date, months: int) -> date:
    """Return the same day of the month that many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    # The 31st of a short month is its last day.
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def deadlines_before(
    statute: Statute, day: date, working: WorkingDays, *, first: bool = True
) -> tuple[Deadline, ...]:
    """List the deadlines that a statute counts back from the day of a vote, the earliest first.

    Args:
        statute: the election's.
        day: of the vote.
        working: the office's working days.
        first: whether it is the election's first vote; a later one needs only what every meeting needs.

    Source: rules.md §2 (timeline): decision, candidate list, election team, posting, notice of the meeting;
    §3 (notice): the day of a congress.
    """
    clauses = [clause for key in (BEFORE if first else BEFORE_MEETING) if (clause := statute.find(key))]
    made = [deadline_before(day, clause, working) for clause in clauses]
    return tuple(sorted(made, key=lambda deadline: deadline.day))


def sending_deadline(statute: Statute, held_on: date, working: WorkingDays) -> Deadline | None:
    """Return by when the result of a vote is sent to the authority; None where the statute sets no days.

    Args:
        statute: the election's.
        held_on: the day of the meeting or of the congress's closing; the count starts on the day after.
        working: the office's working days.

    Source: Law 10/2022/QH15 art. 20.3, Decree 59/2023/NĐ-CP art. 3.5.d; 294-QĐ/TW 16.1.1 (rules.md §2, §3).
    """
    clause = statute.find("sending") or statute.find("report")
    return None if clause is None else deadline_after(held_on, clause, working)


def recognition_deadline(statute: Statute, received_on: date, working: WorkingDays) -> Deadline | None:
    """Return by when the authority recognises or approves the result, or orders it held again.

    None where no working days are set.

    Args:
        statute: the election's.
        received_on: when the authority received the result; the count starts on the day after.
        working: the office's working days.

    Source: Decree 59/2023/NĐ-CP art. 8; 294-QĐ/TW 16.1.2 (rules.md §2, §3).
    """
    clause = statute.find("recognition") or statute.find("approval")
    if clause is None or clause.unit != "working_days":
        return None
    return deadline_after(received_on, clause, working)


@dataclass(frozen=True, slots=True)
class SlipDays:
    """The days of slips handed to households; None where one isn't known yet.

    Attributes:
        planned: of their plan; it is sent to the commune some days after it.
        begins: on which slips are first handed out; people are told some days before it.
        ends: the last for handing slips back; the result is sent some working days after it.
    """

    planned: date | None
    begins: date | None
    ends: date | None


def hand_out_deadlines(statute: Statute, days: SlipDays, working: WorkingDays) -> tuple[Deadline, ...]:
    """List the deadlines of slips handed to households: their plan sent, people told, their result sent.

    There is none for a day that isn't known, or where the statute knows no slips.

    Source: Law 10/2022/QH15 arts 19.2, 20.3; Decree 59/2023/NĐ-CP arts 4.2, 4.4, 4.7 (rules.md §2, hand-out).
    """
    counted = (
        ("hand_out_plan_sent", days.planned, deadline_after),
        ("hand_out_notice_before", days.begins, deadline_before),
        ("hand_out_sending", days.ends, deadline_after),
    )
    return tuple(
        count(day, clause, working)
        for key, day, count in counted
        if day is not None and (clause := statute.find(key)) is not None
    )


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
    return deadline_after(election_day, clause, working)


def deadline_before(day: date, clause: Clause, working: WorkingDays) -> Deadline:
    """Count the days of a clause back from a day, which isn't counted."""
    days = clause.whole()
    by = working.before(day, days) if clause.unit == "working_days" else day - timedelta(days=days)
    return Deadline(by, working.last_by(by), clause)


def deadline_after(day: date, clause: Clause, working: WorkingDays) -> Deadline:
    """Count the days of a clause on from a day, which isn't counted."""
    days = clause.whole()
    by = working.after(day, days) if clause.unit == "working_days" else day + timedelta(days=days)
    return Deadline(by, working.last_by(by), clause)
