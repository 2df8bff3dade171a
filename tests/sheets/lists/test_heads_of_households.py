"""Lists of people that mark who is the head of a household, and how many they are."""

from __future__ import annotations

import pytest

from desktop.sheets.files.cells import Sheet, Value
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source


def people(*relations: Value, heading: str = "QH") -> Reading:
    rows = ((number, f"Nình Văn {chr(64 + number)}", mark, 1950) for number, mark in enumerate(relations, 1))
    sheet = Sheet("DS", (("STT", "Họ và tên", heading, "Năm sinh"), *rows))
    return read_sheets((sheet,), "households", Source("a.xlsx", ""))


def heads(found: Reading) -> list[int]:
    assert {row.code for row in found.refused} <= {"not_head"}
    return [number - 1 for number in found.numbers]


@pytest.mark.parametrize("heading", ["QH", "Q.hệ", "QH với CH", "Mối quan hệ với chủ hộ", "QUAN HỆ", "QHCH"])
def test_a_list_of_people_under_a_short_heading_counts_its_heads(heading: str) -> None:
    assert heads(people("CH", "V", "C", "Chủ hộ", "Con", "đại diện hộ", heading=heading)) == [1, 4, 6]


def test_whoever_has_no_mark_is_a_head_only_where_no_head_has_one() -> None:
    assert heads(people("CH", None, "-", "CH", " ")) == [1, 4]
    assert heads(people(None, "Vợ", "Con", "-", "Vợ")) == [1, 4]


def rows_of(*rows: tuple[Value, ...]) -> Reading:
    return read_sheets((Sheet("DS", rows),), "households", Source("a.xlsx", ""))


def test_people_below_a_numbered_head_are_no_households() -> None:
    found = rows_of(
        ("STT", "Họ tên", "Năm sinh"),
        (1, "Nình Văn A", 1950),
        (None, "Lỷ Thị B", 1955),
        (None, "Nình Văn C", 1980),
        (2, "Tằng A D", 1960),
        (None, "Vi Thị E", 1961),
        (3, "Vi Văn G", 1970),
    )
    assert heads(found) == [1, 4, 6]


def test_people_without_the_number_of_a_household_are_none() -> None:
    found = rows_of(
        ("Hộ số", "STT", "Họ tên", "Năm sinh"),
        (1, 1, "Nình Văn A", 1950),
        (None, 2, "Lỷ Thị B", 1955),
        (2, 3, "Tằng A D", 1960),
        (None, 4, "Vi Thị E", 1961),
    )
    assert heads(found) == [1, 3]


@pytest.mark.parametrize("numbers", [(1, 2, None, 3, 4), (1, 2, 3, None, None), (None,) * 5, (1, 2, 3, 4, 5)])
def test_a_number_forgotten_makes_nobody_less_a_head(numbers: tuple[Value, ...]) -> None:
    rows = [(number, f"Nình Văn {chr(65 + at)}", 1950 + at) for at, number in enumerate(numbers)]
    assert len(rows_of(("STT", "Họ tên", "Năm sinh"), *rows).rows) == 5


@pytest.mark.parametrize("written", ["(trống)", "Nhà trống", "Không có người ở", "Bỏ trống"])
def test_an_empty_house_is_no_household(written: str) -> None:
    found = rows_of(("STT", "Họ tên", "Địa chỉ"), (1, written, "Xóm 1"), (2, "Nình Văn A", "Xóm 2"))
    assert [(row.row, row.code) for row in found.refused] == [(2, "no_name")]


@pytest.mark.parametrize(
    ("written", "households"),
    [
        ("1.250", 1250),
        ("1,000", 1000),
        ("12,000", 12000),
        ("3.000", 3000),
        ("86", 86),
        (86.0, 86),
        ("86,0", 86),
    ],
)
def test_thousands_of_households_are_noted(written: Value, households: int) -> None:
    sheet = Sheet("DS", (("Tên thôn", "Số hộ"), ("Nà Thử", written)))
    found = read_sheets((sheet,), "hamlets", Source("a.xlsx", ""))
    assert found.rows == ({"name": "Nà Thử", "households": households},)
    grouped = (Note("B2", "spaces", str(written), str(households)),)
    assert found.notes == (grouped if households >= 1000 else ())


@pytest.mark.parametrize("written", ["1,000.000", "1.25", "1,5", "0.125", "1000,000"])
def test_what_is_no_whole_number_of_households_waits(written: Value) -> None:
    sheet = Sheet("DS", (("Tên thôn", "Số hộ"), ("Nà Thử", written)))
    assert [row.code for row in read_sheets((sheet,), "hamlets", Source("a.xlsx", "")).refused] == [
        "bad_value"
    ]


@pytest.mark.parametrize("written", ["3.000", "4,000", "1.250"])
def test_nobody_has_a_thousand_people_in_the_house(written: str) -> None:
    sheet = Sheet("DS", (("Chủ hộ", "Số khẩu"), ("Nình Văn Thử", written)))
    assert [row.code for row in read_sheets((sheet,), "households", Source("a.xlsx", "")).refused] == [
        "bad_value"
    ]
