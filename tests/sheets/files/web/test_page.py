"""Web pages and web archives that programs call .xls: their tables are the list."""

from __future__ import annotations

import html
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Merge
from desktop.sheets.files.reader import cells_of

TABLE = (
    "<table border=1><tr><th>STT</th><th>Họ và tên</th></tr>"
    "<tr><td>1</td><td>Nguyễn Văn Dương</td></tr></table>"
)
ROWS = (("STT", "Họ và tên"), ("1", "Nguyễn Văn Dương"))


def _page(head: str = "", body: str = TABLE) -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize("name", ["a.xls", "a.xlsx", "a.csv", "a.xml"])
@pytest.mark.parametrize(
    "page",
    [
        _page(),
        f"<!-- xuất ra -->\r\n<!-- hai --><HTML>{TABLE.upper().replace('STT', 'STT')}".replace(
            "HỌ VÀ TÊN", "Họ và tên"
        ).replace("NGUYỄN VĂN DƯƠNG", "Nguyễn Văn Dương"),
        f'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="urn:x">{TABLE}</html>',
        TABLE,
        # No cell and no row is closed.
        "<table><tr><td>STT<td>Họ và tên<tr><td>1<td>Nguyễn Văn Dương",
        TABLE.replace("Nguyễn", "Nguy&#7877;n").replace("Họ", "H&#x1ECD;"),
        TABLE.replace("Văn", "<b>Văn</b> \r\n &nbsp;").replace(
            "<td>", '<td style=\'mso-x:"\\@"\' title="a>b">'
        ),
        _page("<style>td:before {content:'<table>'}</style><script>if (1<2) '<td>x'</script>"),
    ],
)
def test_a_page_with_a_table_is_read_under_any_name(page: str, name: str) -> None:
    (sheet,) = cells_of(page.encode(), name)
    assert sheet.rows == ROWS


@pytest.mark.parametrize(
    ("charset", "stated"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "windows-1252"),
        ("utf-8", ""),
        ("utf-16", "unicode"),
        ("utf-8-sig", "iso-8859-1"),
    ],
)
def test_the_text_of_a_page_is_told_from_its_bytes_first(charset: str, stated: str) -> None:
    (sheet,) = cells_of(_page(f'<meta charset="{stated}">').encode(charset), "a.xls")
    assert sheet.rows == ROWS


def test_a_page_in_a_stated_code_page_is_read() -> None:
    page = _page(
        '<meta http-equiv=Content-Type content="text/html; charset=windows-1258">', "<table><tr><td>Hà Đô"
    )
    (sheet,) = cells_of(page.encode("cp1258"), "a.xls")
    assert sheet.rows == (("Hà Đô",),)


def test_spans_lines_marks_and_numbers_that_were_rounded() -> None:
    body = (
        "<table><tr><td rowspan=2 colspan=2>a<br>b</td><td>c</td></tr>"
        "<tr style='display:none'><td>d</td></tr>"
        "<tr><td>e</td><td x:num='22051000111'>2.2051E+10</td><td x:num=\"22190\">01/10/1960</td>"
        "<td x:err='#REF!'>#REF!</td><td x:fmla='=A1'></td><td><s>f</s></td>"
        "<td style='text-decoration:line-through'>g</td></tr></table>"
    )
    (sheet,) = cells_of(_page(body=body).encode(), "a.xls")
    assert sheet.rows == (
        ("a\nb", None, "c"),
        (None, None, "d"),
        ("e", 22051000111, "01/10/1960", "#REF!", None, "f", "g"),
    )
    assert sheet.merges == (Merge(1, 1, 2, 2),)
    assert sheet.hidden_rows == {2}
    assert (sheet.errors, sheet.no_value, sheet.struck) == ({(3, 4)}, {(3, 5)}, {(3, 6), (3, 7)})


def test_tables_stand_one_below_the_other_also_one_inside_another() -> None:
    body = f"<table><tr><td>UBND xã<td></table><table><tr><td>{TABLE}</td></tr></table>"
    (sheet,) = cells_of(_page(body=body).encode(), "a.xls")
    assert sheet.rows == (("UBND xã",), (), *ROWS)


def _archive(*pages: str, encoding: str = "base64") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Danh sách"
    message.make_related()
    for page in pages:
        part = EmailMessage()
        part.set_content(page, subtype="html", cte=encoding)
        message.attach(part)
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_web_archive_is_read_each_page_with_a_table_a_sheet(encoding: str) -> None:
    names = (
        "<xml><x:ExcelWorksheet><x:Name>Thôn Một</x:Name></x:ExcelWorksheet><x:Name>Thôn Hai</x:Name></xml>"
    )
    pages = (f"<html>{names}<frameset></frameset></html>", _page(), _page(body="<table><tr><td>x"))
    first, second = cells_of(_archive(*pages, encoding=encoding), "a.xls")
    assert (first.title, second.title) == ("Thôn Một", "Thôn Hai")
    assert (first.rows, second.rows) == (ROWS, (("x",),))


@pytest.mark.parametrize("content", [_page(body="<p>x</p>").encode(), _archive(_page(body="<p>x"))])
def test_a_page_without_a_table_is_told_as_such(content: bytes) -> None:
    with pytest.raises(SheetRefused) as refusal:
        cells_of(content, "a.xls")
    assert (refusal.value.code, refusal.value.context["found"]) == (
        "sheet.not_a_workbook",
        "trang web (.html)",
    )


@pytest.mark.parametrize(
    "body",
    [
        "<table>" + "<tr><td rowspan=65000 colspan=1000>x" * 20_000,
        "<table>" * 50_000,
        "<table><tr>" + "<td>x" * 20_000,
    ],
)
def test_a_page_that_claims_more_than_a_list_is_refused(body: str) -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.too_wide"):
        cells_of(_page(body=body).encode(), "a.xls")


def test_a_page_of_more_text_than_any_list_is_refused_before_it_is_gone_through() -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.too_much_text"):
        cells_of(_page(body=f"<table><tr><td>{'nhà ' * 6_000_000}").encode(), "a.xls")


def test_a_web_archive_larger_than_any_list_is_refused_unparsed() -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.too_large"):
        cells_of(_archive(_page(), "x" * 12_000_000), "a.xls")


@pytest.mark.parametrize("piece", ["<!--", "<a ='", '<td "', "<script>", "<![", "</", "<a b=\"c'"])
def test_a_page_of_tags_that_never_end_takes_no_longer_than_its_length(piece: str) -> None:
    (sheet,) = cells_of(f"<table><tr><td>x</td></tr></table>{piece * 200_000}".encode(), "a.xls")
    assert sheet.rows[0][0] == "x"


_CELL = st.text("aĐ<&>\"'; -!", min_size=1, max_size=6).map(str.strip).filter(bool)


@given(st.lists(st.lists(_CELL, min_size=1, max_size=4), min_size=1, max_size=6), st.booleans())
def test_every_cell_comes_back_from_its_place(rows: list[list[str]], closed: bool) -> None:
    end = "</td>" if closed else ""
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}{end}' for cell in row)}" for row in rows)
    (sheet,) = cells_of(_page(body=f"<table>{body}</table>").encode(), "a.xls")
    assert sheet.rows == tuple(tuple(" ".join(cell.split()) for cell in row) for row in rows)
