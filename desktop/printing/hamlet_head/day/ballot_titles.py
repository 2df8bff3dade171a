"""What stands to the right of the seal on a ballot: title, unit and term, date, seats."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.printing.ballots.facts import HamletBallot
from desktop.printing.ballots.papers import BallotPaper
from desktop.printing.setting.faces import BOLD, ITALIC, SERIF
from desktop.printing.setting.pen import Pen, width_mm
from desktop.printing.setting.wording import (
    balanced,
    count_text,
    day_text,
    short_day_text,
    tied,
    weekday_text,
)
from desktop.printing.state.heading_drawing import draw_national_title, national_title_width
from desktop.vietnamese.numerals import in_words

_RULE_BELOW = 2.6
_DETAIL_PITCH = 7.6
_ABOVE_TABLE = 3.0


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A centred line: text, face, size in pt, baseline in mm."""

    text: str
    face: str
    size: float
    baseline: float


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The lines beside the seal and the rule among them; lengths in mm."""

    lines: tuple[TitleLine, ...]
    centre: float
    rule: float
    rule_width: float


def compose_titles(ballot: HamletBallot, paper: BallotPaper) -> TitleBlock | None:
    """Fit the title block to a paper, or give None if it has no room for it.

    Raises:
        PaperRefused: ``paper.letter``.

    Source: paper.md §3.
    """
    room = paper.right - paper.title_left
    if paper.national_title and national_title_width(paper.national_title[1]) > room:
        return None
    term = f"nhiệm kỳ {tied(ballot.term)}"
    full = f"PHIẾU BẦU CỬ {ballot.post}"
    if width_mm(full, BOLD, paper.title_size) <= room:
        titles = [full]
    else:
        titles = ["PHIẾU BẦU CỬ", *_fitted(ballot.post, paper.title_size, room)]
    # Without the national title there is no room for the unit, which the issuer's lines name already.
    units = _fitted(f"{ballot.unit}, {term}" if paper.national_title else term, paper.unit_size, room)
    long_day = f"Ngày bầu cử: {weekday_text(ballot.date)}, {day_text(ballot.date)}"
    day_size = paper.detail_size if paper.national_title else paper.detail_size - 0.5
    day = (
        long_day
        if width_mm(long_day, ITALIC, day_size) <= room
        else f"Ngày bầu cử: {short_day_text(ballot.date)}"
    )
    words = f" ({in_words(ballot.seats)})" if paper.national_title else ""

    y = paper.title_baseline
    if not paper.national_title:
        # A third line of the title goes half above, half below.
        y -= paper.title_pitch * max(0, len(titles) - 2) / 2
    lines = [
        TitleLine(text, BOLD, paper.title_size, y + row * paper.title_pitch)
        for row, text in enumerate(titles)
    ]
    y = lines[-1].baseline + paper.unit_drop
    lines += [
        TitleLine(text, BOLD, paper.unit_size, y + row * paper.unit_drop) for row, text in enumerate(units)
    ]
    y = lines[-1].baseline + _RULE_BELOW
    lines.append(TitleLine(day, ITALIC, day_size, y + _DETAIL_PITCH))
    seats_text = f"Số người được bầu: {count_text(ballot.seats)}{words}"
    lines.append(TitleLine(seats_text, SERIF, paper.detail_size, y + 2 * _DETAIL_PITCH))

    widest = max(width_mm(line.text, line.face, line.size) for line in lines)
    if widest > room or lines[-1].baseline > paper.table_top - _ABOVE_TABLE:
        return None
    centre = (paper.title_left + paper.right) / 2
    return TitleBlock(tuple(lines), centre, y, 30.0 if paper.national_title else 14.0)


def draw_titles(pen: Pen, paper: BallotPaper, block: TitleBlock) -> None:
    """Draw the block, and the national title above it where the paper has room for one."""
    if paper.national_title:
        baseline, size = paper.national_title
        draw_national_title(pen, block.centre, baseline, size)
    for line in block.lines:
        pen.centred(block.centre, line.baseline, line.text, line.face, line.size)
    half = block.rule_width / 2
    pen.line(block.centre - half, block.rule, block.centre + half, block.rule)


def _fitted(text: str, size: float, room: float) -> list[str]:
    return balanced(text, room, lambda part: width_mm(part, BOLD, size))
