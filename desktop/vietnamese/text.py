"""Letters and spaces of Vietnamese text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# str.split() already takes every Unicode space, the hard one (U+00A0) too; these have no width and are
# left behind by web pages and word processors.
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# A vowel y alone after its onset is written i as well (Lý, Lí; Mỹ, Mĩ; quý, quí); never in "uy" or "ay".
_OPEN_Y = re.compile(r"(?<![^\W\d_])((?:[bcdghklmnpqrstvxđ]|ch|kh|nh|ph|qu|th|tr))y(?![^\W\d_])")


def nfc(text: str) -> str:
    """Return the text with every letter and its marks composed into one code point.

    Source: Unicode Standard Annex 15, form C.
    """
    return unicodedata.normalize("NFC", text)


# A list is gone through several times, and its texts are the same.
@lru_cache(maxsize=32768)
def tidy(text: str) -> str:
    """Return the text composed (NFC), trimmed, with every run of spaces folded to one plain space.

    Hard spaces and line breaks count as spaces; characters without width are dropped.
    """
    if not text.isascii():
        text = _ZERO_WIDTH.sub("", nfc(text))
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return the search key of a text: tidy, small letters, no marks, đ as d ("Lò Thị Ơn" → "lo thi on").

    What differs only in its way of spelling has one key: Hoà and Hòa, Lý and Lí ("li").
    """
    folded = tidy(text).lower()
    if not folded.isascii():
        folded = " ".join([word if word.isascii() else _unmarked(word) for word in folded.split(" ")])
    return _OPEN_Y.sub(r"\1i", folded) if "y" in folded else folded


def spelling_key(text: str) -> str:
    """Return the key by which two texts are one, spelling aside: Hoà and Hòa are, Hoa and Hòa aren't.

    Tidy and in small letters; each word's tone stands at its end, a y that may be an i is one.
    """
    return " ".join(map(_spelling_key, tidy(text).lower().split(" ")))


# Lists hold many texts of few words.
@lru_cache(maxsize=8192)
def _unmarked(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _spelling_key(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tones = "".join(_TONE.findall(decomposed))
    letters = unicodedata.normalize("NFC", _TONE.sub("", decomposed))
    return _OPEN_Y.sub(r"\1i", letters) + tones
