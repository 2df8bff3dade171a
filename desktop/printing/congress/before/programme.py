"""The programme of a congress: hour, step, who leads it; one page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import titled
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import close_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import plain
from desktop.printing.setting.ruled_table import CLOSE, Column, ruled_table
from desktop.printing.setting.running_text import known_name, running_text, weekday_parts
from desktop.printing.setting.text_paper import TextPaper, text_paper

_COLUMNS = (
    Column("TT", 12),
    Column("Giờ", 22),
    Column("Nội dung", 86, centred=False),
    Column("Người thực hiện", 45, centred=False),
)
_ROW = 7.6
_TYPE = replace(CLOSE, above=0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a congress, when it begins, and who leads it; empty leaves it to a pen."""

    what: str
    at: dt.time | None = None
    who: str = ""


_STEPS = (
    "Chào cờ",
    "Bầu {chair}, Thư ký Đại hội",
    "Tuyên bố lý do, giới thiệu đại biểu, diễn văn khai mạc",
    "Thông qua chương trình, quy chế làm việc",
    "Báo cáo tình hình đảng viên dự Đại hội",
    "Báo cáo chính trị (tổng kết nhiệm kỳ, phương hướng nhiệm kỳ mới)",
    "Báo cáo kiểm điểm của {convener}",
    "Thảo luận",
    "Phát biểu của đại diện cấp ủy cấp trên",
    "Bầu cử: bầu Ban kiểm phiếu; bầu {elected}; công bố kết quả",
    "Thông qua Nghị quyết Đại hội",
    "Bế mạc, chào cờ",
)


def steps_of(congress: Congress) -> tuple[str, ...]:
    """Give what a congress goes through, in its order.

    Source: 06-HD/TW point 15.4 (rules.md §3, order of a congress).
    """
    return tuple(
        step.format(chair=congress.chair, convener=congress.convener, elected=congress.elected)
        for step in _STEPS
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """When which step of a congress is; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        venue: where.
        steps: in order; without any, those of the guidance, for a pen.
        signer: None leaves a blank.

    Source: congress.md §6, 5; rules.md §3, order of a congress.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    venue: str | None = None
    steps: tuple[Step, ...] = ()
    signer: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The congress issues it."""
        return self.congress.congress_lines


def draw(programme: Programme, *, training: bool) -> bytes:
    """Print the programme.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(programme), training=training)


def compose(programme: Programme) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Chương trình {programme.congress.name or 'Đại hội chi bộ'}"
    return text_paper(programme, title, _story(programme))


def _story(programme: Programme) -> Iterator[Block]:
    congress = programme.congress
    yield letter_heading(programme.issuer_lines, programme.dated, blanks=CONGRESS_BLANKS)
    yield letter_title("CHƯƠNG TRÌNH", titled("", congress).strip())
    yield running_text(
        "Thời gian:",
        *weekday_parts(congress.held_on),
        ". Địa điểm:",
        known_name(programme.venue),
        ".",
        style=close_text,
    )
    steps = programme.steps or tuple(Step(what=what) for what in steps_of(congress))
    rows = [
        (str(number), f"{step.at:%H:%M}" if step.at else "", step.what, step.who)
        for number, step in enumerate(steps, 1)
    ]
    yield ruled_table(_COLUMNS, rows, row_height=_ROW, type_=_TYPE)
    yield together(
        close_text(
            plain(f"Mỗi nội dung có thể sớm hay muộn hơn giờ dự kiến, theo điều hành của {congress.chair}.")
        ),
        party_signatures([PartySigning(authority=congress.chair_signs, name=programme.signer)]),
    )
