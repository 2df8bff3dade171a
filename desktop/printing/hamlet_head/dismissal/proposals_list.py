"""The list of proposals to replace weak heads of hamlets, with what became of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.ruled_table import MIDDLE, Column, ruled_table
from desktop.printing.setting.running_text import running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import paper_title

_BLANK_ROWS = 10
_ROW_HEIGHT = 11.0
_COLUMNS = (
    Column("STT", 11),
    Column("Thôn", 26, centred=False),
    Column("Trưởng thôn", 30, centred=False),
    Column("Ai đề xuất, ngày", 30, centred=False),
    Column("Lý do", 38, centred=False),
    Column("Kết quả", 30, centred=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLine:
    """A proposal: the hamlet, its head, who proposed it on which day, why, and what became of it."""

    hamlet: str
    name: str
    proposed: str
    reason: str
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacementProposals:
    """The list; everything that is left out becomes a line for a pen.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: the commune's, in capitals.
        dated: place and date.
        lines: in the order of the list; without any, rows for a pen.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Source: field-practice.md P25.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    lines: tuple[ProposedLine, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None


def draw(proposals: ReplacementProposals, *, training: bool) -> bytes:
    """Print the list on as many pages as it takes, the head of the table repeated.

    Args:
        proposals: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1 and §4.
    """
    return state_pages(compose(proposals), training=training)


def compose(proposals: ReplacementProposals) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(proposals, "Danh sách đề xuất thay Trưởng thôn", _story(proposals))


def _story(proposals: ReplacementProposals) -> Iterator[Block]:
    yield state_heading(
        proposals.issuer_lines, proposals.dated, superior=False, blanks=("ỦY BAN NHÂN DÂN", "XÃ…")
    )
    yield paper_title("DANH SÁCH ĐỀ XUẤT THAY TRƯỞNG THÔN", "Chưa hoàn thành nhiệm vụ, giảm tín nhiệm")
    rows = [
        [str(number), one.hamlet, one.name, one.proposed, one.reason, one.outcome]
        for number, one in enumerate(proposals.lines, 1)
    ]
    rows = rows or [[str(number), "", "", "", "", ""] for number in range(1, _BLANK_ROWS + 1)]
    yield ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT, type_=MIDDLE)
    total = [f"Tổng cộng: {count_text(len(proposals.lines))} đề xuất."] if proposals.lines else []
    signature = signed_and_sent(proposals.signer_lines, proposals.signer)
    yield together(*(running_text(text) for text in total), signature)
