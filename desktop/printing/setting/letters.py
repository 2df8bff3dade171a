"""The letters that papers are set in, and the one-byte codes they have in every file."""

from __future__ import annotations

import codecs
import string
import unicodedata

_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_VOWELS = "aăâeêioôơuưy"
_BASES = (*_VOWELS, *(vowel + mark for vowel in _VOWELS for mark in _MARKS), "đ")
VIETNAMESE_LETTERS = "".join(
    sorted({unicodedata.normalize("NFC", cased) for base in _BASES for cased in (base, base.upper())})
)
"""All letters of Vietnamese beyond plain Latin, precomposed, and the plain vowels."""

# Signs that the printed words use beside letters, digits and points.
_SIGNS = "–‘’“”…−×"

_NO_BREAK_SPACE = "\u00a0"
_SPACES = f" {_NO_BREAK_SPACE}"

USUAL_LETTERS = frozenset(
    VIETNAMESE_LETTERS + _SIGNS + string.ascii_letters + string.digits + string.punctuation + _SPACES
)
"""What every face is checked for when it is opened; no text of these alone can be decomposed."""

_PLAIN = range(32, 127)
_FREE = (*range(1, 32), *range(128, 256))


def _laid_out() -> list[int]:
    codes = [0] * 256
    codes[_PLAIN.start : _PLAIN.stop] = _PLAIN
    beyond = sorted(ord(letter) for letter in USUAL_LETTERS - {_NO_BREAK_SPACE} if ord(letter) not in _PLAIN)
    for code, letter in zip(_FREE, beyond, strict=False):
        codes[code] = letter
    return codes


STOCK = tuple(_laid_out())
"""By code the letter (code point) it stands for, 0 for none: all usual letters fit into one byte."""

PLAIN_STOCK = STOCK[: _PLAIN.stop]
"""The head of the stock, which holds plain Latin only."""

CODES = {letter: code for code, letter in enumerate(STOCK) if letter}
_CODES_IN_TEXT = {**CODES, ord(_NO_BREAK_SPACE): ord(" ")}


def coded(text: str) -> bytes | None:
    """Write a text in the codes of the stock, or return None where a letter is not in it."""
    try:
        return codecs.charmap_encode(text, "strict", _CODES_IN_TEXT)[0]
    except UnicodeEncodeError:
        return None
