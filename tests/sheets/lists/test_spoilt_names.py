"""Cells whose letters were spoilt on the way: put right with a note where it is certain, else refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import read
from desktop.wording import row_sentence
from tests.vietnamese.people import EVERYBODY

if TYPE_CHECKING:
    from tests.sheets.conftest import MakeText, MakeWorkbook

HEADER = ["STT", "Họ và tên chủ hộ", "Năm sinh", "Dân tộc", "Địa chỉ"]


@pytest.mark.parametrize(
    ("written", "name", "code"),
    [
        ("Nguy&#7877;n V&#259;n T&#7881;nh", "Nguyễn Văn Tỉnh", "repaired"),
        ("L&amp;#253; Th&#x1ecb; H&#432;&#417;ng", "Lý Thị Hương", "repaired"),
        ("Nguyá»…n VÄƒn Tá»‰nh", "Nguyễn Văn Tỉnh", "repaired"),
        ("VÃ\u00a0ng Thá»‹ Sá»\u00adu", "Vàng Thị Sửu", "repaired"),
        ("Nguye^~n Va(n Ti?nh", "Nguyễn Văn Tỉnh", "repaired"),
        ("NguyÔn V¨n TØnh", "Nguyễn Văn Tỉnh", "legacy"),
        ("TrÇn ThÞ ¸nh", "Trần Thị Ánh", "legacy"),
        ("Nguyeãn Vaên Tuaán", "Nguyễn Văn Tuấn", "legacy"),
    ],
)
def test_one_spoilt_name_among_right_ones_is_put_right(
    make_workbook: MakeWorkbook, written: str, name: str, code: str
) -> None:
    path = make_workbook(
        HEADER,
        [1, "Phạm Thị Lệ", 1953, "Kinh", "Xóm Trên"],
        [2, written, 1950, "Kinh", "Xóm Dưới"],
        [3, "Đỗ Hữu Quý", 1954, "Kinh", "Xóm Trên"],
    )
    reading = read(path, "households")
    assert [row["name"] for row in reading.rows] == ["Phạm Thị Lệ", name, "Đỗ Hữu Quý"]
    assert reading.notes[0].code == code
    assert (reading.notes[0].cell, reading.notes[0].was) == ("B3", written)


@pytest.mark.parametrize(
    "written",
    [
        "Nguy?n V?n T?nh",
        "Th?",
        "Nguy\ufffdn Văn A",
        "Nguyá»n",
        "VÃ ng A Sang",
        "Nguyễn V¨n TØnh",
        "Ñoã Thò Lan",
        "Ch\u0301u Văn A",
        "abc123",
        "xxxxx",
        "Lò ☑",
        "Nguy&#7877n",
    ],
)
def test_a_name_that_nobody_can_tell_is_refused_with_its_cell(
    make_workbook: MakeWorkbook, written: str
) -> None:
    path = make_workbook(HEADER, [1, written, 1950, "Kinh", "Xóm Trên"], [2, "Lò Thị Ơn", 1951, "Tày", None])
    reading = read(path, "households")
    assert [row["name"] for row in reading.rows] == ["Lò Thị Ơn"]
    (refused,) = reading.refused
    assert (refused.code, refused.cells["B2"]) == ("unreadable", written)
    assert "không đọc được" in row_sentence("unreadable", "2")


def test_other_cells_are_put_right_or_refused_too(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        HEADER,
        [1, "Lò Thị Ơn", 1950, "GiÃ¡y", "XÃ³m TrÃªn"],
        [2, "Lò Thị Páo", 1951, "Tµy", "Xóm 2?"],
        [3, "Lò Thị Mẩy", 1952, "Tày", "X\ufffdm Trên"],
        [4, "Lò Thị Lả", 1953, "TÃ y", None],
    )
    reading = read(path, "households")
    told = [(row["ethnic"], row["address"]) for row in reading.rows]
    assert told == [("Giáy", "Xóm Trên"), ("Tày", "Xóm 2?")]
    assert reading.notes == (
        Note("D2", "repaired", "GiÃ¡y", "Giáy"),
        Note("E2", "repaired", "XÃ³m TrÃªn", "Xóm Trên"),
        Note("D3", "legacy", "Tµy", "Tày"),
    )
    assert [(refused.row, refused.code) for refused in reading.refused] == [
        (4, "unreadable"),
        (5, "unreadable"),
    ]


@pytest.mark.parametrize("spoil", ["cp1252", "cp1258"])
def test_a_file_that_was_spoilt_whole_is_read_headings_and_all(make_text: MakeText, spoil: str) -> None:
    text = "STT,Họ và tên chủ hộ,Năm sinh,Giới tính\n1,Nguyễn Văn Tỉnh,1950,Nam\n2,Lý Thị Sửu,1951,Nữ\n"
    shown = "".join(bytes((byte,)).decode(spoil, "ignore") or chr(byte) for byte in text.encode())
    reading = read(make_text(shown), "households")
    assert [(row["name"], row["sex"]) for row in reading.rows] == [
        ("Nguyễn Văn Tỉnh", "Nam"),
        ("Lý Thị Sửu", "Nữ"),
    ]


def test_names_of_every_people_pass_untouched(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["STT", "Họ tên", "Năm sinh"], *([n, name, 1950] for n, name in enumerate(EVERYBODY, 1))
    )
    reading = read(path, "households")
    assert [row["name"] for row in reading.rows] == list(EVERYBODY)
    assert reading.notes == ()
    assert reading.refused == ()


def test_a_hamlet_is_named_by_figures_and_letters(make_workbook: MakeWorkbook) -> None:
    names = ["Tổ 12A", "T15", "Khu 30/4", "Buôn Ea M'Đoh", "Plei Kép Ram", "Nà Ếch II"]
    rows = [[number, name, 40] for number, name in enumerate(names, start=1)]
    path = make_workbook(["STT", "Tên thôn", "Số hộ"], *rows)
    reading = read(path, "hamlets")
    assert [row["name"] for row in reading.rows] == names
