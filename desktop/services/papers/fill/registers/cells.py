"""What cells of registers say: days as far as they are known, and several facts in one."""

from __future__ import annotations

from datetime import date

from desktop.printing.setting.wording import short_day_text
from desktop.vietnamese.partial_date import PartialDate


def partial_cell(day: PartialDate | None) -> str:
    """Return a day as far as it is known; empty where it isn't."""
    if day is None:
        return ""
    return short_day_text(day.earliest()) if day.day is not None else day.text()


def day_cell(day: date | None) -> str:
    """Return a day; empty where there is none."""
    return short_day_text(day) if day is not None else ""


def joined(*parts: str | None, between: str = ", ") -> str:
    """Return what is known of several facts."""
    return between.join(part for part in parts if part)
