"""The heading of Party papers drawn; the State's has another routine, and the two are never mixed."""

from __future__ import annotations

from desktop.printing.party.across import MEASURE
from desktop.printing.party.across_heading import (
    ISSUER_CENTRE,
    PARTY_CENTRE,
    TITLE_SIZE,
    UNDER_SIZE,
    PartyHeading,
)
from desktop.printing.party.letterhead import ISSUER_SIZE, PARTY, PARTY_SIZE, STAR, issuer_lines
from desktop.printing.setting.date_line import placed_date
from desktop.printing.setting.faces import BOLD, ITALIC
from desktop.printing.setting.pen import Drawn, Pen, width_mm

_FIRST_BASELINE = 4.9
_PITCH = 5.9
_STAR_BELOW = 6.4
_RULE_BELOW = 2.1
_DATE_BELOW = 9.4
_TITLE_BELOW = 7.5
_SUBJECT_BELOW = 6.6
_LEADER_DROP = 0.4
_END = 3.0


def set_heading(block: PartyHeading) -> Drawn:
    """Set the heading of a Party paper between the margins.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §8; 36-HD/VPTW, 05-HD/VPTW.
    """
    side = issuer_lines(block.issuer, ISSUER_CENTRE)
    star, title, end = _heights(block)
    dated = _FIRST_BASELINE + _DATE_BELOW

    def drawing(pen: Pen) -> None:
        for row, (line, face) in enumerate(side):
            pen.placed(line, _FIRST_BASELINE + row * _PITCH, face, ISSUER_SIZE, _LEADER_DROP)
        pen.centred(ISSUER_CENTRE, star, STAR, BOLD, ISSUER_SIZE)
        pen.centred(PARTY_CENTRE, _FIRST_BASELINE, PARTY, BOLD, PARTY_SIZE)
        half = width_mm(PARTY, BOLD, PARTY_SIZE) / 2
        rule = _FIRST_BASELINE + _RULE_BELOW
        pen.line(PARTY_CENTRE - half, rule, PARTY_CENTRE + half, rule)
        placed = placed_date(block.dated, PARTY_CENTRE, ISSUER_SIZE)
        pen.placed(placed, dated, ITALIC, ISSUER_SIZE, _LEADER_DROP)
        pen.centred(MEASURE / 2, title, block.title, BOLD, TITLE_SIZE)
        if block.subject:
            pen.centred(MEASURE / 2, title + _SUBJECT_BELOW, block.subject, BOLD, ISSUER_SIZE)
        if block.under:
            pen.centred(MEASURE / 2, end - _END, block.under, ITALIC, UNDER_SIZE)

    return Drawn(MEASURE, end, drawing)


def heading_height(block: PartyHeading) -> float:
    """Give the height of a heading, mm.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    return _heights(block)[-1]


def _heights(block: PartyHeading) -> tuple[float, float, float]:
    """Give where the star stands, the title, and the end of the heading, mm."""
    star = _FIRST_BASELINE + (len(issuer_lines(block.issuer, ISSUER_CENTRE)) - 1) * _PITCH + _STAR_BELOW
    title = max(star, _FIRST_BASELINE + _DATE_BELOW) + _TITLE_BELOW
    lines = bool(block.subject) + bool(block.under)
    return star, title, title + lines * _SUBJECT_BELOW + _END
