"""Minutes of the meetings that draft the list of candidates for head of a hamlet, and settle it, form 05."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Part, pen_lines
from desktop.printing.setting.paragraphs import body, count_line, plain, subhead
from desktop.printing.setting.people import Official
from desktop.printing.setting.ruled_table import Column, announced, evenly, ruled_table
from desktop.printing.setting.running_text import (
    day_parts,
    hour_parts,
    known,
    known_name,
    official_parts,
    running_text,
)
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, counted
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import Signing, signature_row
from desktop.printing.state.titles import post_and_term, post_inside, titled, titled_file

_ANNOUNCED = {
    "first": "Cuộc họp giới thiệu và biểu quyết từng người (số người tán thành) như sau:",
    "second": "Cuộc họp biểu quyết danh sách chính thức (số người tán thành) như sau:",
}
_BLANK_ROWS = {"first": 3, "second": 2}
_ROW_HEIGHT = 10.0
_FREE = 22.0
_OCCUPATION = Column("Nghề nghiệp, chức vụ", 50, centred=False)
_COLUMNS = (
    Column("STT", 13),
    Column("Người được giới thiệu", 54, centred=False),
    Column("Năm sinh", 23),
    _OCCUPATION,
    Column("Tán thành", 25),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """Somebody proposed: name with the title, year of birth, occupation, and how many approved."""

    name: str
    birth: str = ""
    occupation: str = ""
    approved: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationMinutes:
    """What the meeting agreed; everything that is None becomes a dotted line.

    Args:
        meeting: the first drafts the list and asks the branch committee, the second settles it.
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the minutes.
        opening: of the meeting.
        closing: of the meeting.
        date: of the meeting.
        venue: where it is held.
        body: whose meeting it is, such as ``Ban công tác Mặt trận thôn Nà Ếch``.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        chair: who led it.
        secretary: who wrote the minutes.
        convened: how many were convened.
        present: how many of them came.
        guests: in words; empty where there were none.
        proceedings: one paragraph each, in the meeting's own words.
        opinion: of the branch committee on the draft, in words without a mark; the second meeting's alone.
        nominees: in the order of the meeting.
        agreed: how many of them enter the list.
        addressee: to whom the official list goes, such as ``Ủy ban nhân dân xã Húc Động``.
        send_by: the last day for that.
        copies: how many originals are signed.

    Raises:
        ValueError: more were present than were convened, or more approved than were present.

    Source: Decree 59/2023/NĐ-CP, form 05 (its title is read, its lines are ours) and art. 6.2; rules.md §2.
    """

    meeting: Literal["first", "second"] = "first"
    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    opening: dt.time | None = None
    closing: dt.time | None = None
    date: dt.date | None = None
    venue: str | None = None
    body: str | None = None
    post: str | None = None
    term: str | None = None
    chair: Official | None = None
    secretary: Official | None = None
    convened: int | None = None
    present: int | None = None
    guests: str | None = None
    proceedings: tuple[str, ...] = ()
    opinion: str | None = None
    nominees: tuple[Nominee, ...] = ()
    agreed: int | None = None
    addressee: str | None = None
    send_by: dt.date | None = None
    copies: int | None = None

    def __post_init__(self) -> None:
        approved = max((nominee.approved or 0 for nominee in self.nominees), default=0)
        if self.present is not None and (
            approved > self.present or self.present > (self.convened or self.present)
        ):
            raise ValueError("no more approve than are present, no more are present than were convened")


def draw(minutes: NominationMinutes, *, training: bool) -> bytes:
    """Print the minutes.

    Args:
        minutes: what they say.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: Decree 59/2023/NĐ-CP, form 05; paper.md §4.
    """
    return state_pages(compose(minutes), training=training)


def compose(minutes: NominationMinutes) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file(f"Biên bản cuộc họp {_matter(minutes)}", minutes.post, minutes.term)
    return text_paper(minutes, title, _story(minutes))


def _story(minutes: NominationMinutes) -> Iterator[Block]:
    yield state_heading(minutes.issuer_lines, minutes.dated)
    matter = _matter(minutes)
    subject = post_and_term(f"{matter[0].upper()}{matter[1:]}", minutes.post, minutes.term)
    yield titled("BIÊN BẢN CUỘC HỌP", subject)
    opening: list[Part] = [
        "Hôm nay, vào hồi",
        *hour_parts(minutes.opening),
        ",",
        *day_parts(minutes.date),
        ",",
    ]
    yield running_text(
        *opening,
        "tại",
        known_name(minutes.venue),
        ",",
        known_name(minutes.body),
        "họp",
        *_purpose(minutes),
        ".",
    )
    yield subhead("I. Thành phần tham dự")
    people = (("Chủ trì", minutes.chair), ("Thư ký", minutes.secretary))
    for number, (duty, official) in enumerate(people, 1):
        yield running_text(f"{number}. {duty}:", *official_parts(official), style=count_line)
    yield running_text(
        "3. Số người được triệu tập:",
        *_people(minutes.convened),
        "; số người có mặt:",
        *_people(minutes.present),
        ".",
        style=count_line,
    )
    if minutes.guests != "":
        yield running_text("4. Đại biểu mời dự:", known(minutes.guests), ".", style=count_line)
    yield subhead("II. Nội dung cuộc họp")
    for number, text in enumerate(minutes.proceedings, 1):
        yield body(plain(f"{number}. {text}"))
    if minutes.meeting == "first" and not minutes.proceedings:
        yield pen_lines("Chủ trì nêu tiêu chuẩn, cách giới thiệu; ý kiến:", REST)
    if minutes.meeting == "second":
        opinion = known(minutes.opinion)
        yield running_text("Ý kiến của chi ủy (chi bộ):", opinion, ".", style=body)
    line = body(_ANNOUNCED[minutes.meeting])
    rows = [_row(number, one) for number, one in enumerate(minutes.nominees, 1)]
    if rows:
        table = ruled_table(_COLUMNS, rows)
    else:
        rows = [[str(number), "", "", "", ""] for number in range(1, _BLANK_ROWS[minutes.meeting] + 1)]
        table = ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT)
    yield from announced(line, table, len(rows))
    yield together(subhead("III. Kết luận"), running_text(*_concluded(minutes)))
    yield together(_closing(minutes), _signatures(minutes))


def _matter(minutes: NominationMinutes) -> str:
    first = minutes.meeting == "first"
    return "dự kiến danh sách người ứng cử" if first else "lập danh sách chính thức người ứng cử"


def _concluded(minutes: NominationMinutes) -> list[Part]:
    if minutes.meeting == "first":
        return [
            "Cuộc họp thống nhất dự kiến",
            *_people(minutes.agreed),
            "ứng cử",
            *([] if _is_open(minutes) else post_inside(minutes.post, minutes.term)),
            ", gửi chi ủy (chi bộ) cho ý kiến trước khi lập danh sách chính thức.",
        ]
    return [
        "Cuộc họp thống nhất danh sách chính thức gồm",
        *_people(minutes.agreed),
        "có tên trên, gửi",
        known_name(minutes.addressee),
        "chậm nhất",
        *day_parts(minutes.send_by),
        ".",
    ]


def _is_open(minutes: NominationMinutes) -> bool:
    # On a paper for a pen the title has the blanks for both, and once is enough.
    return minutes.post is None and minutes.term is None


def _purpose(minutes: NominationMinutes) -> list[Part]:
    if _is_open(minutes):
        return []
    return [_matter(minutes), *post_inside(minutes.post, minutes.term)]


def _people(number: int | None) -> list[Part]:
    return [NUMBER, "người"] if number is None else [counted(number, "người")]


def _row(number: int, nominee: Nominee) -> list[str]:
    approved = "" if nominee.approved is None else count_text(nominee.approved)
    return [str(number), nominee.name, nominee.birth, evenly(nominee.occupation, _OCCUPATION), approved]


def _closing(minutes: NominationMinutes) -> Block:
    copies: Part = NUMBER if minutes.copies is None else count_text(minutes.copies)
    return running_text(
        "Cuộc họp kết thúc hồi",
        *hour_parts(minutes.closing),
        "cùng ngày. Biên bản được lập thành",
        copies,
        "bản, đã đọc lại cho mọi người cùng nghe và nhất trí./.",
    )


def _signatures(minutes: NominationMinutes) -> Block:
    return signature_row(
        [
            Signing(lines=("THƯ KÝ",), name=minutes.secretary.name if minutes.secretary else None),
            Signing(lines=("CHỦ TRÌ",), name=minutes.chair.name if minutes.chair else None),
        ],
        free=_FREE,
    )
