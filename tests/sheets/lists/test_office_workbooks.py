"""Workbooks of makes that offices hand over, each with the rows that a clerk expects of it."""

from __future__ import annotations

import io
import unicodedata

import openpyxl
import pytest
from openpyxl.styles import Font

from desktop.sheets.files.reader import cells_of
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source
from tests.sheets.lists.test_own_workbooks import reading, xlsx


def made(rows: list[list[object]], merges: str = "", face: str = "Arial", hidden_row: int = 0) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for values in rows:
        sheet.append(values)
    for merge in merges.split():
        sheet.merge_cells(merge)
    for cell in (cell for line in sheet.iter_rows() for cell in line):
        cell.font = Font(name=face)
    if hidden_row:
        sheet.row_dimensions[hidden_row].hidden = True
        sheet.auto_filter.ref = sheet.dimensions
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def brief(found: Reading, *keys: str) -> list[tuple[object, ...]]:
    return [tuple(row[key] for key in keys) for row in found.rows]


def test_a_districts_form_with_titles_a_header_of_three_rows_and_groups() -> None:
    content = made(
        [
            ["UBND HUYỆN BÌNH LIÊU", None, None, None, None, "Biểu số 03/BC"],
            ["DANH SÁCH ĐẠI DIỆN HỘ GIA ĐÌNH THAM GIA BẦU CỬ TRƯỞNG THÔN"],
            ["Thôn Nà Ếch (kèm theo Báo cáo ngày 02 tháng 11 năm 2024)"],
            ["Số TT", "Chủ hộ", None, None, None, "Thông tin hộ", None],
            [None, "Họ và tên", "Năm sinh", None, "Số định danh cá nhân", "Dân tộc", "Số khẩu"],
            [None, None, "Nam", "Nữ", None, None, None],
            ["A", "B", 1, 2, 3, 4, 5],
            ["I", "Cụm Nà Ếch 1"],
            [1, "Lò Văn Ơn", 1961, None, "022061000001", "Tày", 4],
            [2, "Trần Thị Hoà", None, 1970, None, "Dao", 3],
            [None, "Cộng cụm 1", 1, 1, None, None, 7],
            ["II", "Cụm Nà Ếch 2"],
            [3, "Chìu A Sáng", "05/1980", None, 22080000003, "nt", 5],
            ["Tổng cộng", None, 2, 1, None, None, 12],
            [None, None, None, None, None, "Húc Động, ngày 10 tháng 11 năm 2024"],
            [None, "Người lập biểu", None, None, None, "TM. UỶ BAN NHÂN DÂN"],
            [None, "Hoàng Văn Sơn", None, None, None, "CHỦ TỊCH"],
        ],
        "A2:G2 A3:G3 A4:A6 B4:E4 C5:D5 F4:G4 B5:B6 E5:E6 F5:F6 G5:G6 B8:G8 B12:G12",
    )
    found = reading(content, "a.xlsx", "households")
    assert brief(found, "name", "sex", "birth", "identity", "ethnic", "members") == [
        ("Lò Văn Ơn", "Nam", "1961", "022061000001", "Tày", 4),
        ("Trần Thị Hoà", "Nữ", "1970", None, "Dao", 3),
        ("Chìu A Sáng", "Nam", "1980-05", "022080000003", "Dao", 5),
    ]
    assert found.refused == ()


