"""Dates of birth in every form that lists hold, without ever inventing a day.

Source: ECMA-376 part 1, section 18.17.4 (serial numbers of days, 1900 and 1904); legal partial birth dates,
specification of rules, section 7.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.vietnamese.partial_date import PartialDate
from desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Value

FIRST_YEAR = 1900
LAST_YEAR = 2100

# Below it a number is rather a mistyped year than the serial number of a day before 1927.
_FIRST_SERIAL = 10_000
_LAST_SERIAL = 99_999

# Registers write an unknown day or month as 00, dots, dashes, question marks or x.
_PART = r"(?:[0-9]{1,2}|[.]{1,3}|-{1,3}|_{1,3}|[?]{1,2}|x{1,2})"
_PLAIN = re.compile(r"(?:(?:(?P<day>[0-9]{1,2})/)?(?P<month>[0-9]{1,2})/)?(?P<year>[0-9]{4})")
_OTHERS = (
    re.compile(
        r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})"
        r"(?:[-/.](?P<day>[0-9]{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?)?)?"
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
_SERIAL = re.compile(r"[0-9]{5}")


@dataclass(frozen=True, slots=True)
class Birth:
    """A date of birth, whether the cell wrote it plainly, and as ``YYYY[-MM[-DD]]``."""

    date: PartialDate
    plain: bool
    iso: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "iso", self.date.iso())


# Many lists state the year alone, which few people don't share.
@lru_cache(maxsize=8192, typed=True)
def read_birth(value: Value, *, date1904: bool, likely_year: int | None) -> Birth:
    """Read a date of birth; of d/m and m/d the day stands first.

    Args:
        value: a cell's value, not empty.
        date1904: days count from 1904.
        likely_year: the year that the identity number states, which alone makes a year of two digits certain.

    Raises:
        ValueError: no such date, one outside 1900 to 2100, or one that can be read in two ways.
    """
    birth = _read(value, date1904, likely_year)
    if not FIRST_YEAR <= birth.date.year <= LAST_YEAR:
        raise ValueError("a year outside 1900 to 2100")
    return birth


def _read(value: Value, date1904: bool, likely_year: int | None) -> Birth:
    if isinstance(value, dt.date):
        return Birth(PartialDate(value.year, value.month, value.day), plain=True)
    if isinstance(value, str):
        return _from_text(fold(value), date1904, likely_year)
    if value is None or isinstance(value, bool):
        raise ValueError("no date")
    return _from_number(value, date1904)


def _from_text(text: str, date1904: bool, likely_year: int | None) -> Birth:
    if _SERIAL.fullmatch(text):
        return _from_number(int(text), date1904)
    for form in (_PLAIN, *_OTHERS):
        match = form.fullmatch(text)
        if match is not None:
            day, month, year = match.group("day", "month", "year")
            date = PartialDate(_full_year(year, likely_year), _known(month), _known(day))
            known = (date.month is None) == (month is None) and (date.day is None) == (day is None)
            return Birth(date, plain=form is _PLAIN and known)
    raise ValueError("no date")


def _from_number(number: float, date1904: bool) -> Birth:
    """Read a year, or the serial number of a day, its time left out."""
    if FIRST_YEAR <= number <= LAST_YEAR and number == int(number):
        return Birth(PartialDate(int(number)), plain=True)
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        raise ValueError("neither a year nor a day")
    # 1900 counts a 29 February that the calendar lacks, so from March on the count begins a day earlier.
    first = dt.date(1904, 1, 1) if date1904 else dt.date(1899, 12, 30)
    day = first + dt.timedelta(days=int(number))
    return Birth(PartialDate(day.year, day.month, day.day), plain=False)


def _full_year(digits: str, likely_year: int | None) -> int:
    if len(digits) == 4:
        return int(digits)
    if likely_year is not None and likely_year % 100 == int(digits):
        return likely_year
    raise ValueError("a year of two digits")


def _known(part: str | None) -> int | None:
    return int(part) or None if part is not None and part.isdecimal() else None
