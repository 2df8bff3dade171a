"""Whatever the mess, rows in are rows out and rows refused, each found again at its cell."""

from __future__ import annotations

import io
import tempfile
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sheets.files.cells import address
from desktop.sheets.lists.reading import read
from tests.checkout import ROOT
from tests.sheets.lists.test_account import CODES as PASSED

CODES = {
    "padded", "old_identity", "nfd", "spaces", "ditto", "date", "swapped", "year", "time", "legacy", "case",
    "duplicate", "hidden", "struck", "remark", "invisible", "letter", "repaired",
}  # fmt: skip
REFUSALS = {
    "no_name",
    "unreadable",
    "bad_date",
    "future",
    "two_people",
    "bad_identity",
    "bad_value",
    "not_head",
    "error_cell",
    "no_value",
    "bare_name",
}

people = st.sampled_from(
    ["Lò Thị Ơn", "Giàng A Chớ", "Đinh Đào", "Hà Công Hải", "Tòng Thị Mỹ", "Lý Thế Tuấn"]
)
mess = st.sampled_from(
    [
        lambda name: name,
        str.upper,
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: f"  {name.replace(' ', '  ')}\u00a0",
    ]
)
heads = st.builds(lambda change, name: change(name), mess, people) | st.sampled_from([None, "-", "nt", 7])
births = st.sampled_from(
    [
        "12/04/1978",
        1956,
        "10/1960",
        30899,
        "1-2-1970",
        "ngày 3 tháng 5 năm 1980",
        "nt",
        "-",
        None,
        "31/02/1978",
        "?",
        78,
    ]
)
identities = st.sampled_from(
    ["022178075954", 22178075954, 8097260494, "327407698", "-", None, "1234", "nt", "022 178 075 955"]
)
rows = st.tuples(
    heads,
    births,
    st.sampled_from(["Nam", "Nữ", None, "nt"]),
    identities,
    st.sampled_from(["Tày", "nt", '"', None, "-", "SÁN DÌU"]),
    st.sampled_from([1, 4, "12", None, "-", "bốn"]),
)
between = st.sampled_from(
    [
        [],
        ["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu"],
        [None, "Cộng trang:", None, None, None, None, 12],
        ["XÓM 2"],
    ]
)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.tuples(rows, st.lists(between, max_size=2)), max_size=8), st.integers(1, 9), st.integers(1, 5)
)
def test_no_row_is_lost_and_none_is_invented(
    table: list[tuple[tuple[object, ...], list[list[object]]]], top: int, left: int
) -> None:
    sheet_rows: dict[int, list[Any]] = {
        top: ["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu"]
    }
    data: dict[int, list[Any]] = {}
    row = top
    for number, (values, paper) in enumerate(table, start=1):
        for line in paper:
            row += 1
            sheet_rows[row] = line
        row += 1
        sheet_rows[row] = [number, *values]
        if any(value is not None for value in values):
            data[row] = [number, *values]
    reading = _read(sheet_rows, left)
    assert len(reading.rows) + len(reading.refused) == len(data)
    refused = {line.row: line for line in reading.refused}
    assert refused.keys() <= data.keys()
    for number, line in refused.items():
        assert line.code in REFUSALS
        assert line.cells == {
            address(number, left + offset): str(value)
            for offset, value in enumerate(data[number])
            if value is not None
        }
    cells = {
        address(number, left + offset): str(value)
        for number, values in data.items()
        if number not in refused
        for offset, value in enumerate(values)
        if value is not None
    }
    for note in reading.notes:
        assert note.code in CODES
        assert note.cell in cells
        if note.code == "ditto":
            assert note.was == cells[note.cell]
        if note.code == "duplicate":
            assert note.now in cells


def test_every_code_has_its_sentence() -> None:
    sentences = tomllib.loads((ROOT / "resources" / "i18n" / "sheets.toml").read_text(encoding="utf-8"))
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "desktop" / "sheets").rglob("*.py"))
    raised = {code for code in sentences if f'"{code}"' in source}
    assert raised == {code for code in sentences if code.count(".") == 1}
    assert {code.removeprefix("sheet.note.") for code in sentences if code.startswith("sheet.note.")} == CODES
    assert {
        code.removeprefix("sheet.refused.") for code in sentences if code.startswith("sheet.refused.")
    } == REFUSALS
    passed = {code for code in sentences if code.startswith("sheet.passed.")}
    assert passed == {f"sheet.passed.{code}" for code in PASSED}
    for code, sentence in sentences.items():
        assert unicodedata.is_normalized("NFC", sentence), code
        assert sentence.endswith("."), code


def _read(sheet_rows: dict[int, list[Any]], left: int) -> Any:
    book = openpyxl.Workbook()
    for row, values in sheet_rows.items():
        for column, value in enumerate(values, start=left):
            book.worksheets[0].cell(row, column, value)
    content = io.BytesIO()
    book.save(content)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "danh-sach.xlsx"
        path.write_bytes(content.getvalue())
        return read(path, "households")
