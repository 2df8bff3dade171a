"""Birth dates as the civil register has them: a year, a year and month, or a full date."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or day and month, may be unknown; an unknown part is never invented.

    Ordered by the earliest day that it can mean; of two with the same, the less precise comes first.

    Raises:
        ValueError: no such date, or a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day without a month")
        self.earliest()

    def __lt__(self, other: PartialDate) -> bool:
        return self._order() < other._order()

    def __le__(self, other: PartialDate) -> bool:
        return self._order() <= other._order()

    def __gt__(self, other: PartialDate) -> bool:
        return self._order() > other._order()

    def __ge__(self, other: PartialDate) -> bool:
        return self._order() >= other._order()

    def earliest(self) -> dt.date:
        """Return the day from which the date counts: 1 January of a year, the first of a month.

        Source: legal partial birth dates, specification of rules, section 7.
        """
        return dt.date(
            self.year,
            1 if self.month is None else self.month,
            1 if self.day is None else self.day,
        )

    def latest(self) -> dt.date:
        """Return the last day that the date can mean."""
        month = 12 if self.month is None else self.month
        last = calendar.monthrange(self.year, month)[1]
        return dt.date(self.year, month, last if self.day is None else self.day)

    def iso(self) -> str:
        """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def text(self) -> str:
        """Return the date as people write it: ``yyyy``, ``mm/yyyy`` or ``dd/mm/yyyy``."""
        return "/".join(reversed(self.iso().split("-")))

    def _order(self) -> tuple[dt.date, int]:
        return (self.earliest(), (self.month is not None) + (self.day is not None))


def parse_iso(text: str) -> PartialDate:
    """Read ``YYYY[-MM[-DD]]``.

    Raises:
        ValueError: another form, or no such date.
    """
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError("not YYYY[-MM[-DD]]")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    return PartialDate(year or 0, month, day)


def parse_typed(text: str) -> PartialDate:
    """Read a date as people type it: ``yyyy``, ``mm/yyyy`` or ``dd/mm/yyyy``, with ``/``, ``.`` or ``-``.

    Raises:
        ValueError: another form, or no such date.
    """
    parts = text.replace(".", "/").replace("-", "/").split("/")
    return parse_iso("-".join(f"{int(part):02d}" for part in reversed(parts)))


def age_on(birth: PartialDate, day: dt.date) -> int:
    """Return full years of age on a day, counted from the earliest day of the birth; negative before it.

    Someone born on 29 February comes of age on 1 March of a common year.
    """
    return _age(birth.earliest(), day)


def age_by(birth: PartialDate, day: dt.date) -> int:
    """Return the full years of age that somebody has reached on a day whatever the unknown parts are."""
    return _age(birth.latest(), day)


def _age(born: dt.date, day: dt.date) -> int:
    if (born.month, born.day) == (2, 29) and not calendar.isleap(day.year):
        reached = (day.month, day.day) >= (3, 1)
    else:
        reached = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if reached else 1)
