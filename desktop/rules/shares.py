"""Shares of a whole, printed with two decimals and a decimal comma."""

from __future__ import annotations

from collections.abc import Sequence


def percent_text(numerator: int, denominator: int) -> str:
    """Write a share as a percentage for print, each rounded on its own.

    Args:
        numerator: the part, a whole number of at least 0.
        denominator: the base, a whole number of at least 1.

    Returns:
        Two decimals, half up on the third, decimal comma, no sign: ``"93,10"``.

    Raises:
        ValueError: the base is not positive, or the part negative.

    Source: rules.md §4.
    """
    if denominator <= 0 or numerator < 0:
        raise ValueError
    return _hundredths_text((20000 * numerator + denominator) // (2 * denominator))


def partition_percents(parts: Sequence[int]) -> list[str]:
    """Write the parts of one whole as percentages that sum to exactly 100.

    Each is rounded down to hundredths; the hundredths left over go to the largest remainders,
    the earlier part first where remainders are equal. Only for the parts of a partition (valid and
    invalid, bands): the shares of candidates are not parts of one whole.

    Args:
        parts: whole numbers of at least 0 whose sum is the base.

    Raises:
        ValueError: a part is negative or all are 0.

    Source: rules.md §4 (largest remainder).
    """
    base = sum(parts)
    if base <= 0 or min(parts) < 0:
        raise ValueError
    hundredths = [10000 * part // base for part in parts]
    remainders = [10000 * part % base for part in parts]
    left = 10000 - sum(hundredths)
    for index in sorted(range(len(parts)), key=lambda i: -remainders[i])[:left]:
        hundredths[index] += 1
    return [_hundredths_text(value) for value in hundredths]


def _hundredths_text(value: int) -> str:
    return f"{value // 100},{value % 100:02d}"
