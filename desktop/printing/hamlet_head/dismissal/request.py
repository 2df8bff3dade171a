"""The letter by which the head of a hamlet asks to be dismissed; a sample, for no statute sets its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.block import Block, Space, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import letter
from desktop.printing.setting.running_text import known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.state.addressees import addressed
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import titled


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalRequest:
    """What the head asks for; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        dated: place and date.
        addressee: to whom, such as ``Chủ tịch Ủy ban nhân dân xã Húc Động``.
        head: who asks, and why.
        article: by which the meeting decides; None names none.

    Source: Decree 59/2023/NĐ-CP art. 9.1.a (rules.md §2, dismissal).
    """

    form_label: str
    dated: DateLine
    addressee: str | None = None
    head: DismissedHead
    article: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """Nobody: a person asks."""
        return ()


def draw(request: DismissalRequest, *, training: bool) -> bytes:
    """Print the letter.

    Args:
        request: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1, one-page papers.
    """
    return state_pages(compose(request), training=training)


def compose(request: DismissalRequest) -> TextPaper:
    """Put the paper together, as it is read."""
    title = request.head.file_title("Đơn xin thôi làm")
    return text_paper(request, title, _story(request), one_page=True)


def _story(request: DismissalRequest) -> Iterator[Block]:
    head = request.head
    yield state_heading((), request.dated, blanks=())
    yield titled("ĐƠN XIN THÔI", head.subject("Xin thôi làm"))
    yield from addressed(() if request.addressee is None else (request.addressee,))
    yield Space(2)
    yield running_text("Tôi tên là:", known(head.name), ".", style=letter)
    yield running_text("Hiện là:", known(head.post), ".", style=letter)
    yield running_text(
        *("Nay tôi xin thôi làm", known_name(head.post), "vì lý do:"), known(head.reason), ".", style=letter
    )
    article = f" theo {request.article}" if request.article else ""
    yield running_text(
        "Đề nghị",
        known_name(request.addressee),
        f"xem xét để cuộc họp của cộng đồng dân cư quyết định{article}.",
        style=letter,
    )
    yield together(
        letter(
            f"Cho đến khi có quyết định, tôi tiếp tục làm nhiệm vụ của {head.post_short} và sẽ bàn giao "
            "sổ sách, tài sản, công việc đầy đủ. Trân trọng./."
        ),
        signed_and_sent(("NGƯỜI LÀM ĐƠN",), head.name),
    )
