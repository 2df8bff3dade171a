"""Date cells that show less than a day.

Who types "10/1960" gets a cell of 1 October 1960 shown as "Oct-60": the day is the spreadsheet's invention.

Source: ECMA-376 part 1, section 18.8.30 (number formats).
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

_NOT_SIGNS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.|;.*')


def shown(day: dt.date, number_format: str) -> dt.date | str:
    """Return a date as its cell shows it: itself, or only month and year, or only the year."""
    if day.day != 1 or not is_short(number_format):
        return day
    return f"{day.month:02}/{day.year}" if "m" in _signs(number_format) else str(day.year)


@lru_cache(maxsize=1024)
def is_short(number_format: str) -> bool:
    """Tell whether a format of numbers shows a date's year, and not its day."""
    signs = _signs(number_format)
    return "y" in signs and "d" not in signs


def _signs(number_format: str) -> str:
    return _NOT_SIGNS.sub("", number_format).lower()
