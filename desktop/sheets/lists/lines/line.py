"""One row under a header: its filled cells, and what can be told of it at a glance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import filled, text_of
from desktop.sheets.lists.headings.columns import GIVEN, NAME, NUMBER
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.sheets.files.cells import Sheet, Value
    from desktop.sheets.lists.headings.header import Header

ERROR_CELL, NO_VALUE = "error_cell", "no_value"
# How many people or households: what totals state beside their words.
COUNTS = ("members", "households")

# Text files may arm their numbers: ="1".
_RUNNING_NUMBER = re.compile(r"""(?:="|')?[0-9]+[.)]?"?""")


# Not frozen: a list has thousands, and each would take twice its time to make.
@dataclass(slots=True)
class Line:
    """A row of a sheet; nobody changes one, ``replace`` makes another.

    Attributes:
        row: its number in the sheet.
        header: what it stands under.
        values: its cells, from column A on; those behind the last may be left out.
        wrong: the columns whose value nobody knows: ``error_cell``, or ``no_value`` for a formula.
        refusal: why the row waits for a person, told from the list as a whole; None if it doesn't.
        numbered: it has a running number; a formula may well stand for one.
    """

    row: int
    header: Header
    values: Sequence[Value]
    wrong: Mapping[int, str] = field(default_factory=dict)
    refusal: str | None = None
    numbered: bool = False
    _cells: dict[int, Value] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def name(self) -> int:
        """The column of names."""
        return self.header.columns[NAME]

    @property
    def cells(self) -> dict[int, Value]:
        """Its filled cells, by column; put together when first asked for, as most rows never are."""
        if self._cells is None:
            self._cells = filled(self.values)
        return self._cells

    @classmethod
    def of(cls, row: int, header: Header, values: Sequence[Value], wrong: Mapping[int, str]) -> Line:
        """Return a row under its header."""
        return cls(row, header, values, wrong, None, _is_numbered(header, values, wrong))

    def value(self, column: int) -> Value:
        """Return the value in a column; None for an empty cell."""
        return self.values[column - 1] if 0 < column <= len(self.values) else None

    def has(self, key: str) -> bool:
        """Tell whether the cell of a key holds something, even if nobody knows what."""
        column = self.header.columns.get(key)
        if column is None:
            return False
        # Asked of every row; calling ``value`` would take its time.
        return (column <= len(self.values) and self.values[column - 1] is not None) or column in self.wrong

    def is_named(self) -> bool:
        """Tell whether a cell of the name is filled."""
        return self.has(NAME) or self.has(GIVEN)

    def width(self) -> int:
        """Count the cells that hold something."""
        filled_ones = len(self.values) - self.values.count(None)
        return (
            filled_ones + sum(self.value(column) is None for column in self.wrong)
            if self.wrong
            else filled_ones
        )

    def words(self) -> str:
        """Return what the row says."""
        return words_of(self.values)

    def data(self) -> Iterator[tuple[int, Value]]:
        """Yield the filled cells of the columns that are read, but for the running number."""
        known = {column for key, column in self.header.columns.items() if key != NUMBER}
        return ((column, value) for column, value in self.cells.items() if column in known)


def _is_numbered(header: Header, values: Sequence[Value], wrong: Mapping[int, str]) -> bool:
    column = header.columns.get(NUMBER)
    if column is None or column in wrong:
        return column in wrong
    value = values[column - 1] if column <= len(values) else None
    if value is None or type(value) is int:
        return value is not None and value >= 0
    return _RUNNING_NUMBER.fullmatch(tidy(text_of(value))) is not None


def headers_of(lines: Iterable[Line]) -> list[Header]:
    """Return the headers that rows stand under, each once."""
    return list({id(line.header): line.header for line in lines}.values())


def names_of(lines: Iterable[Line]) -> list[str]:
    """Return the text of each row's cell of the name."""
    values = (line.value(line.header.columns[NAME]) for line in lines)
    return [value if isinstance(value, str) else text_of(value) for value in values]


def texts_of(sheet: Sheet, lines: Iterable[Line]) -> list[str]:
    """Return the texts that stand in rows of a sheet, each once: to be looked at in place of the rows."""
    values: set[Value] = set().union(*[sheet.rows[line.row - 1] for line in lines if line.values])
    return [value for value in values if isinstance(value, str)]


def words_of(values: Iterable[Value]) -> str:
    """Return the text of the filled ones among cells, one behind the other."""
    return " | ".join(tidy(text_of(value)) for value in values if value is not None)


def wrong_cells(sheet: Sheet) -> dict[int, dict[int, str]]:
    """Return the cells whose value nobody knows, by row and column."""
    found: dict[int, dict[int, str]] = {}
    for cells, code in ((sheet.errors, ERROR_CELL), (sheet.no_value, NO_VALUE)):
        for row, column in cells:
            found.setdefault(row, {})[column] = code
    return found
