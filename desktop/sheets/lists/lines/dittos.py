"""Cells that only point to the one above: "nt", a quotation mark."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.sheets.lists.headings.columns import label
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from desktop.sheets.files.cells import Value
    from desktop.sheets.lists.lines.line import Line

_DITTO = frozenset({"nt", "nhu tren"})
_DITTO_SIGNS = frozenset({'"', "''", "”", "“", "〃", "//", ",,"})
_LONGEST_DITTO = 20
# Most cells are told apart by their first letter.
_DITTO_STARTS = frozenset("nN")
_DITTO_START = re.compile(r"\n(?=([nN]|\W|_))")


def are_none(texts: Sequence[str]) -> bool:
    """Tell whether no text is a ditto, as in many lists."""
    # Looked for in one text: lists have thousands.
    starts = set(_DITTO_START.findall("\n" + "\n".join(texts)))
    return not starts or not any(_is_ditto(text) for text in texts if text[:1] in starts)


def values_of(line: Line) -> dict[str, Value]:
    """Return the row's value of each column that is read, dittos as they stand."""
    return line.header.values_of(line.values)


def resolved(line: Line, above: Mapping[str, Value]) -> tuple[dict[str, Value], Collection[str]]:
    """Return the row's value of each column that is read, and the keys of those that were dittos.

    Args:
        line: the row.
        above: the values of the row above, of the same columns, which dittos are replaced by.
    """
    values = values_of(line)
    dittos = [key for key, value in values.items() if isinstance(value, str) and _is_ditto(value)]
    for key in dittos:
        values[key] = above.get(key)
    return values, dittos


def _is_ditto(text: str) -> bool:
    return _may_start_ditto(text[:1]) and len(text) <= _LONGEST_DITTO and _says_ditto(text)


def _may_start_ditto(first: str) -> bool:
    return not first.isalnum() or first in _DITTO_STARTS


# Lists that use dittos use them in most rows.
@lru_cache(maxsize=1024)
def _says_ditto(text: str) -> bool:
    return label(text).replace("n t", "nt") in _DITTO or tidy(text).strip(" -.") in _DITTO_SIGNS
