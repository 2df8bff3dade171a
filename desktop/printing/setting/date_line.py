"""The line of place and date of a state paper, with dots for a pen where the day is not known yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from desktop.printing.setting.faces import ITALIC
from desktop.printing.setting.pen import width_mm
from desktop.printing.setting.placed import Placed
from desktop.printing.setting.wording import day_figures, month_figures

DATE_SIZE = 13.0
_GAP = 1.0
_NUMBER = 8.0
_YEAR = 11.0
_PLACE = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """Where and when a paper is dated; every part of the date that is None becomes a dotted blank.

    Args:
        place: name of the commune without its kind word.
        day: of the month.
        month: 1 to 12.
        year: four figures.

    Source: Decree 30/2020/NĐ-CP, annex I.
    """

    place: str | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None

    @classmethod
    def on(cls, place: str | None, date: dt.date) -> DateLine:
        """Give the line of a known date."""
        return cls(place=place, day=date.day, month=date.month, year=date.year)

    def parts(self) -> list[str | float]:
        """Give texts and the widths of blanks in mm, in reading order."""
        year = _YEAR if self.year is None else str(self.year)
        day = _NUMBER if self.day is None else day_figures(self.day)
        month = _NUMBER if self.month is None else month_figures(self.month)
        joined: list[str | float] = []
        place: tuple[str | float, ...] = (_PLACE, ", ngày")
        for part in (
            *(place if self.place is None else (f"{self.place}, ngày",)),
            day,
            "tháng",
            month,
            "năm",
            year,
        ):
            if isinstance(part, str) and joined and isinstance(joined[-1], str):
                joined[-1] += f" {part}"
            else:
                joined.append(part)
        return joined


def placed_date(dated: DateLine, centre: float, size: float = DATE_SIZE) -> list[Placed]:
    """Place the line in italics of a size in pt with its middle at ``centre``, mm.

    Raises:
        PaperRefused: ``paper.letter``.
    """
    parts = dated.parts()
    widths = [width_mm(part, ITALIC, size) if isinstance(part, str) else part for part in parts]
    gaps = [0.0 if isinstance(part, str) and part.startswith(",") else _GAP for part in parts[1:]]
    x = centre - (sum(widths) + sum(gaps)) / 2
    placed = []
    for part, width, gap in zip(parts, widths, [*gaps, 0.0], strict=True):
        placed.append(Placed(part if isinstance(part, str) else None, x, x + width))
        x += width + gap
    return placed
