"""A name in a frame, to be read on a table with many envelopes."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import BOLD
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import balanced

BLANK_HEIGHT = 19.0
"""Millimetres of a frame that a pen fills."""

_SIZES = (26, 22, 18)
_PAD = 5.0


@dataclass(frozen=True, slots=True)
class NameFrame(Block):
    """A name in large capitals, or None for a dotted line."""

    name: str | None


def framed_lines(name: str) -> tuple[float, list[str]]:
    """Give the largest type in which a name fits one line, else the smallest, and its lines."""
    for size in _SIZES:
        lines = balanced(name.upper(), MEASURE - 2 * _PAD, lambda text, size=size: width_mm(text, BOLD, size))  # type: ignore[misc]  # a default binds the size
        if len(lines) == 1:
            break
    return size, lines
