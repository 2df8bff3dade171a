"""The plan of who is to lead a branch: standards, number, who is put up; one page with up to six of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.before.personnel import PutUp, table_of
from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import (
    branch_committee,
    closing_mark,
    in_figures,
    share,
    so_many_comrades,
)
from desktop.printing.party.letter_heading import PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, signed_and_filed
from desktop.printing.party.letter_text import bases, minutes_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import Part
from desktop.printing.setting.ruled_table import Announced
from desktop.printing.setting.running_text import day_parts, known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import short_day_text, tied

_FREE = 22.0
MOST_ON_PAGE = 6
"""Rows of who is put up that the plan has room for; more stand on a sheet across of their own."""

_DOTS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonnelPlan:
    """What the committee plans, and whom it puts up; what is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        number: of the paper.
        bases: each without its closing mark.
        standards: of who may be put up.
        structure: how many, of which kinds, how many more than seats and what the rule allows.
        met_on: day of the conference that agreed to the list.
        agreeing: official members who agreed, of those ``present``.
        people: in the order of the alphabet by given name.
        secretary, deputy: who is meant for the posts.
        post: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: more agreed than came.

    Source: congress.md §6, 8 and 9; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    number: str | None = None
    bases: tuple[str, ...] = ()
    standards: str | None = None
    structure: str | None = None
    met_on: dt.date | None = None
    agreeing: int | None = None
    present: int | None = None
    people: tuple[PutUp, ...] = ()
    secretary: str | None = None
    deputy: str | None = None
    post: str = "BÍ THƯ"
    signer: str | None = None

    def __post_init__(self) -> None:
        if self.agreeing is not None and self.present is not None and self.agreeing > self.present:
            raise ValueError("no more agree than came")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(plan: PersonnelPlan, *, training: bool) -> bytes:
    """Print the plan.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(plan), training=training)


def compose(plan: PersonnelPlan) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Đề án nhân sự {_led_by(plan.congress)} {plan.congress.branch or 'chi bộ'}"
    return text_paper(plan, title, _story(plan))


def _story(plan: PersonnelPlan) -> Iterator[Block]:
    congress = plan.congress
    yield letter_heading(plan.issuer_lines, plan.dated, PartyNumber(plan.number, "ĐA/CB"))
    term = tied(f"nhiệm kỳ {congress.term or _DOTS}")
    yield letter_title("ĐỀ ÁN", f"nhân sự {_led_by(congress)} {congress.branch or f'Chi bộ {_DOTS}'}, {term}")
    yield from bases(plan.bases)
    yield running_text(*branch_committee(congress), "xây dựng Đề án nhân sự như sau:", style=minutes_text)
    for lead, said in (("1. Tiêu chuẩn:", plan.standards), ("2. Số lượng, cơ cấu:", plan.structure)):
        yield running_text(known(said), lead=lead, style=minutes_text)
    line = running_text(*_agreed(plan), lead="3. Nhân sự giới thiệu", style=minutes_text)
    yield line if _is_enclosed(plan) else Announced(line, table_of(plan.people))
    yield together(
        running_text(*_meant(plan), style=minutes_text),
        signed_and_filed(
            PartySigning(authority=congress.convener_signs, post=plan.post, name=plan.signer),
            (
                congress.superior or "Đảng ủy cấp trên",
                *(["Các chi ủy viên"] if congress.had_committee else ["Đảng viên trong chi bộ"]),
                "Lưu Chi bộ",
            ),
            free=_FREE,
        ),
    )


def _led_by(congress: Congress) -> str:
    return "Chi ủy" if congress.elects_committee else congress.elected


def _agreed(plan: PersonnelPlan) -> list[Part]:
    met: list[Part] = day_parts(None)
    if plan.met_on is not None:
        met = [f"ngày {short_day_text(plan.met_on)}"]
    return [
        "(xếp theo vần A, B, C; hội nghị chi bộ",
        *met,
        "thống nhất với",
        *in_figures(plan.agreeing, plan.present),
        "đảng viên chính thức có mặt, bằng",
        *share(plan.agreeing, plan.present),
        f"): danh sách {so_many_comrades(len(plan.people))} kèm theo." if _is_enclosed(plan) else "):",
    ]


def _is_enclosed(plan: PersonnelPlan) -> bool:
    """Tell whether a sheet across of its own holds who is put up."""
    return len(plan.people) > MOST_ON_PAGE


def _meant(plan: PersonnelPlan) -> list[Part]:
    return [
        "Dự kiến Bí thư: đồng chí",
        known_name(plan.secretary and tied(plan.secretary)),
        *(
            ["; Phó bí thư: đồng chí", known_name(plan.deputy and tied(plan.deputy))]
            if plan.deputy or not plan.secretary
            else []
        ),
        ". Đề án gửi",
        known_name(plan.congress.superior),
        f"xem xét, cho ý kiến trước khi trình Đại hội{closing_mark(plan.dated)}",
    ]
