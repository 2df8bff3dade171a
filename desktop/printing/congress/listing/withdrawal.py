"""The letter in which somebody put up asks to be left off the list; a form to fill in with a pen."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.congress.listing.personal import PersonalPaper, opening, signed
from desktop.printing.congress.wording import closing_mark
from desktop.printing.party.letter_text import party_text
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import REST, Blank
from desktop.printing.setting.running_text import dotted_lines, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper

_REASONS = 4
_NAME, _YEAR = Blank(70, grows=True), Blank(24)


def draw(paper: PersonalPaper, *, training: bool) -> bytes:
    """Print the letter.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(paper), training=training)


def compose(paper: PersonalPaper) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(paper, f"Đơn xin rút khỏi danh sách bầu cử {paper.voted_on}", _story(paper))


def _story(paper: PersonalPaper) -> Iterator[Block]:
    yield from opening(paper, "ĐƠN XIN RÚT", f"khỏi danh sách bầu cử\n{paper.voted_on}")
    yield running_text("Tôi là:", _NAME, "Năm sinh:", _YEAR, style=party_text)
    yield running_text("Tôi được (chi ủy, chi bộ, đồng chí) giới thiệu, đề cử:", REST, style=party_text)
    yield running_text(
        "Tôi đề nghị Đại hội cho tôi rút khỏi danh sách bầu cử nêu trên. Lý do:", style=party_text
    )
    yield from dotted_lines(_REASONS)
    yield signed(
        "Nếu Đại hội không đồng ý, tôi chấp hành và có tên trong danh sách bầu cử"
        f"{closing_mark(paper.dated)}",
        "NGƯỜI XIN RÚT",
    )
