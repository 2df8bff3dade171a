"""The roll as it is posted in the hamlet before the election: who votes, and where to have it corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.counting.facts import Electors
from desktop.printing.counting.roll_facts import RollGroup, demand_whole, whole_of
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Part
from desktop.printing.setting.paragraphs import body, subhead
from desktop.printing.setting.ruled_table import Column, announced, evenly, ruled_table
from desktop.printing.setting.running_text import day_parts, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, titled, titled_file
from desktop.vietnamese.numerals import NoTens, in_words

_BLANK_ROWS = 32
_ROW_HEIGHT = 9.0
_WORDS: dict[Electors, tuple[str, str, str]] = {
    "households": ("DANH SÁCH ĐẠI DIỆN HỘ GIA ĐÌNH", "Họ và tên đại diện hộ gia đình", "hộ"),
    "voters": ("DANH SÁCH CỬ TRI", "Họ và tên cử tri", "cử tri"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedLine:
    """A line of the roll.

    Args:
        number: on the roll.
        name: of who votes.
        birth: the year alone; empty where it is not known.
        household: such as ``Hộ số 27``; never an identity number.
        note: such as ``bổ sung``.
    """

    number: int
    name: str
    birth: str = ""
    household: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedRoll:
    """The roll for posting; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the roll.
        electors: who votes.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        besides: the hamlet with what it was called before, or is called now, such as
            ``thôn Nà Làng (trước ngày 01/7/2026 là các thôn Nà Ếch, Pắc Pò)``; None for nothing.
        election_date: the day of the vote.
        posted_on: from which day it hangs, ``posted_until`` until which one.
        venue: where it hangs.
        no_tens: the office's word in numerals such as 105: linh or lẻ.
        contact: where to report a mistake.
        lines: in the order of the roll; without any, rows for a pen.
        groups: clusters that meet by themselves, each with a table and a sum; every line is in one of them.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: a number stands twice, or the groups are not the roll.

    Source: rules.md §2, timeline: posted seven days before.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    electors: Electors = "households"
    post: str | None = None
    term: str | None = None
    besides: str | None = None
    election_date: dt.date | None = None
    posted_on: dt.date | None = None
    posted_until: dt.date | None = None
    venue: str | None = None
    no_tens: NoTens = "linh"
    contact: str | None = None
    lines: tuple[PostedLine, ...] = ()
    groups: tuple[RollGroup, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None

    def __post_init__(self) -> None:
        if len({line.number for line in self.lines}) != len(self.lines):
            raise ValueError("each line has a number of its own")
        demand_whole(self.groups, [line.number for line in self.lines])


def draw(roll: PostedRoll, *, training: bool) -> bytes:
    """Print the roll on as many pages as it takes, the head of the table repeated.

    Args:
        roll: who is on it.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1 and §4.
    """
    return state_pages(compose(roll), training=training)


def compose(roll: PostedRoll) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file("Danh sách niêm yết bầu", roll.post, roll.term)
    return text_paper(roll, title, _story(roll))


def _story(roll: PostedRoll) -> Iterator[Block]:
    kind, name, unit = _WORDS[roll.electors]
    yield state_heading(roll.issuer_lines, roll.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    yield titled(kind, post_and_term("Tham gia bầu", roll.post, roll.term))
    yield running_text(
        "Danh sách dùng cho cuộc bầu cử",
        *day_parts(roll.election_date),
        *((f"của {roll.besides}",) if roll.besides else ()),
        ", niêm yết từ",
        *day_parts(roll.posted_on),
        *(("đến hết", *day_parts(roll.posted_until)) if roll.posted_until else ()),
        "tại",
        known(roll.venue),
        ".",
    )
    columns = (
        Column("STT", 13),
        Column(name, 66, centred=False),
        Column("Năm sinh", 20),
        Column("Hộ gia đình", 36, centred=False),
        Column("Ghi chú", 30, centred=False),
    )
    rows = [
        [str(one.number), evenly(one.name, columns[1]), one.birth, one.household, one.note]
        for one in roll.lines
    ]
    rows = rows or [[str(number), "", "", "", ""] for number in range(1, _BLANK_ROWS + 1)]
    if roll.groups:
        by_number = {line.number: row for line, row in zip(roll.lines, rows, strict=True)}
        for group in roll.groups:
            own = [by_number[number] for number in group.numbers]
            yield from announced(
                subhead(group.title), ruled_table(columns, own, row_height=_ROW_HEIGHT), len(own)
            )
            yield running_text(f"Cộng {group.name}:", _said(roll, len(own)), f"{unit}.", style=body)
    else:
        yield ruled_table(columns, rows, row_height=_ROW_HEIGHT)
    total = _said(roll, len(roll.lines))
    clusters = f"{whole_of(roll.groups, unit)}; cả thôn" if roll.groups else ""
    yield together(
        running_text("Tổng cộng:", *filter(None, (clusters,)), total, f"{unit}.", style=body),
        running_text(
            "Người nào thấy danh sách có sai sót (thiếu, thừa hoặc sai họ tên) đề nghị báo cho",
            known(roll.contact),
            "trước ngày bầu cử để được xem xét, sửa đổi./.",
        ),
        signed_and_sent(roll.signer_lines, roll.signer),
    )


def _said(roll: PostedRoll, count: int) -> Part:
    return f"{count_text(count)} ({in_words(count, for_no_tens=roll.no_tens)})" if count else REST
