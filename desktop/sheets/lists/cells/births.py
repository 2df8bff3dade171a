"""Dates of birth in every form that lists hold, without ever inventing a day.

Source: ECMA-376 part 1, section 18.17.4 (serial numbers of days, 1900 and 1904); legal partial birth dates,
specification of rules, section 7.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.vietnamese.partial_date import PartialDate
from desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Value

FIRST_YEAR = 1900
LAST_YEAR = 2100
_MONTHS = 12

# Below it a number is rather a mistyped year than the serial number of a day before 1927.
_FIRST_SERIAL = 10_000
_LAST_SERIAL = 99_999

# Registers write an unknown day or month as 00, dots, dashes, question marks or x.
_PART = r"(?:[0-9]{1,2}|[.]{1,3}|-{1,3}|_{1,3}|[?]{1,2}|x{1,2})"
_PLAIN = re.compile(r"(?:(?:(?P<day>[0-9]{1,2})/)?(?P<month>[0-9]{1,2})/)?(?P<year>[0-9]{4})")
_OTHERS = (
    re.compile(
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})"
        r"(?:[-/.](?P<day>[0-9]{1,2}))?"
    ),
    re.compile(
        r"(?:sinh )?(?:(?:ngay )?(?:(?P<day>[0-9]{1,2}),? )?thang (?P<month>[0-9]{1,2}),? )?"
        r"(?:nam |sn )?(?P<year>[0-9]{4})"
    ),
    re.compile(
        rf"(?:sinh )?(?:ngay )?(?:(?P<day>{_PART})\s*[/.\- ]\s*)?(?P<month>{_PART})\s*[/.\- ]\s*"
        r"(?P<year>[0-9]{4}|[0-9]{2})"
    ),
)
# Of these the day stands first, if their column says nothing else.
_IN_FIGURES = (_PLAIN, _OTHERS[-1])
_SERIAL = re.compile(r"[0-9]{5}")
# What a database writes behind a date that has no hour.
_MIDNIGHT = re.compile(
    r"(?:(?:t|,? )0?0:00(?::00(?:\.0+)?)?(?: ?(?:am|sa))?(?:z| ?\+0[07]:?00)?|,? 12:00(?::00)? ?(?:am|sa))$"
)


class Order(StrEnum):
    """What stands first in a date: the day, the month, or nobody knows which."""

    DAY = "day"
    MONTH = "month"
    UNKNOWN = "unknown"

    # An order is part of what a birth is remembered by, and an enumeration's own way takes its time.
    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth.

    Attributes:
        date: as the cell writes it.
        note: what has to be told of it: ``date`` for one in another form than usual, ``swapped`` for one
            whose day and month had to be put right, ``year`` for a year typed into a cell of dates.
        iso: it as ``YYYY[-MM[-DD]]``.
    """

    date: PartialDate
    note: str | None = None
    iso: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "iso", self.date.iso())


# Many lists state the year alone, which few people don't share.
@lru_cache(maxsize=8192, typed=True)
def read_birth(value: Value, date1904: bool, likely_year: int | None, order: Order = Order.DAY) -> Birth:
    """Read a date of birth.

    Args:
        value: a cell's value, not empty.
        date1904: days count from 1904.
        likely_year: the year that the identity number states, which alone makes a year of two digits certain.
        order: whether the day stands first in the cell's column.

    Raises:
        ValueError: no such date, one outside 1900 to 2100, or one that can be read in two ways.
    """
    birth = _read(value, date1904, likely_year, order)
    if not FIRST_YEAR <= birth.date.year <= LAST_YEAR:
        raise ValueError("a year outside 1900 to 2100")
    return birth


def year_typed(day: dt.date, *, date1904: bool) -> int | None:
    """Return the year that somebody typed into a cell of dates: 1960 there is a day of 1905."""
    number = (day - _first_day(date1904)).days
    return number if FIRST_YEAR <= number <= LAST_YEAR else None


def _read(value: Value, date1904: bool, likely_year: int | None, order: Order) -> Birth:
    if isinstance(value, dt.date):
        year = year_typed(value, date1904=date1904)
        if year is not None and value.year != likely_year:
            return Birth(PartialDate(year), "year")
        day, month, note = _in_order(value.day, value.month, order)
        return Birth(PartialDate(value.year, month, day), note)
    if isinstance(value, str):
        birth = _from_text(fold(value), date1904, likely_year, order)
        if birth.date.day is not None and birth.date.year != likely_year:
            _refuse_year_typed(birth.date.earliest(), date1904)
        return birth
    if value is None or isinstance(value, bool):
        raise ValueError("no date")
    return _from_number(value, date1904)


def _refuse_year_typed(day: dt.date, date1904: bool) -> None:
    if year_typed(day, date1904=date1904) is not None:
        raise ValueError("rather a year that became a day")


def _from_text(text: str, date1904: bool, likely_year: int | None, order: Order) -> Birth:
    if _SERIAL.fullmatch(text):
        return _from_number(int(text), date1904)
    midnight = _MIDNIGHT.search(text)
    for form in (_PLAIN, *_OTHERS):
        match = form.fullmatch(text if midnight is None else text[: midnight.start()])
        if match is None:
            continue
        day, month, year = match.group("day", "month", "year")
        known_day, known_month, note = _known(day), _known(month), None
        if form in _IN_FIGURES and known_day is not None and known_month is not None:
            known_day, known_month, note = _in_order(known_day, known_month, order)
        date = PartialDate(_full_year(year, likely_year), known_month, known_day)
        known = (date.month is None) == (month is None) and (date.day is None) == (day is None)
        plain = form is _PLAIN and known and midnight is None
        return Birth(date, note or (None if plain else "date"))
    raise ValueError("no date")


def _in_order(first: int, second: int, order: Order) -> tuple[int, int, str | None]:
    """Return day and month of a date that is written so, and what has to be told of it."""
    if order is Order.DAY or first == second or (order is Order.UNKNOWN and max(first, second) > _MONTHS):
        return first, second, None
    if order is Order.UNKNOWN:
        raise ValueError("day and month can be read in two ways")
    return second, first, "swapped"


def _from_number(number: float, date1904: bool) -> Birth:
    """Read a year, or the serial number of a day, its time left out."""
    if FIRST_YEAR <= number <= LAST_YEAR and number == int(number):
        return Birth(PartialDate(int(number)))
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        raise ValueError("neither a year nor a day")
    day = _first_day(date1904) + dt.timedelta(days=int(number))
    return Birth(PartialDate(day.year, day.month, day.day), "date")


def _first_day(date1904: bool) -> dt.date:
    # 1900 counts a 29 February that the calendar lacks, so from March on the count begins a day earlier.
    return dt.date(1904, 1, 1) if date1904 else dt.date(1899, 12, 30)


def _full_year(digits: str, likely_year: int | None) -> int:
    if len(digits) == 4:
        return int(digits)
    if likely_year is not None and likely_year % 100 == int(digits):
        return likely_year
    raise ValueError("a year of two digits")


def _known(part: str | None) -> int | None:
    return int(part) or None if part is not None and part.isdecimal() else None
