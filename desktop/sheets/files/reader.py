"""Files into sheets: which formats are read, and what is refused before a cell is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import LARGEST_AREA, LONGEST_LIST, Sheet
from desktop.sheets.files.formats import (
    ODS,
    TEXT,
    WEB_ARCHIVE,
    WEB_PAGE,
    XLS,
    XLSX,
    XML,
    check_content,
    format_of,
    is_encrypted_package,
    is_lock_file,
)
from desktop.sheets.files.legacy_text import in_unicode
from desktop.sheets.files.ods import workbook as open_document
from desktop.sheets.files.text import delimited
from desktop.sheets.files.web import page as web_page
from desktop.sheets.files.xls import workbook as old_workbook
from desktop.sheets.files.xls import xml_workbook
from desktop.sheets.files.xlsx import encrypted_package, workbook

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST_FILE = 50 * 1024 * 1024
_READERS = {
    XLSX: workbook.sheets_of,
    XLS: old_workbook.sheets_of,
    ODS: open_document.sheets_of,
    TEXT: delimited.sheets_of,
    WEB_PAGE: web_page.sheets_of,
    WEB_ARCHIVE: web_page.archived_sheets_of,
    XML: xml_workbook.sheets_of,
}


def read_cells(path: Path) -> tuple[Sheet, ...]:
    """Read every sheet of a workbook, or the one of a text file; one at least is not empty.

    Raises:
        SheetRefused: as ``read_content`` and ``cells_of`` do.
    """
    return cells_of(read_content(path), path.name)


def cells_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every sheet of a file's bytes, its text in Unicode; the end of its name tells the format.

    Raises:
        SheetRefused: ``sheet.format``, ``sheet.lock_file``, ``sheet.renamed``,
            ``sheet.not_a_workbook``, ``sheet.empty``, ``sheet.encoding``, ``sheet.password``,
            ``sheet.damaged``, ``sheet.unpacks_too_large``,
            ``sheet.too_long``, ``sheet.too_wide`` or ``sheet.too_much_text``; ``where`` is the file's name.
    """
    if is_encrypted_package(content):
        content = _decrypted(content, name)
    sheets = tuple(map(in_unicode, _READERS[check_content(content, name)](content, name)))
    if not any(any(sheet.filled_rows()) for sheet in sheets):
        raise SheetRefused("sheet.empty", where=name)
    if any(len(sheet.rows) > LONGEST_LIST < sum(sheet.filled_rows()) for sheet in sheets):
        raise SheetRefused("sheet.too_long", where=name, limit=LONGEST_LIST)
    for sheet in sheets:
        _check_merges(sheet, name)
    return sheets


def _decrypted(content: bytes, name: str) -> bytes:
    try:
        plain = encrypted_package.decrypted(content)
    # A damaged file makes the parser of compound files raise anything.
    except Exception as error:
        raise SheetRefused("sheet.password", where=name) from error
    if plain is None:
        raise SheetRefused("sheet.password", where=name)
    return plain


def _check_merges(sheet: Sheet, name: str) -> None:
    # Merged ranges don't overlap, so together they cover no more rows than there are cells.
    rows = sum(min(merge.bottom, len(sheet.rows)) - merge.top for merge in sheet.merges)
    if rows > LARGEST_AREA:
        raise SheetRefused("sheet.damaged", where=name)


def read_content(path: Path) -> bytes:
    """Read the bytes of a workbook or text file.

    Raises:
        SheetRefused: ``sheet.format``, ``sheet.lock_file``, ``sheet.missing``,
            ``sheet.no_rights``, ``sheet.unreadable``,
            ``sheet.too_large`` or ``sheet.empty``; ``where`` is the file's name.
    """
    format_of(path.name)
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise SheetRefused("sheet.missing", where=path.name) from error
    except PermissionError as error:
        # Who has the workbook open has its lock file, too.
        code = "sheet.lock_file" if is_lock_file(path.name) else "sheet.no_rights"
        raise SheetRefused(code, where=path.name) from error
    except (OSError, ValueError) as error:
        raise SheetRefused("sheet.unreadable", where=path.name) from error
    if len(content) > _LARGEST_FILE:
        raise SheetRefused("sheet.too_large", where=path.name, limit=_LARGEST_FILE // 1024 // 1024)
    if not content:
        raise SheetRefused("sheet.empty", where=path.name)
    return content
