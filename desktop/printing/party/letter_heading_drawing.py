"""The heading of upright Party papers drawn; the State's has another routine, and the two are never mixed."""

from __future__ import annotations

from desktop.printing.party.letter_heading import (
    LEFT_CENTRE,
    RIGHT_CENTRE,
    LetterHeading,
    is_beside,
    issuer_of,
    placed_day,
    placed_number,
)
from desktop.printing.party.letterhead import ISSUER_SIZE, PARTY, PARTY_SIZE, STAR
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Drawn, Pen, width_mm
from desktop.printing.setting.sheets import MEASURE

_FIRST_BASELINE = 4.9
_PITCH = 5.9
_STAR_BELOW = 6.4
_NUMBER_BELOW = 11.4
_DATE_BELOW = 9.4
_RULE_BELOW = 2.1
_WITH_TERM = 3
_LEADER_DROP = 0.4
_END = 1.5


def set_letter_heading(block: LetterHeading) -> Drawn:
    """Set the heading between the margins.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §8.
    """
    lines = issuer_of(block)
    last = _FIRST_BASELINE + max(len(lines) - 1, 0) * _PITCH
    star, numbered = last + _STAR_BELOW, last + _NUMBER_BELOW
    if block.number is not None:
        dated = numbered
    elif not is_beside(block):
        dated = star
    else:
        # On the line of the term where the issuer is a congress, else at its own distance.
        dated = last if len(lines) >= _WITH_TERM else _FIRST_BASELINE + _DATE_BELOW

    def drawing(pen: Pen) -> None:
        for row, (line, face) in enumerate(lines):
            pen.placed(line, _FIRST_BASELINE + row * _PITCH, face, ISSUER_SIZE, _LEADER_DROP)
        if lines:
            pen.centred(LEFT_CENTRE, star, STAR, BOLD, ISSUER_SIZE)
        pen.centred(RIGHT_CENTRE, _FIRST_BASELINE, PARTY, BOLD, PARTY_SIZE)
        half = width_mm(PARTY, BOLD, PARTY_SIZE) / 2
        rule = _FIRST_BASELINE + _RULE_BELOW
        pen.line(RIGHT_CENTRE - half, rule, RIGHT_CENTRE + half, rule)
        if block.number is not None:
            pen.placed(placed_number(block.number), numbered, SERIF, ISSUER_SIZE, _LEADER_DROP)
        pen.placed(placed_day(block.dated), dated, ITALIC, ISSUER_SIZE, _LEADER_DROP)

    end = numbered + _END if block.number is not None else max(star, dated + _END)
    return Drawn(MEASURE, end, drawing)
