"""The tags and the text of a web page, one after the other, however its writer kept to the rules.

Source: HTML, section 13.2.5 (tokenization), as far as tables need it.
"""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

# Longer text comes in pieces, so that who measures it need not hold it whole.
_LONGEST_TEXT = 1_000_000
# No part of it can match in two ways, so a page of any kind is gone through once.
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]{0,100})((?>[^>"'=]+|=\s*(?:"[^"]{0,4096}+"|'[^']{0,4096}+')|[="'])*+)>"""
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
# Their text isn't shown.
_RAW_END = re.compile(r"</(?:script|style)\b", re.IGNORECASE)
_RAW = ("script", "style")


class Tag(NamedTuple):
    """A tag: its name, small; whether it ends an element; its attributes as written."""

    name: str
    ends: bool
    written: str

    def attributes(self) -> dict[str, str]:
        """Return the attributes by name, small."""
        return {
            name.lower(): html.unescape(double or single or bare)
            for name, double, single, bare in _ATTRIBUTE.findall(self.written)
        }


def tokens(page: str) -> Iterator[Tag | str]:
    """Yield tags and the text between them, its entities resolved; comments and scripts are left out."""
    last_sign = page.rfind(">")
    last_comment = page.rfind("-->")
    raw_ends = deque(match.start() for match in _RAW_END.finditer(page))
    place = 0
    while place < len(page):
        begin = page.find("<", place) if place <= last_sign else -1
        end = begin if begin >= 0 else len(page)
        for start in range(place, end, _LONGEST_TEXT):
            yield html.unescape(page[start : min(start + _LONGEST_TEXT, end)])
        if begin < 0:
            return
        match = _TAG.match(page, begin)
        if match is not None:
            tag = Tag(match[2].lower(), match[1] == "/", match[3])
            yield tag
            place = match.end()
            if tag.name in _RAW and not tag.ends:
                while raw_ends and raw_ends[0] < place:
                    raw_ends.popleft()
                place = raw_ends[0] if raw_ends else place
        elif page.startswith("<!--", begin) and begin < last_comment - 3:
            place = page.index("-->", begin + 4) + 3
        elif page.startswith(("<!", "<?"), begin) and begin < last_sign:
            place = page.index(">", begin) + 1
        else:
            yield "<"
            place = begin + 1
