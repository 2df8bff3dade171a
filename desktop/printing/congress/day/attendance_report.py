"""The report on who attends a congress, read at its head; one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import (
    branch_committee,
    closing_mark,
    comrades,
    figure,
    share,
    titled,
    with_bold,
)
from desktop.printing.party.letter_heading import PartyNumber, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import close_text
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import NUMBER, REST, Part
from desktop.printing.setting.ruled_table import MIDDLE, Column, ruled_table
from desktop.printing.setting.running_text import known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text

_FREE = 22.0
_ROW = 6.0
_WIDTHS = (46.0, 12.0, 22.0, 51.0, 12.0, 22.0)
_BLANK_STRUCTURE = (
    "Nữ",
    "Dân tộc thiểu số",
    "Dưới 35 tuổi",
    "Từ 35 đến 50 tuổi",
    "Từ 51 đến 60 tuổi",
    "Trên 60 tuổi",
    "Tuổi Đảng dưới 10 năm",
    "Tuổi Đảng 10 đến 29 năm",
    "Tuổi Đảng từ 30 năm",
    "Tốt nghiệp THPT",
    "Trung cấp, cao đẳng",
    "Đại học",
    "Lý luận chính trị sơ cấp",
    "Lý luận chính trị trung cấp",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A member who didn't come, and why, such as ``được miễn sinh hoạt``."""

    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """How many of those present are of a kind, such as ``Dưới 35 tuổi``."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """How many of those present bear the badge of so many years."""

    years: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceReport:
    """Who was convened and who came; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        number: of the paper.
        official, probationary: members of the branch.
        exempted, elsewhere: members among them who are exempted, and who are temporarily elsewhere.
        guests: members of elsewhere who are here temporarily; they don't vote.
        convened: of the branch's members.
        present_official, present_probationary: who came.
        absent_agreed: whose reason the convening committee accepted.
        absent: the others who didn't come.
        quorum: what part must come, such as ``2/3``.
        quorum_clause: that says so, such as ``Điều 11 Điều lệ Đảng``.
        quorum_reached: whether so many came.
        structure: of those present.
        mean_age: such as ``44,7``.
        oldest, youngest: years.
        badges: of those present; none leaves them out.
        disciplined: members who are suspended, prosecuted, detained or under discipline; empty says that
            there are none.
        post: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: more came than there are, or more are of a kind than came.

    Source: congress.md §6, 4; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    number: str | None = None
    official: int | None = None
    probationary: int | None = None
    exempted: int | None = None
    elsewhere: int | None = None
    guests: int | None = None
    convened: int | None = None
    present_official: int | None = None
    present_probationary: int | None = None
    absent_agreed: tuple[Absent, ...] | None = None
    absent: tuple[Absent, ...] | None = None
    quorum: str | None = None
    quorum_clause: str | None = None
    quorum_reached: bool | None = None
    structure: tuple[Structure, ...] = ()
    mean_age: str | None = None
    oldest: int | None = None
    youngest: int | None = None
    badges: tuple[Badge, ...] = ()
    disciplined: tuple[str, ...] | None = None
    post: str = "BÍ THƯ"
    signer: str | None = None

    def __post_init__(self) -> None:
        present = self.present
        of_those_present = [*(one.number for one in self.structure), *(one.number for one in self.badges)]
        for part, of in (
            (self.present_official, self.official),
            (present, self.convened),
            *((number, present) for number in of_those_present),
        ):
            if part is not None and of is not None and part > of:
                raise ValueError("no more come, nor are of a kind, than there are")

    @property
    def members(self) -> int | None:
        """Of the branch, with those on probation."""
        return _sum(self.official, self.probationary)

    @property
    def present(self) -> int | None:
        """Members who came, with those on probation."""
        return _sum(self.present_official, self.present_probationary)

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(report: AttendanceReport, *, training: bool) -> bytes:
    """Print the report.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return letter_pages(compose(report), training=training)


def compose(report: AttendanceReport) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Báo cáo tình hình đảng viên dự {report.congress.name or 'Đại hội chi bộ'}"
    return text_paper(report, title, _story(report))


def _story(report: AttendanceReport) -> Iterator[Block]:
    congress = report.congress
    yield letter_heading(report.issuer_lines, report.dated, PartyNumber(report.number, "BC/CB"))
    yield letter_title("BÁO CÁO", titled("tình hình đảng viên dự", congress))
    yield running_text(
        "Căn cứ danh sách đảng viên được triệu tập và kết quả điểm danh tại Đại hội,",
        *branch_committee(congress),
        "báo cáo:",
        style=close_text,
    )
    yield running_text(*_members(report), lead="1.", style=close_text)
    yield running_text(*_present(report), lead="2.", style=close_text)
    yield running_text(*_absent(report), lead="3.", style=close_text)
    yield _quorum(report)
    yield together(
        running_text("Cơ cấu của", *figure(report.present, "đảng viên có mặt:"), lead="5.", style=close_text),
        _structure(report),
    )
    yield running_text(*_ages(report), style=close_text)
    yield together(
        running_text(*_closing(report), lead="6.", style=close_text),
        party_signatures(
            [PartySigning(authority=congress.convener_signs, post=report.post, name=report.signer)],
            free=_FREE,
        ),
    )


def _members(report: AttendanceReport) -> list[Part]:
    return [
        "Đảng viên của chi bộ:",
        *figure(report.members, "đồng chí"),
        "; chính thức",
        *figure(report.official),
        ", dự bị",
        *figure(report.probationary),
        ". Trong đó được miễn công tác và sinh hoạt",
        *figure(report.exempted),
        ", đang sinh hoạt tạm thời ở nơi khác",
        *figure(report.elsewhere),
        ". Đảng viên nơi khác đến sinh hoạt tạm thời",
        *figure(report.guests),
        ", dự nhưng không bầu cử.",
    ]


def _present(report: AttendanceReport) -> list[Part]:
    return [
        "Được triệu tập:",
        *figure(report.convened, "đồng chí."),
        "Có mặt:",
        *figure(report.present, "đồng chí"),
        "(chính thức",
        *figure(report.present_official),
        ", dự bị",
        *figure(report.present_probationary),
        ").",
    ]


def _absent(report: AttendanceReport) -> list[Part]:
    agreed, others = report.absent_agreed, report.absent
    if agreed is None or others is None:
        return [
            "Vắng mặt:",
            NUMBER,
            f"đồng chí. Có lý do, được {report.congress.convener} đồng ý",
            NUMBER,
            ":",
            REST,
            ". Không có lý do",
            NUMBER,
            ":",
            REST,
            ".",
        ]
    if not agreed and not others:
        return ["Vắng mặt: không có."]
    return [
        f"Vắng mặt: {tied(f'{count_text(len(agreed) + len(others))} đồng chí')}.",
        f"Có lý do, được {report.congress.convener} đồng ý {_named(agreed)}.",
        f"Không có lý do {_named(others)}.",
    ]


def _named(absent: Sequence[Absent]) -> str:
    """Name the absent after their number, those of one reason together before it."""
    if not absent:
        return "0"
    groups = []
    for reason, members in groupby(absent, key=lambda one: one.reason):
        names = comrades([one.name for one in members])
        groups.append(f"{names} ({reason})" if reason else names)
    return f"{count_text(len(absent))}: {', '.join(groups)}"


def _quorum(report: AttendanceReport) -> Block:
    reached = report.quorum_reached
    verdict = _verdict(report)
    block = running_text(
        "Số có mặt bằng",
        *share(report.present_official, report.official),
        "của",
        *figure(report.official, "đảng viên chính thức"),
        "và bằng",
        *share(report.present, report.convened),
        "của",
        *figure(report.convened, "đảng viên được triệu tập"),
        ",",
        *([verdict] if reached is not None else ["đạt (chưa đạt) ít nhất", known(report.quorum, NUMBER)]),
        "theo",
        known(report.quorum_clause),
        ".",
        lead="4.",
        style=close_text,
    )
    return with_bold(block, verdict, after=", ")


def _verdict(report: AttendanceReport) -> str:
    least = tied(f"ít nhất {report.quorum}") if report.quorum else "số quy định"
    return f"{'đạt' if report.quorum_reached else 'chưa đạt'} {least}"


def _structure(report: AttendanceReport) -> Block:
    present = report.present
    base = f"So với {count_text(present)}" if present else "So với có mặt"
    heads = ("Cơ cấu", "Số", base)
    columns = [
        Column(head, width, centred=head != "Cơ cấu")
        for head, width in zip((*heads, *heads), _WIDTHS, strict=True)
    ]
    lines: list[tuple[str, str, str]]
    if report.structure:
        lines = [
            (one.kind, count_text(one.number), f"{percent_text(one.number, present)}%" if present else "")
            for one in report.structure
        ]
    else:
        lines = [(kind, "", "") for kind in _BLANK_STRUCTURE]
    half = (len(lines) + 1) // 2
    right = [*lines[half:], *[("", "", "")] * (2 * half - len(lines))]
    rows = [(*one, *other) for one, other in zip(lines[:half], right, strict=True)]
    return ruled_table(columns, rows, row_height=_ROW, type_=MIDDLE)


def _ages(report: AttendanceReport) -> list[Part]:
    said: list[Part] = [
        "Tuổi bình quân",
        known(report.mean_age, NUMBER),
        "; cao nhất",
        *figure(report.oldest),
        ", thấp nhất",
        *figure(report.youngest),
        ".",
    ]
    if report.badges:
        badges = (tied(f"{one.years} năm {count_text(one.number)}") for one in report.badges)
        said.append(f"Huy hiệu Đảng: {', '.join(badges)}.")
    elif report.oldest is None:
        said += ["Huy hiệu Đảng:", REST, "."]
    return said


def _closing(report: AttendanceReport) -> list[Part]:
    asked = f"Đề nghị Đại hội ghi nhận{closing_mark(report.dated)}"
    states = "bị đình chỉ sinh hoạt, bị khởi tố, truy tố, tạm giam hoặc đang thi hành kỷ luật"
    if report.disciplined is None:
        return [f"Đảng viên {states}:", REST, f". {asked}"]
    if not report.disciplined:
        return [f"Không có đảng viên {states}. {asked}"]
    number = tied(f"{count_text(len(report.disciplined))} đảng viên")
    return [f"Có {number} {states}: {comrades(report.disciplined)}. {asked}"]


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else one + other
