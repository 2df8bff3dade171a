"""Official names with the other names that people write for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop.vietnamese.text import spelling_key

_SIGNS = re.compile(r"[\s'’`\-–.]+")


class Names:
    """Official names, each with its aliases; found however they are capitalised, hyphenated or spelt.

    Args:
        aliases: the aliases of each official name; a word stands once among all.
    """

    def __init__(self, aliases: Mapping[str, Sequence[str]]) -> None:
        self.official = tuple(aliases)
        self._spellings: dict[str, str] = {}
        self._official: dict[str, str] = {}
        for name, others in aliases.items():
            for written in (name, *others):
                self._spellings[written.lower()] = written
                self._official.setdefault(_key(written), name)
        # What is all in capitals may have been written so by chance.
        self._spelt = frozenset(one for one in self._spellings.values() if not one.isupper())

    def official_of(self, written: str) -> str | None:
        """Return the official name of what somebody wrote ("H'mông" → "Mông"); None for an unknown one."""
        return self._official.get(_key(written))

    def spells(self, written: str) -> bool:
        """Tell whether a text is a name or alias in its own capitals."""
        return written in self._spelt

    def spelt(self, written: str) -> str:
        """Return a known name or alias in its own capitals ("SÁN chỉ" → "Sán Chỉ"); others as written.

        The alias stays: people decide what they are called.
        """
        return self._spellings.get(written.lower(), written)

    def are_one(self, one: str, other: str) -> bool:
        """Tell whether two names mean the same: equal, or both of one official name."""
        official = self.official_of(one)
        return _key(one) == _key(other) or (official is not None and official == self.official_of(other))


def _key(written: str) -> str:
    return spelling_key(_SIGNS.sub(" ", written)).replace(" ", "")
