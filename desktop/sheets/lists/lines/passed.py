"""The lines of a file that are no rows of the list: each is told, none vanishes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.sheets.lists.lines.line import words_of, wrong_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.sheets.files.cells import Sheet, Value

TITLE = "title"
HEADING = "heading"
TOTAL = "total"
CARRIED = "carried"
GROUP = "group"
SIGNATURE = "signature"
NOTE = "note"
OTHER_TABLE = "other_table"
BLANK_NUMBERED = "blank_numbered"
SHEET = "sheet"
UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class PassedLine:
    """A line that was passed over.

    Attributes:
        sheet: the name of its sheet; empty for a text file.
        row: its number in that sheet.
        code: ``title``, ``heading``, ``total``, ``carried`` (from page to page), ``group``, ``signature``,
            ``note``, ``other_table``, ``blank_numbered`` (nothing but a running number), ``sheet`` (of a
            sheet that isn't read) or ``unnamed`` (of a list whose column of names nobody knows yet).
        words: what it says.
    """

    sheet: str
    row: int
    code: str
    words: str


def filled_lines(
    sheet: Sheet, first: int = 1, end: int | None = None
) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Yield the rows of a sheet that hold something, with their cells; up to, not with, ``end``."""
    wrong = wrong_cells(sheet)
    for row in range(first, height_of(sheet, wrong) + 1 if end is None else end):
        values = sheet.rows[row - 1] if row <= len(sheet.rows) else ()
        # Nought holds something, too; in nearly every row the first cell tells.
        if any(values) or values.count(None) < len(values) or row in wrong:
            yield row, values


def height_of(sheet: Sheet, wrong: Mapping[int, object]) -> int:
    """Return the number of a sheet's last row; formulas without value may stand below all that has one."""
    return max(len(sheet.rows), *wrong) if wrong else len(sheet.rows)


def whole_sheet(sheet: Sheet, code: str) -> Iterator[PassedLine]:
    """Yield every line of a sheet as passed over."""
    for row, values in filled_lines(sheet):
        yield PassedLine(sheet.title, row, code, words_of(values))
