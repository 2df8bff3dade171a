"""What .xls and .ods workbooks say of a cell besides its value, as .xlsx workbooks do."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.errors import SheetRefused
from desktop.sheets.files.reader import cells_of
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import cell, open_document, row

STRIKE = (
    '<style:style style:name="gach">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="con" style:parent-style-name="gach"/>'
    '<style:style style:name="thoi" style:parent-style-name="gach">'
    '<style:text-properties style:text-line-through-style="none"/></style:style>'
)


def test_marks_of_an_old_workbook() -> None:
    content = old_workbook(
        [["a", "b", "c"], [b"\x17", b"\x2a", 7.0], [("d", "Gach"), 1.0, ("", "Gach")]],
        hidden_rows=[2],
        hidden_columns=[3],
        struck_face="Gach",
        remarks={(1, 2): "đã chuyển đi", (3, 1): "hỏi lại"},
    )
    (sheet,) = cells_of(content, "a.xls")
    assert sheet.rows[1] == ("#REF!", "#N/A", 7)
    assert sheet.errors == {(2, 1), (2, 2)}
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {3})
    assert sheet.struck == {(3, 1)}
    assert sheet.remarks == {(1, 2): "đã chuyển đi", (3, 1): "hỏi lại"}


def test_a_time_of_day_beside_a_date_of_an_old_workbook_is_told() -> None:
    content = old_workbook([[22190.9375, 22190.0]], number_format="dd/mm/yyyy")
    (sheet,) = cells_of(content, "a.xls")
    assert sheet.rows == ((dt.date(1960, 10, 1), dt.date(1960, 10, 1)),)
    assert sheet.times == {(1, 1): dt.time(22, 30)}


@pytest.mark.parametrize(
    "attributes",
    [
        {"office_value_type": "string", "office_string_value": "", "calcext_value_type": "error"},
        {"office_value_type": "float", "office_value": "0", "table_formula": "of:=[.A9]"},
        {"office_value_type": "string", "table_formula": "of:=[.A9]"},
    ],
)
def test_an_error_of_an_open_document_is_told(attributes: dict[str, str]) -> None:
    error = cell("<text:p>#REF!</text:p>", **attributes)
    (sheet,) = cells_of(open_document({"S": [row("a", "#REF!"), row("b", error)]}), "a.ods")
    assert sheet.errors == {(2, 2)}
    assert sheet.rows == (("a", "#REF!"), ("b", "#REF!"))


def test_a_formula_of_an_open_document_without_its_value_is_told() -> None:
    missing = cell("", table_formula="of:=[.A1]")
    empty = cell("", table_formula="of:=[.A1]", office_value_type="string", office_string_value="")
    (sheet,) = cells_of(open_document({"S": [row("a", empty), row(None, missing)]}), "a.ods")
    assert sheet.no_value == {(2, 2)}
    assert sheet.rows == (("a",), (None, None))


def test_what_an_open_document_hides_is_told() -> None:
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    )
    rows = [row("a"), row("b", times=2, visibility="filter"), row("c", visibility="collapse"), row("d")]
    (sheet,) = cells_of(open_document({"S": [columns, *rows]}), "a.ods")
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2, 3, 4}, {3, 4})


def test_struck_text_times_and_remarks_of_an_open_document_are_told() -> None:
    half = cell(
        '<text:p>Lò <text:span text:style-name="gach">Văn</text:span> Ơn</text:p>', office_value_type="string"
    )
    struck = cell("<text:p>x</text:p>", office_value_type="string", table_style_name="con")
    plain = cell("<text:p>y</text:p>", office_value_type="string", table_style_name="thoi")
    date = cell("", office_value_type="date", office_date_value="1960-03-04T23:00:00")
    remark = cell(
        "<office:annotation><dc:date xmlns:dc='urn:dc'>2024</dc:date>"
        "<text:p>đã <text:span>chuyển</text:span> đi</text:p></office:annotation><text:p>z</text:p>",
        office_value_type="string",
    )
    midnight = cell("", office_value_type="date", office_date_value="1960-03-04T00:00:00")
    content = open_document({"S": [row(half, struck, plain, date, remark, midnight)]}, styles=STRIKE)
    (sheet,) = cells_of(content, "a.ods")
    assert sheet.struck == {(1, 1), (1, 2)}
    assert sheet.times == {(1, 4): dt.time(23)}
    assert sheet.remarks == {(1, 5): "đã chuyển đi"}
    assert sheet.rows == (("Lò Văn Ơn", "x", "y", dt.date(1960, 3, 4), "z", dt.date(1960, 3, 4)),)


def test_text_repeated_beyond_measure_is_refused() -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.too_much_text"):
        cells_of(open_document({"S": [row("x" * 30_000, times=1000)]}), "a.ods")
