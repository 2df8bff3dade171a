"""A framed name drawn between the margins."""

from __future__ import annotations

from desktop.printing.setting.faces import BOLD
from desktop.printing.setting.name_frame import BLANK_HEIGHT, NameFrame, framed_lines
from desktop.printing.setting.pen import Drawn, Pen
from desktop.printing.setting.sheets import MEASURE

_PITCH = 10.5


def set_name_frame(block: NameFrame) -> Drawn:
    """Set a name in its frame.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    if block.name is None:
        return Drawn(MEASURE, BLANK_HEIGHT, _draw_blank)
    size, lines = framed_lines(block.name)
    height = 8.5 + len(lines) * _PITCH

    def drawing(pen: Pen) -> None:
        pen.box(0, 0, MEASURE, height)
        for row, line in enumerate(lines):
            middle = height / 2 + (row - (len(lines) - 1) / 2) * _PITCH
            pen.centred(MEASURE / 2, middle + size * 0.115, line, BOLD, size)

    return Drawn(MEASURE, height, drawing)


def _draw_blank(pen: Pen) -> None:
    pen.box(0, 0, MEASURE, BLANK_HEIGHT)
    pen.dots(8, MEASURE - 8, BLANK_HEIGHT * 0.7)
