"""A framed name as a table of one cell."""

from __future__ import annotations

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.table import Table

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.name_frame import BLANK_HEIGHT, NameFrame, framed_lines
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.word.body import Body
from desktop.printing.word.line import Type, write_line, write_placed
from desktop.printing.word.table import add_rules, cells_of, set_height

_PITCH = 10.5
_EDGE = 8.0


def write_name_frame(block: NameFrame, body: Body) -> None:
    """Write a name in its frame.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    body.table([MEASURE], 1, lambda table: _fill(table, block.name))


def _fill(table: Table, name: str | None) -> None:
    add_rules(table)
    row = table.rows[0]
    (cell,) = cells_of(row, table)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    set_height(row, BLANK_HEIGHT, exact=False)
    if name is None:
        write_placed(cell, [Placed(None, _EDGE, MEASURE - _EDGE)], Type(SERIF, 13, _PITCH))
        return
    size, lines = framed_lines(name)
    for line in lines:
        write_line(cell, line, Type(BOLD, size, _PITCH))
