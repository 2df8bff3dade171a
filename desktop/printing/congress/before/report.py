"""A report to a congress in the branch's own words: on the term and the next one, or a review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import closing_mark
from desktop.printing.party.letter_heading import PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, signed_and_filed
from desktop.printing.party.letter_text import party_subhead, party_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import plain
from desktop.printing.setting.running_text import dotted_lines
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import tied

ReportKind = Literal["political", "review"]

_DOTS = "…"
_HEADS: Mapping[ReportKind, tuple[str, ...]] = {
    "political": (
        "Kết quả thực hiện nghị quyết nhiệm kỳ qua",
        "Phương hướng, nhiệm vụ, chỉ tiêu nhiệm kỳ tới",
        "Kiến nghị",
    ),
    "review": (
        "Kết quả lãnh đạo, chỉ đạo trong nhiệm kỳ",
        "Hạn chế, khuyết điểm và nguyên nhân",
        "Trách nhiệm và biện pháp khắc phục",
    ),
}
_BLANK_LINES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a report: its head, empty for none, and paragraphs; without any, lines for a pen."""

    head: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressReport:
    """A report to a congress; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: to which.
        dated: place and date.
        kind: ``political`` on the term and the next one, ``review`` of the committee's own work; where there
            is no committee, the review is part of the first.
        number: of the paper.
        before: the term that is reported on, such as ``2022 - 2025``.
        sections: in order; without any, the usual heads, for a pen.
        post: over the signature.
        signer: None leaves a blank.

    Source: congress.md §6, 7: free text.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    kind: ReportKind = "political"
    number: str | None = None
    before: str | None = None
    sections: tuple[Section, ...] = ()
    post: str = "BÍ THƯ"
    signer: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(report: CongressReport, *, training: bool) -> bytes:
    """Print the report on as many pages as it takes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(report), training=training)


def compose(report: CongressReport) -> TextPaper:
    """Put the paper together, as it is read."""
    return text_paper(report, f"Báo cáo {_subject(report)}", _story(report))


def _story(report: CongressReport) -> Iterator[Block]:
    congress = report.congress
    yield letter_heading(report.issuer_lines, report.dated, PartyNumber(report.number, "BC/CB"))
    yield letter_title("BÁO CÁO", f"{_subject(report)}\n{_read_to(congress)}")
    sections = report.sections or tuple(Section(head=head) for head in _HEADS[report.kind])
    blocks = [block for number, section in enumerate(sections, 1) for block in _part(number, section)]
    *before, last = blocks
    if sections[-1].paragraphs:
        # The regime of the paper's date says what ends it.
        last = party_text(plain(f"{sections[-1].paragraphs[-1].rstrip('.')}{closing_mark(report.dated)}"))
    yield from before
    signature = signed_and_filed(
        PartySigning(authority=congress.convener_signs, post=report.post, name=report.signer),
        (congress.superior or "Đảng ủy cấp trên", "Đảng viên trong chi bộ", "Lưu Chi bộ"),
    )
    yield together(last, signature)


def _part(number: int, section: Section) -> Iterator[Block]:
    if section.head:
        yield party_subhead(f"{number}. {section.head}")
    if not section.paragraphs:
        yield from dotted_lines(_BLANK_LINES)
    for paragraph in section.paragraphs:
        yield party_text(plain(paragraph))


def _read_to(congress: Congress) -> str:
    return f"trình Đại hội {congress.branch or f'Chi bộ {_DOTS}'} lần thứ {congress.ordinal or _DOTS}"


def _subject(report: CongressReport) -> str:
    before, term = tied(report.before or _DOTS), tied(report.congress.term or _DOTS)
    if report.kind == "review":
        return f"kiểm điểm của {report.congress.convener} {tied('nhiệm kỳ')} {before}"
    return f"tổng kết nhiệm kỳ {before}, phương hướng nhiệm kỳ {term}"
