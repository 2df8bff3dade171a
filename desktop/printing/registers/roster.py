"""The roster of a branch's members in 14 columns, after form 7-HSĐV; who left keeps the row.

The paper shows of a card the last three digits alone: since 2025 its number is the citizen number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_heading_drawing import heading_height
from desktop.printing.party.across_pages import across_pages
from desktop.printing.party.paging import paged
from desktop.printing.setting import faces
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.ruled_table import Column
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, day_text, tied

TITLE = "SỔ DANH SÁCH ĐẢNG VIÊN"
_COLUMNS = (
    Column("STT", 8),
    Column("Họ và tên đang dùng; tên khai sinh", 29, centred=False),
    Column("Nam, nữ; dân tộc; tôn giáo", 18),
    Column("Quê quán", 22),
    Column("Văn hóa; lý luận; chuyên môn; ngoại ngữ", 25),
    Column("Nghề trước khi vào Đảng; hiện nay", 22),
    Column("Ngày vào Đảng; chính thức", 20.5),
    Column(f"Số thẻ; {tied('số lý lịch')}; {tied('số Huy hiệu')}", 25.5),
    Column("Bộ đội, công an, hưu trí", 15),
    Column("Chuyển đi: ngày, đến đâu", 17),
    Column("Chuyển đến: ngày, từ đâu", 17),
    Column("Từ trần: ngày, lý do", 14),
    Column("Ra khỏi Đảng", 14),
    Column("Ghi chú", 20),
)
_ROW = 12.2
_BLANK_ROWS = 9

Gone = Literal["", "moved", "died", "left"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLine:
    """A member; an empty text leaves its place empty, days are as they are known.

    Args:
        number: in the roster.
        name: in use.
        birth_name: where it is another.
        card: masked; never whole.
        moved_out: day, and where to; so with ``moved_in``, ``died``, ``left``.
        gone: why the member isn't in the branch any more; empty for one who is.
    """

    number: int
    name: str
    birth_name: str = ""
    sex: str = ""
    ethnic: str = ""
    religion: str = ""
    home: str = ""
    schooling: str = ""
    theory: str = ""
    qualification: str = ""
    languages: str = ""
    before: str = ""
    now: str = ""
    admitted: str = ""
    official: str = ""
    card: str = ""
    curriculum: str = ""
    badge: str = ""
    service: str = ""
    moved_out: str = ""
    moved_in: str = ""
    died: str = ""
    left: str = ""
    note: str = ""
    gone: Gone = ""

    def __post_init__(self) -> None:
        if sum(sign.isdecimal() for sign in self.card) > _SHOWN_DIGITS:
            raise ValueError("a card stands here masked")


_SHOWN_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRoster:
    """The roster.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the roster.
        reconciled_on: the day on which it was set beside the files last; None for never.
        lines: in the order of the register; without any, rows for a pen.

    Source: form 7-HSĐV (14 columns), congress.md §9; paper-t2.md §9.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    reconciled_on: dt.date | None = None
    lines: tuple[RosterLine, ...] = ()


def draw(roster: MemberRoster, *, training: bool) -> bytes:
    """Print it on as many pages as it takes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return across_pages(compose(roster), training=training)


def compose(roster: MemberRoster) -> TextPaper:
    """Put the paper together, as it is read.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    faces.prepare()
    heading = party_heading(roster.issuer_lines, roster.dated, TITLE)
    rows = [_row(line) for line in roster.lines] or [[""] * len(_COLUMNS)] * _BLANK_ROWS
    blocks, _ = paged(
        _COLUMNS,
        rows,
        heading_height(heading),
        _ROW,
        lambda first, last: said(roster.lines[first:last], roster.reconciled_on),
    )
    branch = roster.issuer_lines[-1].capitalize() if roster.issuer_lines else ""
    title = f"Sổ danh sách đảng viên {branch}".strip()
    return text_paper(roster, title, (heading, *blocks))


def said(lines: Sequence[RosterLine], reconciled_on: dt.date | None) -> str:
    """Say what a page holds: how many, who is still here, who went how, and the day of reconciling."""
    if not lines:
        return ""
    here = sum(not line.gone for line in lines)
    parts = [f"đang sinh hoạt {count_text(here)}"]
    for gone, words in (("moved", "đã chuyển đi"), ("died", "từ trần"), ("left", "ra khỏi Đảng")):
        count = sum(line.gone == gone for line in lines)
        if count:
            parts.append(f"{words} {count_text(count)}")
    told = f"Cộng trang này: {count_text(len(lines))} đồng chí; {', '.join(parts)}."
    if reconciled_on is None:
        return f"{told} Chưa đối chiếu với hồ sơ."
    return f"{told} Đối chiếu với hồ sơ {day_text(reconciled_on)}."


def _row(line: RosterLine) -> list[str]:
    return [
        str(line.number),
        _under(line.name, line.birth_name),
        _under(line.sex, line.ethnic, line.religion),
        line.home,
        _under(line.schooling, line.theory, line.qualification, line.languages),
        _under(line.before, line.now),
        _under(line.admitted, line.official),
        _under(line.card, line.curriculum, line.badge),
        line.service,
        line.moved_out,
        line.moved_in,
        line.died,
        line.left,
        line.note,
    ]


def _under(*facts: str) -> str:
    return "\n".join(fact for fact in facts if fact)
