"""A list whose column of names no heading tells: its columns are there to be said, and then it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import SheetRefused
from desktop.sheets.lists.reading import ListFile, open_list, read_sheets
from desktop.sheets.lists.unnamed import is_unnamed, read_unnamed

ODD = """UBND XÃ HÚC ĐỘNG;;;
DANH SÁCH KÈM THEO;;;
TT;Người ở hộ này;Năm sinh;Số khẩu
1;Lò Văn Ứng;1980;4
2;Vì Thị Ơn;1975;3
TT;Người ở hộ này;Năm sinh;Số khẩu
3;Tòng A Páo;1969;6
"""


def opened(folder: Path, text: str) -> ListFile:
    path = folder / "la.csv"
    path.write_text(text, encoding="utf-8")
    return open_list(path)


def names(file: ListFile, said: dict[str, str | None]) -> list[str]:
    reading = read_sheets(file.sheets, "households", file.source, said=said)
    return [row["name"] for row in reading.rows]


def test_its_columns_are_told_and_no_line_is_lost(tmp_path: Path) -> None:
    file = opened(tmp_path, ODD)
    with pytest.raises(SheetRefused) as caught:
        read_sheets(file.sheets, "households", file.source)
    assert caught.value.code == "sheet.no_header"
    reading = read_unnamed(file, "households")
    assert reading is not None
    assert is_unnamed(reading)
    told = [(heading.column, heading.text, heading.key) for heading in reading.source.headings]
    assert told == [
        ("A", "TT", "number"),
        ("B", "Người ở hộ này", None),
        ("C", "Năm sinh", "birth"),
        ("D", "Số khẩu", "members"),
    ]
    codes = [line.code for line in reading.passed]
    assert codes == ["title", "title", "heading", "unnamed", "unnamed", "unnamed", "unnamed"]
    assert reading.lines == 7


def test_so_said_it_is_read_with_the_headers_of_all_its_pages(tmp_path: Path) -> None:
    file = opened(tmp_path, ODD)
    said: dict[str, str | None] = {"Người ở hộ này": "name"}
    assert names(file, said) == ["Lò Văn Ứng", "Vì Thị Ơn", "Tòng A Páo"]
    reading = read_sheets(file.sheets, "households", file.source, said=said)
    unnamed = read_unnamed(file, "households", {"Số khẩu": None})
    assert not is_unnamed(reading)
    # By its headings the list is known when it comes again.
    assert unnamed is not None
    assert [one.text for one in unnamed.source.headings] == [one.text for one in reading.source.headings]
    assert unnamed.source.headings[3].key is None


def test_a_column_without_a_heading_is_said_by_its_letter(tmp_path: Path) -> None:
    file = opened(tmp_path, "TT;;Năm sinh;Số khẩu\n1;Lò Văn Ứng;1980;4\n2;Vì Thị Ơn;1975;3\n")
    assert read_unnamed(file, "households") is not None
    assert names(file, {"B": "name"}) == ["Lò Văn Ứng", "Vì Thị Ơn"]


def test_where_no_heading_at_all_is_known_the_first_row_of_words_is_taken(tmp_path: Path) -> None:
    file = opened(tmp_path, "Danh sách\nMã;Người;Ngày đẻ\n1;Lò Văn Ứng;1980\n2;Vì Thị Ơn;1975\n")
    assert names(file, {"Người": "name", "Ngày đẻ": "birth"}) == ["Lò Văn Ứng", "Vì Thị Ơn"]


def test_a_file_without_any_such_row_is_refused_as_before(tmp_path: Path) -> None:
    assert read_unnamed(opened(tmp_path, "1;2;3\n4;5;6\n"), "households") is None
