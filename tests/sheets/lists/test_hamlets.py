"""Lists of hamlets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import read

if TYPE_CHECKING:
    from tests.sheets.conftest import MakeText, MakeWorkbook

HEADER = [
    "STT",
    "Loại",
    "Tên thôn/bản",
    "Số hộ",
    "Đặc biệt khó khăn",
    "Trưởng thôn đương nhiệm",
    "Là đảng viên",
]


def test_a_hamlet_with_all_its_facts(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(HEADER, [1, "Thôn", "Nà Ếch", 125, "x", "Lò Thu Liễu", "Có"])
    assert read(path, "hamlets").rows == (
        {
            "kind": "Thôn",
            "name": "Nà Ếch",
            "households": 125,
            "especially_difficult": True,
            "head": "Lò Thu Liễu",
            "head_is_member": True,
        },
    )


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        ("x", True),
        ("X", True),
        ("✓", True),
        ("Có", True),
        (1, True),
        ("Không", False),
        (None, False),
        (0, False),
        ("-", None),
    ],
)
def test_marks_and_words_for_yes_and_no(
    make_workbook: MakeWorkbook, written: object, flag: bool | None
) -> None:
    (row,) = read(make_workbook(HEADER, [1, "Thôn", "Nà Ếch", 125, written]), "hamlets").rows
    assert row["especially_difficult"] is flag


def test_capitals_are_put_right_and_a_roman_number_stays(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(HEADER, [1, "KHU PHỐ", "NÀ ẾCH II", 125, None, "LÒ THU LIỄU", "Có"])
    reading = read(path, "hamlets")
    assert [reading.rows[0][key] for key in ("kind", "name", "head")] == [
        "Khu phố",
        "Nà Ếch II",
        "Lò Thu Liễu",
    ]
    assert reading.notes == (
        Note("B2", "case", "KHU PHỐ", "Khu phố"),
        Note("C2", "case", "NÀ ẾCH II", "Nà Ếch II"),
        Note("F2", "case", "LÒ THU LIỄU", "Lò Thu Liễu"),
    )


def test_thousands_of_households_may_be_parted_by_a_dot(make_text: MakeText) -> None:
    path = make_text("Tên thôn;Số hộ\nNà Ếch;1.250\nMó Túc;307\nTổng cộng;1.557\n")
    assert read(path, "hamlets").rows == (
        {"name": "Nà Ếch", "households": 1250},
        {"name": "Mó Túc", "households": 307},
    )


def test_a_hamlet_with_neither_name_nor_sense_is_refused(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        HEADER,
        [1, "Thôn", None, 125],
        [2, "Thôn", "Mó Túc", "nhiều"],
        [3, "Thôn", "Cò Nòi", 587, "có thể"],
        [4, "Thôn", "Nà Sản", 196],
    )
    reading = read(path, "hamlets")
    assert [(refused.row, refused.code) for refused in reading.refused] == [
        (2, "no_name"),
        (3, "bad_value"),
        (4, "bad_value"),
    ]
    assert [row["name"] for row in reading.rows] == ["Nà Sản"]


def test_a_hamlet_that_stands_twice_is_noted_but_not_a_namesake_of_another_kind(
    make_workbook: MakeWorkbook,
) -> None:
    path = make_workbook(
        HEADER, *([number, kind, "Nà Ếch", 9] for number, kind in enumerate(["Thôn", "Khu phố", "thôn"]))
    )
    reading = read(path, "hamlets")
    assert len(reading.rows) == 3
    assert reading.notes == (Note("C4", "duplicate", "Nà Ếch", "C2"),)
