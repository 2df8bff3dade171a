"""The written answer why a dismissal is not taken up or not recognised; no statute sets its form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import Part
from desktop.printing.setting.paragraphs import letter, matter
from desktop.printing.setting.running_text import day_parts, known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import listed
from desktop.printing.state.addressees import addressed
from desktop.printing.state.headings import decision_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent

_ASKED = {
    "hamlet_head": "đơn của ông (bà)",
    "front_board_head": "đề nghị của Ban công tác Mặt trận về việc cho ông (bà)",
    "petition": "kiến nghị của các hộ gia đình về việc cho ông (bà)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalAnswer:
    """What the commune answers; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: the committee's, in capitals.
        number: None leaves a blank.
        symbol: after the number, such as ``UBND``.
        dated: place and date.
        addressees: to whom.
        head: whom it was about; the reason is the answer's.
        asked_by: who had asked.
        after_meeting: it answers what a meeting agreed, and not the request alone.
        date: of the request, or of the meeting.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Source: Decree 59/2023/NĐ-CP art. 9 (rules.md §2, dismissal).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    number: str | None = None
    symbol: str
    dated: DateLine
    addressees: tuple[str, ...] = ()
    head: DismissedHead
    asked_by: Literal["hamlet_head", "front_board_head", "petition"] = "front_board_head"
    after_meeting: bool = True
    date: dt.date | None = None
    signer_lines: tuple[str, ...]
    signer: str | None = None


def draw(answer: DismissalAnswer, *, training: bool) -> bytes:
    """Print the answer.

    Args:
        answer: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: Decree 30/2020/NĐ-CP, annex I (official letter); paper.md §1.
    """
    return state_pages(compose(answer), training=training)


def compose(answer: DismissalAnswer) -> TextPaper:
    """Put the paper together, as it is read."""
    title = answer.head.file_title("Trả lời về việc cho thôi làm")
    return text_paper(answer, title, _story(answer), one_page=True)


def _story(answer: DismissalAnswer) -> Iterator[Block]:
    head = answer.head
    yield decision_heading(answer.issuer_lines, answer.number, answer.symbol, answer.dated)
    yield matter(f"V/v cho thôi làm {head.post or head.post_short}")
    yield from addressed(answer.addressees)
    yield running_text(*_opening(answer), style=letter)
    not_done = "không công nhận việc" if answer.after_meeting else "không đưa ra cuộc họp việc"
    yield running_text(
        f"Ủy ban nhân dân xem xét và {not_done} cho ông (bà)",
        known(head.name),
        "thôi làm",
        known_name(head.post),
        ". Lý do:",
        known(head.reason),
        ".",
        style=letter,
    )
    yield together(
        letter("Ủy ban nhân dân trả lời để các cơ quan, tổ chức, cá nhân liên quan biết, thực hiện./."),
        signed_and_sent(answer.signer_lines, answer.signer, listed(("Như trên", "Lưu: VT"))),
    )


def _opening(answer: DismissalAnswer) -> list[Part]:
    head = answer.head
    day = day_parts(answer.date)
    if answer.after_meeting:
        return [
            "Sau khi nhận quyết định của cộng đồng dân cư",
            known_name(head.hamlet),
            "tại cuộc họp",
            *day,
            "về việc cho ông (bà)",
            known(head.name),
            "thôi làm",
            known_name(head.post),
            ", Ủy ban nhân dân trả lời như sau:",
        ]
    asked = _ASKED[answer.asked_by]
    middle = "xin thôi làm" if answer.asked_by == "hamlet_head" else "thôi làm"
    return [
        f"Sau khi nhận {asked}",
        known(head.name),
        middle,
        known_name(head.post),
        "gửi",
        *day,
        ", Ủy ban nhân dân trả lời như sau:",
    ]
