"""A block of cells that somebody copied from a spreadsheet, read like a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Sheet, column_letters, text_or_none
from desktop.sheets.files.legacy_text import in_unicode
from desktop.sheets.lists.headings.columns import Headings, label
from desktop.sheets.lists.headings.header import find_headers
from desktop.sheets.lists.headings.likely import names_columns
from desktop.sheets.lists.kinds.known import list_kind
from desktop.sheets.lists.other_kind import kind_headed
from desktop.sheets.lists.proposed import proposed_headings
from desktop.sheets.lists.reading import ListFile
from desktop.sheets.lists.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence


UNKNOWN_HEADING = "Cột {}"
# Of names alone nobody knows whose they are.
_FEWEST_COLUMNS = 2


def block_file(rows: Sequence[Sequence[str]], kind: str, name: str) -> ListFile:
    """Return copied cells as a file of one sheet, with or without its header.

    Without one each column gets the heading that its cells look like, for a person to correct. Such a block
    gets its header as row 1, so its own first row is row 2. One with the header of another list keeps it: its
    people must not become hamlets.

    Args:
        rows: the copied cells as text.
        kind: what they are, as ``read`` names it.
        name: what the block is called in messages.

    Raises:
        SheetRefused: ``sheet.kind``, ``sheet.empty``, ``sheet.one_column``.
    """
    known = list_kind(kind, name)
    filled = {at for row in rows for at, cell in enumerate(row) if cell.strip()}
    if len(filled) < _FEWEST_COLUMNS:
        raise SheetRefused("sheet.one_column" if filled else "sheet.empty", where=name)
    cells = tuple(tuple(map(text_or_none, row)) for row in rows)
    digest = hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()
    sheet = in_unicode(Sheet(title="", rows=cells))
    source = Source(name, digest)
    headed = find_headers(sheet, known.columns) or names_columns(sheet, known.columns)
    if headed or kind_headed((sheet,), kind):
        return ListFile((sheet,), source)
    # A column that is like nothing is shown too: a person may know what it is.
    headings = tuple(
        heading or UNKNOWN_HEADING.format(column_letters(at))
        for at, heading in enumerate(proposed_headings(known, rows), 1)
    )
    with_headings = replace(
        sheet,
        rows=(headings, *sheet.rows),
        converted={(row + 1, column): was for (row, column), was in sheet.converted.items()},
    )
    return ListFile((with_headings,), source, headed=False)


def likeliest(rows: Sequence[Sequence[str]], kinds: Sequence[str]) -> str:
    """Return of which list copied cells are likely: whose columns their first row names most, else the first.

    Args:
        rows: the copied cells as text.
        kinds: the lists that they may be, by their names; the likeliest first.
    """
    first = next((row for row in rows if any(cell.strip() for cell in row)), ())
    texts = [label(cell) for cell in first if cell.strip()]
    return max(kinds, key=lambda kind: len(Headings(list_kind(kind, "").columns).keys(texts)))
