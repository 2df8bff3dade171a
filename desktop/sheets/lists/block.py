"""A block of cells that somebody copied from a spreadsheet, read like a file."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import Sheet, text_or_none
from desktop.sheets.files.legacy_text import in_unicode
from desktop.sheets.lists.headings.header import find_headers
from desktop.sheets.lists.kinds.known import list_kind
from desktop.sheets.lists.reading import Reading, read_sheets
from desktop.sheets.lists.source import Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

_NUMBER = "STT"


def read_block(rows: Sequence[Sequence[str]], kind: str, name: str, today: dt.date | None = None) -> Reading:
    """Read a list from copied cells, with or without its header.

    Without one the columns are those that the kind of list heads itself, from the left; running numbers may
    stand before them. Such a block gets a header as row 1, so its own first row is row 2.

    Args:
        rows: the copied cells as text.
        kind: what they are, as ``read`` names it.
        name: what the block is called in messages.
        today: the day of reading; None for the computer's.

    Raises:
        SheetRefused: ``sheet.kind``, ``sheet.empty``, or as ``read_sheets`` does.
    """
    known = list_kind(kind, name)
    if not any(cell.strip() for row in rows for cell in row):
        raise SheetRefused("sheet.empty", where=name)
    cells = tuple(tuple(map(text_or_none, row)) for row in rows)
    digest = hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()
    sheet = in_unicode(Sheet(title="", rows=cells))
    source = Source(name, digest)
    if find_headers(sheet, known.columns):
        return read_sheets((sheet,), kind, source, today)
    numbered = all(row[0].strip().rstrip(".").isdecimal() for row in rows if row and row[0].strip())
    own = tuple(heading for _, heading in known.headings)
    headings = (_NUMBER, *own) if numbered else own
    width = max(map(len, rows))
    headed = replace(
        sheet,
        rows=(headings[: max(width, 2)], *sheet.rows),
        converted={(row + 1, column): was for (row, column), was in sheet.converted.items()},
    )
    reading = read_sheets((headed,), kind, source, today)
    # Nobody wrote the header.
    return replace(reading, passed=tuple(line for line in reading.passed if line.row > 1))
