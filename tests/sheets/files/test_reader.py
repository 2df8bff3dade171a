"""Files into cells with addresses, and what is refused before a cell is looked at."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Merge, address, text_of
from desktop.sheets.files.reader import read_cells
from desktop.sheets.lists.reading import read
from tests.sheets.crafted_workbooks import with_sheet_data

if TYPE_CHECKING:
    from tests.sheets.conftest import MakeText, MakeWorkbook

OCTOBER = dt.date(1960, 10, 1)


@pytest.mark.parametrize(
    ("row", "column", "name"), [(7, 2, "B7"), (1, 26, "Z1"), (1, 27, "AA1"), (9, 703, "AAA9")]
)
def test_addresses_are_those_of_the_spreadsheet(row: int, column: int, name: str) -> None:
    assert address(row, column) == name


@pytest.mark.parametrize(("top", "left"), [(1, 1), (5, 3), (40, 28)])
def test_a_used_range_that_begins_elsewhere_keeps_its_addresses(
    make_workbook: MakeWorkbook, top: int, left: int
) -> None:
    path = make_workbook(["a", None, "c"], [None, None, None], [None, 7], top=top, left=left)
    (sheet,) = read_cells(path)
    filled = {
        address(row, column): value
        for row in range(1, len(sheet.rows) + 1)
        for column, value in sheet.filled(row).items()
    }
    assert filled == {
        address(top, left): "a",
        address(top, left + 2): "c",
        address(top + 2, left + 1): 7,
    }


def test_cells_keep_their_kind(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(
        [
            "007",
            7,
            7.5,
            dt.date(1978, 4, 12),
            dt.datetime.combine(dt.date(1978, 4, 12), dt.time(7, 30)),
            True,
            dt.time(7, 30),
        ]
    )
    (sheet,) = read_cells(path)
    assert sheet.rows[0] == ("007", 7, 7.5, dt.date(1978, 4, 12), dt.date(1978, 4, 12), True, "07:30:00")
    assert [text_of(value) for value in sheet.rows[0][:4]] == ["007", "7", "7.5", "1978-04-12"]


def test_merged_ranges_are_known(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(["a", None], [None, None], ["b"], top=3, left=2, merges=["B3:C4"])
    (sheet,) = read_cells(path)
    assert sheet.merges == (Merge(3, 2, 4, 3),)
    assert sheet.value(3, 2) == "a"
    assert sheet.value(4, 3) is None


def test_days_that_count_from_1904_are_told(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0]["A1"] = dt.date(1978, 4, 12)
    path = tmp_path / "mac.xlsx"
    book.save(path)
    (sheet,) = read_cells(path)
    assert sheet.date1904
    assert sheet.value(1, 1) == dt.date(1978, 4, 12)


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("mmm-yy", "10/1960"),
        ("mm/yyyy", "10/1960"),
        ('"Tháng" m "năm" yyyy', "10/1960"),
        ("yyyy", "1960"),
        ("dd/mm/yyyy", OCTOBER),
        ("[$-42A]d/m/yyyy;@", OCTOBER),
    ],
)
def test_a_date_cell_that_shows_no_day_has_none(tmp_path: Path, number_format: str, shown: object) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["C4"] = OCTOBER
    book.worksheets[0]["C4"].number_format = number_format
    path = tmp_path / "thang.xlsx"
    book.save(path)
    (sheet,) = read_cells(path)
    assert sheet.value(4, 3) == shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|", "^", "~"])
def test_text_files_of_every_usual_form(make_text: MakeText, encoding: str, delimiter: str) -> None:
    rows = [["STT", "Họ và tên", '"Ngày, tháng; năm sinh"'], ["1", "Lò Thị Ơn", "1978"], [], ["2", "", "x"]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    (sheet,) = read_cells(make_text(mark + text, encoding))
    assert sheet.rows == (
        ("STT", "Họ và tên", "Ngày, tháng; năm sinh"),
        ("1", "Lò Thị Ơn", "1978"),
        (),
        ("2", None, "x"),
    )


@pytest.mark.parametrize(
    "name", ["danh-sach.docx", "danh-sach.pdf", "danh-sach", "danh-sach.xlsb", "danh-sach.numbers"]
)
def test_a_format_that_is_not_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    _refused(tmp_path / name, "sheet.format")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    _refused(tmp_path / "danh-sach.xlsx", "sheet.missing")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thu-muc.xlsx").mkdir()
    with pytest.raises(SheetRefused, match=r"sheet\.(unreadable|no_rights)"):
        read_cells(tmp_path / "thu-muc.xlsx")


def test_a_file_without_rights_is_refused(make_workbook: MakeWorkbook) -> None:
    path = make_workbook(["a"])
    path.chmod(0)
    if os.geteuid() == 0:
        # Rights don't bind the superuser: read as somebody else for a moment.
        os.seteuid(65534)
        try:
            _refused(path, "sheet.no_rights")
        finally:
            os.seteuid(0)
    else:
        _refused(path, "sheet.no_rights")


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" ; ;\r\n;;"])
def test_a_text_file_without_a_filled_cell_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "trong.csv"
    path.write_bytes(content)
    _refused(path, "sheet.empty")


def test_a_workbook_without_a_filled_cell_is_refused(make_workbook: MakeWorkbook) -> None:
    _refused(make_workbook([" "]), "sheet.empty")


def test_a_file_beyond_50_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lon.csv"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024 + 1)
    _refused(path, "sheet.too_large")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
@example(b"PK\x05\x06" + bytes(18))
@example(b"<html><table></table></html>")
def test_random_bytes_are_refused_and_nothing_else(tmp_path: Path, content: bytes) -> None:
    for suffix in (".xlsx", ".ods"):
        path = tmp_path / f"la{suffix}"
        path.write_bytes(content)
        with pytest.raises(SheetRefused) as refusal:
            read_cells(path)
        assert refusal.value.where == path.name


@pytest.mark.parametrize("file", ["ho-gia-dinh.xlsx", "ho-gia-dinh.ods", "cu-tri-vni.xls"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(
    tmp_path: Path, samples: Path, file: str, data: st.DataObject
) -> None:
    place = samples if file.endswith(".xlsx") else Path(__file__).parents[1] / "samples"
    content = bytearray((place / file).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / f"hong{Path(file).suffix}"
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    _read_or_refused(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_damaged_xml_in_a_whole_archive_is_read_or_refused_and_nothing_else(
    tmp_path: Path, data: st.DataObject
) -> None:
    xml = bytearray(
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>STT</t></is></c><c r="B1" s="0"><v>1.5</v></c></row>'
        b'<row r="2"><c r="A2" t="s"><v>9</v></c><c r="B2" t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>'
    )
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(xml) - 1))
        xml[at : at + data.draw(st.integers(0, 3))] = data.draw(
            st.sampled_from([b"", b"<", b">", b"/", b'"', b"9", b"Z9", b"\xff", b"<c r='", b"t=", b"&", b"-"])
        )
    path = tmp_path / "hong.xlsx"
    path.write_bytes(with_sheet_data(bytes(xml)))
    _read_or_refused(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary() | st.text().map(str.encode))
def test_any_text_file_is_read_or_refused_and_nothing_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "la.csv"
    path.write_bytes(content)
    _read_or_refused(path)


def _read_or_refused(path: Path) -> None:
    with contextlib.suppress(SheetRefused):
        read(path, "households")


def _refused(path: Path, code: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        read_cells(path)
    assert (refusal.value.code, refusal.value.where) == (code, path.name)
