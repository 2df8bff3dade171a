"""Identity numbers: the 12 digits of today's card and the 9 of the old one.

Three digits for the province (or country) where the birth was registered, one for sex and century, two for
the year of birth, six at random; there is no check digit.

Source: Decree 137/2015/NĐ-CP, article 13; Circular 59/2021/TT-BCA, article 4 and its annex.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from desktop.vietnamese.sexes import SexWord, sex_word

IdentityCode = Literal["padded", "old_identity"]

_DIGITS = re.compile("[0-9]+")
_LENGTH = 12
_NO_NUMBER = "0" * _LENGTH
_PADDED_LENGTHS = (10, 11)
_OLD_LENGTH = 9
_SHOWN = 3
_FIRST_COUNTRY = 101
# Provinces as numbered before the mergers of 2025; cards keep the number that they were issued with.
# fmt: off
_PROVINCES = frozenset({
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
    79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
})
# fmt: on


@dataclass(frozen=True, slots=True)
class Identity:
    """An identity number that can be kept, and what was done to it."""

    number: str
    code: IdentityCode | None = None


def is_whole(digits: str) -> bool:
    """Tell whether a text is the number of a card of today as it stands."""
    return len(digits) == _LENGTH and digits.isascii() and digits.isdecimal() and digits != _NO_NUMBER


def read_identity(digits: str) -> Identity:
    """Read an identity number: 12 digits stay, 10 or 11 get their zeros back, 9 are an old card.

    Raises:
        ValueError: anything else; no digit is quoted.

    Source: specification of rules, section 7.
    """
    if _DIGITS.fullmatch(digits) and digits.strip("0"):
        if len(digits) == _LENGTH:
            return Identity(digits)
        if len(digits) in _PADDED_LENGTHS:
            return Identity(digits.zfill(_LENGTH), "padded")
        if len(digits) == _OLD_LENGTH:
            return Identity(digits, "old_identity")
    raise ValueError("bad_identity")


def birth_year(number: str) -> int | None:
    """Return the year of birth that a 12-digit number states; None for an old card."""
    return _year(number[3:6]) if len(number) == _LENGTH else None


# Lists ask it of thousands, born within a hundred years.
@lru_cache(maxsize=1024)
def _year(digits: str) -> int:
    return 1900 + int(digits[0]) // 2 * 100 + int(digits[1:])


def sex(number: str) -> SexWord | None:
    """Return the sex that a 12-digit number states; None for an old card."""
    if len(number) != _LENGTH:
        return None
    return sex_word("female" if int(number[3]) % 2 else "male")


def disagreements(number: str, *, stated_sex: str | None, stated_year: int | None) -> tuple[str, ...]:
    """Return what in a 12-digit number disagrees with the person: ``province``, ``sex``, ``birth_year``.

    Warnings only: registers do hold such numbers. An old card tells nothing.
    """
    if len(number) != _LENGTH:
        return ()
    found = []
    place = int(number[:3])
    if place not in _PROVINCES and place < _FIRST_COUNTRY:
        found.append("province")
    if stated_sex is not None and stated_sex != sex(number):
        found.append("sex")
    if stated_year is not None and stated_year != birth_year(number):
        found.append("birth_year")
    return tuple(found)


def mask(number: str) -> str:
    """Return the number for a list: its last three digits, a dot for each of the others."""
    return "•" * (len(number) - _SHOWN) + number[-_SHOWN:] if len(number) > _SHOWN else "•" * len(number)
