"""How papers write counts, dates and names, and which words are never parted at the end of a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, time

from desktop.vietnamese.numerals import two_digits

NO_BREAK = "\u00a0"

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def count_text(number: int) -> str:
    """Write a count with a zero before a single digit: ``02``; nothing at all stays ``0``."""
    return two_digits(number) if number else "0"


def tied(text: str) -> str:
    """Join the words of a name, a term or a number with its unit so that no line parts them."""
    return text.replace(" ", NO_BREAK)


def counted(number: int, unit: str) -> str:
    """Write a count tied to the first word of its unit: ``81 phiếu``."""
    return f"{count_text(number)}{NO_BREAK}{unit}"


def listed(items: Sequence[str]) -> list[str]:
    """Close each item of a list with a semicolon, the last with a full stop."""
    return [f"{item}{'.' if number == len(items) else ';'}" for number, item in enumerate(items, 1)]


def day_text(day: date) -> str:
    """Write a date in words: ``ngày 08 tháng 12 năm 2024``; only number and noun are tied.

    Source: Decree 30/2020/NĐ-CP, annex I: days below 10 and the months 1 and 2 take a zero.
    """
    return f"ngày{NO_BREAK}{day_figures(day.day)} tháng {month_figures(day.month)} năm {day.year}"


def short_day_text(day: date) -> str:
    """Write a date in figures: ``08/12/2024``, ``05/6/2022``."""
    return f"{day_figures(day.day)}/{month_figures(day.month)}/{day.year}"


def day_figures(day: int) -> str:
    """Write a day of the month: ``08``."""
    return f"{day:02d}"


def month_figures(month: int) -> str:
    """Write a month: ``02``, ``6``."""
    return f"{month:02d}" if month < 3 else str(month)


def weekday_text(day: date) -> str:
    """Name the day of the week: ``Chủ nhật``."""
    return _WEEKDAYS[day.weekday()]


def hour_text(moment: time) -> str:
    """Write a time of day: ``09 giờ 40 phút``."""
    return f"{moment.hour:02d}{NO_BREAK}giờ {moment.minute:02d}{NO_BREAK}phút"


def balanced(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break a text into as few lines as fit the width, of lengths as equal as can be.

    Args:
        text: words separated by spaces.
        width: the widest line allowed, in the unit of ``measure``.
        measure: gives the width of a line.

    Returns:
        The lines; if a single word is wider than the width, each word, for the caller to see.
    """
    words = text.split(" ")
    if max(map(measure, words)) > width:
        return words
    for lines in range(1, len(words)):
        best = min(_partings(words, lines), key=lambda parted: max(map(measure, parted)))
        if max(map(measure, best)) <= width:
            return best
    return words


def _partings(words: list[str], lines: int) -> list[list[str]]:
    if lines == 1:
        return [[" ".join(words)]]
    return [
        [" ".join(words[:cut]), *rest]
        for cut in range(1, len(words) - lines + 2)
        for rest in _partings(words[cut:], lines - 1)
    ]
