"""Read a list from a workbook: its rows, what was repaired, what was refused.

Nothing is lost: every row of data is either among the rows or among the refused, with all its cells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop.errors import SheetRefused
from desktop.sheets import hamlets, households, members, person_columns, voters
from desktop.sheets.cells import Sheet, address, column_letters, text_of
from desktop.sheets.header import Header, find_headers
from desktop.sheets.reader import cells_of, read_content
from desktop.sheets.record import Note, Record, RowRefused, resolved
from desktop.sheets.table import Line, data_lines
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.sheets.cells import Value
    from desktop.sheets.columns import Column
    from desktop.vietnamese.legacy_encodings import Encoding

_SPREAD_KEYS = ("ethnic", "religion", "address", "home", "hamlet", "kind")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken.

    Attributes:
        row: its number in the sheet.
        code: ``no_name``, ``bad_date``, ``bad_identity`` or ``bad_value``.
        cells: the text of each filled cell, by address.
    """

    row: int
    code: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the list: its letter, its heading as written, the key it is read as (None: not read)."""

    column: str
    text: str
    key: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a list comes from.

    Attributes:
        name: the file's name.
        sha256: digest of its bytes, in hexadecimal.
        sheet: the name of the sheet; empty for a text file.
        titles: the lines above the list.
        headings: the columns of the list, from its first header.
    """

    name: str
    sha256: str
    sheet: str = ""
    titles: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a workbook holds.

    Attributes:
        rows: the rows taken, ready for JSON; keys as each list states them.
        notes: repairs in the rows taken, in order of rows.
        refused: the rows not taken.
        encoding: how the list's text was written.
        source: the file and the list's place in it.
        numbers: the number in the sheet of each of the rows taken.
        places: by number of a row, taken or refused, the address of its cell for each key.
    """

    rows: tuple[dict[str, Any], ...]
    notes: tuple[Note, ...]
    refused: tuple[RefusedRow, ...]
    encoding: Encoding = "unicode"
    source: Source = Source("", "")
    numbers: tuple[int, ...] = ()
    places: Mapping[int, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _List:
    columns: tuple[Column, ...]
    read_row: Callable[[Record], dict[str, Any]]
    identifying: Callable[[dict[str, Any]], tuple[str, tuple[object, ...]] | None]


_LISTS = {
    "households": _List(households.COLUMNS, households.read_household, person_columns.identifying),
    "members": _List(members.COLUMNS, members.read_member, members.identifying),
    "voters": _List(voters.COLUMNS, voters.read_voter, person_columns.identifying),
    "hamlets": _List(hamlets.COLUMNS, hamlets.read_hamlet, hamlets.identifying),
}


def read(path: Path, kind: str) -> Reading:
    """Read the list of a kind (``households``, ``members``, ``voters``, ``hamlets``) from a file.

    Of several sheets the one counts whose header names the most columns; a hidden one only if no other is a
    list.

    Raises:
        SheetRefused: ``sheet.kind``, ``sheet.no_header``, ``sheet.several_lists`` where sheets can't be told
            apart, or as ``read_cells`` does; ``where`` is the file's name.

    Source: specification of commands, ``read``.
    """
    _list_of(kind, path.name)
    content = read_content(path)
    source = Source(path.name, hashlib.sha256(content).hexdigest())
    return read_sheets(cells_of(content, path.name), kind, source)


def read_sheets(sheets: tuple[Sheet, ...], kind: str, source: Source) -> Reading:
    """Read the list of a kind from the sheets of one file, as ``read`` does.

    Raises:
        SheetRefused: ``sheet.kind``, ``sheet.no_header`` or ``sheet.several_lists``.
    """
    list_ = _list_of(kind, source.name)
    sheet, first, lines = _best_sheet(sheets, list_, source.name)
    return _read_lines(sheet, lines, list_, _described(source, sheet, first))


def _list_of(kind: str, name: str) -> _List:
    list_ = _LISTS.get(kind)
    if list_ is None:
        raise SheetRefused("sheet.kind", where=name, kind=kind)
    return list_


def _best_sheet(sheets: tuple[Sheet, ...], list_: _List, name: str) -> tuple[Sheet, Header, tuple[Line, ...]]:
    """Return the sheet that holds the list, its first header and its rows of data."""
    found: dict[tuple[bool, int], list[tuple[Sheet, Header, tuple[Line, ...]]]] = {}
    for sheet in sheets:
        headers = find_headers(sheet, list_.columns)
        if headers:
            lines = data_lines(sheet, headers)
            rank = (bool(lines) and not sheet.hidden, max(len(header.columns) for header in headers))
            found.setdefault(rank, []).append((sheet, headers[0], lines))
    if not found:
        raise SheetRefused("sheet.no_header", where=name)
    best = found[max(found)]
    if len(best) > 1 and all(lines for _, _, lines in best):
        titles = ", ".join(sheet.title for sheet, _, _ in best)
        raise SheetRefused("sheet.several_lists", where=name, sheets=titles)
    return best[0]


def _read_lines(sheet: Sheet, lines: tuple[Line, ...], list_: _List, source: Source) -> Reading:
    rows: list[dict[str, Any]] = []
    notes: list[Note] = []
    refused: list[RefusedRow] = []
    first_seen: dict[tuple[object, ...], str] = {}
    merged = _merged_downwards(sheet)
    above: dict[int, Value] = {}
    numbers: list[int] = []
    places: dict[int, dict[str, str]] = {}
    header: Header | None = None
    letters: dict[str, str] = {}
    for line in lines:
        if header is None or line.header.columns != header.columns:
            above = {}
            letters = {key: column_letters(column) for key, column in line.header.columns.items()}
        header = line.header
        places[line.row] = {key: f"{over}{line.row}" for key, over in letters.items()}
        written = _spread(line, merged)
        values = resolved(written, above)
        record = Record(sheet, written, values)
        try:
            row = list_.read_row(record)
        except RowRefused as refusal:
            cells = {address(line.row, column): text_of(value) for column, value in line.cells.items()}
            refused.append(RefusedRow(line.row, refusal.code, cells))
        else:
            rows.append(row)
            numbers.append(line.row)
            if sheet.converted:
                notes += _legacy(sheet, line)
            notes += record.notes
            notes += _duplicate(record, list_.identifying(row), first_seen)
        above = values
    return Reading(
        tuple(rows),
        tuple(notes),
        tuple(refused),
        encoding=sheet.encoding,
        source=source,
        numbers=tuple(numbers),
        places=places,
    )


def _described(source: Source, sheet: Sheet, first: Header) -> Source:
    """Add to a source what stands around its list: the sheet's name, the titles, the headings."""
    titles = tuple(
        tidy(text_of(value)) for row in range(1, first.top) for value in sheet.filled(row).values()
    )
    keys = {column: key for key, column in first.columns.items()}
    headings = []
    for column in range(1, max(map(len, sheet.rows[first.top - 1 : first.bottom])) + 1):
        written = [text_of(sheet.value(row, column)) for row in range(first.top, first.bottom + 1)]
        text = tidy(" ".join(written))
        if text or column in keys:
            headings.append(Heading(column_letters(column), text, keys.get(column)))
    return replace(source, sheet=sheet.title, titles=titles, headings=tuple(headings))


