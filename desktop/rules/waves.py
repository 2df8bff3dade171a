"""Waves of a campaign: how many days early one was over, and how many units had finished by which hour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime


def days_early(finish_by: date | None, held: Sequence[date], units: int) -> int | None:
    """Return how many days before its last planned day a wave was over; below 0 for days too late.

    Args:
        finish_by: the last day that the plan leaves; None where it names none.
        held: the day of each unit that has finished.
        units: how many the wave has; a wave is over once all of them are.

    Returns:
        Calendar days; None while it isn't over, or where the plan names no day.

    Source: field-practice.md P41 (congresses finished early: planned and real dates).
    """
    if finish_by is None or not held or len(held) < units:
        return None
    return (finish_by - max(held)).days


def finished_by_hour(moments: Sequence[datetime]) -> tuple[tuple[datetime, int], ...]:
    """Return how many units had finished at each moment at which one did, the first first.

    Units that finished at the same moment make one step.

    Source: field-practice.md P05 (progress by the hour).
    """
    ordered = sorted(moments)
    return tuple(
        (moment, number)
        for number, moment in enumerate(ordered, 1)
        if number == len(ordered) or ordered[number] != moment
    )


def finished_at(told: datetime | None, recorded: datetime | None) -> datetime | None:
    """Return when a unit finished: the hour that it told, unless its own papers tell an earlier one."""
    known = [moment for moment in (told, recorded) if moment is not None]
    return min(known, default=None)
