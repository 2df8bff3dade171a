"""Signs that take part in a text and leave no ink: nobody who reads a name can know that they are there."""

from __future__ import annotations

import re

# Controls but those that are spaces; soft hyphen, joiners and selectors of a letter's variants; signs of zero
# width and of direction; marks of notes between lines and of an embedded object; tags.
_NOTHING = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\U000e0000-\U000e0fff"
)
# Letters that leave a gap.
_GAPS = "\u115f\u1160\u2800\u3164\uffa0"

_INVISIBLE = re.compile(f"[{_NOTHING}{_GAPS}]")
_GAP = re.compile(f"[{_GAPS}]")


def has_invisible(text: str) -> bool:
    """Tell whether a text has a sign that leaves no ink and is no space."""
    return _INVISIBLE.search(text) is not None


def without_invisible(text: str) -> str:
    """Return the text without its invisible signs; a letter that leaves a gap becomes a space.

    Source: Unicode Standard Annex 44, ``Default_Ignorable_Code_Point`` and the general category ``Cf``, as
    far as text of Latin letters meets them.
    """
    return _INVISIBLE.sub(_shown, text)


def _shown(sign: re.Match[str]) -> str:
    return " " if _GAP.match(sign.group()) else ""
