"""A list of the Party's side on paper: the organisations of a commune, or who holds which post.

A sample, for no guidance sets its form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_heading_drawing import heading_height
from desktop.printing.party.across_pages import across_pages
from desktop.printing.party.paging import paged
from desktop.printing.setting import faces
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.ruled_table import Column
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text

_ROW = 9.0
_BLANK_ROWS = 12
_NUMBER = Column("STT", 10)

PartyListOf = Literal["branches", "posts"]
"""What is listed."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a list is laid out: its title, its columns after the running number, what it counts."""

    title: str
    columns: tuple[Column, ...]
    unit: str


_LAYOUTS: dict[PartyListOf, _Layout] = {
    "branches": _Layout(
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
    "posts": _Layout(
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
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyList:
    """A list as it stands on a day; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the list.
        list_of: what it lists.
        lines: what each line says in the columns after its number; without any, rows for a pen.

    Raises:
        ValueError: a line has more or fewer cells than its list has columns.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    list_of: PartyListOf
    lines: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if any(len(line) != len(_LAYOUTS[self.list_of].columns) for line in self.lines):
            raise ValueError("a line has a cell for each column")


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
    heading = party_heading(listed.issuer_lines, listed.dated, layout.title)
    columns = (_NUMBER, *layout.columns)
    rows: Sequence[Sequence[str]] = [[str(number), *line] for number, line in enumerate(listed.lines, 1)] or [
        [str(number), *([""] * len(layout.columns))] for number in range(1, _BLANK_ROWS + 1)
    ]
    blocks, _ = paged(
        columns,
        rows,
        heading_height(heading),
        _ROW,
        lambda first, last: _said(layout, last - first) if listed.lines else "",
    )
    return text_paper(listed, layout.title.capitalize(), (heading, *blocks))


def _said(layout: _Layout, count: int) -> str:
    return f"Cộng trang này: {count_text(count)} {layout.unit}."
