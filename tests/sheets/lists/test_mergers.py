"""The list of old and new hamlets, as communes and their superiors write it."""

from __future__ import annotations

import pytest

from desktop.sheets.lists.kinds.mergers import olds_of
from desktop.sheets.lists.reading import read
from tests.sheets.conftest import MakeText, MakeWorkbook


def test_a_new_hamlet_in_one_merged_cell_goes_with_every_old_one(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["PHƯƠNG ÁN SẮP XẾP THÔN, KHU PHỐ"],
        ["TT", "Thôn trước khi sắp xếp", "Số hộ", "Thôn sau khi sắp xếp"],
        [1, "Thôn Nà Ếch", 61, "Thôn Nà Ếch"],
        [2, "Thôn Khe Vằn", 64, None],
        [3, "Thôn Pò Đán", 127, "Thôn Pò Bản"],
        merges=["D3:D4"],
    )
    rows = read(path, "mergers").rows
    assert [(row["name"], row["new"]) for row in rows] == [
        ("Thôn Nà Ếch", "Thôn Nà Ếch"),
        ("Thôn Khe Vằn", "Thôn Nà Ếch"),
        ("Thôn Pò Đán", "Thôn Pò Bản"),
    ]


@pytest.mark.parametrize(
    ("written", "olds"),
    [
        ("Nà Ếch, Khe Vằn và Nà Bó", ("Nà Ếch", "Khe Vằn", "Nà Bó")),
        ("Thôn Nà Ếch; Thôn Khe Vằn", ("Thôn Nà Ếch", "Thôn Khe Vằn")),
        ("Nà Ếch + Khe Vằn", ("Nà Ếch", "Khe Vằn")),
        ("Vàng Pheo", ("Vàng Pheo",)),
    ],
)
def test_several_old_hamlets_may_stand_in_one_cell(
    make_text: MakeText, written: str, olds: tuple[str, ...]
) -> None:
    (row,) = read(make_text(f'STT;Các thôn sáp nhập;Tên thôn mới\n1;"{written}";Hợp Nhất'), "mergers").rows
    assert olds_of(row) == olds
    assert row["new"] == "Hợp Nhất"


def test_a_line_without_a_new_hamlet_names_none(make_text: MakeText) -> None:
    text = "STT;Thôn cũ;Thôn mới\n1;Nà Ếch;\n2;Khe Vằn;Hợp Nhất\n;Tổng cộng;"
    reading = read(make_text(text), "mergers")
    assert [(row["name"], row["new"]) for row in reading.rows] == [("Nà Ếch", None), ("Khe Vằn", "Hợp Nhất")]
    assert reading.lines == 4
