"""The heading of upright Party papers in Word: a table without rules, the issuer left, the Party right."""

from __future__ import annotations

from docx.table import Table

from desktop.printing.party.letter_heading import (
    LEFT_WIDTH,
    PARTY,
    PARTY_SIZE,
    SIZE,
    STAR,
    LetterHeading,
    issuer_lines,
    placed_day,
    placed_number,
)
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed, write_rule
from desktop.printing.word.table import cells_of

_PITCH = 5.9
_RIGHT_WIDTH = MEASURE - LEFT_WIDTH


def write_letter_heading(block: LetterHeading, body: Body) -> None:
    """Write the heading; number and date share a row of their own, a date alone stands beside the issuer.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §8, §12.
    """
    rows = 1 if block.number is None else 2
    body.table([LEFT_WIDTH, _RIGHT_WIDTH], rows, lambda table: _fill(table, block))
    body.keep(-rows)


def _fill(table: Table, block: LetterHeading) -> None:
    left, right = cells_of(table.rows[0], table)
    lines = issuer_lines(block)
    for line, face in lines:
        type_ = Type(face, SIZE, _PITCH)
        if block.issuer:
            write_line(left, line[0].word or "", type_)
        else:
            write_placed(left, line, type_)
    write_line(left, STAR, Type(BOLD, SIZE, _PITCH))
    write_line(right, PARTY, Type(BOLD, PARTY_SIZE, _PITCH))
    write_rule(right, width_mm(PARTY, BOLD, PARTY_SIZE), _RIGHT_WIDTH)
    if block.number is not None:
        below = cells_of(table.rows[1], table)
        write_placed(below[0], placed_number(block.number), Type(SERIF, SIZE, _PITCH))
        right = below[1]
    dated = placed_day(block.dated)
    write_placed(right, dated, Type(ITALIC, SIZE, _PITCH), offset=LEFT_WIDTH)
