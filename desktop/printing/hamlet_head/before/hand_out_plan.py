"""The plan of slips for households, sent to the chairs of the commune within two days."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.hamlet_head.before.hand_out_facts import HandOutPaper, head, points, why
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.paragraphs import letter
from desktop.printing.setting.running_text import known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import FRONT_HEAD, Signing, signature_row
from desktop.printing.state.titles import titled_file

# The plan stands on one page.
_FREE = 22.0


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
    title = titled_file("Kế hoạch phát phiếu lấy ý kiến về bầu", paper.post, paper.term)
    return text_paper(paper, title, _story(paper))


def _story(paper: HandOutPaper) -> Iterator[Block]:
    yield from head(paper, "KẾ HOẠCH")
    yield running_text(
        *why(paper),
        ", không đủ để quyết định. Căn cứ",
        known(paper.basis),
        ", Trưởng thôn và Trưởng ban công tác Mặt trận lập kế hoạch phát phiếu lấy ý kiến như sau:",
        style=letter,
    )
    yield from points(paper)
    yield together(
        letter("Kế hoạch được gửi cấp xã và thông báo đến các hộ gia đình./."),
        signature_row(
            [
                Signing(lines=(paper.head_line,), name=paper.head),
                Signing(lines=(FRONT_HEAD,), name=paper.front_head),
            ],
            free=_FREE,
        ),
    )
