"""A list whose column of names no heading tells: its columns are shown, so that a person says which it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.sheets.lists.headings.columns import NAME
from desktop.sheets.lists.headings.header import columns_between
from desktop.sheets.lists.headings.likely import likely_header
from desktop.sheets.lists.kinds.known import list_kind
from desktop.sheets.lists.lines.passed import HEADING, SHEET, TITLE, UNNAMED, PassedLine, whole_sheet
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.source import ReadSheet, headings_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.sheets.files.cells import Sheet
    from desktop.sheets.lists.kinds.list_kind import ListKind
    from desktop.sheets.lists.reading import ListFile


def read_unnamed(file: ListFile, kind: str, said: Mapping[str, str | None] | None = None) -> Reading | None:
    """Read nothing of a file but its headings: every line is passed over, as ``unnamed`` below them.

    Args:
        file: as it was opened.
        kind: of the list.
        said: what a person said of its columns so far.

    Returns:
        None where no row of any sheet is like a header.
    """
    list_ = list_kind(kind, file.source.name)
    likely = {
        number: found
        for number, sheet in enumerate(file.sheets)
        if (found := likely_header(sheet, list_.columns)) is not None
    }
    if not likely:
        return None
    # The longest list of those that are shown; a hidden sheet only if no other is like one.
    chosen = max(likely, key=lambda number: (not file.sheets[number].hidden, len(file.sheets[number].rows)))
    top, bottom = likely[chosen]
    sheet = file.sheets[chosen]
    read = _described(sheet, list_, top, bottom, said)
    passed: list[PassedLine] = []
    for number, one in enumerate(file.sheets):
        lines = whole_sheet(one, SHEET)
        passed += (
            (replace(line, code=_code(line.row, top, bottom)) for line in lines)
            if number == chosen
            else lines
        )
    out = tuple(one.title for number, one in enumerate(file.sheets) if number != chosen and one.rows)
    source = replace(file.source, sheets=(read,), left_out=out)
    return Reading((), (), (), sheet.encoding, source, passed=tuple(passed))


def is_unnamed(reading: Reading) -> bool:
    """Tell whether nobody knows yet which column of a list holds the names."""
    return not reading.rows and any(line.code == UNNAMED for line in reading.passed)


def _described(
    sheet: Sheet, kind: ListKind, top: int, bottom: int, said: Mapping[str, str | None] | None
) -> ReadSheet:
    columns = dict(columns_between(sheet, kind.columns, top, bottom, said))
    columns.pop(NAME, None)
    return ReadSheet(sheet.title, (), headings_of(sheet, top, bottom, columns))


def _code(row: int, top: int, bottom: int) -> str:
    return TITLE if row < top else HEADING if row <= bottom else UNNAMED
