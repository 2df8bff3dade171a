"""A paragraph in the flow of a page: its lines broken once, justified, and parted at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.printing.pdf.text_lines import Line, Word, Writing, broken
from desktop.printing.setting.text_style import TextStyle

_NEXT_TO_NOTHING = 1e-8
_LEAST_LINES = 2


class SetText(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph in the flow of a page.

    Args:
        words: from :func:`~desktop.printing.pdf.text_lines.words_of`.
        style: how they are set.
        goes_on: on the next page, so that the last line is justified as well.

    Raises:
        PaperRefused: ``paper.letter``, once it is measured.
    """

    def __init__(self, words: Sequence[Word], style: TextStyle, *, goes_on: bool = False) -> None:
        super().__init__()
        self.spaceBefore = style.above
        self.spaceAfter = style.below
        self.keepWithNext = style.with_next
        self._words = words
        self._style = style
        self._goes_on = goes_on
        self._lines: list[Line] = []
        self._broken_for: float | None = None

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Break the lines for a width and give the size, points; asked again it costs nothing."""
        if self._broken_for != available_width:
            style = self._style
            first = available_width - style.indent * mm
            self._lines = list(broken(self._words, style.size, first, available_width))
            self._broken_for = available_width
            self.width, self.height = available_width, len(self._lines) * style.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[SetText]:
        """Part the paragraph, two lines at least on either page; give nothing where it cannot be."""
        self.wrap(available_width, available_height)
        here = int(available_height / self._style.leading)
        if here >= len(self._lines):
            return [self]
        here = min(here, len(self._lines) - _LEAST_LINES)
        if here < _LEAST_LINES:
            return []
        head, rest = (
            [word for line in part for word in line.words]
            for part in (self._lines[:here], self._lines[here:])
        )
        return [
            SetText(head, self._style, goes_on=True),
            SetText(rest, replace(self._style, indent=0), goes_on=self._goes_on),
        ]

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803 - reportlab's
        """Write the lines, the lower left corner of the paragraph at ``x``, ``y``."""
        # Operators of text change nothing that the canvas would have to note and put back.
        canvas.addLiteral(f"q\n1 0 0 1 {fp_str(x, y)} cm\n{self._written(canvas._doc)}\nQ")  # noqa: SLF001 - the only way to a canvas' document

    def _written(self, document: Any) -> Writing:
        style = self._style
        writing = Writing(document, style.size)
        y = self.height - style.size
        for number, line in enumerate(self._lines):
            x = 0 if number else style.indent * mm
            if style.align == "centred" and line.free > 0:
                x += line.free / 2
            last = number == len(self._lines) - 1 and not self._goes_on
            justified = style.align == "justified" and not last
            spread = abs(line.free) > _NEXT_TO_NOTHING and (justified or line.free < 0)
            writing.line(x, y, line.words, line.free if spread else 0)
            y -= style.leading
        return writing