def test_people_below_the_head_of_their_household_are_no_households() -> None:
    content = made(
        [
            ["Hộ số", "STT", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh", "Giới tính"],
            [1, 1, "Lò Văn Ơn", "Chủ hộ", 1961, "Nam"],
            [None, 2, "Trần Thị Hoà", "Vợ", 1965, "Nữ"],
            [None, 3, "Lò Văn Páo", "Con", 1990, "Nam"],
            [2, 1, "Chìu A Sáng", "Chủ hộ", 1980, "Nam"],
        ]
    )
    found = reading(content, "a.xlsx", "households")
    assert brief(found, "name") == [("Lò Văn Ơn",), ("Chìu A Sáng",)]
    assert [(row.row, row.code) for row in found.refused] == [(3, "not_head"), (4, "not_head")]
    assert len(reading(content, "a.xlsx", "voters").rows) == 4


def test_a_head_without_any_figure_beside_is_no_header() -> None:
    content = made(
        [
            ["Họ và tên", "Quan hệ với chủ hộ", "Giới tính", "Năm sinh"],
            ["Lò Văn Ơn", "Chủ hộ", "Nam", None],
            ["Chìu A Sáng", "Chủ hộ", "Nam", "1980"],
        ]
    )
    assert brief(reading(content, "a.xlsx", "households"), "name", "birth") == [
        ("Lò Văn Ơn", None), ("Chìu A Sáng", "1980"),
    ]  # fmt: skip


def test_surname_and_given_name_apart_and_births_under_men_and_women() -> None:
    content = made(
        [
            ["TT", "HỌ", "TÊN", "NGÀY/THÁNG/NĂM SINH", None],
            [None, None, None, "Nam", "Nữ"],
            [1, "LÒ VĂN", "ƠN", "2/3/1961", None],
            [2, "Trần Thị", "Hòa", None, 1970],
        ],
        "A1:A2 B1:B2 C1:C2 D1:E1",
    )
    assert brief(reading(content, "a.xlsx", "voters"), "name", "sex", "birth") == [
        ("Lò Văn Ơn", "Nam", "1961-03-02"), ("Trần Thị Hòa", "Nữ", "1970"),
    ]  # fmt: skip


def test_totals_and_headers_in_the_middle_and_every_kind_of_ditto() -> None:
    head = ["STT", "Họ và tên chủ hộ", "Dân tộc", "Địa chỉ", "Số khẩu"]
    content = made(
        [
            head,
            [1, "Lò Văn Ơn", "Tày", "Xóm 1", 4],
            [2, "Trần Thị Hoà", '"', "-nt-", 3],
            ["Cộng trang 1", None, None, None, 7],
            head,
            [3, "Chìu A Sáng", "Dao", "như trên", 5],
            [4, "Tằng A Lủ", "- nt -", "//", 2],
            ["Tổng số: 4 hộ, 14 khẩu"],
        ]
    )
    assert brief(reading(content, "a.xlsx", "households"), "name", "ethnic", "address", "members") == [
        ("Lò Văn Ơn", "Tày", "Xóm 1", 4),
        ("Trần Thị Hoà", "Tày", "Xóm 1", 3),
        ("Chìu A Sáng", "Dao", "Xóm 1", 5),
        ("Tằng A Lủ", "Dao", "Xóm 1", 2),
    ]


def test_rows_that_a_filter_hides_are_read_all_the_same() -> None:
    rows: list[list[object]] = [["STT", "Họ tên", "Năm sinh"], [1, "Lò Văn Ơn", 1961], [2, "Hà A Dê", 1980]]
    found = reading(made(rows, hidden_row=3), "a.xlsx", "voters")
    assert brief(found, "name") == [("Lò Văn Ơn",), ("Hà A Dê",)]


def test_a_hidden_first_sheet_is_not_the_list() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(
            xlsx(Cũ=[["Họ tên", "Năm sinh"], ["Hà A Dê", 1]], Mới=[["Họ tên", "Năm sinh"], ["Lò A", 1961]])
        )
    )
    book.worksheets[0].sheet_state = "hidden"
    book.active = 1
    content = io.BytesIO()
    book.save(content)
    found = reading(content.getvalue(), "a.xlsx", "voters")
    assert (brief(found, "name", "birth"), found.source.names) == ([("Lò A", "1961")], ("Mới",))


def test_tabs_in_windows_code_page() -> None:
    text = "STT\tHọ và tên\tNăm sinh\tDân tộc\r\n1\tTrần Thị Hoà\t12/1970\tSán Chỉ\r\n"
    found = reading(b"".join(map(_in_code_page, text)), "a.csv", "voters")
    assert brief(found, "name", "birth", "ethnic") == [("Trần Thị Hoà", "1970-12", "Sán Chỉ")]


def test_unicode_text_as_a_spreadsheet_saves_it() -> None:
    text = 'STT\tHọ và tên\t"Địa chỉ"\r\n1\tLò Văn Ơn\t"Xóm 1, bản ""Nà Ếch"""\r\n'
    found = reading(text.encode("utf-16"), "a.txt", "voters")
    assert brief(found, "name", "address") == [("Lò Văn Ơn", 'Xóm 1, bản "Nà Ếch"')]


def test_signs_that_made_figures_text_are_left_behind() -> None:
    rows: list[list[object]] = [
        ["STT", "Họ tên", "Năm sinh", "CCCD"],
        ["'1", "'Lò A", "'1961", "'022061000001"],
    ]
    found = reading(made(rows), "a.xlsx", "voters")
    assert brief(found, "name", "birth", "identity") == [("Lò A", "1961", "022061000001")]
    assert {note.code for note in found.notes} == {"spaces"}


def test_vni_in_a_workbook_of_today_told_by_its_face() -> None:
    rows: list[list[object]] = [["STT", "Hoï vaø teân", "Naêm sinh"], [1, "Traàn Thò Hoøa", 1970]]
    found = reading(made(rows, face="VNI-Times"), "a.xlsx", "voters")
    assert (brief(found, "name"), found.encoding) == ([("Trần Thị Hòa",)], "vni")


def test_a_telephone_is_no_identity_number() -> None:
    rows: list[list[object]] = [
        ["STT", "Họ tên", "Số điện thoại", "Số CMND", "Ghi chú"],
        [1, "Lò Văn Ơn", "0912345678", "100123456", None],
        [2, "Trần Thị Hoà", 912345679, None, "CCCD đang làm lại"],
    ]
    found = reading(made(rows), "a.xlsx", "voters")
    assert brief(found, "identity", "note") == [("100123456", None), (None, "CCCD đang làm lại")]


