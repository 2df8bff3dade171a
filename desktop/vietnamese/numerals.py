"""Whole numbers as minutes and forms write them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Literal, TypeAlias

# What is said where there are no tens but units: 105 is "một trăm linh năm" or "một trăm lẻ năm".
NoTens: TypeAlias = Literal["linh", "lẻ"]
NO_TENS: tuple[NoTens, ...] = ("linh", "lẻ")

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu", "tỷ")
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+", re.ASCII)
_LIMIT = 1000 ** len(_SCALES)


def in_words(number: int, *, for_no_tens: NoTens = "linh") -> str:
    """Return a whole number in words, small letters: 87 "tám mươi bảy", 105 "một trăm linh năm".

    Args:
        number: 0 or more.
        for_no_tens: what is said where there are no tens but units; "lẻ" in the South.

    Raises:
        ValueError: negative, or a thousand billion and more.
    """
    if not 0 <= number < _LIMIT:
        raise ValueError("number out of range")
    if number == 0:
        return _DIGITS[0]
    words: list[str] = []
    for power in reversed(range(len(_SCALES))):
        group = number // 1000**power % 1000
        if group:
            words += _group(group, full=bool(words), for_no_tens=for_no_tens)
            words += [_SCALES[power]] if power else []
    return " ".join(words)


def ordinal(number: int) -> str:
    """Return which of several it is, as papers of the Party write it: 1 "nhất", 11 "XI"."""
    if number == 1:
        return "nhất"
    said = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        said += letter * count
    return said


def whole_number(typed: str, most_digits: int) -> int | None:
    """Read a whole number from 0 up, with or without dots between thousands; None for what is none.

    A dot elsewhere is no number: 1.5 is neither 1 nor 15.
    """
    tidy = "".join(typed.split())
    digits = tidy.replace(".", "")
    return int(digits) if _GROUPED.fullmatch(tidy) and len(digits) <= most_digits else None


def grouped(number: int) -> str:
    """Return a whole number with a dot between thousands: 38642 → "38.642"."""
    return f"{number:,}".replace(",", ".")


def two_digits(number: int) -> str:
    """Return a count with a zero before a single digit, so that none can be written in front: 2 → "02".

    Source: practice of official papers; larger numbers as ``grouped``.
    """
    return f"0{number}" if 0 <= number <= 9 else grouped(number)


def level(share: Fraction, *, at_least: bool) -> str:
    """Say a threshold before the words of its base: ``quá nửa``, ``quá 1/4``, ``ít nhất 2/3``."""
    if at_least:
        return f"ít nhất {share.numerator}/{share.denominator}"
    half = share == Fraction(1, 2)
    return "quá nửa" if half else f"quá {share.numerator}/{share.denominator}"


def _group(number: int, *, full: bool, for_no_tens: str) -> list[str]:
    """Words of one group of three digits; ``full`` says the hundreds even when there are none."""
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    words = [_DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        if units:
            words += [*([for_no_tens] if words else []), _DIGITS[units]]
        return words
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if units == 1 and tens > 1:
        words.append("mốt")
    elif units == 4 and tens > 1:
        words.append("tư")
    elif units == 5:
        words.append("lăm")
    elif units:
        words.append(_DIGITS[units])
    return words
