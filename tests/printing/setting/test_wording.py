from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.printing.setting.wording import (
    balanced,
    count_text,
    counted,
    day_text,
    short_day_text,
    weekday_text,
)


@pytest.mark.parametrize(("number", "written"), [(0, "0"), (2, "02"), (9, "09"), (10, "10"), (81, "81")])
def test_a_count_below_ten_has_a_zero_so_that_none_can_be_written_in_front(number: int, written: str) -> None:
    assert count_text(number) == written


def test_a_number_is_never_parted_from_its_unit() -> None:
    assert counted(2, "phiếu thu vào") == "02\u00a0phiếu thu vào"


def test_days_below_ten_and_the_first_two_months_take_a_zero() -> None:
    assert day_text(dt.date(2024, 12, 8)) == "ngày\u00a008 tháng 12 năm 2024"
    assert day_text(dt.date(2025, 2, 1)) == "ngày\u00a001 tháng 02 năm 2025"
    assert short_day_text(dt.date(2022, 6, 5)) == "05/6/2022"


def test_the_example_day_is_a_sunday() -> None:
    assert weekday_text(dt.date(2024, 12, 8)) == "Chủ nhật"


def test_a_long_title_is_broken_into_lines_of_like_length() -> None:
    assert balanced("TỔ TRƯỞNG TỔ DÂN PHỐ", 11, len) == ["TỔ TRƯỞNG", "TỔ DÂN PHỐ"]


@given(st.lists(st.text("abcđê", min_size=1, max_size=8), min_size=1, max_size=7), st.integers(8, 40))
def test_breaking_loses_no_word_and_no_line_is_too_wide(words: list[str], width: int) -> None:
    lines = balanced(" ".join(words), width, len)
    assert " ".join(lines).split(" ") == words
    assert all(len(line) <= width for line in lines)
