"""The bytes of a text file into text, whichever encoding an office's programs wrote it in.

UTF-8 and UTF-16 with or without a mark, Windows' code pages 1258 and 1252, TCVN3 and VNI; the two last come
out as code page 1252 shows them, as from a workbook.

Source: Microsoft code pages 1252 and 1258; Unicode 16.0, section 3.9 (U+FFFD in place of what is no UTF-8).
"""

from __future__ import annotations

import codecs
import re

from desktop.errors import SheetRefused
from desktop.vietnamese.legacy_encodings import convert, decide
from desktop.vietnamese.syllables import is_syllable
from desktop.vietnamese.text import nfc

_WORD = re.compile(r"[^\W\d_]+")
_CONTROL_SIGNS = re.compile(b"[\x00-\x08\x0e-\x1f]")
_LOOKED_AT_BYTES = 4096
_MOST_WORDS = 20_000
# Five bytes of code page 1252 have no sign of their own.
_UNDEFINED = {0xDC00 + byte: byte for byte in b"\x81\x8d\x8f\x90\x9d"}
# Dashes, quotes, the ellipsis and the wide space: signs that no encoding has as a letter.
_PUNCTUATION = b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0"
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(content: bytes, name: str) -> str:
    """Return a file's text; what is no UTF-8 in a file that otherwise is becomes U+FFFD.

    Raises:
        SheetRefused: ``sheet.encoding`` for text in an encoding that isn't known.
    """
    if content.startswith(_UTF16_MARKS):
        return content.decode("utf-16", "replace")
    unmarked = _unmarked_utf16(content)
    try:
        return content.decode(unmarked or "utf-8-sig")
    except UnicodeDecodeError as error:
        if content.startswith(codecs.BOM_UTF8):
            return content.decode("utf-8-sig", "replace")
        text = _most_vietnamese(content)
        if text is None:
            raise SheetRefused("sheet.encoding", where=name) from error
        return text


def _unmarked_utf16(content: bytes) -> str | None:
    """Return which UTF-16 a file without a mark is in: Latin letters leave every second byte empty."""
    head = content[:_LOOKED_AT_BYTES]
    even, odd = head[::2].count(0), head[1::2].count(0)
    quarter = len(head) // 8
    if len(content) % 2 or max(even, odd) <= quarter or min(even, odd) > quarter // 8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _most_vietnamese(content: bytes) -> str | None:
    """Return the text in the encoding in which most words are Vietnamese; None where none is."""
    damaged = content.decode("utf-8", "replace")
    if _CONTROL_SIGNS.search(content):
        # No office's text has such a sign, but a damaged one may.
        return damaged if _right_words(damaged) else None
    western = content.decode("cp1252", "surrogateescape").translate(_UNDEFINED)
    if not content.translate(None, delete=bytes(range(0x80)) + _PUNCTUATION):
        return western
    encoding = decide(dict.fromkeys(western.splitlines()))
    legacy = convert(western, encoding) if encoding in ("tcvn3", "vni") else ""
    windows = nfc(content.decode("cp1258", "replace"))
    # Of equals the first stands: what is both is rather what today's programs write.
    found = {
        damaged: _right_words(damaged),
        windows: _right_words(windows),
        western: max(_right_words(legacy), _right_words(western)),
    }
    best = max(found, key=lambda text: found[text])
    return best if found[best] else None


def _right_words(text: str) -> int:
    words: set[str] = set()
    for match in _WORD.finditer(text):
        if not match[0].isascii():
            words.add(match[0])
        if len(words) == _MOST_WORDS:
            break
    return sum(map(is_syllable, words))
