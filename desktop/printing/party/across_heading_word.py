"""The heading of Party papers in Word: a table without rules, the issuer left, the Party's name right."""

from __future__ import annotations

from docx.table import Table

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
from desktop.printing.setting.pen import width_mm
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed, write_rule
from desktop.printing.word.table import cells_of

_LEFT = 2 * ISSUER_CENTRE
_RIGHT = 2 * (MEASURE - PARTY_CENTRE)
_GUTTER = MEASURE - _LEFT - _RIGHT
_PITCH = 5.9
_DATE_PITCH = 7.6
_TITLE_PITCH = 7.5


def write_heading(block: PartyHeading, body: Body) -> None:
    """Write the heading, and the title under it.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §8.
    """
    body.table([_LEFT, _GUTTER, _RIGHT], 1, lambda table: _fill(table, block))
    body.keep(-1)
    title = Type(BOLD, TITLE_SIZE, _TITLE_PITCH)
    body.line(lambda document: write_line(document, block.title, title), above=4, below=2)
    if block.subject:
        subject = Type(BOLD, ISSUER_SIZE, _PITCH)
        body.line(lambda document: write_line(document, block.subject, subject), below=3)
    if block.under:
        under = Type(ITALIC, UNDER_SIZE, _PITCH)
        body.line(lambda document: write_line(document, block.under, under), below=3)


def _fill(table: Table, block: PartyHeading) -> None:
    left, _, right = cells_of(table.rows[0], table)
    for line, face in issuer_lines(block.issuer, ISSUER_CENTRE):
        type_ = Type(face, ISSUER_SIZE, _PITCH)
        if len(line) > 1:
            write_placed(left, line, type_)
        else:
            write_line(left, line[0].word or "", type_)
    write_line(left, STAR, Type(BOLD, ISSUER_SIZE, _PITCH))
    write_line(right, PARTY, Type(BOLD, PARTY_SIZE, _PITCH))
    write_rule(right, width_mm(PARTY, BOLD, PARTY_SIZE), _RIGHT)
    dated = placed_date(block.dated, PARTY_CENTRE, ISSUER_SIZE)
    write_placed(right, dated, Type(ITALIC, ISSUER_SIZE, _DATE_PITCH), offset=_LEFT + _GUTTER)
