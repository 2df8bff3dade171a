"""Finding a text by the beginnings of its words, without marks and in any order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.vietnamese.text import fold

_WORD = re.compile(r"\w+")


def words_sought(query: str) -> tuple[str, ...]:
    """Return the words of what somebody typed, as they are compared: small, without marks, each once."""
    return tuple(dict.fromkeys(_WORD.findall(fold(query))))


def begins(text: str, word: str) -> bool:
    """Tell whether a word of a text begins with a word that is sought."""
    return any(_fits(folded, word) for _, folded in _words(text))


def spans_found(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where a composed text shows what is sought: for each place its begin and its end, in letters."""
    sought = tuple(words)
    return tuple(
        (start, start + max(lengths))
        for start, folded in _words(text)
        if (lengths := [len(word) for word in sought if _fits(folded, word)])
    )


# The same texts are asked at every letter that somebody types.
@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((each.start(), fold(each.group())) for each in _WORD.finditer(text))


def _fits(folded: str, word: str) -> bool:
    # Who is on the way to "Quyên" has typed "quy", which by itself would be "qui".
    return folded.startswith(word) or (word.endswith("i") and folded.startswith(f"{word[:-1]}y"))
