"""The last days around a congress, across, to hang on a wall: what by when, who answers for it, who signs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from desktop.printing.congress.facts import REFERENCE, Congress
from desktop.printing.congress.wording import on_one_line
from desktop.printing.party.across_heading import party_heading
from desktop.printing.party.across_pages import across_pages
from desktop.printing.setting import faces
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import TABLE_NOTE, Text, plain
from desktop.printing.setting.ruled_table import USUAL, Cell, Column, Strong, ruled_table
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import short_day_text, tied, weekday_text

_COLUMNS = (
    Column("Mốc", 42),
    Column("Chậm nhất", 34),
    Column("Việc phải xong", 78, centred=False),
    Column("Người chịu trách nhiệm", 44, centred=False),
    Column("Căn cứ", 40),
    Column("Ngày xong, ký", 29),
)
_TYPE = replace(USUAL, above=0.8, around=(5.0, 3.0))
_ROW = 16.5
_BLANK = "…/…/…"


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressMilestone:
    """A row of the sheet.

    Args:
        mark: how it is counted, such as ``−30 ngày làm việc``; ``0`` for the day itself.
        day: the last day, as the law counts it; None leaves a blank.
        task: what must be done by then; ``note`` goes on after it.
        who: answers for it.
        basis: where the law says so, in a few words.
    """

    mark: str
    day: dt.date | None = None
    task: str
    note: str = ""
    who: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressWallSheet:
    """The last days around one congress.

    Args:
        form_label: stands at the upper right of page 1.
        congress: which.
        dated: place and date.
        milestones: the earliest first.
        notes: sentences in italics under the table.
        wave: what stands under the title of the sheet of a whole wave, whose issuer ``commune_lines`` are;
            empty for one congress alone.

    Raises:
        ValueError: there is no milestone.

    Source: congress.md §2; field-practice.md P04, P05.
    """

    form_label: str = REFERENCE
    congress: Congress
    dated: DateLine
    milestones: tuple[CongressMilestone, ...]
    notes: tuple[str, ...] = ()
    wave: str = ""
    commune_lines: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.milestones:
            raise ValueError("something is due")

    @property
    def issuer_lines(self) -> tuple[str, ...]:
        """The branch issues it; that of a wave the Party committee of the commune."""
        return self.commune_lines if self.wave and self.commune_lines else self.congress.branch_lines


def for_pen(sheet: CongressWallSheet) -> CongressWallSheet:
    """Take the days and places of a congress out, and keep what the law says of any."""
    bare = tuple(replace(each, day=None, note="") for each in sheet.milestones)
    return replace(sheet, milestones=bare)


def draw(sheet: CongressWallSheet, *, training: bool) -> bytes:
    """Print it.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    return across_pages(compose(sheet), training=training)


def compose(sheet: CongressWallSheet) -> TextPaper:
    """Put the paper together, as it is read.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    faces.prepare()
    congress = sheet.congress
    heading = party_heading(
        sheet.issuer_lines, sheet.dated, "LỊCH CÁC MỐC ĐẠI HỘI CHI BỘ", sheet.wave or on_one_line(congress)
    )
    table = ruled_table(
        _COLUMNS, [_row(each) for each in sheet.milestones], row_height=_ROW, type_=_TYPE, numbered=False
    )
    notes = (Text(plain(" ".join(sheet.notes)), TABLE_NOTE),) if sheet.notes else ()
    title = f"Lịch các mốc {congress.name or 'Đại hội chi bộ'}"
    return text_paper(sheet, title, (heading, table, *notes))


def _row(milestone: CongressMilestone) -> tuple[Cell, ...]:
    day = milestone.day
    said = f"{weekday_text(day)}\n{short_day_text(day)}" if day else _BLANK
    itself = milestone.mark == "0"
    task = f"{milestone.task}{milestone.note}"
    return (
        Strong(milestone.mark) if itself else milestone.mark,
        Strong(said) if day else said,
        Strong(task) if itself else task,
        milestone.who,
        tied(milestone.basis) if milestone.basis else "",
        "",
    )
