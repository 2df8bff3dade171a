"""Sheets that part one hamlet's stack of papers from the next, to be read from across the room."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import (
    HEIGHT,
    LEFT,
    MEASURE,
    RIGHT,
    WIDTH,
    Imprint,
    drawn_pages,
    stamp_training_at_middle,
)
from desktop.printing.setting.wording import balanced, count_text

_SIZES = (54, 48, 40, 34, 28, 22)
_PITCH = 0.42
_NAME_TOP = 70.0
_NAME_ROOM = 70.0
_LABEL_TOP = 165.0
_ROW = 14.0
_EDGE = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """A stack of papers; everything that is None becomes a dotted line.

    Args:
        hamlet: such as ``Thôn Nà Ếch``.
        paper: what follows, such as ``Phiếu bầu cử Trưởng thôn``.
        copies: how many follow, with ``unit``.
        unit: such as ``phiếu``.
        sheets: of paper in the stack.
    """

    hamlet: str | None = None
    paper: str | None = None
    copies: int | None = None
    unit: str = "phiếu"
    sheets: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeparatorSheets:
    """One sheet for each stack.

    Args:
        office: such as ``UBND xã Húc Động``.
        occasion: such as ``Bầu cử Trưởng thôn, ngày 08/12/2024``.
        stacks: in the order of printing; without any, one sheet for a pen.

    Source: paper.md §3: stacks matter between hamlets or kinds.
    """

    office: str | None = None
    occasion: str | None = None
    stacks: tuple[Stack, ...] = ()


def draw(separator: SeparatorSheets, *, training: bool) -> bytes:
    """Print the sheets, one to a page, with a black edge that shows in a stack.

    Args:
        separator: what stacks there are.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    stacks = separator.stacks or (Stack(),)
    return drawn_pages(
        [
            partial(_draw_sheet, separator, stack, (number, len(stacks)), training)
            for number, stack in enumerate(stacks, 1)
        ],
        Imprint(title="Tờ ngăn", author=separator.office or "", training=training),
    )


def _draw_sheet(
    separator: SeparatorSheets, stack: Stack, place: tuple[int, int], training: bool, pen: Pen
) -> None:
    # Half the edge, so that two stacks laid side by side are not taken for one.
    pen.canvas.setFillGray(0)
    pen.canvas.rect(0, 0, *(value * 72 / 25.4 for value in (_EDGE, HEIGHT / 2)), stroke=0, fill=1)
    if training:
        stamp_training_at_middle(pen, WIDTH / 2, 13, 9)
    pen.text(LEFT, 28, "TỜ NGĂN", BOLD, 16)
    pen.flush_right(RIGHT, 28, f"{place[0]}/{place[1]}", SERIF, 16)
    _draw_value(pen, 40, "", separator.office)
    _draw_value(pen, 50, "", separator.occasion)
    pen.line(LEFT, 58, RIGHT, 58)
    _draw_hamlet(pen, stack.hamlet)
    pen.line(LEFT, _LABEL_TOP - 14, RIGHT, _LABEL_TOP - 14)
    copies = None if stack.copies is None else f"{count_text(stack.copies)} {stack.unit}"
    sheets = None if stack.sheets is None else f"{count_text(stack.sheets)} tờ giấy"
    for row, (label, value) in enumerate((("Sau tờ này:", stack.paper), ("Gồm:", copies), ("Trên:", sheets))):
        _draw_value(pen, _LABEL_TOP + row * _ROW, label, value)
    note = "Tờ này chỉ để ngăn chồng giấy, không bỏ vào phong bì, không phát cho cử tri."
    pen.text(LEFT, 272, note, ITALIC, 12)


def _draw_hamlet(pen: Pen, hamlet: str | None) -> None:
    if hamlet is None:
        for row in range(2):
            pen.dots(LEFT, RIGHT, _NAME_TOP + 25 + row * 30)
        return
    name = hamlet.upper()
    for size in _SIZES:
        lines = balanced(name, MEASURE, lambda text, size=size: width_mm(text, BOLD, size))  # type: ignore[misc]  # a default binds the size
        fits = max(width_mm(line, BOLD, size) for line in lines) <= MEASURE
        if fits and len(lines) * size * _PITCH <= _NAME_ROOM:
            break
    pitch = size * _PITCH
    first = _NAME_TOP + (_NAME_ROOM - len(lines) * pitch) / 2 + pitch * 0.8
    for row, line in enumerate(lines):
        pen.text(LEFT, first + row * pitch, line, BOLD, size)


def _draw_value(pen: Pen, y: float, label: str, value: str | None) -> None:
    x = LEFT
    if label:
        pen.text(x, y, label, SERIF, 18)
        x += width_mm(f"{label} ", SERIF, 18)
    if value is None:
        pen.dots(x, RIGHT, y + 0.2)
        return
    face = BOLD if label else SERIF
    size = next((size for size in (18, 16, 14, 12, 10) if width_mm(value, face, size) <= RIGHT - x), 10)
    pen.text(x, y, value, face, size)
