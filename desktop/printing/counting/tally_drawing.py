"""Tally sheets drawn: squares for marks, five to a square, on A4 across, under any head."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop.printing.counting import tally_layout
from desktop.printing.counting.tally_facts import TallyCandidate, TallySheet
from desktop.printing.counting.tally_layout import MARKS, SQUARES, TallyRow
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import HEIGHT as SHEET_WIDTH
from desktop.printing.setting.sheets import WIDTH as SHEET_HEIGHT
from desktop.printing.setting.sheets import Imprint, drawn_pages, stamp_training
from desktop.printing.setting.wording import balanced, day_text, short_day_text, tied

LEFT, RIGHT, TOP = 15.0, SHEET_WIDTH - 15, 12.0
"""Margins, mm."""

_EDGES = (LEFT, LEFT + 12, LEFT + 66, RIGHT - 26, RIGHT)
_BLANKS = 50.8
_BLANK_SIZES = (13, 12, 11, 10, 9)
_LEAST_GAP = 2.0
_TABLE_TOP = 55.4
_HEAD = 8.1
_TABLE_END = 155.4
_LINE = 16.4
_FRAME = 3.0
_SQUARE = 10.4
_SQUARE_INSET = 1.5
_SQUARE_DROP = 3.2
_FIGURE_DROP = 2.9
_SQUARE_WEIGHT = 0.45
_GREY = 0.72
_FIGURE_GREY = 0.45
_NAME_INSET = 3.0
_NAME_SIZES = (14, 12, 11, 10)
_NAME_PITCH = 5.6
_EXPLAINED = "Mỗi ô vuông có một đường chéo là 05 phiếu (bốn cạnh và đường chéo, mỗi nét một phiếu)"
_SIGNERS = ("NGƯỜI ĐỌC PHIẾU", "NGƯỜI GHI", "NGƯỜI KIỂM SOÁT", "NGƯỜI CHỨNG KIẾN")
_SIGNER_HALF = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyHead:
    """What differs between the sheets of the State and of the Party.

    Args:
        title: of the file.
        draw: draws the letterhead over the title.
        address: before a name that a pen writes, such as ``Ông (bà)``.
        hint: under the heads of the signatures; empty for none.
    """

    title: str
    draw: Callable[[Pen], None]
    address: str
    hint: str = ""


def draw_tally(tally: TallySheet, head: TallyHead, *, training: bool) -> bytes:
    """Print as many sheets as the electorate and the candidates need for one box.

    Args:
        tally: what is counted.
        head: the letterhead, and what goes with it.
        training: stamp every sheet ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    rows = tally_layout.sheets(tally, _TABLE_END - _TABLE_TOP - _HEAD, _LINE, _FRAME)
    return drawn_pages(
        [partial(_draw_sheet, tally, head, number, rows, training) for number in range(1, len(rows) + 1)],
        Imprint(title=head.title, author=", ".join(tally.issuer_lines), training=training),
        width=SHEET_WIDTH,
        height=SHEET_HEIGHT,
    )


def _draw_sheet(
    tally: TallySheet,
    head: TallyHead,
    number: int,
    sheets: Sequence[Sequence[TallyRow]],
    training: bool,
    pen: Pen,
) -> None:
    if training:
        stamp_training(pen, LEFT, 9, 9)
    head.draw(pen)
    middle = SHEET_WIDTH / 2
    pen.centred(middle, 37, "BẢNG GHI KẾT QUẢ KIỂM PHIẾU", BOLD, 15)
    _draw_subject(pen, tally)
    _draw_blanks(pen, tally.box, (number, len(sheets)) if len(sheets) > 1 else None)
    bottom = _draw_table(pen, sheets[number - 1], _name_size(tally.candidates), head.address)
    _draw_foot(pen, bottom, head.hint)


def _draw_subject(pen: Pen, tally: TallySheet) -> None:
    post, term, date = tally.post, tally.term, tally.date
    if post is not None and term is not None and date is not None:
        subject = f"Bầu {post}, nhiệm kỳ {tied(term)}; {day_text(date)}"
        size = _fitting(subject, RIGHT - LEFT, (13.5, 12, 11, 10))
        pen.centred(SHEET_WIDTH / 2, 43.6, subject, BOLD, size)
        return
    day = None if date is None else short_day_text(date)
    pieces = (("Bầu", post, 70.0), (", nhiệm kỳ", term, 28.0), ("; ngày", day, 36.0))
    widths = [
        width_mm(f"{label} ", BOLD, 13.5) + (blank if value is None else width_mm(value, BOLD, 13.5))
        for label, value, blank in pieces
    ]
    x = (SHEET_WIDTH - sum(widths)) / 2
    for (label, value, _), width in zip(pieces, widths, strict=True):
        start = x + width_mm(f"{label} ", BOLD, 13.5)
        pen.text(x, 43.6, label, BOLD, 13.5)
        if value is None:
            pen.dots(start, x + width, 44)
        else:
            pen.text(start, 43.6, value, BOLD, 13.5)
        x += width


def _draw_blanks(pen: Pen, box: str | None, sheet: tuple[int, int] | None) -> None:
    """Draw the line of counts; what is not known is dotted."""
    labels: list[tuple[str, float, str | None]] = [
        ("Hòm phiếu:", 14, box),
        ("Tờ số:", 11, str(sheet[0]) if sheet else None),
        ("/", 9, str(sheet[1]) if sheet else None),
        ("Số phiếu phát ra:", 14, None),
        ("Số phiếu thu vào:", 14, None),
        ("Hợp lệ:", 18, None),
        ("Không hợp lệ:", 17, None),
    ]
    for size in _BLANK_SIZES:
        widths = [
            width_mm(label, SERIF, size) + 1 + (width_mm(known, SERIF, size) if known else blank)
            for label, blank, known in labels
        ]
        gap = (RIGHT - LEFT - sum(widths)) / (len(labels) - 1)
        if gap >= _LEAST_GAP:
            break
    x = LEFT
    for (label, _, known), width in zip(labels, widths, strict=True):
        pen.text(x, _BLANKS, label, SERIF, size)
        start = x + width_mm(label, SERIF, size) + 1
        if known:
            pen.text(start, _BLANKS, known, SERIF, size)
        else:
            pen.dots(start, x + width, _BLANKS + 0.2)
        x += width + gap


