"""The ruled table as Word's: fixed widths, the head repeated, no row parted."""

from __future__ import annotations

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.table import Table, _Cell

from desktop.printing.setting.paragraphs import COLUMN_NUMBER
from desktop.printing.setting.ruled_table import (
    ABOVE,
    BELOW,
    RuledTable,
    Square,
    Strong,
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
        1 + block.numbered + len(block.rows),
        lambda table: _fill(table, block, body),
        padding=(block.type.side, block.type.above),
        above=ABOVE,
        below=BELOW,
    )
    body.keep(start, start + START + block.numbered)
    body.keep(max(start, len(body.lines) - 2))


def _fill(table: Table, block: RuledTable, body: Body) -> None:
    add_rules(table)
    head, *rows = table.rows
    repeat_head(head)
    type_ = block.type
    for cell, column in zip(cells_of(head, table), block.columns, strict=True):
        _write(cell, " ".join(map(tied, head_lines(column, type_))), type_.head, body)
    if block.numbered:
        numbers, *rows = rows
        repeat_head(numbers)
        for number, cell in enumerate(cells_of(numbers, table), 1):
            _write(cell, str(number), COLUMN_NUMBER, body)
    for row, parts in zip(rows, block.rows, strict=True):
        set_height(row, block.row_height, exact=False)
        for cell, part, column in zip(cells_of(row, table), parts, block.columns, strict=True):
            if isinstance(part, Square):
                _square(cell, part, inner_width(column, type_))
            else:
                style = type_.centred if column.centred else type_.cell
                text, strong = (part.text, True) if isinstance(part, Strong) else (part, False)
                _write(cell, text, style, body, strong=strong)


def _write(cell: _Cell, part: str, style: TextStyle, body: Body, *, strong: bool = False) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for number, line in enumerate(part.split("\n")):
        paragraph = cell.add_paragraph() if number else new_paragraph(cell)
        paragraph.style = style_of(body.document, style)
        if line:
            paragraph.add_run(line).bold = strong or None


def _square(cell: _Cell, square: Square, room: float) -> None:
    """Draw an empty square: neither face has the sign of one."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    side = (room - square.side) / 2
    paragraph = shaped(new_paragraph(cell), square.side, left=side, right=side)
    add_borders(paragraph, "top", "left", "bottom", "right")
