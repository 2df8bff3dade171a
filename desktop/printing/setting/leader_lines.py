"""Where the words and blanks of lines for a pen stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.leaders import Blank, Part, PenLines
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.sheets import MEASURE

_GAP = 1.6
_CLOSE = 0.4
_WIDEST_SPREAD = 2.0
_CLOSING = (",", ".", ";")
# A label that its number stands after; ``giờ`` and ``phút`` stand after theirs.
_DATED = ("ngày", "tháng", "năm")


def placed_lines(block: PenLines) -> Iterator[list[Placed]]:
    """Yield the lines of words and blanks as they stand between the margins; the lead stands before them.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    size = block.size
    first = block.indent + (width_mm(f"{block.lead} ", BOLD, size) if block.lead else 0)
    lines = _broken(_tokens(block.parts), first, size)
    for row, line in enumerate(lines):
        yield list(_placed(line, 0.0 if row else first, size, last=row == len(lines) - 1))


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


def _placed(line: list[Part], x: float, size: float, *, last: bool) -> Iterator[Placed]:
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
            yield Placed(None, x, x + width)
        else:
            yield Placed(token, x, x + width)
        x += width + (gaps[index] + spread if index < len(gaps) else 0)


def _growing(line: list[Part], *, last: bool) -> list[int]:
    """Tell which blanks share what the line has left: those that grow, else the last one of a full line."""
    blanks = [(index, token) for index, token in enumerate(line) if isinstance(token, Blank)]
    growing = [index for index, blank in blanks if blank.grows]
    return growing or ([] if last else [index for index, _ in blanks[-1:]])
