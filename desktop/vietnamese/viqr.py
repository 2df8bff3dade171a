"""VIQR, the way of writing Vietnamese in plain Latin letters: "Nguye^~n Va(n Ti?nh" for "Nguyễn Văn Tỉnh".

The signs that it uses stand in ordinary text as well, so it is told only by what no other text has.

Source: RFC 1456; the star for the horn as keyboard programs write it.
"""

from __future__ import annotations

import re
import unicodedata

from desktop.vietnamese.syllables import is_syllable

_SHAPES = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_LETTER = re.compile(r"[dD]{2}|([aA][\^(]?|[eE]\^?|[oO][\^+*]?|[uU][+*]?|[iIyY])(['`?~.]?)")
_WORD = re.compile(r"[A-Za-z^(+*'`?~.]+")
# A shape with a letter or a tone behind it, or a grave or tilde upon a vowel.
_TELLS = re.compile(r"[aeoAEO]\^|[aA]\([`?~'.]?[A-Za-z]|[uoUO][+*](?=[`'?~.A-Za-z])|[aeiouyAEIOUY][`~]")
# A tone that other text has as well: an apostrophe inside a word.
_INSIDE = re.compile(r"[aeiouyAEIOUY]'[a-zA-Z]")
_LEFT = re.compile(r"[\^~`+*()?]")


def from_viqr(text: str) -> str | None:
    """Return a text of VIQR in Unicode (NFC); None for one that isn't surely VIQR.

    Every word that changes is a Vietnamese syllable of two letters or more then, and no sign of VIQR is left.
    """
    if not text.isascii() or not _TELLS.search(text):
        return None
    changed = []

    def read(word: re.Match[str]) -> str:
        now = _LETTER.sub(_letter, word.group())
        if now != word.group():
            changed.append(now)
        return now

    now = _WORD.sub(read, text)
    sure = all(len(word) > 1 and is_syllable(word.rstrip(".")) for word in changed)
    return now if sure and not _LEFT.search(now) else None


def may_be_viqr(text: str) -> bool:
    """Tell whether a word that isn't surely VIQR may be: "I'ch"; "H'Hen" may not."""
    inside = (word for word in _WORD.findall(text) if text.isascii() and _INSIDE.search(word))
    return any(is_syllable(_LETTER.sub(_letter, word)) for word in inside)


def _letter(written: re.Match[str]) -> str:
    base, tone = written[1], written[2]
    if base is None:
        return "Đ" if written.group()[0] == "D" else "đ"
    marks = _SHAPES.get(base[1:], "") + _TONES.get(tone, "")
    return unicodedata.normalize("NFC", base[0] + marks)
