"""QR codes drawn as one path, so that they stay sharp at every resolution."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import segno
from reportlab.lib.units import mm
from segno import QRCode

from desktop.errors import PaperRefused
from desktop.printing.pen import Pen

SMALLEST_MODULE = 0.36
"""Millimetres: below this, poor printers and old telephones fail."""


def fitting(side: float, *texts: str) -> QRCode:
    """Make the code of the first text whose modules are large enough.

    Args:
        side: of the printed square without quiet zone, mm.
        texts: the fullest first; upper-case letters and figures pack best.

    Raises:
        PaperRefused: ``paper.qr``: even the last text needs modules that are too small.

    Source: ISO/IEC 18004, error correction level M; paper.md §4.
    """
    for text in texts:
        code = _code(text)
        if side / code.symbol_size(border=0)[0] >= SMALLEST_MODULE:
            return code
    raise PaperRefused("paper.qr", characters=len(texts[-1]))


def draw(pen: Pen, code: QRCode, x: float, y: float, side: float) -> None:
    """Fill the dark modules of a code, its upper left corner at ``x``, ``y``; lengths in mm."""
    module = side / code.symbol_size(border=0)[0]
    path = pen.canvas.beginPath()
    for row, cells in enumerate(code.matrix):
        column = 0
        for dark, run in groupby(cells):
            length = len(list(run))
            if dark:
                bottom = pen.height - y - (row + 1) * module
                path.rect((x + column * module) * mm, bottom * mm, length * module * mm, module * mm)
            column += length
    pen.canvas.setFillGray(0)
    pen.canvas.drawPath(path, stroke=0, fill=1)


@lru_cache(maxsize=8)
def _code(text: str) -> QRCode:
    # Finding the best mask is slow, and a paper is set anew until its count of pages is right.
    return segno.make(text, error="m", micro=False, boost_error=False)
