"""Where a list stands in its file: rows, cells, headings, titles; and a block that was copied."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from desktop.errors import SheetRefused
from desktop.sheets.lists.reading import read
from tests.offices.lists import read_block

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheets.conftest import MakeWorkbook


def test_every_row_knows_its_number_and_the_address_of_each_of_its_cells(samples: Path) -> None:
    path = samples / "ho-gia-dinh.xlsx"
    reading = read(path, "households")
    assert len(reading.numbers) == len(reading.rows) == 125
    assert (reading.rows[4]["name"], reading.numbers[4]) == ("Cà Thế Vượng", 13)
    assert reading.addresses[13] == {
        "number": "A13",
        "name": "B13",
        "birth": "C13",
        "male": "D13",
        "female": "E13",
        "identity": "F13",
        "ethnic": "G13",
        "members": "H13",
    }
    assert {note.cell for note in reading.notes} <= {
        cell for addresses in reading.addresses.values() for cell in addresses.values()
    }
    assert reading.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_titles_and_headings_are_told_as_the_file_writes_them(samples: Path) -> None:
    source = read(samples / "ho-gia-dinh.xlsx", "households").source
    assert (source.name, [sheet.name for sheet in source.sheets]) == ("ho-gia-dinh.xlsx", ["DS hộ"])
    assert source.titles[:2] == ("ỦY BAN NHÂN DÂN XÃ", "THÔN NÀ ẾCH")
    assert [(one.column, one.text, one.key) for one in source.headings[2:5]] == [
        ("C", "Ngày, tháng, năm sinh", "birth"),
        ("D", "Giới tính Nam", "male"),
        ("E", "Nữ", "female"),
    ]
    assert (source.headings[-1].text, source.headings[-1].key) == ("Ghi chú", None)


def test_a_refused_row_has_places_too(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(("Họ và tên", "Năm sinh"), ("Vàng A Páo", "31/02/1988"), ("Vàng A Lử", 1985))
    reading = read(path, "households")
    assert [(row.row, row.code) for row in reading.refused] == [(2, "bad_date")]
    assert (reading.numbers, reading.addresses[2]["birth"]) == ((3,), "B2")


def test_a_block_keeps_its_own_header_or_gets_the_one_of_the_window() -> None:
    headed = read_block([["Số khẩu", "Chủ hộ"], ["5", "Vàng A Páo"]], "households", "khối ô")
    assert headed.rows == ({"name": "Vàng A Páo", "members": 5},)
    bare = read_block([["7.", "Vàng A Páo", "1985"], ["8.", "Vàng A Lử", ""]], "households", "khối ô")
    assert [row["birth"] for row in bare.rows] == ["1985", None]
    assert [heading.text for heading in bare.source.headings] == ["STT", "Họ và tên", "Ngày sinh"]


@pytest.mark.parametrize(("rows", "code"), [([["", " "]], "sheet.empty"), ([], "sheet.empty")])
def test_a_block_of_nothing_is_refused(rows: list[list[str]], code: str) -> None:
    with pytest.raises(SheetRefused) as caught:
        read_block(rows, "households", "khối ô")
    assert (caught.value.code, caught.value.where) == (code, "khối ô")
