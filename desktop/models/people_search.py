"""The index over people's folded names: FTS5 beside the table, kept by three triggers.

The history of the schema makes them; a revision that rebuilds ``people`` makes its triggers again.

Source: SQLite, FTS5 Extension (external content tables, prefix indexes).
"""

from __future__ import annotations

import re

from sqlalchemy import Select, column, select, table, text

from desktop.vietnamese.text import fold

INDEX = "people_search"
TRIGGERS = frozenset(f"{INDEX}_{verb}" for verb in ("insert", "delete", "update"))

_WORD = re.compile(r"\w+")


def people_named(query: str, *, whole: bool = False) -> Select[int] | None:
    """Return the keys of people whose names have, for each word of a query, one that begins with it.

    Marks, capitals and the order of words don't matter. None where the query has no word: everybody.

    Args:
        query: the words.
        whole: names that have each word as it is, and not only one that begins with it.
    """
    words = _WORD.findall(fold(query))
    if not words:
        return None
    match = " ".join(f'"{word}"' if whole else f'"{word}"*' for word in words)
    index = table(INDEX, column("rowid"))
    found: Select[int] = select(index.c.rowid)
    return found.where(text(f"{INDEX} MATCH :match").bindparams(match=match))


def is_search_table(name: str | None) -> bool:
    """Tell whether a table is the index or one that keeps it, and so no table of a class."""
    return name is not None and name.startswith(INDEX)
