"""The ruled table in the flow of a page."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting.faces import SERIF
from desktop.printing.setting.paragraphs import CELL, CELL_CENTRED, CELL_HEAD, plain
from desktop.printing.setting.pen import RULE, Drawn
from desktop.printing.setting.ruled_table import (
    ABOVE,
    BELOW,
    PAD_ABOVE,
    PAD_SIDE,
    Cell,
    Column,
    RuledTable,
    Square,
    head_lines,
    inner_width,
)
from desktop.printing.setting.text_style import TextStyle

_PROJECTING = 2


def set_table(block: RuledTable) -> Table:
    """Set a table that may go on over a page with its head repeated, at least two rows on either side.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper.md §4.
    """
    heads = [[_text(line, CELL_HEAD) for line in head_lines(column)] for column in block.columns]
    cells = [
        [_cell(part, column) for column, part in zip(block.columns, row, strict=True)] for row in block.rows
    ]
    heights = [None, *(_row_height(block.columns, row, block.row_height) for row in cells)]
    table = Table(
        [heads, *cells],
        colWidths=[column.width * mm for column in block.columns],
        rowHeights=heights,
        repeatRows=1,
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
            ("LEFTPADDING", (0, 0), (-1, -1), PAD_SIDE * mm),
            ("RIGHTPADDING", (0, 0), (-1, -1), PAD_SIDE * mm),
            ("TOPPADDING", (0, 0), (-1, -1), PAD_ABOVE * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), PAD_ABOVE * mm),
            ("NOSPLIT", (0, 0), (-1, min(2, len(block.rows)))),
            ("NOSPLIT", (0, -2), (-1, -1)),
        ]
    )
    return table


def _cell(part: Cell, column: Column) -> Flowable:
    if isinstance(part, Square):
        return _square(part.side, inner_width(column))
    return _text(part, CELL_CENTRED if column.centred else CELL)


def _text(text: str, style: TextStyle) -> SetText:
    return SetText(words_of(plain(text), style.face), style)


def _square(side: float, width: float) -> Drawn:
    return Drawn(width, side, lambda pen: pen.box((width - side) / 2, 0, side, side))


def _row_height(columns: Sequence[Column], row: Sequence[Flowable], least: float) -> float:
    # In the table's own order of counting: to the last bit the same width, so that no line is broken twice.
    tallest = max(
        part.wrap(column.width * mm - PAD_SIDE * mm - PAD_SIDE * mm, 1000)[1]
        for column, part in zip(columns, row, strict=True)
    )
    return float(max(least * mm, tallest + 2 * PAD_ABOVE * mm))
