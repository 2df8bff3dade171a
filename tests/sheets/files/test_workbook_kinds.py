"""Cells of .xls and .ods workbooks: kinds of values, merged ranges, dates that show less than a day."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Merge
from desktop.sheets.files.reader import cells_of
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import cell, open_document, row

OCTOBER = dt.date(1960, 10, 1)
SERIAL = 22190.0


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("mmm-yy", "10/1960"),
        ("mm/yyyy", "10/1960"),
        ("yyyy", "1960"),
        ("dd/mm/yyyy", OCTOBER),
    ],
)
def test_a_date_of_an_old_workbook_that_shows_no_day_has_none(number_format: str, shown: object) -> None:
    (sheet,) = cells_of(old_workbook([[SERIAL]], number_format=number_format), "a.xls")
    assert sheet.rows == ((shown,),)


def test_values_of_an_old_workbook_keep_their_kind() -> None:
    rows = [["007", 7.0, 7.5, True, None, 22178075954.0], [], ["x"]]
    (sheet,) = cells_of(old_workbook(rows, merges=[(1, 1, 3, 2)], hidden=True), "a.xls")
    assert sheet.rows == (("007", 7, 7.5, True, None, 22178075954), (), ("x",))
    assert sheet.merges == (Merge(1, 1, 3, 2),)
    assert sheet.hidden


def test_days_of_an_old_workbook_may_count_from_1904() -> None:
    (sheet,) = cells_of(old_workbook([[SERIAL - 1462]], number_format="d/m/yyyy", date1904=True), "a.xls")
    assert sheet.date1904
    assert sheet.rows == ((OCTOBER,),)


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ("<number:month/><number:text>-</number:text><number:year/>", "10/1960"),
        ("<number:year/>", "1960"),
        ("<number:day/><number:month/><number:year/>", OCTOBER),
        ("", OCTOBER),
    ],
)
def test_a_date_of_an_open_document_that_shows_no_day_has_none(parts: str, shown: object) -> None:
    styles = (
        f'<number:date-style style:name="N1">{parts}</number:date-style>'
        '<style:style style:name="ce1" style:data-style-name="N1"/>'
    )
    date = cell("", office_value_type="date", office_date_value="1960-10-01T00:00:00", table_style_name="ce1")
    (sheet,) = cells_of(open_document({"S": [row(date)]}, styles=styles), "a.ods")
    assert sheet.rows == ((shown,),)


def test_values_of_an_open_document_keep_their_kind_and_place() -> None:
    rows = [
        row(
            cell("", table_number_columns_repeated="3"),
            "007",
            7,
            7.5,
            cell("", office_value_type="boolean", office_boolean_value="true"),
            cell("", table_number_columns_repeated="16000"),
        ),
        row(times=3),
        row("x", times=2),
        row(times=1_000_000),
    ]
    (sheet,) = cells_of(open_document({"S": rows}), "a.ods")
    assert sheet.rows == ((None, None, None, "007", 7, 7.5, True), (), (), (), ("x",), ("x",))


def test_text_of_an_open_document_has_its_spaces_and_lines_but_no_comment() -> None:
    inside = (
        "<office:annotation><text:p>hỏi lại</text:p></office:annotation>"
        '<text:p>Ngày,<text:s text:c="2"/>tháng</text:p><text:p>năm <text:span>sinh</text:span>!</text:p>'
    )
    (sheet,) = cells_of(open_document({"S": [row(cell(inside, office_value_type="string"))]}), "a.ods")
    assert sheet.rows == (("Ngày,  tháng\nnăm sinh!",),)


def test_a_hidden_sheet_of_an_open_document_is_told() -> None:
    styles = (
        '<style:style style:name="An" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    hidden, seen = cells_of(open_document({"An": [row("a")], "Ro": [row("b")]}, styles=styles), "a.ods")
    assert (hidden.hidden, seen.hidden) == (True, False)


def test_an_open_document_that_declares_entities_is_refused() -> None:
    content = open_document({"S": [row("a")]}, before='<!DOCTYPE x [<!ENTITY a "aaaa">]>')
    with pytest.raises(SheetRefused, match=r"sheet\.damaged"):
        cells_of(content, "a.ods")


@pytest.mark.parametrize(
    "far", [row(*([None] * 5), cell("<text:p>x</text:p>", table_number_columns_repeated="9999999"))]
)
def test_an_open_document_with_cells_beyond_measure_is_refused(far: str) -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.too_wide"):
        cells_of(open_document({"S": [far]}), "a.ods")


def test_an_open_document_with_a_cell_far_below_is_refused_before_it_is_laid_out() -> None:
    rows = [row("a", "b", "c", "d", "e"), row(times=1_000_000), row("a", "b", "c", "d", "e")]
    with pytest.raises(SheetRefused, match=r"sheet\.too_wide"):
        cells_of(open_document({"S": rows}), "a.ods")
