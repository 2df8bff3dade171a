"""What an .xlsx workbook says of a cell besides its value: an error, no value stored, hidden, struck."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Sheet
from desktop.sheets.files.reader import cells_of
from tests.sheets.crafted_workbooks import with_part, with_sheet_data


def _read(book: openpyxl.Workbook) -> tuple[Sheet, ...]:
    content = io.BytesIO()
    book.save(content)
    return cells_of(content.getvalue(), "danh-sach.xlsx")


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="B3" t="e"><v>#DIV/0!</v></c>',
        b"<c r='B3' t='e'><v>#DIV/0!</v></c>",
        b'<c t="e" r="B3"><f>1/0</f><v>#DIV/0!</v></c>',
        b'<c r="A3"><v>1</v></c><c t="e"><v>#DIV/0!</v></c>',
    ],
)
def test_an_error_is_told_and_stands_in_its_cell(cell: bytes) -> None:
    data = with_sheet_data(b'<row r="1"><c r="A1"><v>7</v></c></row><row r="3">' + cell + b"</row>")
    (sheet,) = cells_of(data, "a.xlsx")
    assert sheet.errors == {(3, 2)}
    assert sheet.value(3, 2) == "#DIV/0!"
    assert sheet.no_value == frozenset()


@pytest.mark.parametrize(
    ("cell", "missing"),
    [
        (b'<c r="C2"><f>A1+1</f></c>', True),
        (b'<c r="C2"><f>A1+1</f><v></v></c>', True),
        (b'<c r="C2"><f>A1+1</f><v/></c>', True),
        (b'<c r="C2"><f t="array" ref="C2">A1+1</f><v /></c>', True),
        (b'<c r="C2"><f>A1+1</f><v>8</v></c>', False),
        (b'<c r="C2" t="str"><f>""</f><v></v></c>', False),
        (b'<c r="C2" s="0"/>', False),
    ],
)
def test_a_formula_whose_value_was_not_stored_is_told(cell: bytes, missing: bool) -> None:
    data = with_sheet_data(b'<row r="1"><c r="A1"><v>7</v></c></row><row r="2">' + cell + b"</row>")
    (sheet,) = cells_of(data, "a.xlsx")
    assert sheet.no_value == ({(2, 3)} if missing else frozenset())
    if missing:
        assert sheet.rows[1] == (None, None, None)


@pytest.mark.parametrize("asks", [True, False])
def test_a_nought_in_place_of_a_value_that_nobody_calculated_is_told(asks: bool) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append([7, 8, 0])
    book.calculation.fullCalcOnLoad = asks
    was = b'<c r="B1" t="n"><v>8</v></c>'
    content = with_part(book, "xl/worksheets/sheet1.xml", was, b'<c r="B1"><f>COUNTA(D:D)</f><v>0</v></c>')
    (sheet,) = cells_of(content, "a.xlsx")
    assert sheet.no_value == ({(1, 2)} if asks else frozenset())
    assert sheet.rows == ((7, None if asks else 0, 0),)


def test_rows_and_columns_hidden_by_hand_or_by_a_filter_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in range(1, 7):
        sheet.append([f"hàng {row}", "b", "c", "d"])
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.auto_filter.ref = "A1:D6"
    (read,) = _read(book)
    assert (read.hidden_rows, read.hidden_columns) == ({2, 4}, {3})
    assert len(read.rows) == 6


def test_text_struck_through_in_whole_or_in_part_is_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["rõ", "gạch", "một nửa", 5])
    sheet["B1"].font = Font(strike=True)
    sheet["C1"] = CellRichText("Lò Văn ", TextBlock(InlineFont(strike=True), "Ơn"))
    sheet["D1"].font = Font(strike=True)
    sheet["E1"].font = Font(strike=True)
    (read,) = _read(book)
    assert read.struck == {(1, 2), (1, 3), (1, 4)}
    assert read.rows == (("rõ", "gạch", "Lò Văn Ơn", 5),)


def test_the_remark_pinned_to_a_cell_is_read_of_its_own_sheet() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a", "b"])
    second = book.create_sheet("Thôn Hai")
    second.append(["c"])
    second["A1"].comment = Comment("đã chuyển đi", "cán bộ")
    first_read, second_read = _read(book)
    assert first_read.remarks == {}
    assert second_read.remarks == {(1, 1): "đã chuyển đi"}


def test_of_a_conversation_only_what_was_said_is_read() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["a"])
    said = "[Threaded comment]\n\nYour version of Excel allows you to read this.\n\nComment:\n    đã mất"
    book.worksheets[0]["A1"].comment = Comment(said, "cán bộ")
    (sheet,) = _read(book)
    assert sheet.remarks == {(1, 1): "đã mất"}


def test_a_time_of_day_beside_a_date_is_told() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append([dt.datetime(1960, 3, 4, 23, 0), dt.datetime(1960, 3, 5)])  # noqa: DTZ001
    (read,) = _read(book)
    assert read.rows == ((dt.date(1960, 3, 4), dt.date(1960, 3, 5)),)
    assert read.times == {(1, 1): dt.time(23)}


@pytest.mark.parametrize(
    ("part", "was", "now"),
    [
        # What other programs write, and the strict parser of styles rejects.
        ("xl/styles.xml", b'<family val="2"', b'<color rgb="FF" /><family val="199"'),
        ("xl/styles.xml", b'applyAlignment="1"', b'applyAlignment="perhaps"'),
        ("xl/styles.xml", b'count="1"', b'count="many"'),
        ("xl/worksheets/sheet1.xml", b'ref="A1:A1"', b'ref="A0:AZ48943"'),
        ("xl/worksheets/sheet1.xml", b'ref="A1:A1"', b'ref=""'),
        ("xl/worksheets/sheet1.xml", b'ref="A1:A1"', b'ref="#REF!"'),
    ],
)
def test_a_month_stays_a_month_and_a_face_tells_however_odd_the_workbook(
    part: str, was: bytes, now: bytes
) -> None:
    book = openpyxl.Workbook()
    cell = book.worksheets[0]["A1"]
    cell.value, cell.number_format = dt.date(1960, 10, 1), "mmm-yy"
    cell.alignment = openpyxl.styles.Alignment(horizontal="center")
    (sheet,) = cells_of(with_part(book, part, was, now), "a.xlsx")
    assert sheet.rows == (("10/1960",),)


def test_many_rows_that_only_carry_a_format_are_not_laid_out() -> None:
    empty = b"".join(
        b'<row r="%d" hidden="0"><c r="A%d" s="0"/></row>' % (row, row) for row in range(2, 60_000)
    )
    (sheet,) = cells_of(with_sheet_data(b'<row r="1"><c r="A1"><v>7</v></c></row>' + empty), "a.xlsx")
    assert sheet.rows == ((7,),)


@pytest.mark.parametrize("kind", ["shared", "own"])
def test_more_text_than_any_list_holds_is_refused_before_it_is_handed_out(kind: str) -> None:
    long = "nhà " * 8000
    if kind == "shared":
        book = openpyxl.Workbook()
        for _ in range(1000):
            book.worksheets[0].append([long])
        content = io.BytesIO()
        book.save(content)
        data = content.getvalue()
    else:
        cell = f'<row><c t="inlineStr"><is><t>{long}</t></is></c></row>'.encode()
        data = with_sheet_data(cell * 1000)
    with pytest.raises(SheetRefused) as refusal:
        cells_of(data, "dai.xlsx")
    assert refusal.value.code == "sheet.too_much_text"


def test_the_sheets_of_a_workbook_are_measured_together() -> None:
    book = openpyxl.Workbook()
    for _ in range(9):
        sheet = book.create_sheet()
        for _ in range(100):
            sheet.append(["nhà " * 8000])
    with pytest.raises(SheetRefused, match=r"sheet\.too_much_text"):
        _read(book)


def test_a_value_far_below_many_empty_rows_is_found() -> None:
    empty = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (row, row) for row in range(2, 60_000))
    last = b'<row r="60000"><c r="A60000"><v>8</v></c></row>'
    (sheet,) = cells_of(with_sheet_data(b'<row r="1"><c r="A1"><v>7</v></c></row>' + empty + last), "a.xlsx")
    assert (len(sheet.rows), sheet.rows[0], sheet.rows[-1]) == (60_000, (7,), (8,))


def test_rows_that_state_no_number_keep_their_place() -> None:
    data = (
        b'<row r="1"><c r="A1"><v>7</v></c></row>' + b"<row ></row>" * 60_000 + b"<row><c><v>8</v></c></row>"
    )
    (sheet,) = cells_of(with_sheet_data(data), "a.xlsx")
    assert (len(sheet.rows), sheet.rows[-1]) == (60_002, (8,))
