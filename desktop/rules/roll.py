"""The roll after it is frozen: what may still change, and how many it counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.errors import Problem


@dataclass(frozen=True, slots=True)
class RollLine:
    """One line of a roll: its number, the household or voter it is for, and 0 or its supplement's number."""

    number: int
    elector: int
    supplement: int


def roll_changes(frozen: Iterable[RollLine], now: Iterable[RollLine]) -> tuple[Problem, ...]:
    """Compare a roll with what was frozen; only supplements, numbered on, may have come.

    Returns:
        Nothing, or one E501 that names the lines that went, changed, or came without a supplement.

    Source: rules.md §1 and E501 in §4.
    """
    before = {line.number: line for line in frozen}
    after = {line.number: line for line in now}
    wrong = [number for number, line in before.items() if after.get(number) != line]
    last = max(before, default=0)
    wrong += [
        number
        for number, line in after.items()
        if number not in before and (number <= last or line.supplement == 0)
    ]
    if not wrong:
        return ()
    return (Problem("E501", tuple(f"roll[{number}]" for number in sorted(wrong))),)