def test_a_day_that_no_month_has_is_refused_and_others_are_understood() -> None:
    births = ["31/02/1961", "29/02/1972", "5.6.1980", "6-1985"]
    rows: list[list[object]] = [
        ["STT", "Họ tên", "Ngày sinh"],
        *([n, "Lò A", b] for n, b in enumerate(births)),
    ]
    found = reading(made(rows), "a.xlsx", "voters")
    assert brief(found, "birth") == [("1972-02-29",), ("1980-06-05",), ("1985-06",)]
    assert [(row.row, row.code) for row in found.refused] == [(2, "bad_date")]


def test_headings_in_two_languages_and_swapped_columns() -> None:
    rows: list[list[object]] = [
        ["ID No. / Số CCCD", "Date of birth\nNgày sinh", "Full name / Họ và tên", "Sex/Giới tính", "No."],
        ["022061000001", "02/03/1961", "Lò Văn Ơn", "Nam", 1],
    ]
    found = reading(made(rows), "a.xlsx", "voters")
    assert brief(found, "name", "sex", "birth", "identity") == [
        ("Lò Văn Ơn", "Nam", "1961-03-02", "022061000001")
    ]


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (
            ["Ông Lò Văn Ơn", "Bà: Trần Thị Hoà", "ÔNG CHÌU A SÁNG"],
            ["Lò Văn Ơn", "Trần Thị Hoà", "Chìu A Sáng"],
        ),
        # A surname is no title.
        (["Ông Ích Ơn", "Trần Thị Hoà", "Chìu A Sáng"], ["Ông Ích Ơn", "Trần Thị Hoà", "Chìu A Sáng"]),
    ],
)
def test_titles_before_nearly_all_names_are_left_out(names: list[str], read: list[str]) -> None:
    rows: list[list[object]] = [["STT", "Họ tên", "Năm sinh"], *([1, name, 1961] for name in names)]
    assert [row["name"] for row in reading(made(rows), "a.xlsx", "voters").rows] == read


def test_dates_of_members_stand_in_three_or_two_columns_like_births() -> None:
    content = made(
        [
            ["STT", "Họ và tên", "Sinh ngày", None, None, "Ngày vào Đảng", None, None, "Chính thức", None],
            [None, None, "Ngày", "Tháng", "Năm", "Ngày", "Tháng", "Năm", "Ngày tháng", "Năm"],
            [1, "Lò Văn Ơn", 2, 3, 1961, 3, 2, 1990, "3/2", 1991],
            [2, "Trần Thị Hoà", None, None, 1970, 31, 2, 1995, None, 1996],
            [3, "Chìu A Sáng", None, None, 1980, None, 5, 2001, None, None],
        ],
        "A1:A2 B1:B2 C1:E1 F1:H1 I1:J1",
    )
    found = reading(content, "a.xlsx", "members")
    assert brief(found, "birth", "admitted", "official") == [
        ("1961-03-02", "1990-02-03", "1991-02-03"), ("1980", "2001-05", None),
    ]  # fmt: skip
    assert [(row.row, row.code) for row in found.refused] == [(4, "bad_date")]


@pytest.mark.parametrize(
    "head", [["Ngày vào Đảng", None, None], ["Ngày kết nạp", "Tháng kết nạp", "Năm kết nạp"]]
)
def test_a_date_under_one_merged_heading_or_under_three_of_its_own(head: list[object]) -> None:
    rows: list[list[object]] = [
        ["STT", "Họ và tên", *head, "Số thẻ đảng"],
        [1, "Lò Văn Ơn", 3, 2, 1990, "01425905"],
        [2, "Hà A Dê", "19/05/1995", None, None, "01425906"],
    ]
    found = reading(made(rows, "C1:E1" if head[1] is None else ""), "a.xlsx", "members")
    assert brief(found, "admitted", "card") == [("1990-02-03", "01425905"), ("1995-05-19", "01425906")]
    assert "birth" not in found.rows[0]


def test_a_joined_reading_tells_the_legacy_letters_of_any_sheet() -> None:
    sheets = cells_of(
        xlsx(A=[["Họ tên", "Năm sinh"], ["Hà A", 1961]], B=[["Hä tªn", "N¨m sinh"], ["Lß ThÞ ¥n", 1970]]),
        "a.xlsx",
    )
    found = read_sheets(sheets, "voters", Source("a.xlsx", ""))
    assert (brief(found, "name"), found.encoding) == ([("Hà A",), ("Lò Thị Ơn",)], "tcvn3")


def _in_code_page(letter: str) -> bytes:
    """Encode a letter as Windows does: tones that code page 1258 lacks stand behind their letter."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next(sign for sign in parts if sign in "\u0300\u0301\u0303\u0309\u0323")
        return (unicodedata.normalize("NFC", parts.replace(tone, "")) + tone).encode("cp1258")
