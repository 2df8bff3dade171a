"""Lists of households: headers, the paper around the rows, repairs and refusals."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import openpyxl
import pytest

from desktop.errors import SheetRefused
from desktop.sheets.reading import Note, RefusedRow, read

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeText, MakeWorkbook

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


def test_two_sheets_that_are_lists_alike_are_not_guessed_between(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title in ("Nà Ếch", "Mó Túc"):
        sheet = book.create_sheet(title)
        sheet.append(HEADER)
        sheet.append(ROW)
    path = tmp_path / "hai-thon.xlsx"
    book.save(path)
    with pytest.raises(SheetRefused) as refusal:
        read(path, "households")
    assert refusal.value.code == "sheet.several_lists"
    assert refusal.value.context == {"sheets": "Nà Ếch, Mó Túc"}


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
