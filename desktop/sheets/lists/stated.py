"""Which hamlet the rows of a list are said to live in: by a column, by their sheet's name or its titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.sheets.lists.headings.columns import HAMLET
from desktop.vietnamese.hamlet_kinds import kind_of
from desktop.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from desktop.sheets.lists.reading import Reading
    from desktop.sheets.lists.source import ReadSheet, Source

# Names that spreadsheets, and people in a hurry, give sheets: they name no hamlet.
_NO_HAMLET = re.compile(
    r"(?:(?:sheet|trang|tinh|ds|danh|sach|ho|khau|gia|dinh|cu|tri|dang|vien|so|tiep|theo|bang|to|ngheo|can|bo|"
    r"sung|moi|chinh|phu|tong|hop|dot|lan|phan|cac|thon|toan|xa)?[\s_.\-()0-9]*)*"
)


def names_on(sheet: ReadSheet) -> tuple[str, ...]:
    """Return the names of hamlets that a sheet bears: its titles and own name that begin with a kind."""
    return tuple(
        said for said in (*sheet.titles, sheet.name) if kind_of(tidy(said)) and len(said.split()) > 1
    )


def hamlet_of_sheet(source: Source, name: str) -> str | None:
    """Return the hamlet that a sheet of several stands for by its name, else by its titles; None for neither.

    Sheets that only differ in a number ("Trang 1", "Trang 2") are one list that goes on.
    """
    if kind_of(tidy(name)):
        return tidy(name)
    titled = next((names_on(sheet) for sheet in source.sheets if sheet.name == name and names_on(sheet)), ())
    if titled:
        return tidy(titled[0])
    return None if _NO_HAMLET.fullmatch(fold(name)) else tidy(name)


def hamlets_stated(reading: Reading) -> dict[int, str]:
    """Return what a list says of the hamlet of each row, taken or refused, by its number; empty for nothing.

    The column of hamlets goes before the sheet.
    """
    source = reading.source
    of_sheet: dict[str, str] = {}
    if source.has_several:
        of_sheet = {name: hamlet_of_sheet(source, name) or "" for name in source.names}

    def stated(number: int, value: str) -> str:
        return tidy(value) or (of_sheet.get(source.sheet_of(number).name, "") if of_sheet else "")

    named = {
        number: stated(number, row.get(HAMLET) or "")
        for number, row in zip(reading.numbers, reading.rows, strict=True)
    }
    for row in reading.refused:
        written = row.cells.get(reading.addresses.get(row.row, {}).get(HAMLET, ""), "")
        named[row.row] = stated(row.row, written)
    return named
