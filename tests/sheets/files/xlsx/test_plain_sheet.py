"""Sheets that are told to need no second look, and long ones whose merged ranges are put first."""

from __future__ import annotations

import io

import openpyxl
import pytest

from desktop.sheets.files.cells import Merge
from desktop.sheets.files.reader import cells_of
from desktop.sheets.files.xlsx.plain_sheet import is_plain_sheet
from tests.sheets.crafted_workbooks import with_part

_ROWS = 3_000


@pytest.mark.parametrize(
    ("rows", "plain"),
    [
        (b'<row r="1"><c r="A1"><v>1</v></c></row>', True),
        (b'<row r="1" spans="1:2" customHeight="1"><c r="BZ49999" s="3" t="s"><v>1</v></c></row>', True),
        (b'<row r="1"><c r="A1" t="inlineStr" /><c r="B1" t="str"><v>e</v></c></row>', True),
        (b'<row r="1">\n<c r="A1" s="1" />\n<c r="B1" s="1" t="s">\n<v>1</v>\n</c>\n</row>', True),
        (b'<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>', False),
        (b'<row r="1"><c r="A1" s="1"/>\n<c r="B1" s="1" t="e"><v>#REF!</v></c></row>', False),
        (b'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>', False),
        (b'<row r="1"><c r="A1">\n<f>1+1</f></c></row>', False),
        (b'<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>', False),
        (b'<row r="50000"><c r="A1"><v>1</v></c></row>', False),
        (b'<row r="1"><c r="CA1"><v>1</v></c></row>', False),
        (b'<row r="1"><c r="A1" r="XFD1"><v>1</v></c></row>', False),
        (b'<row r="1"><c r="A1" t=\'e\'><v>#REF!</v></c></row>', False),
        (b"<row><c><v>1</v></c></row>", False),
        (b'<x:row r="1"><x:c r="A1"><v>1</v></x:c></x:row>', False),
    ],
)
def test_only_a_sheet_without_far_cells_formulas_errors_and_hidden_rows_is_plain(
    rows: bytes, plain: bool
) -> None:
    sheet = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    assert is_plain_sheet(sheet) is plain
    assert not is_plain_sheet(b'<?xml version="1.0" encoding="utf-7"?>' + sheet)
    assert not is_plain_sheet(sheet.replace(b"<sheetData>", b'<cols><col hidden="1"/></cols><sheetData>'))
    assert not is_plain_sheet(sheet.decode().encode("utf-16"))


def test_a_part_without_rows_is_no_plain_sheet() -> None:
    assert not is_plain_sheet(b"<styleSheet><fonts/></styleSheet>")


@pytest.mark.parametrize("merges", [[], ["A2:C3", "B5:B7"]])
def test_a_long_sheet_keeps_its_merged_ranges(merges: list[str]) -> None:
    (sheet,) = cells_of(_saved(_long(merges)), "dai.xlsx")
    assert sheet.merges == tuple(
        {"A2:C3": Merge(2, 1, 3, 3), "B5:B7": Merge(5, 2, 7, 2)}[one] for one in merges
    )
    assert len(sheet.rows) == _ROWS
    assert sheet.rows[-1] == (_ROWS, f"Lò Văn {_ROWS}", "Thái")


def test_merged_ranges_in_another_form_are_kept_where_they_are() -> None:
    book = _long(["A2:C3"])
    content = with_part(book, "xl/worksheets/sheet1.xml", b"<mergeCells ", b"<!-- --><mergeCells\n")
    (sheet,) = cells_of(content, "dai.xlsx")
    assert sheet.merges == (Merge(2, 1, 3, 3),)


def _long(merges: list[str]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for number in range(1, _ROWS + 1):
        book.worksheets[0].append([number, f"Lò Văn {number}", "Thái"])
    for merge in merges:
        for row in book.worksheets[0][merge]:
            for cell in row:
                cell.value = None
        book.worksheets[0].merge_cells(merge)
    return book


def _saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
