"""XML spreadsheets of Excel 2003: values, places, and what cells say besides."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Merge
from desktop.sheets.files.reader import cells_of
from desktop.vietnamese.legacy_encodings import LegacyFace
from tests.sheets.xml_workbooks import xml_workbook

STYLES = (
    '<Style ss:ID="Default"><Font ss:FontName="Arial"/></Style>'
    '<Style ss:ID="thang"><NumberFormat ss:Format="mmm\\-yy"/></Style>'
    '<Style ss:ID="ngay"><NumberFormat ss:Format="Short Date"/></Style>'
    '<Style ss:ID="gach"><Font ss:StrikeThrough="1"/></Style>'
    '<Style ss:ID="gach2" ss:Parent="gach"><NumberFormat ss:Format="0"/></Style>'
    '<Style ss:ID="vni"><Font ss:FontName="VNI-Times"/></Style>'
)


@pytest.mark.parametrize("name", ["danh-sach.xml", "danh-sach.xls", "danh-sach.XLSX"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_workbook_in_xml_is_read_under_any_name(name: str, encoding: str) -> None:
    (sheet,) = cells_of(xml_workbook([["Lò Thị Ơn", 1978], ["x", 7.5]]).encode(encoding), name)
    assert sheet.title == "Thôn Một"
    assert sheet.rows == (("Lò Thị Ơn", 1978), ("x", 7.5))


def test_places_merges_and_what_is_hidden() -> None:
    more = (
        '<Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="3" ss:MergeAcross="1" ss:MergeDown="2">'
        '<Data ss:Type="String">x</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>'
        '<Row><Cell><Data ss:Type="Number">5</Data></Cell></Row>'
    )
    text = xml_workbook([["a"]], more=more).replace(
        "<Table>", '<Table><Column/><Column ss:Index="3" ss:Hidden="1" ss:Span="1"/>'
    )
    (sheet,) = cells_of(text.encode(), "a.xml")
    assert sheet.rows == (("a",), (), (), (None, None, "x", None, True), (5,))
    assert sheet.merges == (Merge(4, 3, 6, 4),)
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({4}, {3, 4})


def test_dates_errors_formulas_struck_text_and_remarks() -> None:
    remark = "<Comment><Data>đã <B>chuyển</B></Data></Comment>"
    cells = (
        '<Cell ss:StyleID="thang"><Data ss:Type="DateTime">1960-10-01T00:00:00.000</Data></Cell>',
        '<Cell ss:StyleID="ngay"><Data ss:Type="DateTime">1960-10-01T23:00:00.000</Data></Cell>',
        '<Cell ss:Formula="=1/0"><Data ss:Type="Error">#DIV/0!</Data></Cell>',
        '<Cell ss:Formula="=R1C1"/>',
        '<Cell ss:StyleID="gach2"><Data ss:Type="String">x</Data></Cell>',
        '<Cell><ss:Data ss:Type="String" xmlns="urn:html">Lò <S>Văn</S> Ơn</ss:Data></Cell>',
        f'<Cell ss:StyleID="vni"><Data ss:Type="String">An</Data>{remark}</Cell>',
    )
    text = xml_workbook([], styles=STYLES, more=f"<Row>{''.join(cells)}</Row>")
    (sheet,) = cells_of(text.encode(), "a.xml")
    assert sheet.rows == (("10/1960", dt.date(1960, 10, 1), "#DIV/0!", None, "x", "Lò Văn Ơn", "An"),)
    assert sheet.times == {(1, 2): dt.time(23)}
    assert (sheet.errors, sheet.no_value) == ({(1, 3)}, {(1, 4)})
    assert sheet.struck == {(1, 5), (1, 6)}
    assert sheet.remarks == {(1, 7): "đã chuyển"}
    assert sheet.faces == {(1, 7): LegacyFace("vni")}


@pytest.mark.parametrize(
    "more",
    [
        '<Row ss:Index="1048576"><Cell ss:Index="9"><Data ss:Type="Number">1</Data></Cell></Row>',
        '<Row><Cell ss:Index="99999999"><Data ss:Type="Number">1</Data></Cell></Row>',
    ],
)
def test_a_cell_beyond_measure_is_refused(more: str) -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.too_wide"):
        cells_of(xml_workbook([["a"]], more=more).encode(), "a.xml")


def test_entities_and_broken_xml_are_refused() -> None:
    text = xml_workbook([["a"]])
    for broken in (text[:-9], text.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "a">]><Workbook', 1)):
        with pytest.raises(SheetRefused, match=r"sheet\.damaged"):
            cells_of(broken.encode(), "a.xml")


@given(st.lists(st.lists(st.text("aĐ<&>\"'; ", min_size=1, max_size=5), min_size=1, max_size=4), min_size=1))
def test_every_text_comes_back_from_its_place(rows: list[list[str]]) -> None:
    rows = [["đầu"], *rows]
    (sheet,) = cells_of(xml_workbook(rows).encode(), "a.xml")
    assert sheet.rows == tuple(tuple(text if text.strip() else None for text in row) for row in rows)
