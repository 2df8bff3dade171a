"""Twenty lists of makes that offices hand in, each line of them told, in every format."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.sheets.lists.test_account import Cells, lines_of, written
from tests.sheets.lists.test_own_workbooks import reading

HEAD: Cells = ["STT", "Họ và tên chủ hộ", "Năm sinh", "Địa chỉ", "Số khẩu"]
ONE: Cells = [1, "Nình Văn Thử", 1950, "Xóm Trên", 3]
TWO: Cells = [2, "Lỷ Thị Mẫu", 1951, "Xóm Trên", 4]
THREE: Cells = [3, "Tằng A Ví", 1952, "Xóm Dưới", 5]


class Handed(NamedTuple):
    """A list: its rows, which of them are taken, why others are refused or passed over."""

    rows: list[Cells]
    taken: list[int]
    passed: str
    refused: str = ""
    kind: str = "households"


LISTS = {
    "pages with a footer each": Handed(
        [
            ["BẢNG KÊ HỘ"],
            HEAD,
            ONE,
            TWO,
            [None, None, None, "Cộng trang", 7],
            [None, None, None, "Trang 1/2"],
            HEAD,
            ["Mang sang", None, None, None, 7],
            THREE,
            ["Cộng", None, None, None, 12],
            [None, "Bằng chữ: ba hộ"],
            [None, None, None, "Nà Ếch, ngày 1/12/2024"],
            [None, "Trưởng thôn", None, "Cán bộ xã"],
            [None, "Vi Văn Kiểm", None, "Hoàng Văn Sơn"],
        ],
        [3, 4, 9],
        "1 title, 2 heading, 5 total, 6 carried, 7 heading, 8 carried, 10 total, 11 note, 12 signature, "
        "13 signature, 14 signature",
    ),
    "hamlets as groups, nobody numbered": Handed(
        [
            ["Họ tên", "Năm sinh", "Số khẩu"],
            ["Bản Pò"],
            ["Lò A", 1950, 3],
            ["Lò B", 1951, 3],
            ["Bản Nà", None, 6],
            ["Lò C", 1952, 3],
            ["Cộng", None, 9],
            ["Trưởng bản"],
            ["Vi Văn Kiểm"],
        ],
        [3, 4, 6],
        "1 heading, 2 group, 5 group, 7 total, 8 signature, 9 signature",
    ),
    "numbers of every make": Handed(
        [
            ["TT", "Họ tên", "Năm sinh"],
            ["I/", "Xóm Trên"],
            ["1.", "Lò A", 1950],
            ["2)", "Lò B", 1951],
            ["II.", "Xóm Dưới"],
            ["3", "Lò C", "1952"],
            ["03a", "Lò D", 1953],
            ["4-", "Lò E", 1954],
        ],
        [3, 4, 6, 7, 8],
        "1 heading, 2 group, 5 group",
        kind="voters",
    ),
    "a summary beside the list": Handed(
        [
            [*HEAD, None, "Tổng hợp", "Số lượng"],
            [*ONE, None, "Hộ nghèo", 3],
            [*TWO, None, "Hộ cận nghèo", 4],
            [None, None, None, None, None, None, "Cộng", 7],
            THREE,
        ],
        [2, 3, 5],
        "1 heading, 4 total",
    ),
    "two lists that count and one that doesn't": Handed(
        [
            ["HỘ THƯỜNG TRÚ"],
            HEAD,
            ONE,
            TWO,
            ["Cộng", None, None, None, 7],
            [],
            ["DANH SÁCH HỘ TẠM TRÚ"],
            HEAD,
            THREE,
            ["DANH SÁCH HỘ CHUYỂN ĐI"],
            HEAD,
            [1, "Chìu Thị Dụ", 1960, "Hạ Long", 2],
        ],
        [3, 4, 9],
        "1 title, 2 heading, 5 total, 7 title, 8 heading, 10 other_table, 11 other_table, 12 other_table",
    ),
    "words below": Handed(
        [
            HEAD,
            ONE,
            TWO,
            [None, "Danh sách này có 2 hộ."],
            [],
            [None, "Vi Văn Kiểm"],
            ["Ghi chú: hộ 2 mới tách"],
            ["Nơi nhận:"],
            ["- UBND xã;"],
        ],
        [2, 3],
        "1 heading, 4 note, 6 note, 7 note, 8 note, 9 note",
    ),
    "hamlets by area": Handed(
        [
            ["STT", "Tên thôn", "Số hộ", "Trưởng thôn"],
            ["I", "Khu vực I"],
            [1, "Nà Ếch", 120, "Lò A"],
            [2, "Pò Đán", 90, "Lò B"],
            ["II", "Khu vực II", 80],
            [3, "Khe Mó", 80],
            [None, "Tổng", 290],
            [None, "Toàn xã", 290],
        ],
        [3, 4, 6],
        "1 heading, 2 group, 5 group, 7 total, 8 total",
        kind="hamlets",
    ),
    "what the columns hold, below their heads": Handed(
        [
            ["STT", "Họ và tên", "Ngày sinh", "CCCD"],
            [None, "(ghi chữ in hoa)", "(ngày/tháng/năm)", "(12 số)"],
            ["A", "B", 1, 2],
            [1, "LÒ A", "05/03/1950", "022050000111"],
        ],
        [4],
        "1 heading, 2 heading, 3 heading",
        kind="voters",
    ),
    "numbers waiting for names": Handed(
        [HEAD, ONE, [2, None, None, "nt"], [3, "-", "-", "-", "-"], [4], [5]],
        [2],
        "1 heading, 5 blank_numbered, 6 blank_numbered",
        "3 no_name, 4 no_name",
    ),
    "no marks at all": Handed(
        [
            ["STT", "Ho va ten chu ho", "Nam sinh", "So khau"],
            [1, "Lo A", 1950, 3],
            [None, "Mang sang trang sau", None, 3],
            [None, "Xom Duoi"],
            [2, "Lo B", 1950, 3],
            ["Tong cong", None, None, 6],
            [None, "Nguoi lap bieu"],
        ],
        [2, 5],
        "1 heading, 3 carried, 6 total, 7 note",
        "4 bare_name",
    ),
    "numbers behind names": Handed(
        [
            ["Họ và tên", "STT", "Số khẩu"],
            ["Lò A", 1, 3],
            ["Xóm Trên"],
            ["Lò B", 2, 3],
            ["Lò C", None, 4],
            ["Cộng", None, 10],
        ],
        [2, 4],
        "1 heading, 3 group, 6 total",
        "5 bare_name",
    ),
    "empty rows between all": Handed(
        [[], HEAD, [], ONE, [], [], TWO, [], ["Tổng số: 2 hộ"], [], ["Người lập"], [], ["Vi Văn Kiểm"]],
        [4, 7],
        "2 heading, 9 total, 11 signature, 13 signature",
    ),
    "titles in the column of names": Handed(
        [[None, "UBND XÃ HÚC ĐỘNG"], [None, "THÔN NÀ ẾCH"], HEAD, ONE],
        [4],
        "1 title, 2 title, 3 heading",
    ),
    "members, one to come": Handed(
        [
            ["STT", "Họ và tên", "Năm sinh", "Ngày vào Đảng", "Số thẻ"],
            [1, "Lò A", 1950, "03/02/1980", "01234567"],
            [2, "Lò B", 1960, "03/02/2099", None],
            ["Tổng số: 2 đảng viên"],
        ],
        [2],
        "1 heading, 4 total",
        "3 future",
        kind="members",
    ),
    "people with their relations": Handed(
        [
            ["TT", "Họ tên", "QH", "Năm sinh"],
            [1, "Lò A", "CH", 1950],
            [2, "Vi B", "Vợ", 1955],
            [3, "Lò C", None, 1980],
            [4, "Hà D", "CH", 1960],
        ],
        [2, 5],
        "1 heading",
        "3 not_head, 4 not_head",
    ),
    "another table at the end": Handed(
        [
            HEAD,
            ONE,
            TWO,
            [],
            ["Tổ bầu cử"],
            ["TT", "Họ tên thành viên", "Chức vụ"],
            [1, "Vi Văn Kiểm", "Tổ trưởng"],
        ],
        [2, 3],
        "1 heading, 5 note, 6 other_table, 7 other_table",
    ),
    "a team before the list": Handed(
        [["STT", "Họ và tên", "Điện thoại"], [1, "Vi Văn Kiểm", "0912345678"], [], HEAD, ONE, TWO],
        [5, 6],
        "1 other_table, 2 other_table, 4 heading",
    ),
    "two people in a cell and an empty house": Handed(
        [HEAD, ONE, [2, "Lỷ Thị Mẫu, Tằng A Ví", 1951, None, 2], [3, "(trống)", None, "Xóm Trên"]],
        [2],
        "1 heading",
        "3 two_people, 4 no_name",
    ),
    "swapped days": Handed(
        [
            ["TT", "Họ tên", "Ngày sinh"],
            [1, "Lò A", "3/25/1950"],
            [2, "Lò B", "12/13/1951"],
            [3, "Lò C", "1/2/1950"],
            [4, "Lò D", "7/14/1962"],
            [5, "Lò E", "31/31/1962"],
        ],
        [2, 3, 4, 5],
        "1 heading",
        "6 bad_date",
        kind="voters",
    ),
    "one name too few, one number too few": Handed(
        [HEAD, ONE, [2, None, 1951, "Xóm Trên", 4], [None, "Vi Văn Kiểm", 1960, "Xóm Trên", 3], THREE],
        [2, 4, 5],
        "1 heading",
        "3 no_name",
    ),
}


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods", "a.csv"])
@pytest.mark.parametrize("of", LISTS)
def test_every_line_of_a_list_is_told(of: str, name: str) -> None:
    handed = LISTS[of]
    found = reading(written(handed.rows, name), name, handed.kind)
    assert [found.place(number)[1] for number in found.numbers] == handed.taken
    assert ", ".join(f"{found.place(row.row)[1]} {row.code}" for row in found.refused) == handed.refused
    passed = [line for line in found.passed if line.code != "sheet"]
    assert ", ".join(f"{line.row} {line.code}" for line in passed) == handed.passed
    assert len(found.rows) + len(found.refused) + len(passed) == len(lines_of(handed.rows))
