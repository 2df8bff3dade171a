"""Parts and capitals of personal names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.vietnamese.text import tidy

# H'Mông, Y-Blih: a letter after the sign begins a new part of the name.
_WORD_START = re.compile(r"(?:^|(?<=[\s'’\-.(/]))\w")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A full name in its order of writing; a single word is a given name."""

    surname: str
    middle: str
    given: str


def split_name(full_name: str) -> NameParts:
    """Split a full name: first word the surname, last word the given name, the rest the middle name."""
    words = tidy(full_name).split(" ")
    if len(words) == 1:
        return NameParts(surname="", middle="", given=words[0])
    return NameParts(surname=words[0], middle=" ".join(words[1:-1]), given=words[-1])


def title_case(name: str) -> str:
    """Return the name with a capital at the head of each word ("LÒ THỊ ƠN" → "Lò Thị Ơn")."""
    return _WORD_START.sub(lambda first: first.group().upper(), tidy(name).lower())


def capital_heads(name: str) -> str:
    """Return the name with a capital at the head of each word, all other letters as they are."""
    return _WORD_START.sub(lambda first: first.group().upper(), name)


def is_all_capitals(text: str) -> bool:
    """Tell whether a text has at least two letters and no small one."""
    return text.isupper() and sum(letter.isalpha() for letter in tidy(text)) > 1
