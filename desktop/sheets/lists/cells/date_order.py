"""Whether the dates of a column have day and month in their places, looked at as a whole.

Who types 05/03/1950 on a computer set to the United States gets 3 May where 5 March was meant, while
13/05/1951 stays text: so a column of date cells with days up to 12 alone, beside texts beyond, is swapped.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.sheets.lists.cells.births import Order, year_typed
from desktop.sheets.lists.headings.columns import DATES, FEMALE, MALE

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Value
    from desktop.sheets.lists.lines.line import Line

_FULL = re.compile(r"\s*(?:ngày )?([0-9]{1,2})\s*[/.\-]\s*([0-9]{1,2})\s*[/.\-]\s*[0-9]{2,4}\b")
_MONTHS = 12
# Fewer may be so by chance.
_FEWEST, _FEWEST_TOGETHER, _MANY = 3, 6, 6
_MOSTLY = 10
_KEYS = DATES | {MALE, FEMALE}


@dataclass(frozen=True, slots=True)
class DateOrder:
    """The order in a column's date cells, and in its texts."""

    cells: Order = Order.DAY
    texts: Order = Order.DAY


DAY_FIRST = DateOrder()


def date_orders(lines: Iterable[Line], *, date1904: bool) -> Mapping[str, DateOrder]:
    """Return the order of the dates in each column of dates, by key; those that go without saying left out.

    Args:
        lines: the rows of a list.
        date1904: days count from 1904.
    """
    columns: defaultdict[str, _Column] = defaultdict(_Column)
    for key, values in _dates(lines).items():
        for value, times in values.items():
            if isinstance(value, str):
                if (match := _FULL.match(value)) is not None:
                    columns[key].texts[match[1], match[2]] += times
            elif isinstance(value, dt.date) and year_typed(value, date1904=date1904) is None:
                columns[key].cells += [value.day] * times
    found = {
        key: DateOrder(column.order_of_cells(), column.order_of_texts()) for key, column in columns.items()
    }
    return {key: order for key, order in found.items() if order != DAY_FIRST}


def _dates(lines: Iterable[Line]) -> Mapping[str, Counter[Value]]:
    """Return the values of each column of dates, by key, and how often each stands there."""
    found: defaultdict[str, Counter[Value]] = defaultdict(Counter)
    for _, alike in groupby(lines, key=lambda line: id(line.header)):
        under = list(alike)
        for key in _KEYS & under[0].header.columns.keys():
            column = under[0].header.columns[key]
            found[key].update([line.value(column) for line in under])
    return found


class _Column:
    """The days of a column's date cells; the first two numbers of its texts, and how often they stand."""

    def __init__(self) -> None:
        self.cells: list[int] = []
        self.texts: Counter[tuple[str, str]] = Counter()

    def order_of_texts(self) -> Order:
        day_first, month_first = self._certain()
        if month_first * _MOSTLY <= day_first:
            return Order.DAY
        if day_first * _MOSTLY <= month_first and month_first >= _FEWEST:
            return Order.MONTH
        return Order.UNKNOWN

    def order_of_cells(self) -> Order:
        day_first, month_first = self._certain()
        certain = max(day_first, month_first)
        if not self.cells or not certain or max(self.cells) > _MONTHS:
            return Order.DAY
        if certain < self.texts.total():
            # Texts that might have become date cells did not.
            return Order.UNKNOWN if len(self.cells) >= _MANY else Order.DAY
        enough = min(len(self.cells), certain) >= _FEWEST and len(self.cells) + certain >= _FEWEST_TOGETHER
        return Order.MONTH if enough else Order.UNKNOWN

    def _certain(self) -> tuple[int, int]:
        """Count the texts that can only be read with the day first, and with the month first."""
        day_first = month_first = 0
        for (one, other), times in self.texts.items():
            first, second = int(one), int(other)
            day_first += times * (first > _MONTHS >= second)
            month_first += times * (second > _MONTHS >= first)
        return day_first, month_first
