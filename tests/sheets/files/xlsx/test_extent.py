"""How far a workbook reaches is measured before it is laid out, however its cells are written."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import LONGEST_LIST
from desktop.sheets.files.reader import read_cells
from desktop.sheets.files.xlsx.extent import is_unusual
from tests.sheets.crafted_workbooks import with_part, with_sheet_data

OCTOBER = dt.date(1960, 10, 1)


def test_a_workbook_that_unpacks_beyond_measure_is_refused_unparsed(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(201 * 1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    _refused(path, "sheet.unpacks_too_large")


@pytest.mark.parametrize("far", ["XFD1048576", "ZZ200000"])
def test_a_cell_beyond_measure_is_refused_before_the_rectangle_is_laid_out(tmp_path: Path, far: str) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = 1
    book.worksheets[0][far] = "x"
    path = tmp_path / "xa.xlsx"
    book.save(path)
    _refused(path, "sheet.too_wide")


def test_far_cells_that_carry_only_a_format_do_no_harm(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "a"
    book.worksheets[0]["XFD1000"].number_format = "0.00"
    path = tmp_path / "dinh-dang.xlsx"
    book.save(path)
    (sheet,) = read_cells(path)
    assert sheet.value(1, 1) == "a"


def test_implied_addresses_are_measured_too(tmp_path: Path) -> None:
    far = b'<row r="1048575"><c r="A1048575"><v>1</v></c></row><row>' + b"<c><v>1</v></c>" * 8 + b"</row>"
    path = tmp_path / "xa.xlsx"
    path.write_bytes(with_sheet_data(b'<row r="1"><c r="A1"><v>1</v></c></row>' + far))
    _refused(path, "sheet.too_wide")


_FAR = "XFD1048576"


@pytest.mark.parametrize(
    "cell",
    [
        f"<c r='{_FAR}'><v>1</v></c>",
        f'<c r="{_FAR.lower()}"><v>1</v></c>',
        f'<c r = "{_FAR}"><v>1</v></c>',
        '<c r="XFD00001048576"><v>1</v></c>',
        '<c r="&#88;FD1048576"><v>1</v></c>',
        f'<c x=">" r="{_FAR}"><v>1</v></c>',
        f'<c x=\' r="A1"\' r="{_FAR}"><v>1</v></c>',
        f'<c x:r="A1" r="{_FAR}"><v>1</v></c>',
        f'<x:c xmlns:x="urn:x" r="{_FAR}"><x:v>1</x:v></x:c>',
        f'<hé:c xmlns:hé="urn:x" r="{_FAR}"><hé:v>1</hé:v></hé:c>',
    ],
)
def test_a_far_cell_is_measured_however_its_place_is_written(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "xa.xlsx"
    near = '<row r="1"><c r="A1"><v>1</v></c>'
    path.write_bytes(with_sheet_data(f"{near}{cell}</row>".encode()))
    _refused(path, "sheet.too_wide")


@pytest.mark.parametrize("second", [f' r="{_FAR}"', f"r='{_FAR}'", f' r = "{_FAR}"', f' x:r="{_FAR}"'])
def test_a_cell_that_states_two_places_is_refused_or_stays_near(tmp_path: Path, second: str) -> None:
    path = tmp_path / "hai.xlsx"
    path.write_bytes(with_sheet_data(f'<row r="1"><c r="A1"{second}><v>1</v></c></row>'.encode()))
    try:
        (sheet,) = read_cells(path)
    except SheetRefused as refusal:
        assert refusal.code in {"sheet.damaged", "sheet.too_wide"}  # noqa: PT017 - either is right
    else:
        assert sheet.rows == ((1,),)


@pytest.mark.parametrize("head", ["<row r='1'>", "<row>", '<x:row xmlns:x="urn:x">'])
def test_rows_beyond_the_limit_are_counted_however_they_are_written(tmp_path: Path, head: str) -> None:
    path = tmp_path / "dai.xlsx"
    tail = "</x:row>" if head.startswith("<x") else "</row>"
    rows = [f"{head.replace('1', str(row), 1)}<c><v>1</v></c>{tail}" for row in range(1, LONGEST_LIST + 2)]
    path.write_bytes(with_sheet_data("".join(rows).encode()))
    _refused(path, "sheet.too_long")


def test_a_used_range_that_lies_is_not_laid_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = OCTOBER
    book.worksheets[0]["A1"].number_format = "mm/yyyy"
    book.worksheets[0]["A1"].font = Font(name=".VnTime")
    whole = with_part(book, "xl/worksheets/sheet1.xml", b'ref="A1:A1"', b'ref="A1:XFD1048576"')
    path = tmp_path / "ca-trang.xlsx"
    path.write_bytes(whole)
    (sheet,) = read_cells(path)
    assert sheet.rows == (("10/1960",),)


def test_a_drawing_that_is_no_proper_xml_does_no_harm(tmp_path: Path) -> None:
    content = io.BytesIO(with_sheet_data(b"<row><c><v>7</v></c></row>"))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/drawings/vmlDrawing1.vml", "<xml><div><br>Ghi chú</div></xml>")
    path = tmp_path / "ghi-chu.xlsx"
    path.write_bytes(content.getvalue())
    (sheet,) = read_cells(path)
    assert sheet.rows == ((7,),)


def test_a_workbook_of_countless_parts_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "phan.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"xl/{number}", b"")
    _refused(path, "sheet.unpacks_too_large")


@pytest.mark.parametrize(
    ("cell", "unusual"),
    [
        (b'<c r="BZ49999"/>', False),
        (b'<x:c t="n" r="A1"><v>1</v></x:c>', False),
        (b'<c r="CA1"/>', True),
        (b'<c r="A50000"/>', True),
        (b'<row r="1048576">', True),
        (b"<c><v>1</v></c>", True),
        (b'<c r="XFD1" x:r="A1"/>', True),
        (b"<c r='XFD1'/>", True),
        ('<c r="A1"/>'.encode("utf-16"), True),
        (b'<c r="A1" s="1" customFormat="1" cr="x"/>', True),
        (b'<c r="A1" s="1" outlineLevel="1"/>', False),
        (b'<c x=\' r="A1"\' r="XFD1"/>', True),
    ],
)
def test_a_far_cell_is_seen(cell: bytes, unusual: bool) -> None:
    part = b'<row r="1"><c r="A1"><v>1</v></c>' + cell + b"</row>"
    assert is_unusual(part) is unusual
    for before in (b"", b'<x:sheetData xmlns:x="urn:x"></x:sheetData>', b"<sheetData ></sheetData >"):
        sheet = before + b"<sheetData>" + part + b"</sheetData>"
        assert is_unusual(sheet) is unusual
    sheet = b"<worksheet><cols><col/></cols><sheetData>" + part + b"</sheetData><colBreaks/></worksheet>"
    assert is_unusual(sheet) is unusual


def _refused(path: Path, code: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        read_cells(path)
    assert (refusal.value.code, refusal.value.where) == (code, path.name)
