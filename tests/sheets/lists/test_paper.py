"""What stands between, below and beside the rows of a list: told, or waiting for a person, no household."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Sheet
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source
from tests.sheets.lists.test_own_workbooks import reading, xlsx

HEAD: list[object] = ["STT", "Họ và tên chủ hộ", "Năm sinh", "Địa chỉ", "Số khẩu"]
ROWS: list[list[object]] = [
    [1, "Nình Văn Thử", 1961, "Xóm Trên", 4],
    [2, "Lỷ Thị Mẫu", 1970, "Xóm Trên", 2],
    [3, "Tằng A Ví", 1975, "Xóm Dưới", 5],
]
NAMES = ["Nình Văn Thử", "Lỷ Thị Mẫu", "Tằng A Ví"]


def names(found: Reading) -> list[str]:
    return [row["name"] for row in found.rows]


def told(found: Reading) -> dict[int, str]:
    return {line.row: line.code for line in found.passed}


def households(*rows: list[object], **more: list[list[object]]) -> Reading:
    return reading(xlsx(DS=[HEAD, *rows], **more), "a.xlsx", "households")


def of_sheet(sheet: Sheet, kind: str = "households") -> Reading:
    return read_sheets((sheet,), kind, Source("a.xlsx", ""))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Mang sang trang 2", "carried"),
        ("Chuyển sang trang sau", "carried"),
        ("Cộng chuyển trang", "carried"),
        ("Luỹ kế", "carried"),
        ("Lũy kế từ đầu danh sách", "carried"),
        ("Số liệu trang trước", "carried"),
        ("Trang số 3", "carried"),
        ("Xem tiếp trang sau", "carried"),
        ("MANG SANG TRANG SAU", "carried"),
        ("Luy ke", "carried"),
        ("Cộng trang 2", "total"),
        ("Toàn thôn", "total"),
        ("Cả xóm", "total"),
        ("Xóm Dưới", "group"),
        ("CỤM DÂN CƯ SỐ 2", "group"),
        ("Khu phố Chợ", "group"),
        ("Tổ liên gia 4", "group"),
        ("Tổ 4", "group"),
        ("Hộ nghèo", "group"),
        ("Các hộ tạm trú", "group"),
    ],
)
@pytest.mark.parametrize("count", [None, 11])
def test_lines_of_the_paper_in_the_column_of_names_are_no_households(
    words: str, code: str, count: object
) -> None:
    found = households(ROWS[0], [None, words, None, None, count], *ROWS[1:])
    assert (names(found), found.refused, told(found)[3]) == (NAMES, (), code)


@pytest.mark.parametrize("at", [1, 4])
def test_a_bare_name_without_its_number_waits_for_a_person(at: int) -> None:
    rows: list[list[object]] = list(ROWS)
    rows.insert(at - 1, [None, "Chìu Thị Dụ", None, None, 3])
    found = households(*rows)
    assert (names(found), [(row.row, row.code) for row in found.refused]) == (NAMES, [(at + 1, "bare_name")])
    assert found.refused[0].cells == {f"B{at + 1}": "Chìu Thị Dụ", f"E{at + 1}": "3"}


def test_a_row_without_number_that_says_more_than_a_name_is_taken() -> None:
    found = households(*ROWS, [None, "Chìu Thị Dụ", 1980, None, 3], [None, "Vi Văn Kiểm", None, "Xóm Dưới"])
    assert names(found) == [*NAMES, "Chìu Thị Dụ", "Vi Văn Kiểm"]


def test_people_named_like_words_of_the_paper_are_people() -> None:
    people = ["Trang Văn Tổ", "Mang Thị Sang", "Khu Văn Đội", "Lũ Thị Kế", "Cộng Hoà Bình", "Đường Thị Xóm"]
    found = households(*([n, person, 1960 + n, None, 2] for n, person in enumerate(people)))
    assert names(found) == people
    found = reading(
        xlsx(DS=[["Họ tên", "Dân tộc"], *([person, "Tày"] for person in people[:4])]), "a.xlsx", "voters"
    )
    assert names(found) == people[:4]


def test_hamlets_are_named_like_groups() -> None:
    listed: list[list[object]] = [["Tên thôn", "Số hộ"], ["Xóm Trên", 40], ["Tổ 3", 52], ["Cụm Pò Nà", 9]]
    assert names(reading(xlsx(DS=listed), "a.xlsx", "hamlets")) == ["Xóm Trên", "Tổ 3", "Cụm Pò Nà"]


@pytest.mark.parametrize(
    "title",
    ["DANH SÁCH HỘ ĐÃ CHUYỂN ĐI", "II. Hộ chuyển đi nơi khác", "Các hộ đã cắt khẩu", "Những người đã mất"],
)
def test_those_below_the_title_of_people_who_are_gone_are_no_households(title: str) -> None:
    found = households(*ROWS, [], [title], [1, "Chìu Thị Dụ", 1980, "Hạ Long", 3], [2, "Vi Văn Kiểm", 1951])
    assert (names(found), found.refused) == (NAMES, ())
    assert [code for row, code in told(found).items() if row > 5] == ["other_table"] * 3


def test_a_group_after_those_who_are_gone_is_read_again() -> None:
    found = households(["A", "Hộ đã chuyển đi"], [1, "Chìu Thị Dụ", 1980], ["B", "Hộ thường trú"], *ROWS)
    assert names(found) == NAMES
    assert [told(found)[row] for row in (2, 3, 4)] == ["other_table", "other_table", "group"]


@pytest.mark.parametrize(
    "header",
    [
        ["TT", "Họ và tên", "Chức vụ", "Điện thoại"],
        ["TT", "Họ tên người chuyển", "Nơi đến", "Lý do"],
        ["STT", "Họ và tên", "Năm sinh", "Nơi chuyển đến", "Số khẩu", "Địa chỉ"],
        [None, "Họ và tên", "Ngày chết", "Ghi chú"],
    ],
)
def test_another_table_below_is_told_and_not_read(header: list[object]) -> None:
    found = households(*ROWS, [], header, [1, "Chìu Thị Dụ", 1980, "Hạ Long"], [2, "Vi Văn Kiểm", 1951, "x"])
    assert (names(found), found.refused) == (NAMES, ())
    assert [told(found)[row] for row in (6, 7, 8)] == ["other_table"] * 3


def test_a_small_table_above_the_list_is_told_and_not_read() -> None:
    team: list[list[object]] = [["STT", "Họ và tên", "Chức vụ"], [1, "Hoàng Văn Đúng", "Tổ trưởng"], []]
    found = reading(xlsx(DS=[*team, HEAD, *ROWS]), "a.xlsx", "households")
    assert (names(found), told(found)) == (NAMES, {1: "other_table", 2: "other_table", 4: "heading"})


def test_the_list_goes_on_under_its_header_with_a_column_less() -> None:
    found = households(*ROWS[:2], ["STT", "Chủ hộ", "Năm sinh", "Địa chỉ"], ROWS[2][:4])
    assert names(found) == NAMES


@pytest.mark.parametrize("title", ["Đã chuyển đi", "DS chuyển đi 2023", "da chuyen di", "Đã mất"])
def test_a_sheet_of_people_who_are_gone_is_not_joined(title: str) -> None:
    found = households(*ROWS, **{title: [HEAD, [1, "Chìu Thị Dụ", 1980, None, 3]]})
    assert (names(found), found.source.left_out) == (NAMES, (title,))
    assert [(line.row, line.code) for line in found.passed if line.sheet == title] == [
        (1, "sheet"),
        (2, "sheet"),
    ]


def test_a_list_that_stands_all_below_the_title_of_people_who_are_gone_is_none() -> None:
    team: list[list[object]] = [["STT", "Họ và tên", "Chức vụ"], [1, "Hoàng Văn Đúng", "Tổ trưởng"]]
    content = xlsx(DS=[*team, ["DANH SÁCH HỘ ĐÃ CHUYỂN ĐI"], HEAD, *ROWS])
    with pytest.raises(SheetRefused, match=r"sheet\.gone"):
        reading(content, "a.xlsx", "households")


def test_a_file_of_nobody_but_people_who_are_gone_is_refused() -> None:
    with pytest.raises(SheetRefused) as refused:
        reading(xlsx(DS=[["DANH SÁCH HỘ ĐÃ CHUYỂN ĐI"], HEAD, *ROWS]), "a.xlsx", "households")
    assert refused.value.code == "sheet.gone"


@pytest.mark.parametrize(
    "title",
    ["Số hộ đã chuyển đi: 3", "DANH SÁCH HỘ (không tính hộ chuyển đi)", "Hộ có mặt, trừ hộ chuyển đi"],
)
def test_a_list_that_only_names_those_who_are_gone_is_read(title: str) -> None:
    found = reading(xlsx(DS=[[title], HEAD, *ROWS]), "a.xlsx", "households")
    assert names(found) == NAMES


def test_a_sheet_whose_heading_is_not_known_and_a_hidden_one_are_named() -> None:
    found = households(*ROWS, **{"Thôn B": [["TT", "Gia chủ", "Sinh"], [1, "Chìu Thị Dụ", 1980]]})
    assert found.source.left_out == ("Thôn B",)
    assert [line.words for line in found.passed if line.code == "sheet"] == [
        "TT | Gia chủ | Sinh", "1 | Chìu Thị Dụ | 1980",
    ]  # fmt: skip
    sheets = (
        Sheet("DS", (tuple(HEAD), *map(tuple, ROWS))),
        Sheet("Ẩn", (tuple(HEAD), *map(tuple, ROWS)), hidden=True),
    )
    found = read_sheets(sheets, "households", Source("a.xlsx", ""))
    assert (names(found), found.source.left_out) == (NAMES, ("Ẩn",))


SHEET = Sheet("DS", (tuple(HEAD), *map(tuple, ROWS)))


@pytest.mark.parametrize(
    ("column", "code"), [(1, None), (2, "error_cell"), (3, "error_cell"), (5, "error_cell"), (6, None)]
)
def test_an_error_in_a_cell_that_is_read_refuses_its_row(column: int, code: str | None) -> None:
    rows = [list(row) for row in SHEET.rows]
    rows[2] = [None if at == column else value for at, value in enumerate(rows[2], start=1)]
    found = of_sheet(replace(SHEET, rows=tuple(map(tuple, rows)), errors=frozenset({(3, column)})))
    assert [(row.row, row.code) for row in found.refused] == ([(3, code)] if code else [])
    assert found.lines == 4


@pytest.mark.parametrize("shown", ["#REF!", "#N/A", "#VALUE!", "####", "#name?"])
def test_an_error_that_a_text_file_shows_refuses_its_row(shown: str) -> None:
    text = f"STT;Chủ hộ;Năm sinh;Số khẩu\n1;Nình Văn Thử;{shown};4\n2;Lỷ Thị Mẫu;1970;2\n"
    found = reading(text.encode(), "a.csv", "households")
    assert ([row.code for row in found.refused], names(found)) == (["error_cell"], ["Lỷ Thị Mẫu"])


def test_formulas_without_values_are_refused_numbered_or_below_all_that_has_one() -> None:
    rows = (*SHEET.rows[:3], (None, "Tằng A Ví", 1975, None, 5), (None, "Tổng cộng"))
    formulas = frozenset({(4, 1), (5, 5), (6, 2), (6, 3), (8, 2)})
    found = of_sheet(replace(SHEET, rows=rows, no_value=formulas))
    assert names(found) == NAMES
    assert [(row.row, row.code, row.cells) for row in found.refused] == [
        (6, "no_value", {"B6": "", "C6": ""}),
        (8, "no_value", {"B8": ""}),
    ]
    assert (told(found), found.lines) == ({1: "heading", 5: "total"}, 7)


def test_a_row_of_formulas_without_values_near_the_header_is_no_row_of_column_numbers() -> None:
    found = of_sheet(replace(SHEET, rows=SHEET.rows[:2], no_value=frozenset({(3, 2), (3, 3), (3, 5)})))
    assert [(row.row, row.code) for row in found.refused] == [(3, "no_value")]
