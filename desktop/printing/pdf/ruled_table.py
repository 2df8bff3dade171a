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
    ABOVE,
    BELOW,
    Cell,
    Column,
    RuledTable,
    Square,
    Strong,
    TableType,
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
    heads = [[_text(line, type_.head) for line in head_lines(column, type_)] for column in block.columns]
    numbers = (
        [[[_text(str(number), COLUMN_NUMBER)] for number in range(1, len(block.columns) + 1)]]
        if block.numbered
        else []
    )
    cells = [_row(block, row) for row in block.rows]
    heights = [None, *([None] * len(numbers)), *(_row_height(block, row) for row in cells)]
    above = len(numbers)
    table = Table(
        [heads, *numbers, *cells],
        colWidths=[column.width * mm for column in block.columns],
        rowHeights=heights,
        repeatRows=1 + above,
        spaceBefore=ABOVE,
        spaceAfter=BELOW,
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
            ("NOSPLIT", (0, 0), (-1, min(2, len(block.rows)) + above)),
            ("NOSPLIT", (0, -2), (-1, -1)),
        ]
    )
    return table


def heights_of(block: RuledTable) -> tuple[float, tuple[float, ...]]:
    """Give the height of a table's head, column numbers included, and of each of its rows, mm.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    type_ = block.type
    lines = max(len(head_lines(column, type_)) for column in block.columns)
    head = lines * type_.head.leading / mm + 2 * type_.above
    if block.numbered:
        head += COLUMN_NUMBER.leading / mm + 2 * type_.above
    return head, tuple(_row_height(block, _row(block, row)) / mm for row in block.rows)


def _row(block: RuledTable, row: Sequence[Cell]) -> list[list[Flowable]]:
    return [_cell(part, column, block.type) for column, part in zip(block.columns, row, strict=True)]


def _cell(part: Cell, column: Column, type_: TableType) -> list[Flowable]:
    if isinstance(part, Square):
        return [_square(part.side, inner_width(column, type_))]
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
