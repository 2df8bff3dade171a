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
from desktop.vietnamese.legacy_encodings import ENCODINGS, wholly
from desktop.vietnamese.readable import is_plain, is_spoilt, spelling, spellings
from desktop.vietnamese.text import composed, nfc, tidy
from desktop.vietnamese.viqr import from_viqr

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
        two = may_be_garbled(plain) and any(spellings(tidy(was)) == {"right"} for was in ungarbled(plain))
        return Repair(plain, code, certain=not two)
    readings = dict(_readings(plain))
    if len(readings) != 1:
        return Repair(plain, code, certain=not readings)
    ((reading, how),) = readings.items()
    if how == "legacy" and "broken" not in found and not _two_doubtful(plain):
        return Repair(plain, code, certain=False)
    return Repair(reading, how)


def _without_references(text: str) -> str:
    for _ in range(_DEEPEST):
        if "&" not in text:
            break
        text = _REFERENCE.sub(lambda written: html.unescape(written.group()), text)
    return text


def _readings(text: str) -> Iterator[tuple[str, RepairCode]]:
    """Give what else a text may have been, and by what kind of repair."""
    if text.isascii():
        viqr = from_viqr(text)
        if viqr is not None:
            yield viqr, "repaired"
        return
    once = [was for was in ungarbled(text) if not _LEFT_OVER.search(composed(was))]
    found = [was for was in once if spellings(tidy(was)) == {"right"}]
    found = found or [was for was in once if spellings(tidy(was)) <= {"right", "foreign"}]
    if found:
        yield from ((was, "repaired") for was in found)
        return
    for encoding in ENCODINGS:
        legacy = wholly(text, encoding)
        if legacy is not None:
            yield legacy, "legacy"
    windows = _windows(text)
    if windows is not None and spellings(tidy(windows)) == {"right"}:
        yield windows, "repaired"


def _windows(text: str) -> str | None:
    """Return text of Windows' Vietnamese code page that was taken for the Western one ("NguyêÞn")."""
    try:
        return nfc(text.encode("cp1252").decode("cp1258"))
    except UnicodeError:
        return None


def _two_doubtful(text: str) -> bool:
    """Tell whether two words are no syllables as they stand; one may be a slip of the pen."""
    return sum(spelling(word) == "doubtful" for word in _WORD.findall(tidy(text))) > 1
