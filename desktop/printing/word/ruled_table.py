"""The ruled table as Word's: fixed widths, the head repeated, no row parted."""

from __future__ import annotations

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.table import Table, _Cell

from desktop.printing.setting.paragraphs import COLUMN_NUMBER
from desktop.printing.setting.ruled_table import (
    Cell,
    Column,
    FromAbove,
    RuledTable,
    Square,
    Strong,
    Struck,
    groups_of,
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
    heads = _heads(block)
    body.table(
        [column.width for column in block.columns],
        heads + block.numbered + len(block.rows),
        lambda table: _fill(table, block, body),
        padding=(block.type.side, block.type.above),
        above=block.type.around[0],
        below=block.type.around[1],
    )
    body.keep(start, start + START + heads - 1 + block.numbered)
    body.keep(max(start, len(body.lines) - 2))


def _fill(table: Table, block: RuledTable, body: Body) -> None:
    add_rules(table)
    heads, rows = table.rows[: _heads(block)], table.rows[_heads(block) :]
    for head in heads:
        repeat_head(head)
    _fill_head([cells_of(head, table) for head in heads], block, body)
    if block.numbered:
        numbers, *rows = rows
        repeat_head(numbers)
        for number, cell in enumerate(cells_of(numbers, table), 1):
            _write(cell, str(number), COLUMN_NUMBER, body)
    cells = [cells_of(row, table) for row in rows]
    for row, places, parts in zip(rows, cells, block.rows, strict=True):
        set_height(row, block.row_height, exact=False)
        for cell, part, column in zip(places, parts, block.columns, strict=True):
            _fill_cell(cell, part, column, block, body)
    for number, parts in enumerate(block.rows):
        for place, part in enumerate(parts):
            if isinstance(part, FromAbove):
                cells[number - 1][place].merge(cells[number][place])


def _fill_cell(cell: _Cell, part: Cell, column: Column, block: RuledTable, body: Body) -> None:
    type_ = block.type
    if isinstance(part, Square):
        _square(cell, part, inner_width(column, type_))
    elif not isinstance(part, FromAbove):
        style = type_.centred if column.centred else type_.cell
        text = part.text if isinstance(part, Strong | Struck) else part
        strong, struck = isinstance(part, Strong), isinstance(part, Struck)
        _write(cell, text, style, body, strong=strong, struck=struck)


def _heads(block: RuledTable) -> int:
    return 2 if groups_of(block.columns) else 1


def _fill_head(rows: list[list[_Cell]], block: RuledTable, body: Body) -> None:
    """Write the heads of the columns, and over them those of several columns."""
    type_ = block.type
    for place, column in enumerate(block.columns):
        words = " ".join(map(tied, head_lines(column, type_)))
        _write(rows[-1 if column.group else 0][place], words, type_.head, body)
        if len(rows) > 1 and not column.group:
            rows[0][place].merge(rows[1][place])
    for first, last, name in groups_of(block.columns):
        width = sum(column.width for column in block.columns[first : last + 1])
        _write(rows[0][first], " ".join(map(tied, head_lines(Column(name, width), type_))), type_.head, body)
    # The last one first: a cell that is taken away moves those after it.
    for first, last, _ in reversed(groups_of(block.columns)):
        rows[0][first].merge(rows[0][last])


def _write(
    cell: _Cell,
    part: str,
    style: TextStyle,
    body: Body,
    *,
    strong: bool = False,
    struck: bool = False,
) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for number, line in enumerate(part.split("\n")):
        paragraph = cell.add_paragraph() if number else new_paragraph(cell)
        paragraph.style = style_of(body.document, style)
        if line:
            run = paragraph.add_run(line)
            run.bold, run.font.strike = strong or None, struck or None


def _square(cell: _Cell, square: Square, room: float) -> None:
    """Draw an empty square: neither face has the sign of one."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    side = (room - square.side) / 2
    paragraph = shaped(new_paragraph(cell), square.side, left=side, right=side)
    add_borders(paragraph, "top", "left", "bottom", "right")
