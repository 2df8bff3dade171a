"""The term for which an election is held, in months."""

from __future__ import annotations

from desktop.models.elections import Election


def months_of(election: Election) -> int | None:
    """Return how many months the elected serve; None where it isn't known."""
    start, end = election.term_from, election.term_to
    if start is None or end is None:
        return None
    return (end.year - start.year) * 12 + end.month - start.month
