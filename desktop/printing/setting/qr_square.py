"""A square of modules as whole numbers, so that all of them are compared at once.

Line after line, least bit first, four light modules after every line, so that a shift lays each module on its
neighbour and none on another line's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

GAP = 4

DIGITS = bytes.maketrans(b"\x00\x01", b"01")
"""Turns bits as bytes into digits that :class:`int` reads."""

_LIGHT_GAP = bytes(GAP)


@dataclass(frozen=True, slots=True)
class Square:
    """The same modules laid out by rows, and by columns."""

    rows: int
    columns: int

    def changed(self, change: Square) -> Square:
        """Turn the modules over that another square has dark."""
        return Square(self.rows ^ change.rows, self.columns ^ change.columns)

    def within(self, part: int) -> Square:
        """Leave the modules that a part has dark; it lies alike by rows and by columns."""
        return Square(self.rows & part, self.columns & part)


def square_of(matrix: Iterable[bytes | bytearray]) -> Square:
    """Lay out a matrix of modules, 1 for dark."""
    rows = list(matrix)
    return Square(laid_out(rows), laid_out(map(bytes, zip(*rows, strict=True))))


def laid_out(lines: Iterable[bytes | bytearray]) -> int:
    """Lay out lines of modules."""
    modules = b"".join(line + _LIGHT_GAP for line in lines)
    return int(modules.translate(DIGITS)[::-1], 2)
