"""Which files are workbooks: by the end of their name, and by what they really are.

Web pages, web archives and XML spreadsheets are read under any name: programs hand them out as ``.xls``.

Source: ECMA-376 part 2 (packages); OpenDocument 1.3 part 2; [MS-CFB] and [MS-XLS] (older workbooks).
"""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from pathlib import PurePath

from desktop.errors import SheetRefused

XLSX, XLS, ODS, TEXT = "xlsx", "xls", "ods", "csv"
WEB_PAGE, WEB_ARCHIVE, XML = "html", "mhtml", "xml"

_FORMATS = {
    ".xlsx": XLSX,
    ".xlsm": XLSX,
    ".xls": XLS,
    ".ods": ODS,
    ".csv": TEXT,
    ".tsv": TEXT,
    ".txt": TEXT,
    ".xml": XML,
}
# What a person may choose as a list.
SUFFIXES = tuple(_FORMATS)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
_OTHERS = (
    (b"%PDF", "PDF"),
    (b"{\\rtf", "Word (.rtf)"),
    (b"\x89PNG", "hình ảnh"),
    (b"\xff\xd8\xff", "hình ảnh"),
    (b"GIF8", "hình ảnh"),
    (b"Rar!", "nén .rar"),
    (b"7z\xbc\xaf", "nén .7z"),
    (b"SQLite format 3", "cơ sở dữ liệu"),
)
_COMMENTS = re.compile(r"\s*(?:<!--.*?-->\s*)*", re.DOTALL)
_DECLARATION = re.compile(r"<\?(?:xml|mso)")
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|meta|title|body|table|tr|div|p|font|center|style)\b", re.IGNORECASE
)

_ARCHIVE = re.compile(rb"\s*(?:MIME-Version|From|Subject|Date|Content-Type|X-[\w-]+):", re.IGNORECASE)
_XML_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
# Directory entries of a compound file are named in UTF-16.
_ENCRYPTED = "EncryptedPackage"
_STREAMS = (
    (_ENCRYPTED, ""),
    ("WordDocument", "Word (.doc)"),
    ("PowerPoint Document", "PowerPoint (.ppt)"),
)
_WORKBOOK_STREAMS = ("Workbook", "Book")
_PACKAGES = (
    ("word/", "Word (.docx)"),
    ("ppt/", "PowerPoint (.pptx)"),
    ("xl/workbook.bin", "Excel nhị phân (.xlsb)"),
)
_LOOKED_AT = 4096


def format_of(name: str) -> str:
    """Return the format that the end of a file's name promises: ``xlsx``, ``xls``, ``ods`` or ``csv``.

    Raises:
        SheetRefused: ``sheet.format`` or ``sheet.lock_file``.
    """
    promised = _FORMATS.get(PurePath(name).suffix.lower())
    if promised is None:
        # One of them has an ending of its own, ``.~lock.ho.xlsx#``.
        raise SheetRefused("sheet.lock_file" if is_lock_file(name) else "sheet.format", where=name)
    return promised


def check_content(content: bytes, name: str) -> str:
    """Return the format to read a file in: what can't be told is what its name promises.

    Raises:
        SheetRefused: ``sheet.lock_file`` for what a spreadsheet leaves beside a workbook that is open,
            ``sheet.renamed`` for a workbook under another's name, ``sheet.not_a_workbook`` for any
            other file, ``sheet.password`` for an encrypted one.
    """
    promised = format_of(name)
    found, other = _found(content, name, promised)
    if is_lock_file(name) and found not in (XLSX, XLS, ODS):
        raise SheetRefused("sheet.lock_file", where=name)
    if other:
        raise SheetRefused("sheet.not_a_workbook", where=name, found=other)
    if found in (WEB_PAGE, WEB_ARCHIVE, XML):
        return found
    if promised == XML:
        raise SheetRefused("sheet.not_a_workbook", where=name, found="XML")
    if found is not None and found != promised:
        raise SheetRefused(
            "sheet.renamed", where=name, found=f".{found}", ending=PurePath(name).suffix.lower()
        )
    return promised


def is_encrypted_package(content: bytes) -> bool:
    """Tell whether a file is an encrypted workbook, which is a compound file around the real one."""
    return content.startswith(_COMPOUND) and _has_stream(content, _ENCRYPTED)


def is_lock_file(name: str) -> bool:
    """Tell whether a name is that of the small file beside a workbook that is open somewhere."""
    return PurePath(name).name.startswith(("~$", ".~lock."))


def _found(content: bytes, name: str, promised: str) -> tuple[str | None, str]:
    """Return the format that the bytes show, or else what other file they are."""
    if content.startswith(_ZIP):
        return _in_archive(content)
    if content.startswith(_COMPOUND):
        return _in_compound_file(content, name)
    if promised != TEXT and _BARE_BIFF.match(content):
        return XLS, ""
    other = next((what for start, what in _OTHERS if content.startswith(start)), "")
    if other:
        return None, other
    marked_up, other = _in_markup(content)
    if marked_up is not None or other:
        return marked_up, other
    return (TEXT, "") if promised != TEXT and _is_text(content) else (None, "")


def _in_markup(content: bytes) -> tuple[str | None, str]:
    if _ARCHIVE.match(content, 0, _LOOKED_AT) and b"multipart/related" in content[:_LOOKED_AT].lower():
        return WEB_ARCHIVE, ""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = content[:_LOOKED_AT].decode("utf-16" if wide else "utf-8-sig", "replace")
    begin = _COMMENTS.match(head)
    first = head[begin.end() if begin is not None else 0 :]
    declared = _DECLARATION.match(first)
    if _PAGE.match(first) or (declared and "<html" in first.lower()):
        return WEB_PAGE, ""
    if declared or first.startswith("<Workbook"):
        return (XML, "") if _XML_SPREADSHEET in first else (None, "XML")
    return None, ""


def _in_archive(content: bytes) -> tuple[str | None, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            mimetype = _start(archive, "mimetype") if "mimetype" in names else b""
    except Exception:  # noqa: BLE001 - damage of any kind is the reader's to tell
        return None, ""
    if mimetype:
        spreadsheet = mimetype.startswith(b"application/vnd.oasis.opendocument.spreadsheet")
        return (ODS, "") if spreadsheet else (None, "OpenDocument không phải bảng tính")
    other = next((what for start, what in _PACKAGES if any(n.startswith(start) for n in names)), "")
    if other:
        return None, other
    if any(n.lower().startswith("xl/") for n in names):
        return XLSX, ""
    return None, "" if "[Content_Types].xml" in names or not names else "nén .zip"


def _start(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as stream:
        return stream.read(_LOOKED_AT)


def _in_compound_file(content: bytes, name: str) -> tuple[str | None, str]:
    for stream, other in _STREAMS:
        if _has_stream(content, stream):
            if not other:
                raise SheetRefused("sheet.password", where=name)
            return None, other
    return (XLS if any(_has_stream(content, stream) for stream in _WORKBOOK_STREAMS) else None), ""


def _has_stream(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content


def _is_text(content: bytes) -> bool:
    """Tell whether bytes are plainly text: no control signs, several lines or separators."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    head = content[:_LOOKED_AT]
    return not any(byte < 32 and byte not in b"\t\r\n" for byte in head) and any(
        sign in head for sign in (b"\t", b";", b",", b"\n")
    )
