"""Letters and spaces of Vietnamese text."""

from __future__ import annotations

import re
import unicodedata

# str.split() already takes every Unicode space, the hard one (U+00A0) too; these have no width and are
# left behind by web pages and word processors.
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def nfc(text: str) -> str:
    """Return the text with every letter and its marks composed into one code point.

    Source: Unicode Standard Annex 15, form C.
    """
    return unicodedata.normalize("NFC", text)


def tidy(text: str) -> str:
    """Return the text composed (NFC), trimmed, with every run of spaces folded to one plain space.

    Hard spaces and line breaks count as spaces; characters without width are dropped.
    """
    return " ".join(_ZERO_WIDTH.sub("", nfc(text)).split())


def fold(text: str) -> str:
    """Return the search key of a text: tidy, small letters, no marks, đ as d ("Lò Thị Ơn" → "lo thi on")."""
    decomposed = unicodedata.normalize("NFD", tidy(text).lower().replace("đ", "d"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
