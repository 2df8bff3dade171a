"""A cell of spaces is an empty one, whatever the file's format."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

from desktop.sheets.files.reader import cells_of
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import open_document, row
from tests.sheets.xml_workbooks import xml_workbook

ROWS = [["STT", "Họ và tên"], ["1", " "], [" \u00a0 ", "Lò Văn Thử"]]


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    for values in ROWS:
        book.worksheets[0].append(values)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _page() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in values)}</tr>" for values in ROWS)
    return f"<html><meta charset=utf-8><body><table>{rows}</table></body></html>".encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ds.xlsx", _xlsx),
        ("ds.xls", lambda: old_workbook(ROWS)),
        ("ds.ods", lambda: open_document({"DS": [row(*values) for values in ROWS]})),
        ("ds.xml", lambda: xml_workbook(ROWS).encode()),
        ("ds.csv", lambda: "\r\n".join(";".join(values) for values in ROWS).encode()),
        ("trang.xls", _page),
    ],
)
def test_a_cell_of_spaces_is_empty(name: str, content: Callable[[], bytes]) -> None:
    (sheet,) = cells_of(content(), name)
    assert [list(values) for values in sheet.rows] == [
        ["STT", "Họ và tên"],
        ["1", None] if len(sheet.rows[1]) > 1 else ["1"],
        [None, "Lò Văn Thử"],
    ]
    assert sheet.filled(2) == {1: "1"}
