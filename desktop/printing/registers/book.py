"""A book beside the roster of members: a list of a period with its cover, printed and bound by year.

Source: congress.md §9: books may be kept by computer, printed and bound each year and term.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_pages import across_pages
from desktop.printing.party.paging import paged
from desktop.printing.party.regimes import regime_on
from desktop.printing.setting import faces
from desktop.printing.setting.block import Block, NewPage, Space
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import centred_head
from desktop.printing.setting.ruled_table import Column, ruled_table
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, short_day_text

BookKind = Literal[
    "probationary",
    "left",
    "died",
    "cards_received",
    "cards",
    "files_received",
    "files_lent",
    "moves",
    "exempt",
    "badges",
    "rewards",
    "home",
    "resolutions",
    "reconciliations",
]

_WHO = (Column("STT", 10), Column("Họ và tên", 46, centred=False), Column("Ngày sinh", 22))
_BRANCH = Column("Chi bộ", 34, centred=False)
_TITLES: dict[BookKind, str] = {
    "probationary": "SỔ ĐẢNG VIÊN DỰ BỊ",
    "left": "SỔ ĐẢNG VIÊN RA KHỎI ĐẢNG",
    "died": "SỔ ĐẢNG VIÊN TỪ TRẦN",
    "cards_received": "SỔ NHẬN THẺ ĐẢNG VIÊN",
    "cards": "SỔ PHÁT THẺ ĐẢNG VIÊN",
    "files_received": "SỔ GIAO, NHẬN HỒ SƠ ĐẢNG VIÊN",
    "files_lent": "SỔ CHO MƯỢN HỒ SƠ ĐẢNG VIÊN",
    "moves": "SỔ GIỚI THIỆU SINH HOẠT ĐẢNG",
    "exempt": "SỔ ĐẢNG VIÊN ĐƯỢC MIỄN CÔNG TÁC VÀ SINH HOẠT ĐẢNG",
    "badges": "SỔ TẶNG HUY HIỆU ĐẢNG",
    "rewards": "SỔ KHEN THƯỞNG",
    "resolutions": "SỔ NGHỊ QUYẾT",
    "home": "SỔ ĐẢNG VIÊN ĐƯỢC GIỚI THIỆU VỀ NƠI CƯ TRÚ",
    "reconciliations": "SỔ ĐỐI CHIẾU DANH SÁCH VỚI HỒ SƠ",
}
COLUMNS: dict[BookKind, tuple[Column, ...]] = {
    "probationary": (
        *_WHO,
        _BRANCH,
        Column("Ngày vào Đảng", 24),
        Column("Hết 12 tháng dự bị", 26),
        Column("Chi bộ đề nghị", 26),
        Column("Ngày chính thức", 26),
        Column("Ghi chú", 53, centred=False),
    ),
    "left": (
        *_WHO,
        _BRANCH,
        Column("Ngày vào Đảng", 24),
        Column("Ngày ra khỏi Đảng", 24),
        Column("Hình thức", 30),
        Column("Số, ngày quyết định", 36),
        Column("Lý do", 41, centred=False),
    ),
    "died": (
        *_WHO,
        _BRANCH,
        Column("Ngày vào Đảng", 24),
        Column("Ngày chính thức", 24),
        Column("Ngày từ trần", 24),
        Column("Lý do", 83, centred=False),
    ),
    "cards": (
        *_WHO,
        _BRANCH,
        Column("Ngày vào Đảng", 24),
        Column("Ngày chính thức", 24),
        Column("Số thẻ", 30),
        Column("Ngày cấp", 24),
        Column("Ký nhận", 27),
        Column("Ghi chú", 26, centred=False),
    ),
    "moves": (
        *_WHO,
        Column("Chuyển", 15),
        Column("Ngày", 22),
        Column("Nơi đi", 36, centred=False),
        Column("Nơi đến", 36, centred=False),
        Column("Số, ngày giấy", 28),
        Column("Hạn xuất trình", 17),
        Column("Hạn chuyển xong", 17),
        Column("Nơi đến nhận", 18),
    ),
    "exempt": (
        *_WHO,
        _BRANCH,
        Column("Lý do", 55, centred=False),
        Column("Từ ngày", 24),
        Column("Đến ngày", 24),
        Column("Số, ngày nghị quyết", 52),
    ),
    "cards_received": (
        *_WHO,
        _BRANCH,
        Column("Số thẻ", 30),
        Column("Ngày nhận", 24),
        Column("Nơi giao", 45, centred=False),
        Column("Số, ngày giấy", 34),
        Column("Ký nhận", 22),
    ),
    "files_received": (
        *_WHO,
        _BRANCH,
        Column("Ngày nhận", 24),
        Column("Nơi giao", 45, centred=False),
        Column("Số tài liệu", 18),
        Column("Số, ngày giấy", 34),
        Column("Ghi chú", 34, centred=False),
    ),
    "files_lent": (
        *_WHO,
        _BRANCH,
        Column("Ngày mượn", 22),
        Column("Người mượn", 38, centred=False),
        Column("Lý do", 31, centred=False),
        Column("Hạn trả", 22),
        Column("Ngày trả", 22),
        Column("Ký mượn", 20),
    ),
    "badges": (
        *_WHO,
        _BRANCH,
        Column("Ngày vào Đảng", 24),
        Column("Loại Huy hiệu", 20),
        Column("Số Huy hiệu", 24),
        Column("Số, ngày quyết định", 38),
        Column("Ngày trao", 24),
        Column("Ghi chú", 25, centred=False),
    ),
    "rewards": (
        *_WHO,
        _BRANCH,
        Column("Ngày", 22),
        Column("Hình thức", 42, centred=False),
        Column("Cấp khen thưởng", 31, centred=False),
        Column("Số, ngày quyết định", 32),
        Column("Ghi chú", 28, centred=False),
    ),
    "resolutions": (
        Column("STT", 10),
        Column("Ngày", 24),
        Column("Số", 30),
        Column("Chi bộ", 46, centred=False),
        Column("Trích yếu", 87, centred=False),
        Column("Tán thành", 24),
        Column("Ghi chú", 46, centred=False),
    ),
    "home": (
        *_WHO,
        Column("Sinh hoạt tại", 70, centred=False),
        Column("Về chi bộ nơi cư trú", 40, centred=False),
        Column("Từ ngày", 22),
        Column("Đến ngày", 22),
        Column("Số, ngày giấy", 35),
    ),
    "reconciliations": (
        Column("STT", 10),
        Column("Ngày", 24),
        Column("Chi bộ", 46, centred=False),
        Column("Người đối chiếu", 46, centred=False),
        Column("Trong danh sách", 24),
        Column("Số hồ sơ", 22),
        Column("Chênh lệch", 67, centred=False),
        Column("Lần sau trước ngày", 28),
    ),
}
_ROW = 8.4
_BLANK_ROWS = 14
_COVER = (
    Column("Số trang", 30),
    Column("Số dòng", 30),
    Column("Ngày mở sổ", 42),
    Column("Ngày khóa sổ", 42),
    Column("Người giữ sổ ký", 61),
    Column("Bí thư ký", 62),
)
_COVER_ROW = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLine:
    """A line of a book: a text for each column after the running number."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberBook:
    """A book.

    Args:
        form_label: stands at the upper right of page 1.
        kind: which book.
        issuer_lines: superior first, in capitals.
        dated: place and date of the book; the date chooses between the two regimes of Party papers.
        since: the first day of its period, and ``until`` the last; None on a blank.
        lines: in order; without any, rows for a pen.

    Raises:
        ValueError: a line has more or fewer cells than the book has columns.
    """

    form_label: str
    kind: BookKind
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    since: dt.date | None = None
    until: dt.date | None = None
    lines: tuple[BookLine, ...] = ()

    def __post_init__(self) -> None:
        wanted = len(COLUMNS[self.kind]) - 1
        if any(len(line.cells) != wanted for line in self.lines):
            raise ValueError("each line has a text for each column")


