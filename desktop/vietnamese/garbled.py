"""UTF-8 that a program took for a code page: "Nguyá»…n" for "Nguyễn", and the same again ("NguyÃ¡Â»â€¦n").

Put back into bytes and read as UTF-8 the text is there again; bytes that are no UTF-8 never were one.

Source: RFC 3629 (UTF-8); the code pages as Unicode maps them, bytes without a letter as the WHATWG Encoding
Standard maps windows-1252: to the control of the same number.
"""

from __future__ import annotations

import codecs
import re
from itertools import chain

# Windows in the West and in Viet Nam, the Macintosh, and the command line of both.
_CODE_PAGES = ("cp1252", "cp1258", "mac_roman", "cp437", "cp850")
_MOST_TIMES = 3
# Bytes that begin a letter, before what may end it: a quotation mark, a hard space or a plain one for it.
_BEFORE_SIGN = re.compile(r"[ÃĂÆÄ]\W|á[º»]")
_BEFORE_SPACE = re.compile("(Ã|Ă|Æ|áº|á»)[ \u00a0]")


def _bytes_of(code_page: str) -> dict[int, int]:
    letters = {}
    for byte in range(256):
        try:
            letters[ord(bytes((byte,)).decode(code_page))] = byte
        except UnicodeDecodeError:
            letters[byte] = byte
    # Latin-1, too: there a byte is the control of its number.
    return {byte: byte for byte in range(0x80, 0xA0)} | letters


_BYTES = tuple(map(_bytes_of, _CODE_PAGES))


def may_be_garbled(text: str) -> bool:
    """Tell whether a text whose words read may be garbled nevertheless: "VÃ ng" is "Vàng" or two words."""
    return _BEFORE_SIGN.search(text) is not None


def ungarbled(text: str) -> tuple[str, ...]:
    """Return what a text was before UTF-8 was taken for a code page, once or more often; mostly nothing."""
    if text.isascii():
        return ()
    found = tuple(dict.fromkeys(chain.from_iterable(_before(text, letters) for letters in _BYTES)))
    if found or not _BEFORE_SPACE.search(text):
        return found
    hard = _BEFORE_SPACE.sub("\\1\u00a0", text)
    return tuple(dict.fromkeys(chain.from_iterable(_before(hard, letters) for letters in _BYTES)))


def _before(text: str, letters: dict[int, int]) -> tuple[str, ...]:
    last = None
    for _ in range(_MOST_TIMES):
        try:
            was = codecs.charmap_encode(last or text, "strict", letters)[0].decode("utf-8")
        except UnicodeError:
            break
        if was.isascii():
            break
        last = was
    return () if last is None else (last,)
