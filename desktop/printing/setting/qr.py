"""QR codes drawn as one path, so that they stay sharp at every resolution."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from re import Match

from reportlab.lib.units import mm

from desktop.errors import PaperRefused
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.qr_mask import masked

SMALLEST_MODULE = 0.36
"""Millimetres: below this, poor printers and old telephones fail."""

_DARK_RUN = re.compile("1+")


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code without quiet zone: its rows of modules, ``1`` for dark."""

    rows: tuple[str, ...]


def fitting(side: float, *texts: str) -> Code:
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
        if side / len(code.rows) >= SMALLEST_MODULE:
            return code
    raise PaperRefused("paper.qr", characters=len(texts[-1]))


def draw(pen: Pen, code: Code, x: float, y: float, side: float) -> None:
    """Fill the dark modules of a code, its upper left corner at ``x``, ``y``; lengths in mm."""
    module = side / len(code.rows) * mm
    runs = " ".join(
        f"{start} {row} {end - start} 1 re"
        for row, modules in enumerate(code.rows)
        for start, end in map(Match.span, _DARK_RUN.finditer(modules))
    )
    canvas = pen.canvas
    canvas.saveState()
    canvas.transform(module, 0, 0, -module, x * mm, (pen.height - y) * mm)
    canvas.setFillGray(0)
    # The canvas would round and escape each corner of some five hundred runs.
    canvas.addLiteral(f"n {runs} f")
    canvas.restoreState()


@lru_cache(maxsize=8)
def _code(text: str) -> Code:
    # A paper is set anew until its count of pages is right.
    return Code(tuple(masked(text)))
