"""The submission that asks the commune to recognise a result or to order that the election is held again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, Part
from desktop.printing.setting.paragraphs import bold, letter, letter_item, plain
from desktop.printing.setting.ruled_table import Column, RuledTable, announced, evenly, ruled_table
from desktop.printing.setting.running_text import day_parts, joined, known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, counted, day_text, listed, tied
from desktop.printing.state.addressees import addressed
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import post_and_term, post_inside, titled, titled_file
from desktop.rules.shares import percent_text

_BLANK_ITEMS = 3
_TITLES = ("ông ", "bà ")
_PAPER = Column("Giấy tờ gửi kèm", 106, centred=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A paper that comes with the submission: in how many copies, of how many pages each; None is written."""

    paper: str
    copies: int | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What the election team submits; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date.
        asked: to recognise the result, or to hold the election again.
        addressees: to whom, first who decides, such as ``Ủy ban nhân dân xã Húc Động``.
        team: who submits, such as ``Tổ bầu cử thôn Nà Ếch``.
        team_decision: that set the team up, with number, day and who made it; None cites none.
        hamlet: inside a sentence, such as ``thôn Nà Ếch``.
        besides: what has become of the hamlet since, such as ``nay là thôn Nà Làng``; None for nothing.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: when it was held, or until when slips were collected.
        venue: where it was held.
        failed_on: the day of the meeting that too few attended, after which slips were handed out; None where
            the vote was a meeting's.
        electorate: the base of the shares; named by ``electorate_words``.
        electorate_words: such as ``đại diện hộ gia đình của thôn``.
        present: how many of them came.
        elected: who is elected, with the title, such as ``ông Trần Văn Thìn``.
        birth_year: of who is elected; None where it isn't known.
        votes: that elected.
        votes_unit: ``phiếu``, or ``người tán thành`` after a show of hands.
        reason: why nobody is elected, in words.
        recognition_days: working days that the decision may take, by the statute in force; None names none.
        recognition_article: where that stands.
        enclosed: papers that come with it, first the minutes of the meeting.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: more were present, or more voted, than there are.

    Source: Law 10/2022/QH15 art. 20.3; rules.md §2, sending; no statute sets its form.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    asked: Literal["recognition", "hold_again"] = "recognition"
    addressees: tuple[str, ...] = ()
    team: str | None = None
    team_decision: str | None = None
    hamlet: str | None = None
    besides: str | None = None
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    venue: str | None = None
    failed_on: dt.date | None = None
    electorate: int | None = None
    electorate_words: str = "đại diện hộ gia đình của thôn"
    present: int | None = None
    elected: str | None = None
    birth_year: int | None = None
    votes: int | None = None
    votes_unit: str = "phiếu"
    reason: str | None = None
    recognition_days: int | None = None
    recognition_article: str | None = None
    enclosed: tuple[Enclosure, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None

    def __post_init__(self) -> None:
        parts = max(self.present or 0, self.votes or 0)
        if self.electorate is not None and parts > self.electorate:
            raise ValueError("no more come or vote than there are")


def draw(submission: Submission, *, training: bool) -> bytes:
    """Print the submission.

    Args:
        submission: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1, one-page papers.
    """
    return state_pages(compose(submission), training=training)


def compose(submission: Submission) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file("Tờ trình kết quả bầu", submission.post, submission.term)
    return text_paper(submission, title, _story(submission), one_page=True)


def _story(submission: Submission) -> Iterator[Block]:
    yield state_heading(submission.issuer_lines, submission.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    subject = (
        "Đề nghị công nhận kết quả bầu" if submission.asked == "recognition" else "Đề nghị tổ chức bầu lại"
    )
    yield titled("TỜ TRÌNH", post_and_term(subject, submission.post, submission.term))
    yield from addressed(submission.addressees)
    yield running_text(*_opening(submission), style=letter)
    words, base = submission.electorate_words, submission.electorate
    yield running_text(f"- Tổng số {words}:", _count(base), ".", style=letter_item)
    present = [_count(submission.present), *_share(submission, submission.present)]
    took_part = "- Số tham dự:" if submission.failed_on is None else "- Số hộ đã nhận phiếu:"
    yield running_text(took_part, *present, ".", style=letter_item)
    if submission.asked == "recognition":
        votes = [_count(submission.votes), submission.votes_unit, *_share(submission, submission.votes)]
        born = f", sinh năm {submission.birth_year}" if submission.birth_year else ""
        yield from _winner(submission.elected, [f"{born}, được", *votes, "."])
        sent, request = "quyết định", "ra quyết định công nhận"
    else:
        yield running_text(
            "- Không có người trúng cử. Lý do:", known(submission.reason), ".", style=letter_item
        )
        sent, request = "kết quả", "quyết định tổ chức bầu lại"
    yield running_text(
        known(submission.team),
        *((f"(thành lập theo {submission.team_decision})",) if submission.team_decision else ()),
        f"gửi {sent} của cộng đồng dân cư và đề nghị",
        known(submission.addressees[0] if submission.addressees else None),
        request,
        _within(submission),
        style=letter,
    )
    table = _enclosures(submission.enclosed)
    yield from announced(letter("Hồ sơ gửi kèm:"), table, len(table.rows))
    yield together(
        letter("Trân trọng./."),
        signed_and_sent(
            submission.signer_lines,
            submission.signer,
            listed(_recipients(submission)),
        ),
    )


def _winner(elected: str | None, votes: list[Part]) -> Iterator[Block]:
    """Name who is elected in bold, without the title; for a pen where the name or the votes aren't known."""
    said, told = "- Người trúng cử:", [part for part in votes if isinstance(part, str)]
    if elected is None or len(told) < len(votes):
        yield running_text(said, known(elected), *votes, style=letter_item)
        return
    title, _, name = elected.partition(" ") if elected.startswith(_TITLES) else ("", "", elected)
    yield letter_item(f"{plain(f'{said} {title}'.strip())} {bold(tied(name))}{plain(joined(told))}")


def _opening(submission: Submission) -> list[Part]:
    hamlet, post = known(submission.hamlet), post_inside(submission.post, submission.term)
    besides: list[Part] = [f"({submission.besides})"] if submission.besides else []
    if submission.failed_on is not None:
        return [
            f"Sau cuộc họp {day_text(submission.failed_on)} không đủ người dự,",
            "cộng đồng dân cư",
            hamlet,
            *besides,
            "được phát phiếu lấy ý kiến của hộ gia đình về bầu",
            *post,
            ", thu phiếu đến",
            *day_parts(submission.election_date),
            ". Kết quả:",
        ]
    day = day_parts(submission.election_date)
    begun = [f"N{day[0][1:]}" if isinstance(day[0], str) else day[0], *day[1:]]
    place: list[Part] = [
        ", tại",
        known(submission.venue),
        ", cộng đồng dân cư",
        hamlet,
        *besides,
        "đã họp bầu",
    ]
    return [*begun, *place, *post, ". Kết quả:"]


def _within(submission: Submission) -> str:
    if submission.recognition_days is None:
        return "theo quy định."
    days = counted(submission.recognition_days, "ngày làm việc")
    article = f" ({submission.recognition_article})" if submission.recognition_article else ""
    return f"trong {days} kể từ ngày nhận{article}."


def _enclosures(enclosed: Sequence[Enclosure]) -> RuledTable:
    rows = [
        [str(number), evenly(one.paper, _PAPER), _figure(one.copies), _figure(one.pages)]
        for number, one in enumerate(enclosed, 1)
    ]
    rows = rows or [[str(number), "", "", ""] for number in range(1, _BLANK_ITEMS + 1)]
    return ruled_table((Column("STT", 13), _PAPER, Column("Số bản", 23), Column("Số trang", 23)), rows)


def _figure(number: int | None) -> str:
    return "" if number is None else count_text(number)


def _recipients(submission: Submission) -> tuple[str, ...]:
    branch = (f"Chi bộ {submission.hamlet}",) if submission.hamlet else ()
    return ("Như trên", *branch, "Lưu: hồ sơ bầu cử")


def _count(number: int | None) -> Part:
    return NUMBER if number is None else count_text(number)


def _share(submission: Submission, part: int | None) -> list[Part]:
    base, words = submission.electorate, submission.electorate_words
    if part is None or not base:
        return []
    return [f", bằng {percent_text(part, base)}% của {counted(base, words)}"]
