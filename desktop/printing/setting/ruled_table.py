"""The ruled table of minutes, notices and hand-over papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop.printing.setting import faces
from desktop.printing.setting.block import Block, Together
from desktop.printing.setting.paragraphs import (
    CELL,
    CELL_CENTRED,
    CELL_HEAD,
    MIDDLE_CELL,
    MIDDLE_CELL_CENTRED,
    MIDDLE_CELL_HEAD,
    SMALL_CELL,
    SMALL_CELL_CENTRED,
    SMALL_CELL_HEAD,
    TIGHT_CELL,
    TIGHT_CELL_CENTRED,
    TIGHT_CELL_HEAD,
)
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.text_style import TextStyle
from desktop.printing.setting.wording import balanced, tied

LEAST_ROW = 8.4
"""Millimetres that a row has at least."""

_SHORT = 3
_EVEN_WORDS = 14


@dataclass(frozen=True, slots=True)
class TableType:
    """How the words of a table are set.

    Args:
        cell: of a cell whose words begin at its left.
        centred: of one whose words stand in its middle.
        head: of the head.
        side: mm between the rule and the text of a cell, at each side.
        above: the same above and below.
        around: points of free space above a table and below it.
    """

    cell: TextStyle
    centred: TextStyle
    head: TextStyle
    side: float
    above: float
    around: tuple[float, float] = (5.0, 7.0)


USUAL = TableType(CELL, CELL_CENTRED, CELL_HEAD, 1.6, 1.3)
MIDDLE = TableType(MIDDLE_CELL, MIDDLE_CELL_CENTRED, MIDDLE_CELL_HEAD, 1.6, 0.45, (2.0, 5.0))
"""Of a paper that must stay on one page."""

SMALL = TableType(SMALL_CELL, SMALL_CELL_CENTRED, SMALL_CELL_HEAD, 0.8, 0.55)
"""Of registers with many columns."""
CLOSE = TableType(CELL, CELL_CENTRED, CELL_HEAD, 1.6, 0.5, (2.0, 3.5))
"""Of minutes that must stay on few pages."""
TIGHT_ROOMY = TableType(TIGHT_CELL, TIGHT_CELL_CENTRED, TIGHT_CELL_HEAD, 1.6, 1.3)
"""Of a table with many columns of figures on an upright page."""
TIGHT = TableType(TIGHT_CELL, TIGHT_CELL_CENTRED, TIGHT_CELL_HEAD, 1.6, 0.4, (2.0, 2.5))
"""Of a table that leads to the figures of another, a little smaller than that."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    Args:
        head: its heading, broken into lines of like length.
        width: mm.
        centred: counts are, names are not.
        group: a heading over this one and its neighbours of the same group; empty for none.
    """

    head: str
    width: float
    centred: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class Square:
    """An empty square in a cell, to tick; its side in mm."""

    side: float


@dataclass(frozen=True, slots=True)
class Strong:
    """The text of a cell in bold: a sum, a base, a name on a list that is read from a wall."""

    text: str


@dataclass(frozen=True, slots=True)
class Struck:
    """The text of a cell with a line through it: written, and taken back."""

    text: str


@dataclass(frozen=True, slots=True)
class FromAbove:
    """The cell above goes on into this one."""


Cell = str | Square | Strong | Struck | FromAbove


@dataclass(frozen=True, slots=True)
class RuledTable(Block):
    """A table whose head is repeated on every page, at least two rows on either side.

    Args:
        columns: from left to right.
        rows: a cell for each column; an empty text is filled in with a pen, and the lines of one stand under
            each other.
        row_height: at least so many mm.
        type: how its words are set.
        numbered: a row of column numbers stands under the head and is repeated with it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_height: float
    type: TableType = USUAL
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Announced(Block):
    """A long table and the line that announces it, which stays with its first rows."""

    line: Block
    table: RuledTable


def ruled_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    *,
    row_height: float = LEAST_ROW,
    type_: TableType = USUAL,
    numbered: bool = False,
) -> RuledTable:
    """Set a table that may go on over a page.

    Args:
        columns: from left to right.
        rows: a cell for each column.
        row_height: at least so many mm.
        type_: how its words are set.
        numbered: whether a row of column numbers stands under the head.

    Source: paper.md §4.
    """
    return RuledTable(tuple(columns), tuple(map(tuple, rows)), row_height, type_, numbered)


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
    lines = balanced(text, inner_width(column), lambda part: width_mm(part, CELL.face, CELL.size))
    return text if len(lines) == 1 else " ".join(map(tied, lines))


@lru_cache(maxsize=256)
def head_lines(column: Column, type_: TableType = USUAL) -> tuple[str, ...]:
    """Break the head of a column into lines of like length; papers of one form have the same heads."""
    head = type_.head
    width = inner_width(column, type_)
    return tuple(balanced(column.head, width, lambda text: width_mm(text, head.face, head.size)))


def groups_of(columns: Sequence[Column]) -> list[tuple[int, int, str]]:
    """Give the headings over several columns, each with its first and its last column."""
    found: list[tuple[int, int, str]] = []
    for place, column in enumerate(columns):
        if not column.group:
            continue
        first, last, name = found[-1] if found else (0, -1, "")
        if name == column.group and last == place - 1:
            found[-1] = (first, place, name)
        else:
            found.append((place, place, column.group))
    return found


def inner_width(column: Column, type_: TableType = USUAL) -> float:
    """Give the width between the paddings of a column's cells, mm."""
    return column.width - 2 * type_.side
