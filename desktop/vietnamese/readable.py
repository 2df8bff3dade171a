"""Whether people can read a text as the names and words of Viet Nam, or whether its letters were spoilt.

A word is right where it is spelt as a Vietnamese syllable. Names of the highlands, of the Khmer and of the
Cham are spelt their own way (Kpă, Bkrông, Niê, Rươl): such a word is taken as long as it has letters of
these languages only and isn't, letter by letter, what an encoding of the years before Unicode shows of a
Vietnamese syllable ("Nguyeãn", "NguyÔn").

Source: alphabets of Vietnamese, Ê Đê, Gia Rai, Ba Na, Cơ Ho and Mnông as their schoolbooks print them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from desktop.vietnamese.legacy_encodings import ENCODINGS, from_windows, wholly
from desktop.vietnamese.syllables import is_syllable
from desktop.vietnamese.text import nfc

Spelling: TypeAlias = Literal["right", "foreign", "doubtful", "broken"]

# To Python ² and ½ are letters of words.
_WORD = re.compile(r"[^\W\d_²³¹¼½¾]+")
_TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
# Short vowels and consonants of the highlands are the last.
_MARKED = f"ăâđêôơư{_TONED}ĕĭŏŭčñƀ"
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz" + _MARKED)
# A capital among small letters, as TCVN3 shows "Tuấn" ("TuÊn"); not where the capitals key was reversed.
_CAPITAL_INSIDE = re.compile(r"(?![a-zđ][^\Wa-z]{2,}$)[A-Za-zÀ-ÿ]*[a-zà-ÿ][À-Þ][A-Za-zÀ-ÿ]*")
_TWO_TONES = re.compile(f"[{_TONED}]{{2}}")
# Two vowels that no language here writes beside each other, and VNI in every other word; the last: code page
# 1258 taken for 1252.
_LEGACY_PAIR = re.compile("[ae][âáàãêéèúùõ]|[ouy][âùõ]|[âêô][ìò]")
# What a slip of the pen or of the shift key makes as well: a tone on the other vowel, a second capital.
_SLIP = re.compile("[aeouyAEOUY][ùõÙÕ]|[A-ZÀ-Þ][À-Þ].*[a-zà-ÿ]")
# A woman's title before Khmer names, which looks like a word of VNI.
_KNOWN = frozenset({"neáng"})
# Signs that stand for letters: any glued to one but those of writing; quotation marks turned inwards.
_SIGN = r"[^\w\s\x00-\x7e‐-―‘-‟′″«»…°•\u0300-\u036f]|[¹¼½¾]"
_SIGN_IN_WORD = re.compile(rf"[^\W\d_](?:{_SIGN}|«)|(?:{_SIGN}|»)[^\W\d_]|[^\W\d_][²³“”„‚•…][^\W\d_]")
# Bytes of UTF-8 as Western letters, what is left of references, and a question mark in a letter's place.
_SPOILT = re.compile(
    "\ufffd|[^\\W\\d_]\\?[^\\W\\d_]|á[º»](?![\\s.,;:)]|$)|Ã[\x80-\x9f¡-¿]|[ÄĂ][\x80-\x9f‘ƒ‚]|Æ[°¡¯]"
    "|&#[xX]?[0-9a-fA-F]{2}"
)

# Signs of VIQR that no name has: a bracket that stays open, an apostrophe that ends a word, two full stops.
_VIQR_LEFT = re.compile(r"(?i)a\([^)]*$|(?:[uo]\+|[aeiouy](?:['`]|\..*[aeiouy]\.))(?:\s|$)")
_APOSTROPHE = re.compile("['’‘ʼ′-]")
# Not "Thi.", nor "I'ch", which VIQR has.
_PLAIN = re.compile(r"\(?[A-Za-z0-9.,:;/)\-]*(?<![aeiouyAEIOUY]\.)")
_TONE_INSIDE = re.compile(r"[aeiouyAEIOUY]'[A-Za-z]")
_NAME = re.compile(r"(?:[^\W_]|[\s'’‘ʼ′`\-‐‑–.,()/;:&\"“”+*])+")
_VOWEL = re.compile(f"[{''.join(sorted(_LETTERS - set('bcdfghjklmnpqrstvwxzđčñƀ')))}]")
_THRICE = re.compile(r"([^\W\d_])\1\1", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+")
_DIGITS_AT_END = re.compile(r"([^\W\d_]*)[0-9]+")
_BETWEEN_NAMES = re.compile(r"[^\w]+")


@lru_cache(maxsize=16384)
def spelling(word: str) -> Spelling:
    """Tell how a word of letters alone is spelt.

    ``right``: a plain Latin word or a Vietnamese syllable; ``foreign``: in letters of another language of
    the country; ``doubtful``: that too, yet in an encoding of the years before Unicode it is a syllable;
    ``broken``: in letters of no such language, or in an order that only such an encoding has.
    """
    if word.isascii():
        return "right"
    small = word.lower()
    if not _LETTERS.issuperset(small) or _CAPITAL_INSIDE.fullmatch(word) or _TWO_TONES.search(small):
        return "broken"
    right = is_syllable(word)
    if (right and not _SLIP.search(word)) or small in _KNOWN or not _is_legacy(word):
        return "right" if right else "foreign"
    return "broken" if not right and _LEGACY_PAIR.search(small) else "doubtful"


def _is_legacy(word: str) -> bool:
    return any(wholly(word, encoding) for encoding in ENCODINGS) or from_windows(word) is not None


def spellings(text: str) -> set[Spelling]:
    """Return how the words of a text are spelt; a sign in a letter's place breaks its word."""
    if text.isascii():
        return {"right"}
    found: set[Spelling] = {spelling(word) for word in _WORD.findall(text)}
    return found | {"broken"} if _SIGN_IN_WORD.search(text) or is_spoilt(text) else found