def _duplicate(
    record: Record,
    identifying: tuple[str, tuple[object, ...]] | None,
    first_seen: dict[tuple[object, ...], str],
) -> list[Note]:
    if identifying is None:
        return []
    key, same = identifying
    cell = record.cell(key)
    first = first_seen.setdefault((key, *same), cell)
    return [] if first == cell else [Note(cell, "duplicate", text_of(record.value(key)), first)]


def _legacy(sheet: Sheet, line: Line) -> Iterator[Note]:
    """Note the row's cells that came from a legacy encoding, of the columns that are read."""
    for column in sorted(line.header.columns.values()):
        was = sheet.converted.get((line.row, column))
        if was is not None:
            yield Note(address(line.row, column), "legacy", was, text_of(sheet.value(line.row, column)))


def _merged_downwards(sheet: Sheet) -> dict[tuple[int, int], Value]:
    """Return the value that a range merged over several rows gives each of its lower cells."""
    return {
        (row, merge.left): sheet.value(merge.top, merge.left)
        for merge in sheet.merges
        for row in range(merge.top + 1, min(merge.bottom, len(sheet.rows)) + 1)
    }


def _spread(line: Line, merged: Mapping[tuple[int, int], Value]) -> Line:
    """Fill what several rows of a list share in one merged cell; never a name, a date or a number."""
    if not merged:
        return line
    cells = dict(line.cells)
    for key in _SPREAD_KEYS:
        column = line.header.columns.get(key)
        if column is not None and (line.row, column) in merged:
            cells.setdefault(column, merged[line.row, column])
    return Line(line.row, line.header, cells)
