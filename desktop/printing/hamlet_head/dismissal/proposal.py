"""The proposal of the head of a Front board that a hamlet's head be dismissed; no statute sets its form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import letter
from desktop.printing.setting.running_text import known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import listed
from desktop.printing.state.addressees import addressed
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import titled


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalProposal:
    """What the head of the Front board proposes; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date.
        addressee: to whom, such as ``Chủ tịch Ủy ban nhân dân xã Húc Động``.
        board: who proposes, such as ``Ban công tác Mặt trận thôn Nà Ếch``.
        head: whom, and why.
        article: by which; None names none.
        signer: the head of the board; None leaves a blank.

    Source: Decree 59/2023/NĐ-CP art. 9.1.b (rules.md §2, dismissal).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    addressee: str | None = None
    board: str | None = None
    head: DismissedHead
    article: str | None = None
    signer: str | None = None


def draw(proposal: DismissalProposal, *, training: bool) -> bytes:
    """Print the proposal.

    Args:
        proposal: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1, one-page papers.
    """
    return state_pages(compose(proposal), training=training)


def compose(proposal: DismissalProposal) -> TextPaper:
    """Put the paper together, as it is read."""
    title = proposal.head.file_title("Đề nghị cho thôi làm")
    return text_paper(proposal, title, _story(proposal), one_page=True)


def _story(proposal: DismissalProposal) -> Iterator[Block]:
    head = proposal.head
    yield state_heading(proposal.issuer_lines, proposal.dated, blanks=("UBMTTQ XÃ…", "BAN CTMT THÔN…"))
    yield titled("GIẤY ĐỀ NGHỊ", head.subject("Về việc cho thôi làm"))
    yield from addressed(() if proposal.addressee is None else (proposal.addressee,))
    article = f"Căn cứ {proposal.article}, " if proposal.article else ""
    yield running_text(
        article.strip(),
        known_name(proposal.board),
        "đề nghị",
        known_name(proposal.addressee),
        "xem xét cho ông (bà)",
        known(head.name),
        "thôi làm",
        known(head.post),
        ".",
        style=letter,
    )
    yield running_text("Lý do:", known(head.reason), ".", style=letter)
    yield running_text(
        "Đề nghị để",
        known_name(proposal.board),
        "triệu tập cuộc họp của cộng đồng dân cư về việc này; kết quả cuộc họp sẽ được gửi theo quy định.",
        style=letter,
    )
    branch = (f"Chi bộ {head.hamlet}",) if head.hamlet else ()
    yield together(
        letter("Trân trọng./."),
        signed_and_sent(
            ("TM. BAN CÔNG TÁC MẶT TRẬN", "TRƯỞNG BAN"),
            proposal.signer,
            listed(("Như trên", *branch, "Lưu: hồ sơ")),
        ),
    )
