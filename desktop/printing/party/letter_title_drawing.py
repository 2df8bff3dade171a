"""Titles of upright Party papers drawn between the margins."""

from __future__ import annotations

from desktop.printing.party.letter_title import (
    DASHES,
    KIND_SIZE,
    SUBJECT_SIZE,
    UNDER_SIZE,
    LetterTitle,
    subject_lines,
)
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Drawn, Pen
from desktop.printing.setting.sheets import MEASURE

_KIND_BASELINE = 9.9
_SUBJECT_BELOW = 6.8
_PITCH = 6.4
_DASHES_BELOW = 4.6
_END = 3.3


def set_letter_title(block: LetterTitle) -> Drawn:
    """Set the title.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §8.
    """
    lines = subject_lines(block)
    first = _KIND_BASELINE + _SUBJECT_BELOW
    last = first + (len(lines) - 1) * _PITCH
    under = last + (_PITCH if block.under else _DASHES_BELOW)

    def drawing(pen: Pen) -> None:
        middle = MEASURE / 2
        pen.centred(middle, _KIND_BASELINE, block.kind, BOLD, KIND_SIZE)
        for row, line in enumerate(lines):
            pen.centred(middle, first + row * _PITCH, line, BOLD, SUBJECT_SIZE)
        if block.under:
            pen.centred(middle, under, block.under, ITALIC, UNDER_SIZE)
        else:
            pen.centred(middle, under, DASHES, SERIF, SUBJECT_SIZE)

    return Drawn(MEASURE, under + _END, drawing)
