"""The heading of state papers in Word: a table without rules, the issuer left, the national title right."""

from __future__ import annotations

from docx.shared import Mm
from docx.table import Table, _Cell

from desktop.printing.setting.date_line import DATE_SIZE, placed_date
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.state.heading_layout import (
    ISSUER_SIZE,
    ISSUER_WIDTH,
    TITLE_CENTRE,
    IssuerSide,
    issuer_side,
    placed_number,
)
from desktop.printing.state.headings import MOTTO, NATION, StateHeading
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed, write_rule
from desktop.printing.word.table import cells_of

_GUTTER = 2.0
_TITLE_LEFT = ISSUER_WIDTH + _GUTTER
_TITLE_WIDTH = MEASURE - _TITLE_LEFT
_PITCH = 5.6
_DATE_PITCH = 7.6
_MOTTO_SIZE = 13.0
_BLANK_DROP = 1.8


def write_heading(block: StateHeading, body: Body) -> None:
    """Write the heading; number and date share a row of their own, a date alone stands under the title.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper.md §2.
    """
    rows = 1 if block.number is None else 2
    body.table([ISSUER_WIDTH, _GUTTER, _TITLE_WIDTH], rows, lambda table: _fill(table, block))
    body.keep(-rows)


def _fill(table: Table, block: StateHeading) -> None:
    upper = cells_of(table.rows[0], table)
    _write_issuer(upper[0], issuer_side(block.issuer, block.blanks, superior=block.superior))
    write_line(upper[2], NATION, Type(BOLD, ISSUER_SIZE, _PITCH))
    write_line(upper[2], MOTTO, Type(BOLD, _MOTTO_SIZE, _PITCH))
    write_rule(upper[2], width_mm(MOTTO, BOLD, _MOTTO_SIZE), _TITLE_WIDTH)
    lower = cells_of(table.rows[-1], table)
    if block.number is not None:
        write_placed(lower[0], placed_number(block.number), Type(SERIF, DATE_SIZE, _DATE_PITCH))
    type_ = Type(ITALIC, DATE_SIZE, _DATE_PITCH)
    if isinstance(block.dated, str):
        write_line(lower[2], block.dated, type_)
    else:
        write_placed(lower[2], placed_date(block.dated, TITLE_CENTRE), type_, offset=_TITLE_LEFT)


def _write_issuer(cell: _Cell, side: IssuerSide) -> None:
    if not side.lines:
        return
    for line, face in side.lines:
        type_ = Type(face, ISSUER_SIZE, _PITCH)
        if side.blank:
            write_placed(cell, line, type_)
        else:
            write_line(cell, line[0].word or "", type_)
    rule = write_rule(cell, side.rule, ISSUER_WIDTH)
    if side.blank:
        # A leader hangs lower than type; the rule must not be taken for it.
        rule.paragraph_format.space_before = Mm(_BLANK_DROP)
