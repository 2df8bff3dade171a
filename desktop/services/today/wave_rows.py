"""The last days of a wave: what is due on one day for all of its units is one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.time_left import DueTask, TimeLeft, day_left
from desktop.services.progress.cells import Mark
from desktop.services.progress.deadlines import hour_left
from desktop.services.today.wave_dues import UnitDue
from desktop.services.today.wave_units import WaveUnit

_SOON = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class WaveRow:
    """A last day of a wave.

    Attributes:
        task: what has to be done; ``day`` by when, ``hour`` of it where the plan names one.
        days: how many days its clause counts, back or on; None for what no clause counts.
        working: whether those are working days; ``before`` whether they are counted back.
        clause: that sets it; None where the commune does.
        done, base: how many units have done it, of how many that have to.
        congress: whether these are branches.
        mark: how it stands.
        left: how long is left until the day, or how long it is past.
        start: from which day it is counted, where that is not certain yet.
        unit: the name of the unit, where it concerns one alone of several.
    """

    task: DueTask
    day: date
    hour: time | None
    days: int | None
    working: bool
    before: bool
    clause: ClauseView | None
    done: int
    base: int
    congress: bool
    mark: Mark
    left: TimeLeft
    start: date | None
    unit: str = ""


def rows_of(units: Sequence[WaveUnit], now: datetime) -> tuple[WaveRow, ...]:
    """Return the last days of units, the earliest first."""
    found: dict[tuple[date, DueTask, time | None], list[tuple[WaveUnit, UnitDue]]] = defaultdict(list)
    for unit in units:
        for due in unit.dues:
            found[due.day, due.task, due.hour].append((unit, due))
    rows = [_row(same, len(units), now) for same in found.values()]
    return tuple(sorted(rows, key=lambda row: (row.day, not row.before, row.task)))


def _row(same: Sequence[tuple[WaveUnit, UnitDue]], units: int, now: datetime) -> WaveRow:
    unit, due = same[0]
    today = now.date()
    done, base = sum(each.done for _, each in same), len(same)
    timed = due.hour is not None and due.day == today
    left = hour_left(due.hour, now) if timed and due.hour else day_left(due.day, None, today)
    past = due.day < today or (timed and due.hour is not None and due.hour < now.time())
    starts = [each.start for _, each in same if each.start is not None]
    return WaveRow(
        task=due.task,
        day=due.day,
        hour=due.hour,
        days=due.clause.whole() if due.clause else None,
        working=due.clause is not None and due.clause.unit == "working_days",
        before=due.before,
        clause=clause_view(due.clause) if due.clause else None,
        done=done,
        base=base,
        congress=unit.congress,
        mark=_mark(due, done, base, today, past=past),
        left=left,
        start=max(starts, default=None),
        unit=unit.name if base == 1 and units > 1 else "",
    )


def _mark(due: UnitDue, done: int, base: int, today: date, *, past: bool) -> Mark:
    if done == base:
        return Mark.DONE
    if past and due.task is not DueTask.COMPLAINTS:
        return Mark.WRONG
    if due.day - today <= _SOON and due.task is not DueTask.COMPLAINTS and due.start is None:
        return Mark.ATTENTION
    return Mark.DOING if done else Mark.NOT_YET
