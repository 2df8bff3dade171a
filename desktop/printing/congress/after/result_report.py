"""The report of a congress's result, which asks for approval; one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import closing_mark, figure, in_figures, share, with_bold
from desktop.printing.party.letter_heading import PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, signed_and_filed
from desktop.printing.party.letter_text import bases, party_text, sent_to
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import Part
from desktop.printing.setting.ruled_table import TIGHT, Cell, Column, FromAbove, ruled_table
from desktop.printing.setting.running_text import day_parts, known, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text

_FREE = 22.0
_ROW = 6.6
_BLANK_ROWS = 5
_DOTS = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedTo:
    """A post, the votes that somebody got for it, and their base where it is not the report's."""

    post: str
    votes: int
    base: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedMember:
    """Somebody elected, to one post or to several."""

    name: str
    posts: tuple[ElectedTo, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReport:
    """What came of a congress; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        number: of the paper.
        bases: each without its closing mark.
        present: official members who came, of those ``convened``.
        deducted: official members who are not counted in the base.
        base: official members on whom the shares are worked out.
        threshold: votes from which somebody is elected.
        course: how often each vote was held, such as ``Mỗi chức danh bầu một lần``.
        elected: who is elected, to which posts.
        committee_size: members of the committee; None where the branch elects none.
        secretary, deputy: who is to be approved.
        enclosed: what comes with the report.
        let_through: gates of the Party's order at which somebody went on with a reason, each a sentence.
        post: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: more votes than the base, or more came than were convened.

    Source: congress.md §6, 18; paper-t2.md §9; 294-QĐ/TW point 16.1.1.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    number: str | None = None
    bases: tuple[str, ...] = ()
    present: int | None = None
    convened: int | None = None
    deducted: int | None = None
    base: int | None = None
    threshold: int | None = None
    course: str | None = None
    elected: tuple[ElectedMember, ...] = ()
    committee_size: int | None = None
    secretary: str | None = None
    deputy: str | None = None
    enclosed: str | None = None
    let_through: tuple[str, ...] = ()
    post: str = "BÍ THƯ"
    signer: str | None = None

    def __post_init__(self) -> None:
        pairs = [(self.present, self.convened)]
        for member in self.elected:
            pairs += [(to.votes, to.base or self.base) for to in member.posts]
        if any(part is not None and of is not None and part > of for part, of in pairs):
            raise ValueError("no more come or vote than there are")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(report: ResultReport, *, training: bool) -> bytes:
    """Print the report.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(report), training=training)


def compose(report: ResultReport) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Báo cáo kết quả {report.congress.name or 'Đại hội chi bộ'}, đề nghị chuẩn y"
    return text_paper(report, title, _story(report))


def _story(report: ResultReport) -> Iterator[Block]:
    congress = report.congress
    branch, ordinal = congress.branch or f"Chi bộ {_DOTS}", congress.ordinal or _DOTS
    term = tied(f"nhiệm kỳ {congress.term or _DOTS}")
    yield letter_heading(report.issuer_lines, report.dated, PartyNumber(report.number, "BC/CB"))
    yield letter_title(
        "BÁO CÁO",
        f"kết quả Đại hội {branch} lần thứ {ordinal},\nđề nghị chuẩn y kết quả bầu cử {term}",
    )
    yield sent_to(congress.superior)
    yield from bases(report.bases)
    yield _result(report)
    yield _table(report)
    for said in report.let_through:
        yield running_text(said, style=party_text)
    yield _asked(report)
    end = closing_mark(report.dated)
    yield together(
        running_text("Gửi kèm:", known(report.enclosed), end, style=party_text),
        signed_and_filed(
            PartySigning(authority=congress.successor_signs, post=report.post, name=report.signer),
            ("Như trên", "Lưu Chi bộ"),
            free=_FREE,
        ),
    )


def _result(report: ResultReport) -> Block:
    congress = report.congress
    block = running_text(
        known_name(congress.branch),
        "báo cáo: Đại hội được tổ chức",
        *day_parts(congress.held_on),
        ", có mặt",
        *in_figures(report.present, report.convened),
        "đảng viên chính thức được triệu tập",
        *_part(report),
        ". Sau khi trừ",
        *figure(report.deducted, "đồng chí"),
        "theo quy định, căn cứ tính kết quả là",
        *figure(report.base),
        "đảng viên chính thức; trúng cử từ",
        *figure(report.threshold, "phiếu."),
        *([report.course] if report.course else []),
        f"{',' if report.course else ''} kết quả:".strip() if report.course else "Kết quả:",
        style=party_text,
    )
    return block if report.base is None else with_bold(block, count_text(report.base), after="kết quả là ")


def _part(report: ResultReport) -> list[Part]:
    if report.present is None or not report.convened:
        return ["(", *share(None, None), ")"]
    return [f"({percent_text(report.present, report.convened)}%)"]


def _table(report: ResultReport) -> Block:
    varied = any(to.base not in (None, report.base) for one in report.elected for to in one.posts)
    base = "căn cứ tính" if varied or report.base is None else tied(f"{count_text(report.base)} đảng viên")
    columns = [
        Column("STT", 13),
        Column("Họ và tên", 50, centred=False),
        Column("Chức vụ trúng cử", 44, centred=False),
        Column("Số phiếu", 26),
        Column(f"Tỷ lệ so với {base}", 32),
    ]
    rows: list[tuple[Cell, ...]] = []
    for number, member in enumerate(report.elected, 1):
        for row, to in enumerate(member.posts):
            of = to.base or report.base
            part = f"{percent_text(to.votes, of)}%" if of else ""
            said = f"{part} của {of}" if varied and part else part
            who: tuple[Cell, Cell] = (FromAbove(), FromAbove()) if row else (str(number), member.name)
            rows.append((*who, to.post, count_text(to.votes), said))
    return ruled_table(columns, rows or [("",) * 5] * _BLANK_ROWS, row_height=_ROW, type_=TIGHT)


def _asked(report: ResultReport) -> Block:
    congress = report.congress
    wanted: list[Part] = []
    if congress.elects_committee:
        wanted += [
            "Chi ủy",
            known_name(congress.branch),
            *([tied(f"nhiệm kỳ {congress.term}")] if congress.term else []),
            "gồm",
            *figure(report.committee_size, "đồng chí,"),
        ]
    wanted += ["chức danh Bí thư đối với đồng chí", known_name(report.secretary and tied(report.secretary))]
    if report.deputy is not None or report.secretary is None:
        wanted += [", Phó bí thư đối với đồng chí", known_name(report.deputy and tied(report.deputy))]
    block = running_text(
        known_name(congress.branch),
        "đề nghị",
        known_name(congress.superior),
        "xem xét, chuẩn y",
        *wanted,
        ".",
        style=party_text,
    )
    for name in (report.secretary, report.deputy):
        block = with_bold(block, tied(name), after="đối với đồng chí ") if name else block
    return block
