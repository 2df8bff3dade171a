"""Workbooks as offices lay them out, each unlike the others: sheets, words and order of headings."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from desktop.errors import SheetRefused
from desktop.sheets.files.reader import cells_of
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import open_document, row


def xlsx(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for values in rows:
            sheet.append(values)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def reading(content: bytes, name: str, kind: str) -> Reading:
    return read_sheets(cells_of(content, name), kind, Source(name, ""))


def rows(content: bytes, name: str, kind: str) -> list[dict[str, Any]]:
    return list(reading(content, name, kind).rows)


COVER: list[list[object]] = [
    ["UBND XÃ HÚC ĐỘNG", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [],
    ["HỒ SƠ BẦU CỬ TRƯỞNG THÔN NHIỆM KỲ 2024 - 2027"],
    ["Thôn Nà Ếch"],
]
SUMMARY: list[list[object]] = [["STT", "Nội dung", "Số lượng"], [1, "Tổng số hộ", 2], [2, "Tổng số khẩu", 9]]


def test_the_list_is_found_between_a_cover_and_a_summary() -> None:
    listed: list[list[object]] = [
        ["DANH SÁCH ĐẠI DIỆN HỘ GIA ĐÌNH"],
        [],
        ["TT", "Số khẩu", "Dân tộc", "Số CMND/CCCD", "Chủ hộ", "Năm sinh", "Giới tính"],
        [1, 4, "Thái", 22178075954, "Lò Thị Ơn", 1978, "Nữ"],
        [2, 5, "nt", "-", "HÀ VĂN PÁO", "1980", "nam"],
        ["Tổng cộng", 9],
        [None, None, None, None, "Người lập biểu"],
        [None, None, None, None, "Hoàng Văn Sơn"],
    ]
    content = xlsx(Bìa=COVER, **{"DS hộ": listed, "Tổng hợp": SUMMARY})
    assert rows(content, "a.xlsx", "households") == [
        {
            "name": "Lò Thị Ơn",
            "sex": "Nữ",
            "birth": "1978",
            "identity": "022178075954",
            "ethnic": "Thái",
            "members": 4,
        },
        {
            "name": "Hà Văn Páo",
            "sex": "Nam",
            "birth": "1980",
            "identity": None,
            "ethnic": "Thái",
            "members": 5,
        },
    ]


def test_a_list_and_its_copy_are_not_guessed_between() -> None:
    names = ["Lò Thị Ơn", "Hà A Dê", "Sùng A Chớ", "Lò Thị Mỷ"]
    one: list[list[object]] = [["Họ tên", "Năm sinh"], *([name, 1978] for name in names)]
    with pytest.raises(SheetRefused) as refusal:
        reading(xlsx(**{"Xóm 1": one, "Xóm 2": one}), "a.xlsx", "voters")
    assert refusal.value.code == "sheet.several_lists"
    assert refusal.value.context["sheets"] == "Xóm 1, Xóm 2"


def test_a_tcvn3_register_with_a_cover_a_page_break_and_its_header_again() -> None:
    header = ["Sè TT", "Hä, ch÷ ®Öm vµ tªn", "N¨m sinh", "Nam", "N÷", "Sè khÈu"]
    content = old_workbook(
        [
            ["danh s¸ch hé gia ®×nh th«n nµ Õch"],
            [],
            header,
            [1.0, "TrÇn V¨n ThiÖn", 1961.0, "x", None, 4.0],
            [2.0, "Ph¹m ThÞ ¸nh TuyÕt", "03/1970", None, "x", 3.0],
            [None, "Céng trang", None, None, None, 7.0],
            header,
            [3.0, "§ç H\u00adng", 25569.0, "x", None, 1.0],
            ["Tæng céng", None, None, None, None, 8.0],
            [None, None, "Ngµy 10 th¸ng 4 n¨m 2008"],
            [None, None, "Tr\u00adëng th«n"],
        ],
        face=".VnTime",
        number_format="General",
    )
    found = reading(content, "a.xls", "households")
    assert found.encoding == "tcvn3"
    assert list(found.rows) == [
        {"name": "Trần Văn Thiện", "sex": "Nam", "birth": "1961", "members": 4},
        {"name": "Phạm Thị Ánh Tuyết", "sex": "Nữ", "birth": "1970-03", "members": 3},
        {"name": "Đỗ Hưng", "sex": "Nam", "birth": "1970-01-01", "members": 1},
    ]


def test_a_vni_text_file_of_members_with_a_birth_in_three_columns() -> None:
    text = (
        "Soá TT;Hoï vaø teân ñaûng vieân;Ngaøy sinh;Thaùng sinh;Naêm sinh;"
        "Queâ quaùn;Ngaøy vaøo Ñaûng;Chöùc vuï\r\n"
        "1;Huyønh Thò Myõ Leä;5;11;1975;Bình Lieâu, Quaûng Ninh;03/02/2001;Bí thö\r\n"
        "2;Laâm Vaên Hieäp;;;1969;Bình Lieâu, Quaûng Ninh;19/05/1995;\r\n"
    )
    found = reading(text.encode("cp1252"), "a.csv", "members")
    assert found.encoding == "vni"
    home = "Bình Liêu, Quảng Ninh"
    assert list(found.rows) == [
        {
            "name": "Huỳnh Thị Mỹ Lệ",
            "birth": "1975-11-05",
            "home": home,
            "admitted": "2001-02-03",
            "post": "Bí thư",
        },
        {"name": "Lâm Văn Hiệp", "birth": "1969", "home": home, "admitted": "1995-05-19", "post": None},
    ]


def test_an_open_document_of_voters_with_births_under_men_and_women() -> None:
    content = open_document(
        {
            "Bìa": [row("DANH SÁCH CỬ TRI")],
            "Cử tri": [
                row("STT", "Họ và tên cử tri", "Năm sinh", None, "Nơi ở hiện nay"),
                row(None, None, "Nam", "Nữ", None),
                row("(1)", "(2)", "(3)", "(4)", "(5)"),
                row(1, "Sùng A Chớ", 1961, None, "Xóm 1"),
                row(2, "Lò Thị Mỷ", None, "3/1970", "”"),
            ],
        }
    )
    assert rows(content, "a.ods", "voters") == [
        {"name": "Sùng A Chớ", "sex": "Nam", "birth": "1961", "address": "Xóm 1"},
        {"name": "Lò Thị Mỷ", "sex": "Nữ", "birth": "1970-03", "address": "Xóm 1"},
    ]


def test_hamlets_of_a_commune_in_an_old_workbook_with_other_words() -> None:
    content = old_workbook(
        [
            ["BIỂU TỔNG HỢP THÔN, BẢN, TỔ DÂN PHỐ"],
            ["TT", "Tên thôn, bản", "Loại", "Tổng số hộ", "Trưởng thôn hiện nay", "Đảng viên", "Thôn ĐBKK"],
            [1.0, "NÀ LỌN", "Thôn", 1250.0, "Chìu Sáng", "x", None],
            [2.0, "Pắc Pò II", "THÔN", "86", "-", None, "X"],
            ["Cộng", None, None, 1336.0],
        ]
    )
    assert rows(content, "a.xls", "hamlets") == [
        {
            "name": "Nà Lọn", "kind": "Thôn", "households": 1250, "head": "Chìu Sáng",
            "head_is_member": True, "especially_difficult": False,
        },
        {
            "name": "Pắc Pò II", "kind": "Thôn", "households": 86, "head": None,
            "head_is_member": False, "especially_difficult": True,
        },
    ]  # fmt: skip


def test_a_decomposed_utf16_text_file_with_tabs() -> None:
    text = "Họ tên\tGiới tính\tTuổi\tTôn giáo\r\nLò  Thị Ơn\tNữ\t46\tKHÔNG\r\n"
    found = reading(text.encode("utf-16-le"), "a.txt", "voters")
    assert list(found.rows) == [{"name": "Lò Thị Ơn", "sex": "Nữ", "religion": "Không"}]
    assert [note.code for note in found.notes] == ["spaces", "case"]


def test_headings_of_groups_with_roman_numbers_are_no_people() -> None:
    listed: list[list[object]] = [
        ["STT", "Họ và tên chủ hộ", "Năm sinh", "Số khẩu"],
        ["I", "Xóm Trên"],
        [1, "Lò Thị Ơn", 1978, 4],
        ["II.", "Xóm Dưới"],
        [2, "Giàng A Chớ", 1988, 5],
        ["A", "Hộ mới tách"],
        [3, "Hoàng Văn Thìn"],
    ]
    found = rows(xlsx(Sheet1=listed), "a.xlsx", "households")
    assert [row["name"] for row in found] == ["Lò Thị Ơn", "Giàng A Chớ", "Hoàng Văn Thìn"]


ROSTER: list[list[object]] = [
    ["STT", "Họ và tên", "Năm sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ"],
    [1, "Lò Thị Ơn", 1978, "03/02/2010", "03/02/2011", "12345678"],
]


@pytest.mark.parametrize("kind", ["households", "voters"])
def test_a_roster_is_not_taken_for_another_list(kind: str) -> None:
    with pytest.raises(SheetRefused) as refused:
        rows(xlsx(Sheet1=ROSTER), "dang-vien.xlsx", kind)
    assert (refused.value.code, refused.value.where) == ("sheet.roster", "dang-vien.xlsx")


def test_a_list_of_households_is_not_taken_for_a_roster() -> None:
    listed: list[list[object]] = [["STT", "Họ tên chủ hộ", "Họ và tên", "Số khẩu"], [1, None, "Lò Thị Ơn", 4]]
    with pytest.raises(SheetRefused, match=r"sheet\.households"):
        rows(xlsx(Sheet1=listed), "ho.xlsx", "members")


def test_voters_of_whom_some_are_members_stay_voters() -> None:
    listed: list[list[object]] = [
        ["STT", "Họ và tên", "Năm sinh", "Ngày vào Đảng"],
        [1, "Lò Thị Ơn", 1978, "03/02/2010"],
    ]
    assert rows(xlsx(Sheet1=listed), "cu-tri.xlsx", "voters") == [{"name": "Lò Thị Ơn", "birth": "1978"}]
