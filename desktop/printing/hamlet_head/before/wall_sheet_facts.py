"""What the wall sheet of an election's deadlines shows, as values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A row of the sheet and a point on its scale.

    Args:
        mark: how it is counted, such as ``−20 ngày`` or ``+5 ngày làm việc``.
        label: under its point on the scale, such as ``−20`` or ``hạn công nhận``.
        offset: calendar days from the election day, 0 for the day itself; None where working days are
            counted, whose date nobody knows before the election day is known.
        day: the last day, as the law counts it.
        work_by: the last working day before it, where it falls on a day off.
        lead: bold words before the task.
        task: what must be done by then.
        note: in italics after the task.
        who: answers for it.
        basis: where the law says so, in a few words.
    """

    mark: str
    label: str
    offset: int | None = None
    day: dt.date | None = None
    work_by: dt.date | None = None
    lead: str = ""
    task: str
    note: str = ""
    who: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WallSheet:
    """The deadlines of one election, to hang on a wall; None becomes a dotted line.

    Args:
        issuer_lines: superior first, in capitals.
        post: whom the hamlet elects, such as ``Trưởng thôn``.
        election_day: from which the scale counts; ``day_words`` what that day is.
        term: such as ``2024 - 2027``.
        milestones: the earliest first.
        notes: sentences in italics under the table.

    Raises:
        ValueError: there is no milestone.

    Source: paper.md §5; rules.md §2 (timeline).
    """

    issuer_lines: tuple[str, ...] = ()
    post: str = "Trưởng thôn"
    election_day: dt.date | None = None
    day_words: str = "Ngày bầu cử"
    term: str | None = None
    milestones: tuple[Milestone, ...]
    notes: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.milestones:
            raise ValueError("something is due")


def for_pen(sheet: WallSheet) -> WallSheet:
    """Take the dates of an election out, and keep what the law says of any."""
    bare = tuple(replace(each, day=None, work_by=None, note="") for each in sheet.milestones)
    return replace(sheet, milestones=bare)
