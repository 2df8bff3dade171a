"""Titles of upright Party papers in Word."""

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
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line

_KIND = Type(BOLD, KIND_SIZE, 6.8)
_SUBJECT = Type(BOLD, SUBJECT_SIZE, 6.4)
_DASHES = Type(SERIF, SUBJECT_SIZE, 4.6)
_UNDER = Type(ITALIC, UNDER_SIZE, 6.4)
# Points over the title, and under it.
_ABOVE = 12.0
_BELOW = 8.0


def write_letter_title(block: LetterTitle, body: Body) -> None:
    """Write the title.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    start = len(body.lines)
    body.line(lambda document: write_line(document, block.kind, _KIND), above=_ABOVE)
    for line in subject_lines(block):
        body.line(lambda document, line=line: write_line(document, line, _SUBJECT))  # type: ignore[misc]  # a default binds the line
    under, type_ = (block.under, _UNDER) if block.under else (DASHES, _DASHES)
    body.line(lambda document: write_line(document, under, type_), below=_BELOW)
    body.keep(start)
