"""The line of days over the table of a wall sheet, drawn to scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.printing.hamlet_head.before.wall_sheet_facts import Milestone, WallSheet
from desktop.printing.setting.faces import BOLD, SERIF
from desktop.printing.setting.pen import Pen, width_mm

_INSET = 8.1
_WEIGHT = 1.2
_TICK = 0.9
_WEEK_TICK = 2.2
_TICK_WEIGHT = 0.4
_POINT = 1.25
_DAY_POINT = 1.9
_DATE_SIZE = 12.0
_LABEL_SIZE = 11.0
_ABOVE = 4.4
_BELOW = 5.5
_LEVEL = 4.6
_LEAST_GAP = 1.5
_DATE_BLANK = 12.0
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class _Point:
    milestone: Milestone
    offset: int


def draw_scale(pen: Pen, sheet: WallSheet, left: float, right: float, y: float) -> None:
    """Draw a point for each milestone, its date above and its label below; lengths in mm.

    A day has the same length everywhere. Words that would touch stand on a second level.

    Args:
        pen: over the sheet.
        sheet: whose milestones are drawn; one whose day is not known stands where the law counts it.
        left: end of the table, and ``right``.
        right: end of the table.
        y: of the line.
    """
    points = _points(sheet)
    if not points:
        return
    first, last = points[0].offset - 1, points[-1].offset + 1
    start, end = left + _INSET, right - _INSET
    per_day = (end - start) / (last - first)

    def place(offset: int) -> float:
        return start + (offset - first) * per_day

    pen.line(start, y, end, y, _WEIGHT)
    for offset in range(first, last + 1):
        tick = _WEEK_TICK if _is_week_tick(sheet.election_day, offset) else _TICK
        pen.line(place(offset), y - tick, place(offset), y, _TICK_WEIGHT)
    for point in points:
        pen.disc(place(point.offset), y, _POINT if point.offset else _DAY_POINT)
    middles = [place(point.offset) for point in points]
    _draw_dates(pen, points, middles, y - _ABOVE)
    _draw_labels(pen, points, middles, y + _BELOW)


def _points(sheet: WallSheet) -> list[_Point]:
    points = [
        _Point(each, offset) for each in sheet.milestones if (offset := _offset(sheet, each)) is not None
    ]
    return sorted(points, key=lambda point: point.offset)


def _offset(sheet: WallSheet, milestone: Milestone) -> int | None:
    if milestone.day is None or sheet.election_day is None:
        return milestone.offset
    return (milestone.day - sheet.election_day).days


def _is_week_tick(election_day: dt.date | None, offset: int) -> bool:
    if election_day is None:
        return offset % 7 == 0
    return (election_day + dt.timedelta(days=offset)).weekday() == _SUNDAY


def _draw_dates(pen: Pen, points: Sequence[_Point], middles: Sequence[float], y: float) -> None:
    texts = [f"{point.milestone.day:%d/%m}" if point.milestone.day else "" for point in points]
    widths = [width_mm(text, BOLD, _DATE_SIZE) if text else _DATE_BLANK for text in texts]
    for text, middle, width, level in zip(texts, middles, widths, _levels(middles, widths), strict=True):
        baseline = y - level * _LEVEL
        if text:
            pen.centred(middle, baseline, text, BOLD, _DATE_SIZE)
        else:
            pen.dots(middle - width / 2, middle + width / 2, baseline + 0.4)


def _draw_labels(pen: Pen, points: Sequence[_Point], middles: Sequence[float], y: float) -> None:
    labels = [(point.milestone.label, SERIF if point.offset else BOLD) for point in points]
    widths = [width_mm(text, face, _LABEL_SIZE) for text, face in labels]
    for (text, face), middle, level in zip(labels, middles, _levels(middles, widths), strict=True):
        pen.centred(middle, y + level * _LEVEL, text, face, _LABEL_SIZE)


def _levels(middles: Sequence[float], widths: Sequence[float]) -> list[int]:
    """Give each word 0 or 1: beside the line, or a line further off where it would touch the one before."""
    levels: list[int] = []
    ends = [float("-inf"), float("-inf")]
    for middle, width in zip(middles, widths, strict=True):
        level = 0 if middle - width / 2 >= ends[0] + _LEAST_GAP else 1
        ends[level] = middle + width / 2
        levels.append(level)
    return levels
