"""The rows of a list, sheet after sheet, into clean rows, notes and refusals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from desktop.long_work import counted
from desktop.sheets.files.cells import address, column_letters, text_of
from desktop.sheets.lists.addresses import CellAddresses
from desktop.sheets.lists.cells.beside import Beside
from desktop.sheets.lists.cells.date_order import date_orders
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.cells.person_name import without_title
from desktop.sheets.lists.cells.record import Record
from desktop.sheets.lists.cells.refusal import RefusedRow, RowRefused
from desktop.sheets.lists.headings.columns import NUMBER
from desktop.sheets.lists.lines.dittos import are_none, resolved, values_of
from desktop.sheets.lists.lines.line import names_of, texts_of
from desktop.sheets.lists.lines.spread import merged_downwards, spread
from desktop.sheets.lists.lines.two_cards import Cards
from desktop.wording import words

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Value
    from desktop.sheets.lists.headings.header import Header
    from desktop.sheets.lists.kinds.list_kind import ListKind
    from desktop.sheets.lists.lines.line import Line
    from desktop.sheets.lists.list_sheets import ListSheet

# Names with a title before them: at least so many, and so many of ten.
_FEWEST, _MOSTLY = 3, 8


class RowReader:
    """Reads the sheets of a list one after the other.

    Attributes:
        rows: the rows taken so far, with their ``numbers``.
        notes: the repairs in them.
        refused: the rows not taken.
        addresses: by number of a row the address of its cell for each key.

    Args:
        kind: of the list.
        today: the day of reading, after which nobody is born.
    """

    def __init__(self, kind: ListKind, today: dt.date) -> None:
        self._kind = kind
        self._today = today
        self._first_seen: dict[tuple[object, ...], int] = {}
        self.rows: list[dict[str, Any]] = []
        self.numbers: list[int] = []
        self.notes: list[Note] = []
        self.refused: list[RefusedRow] = []
        self.addresses = CellAddresses()

    def read(self, one: ListSheet, above: int, *, named: bool) -> int:
        """Read a sheet, and return how many of its rows stand in the sheets before it.

        Args:
            one: the sheet, its headers and lines.
            above: how many rows lie in the sheets before it.
            named: addresses are named with the sheet.
        """
        sheet = one.sheet
        before = f"{sheet.title}!" if named else ""
        merged = merged_downwards(sheet)
        titled = _has_titles(one.lines)
        orders = date_orders(one.lines, date1904=sheet.date1904)
        values: dict[str, Value] = {}
        header: Header | None = None
        lettered: Header | None = None
        letters: dict[str, str] = {}
        texts = texts_of(sheet, one.lines)
        cards, beside = Cards(), Beside(sheet, texts, before)
        no_dittos = are_none(texts) and not merged
        dittos: Collection[str] = ()
        copied = 0
        for listed in counted(self._kind.as_a_whole(one.lines), words("list.reading")):
            if listed.header is not header:
                if header is None or listed.header.columns != header.columns:
                    values = {}
                header = listed.header
            line, number = cards.chosen(listed), above + listed.row
            if line.header is not lettered:
                lettered = line.header
                letters = {key: f"{before}{column_letters(at)}" for key, at in lettered.columns.items()}
            self.addresses.add(number, line.row, letters)
            written = spread(line, merged) if merged else line
            if no_dittos:
                values = values_of(written)
            else:
                values, dittos = resolved(written, values)
            record = Record(sheet, written, values, dittos, letters, self._today, orders, titled)
            try:
                if line.wrong or line.refusal is not None:
                    _refuse_unknown(line)
                row = self._kind.read_row(record)
            except RowRefused as refusal:
                cells = {
                    f"{before}{address(line.row, column)}": text_of(line.value(column))
                    for column in sorted(line.cells.keys() | line.wrong.keys())
                }
                self.refused.append(RefusedRow(number, refusal.code, cells))
                continue
            self.rows.append(row)
            self.numbers.append(number)
            if sheet.converted:
                self.notes += _legacy(record)
            self.notes += record.notes
            if beside.says_anything:
                self.notes += beside.notes(listed)
            copied += self._is_copy(record, row, number, above)
        return copied

    def _is_copy(self, record: Record, row: dict[str, Any], number: int, above: int) -> bool:
        """Note a row that says the same as one before; tell whether that stands in an earlier sheet."""
        identifying = self._kind.identifying(row)
        if identifying is None:
            return False
        key, same = identifying
        first = self._first_seen.setdefault((key, *same), number)
        if first == number:
            return False
        cell = self.addresses[first][key]
        self.notes.append(Note(record.cell(key), "duplicate", text_of(record.value(key)), cell))
        return first <= above


def _refuse_unknown(line: Line) -> None:
    """Refuse a row that waits for a person, or with a cell of the list that nobody knows.

    Raises:
        RowRefused: ``bare_name``, ``error_cell`` or ``no_value``.
    """
    for key, column in line.header.columns.items():
        if column in line.wrong and key != NUMBER:
            raise RowRefused(line.wrong[column])
    if line.refusal is not None:
        raise RowRefused(line.refusal)


def _legacy(record: Record) -> Iterator[Note]:
    """Note the row's cells that came from a legacy encoding, of the columns that are read."""
    row = record.line.row
    for key, column in sorted(record.line.header.columns.items(), key=lambda item: item[1]):
        was = record.sheet.converted.get((row, column))
        if was is not None:
            yield Note(record.cell(key), "legacy", was, text_of(record.sheet.value(row, column)))


def _has_titles(lines: Sequence[Line]) -> bool:
    """Tell whether nearly all names have a title before them: Ông is a surname, too."""
    names = names_of(lines)
    titled = sum(without_title(name) != name for name in names if name[:1] in "ÔôBb ")
    return titled >= _FEWEST and titled * 10 >= len(names) * _MOSTLY
