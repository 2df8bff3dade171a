"""The ruled table in the flow of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Table

from desktop.long_work import counted, step
from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.paragraphs import COLUMN_NUMBER, plain
from desktop.printing.setting.pen import RULE, Drawn, Pen, width_mm
from desktop.printing.setting.ruled_table import (
    Cell,
    Column,
    FromAbove,
    RuledTable,
    Square,
    Strong,
    Struck,
    TableType,
    groups_of,
    head_lines,
    inner_width,
)
from desktop.printing.setting.sheets import MEASURE
from desktop.printing.setting.text_style import TextStyle

_PROJECTING = 2
_POINT = 25.4 / 72  # mm
_OVER_BASE = 0.68  # of the size of letters that stands over their base line
_FIRST_ROOM = 1000
_LEAST_ON_A_PAGE = 2
_MANY = 500  # rows that take so long that somebody waits


def set_table(block: RuledTable) -> Flowable:
    """Set a table that may go on over a page with its head repeated, at least two rows on either side.

    Raises:
        PaperRefused: ``paper.letter``, there or once it is measured.

    Source: paper.md §4.
    """
    return _Rows(_Measured(block), 0)


class _Measured:
    """The rows of a table, each set when it is first asked for and let go with the page that it stands on.

    Of tens of thousands of rows never more are there than a page holds.
    """

    def __init__(self, block: RuledTable) -> None:
        self.block = block
        self.total = len(block.rows)
        self._head: float | None = None
        self._set: dict[int, tuple[list[list[Flowable]], float]] = {}

    def head(self) -> float:
        """Give the height of the head, points."""
        if self._head is None:
            self._head = float(self._table([], []).wrap(MEASURE * mm, _FIRST_ROOM)[1])
        return self._head

    def height(self, number: int) -> float:
        """Give the height of a row, points."""
        if number not in self._set:
            cells = _row(self.block, self.block.rows[number])
            self._set[number] = cells, _row_height(self.block, cells)
        return self._set[number][1]

    def is_parted_before(self, number: int) -> bool:
        """Tell whether a page may end before a row: none does inside cells that go over several rows."""
        return not any(isinstance(cell, FromAbove) for cell in self.block.rows[number])

    def part(self, first: int, end: int) -> Table:
        """Give the table of some rows, which are let go."""
        for number in range(first, end):
            self.height(number)
        rows = [self._set.pop(number) for number in range(first, end)]
        table = self._table([cells for cells, _ in rows], [height for _, height in rows])
        joined = _spans(self.block.rows[first:end], self.block.columns, self._above())
        if joined:
            table.setStyle(joined)
        return table

    def _above(self) -> int:
        return (2 if groups_of(self.block.columns) else 1) + self.block.numbered

    def _table(self, rows: list[list[list[Flowable]]], heights: list[float]) -> Table:
        block, type_ = self.block, self.block.type
        heads = _heads(block)
        numbers = (
            [[[_text(str(number), COLUMN_NUMBER)] for number in range(1, len(block.columns) + 1)]]
            if block.numbered
            else []
        )
        head_heights = [None] if len(heads) == 1 else [height * mm for height in _head_heights(block)]
        table = Table(
            [*heads, *numbers, *rows],
            colWidths=[column.width * mm for column in block.columns],
            rowHeights=[*head_heights, *([None] * len(numbers)), *heights],
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
            ]
        )
        return table


class _Rows(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The rows of a table from one on; each page is given a table of its own.

    A table of reportlab's that goes on over pages measures all that is left for each of them anew.
    """

    def __init__(self, rows: _Measured, first: int, end: int | None = None) -> None:
        super().__init__()
        self._rows, self._first = rows, first
        self._end = rows.total if end is None else end
        above, below = rows.block.type.around
        self.spaceBefore = above if first == 0 else 0
        self.spaceAfter = below if self._end == rows.total else 0
        self.hAlign = "CENTER"
        self.width = sum(column.width * mm for column in rows.block.columns)

    def wrap(self, _: float, height: float) -> tuple[float, float]:
        """Give width and height; where the page is too low for it, a height that is too much."""
        self.height = self._rows.head()
        for number in range(self._first, self._end):
            self.height += self._rows.height(number)
            if self.height > height + 1:
                break
        return self.width, self.height

    def split(self, _: float, height: float) -> list[Flowable]:
        """Give what stands on this page and what on the next; nothing where too little of it fits."""
        used, number, parted = self._rows.head(), self._first, 0
        while number < self._end and used + self._rows.height(number) <= height:
            used += self._rows.height(number)
            number += 1
            if self._may_end_before(number):
                parted = number
        if not parted:
            return []
        return [_Rows(self._rows, self._first, parted), _Rows(self._rows, parted, self._end)]

    def draw(self) -> None:
        """Draw the table of these rows."""
        if self._rows.total > _MANY:
            step(self._end, self._rows.total)
        table = self._rows.part(self._first, self._end)
        table.wrapOn(self.canv, self.width, self.height)
        table.drawOn(self.canv, 0, 0)

    def _may_end_before(self, number: int) -> bool:
        if number == self._end:
            return False
        few = number < min(_LEAST_ON_A_PAGE, self._end) or number > self._end - _LEAST_ON_A_PAGE
        return not few and self._rows.is_parted_before(number)


def heights_of(block: RuledTable) -> tuple[float, tuple[float, ...]]:
    """Give the height of a table's head, column numbers included, and of each of its rows, mm.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    type_ = block.type
    head = sum(_head_heights(block))
    if block.numbered:
        head += COLUMN_NUMBER.leading / mm + 2 * type_.above
    # Fifty thousand are measured before the first of them is drawn.
    rows = counted(block.rows) if len(block.rows) > _MANY else block.rows
    return head, tuple(_row_height(block, _row(block, row)) / mm for row in rows)


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


def _spans(rows: Sequence[Sequence[Cell]], columns: Sequence[Column], above: int) -> list[tuple[object, ...]]:
    """Give which cells are one; ``above`` are the rows of the head."""
    groups = groups_of(columns)
    joined: list[tuple[object, ...]] = [("SPAN", (first, 0), (last, 0)) for first, last, _ in groups]
    if groups:
        joined += [
            ("SPAN", (place, 0), (place, 1)) for place, column in enumerate(columns) if not column.group
        ]
    for place in range(len(columns)):
        row = 0
        while row < len(rows):
            end = row + 1
            while end < len(rows) and isinstance(rows[end][place], FromAbove):
                end += 1
            if end > row + 1:
                joined.append(("SPAN", (place, above + row), (place, above + end - 1)))
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
    if isinstance(part, Struck):
        return [_struck(part.text, style, inner_width(column, type_))]
    if isinstance(part, Strong):
        part, style = part.text, replace(style, face=BOLD)
    return [_text(line, style) for line in part.split("\n")]


def _text(text: str, style: TextStyle) -> SetText:
    return SetText(words_of(plain(text), style.face), style)


def _struck(text: str, style: TextStyle, width: float) -> Drawn:
    """Write one line and draw another through it."""
    high, size = style.leading * _POINT, style.size * _POINT
    long = width_mm(text, style.face, style.size)
    left = max((width - long) / 2, 0.0) if style.align == "centred" else 0.0
    base = (high + size * _OVER_BASE) / 2

    def draw(pen: Pen) -> None:
        pen.text(left, base, text, style.face, style.size)
        through = base - size * _OVER_BASE / 2.4
        pen.line(left - 0.6, through, left + long + 0.6, through)

    return Drawn(width, high, draw)


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
