"""Invitations to the meeting on the dismissal of a hamlet's head, form 01: one page for each household."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.block import Block, NewPage, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import Blank
from desktop.printing.setting.paragraphs import letter, letter_item, letter_subhead
from desktop.printing.setting.running_text import hour_parts, known, running_text, weekday_parts
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.state.headings import state_heading
from desktop.printing.state.invited import invited
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import paper_title


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalGuest:
    """Somebody invited: name, and for whom, such as ``Đại diện hộ số 41``; None for a dotted line."""

    name: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalInvitation:
    """An invitation and those who get one; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of every page.
        issuer_lines: superior first, in capitals.
        dated: place and date of the invitation.
        head: whom the meeting is about.
        inviter: who calls it, such as ``Ban công tác Mặt trận thôn Nà Ếch``.
        date: of the meeting.
        opening: when it begins.
        venue: where it is held.
        chair: who leads it, such as ``Trưởng ban công tác Mặt trận``.
        invited: who takes part, in words.
        contact: whom to ask.
        signer_lines: over the signature.
        signer: None leaves a blank.
        addressees: one page each; without any, one page with lines for a pen.

    Source: Decree 59/2023/NĐ-CP arts 3.1.c, 3.3 and form 01 (rules.md §2, dismissal).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    head: DismissedHead
    inviter: str | None = None
    date: dt.date | None = None
    opening: dt.time | None = None
    venue: str | None = None
    chair: str | None = None
    invited: str | None = None
    contact: str | None = None
    signer_lines: tuple[str, ...]
    signer: str | None = None
    addressees: tuple[DismissalGuest, ...] = ()


def draw(invitation: DismissalInvitation, *, training: bool) -> bytes:
    """Print the invitations, each on a page of its own.

    Args:
        invitation: what they say, and to whom.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(invitation), training=training)


def compose(invitation: DismissalInvitation) -> TextPaper:
    """Put the paper together, as it is read."""
    title = invitation.head.file_title("Giấy mời họp về việc cho thôi làm")
    return text_paper(invitation, title, _story(invitation), separate=True)


def _story(invitation: DismissalInvitation) -> Iterator[Block]:
    for number, guest in enumerate(invitation.addressees or (DismissalGuest(),)):
        if number:
            yield NewPage()
        yield from _one(invitation, guest)


def _one(invitation: DismissalInvitation, guest: DismissalGuest) -> Iterator[Block]:
    head = invitation.head
    yield state_heading(invitation.issuer_lines, invitation.dated, blanks=("UBND XÃ…", "THÔN…"))
    yield Space(2)
    subject = f"Họp cộng đồng dân cư về việc cho thôi làm {head.post_short}"
    yield paper_title("GIẤY MỜI", subject, rule_width=30)
    yield Space(2)
    yield from invited(guest.name, guest.capacity)
    yield running_text(
        known(invitation.inviter, Blank(60, grows=True)),
        "trân trọng kính mời ông (bà) tới dự cuộc họp của cộng đồng dân cư về việc cho ông (bà)",
        head.who,
        "thôi làm",
        known(head.post),
        ".",
        style=letter,
    )
    yield letter_subhead("1. Thời gian, địa điểm")
    when = [*hour_parts(invitation.opening), ",", *weekday_parts(invitation.date)]
    yield running_text("a) Thời gian:", *when, ".", style=letter_item)
    yield running_text("b) Địa điểm:", known(invitation.venue), ".", style=letter_item)
    yield letter_subhead("2. Thành phần")
    yield running_text("a) Chủ trì:", known(invitation.chair), ".", style=letter_item)
    yield running_text("b) Đại biểu tham dự:", known(invitation.invited), ".", style=letter_item)
    yield running_text(
        "đọc đơn, đề nghị hoặc kiến nghị; ý kiến của người được đề nghị cho thôi; thảo luận; biểu quyết "
        "giơ tay hoặc bỏ phiếu kín.",
        style=letter,
        lead="3. Nội dung:",
    )
    yield running_text(known(invitation.contact), ".", style=letter, lead="4. Đầu mối liên hệ:")
    yield together(
        letter("Đề nghị ông (bà) đến dự đầy đủ, đúng giờ. Hộ vắng thì cử người khác trong hộ đi thay./."),
        signed_and_sent(invitation.signer_lines, invitation.signer),
    )
