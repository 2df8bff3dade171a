"""A list of the Party's side on paper: organisations, posts, documents, who prepares congresses.

A sample, for no guidance sets its form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_heading_drawing import heading_height
from desktop.printing.party.across_pages import across_pages
from desktop.printing.party.paging import paged
from desktop.printing.setting import faces
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.list_layout import ListLayout
from desktop.printing.setting.ruled_table import Column
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text

_ROW = 9.0
_BLANK_ROWS = 12
_NUMBER = Column("STT", 10)

PartyListOf = Literal[
    "branches",
    "posts",
    "bases",
    "groups",
    "approvals",
    "works",
    "exceptions",
    "chain",
    "reviews",
    "reserve",
    "issues",
]
"""What is listed."""


_LAYOUTS: dict[PartyListOf, ListLayout] = {
    "branches": ListLayout(
        "DANH SÁCH ĐẢNG BỘ, CHI BỘ",
        (
            Column("Tên", 58, centred=False),
            Column("Loại", 32, centred=False),
            Column("Các thôn", 54, centred=False),
            Column("Bí thư", 44, centred=False),
            Column("Ngày thành lập", 25),
            Column("Đại hội lần thứ", 19),
            Column("Nhiệm kỳ", 25),
        ),
        "tổ chức",
    ),
    "posts": ListLayout(
        "DANH SÁCH CHỨC VỤ",
        (
            Column("Họ và tên", 49, centred=False),
            Column("Chức vụ", 46, centred=False),
            Column("Ở đâu", 53, centred=False),
            Column("Do", 24, centred=False),
            Column("Từ ngày", 26),
            Column("Đến hết ngày", 26),
            Column("Theo văn bản", 33, centred=False),
        ),
        "chức vụ",
    ),
    "bases": ListLayout(
        "DANH MỤC VĂN BẢN CĂN CỨ",
        (
            Column("Văn bản, số, ký hiệu", 50, centred=False),
            Column("Ngày", 25),
            Column("Cơ quan ban hành", 56, centred=False),
            Column("Trích yếu", 82, centred=False),
            Column("Hiệu lực", 44, centred=False),
        ),
        "văn bản",
    ),
    "groups": ListLayout(
        "DANH SÁCH TIỂU BAN, TỔ CÔNG TÁC",
        (
            Column("Tiểu ban, tổ", 46, centred=False),
            Column("Quyết định", 34, centred=False),
            Column("Nhiệm vụ", 53, centred=False),
            Column("Thành viên", 66, centred=False),
            Column("Đơn vị phụ trách", 58, centred=False),
        ),
        "tiểu ban, tổ",
    ),
    "approvals": ListLayout(
        "DANH SÁCH ĐƠN VỊ CHƯA DUYỆT XONG",
        (
            Column("Đơn vị", 53, centred=False),
            Column("Tiểu ban, tổ phụ trách", 60, centred=False),
            Column("Báo cáo", 72, centred=False),
            Column("Nhân sự", 72, centred=False),
        ),
        "đơn vị",
    ),
    "works": ListLayout(
        "CÔNG TRÌNH, PHẦN VIỆC CHÀO MỪNG ĐẠI HỘI",
        (
            Column("Công trình, phần việc", 76, centred=False),
            Column("Đơn vị", 48, centred=False),
            Column("Ai phụ trách", 50, centred=False),
            Column("Hạn", 25),
            Column("Kết quả", 58, centred=False),
        ),
        "công trình, phần việc",
    ),
    "exceptions": ListLayout(
        "DANH SÁCH NƠI BÍ THƯ KHÔNG LÀ TRƯỞNG THÔN",
        (
            Column("Thôn, khu phố", 42, centred=False),
            Column("Trưởng thôn", 40, centred=False),
            Column("Bí thư chi bộ", 40, centred=False),
            Column("Lý do", 70, centred=False),
            Column("Ai phụ trách", 40, centred=False),
            Column("Hạn", 25),
        ),
        "thôn, khu phố",
    ),
    "chain": ListLayout(
        "TỜ THEO DÕI TỪ TRƯỞNG THÔN TỚI BÍ THƯ",
        (
            Column("Bước", 36, centred=False),
            Column("Ngày", 25),
            Column("Kết quả, văn bản", 64, centred=False),
            Column("Cửa sang bước sau", 56, centred=False),
            Column("Cho qua có lý do", 76, centred=False),
        ),
        "bước",
    ),
    "reviews": ListLayout(
        "RÀ SOÁT TRƯỞNG THÔN, BÍ THƯ CHI BỘ ĐƯƠNG NHIỆM",
        (
            Column("Họ và tên", 48, centred=False),
            Column("Chức vụ, thôn", 54, centred=False),
            Column("Sinh, tuổi", 24),
            Column("Giữ chức", 33, centred=False),
            Column("Kết luận", 52, centred=False),
            Column("Nhận xét", 46, centred=False),
        ),
        "người",
    ),
    "reserve": ListLayout(
        "NGUỒN DỰ BỊ THEO THÔN",
        (
            Column("Thôn", 52, centred=False),
            Column("Chức danh", 38, centred=False),
            Column("Thứ tự", 17),
            Column("Họ và tên", 54, centred=False),
            Column("Đảng viên", 24),
            Column("Ghi chú", 72, centred=False),
        ),
        "người",
    ),
    "issues": ListLayout(
        "VỤ VIỆC, KIẾN NGHỊ CẦN GIẢI QUYẾT TRƯỚC BẦU CỬ",
        (
            Column("Thôn", 45, centred=False),
            Column("Ngày nêu", 24),
            Column("Ai nêu", 43, centred=False),
            Column("Nội dung", 85, centred=False),
            Column("Kết quả giải quyết", 60, centred=False),
        ),
        "vụ việc",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyList:
    """A list as it stands on a day; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the list.
        list_of: what it lists.
        subject: under the title, such as ``Đại hội chi bộ năm 2025``.
        lines: what each line says in the columns after its number; without any, rows for a pen.

    Raises:
        ValueError: a line has more or fewer cells than its list has columns.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    list_of: PartyListOf
    subject: str | None = None
    lines: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        _LAYOUTS[self.list_of].demand(self.lines)


def draw(listed: PartyList, *, training: bool) -> bytes:
    """Print it on as many pages as it takes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return across_pages(compose(listed), training=training)


def compose(listed: PartyList) -> TextPaper:
    """Put the paper together, as it is read.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper-t2.md §9.
    """
    faces.prepare()
    layout = _LAYOUTS[listed.list_of]
    heading = party_heading(listed.issuer_lines, listed.dated, layout.title, listed.subject or "")
    blocks, _ = paged(
        (_NUMBER, *layout.columns),
        layout.rows(listed.lines, _BLANK_ROWS),
        heading_height(heading),
        _ROW,
        lambda first, last: _said(layout, last - first) if listed.lines else "",
    )
    return text_paper(listed, layout.title.capitalize(), (heading, *blocks))


def _said(layout: ListLayout, count: int) -> str:
    return f"Cộng trang này: {count_text(count)} {layout.unit}."
