"""The word for a person's sex, as identity cards, registers and lists bear it."""

from __future__ import annotations

from typing import Literal

SexWord = Literal["Nam", "Nữ"]

_WORDS: dict[str, SexWord] = {"male": "Nam", "female": "Nữ"}
_SEXES: dict[str, str] = {word: sex for sex, word in _WORDS.items()}


def sex_word(sex: str) -> SexWord:
    """Return the word for ``male`` or ``female``.

    Raises:
        KeyError: it is neither.
    """
    return _WORDS[sex]


def sex_of(word: str) -> str | None:
    """Return the sex that a word states, ``male`` or ``female``; None for any other word."""
    return _SEXES.get(word)
