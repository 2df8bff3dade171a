"""Titles of papers drawn between the margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.leaders import Blank, Part
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.running_text import merged
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.wording import balanced
from desktop.printing.state.titles import BlankTitle, OpenTitle, PaperTitle

KIND_SIZE = 14.5
SUBJECT_SIZE = 13.5
BLANK_SIZE = 13.0

_KIND_BASELINE = 11.3
_SUBJECT_ROOM = 140
_SUBJECT_PITCH = 6.5
_GAP = 1.4
_PITCH = 7.0
_BLANK_LEFT, _BLANK_END = 22.0, 142.0


def set_title(block: PaperTitle) -> Drawn:
    """Set the type of paper in capitals, its subject under it, and a rule.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    lines, lower = subject_lines(block), _lower(block.kind)
    first = 18.0 + lower

    def drawing(pen: Pen) -> None:
        middle = MEASURE / 2
        _draw_kind(pen, block.kind)
        for row, line in enumerate(lines):
            pen.centred(middle, first + row * _SUBJECT_PITCH, line, BOLD, SUBJECT_SIZE)
        rule = first + (len(lines) - 1) * _SUBJECT_PITCH + 2.4
        pen.line(middle - block.rule_width / 2, rule, middle + block.rule_width / 2, rule)

    return Drawn(MEASURE, first + 2.2 + (len(lines) - 1) * _SUBJECT_PITCH + 6.9, drawing)


def set_open_title(block: OpenTitle) -> Drawn:
    """Set the type of paper and its subject with blanks.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    lines, lower = open_lines(block), _lower(block.kind)

    def drawing(pen: Pen) -> None:
        _draw_kind(pen, block.kind)
        for row, line in enumerate(lines):
            pen.placed(placed_parts(line), 18.8 + lower + row * _PITCH, BOLD, SUBJECT_SIZE, 0.6)

    return Drawn(MEASURE, 24.0 + lower + (len(lines) - 1) * _PITCH, drawing)


def set_blank_title(block: BlankTitle) -> Drawn:
    """Set the type of paper and a leader for its subject.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    lower = _lower(block.kind)

    def drawing(pen: Pen) -> None:
        _draw_kind(pen, block.kind)
        pen.placed(placed_blank_subject(block), 18.2 + lower, SERIF, BLANK_SIZE, 0.7)

    return Drawn(MEASURE, 22.6 + lower, drawing)


def _draw_kind(pen: Pen, kind: str) -> None:
    for row, line in enumerate(kind.splitlines()):
        pen.centred(MEASURE / 2, _KIND_BASELINE + row * _PITCH, line, BOLD, KIND_SIZE)


def _lower(kind: str) -> float:
    """Give how much lower the subject stands under a type of paper of more than one line, mm."""
    return (len(kind.splitlines()) - 1) * _PITCH


def placed_blank_subject(block: BlankTitle) -> list[Placed]:
    """Place the words before a subject that is not known, and its leader.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    width = width_mm(block.before, SERIF, BLANK_SIZE)
    return [
        Placed(block.before, _BLANK_LEFT, _BLANK_LEFT + width),
        Placed(None, _BLANK_LEFT + 2 + width, _BLANK_END),
    ]


def subject_lines(block: PaperTitle) -> list[str]:
    """Break a subject into lines of like length."""
    return balanced(block.subject, _SUBJECT_ROOM, lambda text: width_mm(text, BOLD, SUBJECT_SIZE))


def open_lines(block: OpenTitle) -> list[list[Part]]:
    """Break a subject with blanks into one line or two."""
    whole = merged(block.parts)
    return [whole] if _width(whole) <= MEASURE else [list(block.parts[:1]), merged(block.parts[1:])]


def placed_parts(parts: Sequence[Part]) -> Iterator[Placed]:
    """Place a line of a subject with blanks in the middle of the measure.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    x = (MEASURE - _width(parts)) / 2
    for part in parts:
        width = _part_width(part)
        if isinstance(part, Blank):
            yield Placed(None, x + _GAP, x + width)
        else:
            yield Placed(part, x, x + width)
        x += width


def _width(parts: Sequence[Part]) -> float:
    return sum(map(_part_width, parts))


def _part_width(part: Part) -> float:
    return part.width + _GAP if isinstance(part, Blank) else width_mm(part, BOLD, SUBJECT_SIZE)
