"""The roll of members convened to a congress, across: who comes signs, why somebody doesn't is noted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import on_one_line
from desktop.printing.party.across import MEASURE
from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_heading_drawing import heading_height
from desktop.printing.party.across_pages import across_pages
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.paging import paged
from desktop.printing.setting import faces
from desktop.printing.setting.block import together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.ruled_table import MIDDLE, Column
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied

_BORN = "Năm sinh"
_COLUMNS = (
    Column("STT", 12),
    Column("Họ và tên", 50, centred=False),
    Column("Nam", 15, group=_BORN),
    Column("Nữ", 15, group=_BORN),
    Column(f"Ngày {tied('vào Đảng')}", 26),
    Column("Ngày chính thức", 26),
    Column("Tình trạng", 37),
    Column("Có mặt, ký tên", 38),
    Column("Ghi chú, lý do vắng", 48, centred=False),
)
_TYPE = replace(MIDDLE, around=(5.0, 2.0))
_ROW = 7.7
_KEPT_FREE = 12.0
"""Millimetres at the foot of each page: 14 rows stand on the first."""

_FREE = 22.0
_BLANK_ROWS = 10
_BLANKS = ("có mặt", "chính thức", "dự bị")


@dataclass(frozen=True, slots=True, kw_only=True)
class Convened:
    """A member convened; an empty text leaves its place empty.

    Args:
        name: of the member.
        born: year.
        female: in which column the year stands.
        admitted, official: days of admission to the Party, and of becoming an official member.
        status: such as ``Chính thức``, ``Dự bị``, ``Miễn sinh hoạt``, ``Tạm thời nơi khác``.
        note: such as why the member doesn't come, and when that was accepted.
    """

    name: str
    born: str = ""
    female: bool = False
    admitted: str = ""
    official: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """Who is convened.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        members: by the alphabet; without any, rows for a pen.
        taker: who calls the roll; None leaves a blank.

    Source: congress.md §3, §6, 3; paper-t2.md §9.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    members: tuple[Convened, ...] = ()
    taker: str | None = None

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it."""
        return self.congress.branch_lines


def draw(roll: RollCall, *, training: bool) -> bytes:
    """Print it on as many pages as it takes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return across_pages(compose(roll), training=training)


def compose(roll: RollCall) -> TextPaper:
    """Put the paper together, as it is read.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    faces.prepare()
    congress = roll.congress
    heading = party_heading(
        congress.branch_lines, roll.dated, "DANH SÁCH ĐẢNG VIÊN DỰ ĐẠI HỘI", on_one_line(congress)
    )
    rows = [_row(number, one) for number, one in enumerate(roll.members, 1)]
    blocks, _ = paged(
        _COLUMNS,
        rows or [[""] * len(_COLUMNS)] * _BLANK_ROWS,
        heading_height(heading) + _KEPT_FREE,
        _ROW,
        lambda first, last: _said(last - first if rows else 0),
        type_=_TYPE,
        numbered=False,
        blanks=_BLANKS,
    )
    signing = PartySigning(authority="NGƯỜI ĐIỂM DANH", name=roll.taker)
    signed = party_signatures([signing], free=_FREE, measure=MEASURE)
    title = f"Danh sách đảng viên dự {congress.name or 'Đại hội chi bộ'}"
    last = together(blocks[-1], signed)
    return text_paper(roll, title, (heading, *blocks[:-1], last))


def _said(convened: int) -> str:
    return f"Cộng trang này: triệu tập {count_text(convened)}" if convened else "Cộng trang này"


def _row(number: int, one: Convened) -> list[str]:
    return [
        str(number),
        one.name,
        "" if one.female else one.born,
        one.born if one.female else "",
        one.admitted,
        one.official,
        one.status,
        "",
        one.note,
    ]
