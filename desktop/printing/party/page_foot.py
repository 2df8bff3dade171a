"""The last line of a register's page: what the page holds at the left, which page it is at the right."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.party.across import MEASURE
from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import BOLD, ITALIC
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.placed import Placed

FOOT_HEIGHT = 7.0
_BASELINE = 5.0
COUNTED_SIZE = 12.0
_SIZE = 12.0
_BETWEEN = 6.0
_BLANK = 14.0
_GAP = 1.0
_LEADER_DROP = 0.4


@dataclass(frozen=True, slots=True)
class PageFoot(Block):
    """The line.

    Args:
        said: at the left.
        page: at the right.
        blanks: words after ``said``, each before a blank for a pen; with any, the left side is bold.
    """

    said: str
    page: str
    blanks: tuple[str, ...] = ()

    @property
    def size(self) -> float:
        """Points: as large as both find room beside each other."""
        wanted = width_mm(self.said, ITALIC, _SIZE) + width_mm(self.page, ITALIC, _SIZE)
        return _SIZE * min(1.0, (MEASURE - _BETWEEN) / wanted)

    @property
    def counted(self) -> list[Placed]:
        """The left side of a line with blanks, its words and blanks where they stand."""
        x = 0.0
        placed: list[Placed] = []
        for row, one in enumerate(self.blanks):
            word = f"; {one}:" if row else f"{self.said}; {one}:"
            width = width_mm(word, BOLD, COUNTED_SIZE)
            placed += [Placed(word, x, x + width), Placed(None, x + width + _GAP, x + width + _GAP + _BLANK)]
            x += width + 2 * _GAP + _BLANK
        placed.append(Placed(".", x, x + width_mm(".", BOLD, COUNTED_SIZE)))
        return placed


def set_foot(block: PageFoot) -> Drawn:
    """Set the line.

    Raises:
        PaperRefused: ``paper.letter``.
    """

    def drawing(pen: Pen) -> None:
        if block.blanks:
            pen.placed(block.counted, _BASELINE, BOLD, COUNTED_SIZE, _LEADER_DROP)
        else:
            pen.text(0, _BASELINE, block.said, ITALIC, block.size)
        pen.flush_right(MEASURE, _BASELINE, block.page, ITALIC, block.size)

    return Drawn(MEASURE, FOOT_HEIGHT, drawing)
