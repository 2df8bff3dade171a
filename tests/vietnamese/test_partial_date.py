"""Births of which only the year, or year and month, is known."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.partial_date import PartialDate, age_on, parse_iso

full = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
partial = (
    full
    | full.map(lambda date: PartialDate(date.year, date.month))
    | full.map(lambda date: PartialDate(date.year))
)


@pytest.mark.parametrize(
    ("iso", "text", "earliest"),
    [
        ("1978", "1978", dt.date(1978, 1, 1)),
        ("1978-04", "04/1978", dt.date(1978, 4, 1)),
        ("1978-04-12", "12/04/1978", dt.date(1978, 4, 12)),
    ],
)
def test_an_unknown_part_counts_from_its_first_day(iso: str, text: str, earliest: dt.date) -> None:
    date = parse_iso(iso)
    assert (date.iso(), date.text(), date.earliest()) == (iso, text, earliest)


@pytest.mark.parametrize(
    "text",
    ["", "78", "1978-13", "1978-02-30", "1978-4", "12/04/1978", "0000", "1978-00", "1978-04-00", "１９７８"],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_iso(text)


def test_a_day_without_a_month_is_no_date() -> None:
    with pytest.raises(ValueError, match="a day without a month"):
        PartialDate(1978, day=12)


def test_an_unknown_day_is_never_stored() -> None:
    assert parse_iso("1978") != parse_iso("1978-01-01")
    assert parse_iso("1978") < parse_iso("1978-01") < parse_iso("1978-01-01") < parse_iso("1978-01-02")


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("2003-12-08", dt.date(2024, 12, 7), 20),
        ("2003-12-08", dt.date(2024, 12, 8), 21),
        ("2003", dt.date(2024, 1, 1), 21),
        ("2003-12", dt.date(2024, 12, 1), 21),
        ("2004-02-29", dt.date(2025, 2, 28), 20),
        ("2004-02-29", dt.date(2025, 3, 1), 21),
        ("2004-02-29", dt.date(2028, 2, 29), 24),
        ("2024-05-01", dt.date(2024, 4, 30), -1),
    ],
)
def test_age_counts_full_years(birth: str, day: dt.date, age: int) -> None:
    assert age_on(parse_iso(birth), day) == age


@given(partial)
def test_what_is_written_is_read_again(date: PartialDate) -> None:
    assert parse_iso(date.iso()) == date


@given(partial, partial)
def test_dates_stand_in_one_order(first: PartialDate, second: PartialDate) -> None:
    assert [first < second, first == second, first > second].count(True) == 1
    assert (first <= second) == (not first > second)
    assert (first >= second) == (not first < second)
    if first.earliest() < second.earliest():
        assert first < second
