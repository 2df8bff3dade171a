"""Lines that hold anything are rows taken, refused or passed over: whatever the kind and the format."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import SheetRefused
from tests.sheets.lists.test_own_workbooks import reading, xlsx
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import open_document, row

if TYPE_CHECKING:
    from desktop.sheets.lists.reading import Reading

Cells: TypeAlias = list[str | float | None]

HEADS: dict[str, Cells] = {
    "households": ["STT", "Họ và tên chủ hộ", "Năm sinh", "Số CCCD", "Dân tộc", "Số khẩu"],
    "voters": ["TT", "Họ và tên cử tri", "Ngày sinh", "Số CCCD", "Giới tính", "Địa chỉ"],
    "members": ["STT", "Họ và tên đảng viên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ"],
    "hamlets": ["STT", "Tên thôn", "Loại", "Số hộ", "Trưởng thôn", "ĐBKK"],
}
CODES = {
    "title", "heading", "total", "carried", "group", "signature", "note", "other_table", "blank_numbered",
    "sheet",
}  # fmt: skip

cells = st.sampled_from(
    [
        None, None, "", " ", 1, 2.0, 17, 1961, 4.5, "1", "II", "-", "nt", "x", "12/04/1978",
        "31/02/1970", "022178075954", 22178075954, "Nình Văn Thử", "LỶ THỊ MẪU", "Xóm Trên", "Tổ 3", "Thôn",
        "Cộng", "Tổng số hộ: 3", "Lũy kế", "Mang sang trang sau", "Trang 2", "STT", "Họ và tên", "Năm sinh",
        "Nơi đến", "DANH SÁCH HỘ ĐÃ CHUYỂN ĐI", "Người lập biểu", "Ngày 3 tháng 5 năm 2024",
        "Ghi chú: xem sau", "Chủ tịch", "Số khẩu", "(1)", "(2)", "(3)",
    ]
)  # fmt: skip
tables = st.lists(st.lists(cells, max_size=6), max_size=14)


def written(rows: list[Cells], name: str) -> bytes:
    if name.endswith(".xlsx"):
        return xlsx(Trang=[*rows], Bìa=[["DANH SÁCH"], [], ["năm 2024"]])
    if name.endswith(".xls"):
        return old_workbook(rows)
    if name.endswith(".ods"):
        return open_document(
            {"Trang": [row(*values) for values in rows], "Bìa": [row("DANH SÁCH"), row("năm 2024")]}
        )
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def lines_of(rows: list[Cells]) -> set[int]:
    return {
        number
        for number, values in enumerate(rows, start=1)
        if any(value is not None and str(value).strip() for value in values)
    }


def passed(found: Reading) -> list[tuple[int, str]]:
    return [(line.row, line.code) for line in found.passed]


@settings(deadline=None, max_examples=60)
@given(tables, st.sampled_from(sorted(HEADS)), st.integers(0, 3), st.booleans())
@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods", "a.csv"])
def test_every_line_that_holds_anything_is_told(
    name: str, table: list[Cells], kind: str, at: int, again: bool
) -> None:
    head = HEADS[kind]
    known: Cells = [1, "Nình Văn Thử", 1961, None, None, None]
    rows = [*table[:at], head, known, *table[at:], *([head, known] if again else [])]
    try:
        found = reading(written(rows, name), name, kind)
    except SheetRefused:
        # Two lists that can't be told apart, or nothing but people who are gone.
        return
    beside = 2 if name in {"a.xlsx", "a.ods"} else 0
    assert len(found.rows) + len(found.refused) + len(found.passed) == found.lines
    assert found.lines == len(lines_of(rows)) + beside
    told = [found.place(number)[1] for number in (*found.numbers, *(one.row for one in found.refused))]
    told += [line.row for line in found.passed if line.code != "sheet"]
    assert Counter(told) == Counter(lines_of(rows))
    assert {line.code for line in found.passed} <= CODES
    assert all(line.words.strip() for line in found.passed)


def test_each_line_of_the_paper_has_its_code() -> None:
    found = reading(
        xlsx(
            DS=[
                ["UBND XÃ", None, None, "Biểu 2"],
                ["DANH SÁCH HỘ"],
                ["STT", "Chủ hộ", "Năm sinh", "Số khẩu"],
                ["(1)", "(2)", "(3)", "(4)"],
                [None, "Cụm Pò Nà"],
                [1, "Nình Văn Thử", 1961, 4],
                [2],
                [None, "Cộng trang 1", None, 4],
                [None, "Chuyển trang sau", None, 4],
                ["B", "Hộ mới tách"],
                [3, "Lỷ Thị Mẫu", 1970, 2],
                [None, None, None, 6],
                ["Tổng cộng", None, None, 6],
                [],
                [None, "Ghi chú: số liệu đến ngày 01/10"],
                [None, None, "Trưởng thôn"],
                [None, None, "Tằng A Ví"],
            ]
        ),
        "a.xlsx",
        "households",
    )
    assert passed(found) == [
        (1, "title"), (2, "title"), (3, "heading"), (4, "heading"), (5, "group"), (7, "blank_numbered"),
        (8, "total"), (9, "carried"), (10, "group"), (12, "total"), (13, "total"), (15, "note"),
        (16, "signature"), (17, "signature"),
    ]  # fmt: skip
    assert found.passed[7].words == "Chuyển trang sau | 4"
    assert (len(found.rows), found.refused, found.lines) == (2, (), 16)
