"""The ruled table in the flow of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.paragraphs import COLUMN_NUMBER, plain
from desktop.printing.setting.pen import RULE, Drawn
from desktop.printing.setting.ruled_table import (
    Cell,
    Column,
    FromAbove,
    RuledTable,
    Square,
    Strong,
    TableType,
    groups_of,
    head_lines,
    inner_width,
)
from desktop.printing.setting.text_style import TextStyle

_PROJECTING = 2
_FIRST_ROOM = 1000


def set_table(block: RuledTable) -> Table:
    """Set a table that may go on over a page with its head repeated, at least two rows on either side.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper.md §4.
    """
    type_ = block.type
    heads = _heads(block)
    numbers = (
        [[[_text(str(number), COLUMN_NUMBER)] for number in range(1, len(block.columns) + 1)]]
        if block.numbered
        else []
    )
    cells = [_row(block, row) for row in block.rows]
    above = len(heads) + len(numbers)
    head_heights = [None] if len(heads) == 1 else [height * mm for height in _head_heights(block)]
    heights = [*head_heights, *([None] * len(numbers)), *(_row_height(block, row) for row in cells)]
    table = Table(
        [*heads, *numbers, *cells],
        colWidths=[column.width * mm for column in block.columns],
        rowHeights=heights,
        repeatRows=above,
        spaceBefore=type_.around[0],
        spaceAfter=type_.around[1],
    )
    table.setStyle(
        [
            # Butt caps leave a notch in the corners.
            ("GRID", (0, 0), (-1, -1), RULE, "black", _PROJECTING),
            # The table sets its own face before each cell, and would bring an unembedded Helvetica in.
            ("FONTNAME", (0, 0), (-1, -1), SERIF),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), type_.side * mm),
            ("RIGHTPADDING", (0, 0), (-1, -1), type_.side * mm),
            ("TOPPADDING", (0, 0), (-1, -1), type_.above * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), type_.above * mm),
            ("NOSPLIT", (0, 0), (-1, min(2, len(block.rows)) + above - 1)),
            ("NOSPLIT", (0, -2), (-1, -1)),
            *_spans(block, above),
        ]
    )
    return table


def heights_of(block: RuledTable) -> tuple[float, tuple[float, ...]]:
    """Give the height of a table's head, column numbers included, and of each of its rows, mm.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    type_ = block.type
    head = sum(_head_heights(block))
    if block.numbered:
        head += COLUMN_NUMBER.leading / mm + 2 * type_.above
    return head, tuple(_row_height(block, _row(block, row)) / mm for row in block.rows)


def _heads(block: RuledTable) -> list[list[list[Flowable]]]:
    type_ = block.type
    heads = [[_text(line, type_.head) for line in head_lines(column, type_)] for column in block.columns]
    groups = groups_of(block.columns)
    if not groups:
        return [heads]
    upper = [[] if column.group else head for column, head in zip(block.columns, heads, strict=True)]
    lower = [head if column.group else [] for column, head in zip(block.columns, heads, strict=True)]
    for first, last, name in groups:
        upper[first] = [_text(line, type_.head) for line in _group_lines(block, first, last, name)]
    return [upper, lower]


def _group_lines(block: RuledTable, first: int, last: int, name: str) -> tuple[str, ...]:
    width = sum(column.width for column in block.columns[first : last + 1])
    return head_lines(Column(name, width), block.type)


def _head_heights(block: RuledTable) -> list[float]:
    """Give the height of each row of a table's head, mm."""
    type_ = block.type

    def height(lines: int) -> float:
        return float(lines * type_.head.leading / mm + 2 * type_.above)

    whole = [len(head_lines(column, type_)) for column in block.columns if not column.group]
    lower = [len(head_lines(column, type_)) for column in block.columns if column.group]
    if not lower:
        return [height(max(whole))]
    upper = max(len(_group_lines(block, *group)) for group in groups_of(block.columns))
    return [max(height(upper), height(max(whole, default=0)) - height(max(lower))), height(max(lower))]


def _spans(block: RuledTable, above: int) -> list[tuple[object, ...]]:
    """Give which cells are one, and those that stay on a page; ``above`` are the rows of the head."""
    groups = groups_of(block.columns)
    joined: list[tuple[object, ...]] = [("SPAN", (first, 0), (last, 0)) for first, last, _ in groups]
    if groups:
        joined += [
            ("SPAN", (place, 0), (place, 1)) for place, column in enumerate(block.columns) if not column.group
        ]
    for place in range(len(block.columns)):
        row = 0
        while row < len(block.rows):
            end = row + 1
            while end < len(block.rows) and isinstance(block.rows[end][place], FromAbove):
                end += 1
            if end > row + 1:
                joined.append(("SPAN", (place, above + row), (place, above + end - 1)))
                joined.append(("NOSPLIT", (0, above + row), (-1, above + end - 1)))
            row = end
    return joined


def _row(block: RuledTable, row: Sequence[Cell]) -> list[list[Flowable]]:
    return [_cell(part, column, block.type) for column, part in zip(block.columns, row, strict=True)]


def _cell(part: Cell, column: Column, type_: TableType) -> list[Flowable]:
    if isinstance(part, Square):
        return [_square(part.side, inner_width(column, type_))]
    if isinstance(part, FromAbove):
        return []
    style = type_.centred if column.centred else type_.cell
    if isinstance(part, Strong):
        part, style = part.text, replace(style, face=BOLD)
    return [_text(line, style) for line in part.split("\n")]


def _text(text: str, style: TextStyle) -> SetText:
    return SetText(words_of(plain(text), style.face), style)


def _square(side: float, width: float) -> Drawn:
    return Drawn(width, side, lambda pen: pen.box((width - side) / 2, 0, side, side))


def _row_height(block: RuledTable, row: Sequence[Sequence[Flowable]]) -> float:
    # In the table's own order of counting: to the last bit the same width, so that no line is broken twice.
    side = block.type.side * mm
    tallest = max(
        sum(line.wrap(column.width * mm - side - side, _FIRST_ROOM)[1] for line in lines)
        for column, lines in zip(block.columns, row, strict=True)
    )
    return float(max(block.row_height * mm, tallest + 2 * block.type.above * mm))
