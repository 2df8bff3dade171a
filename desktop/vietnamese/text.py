"""Letters and spaces of Vietnamese text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.vietnamese.invisible import has_invisible, without_invisible

_LOOSE_MARKS = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_MARK = re.compile("[\u0300-\u036f]")
_SHAPES = "\u0302\u0306\u031b"
# Eth, and the African D, which keyboards and faces of other languages give for Đ.
_ETHS = str.maketrans("ÐƉðɖ", "ĐĐđđ")
# What leaves something to do after form C.
_MARK_OR_ETH = re.compile("[\u0300-\u036fÐƉðɖ]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
# A vowel y alone after its onset is written i as well (Lý, Lí; Mỹ, Mĩ; quý, quí); never in "uy" or "ay".
_OPEN_Y = re.compile(r"(?<![^\W\d_])((?:[bcdghklmnpqrstvxđ]|ch|kh|nh|ph|qu|th|tr))y(?![^\W\d_])")


def nfc(text: str) -> str:
    """Return the text with every letter and its marks composed into one code point.

    Source: Unicode Standard Annex 15, form C.
    """
    return unicodedata.normalize("NFC", text)


def composed(text: str) -> str:
    """Return the text composed (``nfc``), the marks of a letter in whatever order, and each of them once.

    Where the tone was typed before the circumflex, breve or horn, form C leaves a mark hanging behind the
    letter; a mark that belongs to no letter stays as it is.
    """
    text = nfc(text)
    return _LOOSE_MARKS.sub(_in_order, text) if _MARK.search(text) else text


def own_letters(text: str) -> str:
    """Return the text with Đ for the letters that only look like it: Ð (U+00D0), Ɖ (U+0189), ð, ɖ."""
    return text.translate(_ETHS)


# A list is gone through several times, and its texts are the same.
@lru_cache(maxsize=32768)
def tidy(text: str) -> str:
    """Return the text as it is kept: composed, in letters of its own, trimmed, every run of spaces one space.

    Hard spaces and line breaks count as spaces; signs that nobody sees are dropped.
    """
    if not (text.isascii() and text.isprintable()):
        text = nfc(text)
        if has_invisible(text) or _MARK_OR_ETH.search(text):
            text = composed(own_letters(without_invisible(text)))
    # This takes every Unicode space, the hard one (U+00A0) too.
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


def _in_order(letter: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFD", letter.group())
    # What shapes the letter comes before the tone.
    marks = sorted(dict.fromkeys(apart[1:]), key=lambda mark: mark not in _SHAPES)
    return nfc(apart[0] + "".join(marks))
