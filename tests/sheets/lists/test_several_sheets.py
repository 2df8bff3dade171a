"""A list that goes on from sheet to sheet, or to the right on the same sheet."""

from __future__ import annotations

import pytest

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import LONGEST_LIST
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import only_sheets
from tests.sheets.lists.test_own_workbooks import SUMMARY, reading, rows, xlsx
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import open_document, row

ONE: list[list[object]] = [
    ["DANH SÁCH HỘ"],
    ["STT", "Chủ hộ", "Năm sinh"],
    [1, "Lò Thị Ơn", 1978],
    [2, "Hà A Dê", 1980],
    ["Cộng", None, None],
]
OTHER: list[list[object]] = [
    ["TT", "Năm sinh", "Giới tính", "Họ và tên chủ hộ"],
    [1, "31/02/1961", "Nam", "Sùng A Chớ"],
    [2, "1978", "Nữ", "Lò Thị Ơn"],
]
NAMES = ("Thôn Nà Ếch", "Thôn Pò Đán")


def test_sheets_of_hamlets_are_joined_each_by_its_own_header() -> None:
    found = reading(xlsx(**{NAMES[0]: ONE, NAMES[1]: OTHER, "Tổng hợp": SUMMARY}), "a.xlsx", "households")
    assert found.rows == (
        {"name": "Lò Thị Ơn", "birth": "1978"},
        {"name": "Hà A Dê", "birth": "1980"},
        {"name": "Lò Thị Ơn", "sex": "Nữ", "birth": "1978"},
    )
    assert found.source.names == NAMES
    assert found.source.left_out == ("Tổng hợp",)


def test_cells_and_rows_of_joined_sheets_are_named_with_their_sheet() -> None:
    found = reading(xlsx(**{NAMES[0]: ONE, NAMES[1]: OTHER}), "a.xlsx", "households")
    assert [found.place(number) for number in found.numbers] == [
        (NAMES[0], 3), (NAMES[0], 4), (NAMES[1], 3),
    ]  # fmt: skip
    assert found.notes == (Note("Thôn Pò Đán!D3", "duplicate", "Lò Thị Ơn", "Thôn Nà Ếch!B3"),)
    [refused] = found.refused
    assert (found.place(refused.row), refused.code) == ((NAMES[1], 2), "bad_date")
    assert refused.cells["Thôn Pò Đán!B2"] == "31/02/1961"
    assert found.addresses[refused.row]["birth"] == "Thôn Pò Đán!B2"


def test_one_sheet_of_a_joined_list_can_be_taken_alone() -> None:
    whole = reading(xlsx(**{NAMES[0]: ONE, NAMES[1]: OTHER}), "a.xlsx", "households")
    part = only_sheets(whole, {NAMES[1]})
    assert [row["name"] for row in part.rows] == ["Lò Thị Ơn"]
    assert (part.source.names, part.source.left_out) == ((NAMES[1],), (NAMES[0],))
    assert [part.place(number) for number in (*part.numbers, part.refused[0].row)] == [("", 3), ("", 2)]
    assert only_sheets(whole, set(NAMES)) == whole


@pytest.mark.parametrize("names", [("Trang 1", "Trang 2"), ("Sheet1", "Sheet2"), ("DS", "tiếp theo")])
def test_sheets_with_the_same_columns_are_joined_whatever_their_names(names: tuple[str, str]) -> None:
    more: list[list[object]] = [["TT", "Năm sinh", "Họ tên"], [3, 1990, "Giàng A Páo"]]
    found = rows(xlsx(**{names[0]: ONE, names[1]: more}), "a.xlsx", "households")
    assert [row["name"] for row in found] == ["Lò Thị Ơn", "Hà A Dê", "Giàng A Páo"]


