"""What is said beside rows is told, and names nobody away; two people in one cell are not made one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.sheets.files.cells import Sheet, Value
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source

ROWS = (
    ("STT", "Họ và tên", "Năm sinh", "Ghi chú", "Số khẩu"),
    (1, "Nình Văn Thử", 1950, None, 4),
    (2, "Lỷ Thị Mẫu", 1951, "hộ nghèo", 3),
    (3, "Tằng A Ví", 1952, None, 2),
)
SHEET = Sheet("DS", ROWS)


def households(sheet: Sheet) -> Reading:
    found = read_sheets((sheet,), "households", Source("a.xlsx", ""))
    assert len(found.rows) == len(sheet.rows) - 1
    return found


def named(*names: Value, kind: str = "voters") -> Reading:
    rows = ((number, name, 1950) for number, name in enumerate(names, start=1))
    return read_sheets((Sheet("DS", (("STT", "Họ và tên", "Năm sinh"), *rows)),), kind, Source("a.xlsx", ""))


def test_hidden_and_filtered_rows_are_taken_and_named() -> None:
    assert households(replace(SHEET, hidden_rows=frozenset({3, 9}))).notes == (
        Note("B3", "hidden", "Lỷ Thị Mẫu", "Lỷ Thị Mẫu"),
    )


def test_struck_out_rows_are_named_once_and_single_cells_each() -> None:
    struck = frozenset({(2, 1), (2, 2), (2, 3), (4, 3), (4, 5), (4, 9)})
    assert households(replace(SHEET, struck=struck)).notes == (
        Note("B2", "struck", "Nình Văn Thử", "Nình Văn Thử"),
        Note("C4", "struck", "1952", "1952"),
        Note("E4", "struck", "2", "2"),
    )


def test_pinned_remarks_are_told_with_their_words() -> None:
    remarks = {(3, 2): "đã chuyển khẩu tháng 5", (4, 6): "xem lại", (1, 1): "tiêu đề"}
    assert households(replace(SHEET, remarks=remarks)).notes == (
        Note("B3", "remark", "Lỷ Thị Mẫu", "đã chuyển khẩu tháng 5"),
        Note("F4", "remark", "", "xem lại"),
    )


@pytest.mark.parametrize(
    "said",
    ["đã chuyển đi", "Chuyển đi Hạ Long", "ĐÃ CHẾT", "chết 2021", "cắt khẩu", "nay đã mất", "Chuyen di"],
)
def test_a_row_that_says_its_person_is_gone_is_taken_and_named(said: str) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][3] = said
    found = households(replace(SHEET, rows=tuple(map(tuple, rows))))
    assert found.notes == (Note("D3", "remark", said, said),)


@pytest.mark.parametrize(
    "said", ["chuyển đến năm 2020", "chưa chuyển đi", "hộ khẩu thường trú", "mất CCCD", "tên cũ: Mẩu"]
)
def test_other_remarks_are_no_alarm(said: str) -> None:
    rows = [list(row) for row in ROWS]
    rows[2][3] = said
    assert households(replace(SHEET, rows=tuple(map(tuple, rows)))).notes == ()


def test_a_bracket_behind_a_name_is_told() -> None:
    found = named("Nình Văn Thử (vợ là Hoa)", "Lỷ Thị Mẫu (đã chết)", "Tằng A Ví (Ba Tư)", "Vi Văn Ba (Đức)")
    assert [(note.cell, note.code) for note in found.notes] == [("B2", "remark"), ("B3", "remark")]


def test_a_marked_row_of_one_of_several_sheets_is_named_with_it() -> None:
    sheets = (SHEET, replace(SHEET, title="DS 2", hidden_rows=frozenset({4}), rows=(ROWS[0], *_others())))
    found = read_sheets(sheets, "households", Source("a.xlsx", ""))
    assert found.notes == (Note("DS 2!B4", "hidden", "Loan Văn Đúng", "Loan Văn Đúng"),)


@pytest.mark.parametrize(
    "name",
    [
        "Nình Văn Thử\nLỷ Thị Mẫu",
        "Nình Văn Thử, Lỷ Thị Mẫu",
        "Nình Văn Thử; Lỷ Thị Mẫu",
        "Nình Văn Thử / Lỷ Thị Mẫu",
        "Nình Văn Thử - Lỷ Thị Mẫu",
        "Nình Văn Thử và Lỷ Thị Mẫu",
        "Nình Văn Thử và vợ",
        "1. Nình Văn Thử 2. Lỷ Thị Mẫu",
        "Nình Thử\nTằng Ví",
    ],
)
@pytest.mark.parametrize("kind", ["voters", "members", "households"])
def test_two_people_in_one_cell_wait(name: str, kind: str) -> None:
    found = named(name, "Tằng A Ví", kind=kind)
    assert [row["name"] for row in found.rows] == ["Tằng A Ví"]
    assert [(row.row, row.code, row.cells["B2"]) for row in found.refused] == [(2, "two_people", name)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Nguyễn Thị\nMinh Châu", "Nguyễn Thị Minh Châu"),
        ("Nình Văn\nThử", "Nình Văn Thử"),
        ("Công Tằng\nTôn Nữ Hà", "Công Tằng Tôn Nữ Hà"),
        ("Lầu Và Súa", "Lầu Và Súa"),
        ("Và A Páo", "Và A Páo"),
        ("LẦU VÀ SÚA", "Lầu Và Súa"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Y Blô-Êban", "Y Blô-Êban"),
    ],
)
def test_one_person_in_one_cell_is_one(written: str, name: str) -> None:
    found = named(written, "Tằng A Ví")
    assert (found.rows[0]["name"], found.refused) == (name, ())


def _others() -> tuple[tuple[Value, ...], ...]:
    return tuple(
        (number, name, 1960, None, 1) for number, name in enumerate(["Vi A", "Hà B", "Loan Văn Đúng"], 1)
    )
