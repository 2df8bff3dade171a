"""The notice of a congress: why, when and where it is held, of what, who is convened, who prepares what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import branch_committee, closing_mark, titled
from desktop.printing.party.letter_heading import PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, signed_and_filed
from desktop.printing.party.letter_text import bases, party_item, party_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import plain
from desktop.printing.setting.running_text import (
    dotted_lines,
    hour_parts,
    known,
    running_text,
    weekday_parts,
)
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import listed

_BLANK_TASKS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressNotice:
    """What is announced of a congress; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        number: of the paper.
        bases: each without its closing mark.
        opening: hour of the day of the congress.
        venue: where.
        content: of the congress, in words.
        convened: who takes part, exempted members and those temporarily elsewhere too.
        tasks: of the preparation, each with who does it until when, without its mark.
        post: over the signature.
        signer: None leaves a blank.

    Source: congress.md §2, §6, 1; 294-QĐ/TW point 11.1.3; 06-HD/TW point 14.2.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    number: str | None = None
    bases: tuple[str, ...] = ()
    opening: dt.time | None = None
    venue: str | None = None
    content: str | None = None
    convened: str | None = None
    tasks: tuple[str, ...] = ()
    post: str = "BÍ THƯ"
    signer: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(notice: CongressNotice, *, training: bool) -> bytes:
    """Print the notice.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(notice), training=training)


def compose(notice: CongressNotice) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Thông báo tổ chức {notice.congress.name or 'Đại hội chi bộ'}"
    return text_paper(notice, title, _story(notice))


def _story(notice: CongressNotice) -> Iterator[Block]:
    congress = notice.congress
    yield letter_heading(notice.issuer_lines, notice.dated, PartyNumber(notice.number, "TB/CB"))
    yield letter_title("THÔNG BÁO", titled("tổ chức", congress))
    yield from bases(notice.bases)
    yield running_text(*branch_committee(congress), "thông báo tổ chức Đại hội như sau:", style=party_text)
    yield running_text(
        *hour_parts(notice.opening),
        ",",
        *weekday_parts(congress.held_on),
        ".",
        lead="1. Thời gian:",
        style=party_text,
    )
    for lead, said in (
        ("2. Địa điểm:", notice.venue),
        ("3. Nội dung:", notice.content),
        ("4. Đảng viên được triệu tập:", notice.convened),
    ):
        yield running_text(known(said), ".", lead=lead, style=party_text)
    yield running_text("phân công như sau:", lead="5. Chuẩn bị:", style=party_text)
    if not notice.tasks:
        yield from dotted_lines(_BLANK_TASKS)
    for task in listed(notice.tasks):
        yield party_item(plain(f"- {task}"))
    yield together(
        running_text(
            "Đề nghị các đồng chí đảng viên dự Đại hội đầy đủ, đúng giờ; đồng chí vắng mặt báo cáo lý do "
            f"với {congress.convener} trước ngày Đại hội{closing_mark(notice.dated)}",
            style=party_text,
        ),
        signed_and_filed(
            PartySigning(authority=congress.convener_signs, post=notice.post, name=notice.signer),
            (congress.superior or "Đảng ủy cấp trên", "Đảng viên trong chi bộ", "Lưu Chi bộ"),
        ),
    )