def test_another_list_beside_is_left_out_and_told() -> None:
    team: list[list[object]] = [["STT", "Họ và tên", "Chức vụ"], [1, "Hoàng Văn Sơn", "Tổ trưởng"]]
    found = reading(xlsx(**{"DS hộ": ONE, "Tổ bầu cử": team}), "a.xlsx", "households")
    assert [row["name"] for row in found.rows] == ["Lò Thị Ơn", "Hà A Dê"]
    assert (found.source.names, found.source.left_out) == (("DS hộ",), ("Tổ bầu cử",))


def test_a_body_whose_name_looks_like_a_hamlets_is_none_of_them() -> None:
    villages = {
        f"Bản {name}": [*ONE[1:2], [number, f"Lò {name}", 1960]] for number, name in enumerate("AB", 1)
    }
    heads: list[object] = ["STT", "Chủ hộ", "Năm sinh", "Số khẩu", "Dân tộc"]
    first: list[list[object]] = [heads, [1, "Lò A", 1960, 4, "Thái"]]
    body: list[list[object]] = [["STT", "Họ tên", "Năm sinh"], [1, "Hoàng Văn Sơn", 1980]]
    found = reading(xlsx(**{**villages, "Bản A": first, "Ban kiểm phiếu": body}), "a.xlsx", "households")
    assert (found.source.names, found.source.left_out) == (("Bản A", "Bản B"), ("Ban kiểm phiếu",))


def test_lists_of_other_columns_and_as_many_are_refused_by_their_names() -> None:
    by_sex: list[list[object]] = [["STT", "Họ tên", "Giới tính"], [1, "Giàng A Páo", "Nam"]]
    with pytest.raises(SheetRefused) as refusal:
        reading(xlsx(**{"Đợt một": ONE, "Sổ cũ": by_sex}), "a.xlsx", "households")
    assert (refusal.value.code, refusal.value.context["sheets"]) == ("sheet.several_lists", "Đợt một, Sổ cũ")


def test_sheets_of_an_open_document_are_joined_with_their_repairs() -> None:
    content = open_document(
        {
            "Bản A": [row("Họ tên", "Dân tộc"), row("Lò Thị Ơn", "Thái")],
            "Bản B": [row("Họ tên", "Dân tộc"), row("Hà A Dê", "nt"), row("SÙNG A CHỚ", "Mông")],
        }
    )
    found = reading(content, "a.ods", "voters")
    # A ditto points to nothing on another sheet.
    assert [row["ethnic"] for row in found.rows] == ["Thái", None, "Mông"]
    assert [note.cell for note in found.notes] == ["Bản B!B2", "Bản B!A3"]


def test_joined_sheets_are_together_no_longer_than_a_list() -> None:
    half = "".join(row("Họ tên", "Năm sinh")) + row("Lò Thị Ơn", 1978, times=LONGEST_LIST // 2 + 1)
    with pytest.raises(SheetRefused) as refusal:
        reading(open_document({"Thôn A": [half], "Thôn B": [half]}), "a.ods", "voters")
    assert refusal.value.code == "sheet.too_long"


def test_a_list_that_goes_on_to_the_right_loses_nobody() -> None:
    head = ["STT", "Họ và tên", "Năm sinh"]
    listed: list[list[str | float | None]] = [
        ["DANH SÁCH CỬ TRI"],
        [*head, None, *head],
        [1, "Lò Thị Ơn", 1978, None, 3, "Sùng A Chớ", 1961],
        [2, "Hà A Dê", 1980, None, 4, "Lò Thị Mỷ", "31/02/1970"],
        [None, None, None, None, 5, "Giàng A Páo", 1990],
    ]
    found = reading(old_workbook(listed), "a.xls", "voters")
    assert [row["name"] for row in found.rows] == ["Lò Thị Ơn", "Hà A Dê", "Sùng A Chớ", "Giàng A Páo"]
    assert [found.addresses[number]["name"] for number in found.numbers] == ["B3", "B4", "F3", "F5"]
    assert [(refused.code, found.place(refused.row)) for refused in found.refused] == [("bad_date", ("", 4))]
    assert found.refused[0].cells["G4"] == "31/02/1970"
