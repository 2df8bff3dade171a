"""What is planned and told of slips for households, and its points in running text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.counting.facts import CommitteeMember, FailedMeeting
from desktop.printing.setting.block import Block
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, Part
from desktop.printing.setting.paragraphs import letter, letter_item, plain
from desktop.printing.setting.people import Person, named, named_inside
from desktop.printing.setting.running_text import (
    day_parts,
    dotted_lines,
    hour_parts,
    known,
    running_text,
    weekday_parts,
)
from desktop.printing.setting.wording import count_text, counted
from desktop.printing.state.addressees import addressed
from desktop.printing.state.headings import state_heading
from desktop.printing.state.titles import post_and_term, post_inside, titled

_SUBJECT = "Phát phiếu lấy ý kiến của hộ gia đình về bầu"
_BLANK_MEMBERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOutPaper:
    """A paper on slips that are handed to households; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the paper.
        addressees: to whom it goes.
        hamlet: inside a sentence, such as ``thôn Nà Ếch``.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        failed: the meeting that too few attended.
        basis: where the law allows slips, such as ``Luật … Điều 19``.
        households: that get a slip each.
        candidates: in the order of the meeting's ballot.
        team: that hands out and counts, its head first.
        begins_on: the day on which slips are first handed out.
        collected_on: the last day on which they are collected.
        collected_by: the hour by which they are.
        venue: where they are counted.
        sending_days: working days for sending the result; None names none.
        head_line: over the signature of the hamlet's head, such as ``TRƯỞNG THÔN``.
        head: of the hamlet.
        front_head: of the Front board.

    Source: Law 10/2022/QH15 art. 19; Decree 59/2023/NĐ-CP art. 4; rules.md §2 (too few attended).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    addressees: tuple[str, ...] = ()
    hamlet: str | None = None
    post: str | None = None
    term: str | None = None
    failed: FailedMeeting | None = None
    basis: str | None = None
    households: int | None = None
    candidates: tuple[Person, ...] = ()
    team: tuple[CommitteeMember, ...] = ()
    begins_on: dt.date | None = None
    collected_on: dt.date | None = None
    collected_by: dt.time | None = None
    venue: str | None = None
    sending_days: int | None = None
    head_line: str = "TRƯỞNG THÔN"
    head: str | None = None
    front_head: str | None = None


def head(paper: HandOutPaper, kind: str) -> Iterator[Block]:
    """Give the head of plan and notice: issuer, type of paper, addressees."""
    yield state_heading(paper.issuer_lines, paper.dated)
    yield titled(kind, post_and_term(_SUBJECT, paper.post, paper.term))
    yield from addressed(paper.addressees)


def points(paper: HandOutPaper) -> Iterator[Block]:
    """Give the points that plan and notice share: matter, households, days, team, count."""
    yield running_text(
        "bầu", *post_inside(paper.post, paper.term), ".", style=letter, lead="1. Nội dung lấy ý kiến:"
    )
    yield running_text("Người ứng cử:", *_candidates(paper), ".", style=letter_item)
    households: Part = NUMBER if paper.households is None else count_text(paper.households)
    whole: list[Part] = ["mỗi hộ gia đình của", known(paper.hamlet), "một phiếu, tổng số"]
    yield running_text(*whole, households, "hộ.", style=letter, lead="2. Đối tượng:")
    yield running_text(
        "phát phiếu từ",
        *day_parts(paper.begins_on),
        "; thu phiếu tại nhà, chậm nhất",
        *hour_parts(paper.collected_by),
        ",",
        *weekday_parts(paper.collected_on),
        ".",
        style=letter,
        lead="3. Thời gian:",
    )
    yield letter("<b>4. Tổ phát phiếu lấy ý kiến:</b>")
    for member in paper.team:
        yield letter_item(plain(f"- {named(member)} - {member.role}"))
    if not paper.team:
        yield from dotted_lines(_BLANK_MEMBERS)
    count: list[Part] = ["Tổ phát phiếu kiểm phiếu ngay sau khi thu, tại", known(paper.venue)]
    sent = ""
    if paper.sending_days is not None:
        days = counted(paper.sending_days, "ngày làm việc")
        sent = f" Kết quả được gửi cấp xã trong {days} từ ngày hết hạn lấy ý kiến."
    yield running_text(
        *count,
        f", có 02 đại diện hộ gia đình chứng kiến, lập biên bản theo Mẫu số 04.{sent}",
        style=letter,
        lead="5. Kiểm phiếu:",
    )


def why(paper: HandOutPaper) -> list[Part]:
    """Say which meeting too few attended, for running text."""
    meeting = paper.failed
    if meeting is None:
        return ["Cuộc họp", *day_parts(None), "có", NUMBER, "đại diện trên", NUMBER, "hộ tham dự"]
    attended = f"có {counted(meeting.present, 'đại diện')} trên {counted(meeting.electorate, 'hộ')} tham dự"
    return ["Cuộc họp", *day_parts(meeting.date), attended]


def _candidates(paper: HandOutPaper) -> list[Part]:
    return ["; ".join(map(named_inside, paper.candidates))] if paper.candidates else [known(None)]
