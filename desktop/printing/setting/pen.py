"""Drawing in millimetres from the upper left corner, as the measures of the papers are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import getFont, stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop.printing.setting.placed import Placed

RULE = 0.6
"""Points: the one weight of rules and tables; 0.75 renders as one or two pixels by chance."""

_DOT = 0.8
_DOT_PITCH = 2.3
_DOT_INSET = 0.3
_DOT_SLACK = 0.003


def width_mm(text: str, face: str, size: float) -> float:
    """Measure a text in millimetres.

    Raises:
        PaperRefused: ``paper.letter``: the face cannot draw the text.
    """
    return float(stringWidth(text, face, size) / mm)


class Pen:
    """A canvas with the origin at the upper left of an area, all lengths in mm, weights and type in pt.

    Args:
        canvas: reportlab's canvas, its origin at the lower left of the area.
        height: of the area, mm.
    """

    def __init__(self, canvas: Any, height: float) -> None:
        self.canvas = canvas
        self.height = height

    def text(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """Write one line that begins at ``x``, its baseline at ``y``."""
        # The canvas would take each line through a text object that knows of writing from right to left.
        canvas = self.canvas
        canvas.setFont(face, size)
        present, operators = "", []
        for name, shown in getFont(face).written(text, canvas._doc):  # noqa: SLF001 - the only way to a canvas' document
            if name != present:
                present = name
                operators.append(f"{name} {fp_str(size)} Tf {fp_str(1.2 * size)} TL")
            operators.append(shown)
        canvas.addLiteral(f"BT 1 0 0 1 {fp_str(x * mm, self._up(y))} Tm {' '.join(operators)} T* ET")

    def centred(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """Write one line with its middle at ``x``."""
        self.text(x - width_mm(text, face, size) / 2, y, text, face, size)

    def flush_right(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """Write one line that ends at ``x``."""
        self.text(x - width_mm(text, face, size), y, text, face, size)

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float = RULE) -> None:
        """Draw a straight line."""
        self.canvas.setLineWidth(weight)
        self.canvas.line(x1 * mm, self._up(y1), x2 * mm, self._up(y2))

    def box(self, x: float, y: float, width: float, height: float, weight: float = RULE) -> None:
        """Draw the outline of a rectangle given by its upper left corner."""
        self.canvas.setLineWidth(weight)
        self.canvas.rect(x * mm, self._up(y + height), width * mm, height * mm)

    def disc(self, x: float, y: float, radius: float) -> None:
        """Draw a filled circle about its middle."""
        self.canvas.circle(x * mm, self._up(y), radius * mm, stroke=0, fill=1)

    def block(self, x: float, y: float, block: Flowable) -> None:
        """Draw a wrapped block of text by its upper left corner."""
        block.drawOn(self.canvas, x * mm, self._up(y) - block.height)

    def dots(self, x1: float, x2: float, y: float) -> None:
        """Draw a dotted leader to write on: round dots, never typed full stops.

        The pitch gives way a little, so that the last dot stands at the end.

        Source: paper.md §4 (0.8 pt every 2.3 pt).
        """
        length = (x2 - x1 - 2 * _DOT_INSET) * mm
        # Some renderers lengthen each pitch a little, and leave out a dot that then falls behind the end.
        pitch = length / max(1, round(length / _DOT_PITCH)) - _DOT_SLACK
        self.canvas.saveState()
        self.canvas.setLineCap(1)
        self.canvas.setDash([0, pitch])
        self.line(x1 + _DOT_INSET, y, x2 - _DOT_INSET, y, _DOT)
        self.canvas.restoreState()

    def placed(self, line: Iterable[Placed], y: float, face: str, size: float, drop: float) -> None:
        """Write words and draw leaders where they stand, the leaders so many mm under the baseline."""
        for one in line:
            if one.word is None:
                self.dots(one.x, one.end, y + drop)
            else:
                self.text(one.x, y, one.word, face, size)

    def grey(self, level: float) -> None:
        """Use a grey from 0 (black) to 1 (white) for what follows."""
        self.canvas.setFillGray(level)
        self.canvas.setStrokeGray(level)

    def _up(self, y: float) -> float:
        return float((self.height - y) * mm)


class Drawn(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A block of fixed size in a flow of paragraphs, drawn by a function.

    Args:
        width: mm.
        height: mm.
        drawing: is given a :class:`Pen` over the block.
    """

    def __init__(self, width: float, height: float, drawing: Callable[[Pen], None]) -> None:
        super().__init__()
        self.width = width * mm
        self.height = height * mm
        self._drawing = drawing

    def draw(self) -> None:
        """Draw the block at the canvas' present origin."""
        canvas: Canvas = self.canv
        canvas.saveState()
        self._drawing(Pen(canvas, self.height / mm))
        canvas.restoreState()
