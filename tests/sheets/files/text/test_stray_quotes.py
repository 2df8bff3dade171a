"""A quote too many in a text file never makes a row vanish; quotes that belong there still do their work."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.sheets.files.reader import cells_of

ROWS = [
    ["STT", "Họ và tên", "Địa chỉ", "Số khẩu"],
    *([str(number), f"Lò Văn {number}", "Bản Nà Ếch", "4"] for number in range(1, 8)),
]


def _read(text: str) -> list[list[str]]:
    (sheet,) = cells_of(text.encode(), "danh-sach.csv")
    return [[str(cell or "") for cell in row] for row in sheet.rows]


@given(
    st.integers(1, 7),
    st.integers(0, 3),
    st.integers(0, 10),
    st.sampled_from([";", ",", "\t", "|"]),
    st.data(),
)
def test_one_quote_anywhere_changes_no_other_cell(
    row: int, column: int, place: int, separator: str, data: st.DataObject
) -> None:
    rows = [list(cells) for cells in ROWS]
    cell = rows[row][column]
    rows[row][column] = cell[: place % (len(cell) + 1)] + '"' + cell[place % (len(cell) + 1) :]
    end = data.draw(st.sampled_from(["\r\n", "\n", "\r"]))
    assert _read(end.join(separator.join(cells) for cells in rows)) == rows


@given(st.integers(1, 7), st.integers(1, 7), st.booleans(), st.sampled_from([1, 2]))
def test_two_quotes_in_two_rows_take_in_no_row_between(
    first: int, second: int, closes: bool, column: int
) -> None:
    assume(first < second)
    rows = [list(cells) for cells in ROWS]
    rows[first][column] = '"' + rows[first][column]
    rows[second][column] += '"' if closes else ""
    rows[second][column] = rows[second][column] if closes else '"' + rows[second][column]
    assert _read("\r\n".join(";".join(cells) for cells in rows)) == rows


_CELL = st.text(st.sampled_from('aĐ ;,"\t|'), max_size=6)


@given(st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=1, max_size=6), st.booleans())
def test_what_a_spreadsheet_writes_comes_back(rows: list[list[str]], everywhere: bool) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL if everywhere else csv.QUOTE_MINIMAL).writerows(
        rows
    )
    assume(any(cell.strip() for row in rows for cell in row))
    held = [[cell if cell.strip() else "" for cell in row] for row in rows]
    assert _read(f"sep=;\r\n{text.getvalue()}")[1:] == held


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # A cell of two lines, in the midst and at the end of its row.
        ('a;"dòng 1\r\ndòng 2";c\r\nd;e;f', [["a", "dòng 1\ndòng 2", "c"], ["d", "e", "f"]]),
        ('a;b;"dòng 1\ndòng 2"\nd;e;f', [["a", "b", "dòng 1\ndòng 2"], ["d", "e", "f"]]),
        # Quotes inside that weren't doubled.
        ('a;"Thôn "Nà Ếch", xã";c\nd;e;f', [["a", 'Thôn "Nà Ếch", xã', "c"], ["d", "e", "f"]]),
        ('a;Thôn "Nà";c\nd;e;f', [["a", 'Thôn "Nà"', "c"], ["d", "e", "f"]]),
        ('a;="022178";c\nd;e;f', [["a", '="022178"', "c"], ["d", "e", "f"]]),
        ('a;"";c\nd;"e;f', [["a", "", "c"], ["d", '"e', "f"]]),
        ('a;b;"', [["a", "b", '"']]),
    ],
)
def test_quotes_that_belong_there(text: str, rows: list[list[str]]) -> None:
    assert _read(text) == rows
