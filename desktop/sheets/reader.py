"""Files into sheets: which formats are read, and what is refused before a cell is looked at."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets import delimited, workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.sheets.cells import Sheet

_LARGEST_FILE = 50 * 1024 * 1024
_READERS = {".csv": delimited.sheets_of, ".xlsx": workbook.sheets_of}


def read_cells(path: Path) -> tuple[Sheet, ...]:
    """Read every sheet of a ``.xlsx`` workbook, or the one of a ``.csv`` file; one at least is not empty.

    Raises:
        SheetRefused: as ``read_content`` and ``cells_of`` do.
    """
    return cells_of(read_content(path), path.name)


def cells_of(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read every sheet of a file's bytes; the end of its name tells the format.

    Raises:
        SheetRefused: ``sheet.empty``, ``sheet.encoding``, ``sheet.password``, ``sheet.damaged``,
            ``sheet.unpacks_too_large`` or ``sheet.too_wide``; ``where`` is the file's name.
    """
    sheets = _reader(name)(content, name)
    if not any(sheet.filled(row) for sheet in sheets for row in range(1, len(sheet.rows) + 1)):
        raise SheetRefused("sheet.empty", where=name)
    return sheets


def read_content(path: Path) -> bytes:
    """Read the bytes of a workbook or text file.

    Raises:
        SheetRefused: ``sheet.format``, ``sheet.missing``, ``sheet.no_rights``, ``sheet.unreadable``,
            ``sheet.too_large`` or ``sheet.empty``; ``where`` is the file's name.
    """
    _reader(path.name)
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


def _reader(name: str) -> Callable[[bytes, str], tuple[Sheet, ...]]:
    read = _READERS.get(PurePath(name).suffix.lower())
    if read is None:
        raise SheetRefused("sheet.format", where=name)
    return read
