"""Text of the years before Unicode: TCVN3 (the .Vn faces) and VNI-Windows (the VNI- faces).

Such a workbook holds the right bytes for a face that is no longer there: "NguyÔn", "Nguyeãn". The text comes
here as code page 1252 shows it. Which of the encodings it is, is told by which one makes Vietnamese syllables
of the most words; a few words may read in two ways, so it is decided for many texts together.

Source: TCVN 5712:1993, set VN3; VNI-Windows as VNI Software Company publishes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

from desktop.vietnamese.syllables import is_syllable

Encoding: TypeAlias = Literal["unicode", "tcvn3", "vni"]
LegacyEncoding: TypeAlias = Literal["tcvn3", "vni"]
ENCODINGS: tuple[LegacyEncoding, ...] = ("tcvn3", "vni")

_ENOUGH_WORDS = 400
_ENOUGH_TEXTS = 2000
_BETWEEN_WORDS = re.compile(r"[\s\x00-@\[-`{-\x7f–—‘’“”…•]+")
_GLUED_FIGURE = re.compile(r"[0-9][^\x00-\x7f]|[^\x00-\x7f][0-9]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_HARMLESS = frozenset("\u00a0–—‘’“”…•")

# Byte 0xA1 on; a dot is a byte that the set doesn't use in running text.
_TCVN3_FROM = 0xA1
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"
)
_TCVN3 = {chr(_TCVN3_FROM + place): letter for place, letter in enumerate(_TCVN3_LETTERS) if letter != "."}
_TCVN3_TABLE = str.maketrans(_TCVN3)
# The set has capitals for these alone; every letter with a tone was typed small.
_TCVN3_UNTONED = frozenset("ĂÂÊÔƠƯĐăâêôơưđ")

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
_VNI_TONES = {"ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_VNI_CIRCUMFLEX = {
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
}
_VNI_BREVE = {
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI_SINGLES = {
    "ô": "ơ",
    "ö": "ư",
    "ñ": "đ",
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}


def _vni_letters() -> dict[str, str]:
    marks = dict.fromkeys("aeouyôö", _VNI_TONES)
    marks |= dict.fromkeys("eo", _VNI_TONES | _VNI_CIRCUMFLEX)
    marks["a"] = _VNI_TONES | _VNI_CIRCUMFLEX | _VNI_BREVE
    letters = dict(_VNI_SINGLES)
    for base, by_sign in marks.items():
        for sign, mark in by_sign.items():
            letters[base + sign] = unicodedata.normalize("NFC", _VNI_SINGLES.get(base, base) + mark)
    # A capital's mark may be typed as a capital or small: "AÙnh", "Aùnh".
    for written, letter in tuple(letters.items()):
        head, tail = written[0].upper(), written[1:]
        letters[head + tail] = letters[head + tail.upper()] = letter.upper()
        letters[written[0] + tail.upper()] = letter
    return letters


_VNI = _vni_letters()
_VNI_PATTERN = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_REPERTOIRE = {
    "tcvn3": frozenset(_TCVN3) | _HARMLESS,
    "vni": frozenset(sign for written in _VNI for sign in written if not sign.isascii()) | _HARMLESS,
}


@dataclass(frozen=True, slots=True)
class LegacyFace:
    """A face that shows text of a legacy encoding; some of the TCVN3 faces draw every letter as a capital."""

    encoding: LegacyEncoding
    capitals: bool = False


def legacy_face(face: str) -> LegacyFace | None:
    """Return what a face's name says of the text in it: ``.VnTime``, ``.VnTimeH``, ``VNI-Times``.

    None for a face of Unicode text, which says nothing: a legacy text may have been given another face.
    """
    if re.match(r"\.?Vn(?=[A-Z0-9])", face.strip()):
        return LegacyFace("tcvn3", capitals=re.search(r"[a-z0-9]H\b", face) is not None)
    return LegacyFace("vni") if re.match(r"VNI[\s_-]", face.strip(), re.IGNORECASE) else None


def convert(text: str, encoding: LegacyEncoding) -> str:
    """Return a text of a legacy encoding in Unicode (NFC); the soft hyphen of TCVN3 is its "ư".

    Who wrote TCVN3 in capitals had small letters wherever there is a tone: they become capitals again.
    """
    if encoding == "vni":
        return _VNI_PATTERN.sub(lambda written: _VNI[written.group()], text)
    converted = text.translate(_TCVN3_TABLE)
    return converted.upper() if _was_meant_as_capitals(converted) else converted


def can_be(text: str, encoding: LegacyEncoding) -> bool:
    """Tell whether an encoding has all the letters of a text; letters beyond it prove Unicode."""
    return all(sign.isascii() or sign in _REPERTOIRE[encoding] for sign in text)


def wholly(text: str, encoding: LegacyEncoding) -> str | None:
    """Return a text in Unicode if nothing in it speaks against an encoding; None otherwise.

    Every letter beyond plain Latin is one of the encoding and in a place that it has there, every word with
    such a letter is a Vietnamese syllable then, and no figure is glued to one.
    """
    words = [word for word in _BETWEEN_WORDS.split(text) if not word.isascii()]
    if not words or _GLUED_FIGURE.search(text) or not all(_is_wholly(word, encoding) for word in words):
        return None
    return convert(text, encoding)


def from_windows(text: str) -> str | None:
    """Return text of Windows' Vietnamese code page that was taken for the Western one ("NguyêÞn").

    None where a word with a marked letter is no syllable then, or nothing changes.

    Source: Microsoft code pages 1252 and 1258.
    """
    try:
        now = unicodedata.normalize("NFC", text.encode("cp1252").decode("cp1258"))
    except UnicodeError:
        return None
    words = [word for word in _BETWEEN_WORDS.split(now) if not word.isascii()]
    return now if now != text and words and all(map(is_syllable, words)) else None


def decide(texts: Iterable[str]) -> Encoding | None:
    """Return the encoding in which texts, taken together, are Vietnamese; None where nothing tells.

    Words without a marked letter tell nothing; of several the first few hundred are looked at, and of
    thousands of texts a few thousand, from everywhere among them.
    """
    marked_texts = [text for text in texts if not text.isascii()]
    words: set[str] = set()
    left = iter(marked_texts[:: max(1, len(marked_texts) // _ENOUGH_TEXTS)])
    while len(words) < _ENOUGH_WORDS and (some := list(islice(left, _ENOUGH_WORDS))):
        marked = {written for written in " ".join(some).split() if not written.isascii()}
        words.update(filter(_tells, _BETWEEN_WORDS.split(" ".join(marked))))
    right = {
        "unicode": sum(is_syllable(word.replace("\u00ad", "")) for word in words),
        "tcvn3": sum(_is_right_in(word, "tcvn3") for word in words),
        "vni": sum(_is_right_in(word, "vni") for word in words),
    }
    first, second = sorted(right.values(), reverse=True)[:2]
    if first == second:
        return None
    if right["unicode"] == first:
        return "unicode"
    return "tcvn3" if right["tcvn3"] == first else "vni"


def _tells(word: str) -> bool:
    # A lone "×" is a mark in a list, and would be "ì".
    return not word.isascii() and _LATIN_LETTER.search(word) is not None


def _is_right_in(word: str, encoding: LegacyEncoding) -> bool:
    return can_be(word, encoding) and is_syllable(convert(word, encoding))


def _is_wholly(word: str, encoding: LegacyEncoding) -> bool:
    plain = _VNI_PATTERN.sub("", word).isascii() if encoding == "vni" else can_be(word, encoding)
    return plain and _LATIN_LETTER.search(word) is not None and is_syllable(convert(word, encoding))


def _was_meant_as_capitals(text: str) -> bool:
    """Tell whether every letter that TCVN3 has as a capital is one; a name's heads alone prove nothing."""
    untoned = [[sign for sign in word if sign.isascii() or sign in _TCVN3_UNTONED] for word in text.split()]
    letters = [[sign for sign in word if sign.isalpha()] for word in untoned]
    return all(sign.isupper() for word in letters for sign in word) and any(len(word) > 1 for word in letters)
