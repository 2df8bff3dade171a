"""The roll to sign on the day, for a ballot or as present; nothing in it ties a ballot to anybody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import accumulate

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desktop.printing.counting import roll_layout
from desktop.printing.counting.facts import Electors
from desktop.printing.counting.roll_facts import RollGroup, SignInRoll, whole_of
from desktop.printing.counting.roll_layout import (
    NAME_PITCH,
    NAME_SIZE,
    NOTE_PITCH,
    NOTE_SIZE,
    PAD,
    WIDTHS,
    RollRow,
)
from desktop.printing.pdf.pages import draw_page_head
from desktop.printing.setting import faces
from desktop.printing.setting.block import Block
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.sheets import BOTTOM, HEIGHT, LEFT, MEASURE, RIGHT, TOP, Imprint, drawn_pages
from desktop.printing.setting.wording import (
    balanced,
    count_text,
    counted,
    day_text,
    short_day_text,
    tied,
    weekday_text,
)
from desktop.printing.state.headings import state_heading
from desktop.printing.state.letterhead import STATE_SETTERS
from desktop.printing.state.signatures import Signing, signature_row
from desktop.printing.state.titles import post_and_term, titled, titled_file
from desktop.vietnamese.numerals import in_words

_EDGES = tuple(accumulate(WIDTHS, initial=LEFT))
_HEAD = 12.4
_HEAD_PITCH = 5.2
_EXPLAINED = 7.0
_COUNT_LINE = 8.2
_BASELINE = 1.5
_SIGNED_BLANK = 20.0
_GROUP_SIZE, _GROUP_PITCH = 13.0, 6.0
_SUMS_SIZE, _SUMS_PITCH = 12.0, 5.4
_FREE = 22.0
_BAND = "Bổ sung sau khi chốt danh sách (nếu có)"

_WORDS: dict[Electors, tuple[str, str, str]] = {
    "households": ("ĐẠI DIỆN HỘ GIA ĐÌNH", f"Họ và tên {tied('đại diện hộ gia đình')}", "hộ"),
    "voters": ("CỬ TRI", "Họ và tên cử tri", "cử tri"),
}
_SUBJECTS = {"ballots": "Ký nhận phiếu bầu", "attendance": "Điểm danh cuộc họp bầu"}
_EXPLANATIONS = {
    "ballots": "mỗi người ký tên khi nhận 01 phiếu bầu.",
    "attendance": "mỗi người ký tên khi đến dự họp.",
}


def draw(roll: SignInRoll, *, training: bool) -> bytes:
    """Print the roll on as many pages as it takes, each with the table's head and its own count.

    A hamlet that meets by cluster signs at each meeting: every cluster has pages and a total of its own, and
    is told what all clusters come to.

    Args:
        roll: who is on it.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1.
    """
    faces.prepare()
    pages = [page for group in roll.groups or (None,) for page in _pages(roll, group, training=training)]
    return drawn_pages(
        pages,
        Imprint(
            title=titled_file(_SUBJECTS[roll.purpose], roll.post, roll.term),
            author=", ".join(roll.issuer_lines),
            training=training,
        ),
    )


def _pages(whole: SignInRoll, group: RollGroup | None, *, training: bool) -> list[Callable[[Pen], None]]:
    roll, met, sums = whole, list[str](), list[str]()
    if group is not None:
        own = frozenset(group.numbers)
        roll = replace(whole, groups=(), lines=tuple(line for line in whole.lines if line.number in own))
        met = balanced(group.title, MEASURE, lambda text: width_mm(text, BOLD, _GROUP_SIZE))
        said = f"{whole_of(whole.groups, _WORDS[whole.electors][2])}. {_total(whole)}"
        sums = balanced(said, MEASURE, lambda text: width_mm(text, SERIF, _SUMS_SIZE))
    heading = _heading(roll)
    signatures = _drawn(
        signature_row(
            [
                Signing(lines=("NGƯỜI LẬP DANH SÁCH",)),
                Signing(lines=("TM. TỔ BẦU CỬ", "TỔ TRƯỞNG"), name=roll.team_head),
            ],
            free=_FREE,
        )
    )
    room = HEIGHT - TOP - BOTTOM - _HEAD - _COUNT_LINE
    used = sum(block.height for block in heading) / mm + _EXPLAINED + len(met) * _GROUP_PITCH
    below = len(sums) * _SUMS_PITCH
    pages = roll_layout.pages(roll, room - used, room, _COUNT_LINE + below + signatures.height / mm)

    def draw_page(number: int, pen: Pen) -> None:
        draw_page_head(pen, number, roll.form_label, training=training)
        top = TOP
        if number == 1:
            for block in heading:
                top = _place(pen, block, top)
            for line in met:
                pen.centred((LEFT + RIGHT) / 2, top + 3, line, BOLD, _GROUP_SIZE)
                top += _GROUP_PITCH
            top = _draw_explanation(pen, roll, top)
        else:
            day = None if roll.election_date is None else short_day_text(roll.election_date)
            parts = (roll.hamlet, group.name if group else None, day)
            pen.flush_right(RIGHT, 13, ", ".join(filter(None, parts)), ITALIC, 10)
        rows = pages[number - 1]
        bottom = _draw_rows(pen, rows, _draw_head(pen, roll.electors, top))
        pen.box(LEFT, top, RIGHT - LEFT, bottom - top)
        listed = sum(row.line is not None for row in rows)
        unit = _WORDS[roll.electors][2]
        page = f"Cộng trang này: {counted(listed, unit)}" if roll.lines else "Cộng trang này"
        _draw_count(pen, page, bottom)
        if number == len(pages):
            _draw_count(pen, _total(roll, group), bottom + _COUNT_LINE)
            for place, line in enumerate(sums):
                pen.text(LEFT, bottom + 2 * _COUNT_LINE + 4 + place * _SUMS_PITCH, line, SERIF, _SUMS_SIZE)
            _place(pen, signatures, bottom + 2 * _COUNT_LINE + below)

    return [partial(draw_page, number) for number in range(1, len(pages) + 1)]


def _heading(roll: SignInRoll) -> list[Flowable]:
    subject = post_and_term(_SUBJECTS[roll.purpose], roll.post, roll.term)
    return [
        _drawn(state_heading(roll.issuer_lines, roll.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))),
        _drawn(titled(f"DANH SÁCH {_WORDS[roll.electors][0]}", subject)),
    ]


def _drawn(block: Block) -> Flowable:
    return STATE_SETTERS[type(block)](block)


def _total(roll: SignInRoll, group: RollGroup | None = None) -> str:
    unit = _WORDS[roll.electors][2]
    total = len(roll.lines)
    of = f" {group.name}" if group else " cả thôn" if roll.groups else ""
    if not total:
        return "Tổng cộng"
    added = sum(line.supplement > 0 for line in roll.lines)
    supplements = f", trong đó bổ sung {counted(added, unit)}" if added else ""
    said = in_words(total, for_no_tens=roll.no_tens)
    return f"Tổng cộng{of}: {count_text(total)} ({said}) {unit}{supplements}"


def _place(pen: Pen, block: Flowable, top: float) -> float:
    block.drawOn(pen.canvas, LEFT * mm, (HEIGHT - top) * mm - block.height)
    return float(top + block.height / mm)


def _draw_explanation(pen: Pen, roll: SignInRoll, top: float) -> float:
    date = roll.election_date
    day = "" if date is None else f"{weekday_text(date)}, {day_text(date)}; "
    text = f"{day}{_EXPLANATIONS[roll.purpose]}"
    text = f"{text[0].upper()}{text[1:]}"
    pen.centred((LEFT + RIGHT) / 2, top + 3, text, ITALIC, 12)
    return top + _EXPLAINED


def _draw_head(pen: Pen, electors: Electors, top: float) -> float:
    heads = ("STT", _WORDS[electors][1], "Năm sinh", "Chữ ký", "Ghi chú")
    for column, (head, width) in enumerate(zip(heads, WIDTHS, strict=True)):
        lines = balanced(head, width - 2 * PAD, lambda text: width_mm(text, BOLD, 12.5))
        first = top + _HEAD / 2 + _BASELINE - (len(lines) - 1) * _HEAD_PITCH / 2
        for row, line in enumerate(lines):
            pen.centred(_middle(column), first + row * _HEAD_PITCH, line, BOLD, 12.5)
    _draw_edges(pen, top, top + _HEAD)
    return top + _HEAD


def _draw_rows(pen: Pen, rows: list[RollRow], top: float) -> float:
    for row in rows:
        bottom = top + row.height
        middle = (top + bottom) / 2 + _BASELINE
        pen.line(LEFT, top, RIGHT, top)
        if row.band:
            pen.text(LEFT + PAD, middle, _BAND, ITALIC, NOTE_SIZE)
        else:
            _draw_edges(pen, top, bottom)
        if row.number:
            pen.centred(_middle(0), middle, str(row.number), SERIF, NAME_SIZE)
        if row.line:
            pen.centred(_middle(0), middle, str(row.line.number), SERIF, NAME_SIZE)
            pen.centred(_middle(2), middle, row.line.birth, SERIF, NAME_SIZE)
            _draw_lines(pen, row.name, (_EDGES[1], middle), SERIF, (NAME_SIZE, NAME_PITCH))
            _draw_lines(pen, row.note, (_EDGES[4], middle), ITALIC, (NOTE_SIZE, NOTE_PITCH))
        top = bottom
    return top


def _draw_lines(
    pen: Pen, lines: tuple[str, ...], at: tuple[float, float], face: str, type_: tuple[float, float]
) -> None:
    size, pitch = type_
    first = at[1] - (len(lines) - 1) * pitch / 2
    for row, line in enumerate(lines):
        pen.text(at[0] + PAD, first + row * pitch, line, face, size)


def _draw_edges(pen: Pen, top: float, bottom: float) -> None:
    for edge in _EDGES[1:-1]:
        pen.line(edge, top, edge, bottom)


def _draw_count(pen: Pen, text: str, top: float) -> None:
    baseline = top + 5.8
    signed = f"{text}; số người ký:"
    pen.text(LEFT, baseline, signed, BOLD, 12.5)
    start = LEFT + width_mm(signed, BOLD, 12.5) + 1
    pen.dots(start, start + _SIGNED_BLANK, baseline + 0.2)


def _middle(column: int) -> float:
    return (_EDGES[column] + _EDGES[column + 1]) / 2