def _draw_table(pen: Pen, rows: Sequence[TallyRow], size: float, address: str) -> float:
    bottom = _TABLE_TOP + _HEAD + sum(_height(row) for row in rows)
    head = _TABLE_TOP + _HEAD / 2 + 1.5
    for column, label in ((0, "STT"), (1, "Họ và tên"), (3, "Cộng")):
        pen.centred(_middle(column), head, label, BOLD, 12.5)
    pen.centred(_middle(2), head, _EXPLAINED, ITALIC, 11.5)
    pen.box(LEFT, _TABLE_TOP, RIGHT - LEFT, bottom - _TABLE_TOP)
    for edge in _EDGES[1:-1]:
        pen.line(edge, _TABLE_TOP, edge, bottom)
    top = _TABLE_TOP + _HEAD
    for row in rows:
        pen.line(LEFT, top, RIGHT, top)
        _draw_who(pen, row, top + _height(row) / 2, size, address)
        _draw_squares(pen, row.lines, top)
        top += _height(row)
    return bottom


def _draw_who(pen: Pen, row: TallyRow, middle: float, size: float, address: str) -> None:
    x = _EDGES[1] + _NAME_INSET
    if row.candidate is None:
        pen.text(x, middle + 1.5, "Phiếu không hợp lệ", BOLD, 13)
        return
    pen.centred(_middle(0), middle + 1.5, str(row.number), SERIF, 14)
    if row.candidate.name is None:
        pen.text(x, middle - 2.5, address, SERIF, 13)
        pen.dots(x, _EDGES[2] - _NAME_INSET, middle + 6)
        return
    lines = _name_lines(row.candidate.name, size)
    title = row.candidate.title
    first = middle + 1.5 - (len(lines) + bool(title) - 1) * _NAME_PITCH / 2
    if title:
        pen.text(x, first, title, SERIF, 13)
        first += _NAME_PITCH
    for index, line in enumerate(lines):
        pen.text(x, first + index * _NAME_PITCH, line, BOLD, size)


def _name_size(candidates: Sequence[TallyCandidate]) -> float:
    """Give the largest type in which every name takes at most two lines: one size for all."""
    fitting = (
        size
        for size in _NAME_SIZES
        if all(len(_name_lines(candidate.name or "", size)) <= 2 for candidate in candidates)
    )
    return next(fitting, _NAME_SIZES[-1])


def _name_lines(name: str, size: float) -> list[str]:
    room = _EDGES[2] - _EDGES[1] - _NAME_INSET - 1.5
    return balanced(name, room, lambda text: width_mm(text, BOLD, size))


def _draw_squares(pen: Pen, lines: int, top: float) -> None:
    start = _EDGES[2] + _SQUARE_INSET
    pitch = (_EDGES[3] - _SQUARE_INSET - _SQUARE - start) / (SQUARES - 1)
    pen.grey(_GREY)
    for line in range(lines):
        y = top + _SQUARE_DROP + line * _LINE
        for square in range(SQUARES):
            x = start + square * pitch
            pen.box(x, y, _SQUARE, _SQUARE, _SQUARE_WEIGHT)
            pen.line(x, y + _SQUARE, x + _SQUARE, y, _SQUARE_WEIGHT)
    pen.grey(_FIGURE_GREY)
    for index in range(lines * SQUARES):
        line, square = divmod(index, SQUARES)
        x = start + square * pitch + _SQUARE / 2
        y = top + _SQUARE_DROP + line * _LINE + _SQUARE + _FIGURE_DROP
        pen.centred(x, y, str((index + 1) * MARKS), SERIF, 6.5)
    pen.grey(0)


def _draw_foot(pen: Pen, bottom: float, hint: str) -> None:
    y = bottom + 6.4
    x = LEFT
    for text, blank in (
        ("Tổng số phiếu bầu ghi trên tờ này (hợp lệ + không hợp lệ):", 27),
        ("phiếu.", 8),
        ("Kết thúc kiểm lúc:", 13),
        ("giờ", 13),
        ("phút", 0),
    ):
        pen.text(x, y, text, SERIF, 13)
        x += width_mm(text, SERIF, 13) + 1
        if text != "phiếu." and blank:
            pen.dots(x, x + blank, y + 0.2)
        x += blank + 1
    quarter = (RIGHT - LEFT) / 4
    for index, signer in enumerate(_SIGNERS):
        centre = LEFT + quarter * (index + 0.5)
        pen.centred(centre, bottom + 15, signer, BOLD, 12.5)
        pen.centred(centre, bottom + 19.8, hint, ITALIC, 11.5)
        pen.dots(centre - _SIGNER_HALF, centre + _SIGNER_HALF, bottom + 36.8)


def _height(row: TallyRow) -> float:
    return row.lines * _LINE + _FRAME


def _middle(column: int) -> float:
    return (_EDGES[column] + _EDGES[column + 1]) / 2


def _fitting(text: str, room: float, sizes: Sequence[float]) -> float:
    return next((size for size in sizes if width_mm(text, BOLD, size) <= room), sizes[-1])
