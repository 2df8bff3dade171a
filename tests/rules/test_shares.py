from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.shares import partition_percents, percent_text


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (61, 120, "50,83"),
        (81, 87, "93,10"),
        (1, 800, "0,13"),
        (1, 3, "33,33"),
        (2, 3, "66,67"),
        (0, 5, "0,00"),
        (9, 6, "150,00"),
    ],
)
def test_a_share_has_two_decimals_and_a_comma(numerator: int, denominator: int, text: str) -> None:
    assert percent_text(numerator, denominator) == text


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_rounded_half_up_on_the_third_decimal(numerator: int, denominator: int) -> None:
    exact = Decimal(100 * numerator) / Decimal(denominator)
    expected = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    assert Decimal(percent_text(numerator, denominator).replace(",", ".")) == expected


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=9).filter(any))
def test_the_parts_of_a_whole_sum_to_a_hundred(parts: list[int]) -> None:
    shares = [Decimal(text.replace(",", ".")) for text in partition_percents(parts)]
    assert sum(shares) == 100
    for part, share in zip(parts, shares, strict=True):
        assert abs(share - Decimal(100 * part) / Decimal(sum(parts))) < Decimal("0.01")


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=9).filter(any))
def test_what_is_left_over_goes_to_the_largest_remainders(parts: list[int]) -> None:
    exact = [Fraction(10000 * part, sum(parts)) for part in parts]
    printed = [int(text.replace(",", "")) for text in partition_percents(parts)]
    raised = [index for index, share in enumerate(exact) if printed[index] > share]
    lowered = [index for index, share in enumerate(exact) if printed[index] < share]
    for up in raised:
        for down in lowered:
            assert (exact[up] % 1, -up) > (exact[down] % 1, -down), (
                "the earlier part first where they are equal"
            )


@pytest.mark.parametrize(
    ("parts", "texts"),
    [
        ([5, 1], ["83,33", "16,67"]),
        ([1, 5], ["16,67", "83,33"]),
        ([1, 1, 1], ["33,34", "33,33", "33,33"]),
        ([1, 0], ["100,00", "0,00"]),
        ([1], ["100,00"]),
    ],
)
def test_the_parts_of_a_whole_are_rounded_together(parts: list[int], texts: list[str]) -> None:
    assert partition_percents(parts) == texts


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 0), (1, -3), (-1, 3)])
def test_no_share_of_nothing(numerator: int, denominator: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - there is nothing more to say
        percent_text(numerator, denominator)


def test_no_partition_of_nothing() -> None:
    for parts in ([0, 0], [3, -1]):
        with pytest.raises(ValueError):  # noqa: PT011 - there is nothing more to say
            partition_percents(parts)
