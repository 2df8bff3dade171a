"""The slip on which a member puts somebody up at a congress; a form to fill in with a pen."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.congress.listing.personal import PersonalPaper, about, opening, signed
from desktop.printing.congress.wording import closing_mark
from desktop.printing.party.letter_text import party_text
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import REST
from desktop.printing.setting.running_text import dotted_lines, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper

_REASONS = 2


def draw(paper: PersonalPaper, *, training: bool) -> bytes:
    """Print the slip.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(paper), training=training)


def compose(paper: PersonalPaper) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(paper, f"Phiếu đề cử {paper.voted_on}", _story(paper))


def _story(paper: PersonalPaper) -> Iterator[Block]:
    yield from opening(paper, "PHIẾU ĐỀ CỬ", paper.voted_on)
    yield running_text("Tôi là:", REST, style=party_text)
    yield running_text("đảng viên chính thức của chi bộ, đề cử đồng chí có tên sau đây:", style=party_text)
    yield from about("Họ và tên:")
    yield running_text("Lý do đề cử:", style=party_text)
    yield from dotted_lines(_REASONS)
    yield running_text("Ý kiến của người được đề cử (đồng ý, xin rút):", REST, style=party_text)
    yield signed(
        f"Kính đề nghị Đại hội xem xét, đưa vào danh sách bầu cử{closing_mark(paper.dated)}", "NGƯỜI ĐỀ CỬ"
    )
