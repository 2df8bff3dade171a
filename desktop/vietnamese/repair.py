"""Text that went through the wrong hands, put right where it is certain what it was.

References to letters, as web pages have them; UTF-8 taken for a code page; VIQR; TCVN3 or VNI, and Windows'
Vietnamese code page taken for the Western one. What reads as it stands is left alone; what has two readings
is not decided here.

Source: HTML Living Standard, character references; see ``garbled``, ``viqr`` and ``legacy_encodings``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from desktop.vietnamese.garbled import may_be_garbled, ungarbled
from desktop.vietnamese.legacy_encodings import ENCODINGS, from_windows, wholly
from desktop.vietnamese.readable import is_plain, is_spoilt, spelling, spellings
from desktop.vietnamese.text import composed, tidy
from desktop.vietnamese.viqr import from_viqr, may_be_viqr

RepairCode: TypeAlias = Literal["repaired", "legacy"]

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_DEEPEST = 4
# What is left over where it was another code page: signs and marks that aren't of writing.
_LEFT_OVER = re.compile(r"[^\w\s\x00-\x7e‐-―‘-‟′″«»…°•]")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Repair:
    """A text and what was done to it.

    Attributes:
        text: as it was, or put right.
        code: what was put right: ``repaired``, ``legacy`` (an encoding of the years before Unicode) or None.
        certain: there is no other way to read it.
    """

    text: str
    code: RepairCode | None = None
    certain: bool = True


# A cell is asked about more than once.
@lru_cache(maxsize=1024)
def put_right(text: str) -> Repair:
    """Return a text put right, or as it was where nothing is wrong with it or nothing is certain."""
    if is_plain(text):
        return Repair(text)
    plain = _without_references(text)
    code: RepairCode | None = "repaired" if plain != text else None
    found = spellings(tidy(plain))
    # An invisible sign may be the last byte of a letter.
    if found == {"right"} and not plain.isascii() and not is_spoilt(plain):
        return Repair(plain, code, certain=not _reads_otherwise(plain))
    readings = dict(_readings(plain))
    if len(readings) != 1:
        return Repair(plain, code, certain=not (readings or may_be_viqr(plain)))
    ((reading, (how, sure)),) = readings.items()
    if not sure and "broken" not in found and not _two_doubtful(plain):
        return Repair(plain, code, certain=False)
    return Repair(reading, how)


def _reads_otherwise(text: str) -> bool:
    """Tell whether a text whose words are right may be spoilt: "VÃ ng", or "Lêng" with TCVN3's hidden ư."""
    if may_be_garbled(text) and any(spellings(tidy(was)) == {"right"} for was in ungarbled(text)):
        return True
    return "\u00ad" in text and wholly(text, "tcvn3") is not None


def _without_references(text: str) -> str:
    for _ in range(_DEEPEST):
        if "&" not in text:
            break
        text = _REFERENCE.sub(lambda written: html.unescape(written.group()), text)
    return text


def _readings(text: str) -> Iterator[tuple[str, tuple[RepairCode, bool]]]:
    """Give what else a text may have been, by what kind of repair, and whether that is sure in itself."""
    if text.isascii():
        viqr = from_viqr(text)
        if viqr is not None:
            yield viqr, ("repaired", True)
        return
    whole = (was for was in ungarbled(text) if not _LEFT_OVER.search(composed(was)))
    once = list(filter(_is_in_one_case, whole))
    found = [was for was in once if spellings(tidy(was)) == {"right"}]
    found = found or [was for was in once if spellings(tidy(was)) <= {"right", "foreign"}]
    if found:
        yield from ((was, ("repaired", True)) for was in found)
        return
    for encoding in ENCODINGS:
        legacy = wholly(text, encoding)
        if legacy is not None:
            yield legacy, ("legacy", False)
    windows = from_windows(text)
    if windows is not None:
        yield windows, ("repaired", False)


def _is_in_one_case(text: str) -> bool:
    """Tell whether capitals stand as people set them, and weren't changed after the text was spoilt."""
    return all(word.istitle() or word.isupper() or word.islower() for word in _WORD.findall(text))


def _two_doubtful(text: str) -> bool:
    """Tell whether two words are no syllables as they stand; one may be a slip of the pen."""
    return sum(spelling(word) == "doubtful" for word in _WORD.findall(tidy(text))) > 1
