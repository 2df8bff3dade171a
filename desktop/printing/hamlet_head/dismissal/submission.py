"""The submission of what a meeting decided on a dismissal; a sample, for no statute sets its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.dismissal.facts import FORMS, DismissalVote, DismissedHead
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import letter, letter_item, plain
from desktop.printing.setting.running_text import day_parts, known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import counted, listed
from desktop.printing.state.addressees import addressed
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import titled


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalSubmission:
    """What is submitted; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date.
        addressees: to whom, first who recognises.
        head: whom it is about, and why.
        submitter: who called the meeting, such as ``Ban công tác Mặt trận thôn Nà Ếch``.
        date: of the meeting, or until when slips were collected.
        venue: of the meeting.
        vote: what was counted.
        recognition_days: working days that the answer may take; None names none.
        recognition_article: where that stands.
        enclosed: papers that come with it.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Source: Law 10/2022/QH15 art. 20.3, Decree 59/2023/NĐ-CP art. 9 (rules.md §2, dismissal, sending).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    addressees: tuple[str, ...] = ()
    head: DismissedHead
    submitter: str | None = None
    date: dt.date | None = None
    venue: str | None = None
    vote: DismissalVote
    recognition_days: int | None = None
    recognition_article: str | None = None
    enclosed: tuple[str, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None


def draw(submission: DismissalSubmission, *, training: bool) -> bytes:
    """Print the submission.

    Args:
        submission: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1, one-page papers.
    """
    return state_pages(compose(submission), training=training)


def compose(submission: DismissalSubmission) -> TextPaper:
    """Put the paper together, as it is read."""
    title = submission.head.file_title("Tờ trình về việc cho thôi làm")
    return text_paper(submission, title, _story(submission), one_page=True)


def _story(submission: DismissalSubmission) -> Iterator[Block]:
    head, vote = submission.head, submission.vote
    yield state_heading(submission.issuer_lines, submission.dated, blanks=("UBND XÃ…", "BAN CTMT THÔN…"))
    yield titled("TỜ TRÌNH", head.subject("Về việc cho thôi làm"))
    yield from addressed(submission.addressees)
    begun = "Thu phiếu lấy ý kiến đến" if vote.form == "slips" else "Ngày họp:"
    yield running_text(
        begun, *day_parts(submission.date), ", tại", known(submission.venue), ".", style=letter
    )
    yield running_text(
        "Cộng đồng dân cư",
        known_name(head.hamlet),
        f"quyết định bằng hình thức {FORMS[vote.form]} về việc cho ông (bà)",
        head.who,
        "thôi làm",
        known_name(head.post),
        ". Kết quả:",
        style=letter,
    )
    yield from vote.lines(letter_item)
    yield running_text("Lý do đề nghị cho thôi:", known(head.reason), ".", style=letter)
    yield running_text(
        known_name(submission.submitter),
        "gửi kết quả và đề nghị",
        known_name(submission.addressees[0] if submission.addressees else None),
        _asked(submission),
        style=letter,
    )
    for number, paper in enumerate(submission.enclosed, 1):
        yield letter_item(plain(f"Hồ sơ gửi kèm {number}: {paper}."))
    yield together(
        letter("Trân trọng./."),
        signed_and_sent(
            submission.signer_lines, submission.signer, listed(("Như trên", "Lưu: hồ sơ cho thôi"))
        ),
    )


def _asked(submission: DismissalSubmission) -> str:
    if submission.vote.result == "not_agreed":
        return "xem xét, quyết định sau khi thống nhất với Ủy ban Mặt trận Tổ quốc cùng cấp."
    if submission.vote.result == "too_few":
        return "cho ý kiến về việc họp lại hoặc phát phiếu lấy ý kiến."
    days = submission.recognition_days
    within = "" if days is None else f" trong {counted(days, 'ngày làm việc')} kể từ ngày nhận"
    article = f" ({submission.recognition_article})" if submission.recognition_article else ""
    return f"xem xét công nhận{within}{article}."
