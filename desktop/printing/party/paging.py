"""The rows of a register on its pages: how many fit is measured, since each page tells what it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reportlab.lib.units import mm

from desktop.printing.party.across import HEIGHT
from desktop.printing.party.page_foot import FOOT_HEIGHT, PageFoot
from desktop.printing.pdf.ruled_table import heights_of
from desktop.printing.setting.block import Block, NewPage
from desktop.printing.setting.ruled_table import SMALL, Column, RuledTable, TableType, ruled_table

_ROUNDING = 0.2


def paged(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    taken: float,
    row_height: float,
    said: Callable[[int, int], str],
    *,
    type_: TableType = SMALL,
    numbered: bool = True,
    blanks: Sequence[str] = (),
) -> tuple[tuple[Block, ...], int]:
    """Part rows over pages, each with its head and its foot; return the blocks, and how many pages there are.

    Args:
        columns: of the table.
        rows: a text for each column, the lines of one under each other.
        taken: mm that stand over the table on the first page.
        row_height: at least so many mm.
        said: is given the first row of a page and the one after its last, and says what the page holds.
        type_: of the table.
        numbered: whether the columns are numbered under their heads.
        blanks: words of the foot after that, each before a blank for a pen.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    whole = ruled_table(columns, rows, row_height=row_height, type_=type_, numbered=numbered)
    parts = list(_parts(whole, taken))
    blocks: list[Block] = []
    for number, (first, last) in enumerate(parts, 1):
        if number > 1:
            blocks.append(NewPage())
        blocks.append(
            ruled_table(columns, rows[first:last], row_height=row_height, type_=type_, numbered=numbered)
        )
        blocks.append(PageFoot(said(first, last), f"Trang {number}/{len(parts)}", tuple(blanks)))
    return tuple(blocks), len(parts)


def _parts(table: RuledTable, taken: float) -> Iterator[tuple[int, int]]:
    head, heights = heights_of(table)
    first, room = 0, HEIGHT - taken
    used = fixed = head + sum(table.type.around) / mm + FOOT_HEIGHT + _ROUNDING
    for row, height in enumerate(heights):
        if used + height > room and row > first:
            yield first, row
            first, used, room = row, fixed, HEIGHT
        used += height
    yield first, len(heights)
