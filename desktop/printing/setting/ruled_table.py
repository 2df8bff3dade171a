"""The ruled table of minutes, notices and hand-over papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.printing.setting import faces
from desktop.printing.setting.block import Block, Together
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.paragraphs import SIZE
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.wording import balanced, tied

PAD_SIDE = 1.6
"""Millimetres between the rule and the text of a cell, at each side."""

PAD_ABOVE = 1.3
"""The same above and below."""

LEAST_ROW = 8.4
"""Millimetres that a row has at least."""

ABOVE, BELOW = 5.0, 7.0
"""Points of free space around a table."""

_SHORT = 3
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


@dataclass(frozen=True, slots=True)
class Square:
    """An empty square in a cell, to tick; its side in mm."""

    side: float


Cell = str | Square


@dataclass(frozen=True, slots=True)
class RuledTable(Block):
    """A table whose head is repeated on every page, at least two rows on either side.

    Args:
        columns: from left to right.
        rows: a text or a square for each column; an empty text is filled in with a pen.
        row_height: at least so many mm.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_height: float


@dataclass(frozen=True, slots=True)
class Announced(Block):
    """A long table and the line that announces it, which stays with its first rows."""

    line: Block
    table: RuledTable


def ruled_table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, row_height: float = LEAST_ROW
) -> RuledTable:
    """Set a table that may go on over a page.

    Args:
        columns: from left to right.
        rows: a text or a square for each column.
        row_height: at least so many mm.

    Source: paper.md §4.
    """
    return RuledTable(tuple(columns), tuple(map(tuple, rows)), row_height)


def announced(line: Block, table: RuledTable, rows: int) -> list[Block]:
    """Keep the line that announces a table with it: a short one whole, a long one with its first rows."""
    if rows <= _SHORT:
        return [Together((line, table))]
    # Keeping a long table whole would throw half a page away.
    return [Announced(line, table)]


def evenly(text: str, column: Column) -> str:
    """Tie the words of a cell so that it breaks into lines of like length, and no word stands alone.

    Args:
        text: of the cell; a long one is left as it is.
        column: where it stands.
    """
    if len(text.split(" ")) > _EVEN_WORDS:
        return text
    # A paper is put together before its file is begun, which is where faces are usually made ready.
    faces.prepare()
    lines = balanced(text, inner_width(column), lambda part: width_mm(part, SERIF, SIZE))
    return text if len(lines) == 1 else " ".join(map(tied, lines))


@lru_cache(maxsize=256)
def head_lines(column: Column) -> tuple[str, ...]:
    """Break the head of a column into lines of like length; papers of one form have the same heads."""
    return tuple(balanced(column.head, inner_width(column), lambda text: width_mm(text, BOLD, SIZE)))


def inner_width(column: Column) -> float:
    """Give the width between the paddings of a column's cells, mm."""
    return column.width - 2 * PAD_SIDE
