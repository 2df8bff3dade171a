"""The table of a wall sheet: what is due, by when, who answers for it, and room to sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from reportlab.lib.units import mm

from desktop.printing.hamlet_head.before.wall_sheet_facts import Milestone
from desktop.printing.pdf.set_text import SetText
from desktop.printing.pdf.text_lines import words_of
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.paragraphs import bold, plain
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.text_style import TextStyle
from desktop.printing.setting.wording import short_day_text, tied, weekday_text

_WIDTHS = (22.0, 47.0, 82.0, 44.0, 42.0, 30.0)
_HEADS = ("Mốc", "Chậm nhất", "Việc phải xong", "Người chịu trách nhiệm", "Căn cứ", "Ngày xong, ký")
_SIZE = 11.5
_HEAD_HEIGHT = 9.0
_ROW = 17.3
_PAD = 1.6
_PAD_ABOVE = 0.7
_DATE_BLANKS = (9.0, 9.0, 14.0)

_LEFT = TextStyle(size=_SIZE, leading=13.2)
_CENTRED = replace(_LEFT, align="centred")
_STYLES = (_CENTRED, _CENTRED, _LEFT, _LEFT, _CENTRED)

_NUMBERED = re.compile(r"(?:điểm|khoản|Điều|NĐ|NQLT|Mẫu số) \S+")

Cell = tuple[SetText, ...]
"""Texts under each other; none where something is drawn."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is set: its cells from left to right but for the one to sign, and its height in mm.

    ``least`` is the height that its texts need.
    """

    cells: tuple[Cell, ...]
    height: float
    least: float


def set_row(milestone: Milestone) -> SheetRow:
    """Set the texts of a milestone."""
    texts = (
        (_mark(milestone),),
        _date(milestone),
        (_task(milestone),),
        (plain(_closed(milestone.who, 3)),),
        (_basis(milestone.basis),),
    )
    cells = tuple(
        tuple(_set(line, style, width - 2 * _PAD) for line in lines)
        for lines, style, width in zip(texts, _STYLES, _WIDTHS, strict=False)
    )
    least = max(_height(cell) + 2 * _PAD_ABOVE for cell in cells)
    return SheetRow(cells, max(_ROW, least), least)


def parted(rows: Sequence[SheetRow], room: float) -> list[list[SheetRow]]:
    """Share rows out over as few sheets as can be; each has so many mm for a table.

    Rows that one sheet holds only when they are drawn closer together are, all of it by as much.
    """
    sheets: list[list[SheetRow]] = [[]]
    for row in rows:
        if sheets[-1] and _HEAD_HEIGHT + sum(each.least for each in (*sheets[-1], row)) > room:
            sheets.append([])
        sheets[-1].append(row)
    return [_spread(sheet, room - _HEAD_HEIGHT) for sheet in sheets]


def _spread(rows: list[SheetRow], room: float) -> list[SheetRow]:
    if sum(row.height for row in rows) <= room:
        return rows
    spare = (room - sum(row.least for row in rows)) / len(rows)
    return [replace(row, height=row.least + max(spare, 0)) for row in rows]


def draw_table(pen: Pen, rows: Sequence[SheetRow], left: float, top: float) -> float:
    """Draw head and rows from the upper left corner, and give the lower edge; mm."""
    edges = list(accumulate(_WIDTHS, initial=left))
    lines = list(accumulate((_HEAD_HEIGHT, *(row.height for row in rows)), initial=top))
    pen.box(left, top, edges[-1] - left, lines[-1] - top)
    for edge in edges[1:-1]:
        pen.line(edge, top, edge, lines[-1])
    for line in lines[1:-1]:
        pen.line(left, line, edges[-1], line)
    for head, (start, end) in zip(_HEADS, pairwise(edges), strict=True):
        pen.centred((start + end) / 2, top + _HEAD_HEIGHT / 2 + 1.4, head, BOLD, _SIZE)
    for row, (upper, lower) in zip(rows, pairwise(lines[1:]), strict=True):
        for cell, start in zip(row.cells, edges, strict=False):
            y = (upper + lower - _height(cell)) / 2
            for text in cell:
                pen.block(start + _PAD, y, text)
                y += text.height / mm
        if not row.cells[1]:
            _draw_date_blank(pen, (edges[1] + edges[2]) / 2, (upper + lower) / 2 + 2)
    return lines[-1]


def _set(markup: str, style: TextStyle, width: float) -> SetText:
    text = SetText(words_of(markup, style.face), style)
    text.wrap(width * mm, 0)
    return text


def _height(cell: Cell) -> float:
    return float(sum(text.height for text in cell) / mm)


def _mark(milestone: Milestone) -> str:
    return bold(milestone.mark) if milestone.offset == 0 else plain(milestone.mark)


def _date(milestone: Milestone) -> tuple[str, ...]:
    day, work_by = milestone.day, milestone.work_by
    if day is None:
        return ()
    lines = [bold(weekday_text(day)), bold(short_day_text(day))]
    if work_by is not None:
        weekday = weekday_text(work_by)
        lines.append(f"<i>(làm trước: {weekday[0].lower()}{weekday[1:]} {work_by:%d/%m})</i>")
    return tuple(lines)


def _task(milestone: Milestone) -> str:
    lead = bold(milestone.lead) if milestone.lead else ""
    if not milestone.note:
        return f"{lead}{plain(_closed(milestone.task, 2))}"
    return f"{lead}{plain(milestone.task)} <i>({plain(milestone.note)})</i>"


def _basis(text: str) -> str:
    # A clause stays with its number: khoản 1, Điều 6, NĐ 59/2023.
    return plain(_NUMBERED.sub(lambda found: tied(found[0]), text))


def _closed(text: str, words: int) -> str:
    # No word stands alone on the last line.
    head, *tail = text.rsplit(" ", words)
    return f"{head} {tied(' '.join(tail))}" if len(tail) == words else text


def _draw_date_blank(pen: Pen, centre: float, baseline: float) -> None:
    gap = 2.4
    x = centre - (sum(_DATE_BLANKS) + gap * (len(_DATE_BLANKS) - 1)) / 2
    for index, width in enumerate(_DATE_BLANKS):
        if index:
            pen.centred(x - gap / 2, baseline, "/", SERIF, _SIZE)
        pen.dots(x, x + width, baseline + 0.3)
        x += width + gap
