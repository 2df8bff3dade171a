"""The file that a list comes from, and what stands around the list there."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import column_letters
from desktop.sheets.lists.headings.header import heading_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.sheets.files.cells import Sheet
    from desktop.sheets.lists.list_sheets import ListSheet


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the list: its letter, its heading as written, the key it is read as (None: not read)."""

    column: str
    text: str
    key: str | None


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet that was read.

    Attributes:
        name: the sheet's name; empty for a text file.
        titles: the lines above its list.
        headings: the columns of its list, from its first header.
        above: how many rows lie in the sheets before it, which the numbers of its rows are beyond.
    """

    name: str
    titles: tuple[str, ...]
    headings: tuple[Heading, ...]
    above: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list comes from.

    Attributes:
        name: the file's name.
        sha256: digest of its bytes, in hexadecimal.
        sheets: the sheets that hold it, in their order.
        left_out: the names of other sheets that hold anything.
    """

    name: str
    sha256: str
    sheets: tuple[ReadSheet, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets that hold the list; one whose list goes on to the right is there once."""
        return tuple(dict.fromkeys(sheet.name for sheet in self.sheets if sheet.name))

    @property
    def has_several(self) -> bool:
        """Whether the list stands on several sheets."""
        first = self.sheets[0].name if self.sheets else ""
        return any(sheet.name != first for sheet in self.sheets)

    def sheet_of(self, number: int) -> ReadSheet:
        """Return the sheet of a row by its number, which counts on from sheet to sheet."""
        return self.sheets[bisect_left(self.sheets, number, key=lambda sheet: sheet.above) - 1]

    @property
    def titles(self) -> tuple[str, ...]:
        """The lines above the list, of every sheet."""
        return tuple(title for sheet in self.sheets for title in sheet.titles)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The columns of the list, from its first sheet."""
        return self.sheets[0].headings if self.sheets else ()


UNKNOWN = Source("", "")
"""Of a reading that nobody told where it comes from."""


def described(one: ListSheet, above: int) -> ReadSheet:
    """Return what stands around a sheet's list: its name, the titles, the headings."""
    sheet, first = one.sheet, one.headers[0]
    return ReadSheet(
        sheet.title, one.titles(), headings_of(sheet, first.top, first.bottom, first.columns), above
    )


def headings_of(sheet: Sheet, top: int, bottom: int, columns: Mapping[str, int]) -> tuple[Heading, ...]:
    """Return what stands in the rows of a header, column by column.

    Args:
        sheet: of a file.
        top: the header's first row.
        bottom: its last.
        columns: by key the column that is read as it.
    """
    keys = {column: key for key, column in columns.items()}
    headings = []
    for column in range(1, max(map(len, sheet.rows[top - 1 : bottom])) + 1):
        text = heading_text(sheet, top, bottom, column)
        if text or column in keys:
            headings.append(Heading(column_letters(column), text, keys.get(column)))
    return tuple(headings)
