"""The submission that asks the commune to recognise a result or to order that the election is held again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Part, pen_lines
from desktop.printing.setting.paragraphs import LETTER_SIZE, bold, letter, letter_item, plain
from desktop.printing.setting.running_text import day_parts, dotted_lines, known, running_text
from desktop.printing.setting.wording import count_text, counted, listed
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.state_paper import StatePaper, state_paper
from desktop.printing.state.titles import post_and_term, post_inside, titled, titled_file
from desktop.rules.shares import percent_text

_ADDRESSEE_INDENT = 22.0
_BLANK_ITEMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What the election team submits; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date.
        asked: to recognise the result, or to hold the election again.
        addressee: such as ``Ủy ban nhân dân xã Húc Động``.
        team: who submits, such as ``Tổ bầu cử thôn Nà Ếch``.
        post: with its hamlet, such as ``Trưởng thôn Nà Ếch``.
        term: such as ``2024 - 2027``.
        election_date: when it was held.
        venue: where it was held.
        electorate: the base of the shares; named by ``electorate_words``.
        electorate_words: such as ``đại diện hộ gia đình của thôn``.
        present: how many of them came.
        elected: who is elected, with the title, such as ``ông Trần Văn Thìn``.
        votes: that elected.
        votes_unit: ``phiếu``, or ``người tán thành`` after a show of hands.
        reason: why nobody is elected, in words.
        enclosed: papers that come with it.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: more were present, or more voted, than there are.

    Source: rules.md §2, recognition; no statute sets its form.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    asked: Literal["recognition", "hold_again"] = "recognition"
    addressee: str | None = None
    team: str | None = None
    post: str | None = None
    term: str | None = None
    election_date: dt.date | None = None
    venue: str | None = None
    electorate: int | None = None
    electorate_words: str = "đại diện hộ gia đình của thôn"
    present: int | None = None
    elected: str | None = None
    votes: int | None = None
    votes_unit: str = "phiếu"
    reason: str | None = None
    enclosed: tuple[str, ...] = ()
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


def compose(submission: Submission) -> StatePaper:
    """Put the paper together, as it is read."""
    title = titled_file("Tờ trình kết quả bầu", submission.post, submission.term)
    return state_paper(submission, title, _story(submission))


def _story(submission: Submission) -> Iterator[Block]:
    yield state_heading(submission.issuer_lines, submission.dated, blanks=("UBND XÃ…", "TỔ BẦU CỬ…"))
    subject = (
        "Đề nghị công nhận kết quả bầu" if submission.asked == "recognition" else "Đề nghị tổ chức bầu lại"
    )
    yield titled("TỜ TRÌNH", post_and_term(subject, submission.post, submission.term))
    if submission.addressee is None:
        yield pen_lines("Kính gửi:", REST, size=LETTER_SIZE, indent=_ADDRESSEE_INDENT)
    else:
        yield letter(f"Kính gửi: {bold(submission.addressee)}", indent=_ADDRESSEE_INDENT)
    yield running_text(
        "Thực hiện quyết định, kế hoạch tổ chức bầu cử,",
        *day_parts(submission.election_date),
        ", tại",
        known(submission.venue),
        ",",
        known(submission.team),
        "đã tổ chức bầu",
        *post_inside(submission.post, submission.term),
        ". Kết quả như sau:",
        style=letter,
    )
    words, base = submission.electorate_words, submission.electorate
    yield running_text(f"- Tổng số {words}:", _count(base), ".", style=letter_item)
    present = [_count(submission.present), *_share(submission, submission.present)]
    yield running_text("- Số tham dự:", *present, ".", style=letter_item)
    if submission.asked == "recognition":
        votes = [_count(submission.votes), submission.votes_unit, *_share(submission, submission.votes)]
        yield running_text(
            "- Người trúng cử:", known(submission.elected), ", được", *votes, ".", style=letter_item
        )
        request = "xem xét, ra quyết định công nhận kết quả bầu"
    else:
        yield running_text(
            "- Không có người trúng cử. Lý do:", known(submission.reason), ".", style=letter_item
        )
        request = "xem xét, quyết định tổ chức bầu lại"
    yield running_text(
        known(submission.team),
        "đề nghị",
        known(submission.addressee),
        request,
        *post_inside(submission.post, submission.term),
        "theo quy định.",
        style=letter,
    )
    yield letter("Giấy tờ gửi kèm:")
    for item in listed(submission.enclosed):
        yield letter_item(plain(f"- {item}"))
    if not submission.enclosed:
        yield from dotted_lines(_BLANK_ITEMS)
    yield together(
        letter("Trân trọng./."),
        signed_and_sent(
            submission.signer_lines,
            submission.signer,
            listed(("Như trên", "Lưu: hồ sơ bầu cử")),
        ),
    )


def _count(number: int | None) -> Part:
    return NUMBER if number is None else count_text(number)


def _share(submission: Submission, part: int | None) -> list[Part]:
    base, words = submission.electorate, submission.electorate_words
    if part is None or not base:
        return []
    return [f", bằng {percent_text(part, base)}% của {counted(base, words)}"]
