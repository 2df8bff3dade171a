"""Who is put up for the committee of a branch, on a sheet across: more than the page of the plan holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.before.personnel import PutUp, table_of
from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.party.across import MEASURE
from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_pages import across_pages
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import TABLE_NOTE, Text, plain
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied

_DOTS = "…"
_FREE = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnelList:
    """Who is put up; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        plan: that the list goes with, such as ``Đề án số 02-ĐA/CB, ngày 21 tháng 10 năm 2024``.
        people: in the order of the alphabet by given name; without any, rows for a pen.
        post: over the signature.
        signer: None leaves a blank.

    Source: congress.md §6, 9; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    plan: str | None = None
    people: tuple[PutUp, ...] = ()
    post: str = "BÍ THƯ"
    signer: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(paper: PersonnelList, *, training: bool) -> bytes:
    """Print it on as many pages as it takes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return across_pages(compose(paper), training=training)


def compose(paper: PersonnelList) -> TextPaper:
    """Put the paper together, as it is read.

    Raises:
        PaperRefused: ``paper.face``.
    """
    title = f"Danh sách nhân sự giới thiệu {paper.congress.branch or 'chi bộ'}"
    return text_paper(paper, title, _story(paper))


def _story(paper: PersonnelList) -> Iterator[Block]:
    congress = paper.congress
    yield party_heading(
        congress.branch_lines,
        paper.dated,
        "DANH SÁCH NHÂN SỰ GIỚI THIỆU",
        f"bầu {congress.elected} {congress.branch or f'Chi bộ {_DOTS}'}, "
        f"{tied(f'nhiệm kỳ {congress.term or _DOTS}')}",
        under=f"(kèm theo {paper.plan or f'Đề án số {_DOTS}, ngày {_DOTS}'})",
    )
    yield table_of(paper.people, across=True)
    many = f"Danh sách có {count_text(len(paper.people))} đồng chí, " if paper.people else "Danh sách "
    signing = PartySigning(authority=congress.convener_signs, post=paper.post, name=paper.signer)
    yield together(
        Text(plain(f"{many}xếp theo vần A, B, C của tên."), TABLE_NOTE),
        party_signatures([signing], free=_FREE, measure=MEASURE),
    )
