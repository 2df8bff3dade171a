"""Lines for a pen drawn with dotted leaders."""

from __future__ import annotations

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.leader_lines import placed_lines
from desktop.printing.setting.leaders import PITCH, PenLines
from desktop.printing.setting.pen import Drawn, Pen
from desktop.printing.setting.sheets import MEASURE

_BASELINE = 5.4
_DROP = 0.1


def set_pen_lines(block: PenLines) -> Drawn:
    """Set words and blanks on their lines.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper.md §4, blank form.
    """
    lines = list(placed_lines(block))

    def drawing(pen: Pen) -> None:
        pen.text(block.indent, _BASELINE, block.lead, BOLD, block.size)
        for row, line in enumerate(lines):
            pen.placed(line, _BASELINE + row * PITCH, SERIF, block.size, _DROP)

    return Drawn(MEASURE, len(lines) * PITCH + block.after, drawing)
