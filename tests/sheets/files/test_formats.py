"""A file that isn't what its name says, or more than a list can be, gets one sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import LONGEST_LIST
from desktop.sheets.files.formats import SUFFIXES
from desktop.sheets.files.reader import cells_of, read_cells
from desktop.sheets.lists.reading import read_sheets
from desktop.sheets.lists.source import Source
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import open_document, row
from tests.sheets.xml_workbooks import xml_workbook

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TABLE = "Họ và tên;Năm sinh\r\nLò Thị Ơn;1978"


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for values in rows or (("Họ và tên", "Năm sinh"), ("Lò Thị Ơn", 1978)):
        book.worksheets[0].append(values)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def with_rows(workbook: bytes, rows: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                head, tail = part.split(b"<sheetData>")[0], part.split(b"</sheetData>")[1]
                part = head + b"<sheetData>" + rows + b"</sheetData>" + tail
            new.writestr(name, part)
    return content.getvalue()


def archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return content.getvalue()


BOOKS = {
    ".xlsx": xlsx(),
    ".xlsm": xlsx(),
    ".xls": old_workbook([["Họ và tên", "Năm sinh"], ["Lò Thị Ơn", 1978]]),
    ".ods": open_document({"Danh sách": [row("Họ và tên", "Năm sinh"), row("Lò Thị Ơn", 1978)]}),
    ".csv": TABLE.encode(),
    ".tsv": TABLE.replace(";", "\t").encode("utf-16"),
    ".txt": TABLE.replace(";", "|").encode(),
    ".xml": xml_workbook([["Họ và tên", "Năm sinh"], ["Lò Thị Ơn", 1978]]).encode(),
}


def test_every_suffix_that_may_be_chosen_is_read() -> None:
    assert set(SUFFIXES) == set(BOOKS)
    for suffix, content in BOOKS.items():
        name = f"danh-sach{suffix.upper()}"
        reading = read_sheets(cells_of(content, name), "households", Source(name, ""))
        assert reading.rows == ({"name": "Lò Thị Ơn", "birth": "1978"},), suffix


@pytest.mark.parametrize(
    ("real", "suffix"),
    [
        (".xlsx", ".xls"),
        (".xls", ".xlsx"),
        (".ods", ".xlsx"),
        (".xlsx", ".ods"),
        (".xlsx", ".csv"),
        (".ods", ".csv"),
        (".csv", ".xls"),
        (".csv", ".xlsx"),
        (".csv", ".ods"),
        (".tsv", ".xls"),
    ],
)
def test_a_workbook_under_another_kinds_name_is_told_what_it_is(real: str, suffix: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        cells_of(BOOKS[real], f"danh-sach{suffix}")
    found = ".csv" if real == ".tsv" else real
    assert refusal.value.code == "sheet.renamed"
    assert refusal.value.context == {"found": found, "ending": suffix}


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods", ".csv"])
@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (archive("[Content_Types].xml", "word/document.xml"), "Word (.docx)"),
        (archive("[Content_Types].xml", "xl/workbook.bin"), "Excel nhị phân (.xlsb)"),
        (archive("anh/1.jpg"), "nén .zip"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "Word (.doc)"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "hình ảnh"),
        (b"\r\n<html><head><meta charset=utf-8></head><p>STT</p>", "trang web (.html)"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook xmlns="urn:schemas"/>', "XML"),
    ],
)
def test_a_file_that_is_no_workbook_is_told_what_it_is(content: bytes, found: str, suffix: str) -> None:
    with pytest.raises(SheetRefused) as refusal:
        cells_of(content, f"danh-sach{suffix}")
    assert (refusal.value.code, refusal.value.context["found"]) == ("sheet.not_a_workbook", found)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("khoa.xlsx", COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(512)),
        ("khoa.xls", COMPOUND + "EncryptedPackage".encode("utf-16-le") + bytes(512)),
        ("khoa.ods", open_document({"S": []}, manifest="<manifest:encryption-data/>")),
        # A record of 2 bytes: the simplest of the old ciphers.
        (
            "khoa.xls",
            b"\x09\x08\x08\x00\x00\x06\x05\x00\xbb\x0d\xcc\x07\x2f\x00\x06\x00\x00\x00\x01\x02\x03\x04",
        ),
    ],
)
def test_a_workbook_with_a_password_is_told_so(name: str, content: bytes) -> None:
    with pytest.raises(SheetRefused) as refusal:
        cells_of(content, name)
    assert refusal.value.code == "sheet.password"


@pytest.mark.parametrize("name", ["~$ho-gia-dinh.xlsx", ".~lock.ho-gia-dinh.xlsx#", "~$thon.xls"])
def test_what_a_spreadsheet_leaves_beside_an_open_workbook_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x06Can Bo" + b" " * 48 + b"\x06\x00" + "Can Bo".encode("utf-16-le") + b" \x00" * 49)
    with pytest.raises(SheetRefused, match=r"sheet\.lock_file"):
        read_cells(path)


def test_a_workbook_that_only_bears_such_a_name_is_read() -> None:
    (sheet,) = cells_of(xlsx(), "~$danh-sach.xlsx")
    assert sheet.rows[1] == ("Lò Thị Ơn", 1978)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".ods"])
def test_a_list_longer_than_the_limit_is_refused_with_it(suffix: str) -> None:
    count = LONGEST_LIST + 1
    if suffix == ".xlsx":
        data = with_rows(xlsx(), b"<row><c><v>1</v></c></row>" * count)
    elif suffix == ".csv":
        data = b"1;x\r\n" * count
    else:
        data = open_document({"S": [row(1, "x", times=count)]})
    with pytest.raises(SheetRefused) as refusal:
        cells_of(data, f"lon{suffix}")
    assert (refusal.value.code, refusal.value.context["limit"]) == ("sheet.too_long", LONGEST_LIST)


@pytest.mark.parametrize(
    "content",
    [
        b"Ho ten;Nam sinh\nL\xff\xfe\xfd\xfc;1",
        b"\x00\x01\x02\x03\xff\xfe\xfa" * 9,
        bytes(range(256)),
    ],
)
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(SheetRefused, match=r"sheet\.(encoding|damaged)"):
        cells_of(content, "la.csv")


def test_an_empty_old_workbook_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "trong.xls"
    path.write_bytes(old_workbook([[None, " "]]))
    with pytest.raises(SheetRefused, match=r"sheet\.empty"):
        read_cells(path)
