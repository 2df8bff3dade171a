"""The ruled table of minutes, notices and hand-over papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Table

from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.paragraphs import SIZE, cell, head_cell
from desktop.printing.setting.pen import RULE, width_mm
from desktop.printing.setting.wording import balanced, tied

_PAD_SIDE = 1.6
_PAD_ABOVE = 1.3
_LEAST_ROW = 8.4
_PROJECTING = 2
_SHORT = 3
_START_OF_TABLE = 56
_EVEN_WORDS = 14


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    Args:
        head: its heading, broken into lines of like length.
        width: mm.
        centred: counts are, names are not.
    """

    head: str
    width: float
    centred: bool = True


def ruled_table(
    columns: Sequence[Column], rows: Sequence[Sequence[str | Flowable]], *, row_height: float = _LEAST_ROW
) -> Table:
    """Set a table that may go on over a page with its head repeated, at least two rows on either side.

    Args:
        columns: from left to right.
        rows: a text or a drawing for each column; an empty text is filled in with a pen.
        row_height: at least so many mm.

    Source: paper.md §4.
    """
    heads = [head_cell(_head_lines(column)) for column in columns]
    cells = [[_cell(part, column) for column, part in zip(columns, row, strict=True)] for row in rows]
    heights = [None, *(_row_height(columns, row, row_height) for row in cells)]
    table = Table(
        [heads, *cells],
        colWidths=[column.width * mm for column in columns],
        rowHeights=heights,
        repeatRows=1,
        spaceBefore=5,
        spaceAfter=7,
    )
    table.setStyle(
        [
            # Butt caps leave a notch in the corners.
            ("GRID", (0, 0), (-1, -1), RULE, "black", _PROJECTING),
            # The table sets its own face before each cell, and would bring an unembedded Helvetica in.
            ("FONTNAME", (0, 0), (-1, -1), SERIF),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), _PAD_SIDE * mm),
            ("RIGHTPADDING", (0, 0), (-1, -1), _PAD_SIDE * mm),
            ("TOPPADDING", (0, 0), (-1, -1), _PAD_ABOVE * mm),
            ("BOTTOMPADDING", (0, 0), (-1, -1), _PAD_ABOVE * mm),
            ("NOSPLIT", (0, 0), (-1, min(2, len(rows)))),
            ("NOSPLIT", (0, -2), (-1, -1)),
        ]
    )
    return table


def announced(line: Flowable, table: Table, rows: int) -> list[Flowable]:
    """Keep the line that announces a table with it: a short one whole, a long one with its first rows."""
    if rows <= _SHORT:
        return [KeepTogether([line, table])]
    # Keeping a long table whole would throw half a page away.
    return [CondPageBreak(_START_OF_TABLE * mm), line, table]


def evenly(text: str, column: Column) -> str:
    """Tie the words of a cell so that it breaks into lines of like length, and no word stands alone.

    Args:
        text: of the cell; a long one is left as it is.
        column: where it stands.
    """
    if len(text.split(" ")) > _EVEN_WORDS:
        return text
    lines = balanced(text, inner_width(column), lambda part: width_mm(part, SERIF, SIZE))
    return text if len(lines) == 1 else " ".join(map(tied, lines))


def inner_width(column: Column) -> float:
    """Give the width between the paddings of a column's cells, mm."""
    return column.width - 2 * _PAD_SIDE


def _cell(part: str | Flowable, column: Column) -> Flowable:
    return cell(part, centred=column.centred) if isinstance(part, str) else part


def _head_lines(column: Column) -> list[str]:
    return balanced(column.head, inner_width(column), lambda text: width_mm(text, BOLD, SIZE))


def _row_height(columns: Sequence[Column], row: Sequence[Flowable], least: float) -> float:
    # In the table's own order of counting: to the last bit the same width, so that no line is broken twice.
    tallest = max(
        part.wrap(column.width * mm - _PAD_SIDE * mm - _PAD_SIDE * mm, 1000)[1]
        for column, part in zip(columns, row, strict=True)
    )
    return float(max(least * mm, tallest + 2 * _PAD_ABOVE * mm))
