from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

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


@pytest.mark.parametrize(("numerator", "denominator"), [(1, 0), (1, -3), (-1, 3)])
def test_no_share_of_nothing(numerator: int, denominator: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - there is nothing more to say
        percent_text(numerator, denominator)


def test_no_partition_of_nothing() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - there is nothing more to say
        partition_percents([0, 0])
