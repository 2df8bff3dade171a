"""Which kinds of data a piece of work changed, collected where it is written.

Every transaction that commits reports the nouns of the tables that it wrote; whoever collects learns what to
read anew. A use case says a kind by itself only where it writes something beside the database. The window
collects before any database is loaded, so nothing heavy is imported here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum


class Kind(StrEnum):
    """A kind of data, named as the noun that keeps it."""

    PLACES = "places"
    PEOPLE = "people"
    LISTS = "lists"
    PARTY = "party"
    POSTS = "posts"
    ELECTIONS = "elections"
    ROLLS = "rolls"
    CONGRESS = "congress"
    COUNTING = "counting"
    OPERATORS = "operators"
    RESULTS = "results"
    DISMISSALS = "dismissals"
    BASES = "bases"
    GROUPS = "groups"
    CHAIN = "chain"
    PERSONNEL = "personnel"
    PAPERS = "papers"
    EXCHANGE = "exchange"
    OFFICE = "office"
    BACKUPS = "backups"


_collected: ContextVar[set[Kind] | None] = ContextVar("collected", default=None)


@contextmanager
def collecting(kinds: set[Kind]) -> Iterator[None]:
    """Add to ``kinds`` what is changed and committed inside, on this thread."""
    token = _collected.set(kinds)
    try:
        yield
    finally:
        _collected.reset(token)


def report(*kinds: Kind) -> None:
    """Say that something of these kinds was changed, to whoever collects."""
    collected = _collected.get()
    if collected is not None:
        collected.update(kinds)
