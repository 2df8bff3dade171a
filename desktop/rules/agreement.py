"""Two entries of one count: where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from desktop.errors import Problem

Typed = Mapping[str, int | str | None]


def differences(first: Typed, second: Typed) -> tuple[Problem, ...]:
    """Compare two operators' entries field by field; a problem names fields, never a value.

    Args:
        first: typed values by field name, as in the facts (``valid``, ``candidates[0].votes``);
            ``None`` where nothing was typed.
        second: the other operator's.

    Returns:
        One W001 for each field that differs, in the order of the first entry; then one W207 for each two
        candidates whose votes look swapped.

    Source: rules.md §4 (W001, W207); window.md ("only differing fields come back").
    """
    fields = [*first, *(field for field in second if field not in first)]
    differing = [field for field in fields if first.get(field) != second.get(field)]
    votes = [field for field in differing if field.endswith(".votes")]
    swapped = [
        Problem("W207", (one, other))
        for one, other in combinations(votes, 2)
        if first.get(one) == second.get(other) and first.get(other) == second.get(one)
    ]
    return (*(Problem("W001", (field,)) for field in differing), *swapped)