def title_of(kind: BookKind) -> str:
    """Return the title of a book in capitals."""
    return _TITLES[kind]


def draw(book: MemberBook, *, training: bool) -> bytes:
    """Print it on as many pages as it takes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return across_pages(compose(book), training=training)


def compose(book: MemberBook) -> TextPaper:
    """Put the book together: its cover, then its pages.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    faces.prepare()
    title = _TITLES[book.kind]
    heading = party_heading(book.issuer_lines, book.dated, title, _period(book))
    columns = COLUMNS[book.kind]
    rows = [[str(number), *line.cells] for number, line in enumerate(book.lines, 1)]
    listed, pages = paged(
        columns,
        rows or [[""] * len(columns)] * _BLANK_ROWS,
        0,
        _ROW,
        lambda first, last: _said(book, first, last),
    )
    blocks: tuple[Block, ...] = (heading, *_cover(book, pages), NewPage(), *listed)
    return text_paper(book, title.capitalize(), blocks)


def _cover(book: MemberBook, pages: int) -> tuple[Block, ...]:
    lines = str(len(book.lines)) if book.lines else ""
    since = short_day_text(book.since) if book.since else ""
    until = short_day_text(book.until) if book.until else ""
    year = centred_head(f"NĂM {book.until.year}") if book.until else Space(8)
    counted = str(pages) if book.lines else ""
    row = [counted, lines, since, until, "", ""]
    return (Space(24), year, Space(8), ruled_table(_COVER, [row], row_height=_COVER_ROW))


def _period(book: MemberBook) -> str:
    if book.since is None or book.until is None:
        return ""
    return f"Từ ngày {short_day_text(book.since)} đến ngày {short_day_text(book.until)}"


def _said(book: MemberBook, first: int, last: int) -> str:
    if not book.lines:
        return ""
    told = f"Cộng trang này: {count_text(last - first)} dòng"
    if last < len(book.lines):
        return f"{told}."
    day = book.dated
    known = day.year is not None and day.month is not None and day.day is not None
    on = dt.date(day.year or 1, day.month or 1, day.day or 1) if known else None
    return f"{told}; cả sổ {count_text(len(book.lines))} dòng{regime_on(on).closing}"
