"""A list of the office's registers on paper: hamlets, mergers, households, people, documents.

A sample, for no statute sets its form. Identity numbers never stand on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, Part
from desktop.printing.setting.list_layout import ListLayout
from desktop.printing.setting.paragraphs import body, plain
from desktop.printing.setting.ruled_table import Column, evenly, ruled_table
from desktop.printing.setting.running_text import known, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import titled

_ROW_HEIGHT = 8.0
_BLANK_ROWS = 15
_LINES_A_PAGE = 26
_NUMBER = Column("STT", 13)

ListOf = Literal["hamlets", "mergers", "households", "members", "voters", "bases"]
"""What a register lists."""


_LAYOUTS: dict[ListOf, ListLayout] = {
    "hamlets": ListLayout(
        "DANH SÁCH THÔN, KHU PHỐ",
        (
            Column("Loại", 27, centred=False),
            Column("Tên", 45, centred=False),
            Column("Số hộ", 18),
            Column("Trưởng thôn", 42, centred=False),
            Column("Đặc biệt khó khăn", 20),
        ),
        "thôn, khu phố",
    ),
    "mergers": ListLayout(
        "DANH SÁCH THÔN, KHU PHỐ SÁP NHẬP, ĐỔI TÊN",
        (
            Column("Thôn, khu phố cũ", 48, centred=False),
            Column("Thôn, khu phố mới", 48, centred=False),
            Column("Từ ngày", 26),
            Column("Theo văn bản", 30, centred=False),
        ),
        "thôn, khu phố cũ",
    ),
    "households": ListLayout(
        "DANH SÁCH HỘ GIA ĐÌNH",
        (
            Column("Họ và tên chủ hộ", 62, centred=False),
            Column("Ngày sinh", 27),
            Column("Giới tính", 17),
            Column("Dân tộc", 26, centred=False),
            Column("Số khẩu", 20),
        ),
        "hộ",
    ),
    "members": ListLayout(
        "DANH SÁCH THÀNH VIÊN HỘ GIA ĐÌNH",
        (
            Column("Họ và tên", 56, centred=False),
            Column("Ngày sinh", 27),
            Column("Giới tính", 16),
            Column("Quan hệ với chủ hộ", 30, centred=False),
            Column("Hộ số", 23),
        ),
        "người",
    ),
    "voters": ListLayout(
        "DANH SÁCH CỬ TRI",
        (
            Column("Họ và tên cử tri", 58, centred=False),
            Column("Ngày sinh", 27),
            Column("Giới tính", 17),
            Column("Chủ hộ", 50, centred=False),
        ),
        "cử tri",
    ),
    "bases": ListLayout(
        "DANH MỤC VĂN BẢN CĂN CỨ",
        (
            Column("Văn bản, số, ký hiệu", 36, centred=False),
            Column("Ngày", 23),
            Column("Cơ quan ban hành", 37, centred=False),
            Column("Trích yếu", 56, centred=False),
        ),
        "văn bản",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A list as it stands on a day; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the list.
        list_of: what it lists.
        place: of what, such as ``Thôn Nà Ếch, xã Húc Động``.
        lines: what each line says in the columns after its number; without any, rows for a pen.
        remarks: what is told beneath, a line for each.
        signer_lines: over the signature.
        signer: None leaves a blank.

    Raises:
        ValueError: a line has more or fewer cells than its list has columns.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    list_of: ListOf
    place: str | None = None
    lines: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[str, ...] = ()
    signer_lines: tuple[str, ...]
    signer: str | None = None

    def __post_init__(self) -> None:
        _LAYOUTS[self.list_of].demand(self.lines)


def draw(register: Register, *, training: bool) -> bytes:
    """Print the list on as many pages as it takes, the head of the table repeated.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1.
    """
    return state_pages(compose(register), training=training)


def compose(register: Register) -> TextPaper:
    """Put the paper together, as it is read."""
    title = _LAYOUTS[register.list_of].title.capitalize()
    likely = max(1, len(register.lines) // _LINES_A_PAGE)
    return text_paper(register, f"{title} {register.place or ''}".strip(), _story(register), likely=likely)


def _story(register: Register) -> Iterator[Block]:
    layout = _LAYOUTS[register.list_of]
    yield state_heading(
        register.issuer_lines, register.dated, superior=False, blanks=("ỦY BAN NHÂN DÂN", "XÃ…")
    )
    yield titled(layout.title, [known(register.place)])
    columns = (_NUMBER, *layout.columns)
    lines = [
        [
            evenly(text, column) if not column.centred else text
            for text, column in zip(line, layout.columns, strict=True)
        ]
        for line in register.lines
    ]
    rows = layout.rows(lines, _BLANK_ROWS)
    yield ruled_table(columns, rows, row_height=_ROW_HEIGHT)
    for remark in register.remarks:
        yield body(plain(remark))
    total = len(register.lines)
    counted: Part = count_text(total) if total else REST
    yield together(
        running_text("Danh sách có", counted, f"{layout.unit}./.", style=body),
        signed_and_sent(register.signer_lines, register.signer),
    )
