"""Reports as workbooks."""

from __future__ import annotations

import datetime as dt
import io
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.sheets.files.reader import read_cells
from desktop.sheets.report import write_report

STAMP = dt.datetime(2024, 12, 8, 7, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))
HEADINGS = ["STT", "Thôn, bản", "Số hộ", "Ghi chú"]
ROWS: list[list[str | int | None]] = [[1, "Nà Ếch", 125, None], [2, "Lục Ngù", 554, "Bầu lại"]]
TITLES = ["ỦY BAN NHÂN DÂN XÃ HÚC ĐỘNG", "TỔNG HỢP KẾT QUẢ"]


def report(rows: list[list[str | int | None]] = ROWS, sheet_title: str = "Tổng hợp") -> bytes:
    return write_report(sheet_title, HEADINGS, rows, stamp=STAMP, title_lines=TITLES)


def test_the_same_input_gives_the_same_bytes_whatever_the_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    first = report()
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: dt.datetime(2033, 5, 18, tzinfo=dt.UTC).timetuple())
    assert report() == first


def test_no_row_stands_in_clear_on_a_disk_while_a_workbook_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "no folder"))
    assert report()


def test_no_time_but_the_stamp_is_in_the_file() -> None:
    with zipfile.ZipFile(io.BytesIO(report())) as archive:
        assert {part.date_time for part in archive.infolist()} == {(2024, 12, 8, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode()
    assert properties.count("2024-12-08T00:30:00Z") == 2
    assert "Hòm Phiếu" in properties


def test_titles_headings_and_values_stand_where_they_should(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.xlsx"
    path.write_bytes(report())
    (sheet,) = read_cells(path)
    assert sheet.title == "Tổng hợp"
    assert sheet.rows == (
        (TITLES[0], None, None, None),
        (TITLES[1], None, None, None),
        tuple(HEADINGS),
        (1, "Nà Ếch", 125, None),
        (2, "Lục Ngù", 554, "Bầu lại"),
    )


def test_the_page_is_a4_across_with_repeated_headings() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(report())).worksheets[0]
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$3"
    assert sheet.freeze_panes == "A4"
    assert all(sheet.cell(3, column).font.bold for column in range(1, 5))


def test_columns_are_as_wide_as_their_longest_value() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(report([[1, "Thôn Nà Ếch mở rộng", 5, None]]))).worksheets[0]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCD"]
    assert widths[1] > len("Thôn Nà Ếch mở rộng") > max(widths[0], widths[2], widths[3])


@pytest.mark.parametrize(
    "text", ["=1+1", "+84912", "-x", "@SUM(A1)", '=HYPERLINK("http://x")', "=", "\x01=1+1"]
)
def test_text_never_becomes_a_formula(text: str) -> None:
    content = report([[1, text, 5, None]])
    cell = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["B4"]
    assert cell.data_type == "s"
    assert cell.value == text.lstrip("\x01")
    assert cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_title_and_any_text_can_be_written(title: str, text: str) -> None:
    writable = text.encode("utf-8", "ignore").decode()
    book = openpyxl.load_workbook(
        io.BytesIO(report([[1, writable, 5, None]], title.encode("utf-8", "ignore").decode()))
    )
    assert 0 < len(book.worksheets[0].title) <= 31
    assert book.worksheets[0]["B4"].data_type != "f"
