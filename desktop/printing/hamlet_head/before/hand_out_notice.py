"""The notice to the households that slips will come, made public two days before."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.hamlet_head.before.hand_out_facts import HandOutPaper, head, points, why
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.paragraphs import letter
from desktop.printing.setting.running_text import known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import titled_file


def draw(paper: HandOutPaper, *, training: bool) -> bytes:
    """Print it.

    Args:
        paper: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: Law 10/2022/QH15 art. 19.2; paper.md §1, one-page papers.
    """
    return state_pages(compose(paper), training=training)


def compose(paper: HandOutPaper) -> TextPaper:
    """Put the paper together, as it is read."""
    title = titled_file("Thông báo phát phiếu lấy ý kiến về bầu", paper.post, paper.term)
    return text_paper(paper, title, _story(paper))


def _story(paper: HandOutPaper) -> Iterator[Block]:
    yield from head(paper, "THÔNG BÁO")
    yield running_text(
        *why(paper),
        ", không đủ để quyết định, nên",
        known(paper.hamlet),
        "phát phiếu lấy ý kiến đến từng hộ gia đình như sau:",
        style=letter,
    )
    yield from points(paper)
    yield together(
        letter(
            "Đề nghị mỗi hộ gia đình bàn bạc, ghi phiếu và giao phiếu cho Tổ phát phiếu đúng thời hạn; "
            "không ký tên vào phiếu./."
        ),
        signed_and_sent((paper.head_line,), paper.head),
    )
