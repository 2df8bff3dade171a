"""What came to a roll after it was posted, or went from it: a list of each, numbered as the roll."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.printing.counting.facts import Electors
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Part
from desktop.printing.setting.paragraphs import body, plain
from desktop.printing.setting.ruled_table import Column, announced, evenly, ruled_table
from desktop.printing.setting.running_text import day_parts, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, titled, titled_file
from desktop.vietnamese.numerals import NoTens, in_words

_BLANK_ROWS = 10
_ROW_HEIGHT = 9.0
_NAME = Column("Họ và tên", 58, centred=False)
_REASON = Column("Lý do", 66, centred=False)
_COLUMNS = (Column("Số thứ tự", 18), _NAME, Column("Năm sinh", 23), _REASON)
_WORDS = {
    "added": ("DANH SÁCH BỔ SUNG", "Bổ sung vào danh sách", "bổ sung"),
    "removed": ("DANH SÁCH ĐƯA RA", "Đưa ra khỏi danh sách", "đưa ra"),
}
_WHOSE: dict[Electors, tuple[str, str]] = {
    "households": ("đại diện hộ gia đình", "hộ"),
    "voters": ("cử tri", "cử tri"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLine:
    """A line that came or went: its number on the roll, who votes, the year of birth alone, and why."""

    number: int
    name: str
    birth: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollChangesList:
    """A list of changes; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date.
        which: whether the lines came or went.
        electors: who votes.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: the day of the vote.
        posted_on: from which day the roll hangs.
        no_tens: the office's word in numerals such as 105: linh or lẻ.
        lines: in the order of their numbers; without any, rows for a pen.
        remarks: of a frozen roll, which keeps its lines: what is only told.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Source: rules.md §1 (a frozen roll and its numbered supplements).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    which: Literal["added", "removed"] = "added"
    electors: Electors = "households"
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    posted_on: dt.date | None = None
    no_tens: NoTens = "linh"
    lines: tuple[ChangedLine, ...] = ()
    remarks: tuple[str, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None


def draw(listing: RollChangesList, *, training: bool) -> bytes:
    """Print the list.

    Args:
        listing: what came or went.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return state_pages(compose(listing), training=training)


def compose(listing: RollChangesList) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file(f"{_WORDS[listing.which][1]} bầu", listing.post, listing.term)
    return text_paper(listing, title, _story(listing))


def _story(listing: RollChangesList) -> Iterator[Block]:
    title, done, verb = _WORDS[listing.which]
    whose, unit = _WHOSE[listing.electors]
    yield state_heading(listing.issuer_lines, listing.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    yield titled(f"{title} {whose.upper()}", post_and_term("Bầu", listing.post, listing.term))
    line = running_text(
        f"{done} {whose} của cuộc bầu cử",
        *day_parts(listing.election_date),
        ", sau khi danh sách được niêm yết từ",
        *day_parts(listing.posted_on),
        ", như sau:",
    )
    rows = [
        [str(one.number), evenly(one.name, _NAME), one.birth, evenly(one.reason, _REASON)]
        for one in listing.lines
    ]
    total = len(rows)
    rows = rows or [["", "", "", ""] for _ in range(_BLANK_ROWS)]
    if not total and listing.posted_on is not None:
        yield line
        yield body("Không có trường hợp nào.")
    else:
        yield from announced(line, ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT), len(rows))
        counted: Part = (
            f"{count_text(total)} ({in_words(total, for_no_tens=listing.no_tens)})" if total else REST
        )
        yield running_text(f"Tổng cộng {verb}:", counted, f"{unit}.")
    if listing.remarks:
        yield body("Danh sách đã chốt, giữ nguyên số thứ tự và số người; chỉ ghi chú:")
        for remark in listing.remarks:
            yield body(plain(f"- {remark}"))
    yield together(
        body("Danh sách này niêm yết cùng danh sách đã niêm yết./."),
        signed_and_sent(listing.signer_lines, listing.signer),
    )
