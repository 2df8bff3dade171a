"""Numbers as minutes write them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.numerals import grouped, in_words, level, ordinal, two_digits, whole_number


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (87, "tám mươi bảy"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (121, "một trăm hai mươi mốt"),
        (555, "năm trăm năm mươi lăm"),
        (1000, "một nghìn"),
        (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (38_642, "ba mươi tám nghìn sáu trăm bốn mươi hai"),
        (1_000_001, "một triệu không trăm linh một"),
        (2_001_000, "hai triệu không trăm linh một nghìn"),
        (
            999_999_999,
            "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín",
        ),
        (1_000_000_000, "một tỷ"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (105, "một trăm lẻ năm"),
        (1005, "một nghìn không trăm lẻ năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (5, "năm"),
    ],
)
def test_the_south_says_le_where_there_are_no_tens(number: int, words: str) -> None:
    assert in_words(number, for_no_tens="lẻ") == words


@pytest.mark.parametrize("number", [-1, 10**12])
def test_what_no_minutes_count_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        in_words(number)


@given(st.integers(0, 999_999_999), st.integers(0, 999_999_999))
def test_two_numbers_never_read_alike(first: int, second: int) -> None:
    assert (in_words(first) == in_words(second)) == (first == second)


def test_thousands_are_parted_by_dots() -> None:
    assert [grouped(number) for number in (0, 999, 1000, 38_642, 1_234_567)] == [
        "0",
        "999",
        "1.000",
        "38.642",
        "1.234.567",
    ]


def test_a_single_digit_gets_a_zero_before_it() -> None:
    assert [two_digits(number) for number in (0, 2, 9, 10, 125, 1200)] == [
        "00",
        "02",
        "09",
        "10",
        "125",
        "1.200",
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("125", 125),
        ("1.250", 1250),
        (" 38 642 ", 38_642),
        ("0", 0),
        ("1.5", None),
        ("12.50", None),
        (".", None),
        ("1,5", None),
        ("-3", None),
        ("năm", None),
        ("٣", None),
        ("", None),
        ("1234567", None),
    ],
)
def test_a_dot_that_parts_no_thousands_makes_no_number(typed: str, number: int | None) -> None:
    assert whole_number(typed, 6) == number


def test_congresses_are_numbered_as_the_partys_papers_write_them() -> None:
    assert [ordinal(number) for number in (1, 2, 4, 9, 11, 12, 14, 29, 40, 54)] == [
        *("nhất", "II", "IV", "IX", "XI", "XII", "XIV", "XXIX", "XL", "LIV"),
    ]


@pytest.mark.parametrize(
    ("share", "at_least", "said"),
    [
        (Fraction(1, 2), False, "quá nửa"),
        (Fraction(1, 4), False, "quá 1/4"),
        (Fraction(1, 2), True, "ít nhất 1/2"),
        (Fraction(2, 3), True, "ít nhất 2/3"),
    ],
)
def test_a_threshold_is_said_before_its_base(share: Fraction, *, at_least: bool, said: str) -> None:
    assert level(share, at_least=at_least) == said
