"""Text files in every encoding that offices still hand over."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from desktop.sheets.files.reader import cells_of

ROWS = (
    ("STT", "Họ và tên", "Địa chỉ"),
    ("1", "Lò Thị Ơn", "Xóm Mới"),
    ("2", "Nguyễn Văn Dương", "Bản Nà Ếch"),
    ("3", "Đặng Thuý Hường", "Khu 3"),
)
TEXT = "\r\n".join(";".join(row) for row in ROWS)
# The same as the .Vn faces and the VNI- faces hold it; TCVN3 has no toned capital.
TCVN3 = (
    "STT;Hä vµ tªn;§Þa chØ\r\n1;Lß ThÞ ¥n;Xãm Míi\r\n2;NguyÔn V¨n D\u00ad¬ng;B¶n Nµ Õch\r\n"
    "3;§Æng Thuý H\u00adêng;Khu 3"
)
VNI = (
    "STT;Hoï vaø teân;Ñòa chæ\r\n1;Loø Thò Ôn;Xoùm Môùi\r\n2;Nguyeãn Vaên Döông;Baûn Naø EÁch\r\n"
    "3;Ñaëng Thuyù Höôøng;Khu 3"
)


def cp1258(text: str) -> bytes:
    """Encode as Windows does: the tone follows its letter, unless the code page has both in one."""
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, tone = _split(letter)
            out += base.encode("cp1258") + tone.encode("cp1258")
    return out


def _split(letter: str) -> tuple[str, str]:
    *marks, tone = unicodedata.normalize("NFD", letter)
    if tone not in "\u0300\u0301\u0303\u0309\u0323":
        # The tone may stand before the mark of the letter.
        tone = next(mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323")
        marks = [mark for mark in unicodedata.normalize("NFD", letter) if mark != tone]
    return unicodedata.normalize("NFC", "".join(marks)), tone


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "unicode"),
        (codecs.BOM_UTF8 + TEXT.encode(), "unicode"),
        (TEXT.encode("utf-16"), "unicode"),
        (TEXT.encode("utf-16-le"), "unicode"),
        (TEXT.encode("utf-16-be"), "unicode"),
        (cp1258(TEXT), "unicode"),
        (TCVN3.encode("cp1252"), "tcvn3"),
        (TCVN3.encode(), "tcvn3"),
        (VNI.encode("cp1252"), "vni"),
        (VNI.encode("utf-16"), "vni"),
    ],
)
def test_a_text_file_reads_the_same_in_every_encoding(content: bytes, encoding: str) -> None:
    (sheet,) = cells_of(content, "danh-sach.csv")
    if encoding == "tcvn3":
        expected = tuple(tuple(cell.replace("Ếch", "ếch") for cell in row) for row in ROWS)
    else:
        expected = ROWS
    assert sheet.rows == expected
    assert sheet.encoding == encoding


def test_a_line_that_states_the_separator_is_followed_and_counted() -> None:
    (sheet,) = cells_of("sep=|\r\nHọ; tên|Năm\r\nLò|1".encode(), "danh-sach.csv")
    assert sheet.rows == ((), ("Họ; tên", "Năm"), ("Lò", "1"))


@pytest.mark.parametrize("place", [10, 70, 100, len(TEXT.encode()) - 1])
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_one_bad_byte_spoils_one_cell_of_a_file_in_utf8(place: int, mark: bytes) -> None:
    content = TEXT.encode()
    (sheet,) = cells_of(mark + content[:place] + b"\xa0" + content[place:], "danh-sach.csv")
    cells = [cell for row in sheet.rows for cell in row]
    assert sum("\ufffd" in str(cell) for cell in cells) == 1
    assert len(set(cells) & {cell for row in ROWS for cell in row}) >= 11


def test_a_control_sign_beside_a_bad_byte_spoils_no_other_cell() -> None:
    (sheet,) = cells_of("Họ tên;Xã\nLò Ơn;Nà Ếch\n".encode() + b"L\x07\xff;x", "danh-sach.csv")
    assert sheet.rows == (("Họ tên", "Xã"), ("Lò Ơn", "Nà Ếch"), ("L\x07\ufffd", "x"))


def test_a_file_cut_within_its_last_letter_is_still_utf8() -> None:
    (sheet,) = cells_of("Họ tên;Xã\nLò Ơn;Nà Ế".encode()[:-1], "danh-sach.csv")
    assert sheet.rows == (("Họ tên", "Xã"), ("Lò Ơn", "Nà \ufffd"))


@pytest.mark.parametrize(
    "text",
    [
        "Ho ten;Xa\nLò Văn Hà;Hùng".replace("ă", "a"),
        "Ho ten;Xa\nLa Vãn Quý;Hòa Bình",
        # Not one letter beyond ASCII, but the dash and the wide space of a word processor.
        "Ho ten;Xa\nLo\xa0Van Ha;To 3 – khu 4",
    ],
)
def test_a_file_in_the_western_code_page_is_read(text: str) -> None:
    (sheet,) = cells_of(text.encode("cp1252"), "danh-sach.csv")
    assert sheet.rows == tuple(tuple(line.split(";")) for line in text.split("\n"))
