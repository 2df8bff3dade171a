"""The letter in which a member stands for a post at a congress; a form to fill in with a pen."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.congress.listing.personal import PersonalPaper, about, opening, signed
from desktop.printing.congress.wording import closing_mark
from desktop.printing.party.letter_text import party_text
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.running_text import dotted_lines, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper

_REASONS = 3


def draw(paper: PersonalPaper, *, training: bool) -> bytes:
    """Print the letter.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(paper), training=training)


def compose(paper: PersonalPaper) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(paper, f"Đơn ứng cử {paper.voted_on}", _story(paper))


def _story(paper: PersonalPaper) -> Iterator[Block]:
    yield from opening(paper, "ĐƠN ỨNG CỬ", paper.voted_on)
    yield from about("Tôi là:")
    yield running_text(
        "Sau khi nghiên cứu tiêu chuẩn, tôi tự nguyện ứng cử chức danh nêu trên. Lý do, việc sẽ làm:",
        style=party_text,
    )
    yield from dotted_lines(_REASONS)
    yield signed(
        f"Kính đề nghị Đại hội xem xét, đưa tên tôi vào danh sách bầu cử{closing_mark(paper.dated)}",
        "NGƯỜI ỨNG CỬ",
    )
