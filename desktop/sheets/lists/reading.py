"""Read a list from a workbook: its rows, what was repaired, what was refused.

Nothing is lost: every line that holds anything is among the rows, among the refused with all its cells, or
among the lines passed over. A list that goes on from sheet to sheet is read as one, its sheets laid one below
the other.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import LONGEST_LIST
from desktop.sheets.files.reader import cells_of, read_content
from desktop.sheets.lists.collector import paused
from desktop.sheets.lists.kinds.known import list_kind
from desktop.sheets.lists.list_sheets import list_sheets, several_lists
from desktop.sheets.lists.other_kind import refuse_other_kind
from desktop.sheets.lists.rows import RowReader
from desktop.sheets.lists.source import UNKNOWN, Source, described

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.sheets.files.cells import Sheet
    from desktop.sheets.lists.cells.note import Note
    from desktop.sheets.lists.cells.refusal import RefusedRow
    from desktop.sheets.lists.lines.passed import PassedLine
    from desktop.vietnamese.legacy_encodings import Encoding


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file that was opened, to be read in more ways than one: its sheets, and which file it is.

    Attributes:
        headed: whether somebody wrote its header; the program put one above cells that were copied without.
    """

    sheets: tuple[Sheet, ...]
    source: Source
    headed: bool = True


# Fewer are people who stand in two lists.
_FEWEST_COPIES = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook holds.

    Attributes:
        rows: the rows taken, ready for JSON; keys as each list states them.
        notes: repairs in the rows taken, in order of rows.
        refused: the rows not taken.
        encoding: how the list's text was written.
        source: the file and the list's place in it.
        numbers: the number of each of the rows taken: in its sheet, and beyond the rows of those before it.
        addresses: by number of a row, taken or refused, the address of its cell for each key; named with its
            sheet where there are several.
        passed: all other lines of the file that hold anything.
    """

    rows: tuple[dict[str, Any], ...]
    notes: tuple[Note, ...]
    refused: tuple[RefusedRow, ...]
    encoding: Encoding = "unicode"
    source: Source = UNKNOWN
    numbers: tuple[int, ...] = ()
    addresses: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    passed: tuple[PassedLine, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines of the file hold anything: those taken, those refused, those passed over."""
        return len(self.rows) + len(self.refused) + len(self.passed)

    def place(self, number: int) -> tuple[str, int]:
        """Return the sheet of a row and its number there; no sheet where the list has only one."""
        if not self.source.sheets:
            return "", number
        sheet = self.source.sheet_of(number)
        return sheet.name if self.source.has_several else "", number - sheet.above

    def place_passed(self, line: PassedLine) -> tuple[str, int]:
        """Return the sheet of a line passed over and its number there, as ``place`` does for a row."""
        return "" if self.source.names in {(), (line.sheet,)} else line.sheet, line.row


def read(path: Path, kind: str, today: dt.date | None = None) -> Reading:
    """Read the list of a kind (``households``, ``members``, ``voters``, ``hamlets``) from a file.

    Nobody is born, or admitted, after the day of reading; where it isn't told it is the computer's.

    Of several sheets the one counts whose header names the most columns, with those that continue it; a
    hidden one only if no other is a list.

    Raises:
        SheetRefused: ``sheet.kind``, ``sheet.no_header``, ``sheet.several_lists`` where it can't be told
            which sheets are the list, or as ``read_cells`` does; ``where`` is the file's name.

    Source: specification of commands, ``read``.
    """
    list_kind(kind, path.name)
    return read_list(open_list(path), kind, today)


def open_list(path: Path) -> ListFile:
    """Read the cells of a file in which a list may be.

    Raises:
        SheetRefused: as ``read_cells`` does.
    """
    content = read_content(path)
    source = Source(path.name, hashlib.sha256(content).hexdigest())
    with paused():
        return ListFile(cells_of(content, path.name), source)


