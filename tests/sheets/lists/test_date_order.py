"""Dates that a computer changed in silence: day and month, a year, an hour, a century."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.sheets.files.cells import Sheet, Value
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source

TODAY = dt.date(2024, 12, 8)


def births(
    *values: Value, heading: str = "Ngày sinh", times: dict[tuple[int, int], dt.time] | None = None
) -> Reading:
    rows = ((number, f"Nình Văn {chr(65 + number)}", value) for number, value in enumerate(values, start=1))
    kind = "voters" if heading == "Ngày sinh" else "members"
    sheet = Sheet("DS", (("STT", "Họ và tên", heading), *rows), times=times or {})
    return read_sheets((sheet,), kind, Source("a.xlsx", ""), TODAY)


def taken(found: Reading, key: str = "birth") -> list[str]:
    return [row[key] for row in found.rows]


def refused(found: Reading) -> list[tuple[int, str]]:
    return [(row.row, row.code) for row in found.refused]


def typed(days: list[dt.date], *, month_first: bool) -> list[Value]:
    """Type dates with the day first into a computer that expects the day, or the month, first."""
    if not month_first:
        return list(days)
    return [dt.date(day.year, day.day, day.month) if day.day <= 12 else f"{day:%d/%m/%Y}" for day in days]


days = st.lists(st.dates(dt.date(1930, 1, 1), dt.date(2006, 12, 31)), min_size=1, max_size=25)


@given(days)
def test_days_typed_where_the_month_goes_first_are_put_right_or_wait(written: list[dt.date]) -> None:
    cells = typed(written, month_first=True)
    found = births(*cells)
    if not any(isinstance(cell, str) for cell in cells):
        return
    for number, row in zip(found.numbers, found.rows, strict=True):
        assert row["birth"] == written[number - 2].isoformat()
    assert {code for _, code in refused(found)} <= {"bad_date"}


@given(days)
def test_days_typed_where_the_day_goes_first_are_taken_as_they_are(written: list[dt.date]) -> None:
    found = births(*typed(written, month_first=False))
    assert (taken(found), found.notes) == ([day.isoformat() for day in written], ())


@given(days)
def test_texts_are_read_with_the_day_first_whatever_their_days_are(written: list[dt.date]) -> None:
    found = births(*(f"{day:%d/%m/%Y}" for day in written))
    assert (taken(found), found.notes) == ([day.isoformat() for day in written], ())


def test_a_column_typed_where_the_month_goes_first_is_put_right_cell_by_cell() -> None:
    found = births(
        dt.date(1950, 5, 3), "13/05/1951", "25/12/1952", dt.date(1953, 8, 4), dt.date(1954, 7, 7),
        "19/5/1954", 1955, dt.date(1956, 1, 12),
    )  # fmt: skip
    assert taken(found) == [
        "1950-03-05", "1951-05-13", "1952-12-25", "1953-04-08", "1954-07-07", "1954-05-19", "1955",
        "1956-12-01",
    ]  # fmt: skip
    assert found.notes == (
        Note("C2", "swapped", "1950-05-03", "1950-03-05"),
        Note("C5", "swapped", "1953-08-04", "1953-04-08"),
        Note("C9", "swapped", "1956-01-12", "1956-12-01"),
    )


def test_too_few_dates_to_tell_wait_for_a_person() -> None:
    found = births(dt.date(1950, 5, 3), "13/05/1951", dt.date(1952, 4, 4), "1953")
    assert taken(found) == ["1951-05-13", "1952-04-04", "1953"]
    assert refused(found) == [(2, "bad_date")]


def test_a_date_cell_beyond_the_twelfth_says_that_all_are_right() -> None:
    found = births(dt.date(1950, 5, 3), "13/05/1951", "25/12/1952", "19/05/1954", dt.date(1955, 11, 30))
    assert (taken(found)[0], found.notes) == ("1950-05-03", ())


def test_texts_with_the_month_first_are_put_right_as_a_column() -> None:
    found = births("05/13/1951", "12/25/1952", "5/19/1954", "05/03/1950", "8/8/1960")
    assert taken(found) == ["1951-05-13", "1952-12-25", "1954-05-19", "1950-05-03", "1960-08-08"]
    assert [(note.cell, note.code) for note in found.notes] == [
        (f"C{row}", "swapped") for row in (2, 3, 4, 5)
    ]


def test_texts_of_both_orders_can_be_read_in_two_ways() -> None:
    found = births("05/13/1951", "25/12/1952", "05/03/1950", "1960-03-05", "ngày 5 tháng 3 năm 1961")
    assert taken(found) == ["1952-12-25", "1960-03-05", "1961-03-05"]
    assert refused(found) == [(2, "bad_date"), (4, "bad_date")]


def test_one_slip_among_many_dates_spoils_no_other() -> None:
    found = births(*(f"{day}/03/1960" for day in range(13, 28)), "05/04/1961", "04/23/1962")
    assert (taken(found)[-1], refused(found)) == ("1961-04-05", [(18, "bad_date")])


def test_a_year_typed_into_a_cell_of_dates_is_that_year() -> None:
    found = births(dt.date(1905, 5, 13), dt.date(1905, 5, 11), dt.date(1970, 3, 5))
    assert taken(found) == ["1960", "1958", "1970-03-05"]
    assert found.notes == (
        Note("C2", "year", "1905-05-13", "1960"), Note("C3", "year", "1905-05-11", "1958"),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["13/05/1905", "1905-05-13"])
def test_a_text_that_says_so_is_nobodys_birth(text: str) -> None:
    assert refused(births(text)) == [(2, "bad_date")]


def test_one_born_in_that_year_by_the_identity_number_keeps_the_day() -> None:
    head, row = ("Họ tên", "Ngày sinh", "CCCD"), ("Nình Văn Thử", dt.date(1905, 5, 13), "022005000111")
    found = read_sheets((Sheet("DS", (head, row)),), "voters", Source("a.xlsx", ""), TODAY)
    assert taken(found) == ["1905-05-13"]


@pytest.mark.parametrize(
    ("time", "iso"),
    [
        (dt.time(23), "1960-03-05"),
        (dt.time(23, 59, 30), "1960-03-05"),
        (dt.time(17), "1960-03-05"),
        (dt.time(16, 53, 30), "1960-03-05"),
        (dt.time(0, 0, 30), "1960-03-04"),
        (dt.time(7), "1960-03-04"),
    ],
)
def test_the_evening_before_is_midnight_in_another_time_zone(time: dt.time, iso: str) -> None:
    found = births(dt.date(1960, 3, 4), dt.date(1961, 4, 5), times={(2, 3): time})
    assert taken(found) == [iso, "1961-04-05"]
    assert found.notes == (Note("C2", "time", f"1960-03-04 {time}", iso),)


@pytest.mark.parametrize(
    "text",
    [
        "05/03/1950 00:00:00",
        "5/3/1950 0:00",
        "05/03/1950 12:00:00 SA",
        "3/5/1950 12:00:00 AM",
        "1950-03-05T00:00:00",
        "1950-03-05 00:00:00.000",
        "1950-03-05T00:00:00.000Z",
        "05-03-1950 00:00",
    ],
)
def test_midnight_behind_a_date_is_no_hour(text: str) -> None:
    found = births(text, *(["12/25/1952", "5/19/1954", "10/30/1960"] if text.endswith("AM") else []))
    assert taken(found)[0] == "1950-03-05"
    assert found.notes[0].code == ("swapped" if text.endswith("AM") else "date")


@pytest.mark.parametrize("text", ["05/03/1950 07:30", "05/03/1950 23:00:00", "05/03/1950 12:00:00 CH"])
def test_another_hour_in_a_text_waits_for_a_person(text: str) -> None:
    assert refused(births(text)) == [(2, "bad_date")]


@pytest.mark.parametrize(
    "value",
    [dt.date(2029, 3, 5), "15/08/2041", 2035, "2035", "12/2024 ", "01/2025", 46000, dt.date(2024, 12, 9)],
)
def test_nobody_is_born_after_the_day_of_reading(value: Value) -> None:
    found = births(value)
    expected = [] if value == "12/2024 " else [(2, "future")]
    assert refused(found) == expected


def test_nobody_is_born_tomorrow_in_three_columns_and_nobody_admitted() -> None:
    rows = (("Họ tên", "Ngày", "Tháng", "Năm", "Địa chỉ"), ("Nình Văn Thử", 9, 12, 2024, "Xóm 1"))
    found = read_sheets((Sheet("DS", rows),), "voters", Source("a.xlsx", ""), TODAY)
    assert refused(found) == [(2, "future")]
    assert refused(births("03/02/2030", heading="Ngày vào Đảng")) == [(2, "future")]


def test_dates_of_admission_are_put_right_like_births() -> None:
    found = births(
        dt.date(1990, 3, 2), "19/05/1991", "22/12/1995", dt.date(1996, 7, 1), dt.date(1999, 3, 2),
        "30/04/2001",
        heading="Ngày vào Đảng",
    )  # fmt: skip
    assert taken(found, "admitted")[0] == "1990-02-03"
    assert {note.code for note in found.notes} == {"swapped"}
