"""The term for which an election is held, in months."""

from __future__ import annotations

from datetime import date

from desktop.models.elections import Election


def months_of(election: Election) -> int | None:
    """Return how many months the elected serve; None where it isn't known."""
    start, end = election.term_from, election.term_to
    if start is None or end is None:
        return None
    return (end.year - start.year) * 12 + end.month - start.month


def months_after(day: date, months: int) -> date:
    """Return the day so many months later; the 31st of a short month is its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