def read_list(
    file: ListFile, kind: str, today: dt.date | None = None, said: Mapping[str, str | None] | None = None
) -> Reading:
    """Read the list of a kind from a file that was opened, as ``read_sheets`` does."""
    reading = read_sheets(file.sheets, kind, file.source, today, said)
    if file.headed:
        return reading
    return replace(reading, passed=tuple(line for line in reading.passed if line.row > 1))


def read_sheets(
    sheets: tuple[Sheet, ...],
    kind: str,
    source: Source,
    today: dt.date | None = None,
    said: Mapping[str, str | None] | None = None,
) -> Reading:
    """Read the list of a kind from the sheets of one file, as ``read`` does.

    Args:
        sheets: of the file.
        kind: of the list.
        source: which file it is.
        today: the day of reading; None for the computer's.
        said: what a person said of its columns, as ``find_headers`` takes it.

    Raises:
        SheetRefused: ``sheet.kind``, ``sheet.no_header``, ``sheet.several_lists``, ``sheet.too_long``,
            ``sheet.roster`` or ``sheet.households``.
    """
    with paused():
        return _read(sheets, kind, source, today, said)


def _read(
    sheets: tuple[Sheet, ...],
    kind: str,
    source: Source,
    today: dt.date | None,
    said: Mapping[str, str | None] | None,
) -> Reading:
    list_ = list_kind(kind, source.name)
    found = list_sheets(sheets, list_.columns, source.name, said)
    listed = found.listed
    refuse_other_kind(kind, listed, source.name)
    if sum(len(one.lines) for one in listed) > LONGEST_LIST:
        raise SheetRefused("sheet.too_long", where=source.name, limit=LONGEST_LIST)
    reader = RowReader(list_, today or dt.datetime.now().astimezone().date())
    read_ones = []
    several = len({one.sheet.title for one in listed}) > 1
    above = before = 0
    for one in listed:
        copied = reader.read(one, above, named=several)
        if copied >= _FEWEST_COPIES and copied * 2 > min(len(one.lines), before):
            # Most of one stands in the other: rather a copy, a choice or a summary than the list going on.
            raise several_lists(listed, source.name)
        read_ones.append(described(one, above))
        above += len(one.sheet.rows)
        before += len(one.lines)
    return Reading(
        tuple(reader.rows),
        tuple(reader.notes),
        tuple(reader.refused),
        encoding=next((one.sheet.encoding for one in listed if one.sheet.encoding != "unicode"), "unicode"),
        source=replace(source, sheets=tuple(read_ones), left_out=found.left_out()),
        numbers=tuple(reader.numbers),
        addresses=reader.addresses,
        passed=(*(line for one in listed for line in one.passed), *found.passed),
    )


def only_sheets(reading: Reading, names: set[str]) -> Reading:
    """Return the part of a reading that stands in some of its sheets; the others are left out."""
    kept = tuple(sheet for sheet in reading.source.sheets if sheet.name in names)
    if len(kept) == len(reading.source.sheets):
        return reading
    out = tuple(sheet.name for sheet in reading.source.sheets if sheet not in kept)
    taken = [
        (number, row)
        for number, row in zip(reading.numbers, reading.rows, strict=True)
        if reading.place(number)[0] in names
    ]
    refused = tuple(row for row in reading.refused if reading.place(row.row)[0] in names)
    numbers = {number for number, _ in taken} | {row.row for row in refused}
    addresses = {number: cells for number, cells in reading.addresses.items() if number in numbers}
    cells = {cell for of_row in addresses.values() for cell in of_row.values()}
    return replace(
        reading,
        rows=tuple(row for _, row in taken),
        notes=tuple(note for note in reading.notes if note.cell in cells),
        refused=refused,
        source=replace(reading.source, sheets=kept, left_out=(*reading.source.left_out, *out)),
        numbers=tuple(number for number, _ in taken),
        addresses=addresses,
        passed=tuple(line for line in reading.passed if line.sheet in names),
    )
