"""The rows of a sign-in roll and the pages that they go on."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.counting.roll_facts import Representative, SignInRoll
from desktop.printing.setting.faces import ITALIC, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.wording import balanced, count_text

WIDTHS = (12.0, 59.0, 18.0, 46.0, 30.0)
"""Of number, name, birth, signature and note, mm; together the measure."""

PAD = 1.6
NAME_SIZE = 13.0
NAME_PITCH = 5.2
NOTE_SIZE = 11.0
NOTE_PITCH = 4.4

_ROW = 10.5
_ROW_FRAME = 3.2
_BAND = 7.0
_CARRIED = 3
_BLANK_ROLL = 30


@dataclass(frozen=True, slots=True)
class RollRow:
    """A row of the table.

    Args:
        height: mm.
        line: of the roll, or None on a row for a pen.
        name: the name in lines.
        note: the note in lines.
        band: the row only announces those that a pen fills in.
        number: of a row for a pen on a roll without names, else 0.
    """

    height: float
    line: Representative | None = None
    name: tuple[str, ...] = ()
    note: tuple[str, ...] = ()
    band: bool = False
    number: int = 0


def pages(roll: SignInRoll, first: float, other: float, closing: float) -> list[list[RollRow]]:
    """Share out the rows; the signatures at the end never stand on a page without rows.

    Args:
        roll: who is on it.
        first: room for rows on page 1, mm.
        other: room on every other page.
        closing: what total and signatures take under the last row.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    shared: list[list[RollRow]] = [[]]
    room = first
    for row in _rows(roll):
        # The band is kept with the row that it announces.
        if row.height + (_ROW if row.band else 0) > room:
            shared.append([])
            room = other
        shared[-1].append(row)
        room -= row.height
    if room < closing:
        last = shared[-1]
        kept = max(1, len(last) - _CARRIED)
        shared[-1:] = [last[:kept], last[kept:]]
    return shared


def _rows(roll: SignInRoll) -> list[RollRow]:
    if not roll.lines:
        return [RollRow(_ROW, number=number) for number in range(1, _BLANK_ROLL + 1)]
    rows = [_row(line) for line in roll.lines]
    if roll.blank_lines:
        rows.append(RollRow(_BAND, band=True))
    return rows + [RollRow(_ROW)] * roll.blank_lines


def _row(line: Representative) -> RollRow:
    supplement = ""
    if line.supplement:
        supplement = "Bổ sung" if line.supplement == 1 else f"Bổ sung lần {count_text(line.supplement)}"
    text = "; ".join(part for part in (supplement, line.note) if part)
    name = balanced(line.name, WIDTHS[1] - 2 * PAD, lambda part: width_mm(part, SERIF, NAME_SIZE))
    note = balanced(text, WIDTHS[4] - 2 * PAD, lambda part: width_mm(part, ITALIC, NOTE_SIZE)) if text else []
    height = max(_ROW, len(name) * NAME_PITCH + _ROW_FRAME, len(note) * NOTE_PITCH + _ROW_FRAME)
    return RollRow(height, line, tuple(name), tuple(note))
