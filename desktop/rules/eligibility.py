"""Who may run an election: nobody who stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.errors import Problem
from desktop.vietnamese.text import tidy


def officials_who_stand(officials: Sequence[str], candidates: Sequence[str]) -> tuple[Problem, ...]:
    """Find members of the election team or the counting committee who are candidates.

    Returns:
        One E502 for each, naming both places: ``officials[0]``, ``candidates[1].name``.

    Source: rules.md §2 (no candidate in the team) and E502 in §4.
    """
    standing = {tidy(name).casefold(): index for index, name in enumerate(candidates)}
    return tuple(
        Problem("E502", (f"officials[{index}]", f"candidates[{standing[key]}].name"))
        for index, key in enumerate(tidy(name).casefold() for name in officials)
        if key in standing
    )
