"""Dates of birth in every form that lists hold."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.lists.cells.births import read_birth

births = st.dates(dt.date(1927, 6, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "iso", "plain"),
    [
        (dt.date(1978, 4, 12), "1978-04-12", True),
        ("12/04/1978", "1978-04-12", True),
        ("12/9/1998", "1998-09-12", True),
        ("10/1960", "1960-10", True),
        ("1956", "1956", True),
        (1956, "1956", True),
        (30899, "1984-08-05", False),
        ("30899", "1984-08-05", False),
        (30899.5, "1984-08-05", False),
        ("12-04-1978", "1978-04-12", False),
        ("12.4.1978", "1978-04-12", False),
        (" 12 / 4 / 1978", "1978-04-12", False),
        ("ngày 12 tháng 4 năm 1978", "1978-04-12", False),
        ("Ngày 12 tháng 04, 1978", "1978-04-12", False),
        ("tháng 4 năm 1978", "1978-04", False),
        ("Sinh năm 1978", "1978", False),
        ("ngày 12/4/1978", "1978-04-12", False),
        ("1978-04-12", "1978-04-12", False),
        ("1978-04-12 00:00:00", "1978-04-12", False),
        ("1978-04", "1978-04", False),
        ("00/00/1945", "1945", False),
        ("00/5/1945", "1945-05", False),
        ("../../1945", "1945", False),
        ("--/10/1945", "1945-10", False),
    ],
)
def test_every_form_of_a_date_is_understood(value: str | float | dt.date, iso: str, plain: bool) -> None:
    birth = read_birth(value, date1904=False, likely_year=None)
    assert (birth.date.iso(), birth.note) == (iso, None if plain else "date")


@pytest.mark.parametrize(
    "value",
    [
        "31/02/1978",
        "04/23/1978",
        "13/1978",
        "1899",
        "2101",
        1899,
        2101,
        2965,
        7,
        0,
        -1,
        10.1960,
        1956.5,
        1e300,
        float("inf"),
        dt.date(1850, 1, 1),
        dt.date(2101, 1, 1),
        "12/00/1978",
        "12/4/78",
        "khoảng 1950",
        "x",
        "1950?",
        "12/04/1978 07:30",
        True,
    ],
)
def test_what_is_impossible_or_can_be_read_in_two_ways_is_refused(value: str | float | dt.date) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_birth(value, date1904=False, likely_year=None)


def test_a_year_of_two_digits_is_certain_only_with_the_identity_number() -> None:
    assert read_birth("12/4/78", date1904=False, likely_year=1978).date.iso() == "1978-04-12"
    with pytest.raises(ValueError, match="two digits"):
        read_birth("12/4/78", date1904=False, likely_year=1979)


@given(births)
def test_a_serial_number_is_the_day_in_both_systems(day: dt.date) -> None:
    for first, date1904 in ((dt.date(1899, 12, 30), False), (dt.date(1904, 1, 1), True)):
        serial = (day - first).days
        if serial >= 10_000:
            assert read_birth(serial, date1904=date1904, likely_year=None).date.earliest() == day


@given(births)
def test_the_day_always_stands_before_the_month(day: dt.date) -> None:
    for text in (f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}", day.isoformat()):
        birth = read_birth(text, date1904=False, likely_year=None)
        assert birth.date.iso() == day.isoformat()


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        birth = read_birth(text, date1904=False, likely_year=None)
    except ValueError:
        return
    assert 1900 <= birth.date.year <= 2100
