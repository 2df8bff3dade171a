"""Fields for a day and for a time of day, read the ways people write them."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.fields.field import TypedField, width_of

_DAY = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})|(\d{2})(\d{2})(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:hHgG. ](\d{2})?)?|(\d{2})(\d{2})")


def read_day(typed: str) -> date | None:
    """Read a day as people write it; None where it isn't written as one.

    Raises:
        ValueError: the calendar has no such day.
    """
    found = _DAY.fullmatch(typed.strip())
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups() if part is not None)
    return date(year, month, day)


class DateField(TypedField):
    """A day, dd/mm/yyyy; also read from 5.6.2022 and 05062022."""

    taken_whole = True

    def __init__(
        self, words: str, parent: QWidget | None = None, *, explain: str = "", hint: str = ""
    ) -> None:
        super().__init__(words, parent, explain=explain, hint=hint)
        self.line.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.line.setMaximumWidth(style.size("date_field"))
        self.line.setMinimumWidth(min(width_of(self.line.placeholderText()), style.size("date_field")))
        self._row.addStretch(0)

    def _read(self, typed: str) -> tuple[Any, str | None]:
        if not typed.strip():
            return None, None
        try:
            day = read_day(typed)
        except ValueError:
            return None, self.tr("Lịch không có ngày này. Hãy xem lại ngày và tháng.")
        if day is None:
            return None, self.tr("Chưa đọc được ngày này. Hãy gõ ngày/tháng/năm, ví dụ 05/06/2022.")
        return day, None

    def _written(self, value: Any) -> str:
        return "" if value is None else f"{value:%d/%m/}{value.year:04d}"


class TimeField(TypedField):
    """A time of day, 17:00; also read from 17h30, 1730 and 7."""

    taken_whole = True

    def __init__(
        self, words: str, parent: QWidget | None = None, *, explain: str = "", hint: str = ""
    ) -> None:
        super().__init__(words, parent, explain=explain, hint=hint)
        self.line.setPlaceholderText(self.tr("giờ:phút"))
        self.line.setMaximumWidth(style.size("number_field"))
        self._row.addStretch(0)

    def _read(self, typed: str) -> tuple[Any, str | None]:
        typed = typed.strip()
        if not typed:
            return None, None
        found = _TIME.fullmatch(typed)
        if found is None:
            return None, self.tr("Chưa đọc được giờ này. Hãy gõ giờ:phút, ví dụ 17:00.")
        hour, minute = found[1] or found[3], found[2] or found[4] or "0"
        try:
            return time(int(hour), int(minute)), None
        except ValueError:
            return None, self.tr("Giờ từ 0 đến 23, phút từ 0 đến 59. Hãy gõ lại.")

    def _written(self, value: Any) -> str:
        return "" if value is None else f"{value:%H:%M}"
