"""How many squares a tally needs, and how its rows are shared out over sheets."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from desktop.printing.counting.tally_facts import TallyCandidate, TallySheet

SQUARES = 13
"""To a line."""

MARKS = 5
"""To a square: four sides and a diagonal."""

_PER_LINE = SQUARES * MARKS
_BLANK_LINES = 2
_BLANK_ROWS = 2


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A row of a sheet: the candidate, or None for the invalid ballots; number on the ballot; lines."""

    candidate: TallyCandidate | None
    number: int
    lines: int


def sheets(tally: TallySheet, room: float, line: float, frame: float) -> list[list[TallyRow]]:
    """Share out the rows; a ballot is marked on one sheet, so all candidates stand on each if they can.

    Args:
        tally: what is counted.
        room: for rows on a sheet, mm.
        line: height of a line of squares, mm.
        frame: what a row takes besides its lines, mm.

    Returns:
        For each sheet its rows; a large electorate takes several sheets alike, one after the other, and
        many candidates are parted over sheets that lie side by side.

    Source: paper.md §5.
    """
    needed = _BLANK_LINES if tally.electorate is None else -(-tally.electorate // _PER_LINE)
    candidates = tally.candidates or (TallyCandidate(),) * _BLANK_ROWS
    rows = [TallyRow(one, one.number or place, 1) for place, one in enumerate(candidates, 1)]
    invalid = TallyRow(None, 0, 1)
    spare = int((room - (len(rows) + 1) * (line + frame)) // line)
    if spare < 0:
        per_sheet = int(room // (line + frame))
        parts = _evenly([*rows, invalid], per_sheet)
        return [part for part in parts for _ in range(needed)]
    lines = min(needed, 1 + spare // len(rows))
    alike = [TallyRow(row.candidate, row.number, lines) for row in rows]
    return [[*alike, invalid] for _ in range(-(-needed // lines))]


def _evenly(rows: list[TallyRow], most: int) -> list[list[TallyRow]]:
    parts = -(-len(rows) // most)
    size, larger = divmod(len(rows), parts)
    ends = [sum(size + (part < larger) for part in range(count)) for count in range(parts + 1)]
    return [rows[start:end] for start, end in pairwise(ends)]
