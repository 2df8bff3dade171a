"""The Vietnamese alphabet's order, for lists and ballots.

The alphabet decides first (a ă â b c d đ e ê …), the tone only between equal letters: ngang, huyền, hỏi,
ngã, sắc, nặng. Texts are compared syllable by syllable, as dictionaries do, and a run of digits by its
number, so that "Xóm 2" stands before "Xóm 10".

Source: Unicode CLDR, collation vi; order of syllables by dictionary practice.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

from desktop.vietnamese.names import split_name
from desktop.vietnamese.text import tidy

Key: TypeAlias = tuple[tuple[object, ...], ...]

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_LETTER_MARKS = "\u0306\u0302\u031b"
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SIGN, _NUMBER, _LETTER, _FOREIGN = range(4)


# Surnames and middle names are few, and come again in every list.
@lru_cache(maxsize=8192)
def sort_key(text: str) -> Key:
    """Return a key that sorts texts in Vietnamese order; all else equal, small letters before capitals.

    Keys are tuples and compare with each other only.
    """
    syllables = tidy(text).split(" ")
    capitals = tuple(letter.isupper() for letter in tidy(text))
    return (*(_syllable_key(syllable.lower()) for syllable in syllables if syllable), ((), capitals))


def name_sort_key(full_name: str) -> tuple[Key, Key, Key]:
    """Return a key that sorts people by given name, then surname, then middle name.

    Source: order of candidates on a ballot, specification of rules, section 5.
    """
    parts = split_name(full_name)
    return (sort_key(parts.given), sort_key(parts.surname), sort_key(parts.middle))


@lru_cache(maxsize=8192)
def _syllable_key(syllable: str) -> tuple[object, ...]:
    primary: list[tuple[int, int]] = []
    tones: list[int] = []
    for part in re.findall(r"[0-9]+|[^0-9]+", syllable):
        if part[0] in "0123456789":
            # The longer number is the greater; no int() of a digit run of any length.
            digits = part.lstrip("0")
            primary.append((_NUMBER, len(digits)))
            primary += [(_NUMBER, ord(digit)) for digit in digits]
            continue
        for base, marks in _letters(part):
            primary.append(_rank(base))
            tones.append(max((_TONE_RANK.get(mark, 0) for mark in marks), default=0))
    return (tuple(primary), tuple(tones))


def _letters(text: str) -> list[tuple[str, str]]:
    """Split into letters of the alphabet (ă and ơ are such) and the marks that are left: the tones."""
    letters: list[tuple[str, str]] = []
    for code_point in unicodedata.normalize("NFD", text):
        if not unicodedata.combining(code_point) or not letters:
            letters.append((code_point, ""))
            continue
        base, marks = letters[-1]
        if code_point in _LETTER_MARKS:
            letters[-1] = (unicodedata.normalize("NFC", base + code_point), marks)
        else:
            letters[-1] = (base, marks + code_point)
    return letters


def _rank(base: str) -> tuple[int, int]:
    if base in _LETTER_RANK:
        return (_LETTER, _LETTER_RANK[base])
    if base.isalpha():
        return (_FOREIGN, ord(base[0]))
    return (_SIGN, ord(base[0]))
