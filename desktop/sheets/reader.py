"""Files into sheets: which formats are read, and what is refused before a cell is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets import delimited, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.sheets.cells import Sheet

_LARGEST_FILE = 50 * 1024 * 1024
_READERS = {".csv": delimited.sheets_of, ".xlsx": workbook.sheets_of}


def read_cells(path: Path) -> tuple[Sheet, ...]:
    """Read every sheet of a ``.xlsx`` workbook, or the one of a ``.csv`` file; one at least is not empty.

    Raises:
        SheetRefused: ``sheet.format``, ``sheet.missing``, ``sheet.no_rights``, ``sheet.unreadable``,
            ``sheet.too_large``, ``sheet.empty``, ``sheet.encoding``, ``sheet.password``, ``sheet.damaged``,
            ``sheet.unpacks_too_large`` or ``sheet.too_wide``; ``where`` is the file's name.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise SheetRefused("sheet.format", where=path.name)
    sheets = read(_content(path), path.name)
    if not any(sheet.filled(row) for sheet in sheets for row in range(1, len(sheet.rows) + 1)):
        raise SheetRefused("sheet.empty", where=path.name)
    return sheets


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise SheetRefused("sheet.missing", where=path.name) from error
    except PermissionError as error:
        raise SheetRefused("sheet.no_rights", where=path.name) from error
    except (OSError, ValueError) as error:
        raise SheetRefused("sheet.unreadable", where=path.name) from error
    if len(content) > _LARGEST_FILE:
        raise SheetRefused("sheet.too_large", where=path.name, limit=_LARGEST_FILE // 1024 // 1024)
    if not content:
        raise SheetRefused("sheet.empty", where=path.name)
    return content
