"""Lists of people that mark who is the head of a household, and how many they are."""

from __future__ import annotations

import pytest

from desktop.sheets.files.cells import Sheet, Value
from desktop.sheets.lists.reading import Reading, Source, read_sheets
from desktop.sheets.lists.record import Note


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
