"""The audit log on paper: who did what when, and whether the chain of its entries is whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import body
from desktop.printing.setting.ruled_table import Column, ruled_table
from desktop.printing.setting.running_text import running_text
from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.setting.wording import count_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import paper_title

_ROW_HEIGHT = 7.0
_LINES_A_PAGE = 20
_COLUMNS = (
    Column("Số", 13),
    Column("Thời điểm", 25),
    Column("Việc đã làm và các ô đã ghi", 72, centred=False),
    Column("Của", 27, centred=False),
    Column("Người nhập", 28, centred=False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """An entry in words; ``at`` in Viet Nam, ``fields`` names alone."""

    number: int
    at: dt.datetime
    actor: str = ""
    action: str
    about: str = ""
    fields: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSheets:
    """A part of an office's log.

    Args:
        office: its name.
        place: where the sheets are dated.
        made_on: the day.
        first: the first day that was asked for; None for the beginning.
        last: the last; None for today.
        entries: how many the whole log holds as far as its chain is whole.
        hash: of the last of them.
        broken_at: the first that breaks the chain; None where it is whole.
        lines: in the order in which they were written.
    """

    office: str
    place: str
    made_on: dt.date
    first: dt.date | None = None
    last: dt.date | None = None
    entries: int
    hash: str
    broken_at: int | None = None
    lines: tuple[LogRow, ...] = ()


def draw(log: LogSheets, *, training: bool) -> bytes:
    """Print the entries on as many pages as they take, the head of the table repeated.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §1.
    """
    paper = TextPaper(
        title="Nhật ký thao tác",
        author=log.office,
        label="Mẫu của chương trình - pháp luật không quy định mẫu bắt buộc",
        blocks=tuple(_story(log)),
        likely=max(1, len(log.lines) // _LINES_A_PAGE),
    )
    return state_pages(paper, training=training)


def _story(log: LogSheets) -> Iterator[Block]:
    made = log.made_on
    dated = DateLine(place=log.place, day=made.day, month=made.month, year=made.year)
    yield state_heading((log.office.upper(),), dated, blanks=("", ""))
    yield paper_title("NHẬT KÝ THAO TÁC", _days(log))
    yield running_text(
        "Mỗi dòng ghi ai đã làm việc gì, lúc nào; chỉ ghi tên ô đã thay đổi, không ghi giá trị. Cột Người "
        "nhập để trống là cán bộ đang dùng máy.",
        style=body,
    )
    rows = [
        [str(row.number), f"{row.at:%d/%m/%Y %H:%M}", _done(row), row.about, row.actor] for row in log.lines
    ]
    yield ruled_table(_COLUMNS, rows, row_height=_ROW_HEIGHT)
    yield together(
        running_text(f"In {count_text(len(log.lines))} dòng.", style=body),
        running_text(_chain(log), style=body),
        signed_and_sent(("NGƯỜI IN NHẬT KÝ",), None),
    )


def _done(row: LogRow) -> str:
    return f"{row.action}: {row.fields}" if row.fields else row.action


def _days(log: LogSheets) -> str:
    last = log.last or log.made_on
    if log.first is None:
        return f"Từ đầu đến hết ngày {last:%d/%m/%Y}"
    return f"Từ ngày {log.first:%d/%m/%Y} đến hết ngày {last:%d/%m/%Y}"


def _chain(log: LogSheets) -> str:
    if log.broken_at is not None:
        before = f"sau mã {_grouped(log.hash)}./."
        return f"Chuỗi mã băm KHÔNG còn nguyên: đứt ở dòng số {log.broken_at}, {before}"
    whole = f"Chuỗi mã băm SHA-256 còn nguyên đến dòng số {log.entries}"
    return f"{whole}, mã của dòng cuối: {_grouped(log.hash)}./."


def _grouped(digest: str) -> str:
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))
