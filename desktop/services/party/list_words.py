"""The words of lists for kinds of organisations and posts, and for how somebody came to one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from desktop.models.party import OrganisationKind
from desktop.models.posts import PostKind, Tenure, Way
from desktop.sheets.lists.cells import party_words
from desktop.vietnamese.text import fold


class LocalWord(StrEnum):
    """Whether the holder of a post is from here, as lists say it."""

    YES = "yes"
    NO = "no"


KINDS = {OrganisationKind(key): words for key, words in party_words.ORGANISATIONS.items()}
POSTS = {PostKind(key): words for key, words in party_words.POSTS.items()}
WAYS = {Way(key): words for key, words in party_words.WAYS.items()}
LOCAL = {LocalWord(key): words for key, words in party_words.LOCAL.items()}
TENURES = {Tenure(key): words for key, words in party_words.TENURES.items()}

T = TypeVar("T", bound=StrEnum)


def word(words: Mapping[T, tuple[str, ...]], value: T | None) -> str | None:
    """Return the word by which something is given out; None for what isn't known, or has none of its own."""
    return words[value][0] if value is not None and value in words else None


def meant(words: Mapping[T, tuple[str, ...]], said: str | None) -> T | None:
    """Return what a word of a list means, with or without marks; None for nothing or an unknown one."""
    sought = fold(said or "")
    return next((value for value, each in words.items() if sought in map(fold, each)), None)


def day_said(text: str | None) -> date | None:
    """Return a day of a list (``dd/mm/yyyy``)."""
    return None if not text else datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone


def day_words(day: date | None) -> str | None:
    """Return a day as lists say it."""
    return None if day is None else f"{day:%d/%m/%Y}"


def local_words(local: bool | None) -> str | None:
    """Return whether somebody is from here as lists say it; None where that isn't known."""
    return None if local is None else LOCAL[LocalWord.YES if local else LocalWord.NO][0]


def local_said(text: str | None) -> bool | None:
    """Return what a list says of whether somebody is from here; None for nothing or an unknown word."""
    found = meant(LOCAL, text) if text else None
    return None if found is None else found is LocalWord.YES
