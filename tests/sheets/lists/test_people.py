"""Lists of voters and of members, and what all lists of people share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.errors import SheetRefused
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.kinds.known import list_kind
from desktop.sheets.lists.reading import read

if TYPE_CHECKING:
    from tests.sheets.conftest import MakeText, MakeWorkbook

VOTERS = ["STT", "Họ và tên cử tri", "Năm sinh", "Nam", "Nữ", "Dân tộc", "Tôn giáo", "Địa chỉ", "Ghi chú"]
MEMBERS = ["TT", "Họ tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ đảng", "Chức vụ"]


def test_a_plain_list_of_voters(make_workbook: MakeWorkbook) -> None:
    rows = [1, "Lò Thị Ơn", 1978, None, "x", "Thái", "Không", "Xóm 2", "Vắng"]
    reading = read(make_workbook(VOTERS, rows, [2, *[None] * 8], [3, *[None] * 8]), "voters")
    assert reading.rows == (
        {
            "name": "Lò Thị Ơn",
            "sex": "Nữ",
            "birth": "1978",
            "ethnic": "Thái",
            "religion": "Không",
            "address": "Xóm 2",
            "note": "Vắng",
        },
    )


def test_a_plain_list_of_members(make_workbook: MakeWorkbook) -> None:
    row = [1, "Hà Văn Páo", "10/1956", "03/02/1980", 1981, 2223375, None]
    reading = read(make_workbook(MEMBERS, row), "members")
    assert reading.rows == (
        {
            "name": "Hà Văn Páo",
            "birth": "1956-10",
            "admitted": "1980-02-03",
            "official": "1981",
            "card": "02223375",
            "post": None,
        },
    )
    assert Note("F2", "padded", "2223375", "02223375") in reading.notes


def test_two_members_with_one_card_are_noted(make_workbook: MakeWorkbook) -> None:
    rows = [
        [1, "Hà Văn Páo", 1956, 1980, 1981, "01425905", "-"],
        [2, "Lò A Dê", 1960, 1985, 1986, "01425905", "-"],
    ]
    assert read(make_workbook(MEMBERS, *rows), "members").notes == (
        Note("F3", "duplicate", "01425905", "F2"),
    )


def test_a_date_of_admission_that_is_none_is_refused(make_workbook: MakeWorkbook) -> None:
    rows = [
        [1, "Hà Văn Páo", 1956, "31/02/1980", None, None, None],
        [2, "Lò A Dê", 1960, None, None, None, None],
    ]
    reading = read(make_workbook(MEMBERS, *rows), "members")
    assert [(row.row, row.code) for row in reading.refused] == [(2, "bad_date")]


BIRTHS = [
    (["5", "3", "1980"], "1980-03-05"),
    ([5, 3, 1980], "1980-03-05"),
    ([None, 3, 1980], "1980-03"),
    ([None, None, 1980], "1980"),
    ([None, None, None], None),
    (["-", "-", 1980], "1980"),
    (["00", "00", "1980"], "1980"),
]


@pytest.mark.parametrize(("parts", "birth"), BIRTHS)
def test_a_birth_in_three_columns_under_one_heading(
    make_workbook: MakeWorkbook, parts: list[object], birth: str | None
) -> None:
    path = make_workbook(
        ["STT", "Họ và tên", "Ngày, tháng, năm sinh", None, None, "Dân tộc"],
        [None, None, "Ngày", "Tháng", "Năm", None],
        [1, "Lò Thị Ơn", *parts, "Thái"],
        [2, "Hà A Dê", 1, 1, 1990, "Dao"],
        merges=["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
    )
    assert read(path, "voters").rows[0] == {"name": "Lò Thị Ơn", "birth": birth, "ethnic": "Thái"}


@pytest.mark.parametrize(
    "headings",
    [
        ["Ngày sinh", "Tháng sinh", "Năm sinh"],
        ["Ngày", "Tháng", "Năm"],
        ["NGÀY", "THÁNG", "NĂM"],
        ["Năm sinh", "Tháng sinh", "Ngày sinh"],
    ],
)
def test_a_birth_in_three_columns_with_headings_of_their_own(
    make_workbook: MakeWorkbook, headings: list[str]
) -> None:
    parts = [1980, 3, 5] if headings[0] == "Năm sinh" else [5, 3, 1980]
    path = make_workbook(["Họ và tên", *headings, "Nam", "Nữ"], ["Lò Thị Ơn", *parts, None, "x"])
    assert read(path, "voters").rows == ({"name": "Lò Thị Ơn", "sex": "Nữ", "birth": "1980-03-05"},)


def test_a_birth_in_three_columns_of_a_text_file(make_text: MakeText) -> None:
    path = make_text("STT;Họ và tên;Ngày sinh;;;Địa chỉ\n;;Ngày;Tháng;Năm;\n1;Lò Thị Ơn;5;3;1980;Xóm 2\n")
    assert read(path, "voters").rows == ({"name": "Lò Thị Ơn", "birth": "1980-03-05", "address": "Xóm 2"},)


def test_a_birth_in_two_columns(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ và tên", "Ngày tháng sinh", "Năm sinh", "Địa chỉ"],
        ["Lò Thị Ơn", "5/3", 1980, "Xóm 2"],
        ["Hà A Dê", None, 1979, "Xóm 2"],
    )
    assert [row["birth"] for row in read(path, "voters").rows] == ["1980-03-05", "1979"]


@pytest.mark.parametrize(
    "parts", [[5, None, 1980], [31, 2, 1980], [5, 3, None], [5, 13, 1980], ["?", "x", "?"]]
)
def test_parts_that_make_no_date_are_refused(make_workbook: MakeWorkbook, parts: list[object]) -> None:
    path = make_workbook(["Họ và tên", "Ngày", "Tháng", "Năm", "Địa chỉ"], ["Lò Thị Ơn", *parts, "Xóm 2"])
    assert [row.code for row in read(path, "voters").refused] == ["bad_date"]


def test_day_month_and_year_of_the_admission_are_no_birth(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ và tên", "Năm sinh", "Ngày vào Đảng", None, None, "Số thẻ đảng"],
        [None, None, "Ngày", "Tháng", "Năm", None],
        ["Lò Thị Ơn", 1960, 3, 2, 1990, "01425905"],
        merges=["A1:A2", "B1:B2", "C1:E1", "F1:F2"],
    )
    assert read(path, "members").rows[0]["birth"] == "1960"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("SÁN CHỈ", "Sán Chỉ"),
        ("sán dìu", "Sán Dìu"),
        ("h'mông", "H'Mông"),
        ("Ê-ĐÊ", "Ê-đê"),
        ("Sán chí", "Sán chí"),
        ("NGƯỜI LẠ", "Người Lạ"),
    ],
)
def test_an_ethnic_group_gets_its_capitals_and_keeps_its_word(
    make_workbook: MakeWorkbook, written: str, kept: str
) -> None:
    reading = read(make_workbook(["Họ tên", "Dân tộc"], ["Lò Thị Ơn", written]), "voters")
    assert reading.rows[0]["ethnic"] == kept
    assert [note.code for note in reading.notes] == (["case"] if written != kept else [])


@pytest.mark.parametrize(
    ("surname", "given"),
    [
        ("Họ và tên đệm", "Tên"),
        ("Họ và", "tên chủ hộ"),
        ("Họ lót", "Tên"),
        ("Họ, chữ lót", "Tên"),
        ("Họ đệm (ghi chữ in hoa)", "Tên"),
    ],
)
def test_surname_and_given_name_in_two_columns_with_headings_of_their_own(
    make_workbook: MakeWorkbook, surname: str, given: str
) -> None:
    path = make_workbook(["TT", surname, given, "Năm sinh"], [1, "Lò Thị", "Ơn", 1978])
    assert read(path, "households").rows == ({"name": "Lò Thị Ơn", "birth": "1978"},)


def test_the_number_of_a_household_beside_the_name_is_no_surname(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(["Hộ", "Tên chủ hộ", "Năm sinh"], ["12A", "Lò Thị Ơn", 1978])
    assert read(path, "households").rows == ({"name": "Lò Thị Ơn", "birth": "1978"},)


@pytest.mark.parametrize("heading", ["Hộ và tên", "HỘ VÀ\nTÊN CHỦ HỘ"])
def test_a_slip_in_the_heading_of_names_is_understood(make_workbook: MakeWorkbook, heading: str) -> None:
    path = make_workbook([heading, "Năm sinh"], ["Lò Thị Ơn", 1978])
    assert read(path, "households").rows == ({"name": "Lò Thị Ơn", "birth": "1978"},)


def test_years_of_men_and_of_women_under_headings_of_one_row(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        ["Họ tên", "Năm sinh nam", "Năm sinh nữ"], ["Trần Văn Thìn", 1970, None], ["Lò Thị Ơn", None, 1985]
    )
    assert read(path, "voters").rows == (
        {"name": "Trần Văn Thìn", "sex": "Nam", "birth": "1970"},
        {"name": "Lò Thị Ơn", "sex": "Nữ", "birth": "1985"},
    )


def test_the_year_of_birth_under_its_words_the_other_way_round_is_no_column_of_men(
    make_workbook: MakeWorkbook,
) -> None:
    path = make_workbook(["Họ tên", "Sinh năm", "Nữ"], ["Lò Thị Ơn", 1978, "x"])
    assert read(path, "voters").rows == ({"name": "Lò Thị Ơn", "sex": "Nữ", "birth": "1978"},)


@pytest.mark.parametrize("heading", ["GT", "G.tính", "Phái", "Giới"])
def test_sex_goes_by_short_headings(make_workbook: MakeWorkbook, heading: str) -> None:
    path = make_workbook(["Họ tên", heading], ["Lò Thị Ơn", "nữ"])
    assert read(path, "voters").rows == ({"name": "Lò Thị Ơn", "sex": "Nữ"},)


def test_a_list_of_hamlets_is_no_list_of_members(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(["STT", "Tên thôn", "Số hộ"], [1, "Nà Ếch", 125])
    with pytest.raises(SheetRefused, match=r"sheet\.no_header"):
        read(path, "members")


@pytest.mark.parametrize("kind", ["households", "members", "voters", "hamlets"])
def test_no_heading_belongs_to_two_columns(kind: str) -> None:
    headings = [heading for column in list_kind(kind, "").columns for heading in column.headings]
    assert len(headings) == len(set(headings))


def test_a_paragraph_in_the_column_of_names_is_listed_and_not_taken(make_workbook: MakeWorkbook) -> None:
    reading = read(make_workbook(["Họ tên", "Năm sinh"], ["Lò Thị Ơn " * 20, 1978]), "voters")
    assert (reading.rows, [row.code for row in reading.refused]) == ((), ["bad_value"])
