"""The account of a list: its lines are rows taken, rows refused or lines passed over, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from desktop.services.lists.preview import Preview, RowState
from desktop.vietnamese.identity_number import mask

# One that lost zeros at its left has ten or eleven; some are written in groups.
_IDENTITY = re.compile(r"(?<![0-9])[0-9](?:[ .]?[0-9]){8,11}(?![0-9])")


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A line that was passed over.

    Attributes:
        row: its number in its sheet.
        sheet: the name of the sheet; empty where the file has only one.
        code: why, as the reader tells it.
        words: what it says; identity numbers are masked.
    """

    row: int
    sheet: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class Account:
    """How many lines a list has, and what became of them.

    Attributes:
        lines: that hold anything.
        taken: of which state, with how many; those with none left out.
        refused: for which code, with how many, the most frequent first.
        passed: for which code, with how many, the most frequent first.
        passed_lines: each of those passed over, in the order of the file.
    """

    lines: int
    taken: tuple[tuple[RowState, int], ...]
    refused: tuple[tuple[str, int], ...]
    passed: tuple[tuple[str, int], ...]
    passed_lines: tuple[PassedOver, ...]


def account_of(preview: Preview) -> Account:
    """Return the account of a list for the unit that it is previewed for."""
    reading = preview.reading
    states = Counter(row.state for row in preview.rows)
    return Account(
        lines=reading.lines,
        taken=tuple(
            (state, states[state]) for state in RowState if state is not RowState.REFUSED and states[state]
        ),
        refused=tuple(Counter(row.code for row in reading.refused).most_common()),
        passed=tuple(Counter(line.code for line in reading.passed).most_common()),
        passed_lines=tuple(
            PassedOver(row, sheet, line.code, masked(line.words))
            for line in reading.passed
            for sheet, row in (reading.place_passed(line),)
        ),
    )


def masked(text: str) -> str:
    """Return a text of a file with every identity number in it masked."""
    return _IDENTITY.sub(lambda number: mask(number[0]), text)
