"""Numbers of cards: which of two counts, which heading is one's, what a spreadsheet did to the digits."""

from __future__ import annotations

import pytest

from desktop.sheets.files.cells import Merge, Sheet, Value
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source
from tests.sheets.lists.test_own_workbooks import reading

NEW, OLD = "022050000111", "100123456"


def listed(*rows: tuple[Value, ...], kind: str = "voters", merges: tuple[Merge, ...] = ()) -> Reading:
    return read_sheets((Sheet("DS", rows, merges),), kind, Source("a.xlsx", ""))


@pytest.mark.parametrize(
    "heads", [("Số CMND", "Số CCCD"), ("CMT", "Thẻ căn cước"), ("CMND cũ", "Mã định danh")]
)
@pytest.mark.parametrize(
    ("old", "new", "kept", "at"),
    [
        (OLD, NEW, NEW, "D2"),
        (None, NEW, NEW, "D2"),
        ("-", 22050000111, NEW, "D2"),
        (OLD, None, OLD, "C2"),
        (OLD, "-", OLD, "C2"),
        (NEW, OLD, NEW, "C2"),
        (NEW, None, NEW, "C2"),
        (None, None, None, "D2"),
    ],
)
def test_of_two_cards_todays_counts_whatever_the_order(
    heads: tuple[str, str], old: Value, new: Value, kept: str | None, at: str
) -> None:
    found = listed(("Họ tên", "Năm sinh", *heads), ("Nình Văn Thử", 1950, old, new))
    assert found.rows == ({"name": "Nình Văn Thử", "birth": "1950", "identity": kept},)
    assert found.addresses[2]["identity"] == at
    turned = listed(("Họ tên", "Năm sinh", *reversed(heads)), ("Nình Văn Thử", 1950, new, old))
    assert turned.rows == found.rows


def test_dittos_and_copies_are_told_through_both_columns() -> None:
    found = listed(
        ("Họ tên", "CMND", "CCCD", "Dân tộc"),
        ("Nình Văn Thử", OLD, None, "Tày"),
        ("Lỷ Thị Mẫu", OLD, "022151000222", "nt"),
        ("Nình Văn Thử", OLD, "", "nt"),
    )
    assert [row["ethnic"] for row in found.rows] == ["Tày"] * 3
    assert Note("B4", "duplicate", OLD, "B2") in found.notes


@pytest.mark.parametrize(
    "heading",
    ["Ngày cấp CCCD", "CCCD, ngày cấp", "Nơi cấp CCCD", "Có CCCD", "Đã làm CCCD", "Loại giấy tờ CCCD, CMND",
     "Ngày hết hạn CCCD", "Ngày, tháng, năm cấp CMND"],
)  # fmt: skip
def test_a_heading_beside_the_number_is_no_number(heading: str) -> None:
    found = listed(("Họ tên", heading, "Số định danh cá nhân"), ("Nình Văn Thử", "10/05/2021", NEW))
    assert found.rows == ({"name": "Nình Văn Thử", "identity": NEW},)


@pytest.mark.parametrize(
    "heading",
    ["Số CCCD, nếu có", "CCCD/CMND (nếu có)", "CMND/CCCD nếu có", "Số CCCD đã cấp", "Căn cước công dân",
     "Số CMND hoặc CCCD còn hạn"],
)  # fmt: skip
def test_a_number_under_more_words_is_the_number(heading: str) -> None:
    found = listed(("Họ tên", heading), ("Nình Văn Thử", NEW))
    assert found.rows == ({"name": "Nình Văn Thử", "identity": NEW},)


def test_the_number_under_the_head_of_its_card() -> None:
    found = listed(
        ("Họ tên", "CCCD", None, None, "Thẻ đảng", None),
        (None, "Ngày cấp", "Số", "Nơi cấp", "Ngày cấp", "Số"),
        ("Nình Văn Thử", "10/05/2021", NEW, "Cục CS", "03/02/2001", "01425905"),
        kind="members",
        merges=(Merge(1, 1, 2, 1), Merge(1, 2, 1, 4), Merge(1, 5, 1, 6)),
    )
    assert found.rows == ({"name": "Nình Văn Thử", "identity": NEW, "card": "01425905"},)


@pytest.mark.parametrize(
    "heading", ["Số thẻ", "Thẻ số", "Số\nthẻ", "Số thẻ Đảng viên (8 số)", "Mã thẻ", "Card No. / Số thẻ"]
)
@pytest.mark.parametrize(
    ("written", "notes"),
    [("01425905", []), (1425905, ["padded"]), ("1425905", ["padded"]), ("'01425905", ["spaces"])],
)
def test_the_zero_of_a_membership_card_is_kept(heading: str, written: Value, notes: list[str]) -> None:
    found = listed(("Họ tên", heading), ("Nình Văn Thử", written), kind="members")
    assert found.rows == ({"name": "Nình Văn Thử", "card": "01425905"},)
    assert [note.code for note in found.notes] == notes


@pytest.mark.parametrize("heading", ["Số thẻ BHYT", "Ngày cấp thẻ đảng", "Đã phát thẻ đảng"])
def test_another_card_is_not_the_partys(heading: str) -> None:
    found = listed(("Họ tên", heading, "Năm sinh"), ("Nình Văn Thử", "01425905", 1950), kind="members")
    assert found.rows == ({"name": "Nình Văn Thử", "birth": "1950"},)


@pytest.mark.parametrize(
    "value", [22051000000, 22051100000, "022051000000", "2.2051E+10", "2,2051E+10", 100000000]
)
def test_a_number_whose_digits_were_rounded_away_waits(value: Value) -> None:
    found = listed(("Họ tên", "CCCD"), ("Nình Văn Thử", value), ("Lỷ Thị Mẫu", "022151010000"))
    assert [(row.row, row.code) for row in found.refused] == [(2, "bad_identity")]
    assert found.rows[0]["identity"] == "022151010000"


def test_armoured_cells_of_a_text_file_are_read_with_a_note() -> None:
    text = (
        '="STT";="Họ và tên";="CCCD";="Số khẩu"\n'
        '="1";="Nình Văn Thử";="022050000111";="4"\n'
        '="2";="Lỷ A";="";="3"\n'
    )
    found = reading(text.encode(), "a.csv", "households")
    assert found.rows == (
        {"name": "Nình Văn Thử", "identity": NEW, "members": 4},
        {"name": "Lỷ A", "identity": None, "members": 3},
    )
    assert Note("C2", "spaces", f'="{NEW}"', NEW) in found.notes
