"""Cells of a list of households that are repaired, noted or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.cells.refusal import RefusedRow
from desktop.sheets.lists.reading import read
from tests.sheets.lists.test_households import HEADER, ROW

if TYPE_CHECKING:
    from tests.sheets.conftest import MakeWorkbook


def test_dittos_take_the_value_above_through_any_number_of_rows(make_workbook: MakeWorkbook) -> None:
    dittos = ["nt", "Như trên", '"', '-"-', "NT", "n.t"]
    rows = [[number, f"Lò Văn {chr(64 + number)}n", "nt", 1] for number in range(2, 8)]
    for row, ditto in zip(rows, dittos, strict=True):
        row[2] = ditto
    path = make_workbook(["STT", "Họ tên", "Dân tộc", "Số khẩu"], [1, "Lò Thị Ơn", "Mông", 4], *rows)
    reading = read(path, "households")
    assert {row["ethnic"] for row in reading.rows} == {"Mông"}
    assert reading.notes == tuple(
        Note(f"C{row}", "ditto", ditto, "Mông") for row, ditto in enumerate(dittos, start=3)
    )


def test_a_ditto_takes_the_cell_above_even_of_a_refused_row(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        HEADER, ROW, [2, None, 1960, "Nam", None, "Dao", 3], [3, "Hà Văn Páo", "nt", "nt", None, "nt", "nt"]
    )
    reading = read(path, "households")
    assert [refused.row for refused in reading.refused] == [3]
    assert reading.rows[1] == {
        "name": "Hà Văn Páo",
        "sex": "Nam",
        "birth": "1960",
        "identity": None,
        "ethnic": "Dao",
        "members": 3,
    }


@pytest.mark.parametrize(("column", "code"), [(1, "no_name"), (4, "bad_identity")])
def test_nobody_has_the_name_or_number_of_the_one_above(
    make_workbook: MakeWorkbook, column: int, code: str
) -> None:
    row: list[object] = [2, "Hà Văn Páo", 1960, "Nam", None, "Dao", 3]
    row[column] = "nt"
    reading = read(make_workbook(HEADER, ROW, row), "households")
    assert [refused.code for refused in reading.refused] == [code]


def test_a_cell_merged_over_several_rows_counts_for_each(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ tên", "Xóm", "Năm sinh"],
        ["Lò Thị Ơn", "Xóm 1", 1970],
        ["Hà Văn Páo", None, 1971],
        merges=["B2:B3"],
    )
    assert [row["address"] for row in read(path, "households").rows] == ["Xóm 1", "Xóm 1"]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        (1, None, "no_name"),
        (1, "-", "no_name"),
        (1, 12, "no_name"),
        (2, "31/02/1978", "bad_date"),
        (2, 1850, "bad_date"),
        (2, "không rõ", "bad_date"),
        (3, "?", "bad_value"),
        (4, "12345678", "bad_identity"),
        (4, "2.21781E+11", "bad_identity"),
        (4, 123456789.5, "bad_identity"),
        (4, "123456789.0", "bad_identity"),
        (6, "bốn", "bad_value"),
        (6, 3.5, "bad_value"),
        (6, -4, "bad_value"),
    ],
)
def test_a_refused_row_is_named_and_loses_nothing(
    make_workbook: MakeWorkbook, column: int, value: object, code: str
) -> None:
    row: list[object] = list(ROW)
    row[column] = value
    reading = read(make_workbook(HEADER, row, left=2, top=9), "households")
    cells = {
        f"{letter}10": str(cell) for letter, cell in zip("BCDEFGH", row, strict=True) if cell is not None
    }
    assert reading.rows == ()
    assert reading.notes == ()
    assert reading.refused == (RefusedRow(10, code, cells),)


@pytest.mark.parametrize(
    ("written", "kept", "codes"),
    [
        ("022178075954", "022178075954", []),
        (122178075954, "122178075954", []),
        (22178075954, "022178075954", ["padded"]),
        ("2178075954", "002178075954", ["padded"]),
        ("327407698", "327407698", ["old_identity"]),
        (327407698, "327407698", ["old_identity"]),
        ("022 178 075 954", "022178075954", ["spaces"]),
        ("022.178.075.954", "022178075954", ["spaces"]),
        ("'22178075954 ", "022178075954", ["spaces", "padded"]),
    ],
)
def test_identity_numbers_are_repaired_and_noted(
    make_workbook: MakeWorkbook, written: object, kept: str, codes: list[str]
) -> None:
    reading = read(make_workbook(["Họ tên", "CCCD"], ["Lò Thị Ơn", written]), "households")
    assert reading.rows[0]["identity"] == kept
    assert [(note.cell, note.code) for note in reading.notes] == [("B2", code) for code in codes]


def test_a_year_of_two_digits_is_taken_only_where_the_identity_number_says_the_same(
    make_workbook: MakeWorkbook,
) -> None:
    path = make_workbook(
        HEADER, [1, "Lò Thị Ơn", "12/4/78", "Nữ", "022178075954"], [2, "Hà Văn Páo", "1/2/60", "Nam"]
    )
    reading = read(path, "households")
    assert reading.rows[0]["birth"] == "1978-04-12"
    assert [note.code for note in reading.notes] == ["date"]
    assert [(refused.row, refused.code) for refused in reading.refused] == [(3, "bad_date")]


def test_signs_that_nobody_sees_fall_from_names_numbers_and_dates(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ tên", "CCCD", "Ngày sinh", "Số khẩu"],
        ["\u202aNình Văn\u200b Thử\u202c", "\u202a022151000222\u202c", "\u20661/2/1970\u2069", "3\ufeff"],
    )
    reading = read(path, "households")
    assert reading.rows == (
        {"name": "Nình Văn Thử", "birth": "1970-02-01", "identity": "022151000222", "members": 3},
    )
    assert [(note.cell, note.code) for note in reading.notes if note.code != "date"] == [
        ("A2", "invisible"),
        ("B2", "invisible"),
        ("C2", "invisible"),
        ("D2", "invisible"),
    ]


def test_a_name_with_eth_is_the_same_name(make_workbook: MakeWorkbook) -> None:
    reading = read(
        make_workbook(["Họ tên", "Năm sinh"], ["Ðặng Văn Thử", 1950], ["Đặng Văn Thử", 1950]), "households"
    )
    assert [row["name"] for row in reading.rows] == ["Đặng Văn Thử"] * 2
    assert reading.notes == (
        Note("A2", "letter", "Ðặng Văn Thử", "Đặng Văn Thử"),
        Note("A3", "duplicate", "Đặng Văn Thử", "A2"),
    )


def test_repairs_of_one_cell_follow_one_another(make_workbook: MakeWorkbook) -> None:
    written = " LO\u0300  THỊ ƠN"
    reading = read(make_workbook(["Họ tên", "Số khẩu"], [written, 4]), "households")
    assert reading.notes == (
        Note("A2", "nfd", written, " LÒ  THỊ ƠN"),
        Note("A2", "spaces", " LÒ  THỊ ƠN", "LÒ THỊ ƠN"),
        Note("A2", "case", "LÒ THỊ ƠN", "Lò Thị Ơn"),
    )


def test_a_household_that_stands_twice_is_kept_and_noted(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ tên", "Năm sinh", "CCCD"],
        ["Lò Thị Ơn", 1978, "022178075954"],
        ["Lò Thị Ơn", 1978, "22178075954"],
        ["Hà Văn Páo", 1960, None],
        ["Hà Văn Páo", 1961, None],
        ["HÀ VĂN PÁO", "1960", "-"],
        ["Mùa A Dê", None, None],
        ["Mùa A Dê", None, None],
    )
    reading = read(path, "households")
    assert len(reading.rows) == 7
    assert [note for note in reading.notes if note.code == "duplicate"] == [
        Note("C3", "duplicate", "22178075954", "C2"),
        Note("A6", "duplicate", "HÀ VĂN PÁO", "A4"),
    ]
