"""Names on a ballot: all in one size of type, two lines where that has no room, and room left for the pen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.printing.setting.faces import BOLD
from desktop.printing.setting.pen import width_mm

_TWO_LINE_PITCH = 0.4
_PEN = 2.0


@dataclass(frozen=True, slots=True)
class SetNames:
    """The line or two lines of each name, in ballot order, and the size of all of them, pt."""

    size: float
    lines: tuple[tuple[str, ...], ...]

    @property
    def is_broken(self) -> bool:
        """Whether a name takes two lines."""
        return any(len(name) > 1 for name in self.lines)

    @property
    def lowest_row(self) -> float:
        """What a row must have at least for two lines and a pen, mm; 0 where no name takes two."""
        return 2 * two_line_pitch(self.size) + _PEN if self.is_broken else 0.0


def set_names(
    names: Sequence[str],
    sizes: Sequence[float],
    room: Callable[[float], float],
    after: Callable[[int, float], float] = lambda _name, _size: 0.0,
) -> SetNames | None:
    """Set names in the first size that all fit in; else in the last, broken before the given name.

    Args:
        names: as they are printed, in capitals.
        sizes: that may be used, pt, largest first.
        room: width for a name at a size, mm.
        after: width of what follows the name of that number at a size, mm.

    Returns:
        None where a name has no room in two lines either.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper.md §3.
    """
    for size in sizes:
        fits = [
            width_mm(name, BOLD, size) + after(number, size) <= room(size)
            for number, name in enumerate(names)
        ]
        if all(fits):
            return SetNames(size, tuple((name,) for name in names))
    size = sizes[-1]
    lines = tuple(_broken(name, size, room(size), after(number, size)) for number, name in enumerate(names))
    return SetNames(size, lines) if all(lines) else None


def two_line_pitch(size: float) -> float:
    """Give the distance between the lines of a broken name, mm."""
    return size * _TWO_LINE_PITCH


def _broken(name: str, size: float, room: float, after: float) -> tuple[str, ...]:
    if width_mm(name, BOLD, size) + after <= room:
        return (name,)
    before, _, given = name.rpartition(" ")
    if before and width_mm(before, BOLD, size) <= room and width_mm(given, BOLD, size) + after <= room:
        return (before, given)
    return ()