def is_plain(text: str) -> bool:
    """Tell quickly whether nothing at all is to be asked about a text, as about most."""
    return all(map(_is_plain, text.split(" ")))


def is_readable(text: str) -> bool:
    """Tell whether no word of a text is broken."""
    return is_plain(text) or "broken" not in spellings(text)


def is_spoilt(text: str) -> bool:
    """Tell whether a text shows that letters were lost: "Nguy?n", "Nguyá»n", "Nguy�n", "Nguy&#7877n"."""
    return _SPOILT.search(text) is not None


def is_name(text: str) -> bool:
    """Tell whether a tidy text can be somebody's name, of whatever people.

    It has a word with a vowel, no letter three times in a row, and the signs that stand in names; a figure
    stands apart ("Giàng A Páo 2") or behind a syllable, as namesakes are told apart ("Páo2").
    """
    if plain_name(text) == text:
        return True
    if _NAME.fullmatch(text) is None or "broken" in spellings(text):
        return False
    if (text.isascii() and _VIQR_LEFT.search(text)) or text.count("“") != text.count("”"):
        return False
    words = _BETWEEN_NAMES.split(text)
    return any(map(_has_vowel, words)) and all(map(_is_part, words))


def plain_name(text: str) -> str | None:
    """Return a name (``is_name``) with single spaces, quickly; None if more is to be asked about it."""
    words = text.split()
    return " ".join(words) if all(map(_is_plain_name, words)) and any(map(_has_vowel, words)) else None


@lru_cache(maxsize=16384)
def _is_plain(word: str) -> bool:
    if _PLAIN.fullmatch(word):
        return True
    # Not "VÃ" or "LÃ’", whose second byte may have been taken for a space or an apostrophe.
    parts = _APOSTROPHE.split(word)
    return all(map(_is_plain_part, filter(None, parts))) and not _TONE_INSIDE.search(word)


def _is_plain_part(part: str) -> bool:
    if part.isascii():
        return part.isalnum()
    return part.isalpha() and part[-1] not in "ÃĂÆ" and spelling(part) in ("right", "foreign")


@lru_cache(maxsize=16384)
def _is_plain_name(word: str) -> bool:
    """Tell whether a word, with an apostrophe or hyphen inside, may stand in a name."""
    parts = _APOSTROPHE.split(word)
    named = all(part.isalnum() and _is_part(part) for part in parts)
    return named and _is_plain(word) and nfc(word) == word


@lru_cache(maxsize=16384)
def _is_part(word: str) -> bool:
    if not word or word.isdecimal() or _ROMAN.fullmatch(word):
        return True
    if word.isalpha():
        return _THRICE.search(word) is None
    numbered = _DIGITS_AT_END.fullmatch(word)
    return numbered is not None and (len(numbered[1]) == 1 or is_syllable(numbered[1]))


@lru_cache(maxsize=16384)
def _has_vowel(word: str) -> bool:
    return _VOWEL.search(word.lower()) is not None
