"""Who is elected, a line each, with the report that asks for approval; across, sixteen columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.party.across import MEASURE
from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_pages import across_pages
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import TABLE_NOTE, Text, plain
from desktop.printing.setting.ruled_table import SMALL, Column, ruled_table
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text

_DOTS = "…"
_BIRTH, _SCHOOLING = "Ngày, tháng, năm sinh", "Trình độ"
_ROW = 12.2
_FREE = 22.0
_TYPE = replace(SMALL, side=0.45, around=(2.0, 2.0))
_BLANK_ROWS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedPost:
    """A post, the votes, and their base where it is not the list's."""

    post: str
    votes: int
    base: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """Somebody elected; an empty text leaves its place empty.

    Args:
        name: of the person.
        birth: such as ``20/10/1979``, or the year alone where no more is known.
        female: in which column the birth stands.
        home, lives: commune of origin; hamlet of residence.
        admitted, official: days of admission to the Party, and of becoming an official member.
        school, profession, theory: schooling.
        post: held at present.
        elected: to which posts.
    """

    name: str
    birth: str = ""
    female: bool = False
    ethnicity: str = ""
    religion: str = ""
    home: str = ""
    lives: str = ""
    admitted: str = ""
    official: str = ""
    school: str = ""
    profession: str = ""
    theory: str = ""
    post: str = ""
    elected: tuple[ElectedPost, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefList:
    """Who is elected; printed for the approval and not kept longer than that.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        report: that the list goes with, such as ``Báo cáo số 01-BC/CB, ngày 08 tháng 01 năm 2025``.
        base: official members on whom the shares are worked out.
        deducted: official members who are not counted in it.
        lines: in the order of the report; without any, rows for a pen.
        signer_post: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: more votes than their base.

    Source: congress.md §6, 18a; paper-t2.md §9; rules.md §7.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    report: str | None = None
    base: int | None = None
    deducted: int | None = None
    lines: tuple[BriefLine, ...] = ()
    signer_post: str = "BÍ THƯ"
    signer: str | None = None

    def __post_init__(self) -> None:
        for line in self.lines:
            for one in line.elected:
                base = one.base or self.base
                if base is not None and one.votes > base:
                    raise ValueError("nobody has more votes than the base")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(paper: BriefList, *, training: bool) -> bytes:
    """Print it on as many pages as it takes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return across_pages(compose(paper), training=training)


def compose(paper: BriefList) -> TextPaper:
    """Put the paper together, as it is read.

    Raises:
        PaperRefused: ``paper.face``.
    """
    branch = paper.congress.branch
    title = f"Danh sách trích ngang {paper.congress.elected} {branch or 'chi bộ'}"
    return text_paper(paper, title, _story(paper))


def _story(paper: BriefList) -> Iterator[Block]:
    congress = paper.congress
    yield party_heading(
        congress.branch_lines,
        paper.dated,
        "DANH SÁCH TRÍCH NGANG",
        f"{congress.elected} {congress.branch or f'Chi bộ {_DOTS}'}, "
        f"{tied(f'nhiệm kỳ {congress.term or _DOTS}')}",
        under=f"(kèm theo {paper.report or f'Báo cáo số {_DOTS}, ngày {_DOTS}'})",
    )
    rows = [_row(number, line, paper.base) for number, line in enumerate(paper.lines, 1)]
    columns = _columns(paper.base)
    yield ruled_table(columns, rows or [("",) * len(columns)] * _BLANK_ROWS, row_height=_ROW, type_=_TYPE)
    yield together(
        Text(plain(_said(paper)), TABLE_NOTE),
        party_signatures(
            [PartySigning(authority=congress.successor_signs, post=paper.signer_post, name=paper.signer)],
            free=_FREE,
            measure=MEASURE,
        ),
    )


def _columns(base: int | None) -> list[Column]:
    of = f"{count_text(base)} đảng viên" if base else "căn cứ tính"
    return [
        Column("STT", 8),
        Column("Họ và tên", 27, centred=False),
        Column("Nam", 17, group=_BIRTH),
        Column("Nữ", 17, group=_BIRTH),
        Column("Dân tộc", 13),
        Column("Tôn giáo", 13),
        Column(f"{tied('Quê quán')} (xã)", 15.5),
        Column("Nơi ở (thôn)", 13),
        Column(f"Ngày {tied('vào Đảng')}", 18.5),
        Column("Ngày chính thức", 18.5),
        Column("Văn hóa", 12, group=_SCHOOLING),
        Column("Chuyên môn", 17, group=_SCHOOLING),
        Column("LLCT", 14.5, group=_SCHOOLING),
        Column("Chức vụ hiện nay", 21),
        Column("Chức vụ được bầu", 19),
        Column(f"{tied('Số phiếu,')} {tied('tỷ lệ so với')} {of}", 23),
    ]


def _row(number: int, line: BriefLine, base: int | None) -> tuple[str, ...]:
    return (
        str(number),
        line.name,
        "" if line.female else line.birth,
        line.birth if line.female else "",
        line.ethnicity,
        line.religion,
        line.home,
        line.lives,
        line.admitted,
        line.official,
        line.school,
        line.profession,
        line.theory,
        line.post,
        "\n".join(one.post for one in line.elected),
        "\n".join(_share(one, base) for one in line.elected),
    )


def _share(one: ElectedPost, listed: int | None) -> str:
    base = one.base or listed
    if not base:
        return count_text(one.votes)
    return tied(f"{count_text(one.votes)}/{count_text(base)} = {percent_text(one.votes, base)}%")


def _said(paper: BriefList) -> str:
    counted = f"Danh sách có {count_text(len(paper.lines))} đồng chí. " if paper.lines else ""
    if paper.base is None:
        return f"{counted}Căn cứ tính tỷ lệ: đảng viên chính thức được triệu tập, trừ theo quy định."
    away = f" sau khi trừ {count_text(paper.deducted)} đồng chí theo quy định" if paper.deducted else ""
    return f"{counted}Căn cứ tính tỷ lệ: {count_text(paper.base)} đảng viên chính thức được triệu tập{away}."
