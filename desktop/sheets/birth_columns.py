"""Births that stand in two or three columns: day, month and year, or day with month and year.

Such columns stand side by side, under a heading of births or under none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.sheets.columns import BIRTH, BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR, Headings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PARTS = {
    "ngay": BIRTH_DAY,
    "ngay sinh": BIRTH_DAY,
    "ngay thang": BIRTH_DAY,
    "ngay thang sinh": BIRTH_DAY,
    "thang": BIRTH_MONTH,
    "thang sinh": BIRTH_MONTH,
    "year": BIRTH_YEAR,
    "nam": BIRTH_YEAR,
    "nam sinh": BIRTH_YEAR,
}
_BOTH = frozenset({"ngay thang", "ngay thang sinh"})
_WHOLE = frozenset({BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR})


def birth_parts(labels: Mapping[int, Sequence[str]], headings: Headings) -> dict[str, int]:
    """Return the columns of a birth's parts, by key; empty where births aren't in parts.

    Args:
        labels: the headings over each column, from above, as ``label`` gives them.
        headings: those of the list's columns.
    """
    parts = {
        column: _PARTS[over[-1]]
        for column, over in labels.items()
        if over and over[-1] in _PARTS and not _above(over, headings) - {BIRTH}
    }
    for first in sorted(parts):
        for width in (3, 2):
            found = {parts[column]: column for column in range(first, first + width) if column in parts}
            if len(found) < width or BIRTH_YEAR not in found:
                continue
            with_month = BIRTH_MONTH in found or labels[found[BIRTH_DAY]][-1] in _BOTH
            if with_month and (
                width == 3 or _are_births([labels[column] for column in found.values()], headings)
            ):
                return found
    return {}


def states_parts(labels: Iterable[str]) -> bool:
    """Tell whether a row of headings names day, month and year."""
    return {_PARTS.get(text) for text in labels} >= _WHOLE


def _are_births(labels: Sequence[Sequence[str]], headings: Headings) -> bool:
    return any(BIRTH in _above(over, headings) or "sinh" in over[-1] for over in labels)


def _above(over: Sequence[str], headings: Headings) -> set[str]:
    return headings.keys(over[:-1])
