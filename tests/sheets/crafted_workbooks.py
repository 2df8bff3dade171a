"""``.xlsx`` workbooks with a part changed by hand."""

from __future__ import annotations

import io
import zipfile

import openpyxl


def with_sheet_data(rows: bytes) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = 1
    was = b'<row r="1"><c r="A1" t="n"><v>1</v></c></row>'
    return with_part(book, "xl/worksheets/sheet1.xml", was, rows)


def with_part(book: openpyxl.Workbook, name: str, was: bytes, now: bytes) -> bytes:
    plain, changed = io.BytesIO(), io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(changed, "w") as new:
        assert was in old.read(name)
        for one in old.namelist():
            content = old.read(one)
            new.writestr(one, content.replace(was, now) if one == name else content)
    return changed.getvalue()
