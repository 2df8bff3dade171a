"""The heading of upright Party papers in Word: a table without rules, the issuer left, the Party right."""

from __future__ import annotations

from docx.shared import Mm
from docx.table import Table

from desktop.printing.party.letter_heading import (
    CONGRESS_BLANKS,
    LetterHeading,
    is_beside,
    issuer_of,
    placed_day,
    placed_number,
)
from desktop.printing.party.letterhead import (
    BRANCH_BLANKS,
    ISSUER_SIZE,
    PARTY,
    PARTY_SIZE,
    STAR,
    WIDEST,
)
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed, write_rule
from desktop.printing.word.table import cells_of

_PITCH = 5.9
_RIGHT_WIDTH = MEASURE - WIDEST
# Free space over a date that stands beside the issuer, mm.
_DATE_ABOVE = 5.0
_DATE_ABOVE_OF_BRANCH = 2.8


def write_letter_heading(block: LetterHeading, body: Body) -> None:
    """Write the heading; number and date share a row, a date alone stands beside the issuer if it has room.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper-t2.md §8, §12.
    """
    rows = 1 if block.number is None and is_beside(block) else 2
    body.table([WIDEST, _RIGHT_WIDTH], rows, lambda table: _fill(table, block))
    body.keep(-rows)


def _fill(table: Table, block: LetterHeading) -> None:
    left, right = cells_of(table.rows[0], table)
    lines = issuer_of(block)
    for line, face in lines:
        type_ = Type(face, ISSUER_SIZE, _PITCH)
        if block.issuer:
            write_line(left, line[0].word or "", type_)
        else:
            write_placed(left, line, type_)
    if lines:
        write_line(left, STAR, Type(BOLD, ISSUER_SIZE, _PITCH))
    write_line(right, PARTY, Type(BOLD, PARTY_SIZE, _PITCH))
    write_rule(right, width_mm(PARTY, BOLD, PARTY_SIZE), _RIGHT_WIDTH)
    if block.number is not None:
        below = cells_of(table.rows[1], table)
        write_placed(below[0], placed_number(block.number), Type(SERIF, ISSUER_SIZE, _PITCH))
        right = below[1]
    elif not is_beside(block):
        first, last = cells_of(table.rows[1], table)
        write_placed(first.merge(last), placed_day(block.dated), Type(ITALIC, ISSUER_SIZE, _PITCH))
        return
    dated = placed_day(block.dated)
    written = write_placed(right, dated, Type(ITALIC, ISSUER_SIZE, _PITCH), offset=WIDEST)
    if block.number is None:
        # A congress has its date on the line of its term, a person as a branch has it.
        extra = (len(lines) or len(BRANCH_BLANKS)) - len(CONGRESS_BLANKS)
        above = _DATE_ABOVE_OF_BRANCH if extra < 0 else _DATE_ABOVE + extra * _PITCH
        written.paragraph_format.space_before = Mm(above)
