"""Lists of households: headers, the paper around the rows, repairs and refusals."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.errors import SheetRefused
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.cells.refusal import RefusedRow
from desktop.sheets.lists.reading import read

if TYPE_CHECKING:
    from pathlib import Path

    from tests.sheets.conftest import MakeText, MakeWorkbook

HEADER = ["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu"]
ROW = [1, "Lò Thị Ơn", "12/04/1978", "Nữ", "022178075954", "Thái", 4]
CLEAN = {
    "name": "Lò Thị Ơn",
    "sex": "Nữ",
    "birth": "1978-04-12",
    "identity": "022178075954",
    "ethnic": "Thái",
    "members": 4,
}


def names(path: Path) -> list[str]:
    return [row["name"] for row in read(path, "households").rows]


def test_a_plain_list_is_read_without_notes(make_workbook: MakeWorkbook) -> None:
    reading = read(make_workbook(HEADER, ROW), "households")
    assert reading.rows == (CLEAN,)
    assert (reading.notes, reading.refused) == ((), ())


def test_the_key_of_a_column_that_the_list_lacks_is_absent(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(["Họ tên", "Nơi ở hiện nay", "Điện thoại"], ["Lò Thị Ơn", "Xóm 2", "0912"])
    assert read(path, "households").rows == ({"name": "Lò Thị Ơn", "address": "Xóm 2"},)


def test_a_dash_and_an_empty_cell_are_null(make_workbook: MakeWorkbook) -> None:
    row = [1, "Lò Thị Ơn", "-", "–", " - ", None, "-"]
    (clean,) = read(make_workbook(HEADER, row), "households").rows
    assert clean == dict.fromkeys(CLEAN, None) | {"name": "Lò Thị Ơn"}


@pytest.mark.parametrize(
    "heading",
    [
        "HỌ VÀ TÊN",
        "Họ, tên chủ hộ",
        "Chủ hộ",
        "Họ và tên\nchủ hộ",
        "  Họ  và tên chủ hộ (ghi in hoa) ",
        "Ho va ten",
        "Họ và tên:",
    ],
)
def test_headings_are_known_however_they_are_typed(make_workbook: MakeWorkbook, heading: str) -> None:
    path = make_workbook(["TT", heading, "Số nhân khẩu"], [1, "Lò Thị Ơn", 4])
    assert read(path, "households").rows == ({"name": "Lò Thị Ơn", "members": 4},)


@pytest.mark.parametrize(
    "heading", ["Số CCCD/CMND", "Số định danh cá nhân", "CMND", "Số căn cước công dân (12 số)"]
)
def test_headings_of_identity_numbers(make_workbook: MakeWorkbook, heading: str) -> None:
    path = make_workbook(["Họ tên", heading], ["Lò Thị Ơn", 22178075954])
    assert read(path, "households").rows[0]["identity"] == "022178075954"


def test_a_heading_that_only_begins_alike_is_another_column(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ và tên vợ/chồng", "Họ tên", "Năm cấp sổ", "Số khẩu"], ["Hà Văn Páo", "Lò Thị Ơn", 2010, 4]
    )
    assert read(path, "households").rows == ({"name": "Lò Thị Ơn", "members": 4},)


def test_sex_as_two_columns_under_a_merged_head(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ tên", "Giới tính", None, "Số khẩu"],
        [None, "Nam", "Nữ", None],
        ["Lò Thị Ơn", None, "x", 4],
        ["Hà Văn Páo", "X", None, 5],
        ["Mùa A Dê", None, None, 2],
        merges=["A1:A2", "B1:C1", "D1:D2"],
    )
    assert [row["sex"] for row in read(path, "households").rows] == ["Nữ", "Nam", None]


def test_sex_as_two_columns_without_merged_cells(make_text: MakeText) -> None:
    path = make_text("Họ tên;Giới tính;;Số khẩu\n;Nam;Nữ;\nLò Thị Ơn;;1;4\nHà Văn Páo;v;;5\n")
    assert [row["sex"] for row in read(path, "households").rows] == ["Nữ", "Nam"]


def test_births_under_the_columns_of_the_sexes(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["STT", "Họ tên", "Năm sinh", None, "Số khẩu"],
        [None, None, "Nam", "Nữ", None],
        [1, "Lò Thị Ơn", None, 1978, 4],
        [2, "Hà Văn Páo", "10/1960", None, 5],
        [3, "Mùa A Dê", 1950, 1951, 2],
        merges=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
    )
    reading = read(path, "households")
    assert reading.rows == (
        {"name": "Lò Thị Ơn", "sex": "Nữ", "birth": "1978", "members": 4},
        {"name": "Hà Văn Páo", "sex": "Nam", "birth": "1960-10", "members": 5},
    )
    assert [refused.code for refused in reading.refused] == ["bad_date"]


def test_a_name_over_two_columns_is_put_together(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["STT", "Họ và tên", None, "Số khẩu"],
        [1, "LÒ THỊ", "ƠN", 4],
        [2, "Hà Văn", "Páo", 3],
        merges=["B1:C1"],
    )
    assert names(path) == ["Lò Thị Ơn", "Hà Văn Páo"]


def test_a_year_column_of_a_split_date_is_not_the_column_of_men(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(["STT", "Họ tên", "Năm", "Số khẩu"], [1, "Lò Thị Ơn", 1978, 4])
    assert read(path, "households").rows == ({"name": "Lò Thị Ơn", "members": 4},)


def test_a_row_of_data_above_a_repeated_header_stays_data(make_workbook: MakeWorkbook) -> None:
    plain = ["Họ tên", "Giới tính", "Dân tộc"]
    path = make_workbook(
        plain,
        ["Lò Thị Ơn", "Nữ", "Mường"],
        ["Hà Văn Páo", "Nam", "Mường"],
        plain,
        ["Mùa A Dê", "Nam", "Mông"],
    )
    assert names(path) == ["Lò Thị Ơn", "Hà Văn Páo", "Mùa A Dê"]


def test_a_group_heading_above_the_columns_is_part_of_the_header(make_text: MakeText) -> None:
    path = make_text("STT;Chủ hộ;;;Số khẩu\n;Họ tên;Năm sinh;Dân tộc;\n1;Lò Thị Ơn;1978;Thái;4\n")
    assert read(path, "households").rows == (
        {"name": "Lò Thị Ơn", "birth": "1978", "ethnic": "Thái", "members": 4},
    )


def test_titles_totals_groups_and_signatures_are_skipped(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["ỦY BAN NHÂN DÂN XÃ", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["DANH SÁCH HỘ GIA ĐÌNH"],
        ["(Lập ngày 10 tháng 4 năm 2022)"],
        [],
        HEADER,
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        ["XÓM 1"],
        ROW,
        [],
        ["Cộng trang 1", None, None, None, None, None, 4],
        HEADER,
        [1, 2, 3, 4, 5, 6, 7],
        [None, "Xóm 2"],
        [2, "Tòng Văn Cộng", 1960, "Nam", None, "Thái", 3],
        [3, "Tống Thị Tổng", 1961, "Nữ", None, "Kinh", 2],
        [4],
        [5],
        [None, "TỔNG CỘNG:", None, None, None, None, 9],
        [],
        [None, "Tổng số: 3 hộ (bằng chữ: ba hộ)"],
        [None, None, None, None, "Nà Ếch, ngày 10 tháng 4 năm 2022"],
        [None, "Người lập biểu", None, None, "TRƯỞNG THÔN"],
        [None, "(Ký, ghi rõ họ tên)"],
        [],
        [None, "Hà Thị Mai", None, None, "Lò Văn Páo"],
        merges=["A7:G7", "B13:G13"],
    )
    reading = read(path, "households")
    assert [row["name"] for row in reading.rows] == ["Lò Thị Ơn", "Tòng Văn Cộng", "Tống Thị Tổng"]
    assert reading.refused == ()


def test_a_signature_line_dated_beside_the_seal_is_no_household(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        HEADER,
        ROW,
        [None, "Xác nhận của UBND xã", None, None, "Ngày 10 tháng 4 năm 2022"],
        [None, "Hà Thị Mai"],
    )
    assert names(path) == ["Lò Thị Ơn"]


def test_people_named_like_a_title_are_people(make_workbook: MakeWorkbook) -> None:
    people = ["Tô Trường Giang", "Bí Thị Thư", "Tòng Thị Số", "Tống Công", "Công Tằng Tôn Nữ Hà"]
    path = make_workbook(["Họ tên", "Năm sinh"], *([person, 1970] for person in people))
    assert names(path) == people


def test_a_list_without_numbers_or_figures_still_keeps_every_name(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ tên", "Dân tộc"], ["Lò Thị Ơn", "Mường"], ["Hà Văn Páo"], ["Mùa A Dê", "Sán Dìu"], ["Lù A Sử"]
    )
    assert names(path) == ["Lò Thị Ơn", "Hà Văn Páo", "Mùa A Dê", "Lù A Sử"]


def test_a_row_that_lost_its_name_is_refused_even_without_a_number(make_text: MakeText) -> None:
    path = make_text("Họ tên;Năm sinh;Số khẩu\nLò Thị Ơn;1978;4\n;1960;\n;;3\nHà Văn Páo;1961;5\n;;12\n")
    reading = read(path, "households")
    assert [row["name"] for row in reading.rows] == ["Lò Thị Ơn", "Hà Văn Páo"]
    assert reading.refused == (RefusedRow(3, "no_name", {"B3": "1960"}),)


def test_a_numbered_row_with_only_a_remark_is_refused_and_an_empty_one_skipped(
    make_workbook: MakeWorkbook,
) -> None:
    path = make_workbook([*HEADER, "Ghi chú"], [*ROW, None], [2, *[None] * 6, "chuyển đi"], [3])
    assert read(path, "households").refused == (RefusedRow(3, "no_name", {"A3": "2", "H3": "chuyển đi"}),)


def test_births_in_words_dont_make_a_signature(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(["Họ tên", "Ngày sinh"], ["Lò Thị Ơn", "ngày 12 tháng 4 năm 1978"])
    reading = read(path, "households")
    assert reading.rows == ({"name": "Lò Thị Ơn", "birth": "1978-04-12"},)
    assert reading.notes == (Note("B2", "date", "ngày 12 tháng 4 năm 1978", "1978-04-12"),)


def test_the_sheet_whose_header_names_most_is_taken(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, rows in {
        "Ghi chú": [["Hướng dẫn"]],
        "Tóm tắt": [["Họ tên", "Số khẩu"], ["Người Khác", 1]],
        "DS hộ": [HEADER, ROW],
    }.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    hidden = book.copy_worksheet(book["DS hộ"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "nhieu-trang.xlsx"
    book.save(path)
    assert read(path, "households").rows == (CLEAN,)


def test_a_workbook_without_a_header_is_refused(make_workbook: MakeWorkbook) -> None:
    with pytest.raises(SheetRefused) as refusal:
        read(make_workbook(["DANH SÁCH"], ["Lò Thị Ơn", 1978]), "households")
    assert (refusal.value.code, refusal.value.where) == ("sheet.no_header", "danh-sach.xlsx")


@pytest.mark.parametrize("kind", ["household", "Voters", ""])
def test_a_list_of_another_kind_is_refused(make_workbook: MakeWorkbook, kind: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        read(make_workbook(HEADER, ROW), kind)
    assert refusal.value.code == "sheet.kind"


def test_a_list_without_rows_is_an_empty_reading(make_workbook: MakeWorkbook) -> None:
    reading = read(make_workbook(HEADER, [1], [2], [None, "Cộng"]), "households")
    assert (reading.rows, reading.notes, reading.refused) == ((), (), ())


def test_date_cells_are_plain(make_workbook: MakeWorkbook) -> None:
    reading = read(make_workbook(HEADER, [1, "Lò Thị Ơn", dt.date(1978, 4, 12)]), "households")
    assert reading.rows[0]["birth"] == "1978-04-12"
    assert reading.notes == ()
