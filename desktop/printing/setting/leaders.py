"""Lines with dotted blanks that a person fills in with a pen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.paragraphs import INDENT, SIZE
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.sheets import MEASURE

PITCH = 8.1
"""Millimetres from line to line: a pen needs more than print."""

_BASELINE = 5.4
_DROP = 0.1
_GAP = 1.6
_CLOSE = 0.4
_WIDEST_SPREAD = 2.0
_CLOSING = (",", ".", ";")
# A label that its number stands after; ``giờ`` and ``phút`` stand after theirs.
_DATED = ("ngày", "tháng", "năm")


@dataclass(frozen=True, slots=True)
class Blank:
    """A dotted blank.

    Args:
        width: at least so many mm.
        grows: takes what is left of the line, shared with other growing blanks on it.
    """

    width: float
    grows: bool = False


NUMBER = Blank(13)
"""Room for an hour, a minute, a day."""

REST = Blank(20, grows=True)
"""Whatever the line has left."""

Part = str | Blank


def pen_lines(
    *parts: Part, indent: float = INDENT, after: float = 0, size: float = SIZE, lead: str = ""
) -> Drawn:
    """Set words and blanks on as many lines as they take, 8.1 mm apart.

    Args:
        parts: texts and blanks in reading order; a no-break space keeps words together.
        indent: of the first line, mm.
        after: free space under the last line, mm.
        size: of the type, pt.
        lead: bold words before the first part, such as ``Điều 2.``.

    Source: paper.md §4, blank form.
    """
    first = indent + (width_mm(f"{lead} ", BOLD, size) if lead else 0)
    lines = _broken(_tokens(parts), first, size)

    def drawing(pen: Pen) -> None:
        pen.text(indent, _BASELINE, lead, BOLD, size)
        for row, line in enumerate(lines):
            start = 0.0 if row else first
            _draw_line(pen, line, start, row, size, last=row == len(lines) - 1)

    return Drawn(MEASURE, len(lines) * PITCH + after, drawing)


def _tokens(parts: Sequence[Part]) -> list[Part]:
    return [token for part in parts for token in (part.split(" ") if isinstance(part, str) else (part,))]


def _width(token: Part, size: float) -> float:
    return token.width if isinstance(token, Blank) else width_mm(token, SERIF, size)


def _gap(before: Part, after: Part, size: float) -> float:
    if isinstance(after, str) and after[:1] in _CLOSING:
        return _CLOSE
    return _GAP if isinstance(before, Blank) or isinstance(after, Blank) else width_mm(" ", SERIF, size)


def _broken(tokens: list[Part], indent: float, size: float) -> list[list[Part]]:
    lines: list[list[Part]] = [[]]
    used = indent
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        line = lines[-1]
        needed = _width(token, size) + (_gap(line[-1], token, size) if line else 0)
        tied_width = _gap(token, following, size) + _width(following, size) if _ties(token, following) else 0
        # A closing mark never begins a line: a growing blank gives it room.
        hangs = token in _CLOSING and any(isinstance(one, Blank) and one.grows for one in line)
        if line and used + needed + tied_width > MEASURE and not hangs:
            lines.append([token])
            used = _width(token, size)
        else:
            line.append(token)
            used += needed
    return lines


def _ties(token: Part, following: Part) -> bool:
    if isinstance(token, Blank):
        return isinstance(following, str) and following[:1] == "%"
    return token in _DATED and isinstance(following, Blank) and not following.grows


def _draw_line(pen: Pen, line: list[Part], x: float, row: int, size: float, *, last: bool) -> None:
    baseline = _BASELINE + row * PITCH
    gaps = [_gap(before, after, size) for before, after in pairwise(line)]
    free = MEASURE - x - sum(_width(token, size) for token in line) - sum(gaps)
    growing = _growing(line, last=last)
    spread = 0.0 if growing or last or not gaps else free / len(gaps)
    if spread > _WIDEST_SPREAD:
        spread = 0.0
    for index, token in enumerate(line):
        width = _width(token, size)
        if isinstance(token, Blank):
            width += free / len(growing) if index in growing else 0
            pen.dots(x, x + width, baseline + _DROP)
        else:
            pen.text(x, baseline, token, SERIF, size)
        x += width + (gaps[index] + spread if index < len(gaps) else 0)


def _growing(line: list[Part], *, last: bool) -> list[int]:
    """Tell which blanks share what the line has left: those that grow, else the last one of a full line."""
    blanks = [(index, token) for index, token in enumerate(line) if isinstance(token, Blank)]
    growing = [index for index, blank in blanks if blank.grows]
    return growing or ([] if last else [index for index, _ in blanks[-1:]])
