"""Columns of the years before Unicode: decided whole, by face where the file tells it, and noted."""

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.styles import Font

from desktop.sheets.files.cells import Sheet
from desktop.sheets.files.legacy_text import in_unicode
from desktop.sheets.files.reader import cells_of
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.reading import read_sheets
from desktop.sheets.lists.source import Source
from desktop.vietnamese.legacy_encodings import LegacyFace
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import cell, open_document, row

HEADER = ("Hä vµ tªn", "N¨m sinh", "D©n téc")


def xlsx(*rows: tuple[object, ...], face: str) -> bytes:
    book = openpyxl.Workbook()
    for values in rows:
        book.worksheets[0].append(values)
    for line in book.worksheets[0].iter_rows():
        for written in line:
            written.font = Font(name=face)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def column(*cells: str) -> tuple[object, ...]:
    sheet = in_unicode(Sheet("", tuple((text,) for text in cells)))
    return tuple(row[0] for row in sheet.rows)


def test_what_few_cells_leave_open_the_column_decides() -> None:
    # "Thò" and "Sôn" are words in Unicode too; "Xoùm" and "Nguyeãn" are none.
    assert column("Lò Thò Sôn", "Nguyeãn Vaên Tuaán", "Xoùm 2") == ("Lị Thị Sơn", "Nguyễn Văn Tuấn", "Xóm 2")
    assert column("Lò Thò Sôn", "Nguyễn Văn Tuấn") == ("Lò Thò Sôn", "Nguyễn Văn Tuấn")


def test_a_unicode_cell_in_a_legacy_column_stays_as_it_is() -> None:
    cells = ("NguyÔn V¨n TuÊn", "TrÇn ThÞ Hoµ", "Đặng Đức Lương")
    assert column(*cells) == ("Nguyễn Văn Tuấn", "Trần Thị Hoà", "Đặng Đức Lương")


def test_a_column_in_which_nothing_tells_goes_with_its_sheet() -> None:
    sheet = in_unicode(Sheet("", (("NguyÔn V¨n TuÊn", "Hä"), ("TrÇn ThÞ Hoµ", "Thò"))))
    assert sheet.rows == (("Nguyễn Văn Tuấn", "Họ"), ("Trần Thị Hoà", "Thũ"))
    assert sheet.converted[2, 2] == "Thò"


@pytest.mark.parametrize("marks", [("×", "x"), ("√", "×", "µ"), ("±", "§", "¶")])
def test_signs_alone_stay_signs(marks: tuple[str, ...]) -> None:
    assert column(*marks) == marks


def test_a_sheet_of_unicode_is_not_touched() -> None:
    sheet = Sheet("", (("Họ và tên", "Ghi chú"), ("Müller Ê-ban Y Blô", "café 25 m² ± 2 °C")))
    assert in_unicode(sheet) is sheet


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods"])
def test_a_face_that_shows_capitals_makes_them(suffix: str) -> None:
    rows = [("Hä vµ tªn", "N¨m sinh"), ("lß thÞ lan", 1978.0), ("hoa", 1980.0)]
    if suffix == ".xlsx":
        content = xlsx(*rows, face=".VnTimeH")
    elif suffix == ".xls":
        content = old_workbook(rows, face=".VnTimeH")
    else:
        styles = (
            '<style:font-face style:name="F1" svg:font-family="&apos;.VnTimeH&apos;"/>'
            '<style:style style:name="ce1"><style:text-properties style:font-name="F1"/></style:style>'
            '<style:style style:name="ce2" style:parent-style-name="ce1"/>'
        )
        content = open_document({"S": [row(*values, style="ce2") for values in rows]}, styles=styles)
    (sheet,) = cells_of(content, f"danh-sach{suffix}")
    assert sheet.faces[2, 1] == LegacyFace("tcvn3", capitals=True)
    assert [values[0] for values in sheet.rows] == ["HỌ VÀ TÊN", "LÒ THỊ LAN", "HOA"]
    reading = read_sheets((sheet,), "voters", Source("", ""))
    assert [person["name"] for person in reading.rows] == ["Lò Thị Lan", "Hoa"]
    assert reading.encoding == "tcvn3"
    assert reading.notes[:2] == (
        Note("A2", "legacy", "lß thÞ lan", "LÒ THỊ LAN"),
        Note("A2", "case", "LÒ THỊ LAN", "Lò Thị Lan"),
    )


def test_capitals_of_a_plain_tcvn3_face_are_mended_and_a_names_head_is_one() -> None:
    content = old_workbook([HEADER, ("VµNG V¡N TIÕN", 1964.0, "TµY"), ("Lß ThÞ ¸nh", 1970.0, "£ §ª")])
    reading = read_sheets(cells_of(content, "a.xls"), "voters", Source("", ""))
    assert [(person["name"], person["ethnic"]) for person in reading.rows] == [
        ("Vàng Văn Tiến", "Tày"),
        ("Lò Thị Ánh", "Ê Đê"),
    ]


def test_cells_in_a_unicode_face_beside_legacy_ones_are_decided_apart() -> None:
    rows = [
        ("Họ và tên", "Năm sinh"),
        (("Loø Thò Ôn", "VNI-Times"), 1978.0),
        ("Hà Sơn Bình", 1979.0),
        ("Đinh Thị Hoà", 1980.0),
    ]
    (sheet,) = cells_of(old_workbook(rows, face="Times New Roman"), "a.xls")
    assert [values[0] for values in sheet.rows] == ["Họ và tên", "Lò Thị Ơn", "Hà Sơn Bình", "Đinh Thị Hoà"]


def test_the_face_decides_where_the_letters_dont() -> None:
    # "Hoà" and "Thò" alone are Unicode, and VNI's "Hồ" and "Thị".
    (sheet,) = cells_of(old_workbook([[("Thò", "VNI-Helve")], ["Hà"]]), "a.xls")
    assert sheet.rows == (("Thị",), ("Hà",))


def test_unicode_text_that_was_given_an_old_face_stays() -> None:
    (sheet,) = cells_of(old_workbook([["Nguyễn Văn Tuấn"], ["Lò Thị Hà"], ["Hà"]], face=".VnTime"), "a.xls")
    assert sheet.rows == (("Nguyễn Văn Tuấn",), ("Lò Thị Hà",), ("Hà",))


def test_a_row_without_legacy_letters_has_no_such_note() -> None:
    content = old_workbook([HEADER, ("NguyÔn V¨n A", 1964.0, "Kinh"), ("Lan Anh", 1970.0, "Kinh")])
    reading = read_sheets(cells_of(content, "a.xls"), "voters", Source("", ""))
    assert [(note.cell, note.code) for note in reading.notes] == [("A2", "legacy")]


def test_a_spanned_cell_of_xml_keeps_its_places() -> None:
    spanned = cell("<text:p>Hä</text:p>", office_value_type="string", table_number_columns_spanned="2")
    content = open_document({"S": [row(spanned, None, "tªn"), row("NguyÔn", None, "TuÊn")]})
    (sheet,) = cells_of(content, "a.ods")
    assert sheet.rows == (("Họ", None, "tên"), ("Nguyễn", None, "Tuấn"))
