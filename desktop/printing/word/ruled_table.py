"""The ruled table as Word's: fixed widths, the head repeated, no row parted."""

from __future__ import annotations

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.table import Table, _Cell

from desktop.printing.setting.paragraphs import CELL, CELL_CENTRED, CELL_HEAD
from desktop.printing.setting.ruled_table import (
    ABOVE,
    BELOW,
    PAD_ABOVE,
    PAD_SIDE,
    RuledTable,
    Square,
    head_lines,
    inner_width,
)
from desktop.printing.setting.text_style import TextStyle
from desktop.printing.setting.wording import tied
from desktop.printing.word.body import Body
from desktop.printing.word.line import add_borders, new_paragraph, shaped
from desktop.printing.word.styles import style_of
from desktop.printing.word.table import add_rules, cells_of, repeat_head, set_height

START = 3
"""The head and so many rows less one stay on a page, and as many at the end."""


def write_table(block: RuledTable, body: Body) -> None:
    """Write a table that may go on over a page.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    start = len(body.lines)
    body.table(
        [column.width for column in block.columns],
        1 + len(block.rows),
        lambda table: _fill(table, block, body),
        padding=(PAD_SIDE, PAD_ABOVE),
        above=ABOVE,
        below=BELOW,
    )
    body.keep(start, start + START)
    body.keep(max(start, len(body.lines) - 2))


def _fill(table: Table, block: RuledTable, body: Body) -> None:
    add_rules(table)
    head, *rows = table.rows
    repeat_head(head)
    for cell, column in zip(cells_of(head, table), block.columns, strict=True):
        _write(cell, " ".join(map(tied, head_lines(column))), CELL_HEAD, body)
    for row, parts in zip(rows, block.rows, strict=True):
        set_height(row, block.row_height, exact=False)
        for cell, part, column in zip(cells_of(row, table), parts, block.columns, strict=True):
            if isinstance(part, Square):
                _square(cell, part, inner_width(column))
            else:
                _write(cell, part, CELL_CENTRED if column.centred else CELL, body)


def _write(cell: _Cell, part: str, style: TextStyle, body: Body) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = new_paragraph(cell)
    paragraph.style = style_of(body.document, style)
    if part:
        paragraph.add_run(part)


def _square(cell: _Cell, square: Square, room: float) -> None:
    """Draw an empty square: neither face has the sign of one."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    side = (room - square.side) / 2
    paragraph = shaped(new_paragraph(cell), square.side, left=side, right=side)
    add_borders(paragraph, "top", "left", "bottom", "right")
