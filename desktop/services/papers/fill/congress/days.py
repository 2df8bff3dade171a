"""The last days around a congress, as its statute and the office's working days have them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.rules.statute import Clause, Statute
from desktop.rules.timeline import (
    WorkingDays,
    deadline_after,
    deadlines_before,
    recognition_deadline,
    sending_deadline,
)

_BEFORE = "announcement_before"
_AFTER = ("complaints_within", "handing_over")


@dataclass(frozen=True, slots=True)
class CongressDay:
    """A last day around a congress, counted from its planned day: its clause, and whether it is before it."""

    day: dt.date
    clause: Clause
    before: bool = False


def days_around(statute: Statute, held_on: dt.date, working: WorkingDays) -> tuple[CongressDay, ...]:
    """Return the last days around a congress that its statute names, the earliest first.

    The days of approval run from the day on which the report comes in; here from the last day of reporting.

    Source: 294-QĐ/TW 11.1.3, 15.2, 16.1; 190-QĐ/TW art. 33 (congress.md §2).
    """
    found = [
        CongressDay(each.day, each.clause, before=True)
        for each in deadlines_before(statute, held_on, working)
        if each.clause.key == _BEFORE
    ]
    sent = sending_deadline(statute, held_on, working)
    if sent is not None:
        found.append(CongressDay(sent.day, sent.clause))
        approved = recognition_deadline(statute, sent.day, working)
        if approved is not None:
            found.append(CongressDay(approved.day, approved.clause))
    for key in _AFTER:
        clause = statute.find(key)
        if clause is not None:
            found.append(CongressDay(deadline_after(held_on, clause, working).day, clause))
    return tuple(sorted(found, key=lambda each: (each.day, each.clause.key)))
