"""The last line of a register's page: what the page holds at the left, which page it is at the right."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.party.across import MEASURE
from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import ITALIC
from desktop.printing.setting.pen import Drawn, Pen, width_mm

FOOT_HEIGHT = 7.0
_BASELINE = 5.0
_SIZE = 12.0
_BETWEEN = 6.0


@dataclass(frozen=True, slots=True)
class PageFoot(Block):
    """The line; ``said`` at the left, ``page`` at the right."""

    said: str
    page: str

    @property
    def size(self) -> float:
        """Points: as large as both find room beside each other."""
        wanted = width_mm(self.said, ITALIC, _SIZE) + width_mm(self.page, ITALIC, _SIZE)
        return _SIZE * min(1.0, (MEASURE - _BETWEEN) / wanted)


def set_foot(block: PageFoot) -> Drawn:
    """Set the line.

    Raises:
        PaperRefused: ``paper.letter``.
    """

    def drawing(pen: Pen) -> None:
        pen.text(0, _BASELINE, block.said, ITALIC, block.size)
        pen.flush_right(MEASURE, _BASELINE, block.page, ITALIC, block.size)

    return Drawn(MEASURE, FOOT_HEIGHT, drawing)
