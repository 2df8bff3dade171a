"""Where a list begins: its header of one to three rows, and which column holds what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from desktop.sheets.files.cells import column_letters, merges_by_top, text_of
from desktop.sheets.lists.headings.columns import (
    BIRTH,
    FEMALE,
    GIVEN,
    IDENTITY,
    MALE,
    NAME,
    NUMBER,
    OLD_IDENTITY,
    Column,
    Headings,
    label,
    year_of,
)
from desktop.sheets.lists.headings.date_columns import date_parts, merged_parts, states_parts
from desktop.sheets.lists.headings.heading_rows import DEEPEST, keys_by_row
from desktop.sheets.lists.headings.likely import likely_header
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.sheets.files.cells import Merge, Sheet, Value

    # The merged ranges by their first row.
    _Merges: TypeAlias = Mapping[int, Sequence[Merge]]

_FEWEST_COLUMNS = 2
_SURNAME, _GIVEN = "ho", "ten"
_NUMBER_OF = "so"


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the rows it covers (both ends belong to it) and the column of each key.

    Attributes:
        births_by_sex: births stand under "Nam" and "Nữ" instead of in one column.
        begins_again: the columns at which the same headings begin again, to the right.
    """

    top: int
    bottom: int
    columns: Mapping[str, int]
    births_by_sex: bool
    begins_again: tuple[int, ...] = ()
    _width: int = field(init=False, repr=False, compare=False)
    _picked: Callable[[Sequence[Value]], tuple[Value, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_width", max(self.columns.values()))
        object.__setattr__(self, "_picked", itemgetter(*(column - 1 for column in self.columns.values())))

    def values_of(self, row: Sequence[Value]) -> dict[str, Value]:
        """Return the value of each column in a row's cells, None for an empty one; a row may end before."""
        cells = row if len(row) >= self._width else (*row, *[None] * (self._width - len(row)))
        return dict(zip(self.columns, self._picked(cells), strict=True))


def find_headers(
    sheet: Sheet, columns: tuple[Column, ...], said: Mapping[str, str | None] | None = None
) -> tuple[Header, ...]:
    """Return every header of a list in a sheet, from above: long lists repeat theirs on each page.

    A header names the column of names and at least one more. Where no heading is known to be the names' but a
    person says which column they are, it is the likely one.

    Args:
        sheet: of a file.
        columns: those of the list.
        said: the keys that a person gave columns by their headings, as ``heading_text`` returns them, else by
            their letters; None for a column that isn't to be read.
    """
    known, merges = Headings(columns), merges_by_top(sheet)
    keys = keys_by_row(sheet, known)
    headers: list[Header] = []
    for row in (row for row, found in enumerate(keys, start=1) if found):
        if not headers or row > headers[-1].bottom:
            header = _header_at(sheet, merges, row, known, keys, said or {})
            headers += [] if header is None else [header]
    if not headers and said and NAME in said.values():
        return _likely_headers(sheet, columns, said)
    return tuple(headers)


def columns_between(
    sheet: Sheet,
    columns: tuple[Column, ...],
    top: int,
    bottom: int,
    said: Mapping[str, str | None] | None = None,
) -> Mapping[str, int]:
    """Return the columns that the rows of a likely header name, by key; the names' need not be among them.

    Args:
        sheet: of a file.
        columns: those of the list.
        top: the header's first row.
        bottom: its last.
        said: as ``find_headers`` takes it.
    """
    return _columns_of(sheet, merges_by_top(sheet), top, bottom, Headings(columns), said or {})[0]


def _likely_headers(
    sheet: Sheet, columns: tuple[Column, ...], said: Mapping[str, str | None]
) -> tuple[Header, ...]:
    likely = likely_header(sheet, columns)
    if likely is None:
        return ()
    top, bottom = likely
    found = columns_between(sheet, columns, top, bottom, said)
    if NAME not in found:
        return ()
    first = Header(top, bottom, found, births_by_sex=False)
    # Of long lists each page repeats it.
    deep = bottom - top + 1
    head = sheet.rows[top - 1 : bottom]
    again = (
        row for row in range(bottom + 1, len(sheet.rows) + 1) if sheet.rows[row - 1 : row - 1 + deep] == head
    )
    return (first, *(replace(first, top=row, bottom=row + deep - 1) for row in again))


def heading_text(sheet: Sheet, top: int, bottom: int, column: int) -> str:
    """Return what a header of these rows says over a column, as it is written."""
    return tidy(" ".join(text_of(sheet.value(row, column)) for row in range(top, bottom + 1)))


def _header_at(
    sheet: Sheet,
    merges: _Merges,
    top: int,
    known: Headings,
    keys: Sequence[frozenset[str]],
    said: Mapping[str, str | None],
) -> Header | None:
    if not any(NAME in row_keys for row_keys in keys[top - 1 : top - 1 + DEEPEST]):
        # Rows of data name columns too: "Nam" is a heading.
        return None
    bottom = top
    while bottom - top + 1 < DEEPEST and _goes_on(sheet, merges, top, bottom, keys):
        below = keys[bottom]
        if NAME in below and keys[top - 1] - {MALE, FEMALE} <= below:
            # The row below says it all: above it stands data ("Nam", "Thôn") or the same header.
            break
        bottom += 1
    if not any(NAME in row_keys for row_keys in keys[top - 1 : bottom]):
        return None
    found, births_by_sex, again = _columns_of(sheet, merges, top, bottom, known, said)
    others = found.keys() - {NAME}
    # "Chủ hộ" and "Nam" in one row are what a row of people says, too.
    if NAME not in found or not others or others in ({MALE}, {FEMALE}):
        return None
    return Header(top, bottom, found, births_by_sex, again)


def _columns_of(
    sheet: Sheet,
    merges: _Merges,
    top: int,
    bottom: int,
    known: Headings,
    said: Mapping[str, str | None],
) -> tuple[dict[str, int], bool, tuple[int, ...]]:
    """Return the columns that rows of headings name, by key; births by sex; where the headings recur."""
    labels = {
        column: _labels(sheet, merges, top, bottom, column)
        for column in range(1, max(map(len, sheet.rows[top - 1 : bottom])) + 1)
    }
    parts = merged_parts(
        sheet, [one for row in range(top, bottom + 1) for one in merges.get(row, ())], bottom, known
    ) | date_parts(labels, known)
    found: dict[str, int] = dict(parts)
    births_by_sex = False
    heads = {column: head for column, over in labels.items() if (head := _head(over, known)) is not None}
    heads = dict(sorted((heads | _surnames(labels, heads, known)).items()))
    again = _begins_again(heads, known)
    for column, head in heads.items():
        key = known.key(head)
        if key is None or column in parts.values():
            continue
        if key == NAME and found.get(NAME) == column - 1:
            # One heading over two columns: surname and middle name | given name.
            key = GIVEN
        found.setdefault(key, column)
        if key in {MALE, FEMALE} and BIRTH in known.keys([*labels[column][:-1], _without_last_word(head)]):
            births_by_sex = True
    by_sex = births_by_sex and year_of(BIRTH) not in parts
    return _as_said(sheet, top, bottom, _with_cards(found), said), by_sex, again


def _with_cards(found: dict[str, int]) -> dict[str, int]:
    """Return the columns by key; the one column of cards is that of the identity, whichever card it names."""
    if IDENTITY in found:
        return found
    return {IDENTITY if key == OLD_IDENTITY else key: column for key, column in found.items()}


def _as_said(
    sheet: Sheet, top: int, bottom: int, found: dict[str, int], said: Mapping[str, str | None]
) -> dict[str, int]:
    """Return the columns by key as a person said: what they gave to one column no other has."""
    if not said:
        return found
    width = max(map(len, sheet.rows[top - 1 : bottom]))
    by_heading: dict[str, int] = {}
    for column in range(1, width + 1):
        by_heading.setdefault(heading_text(sheet, top, bottom, column) or column_letters(column), column)
    told = {by_heading[text]: key for text, key in said.items() if text in by_heading}
    kept = {key: at for key, at in found.items() if at not in told and key not in told.values()}
    kept |= {key: at for at, key in told.items() if key is not None}
    return dict(sorted(kept.items(), key=itemgetter(1)))


def _head(over: Sequence[str], known: Headings) -> str | None:
    """Return what heads a column: its last heading, or "Số" of what stands above that; None for neither."""
    if not over:
        return None
    heads = [over[-1], f"{_NUMBER_OF} {over[-2]}"] if over[-1] == _NUMBER_OF and len(over) > 1 else [over[-1]]
    return next((head for head in heads if known.key(head) is not None), None)


def _surnames(labels: Mapping[int, list[str]], heads: Mapping[int, str], known: Headings) -> dict[int, str]:
    """Return the columns left of "Tên …" that offices head with words of their own ("Họ, chữ lót")."""
    return {
        column - 1: _SURNAME
        for column, head in heads.items()
        if known.key(head) == NAME and head.startswith(_GIVEN)
        for over in (labels.get(column - 1),)
        if column - 1 not in heads and over and over[-1].split(" ")[0] == _SURNAME
    }


def _without_last_word(head: str) -> str:
    return head.rpartition(" ")[0]


def _begins_again(heads: Mapping[int, str], known: Headings) -> tuple[int, ...]:
    """Return where the running number recurs, if a heading of names follows each time."""
    if not heads or known.key(heads[min(heads)]) != NUMBER:
        return ()
    starts = [column for column, head in heads.items() if head == heads[min(heads)]]
    names = [column for column, head in heads.items() if known.key(head) == NAME]
    ends = [*starts[1:], max(heads) + 1]
    each = all(any(start <= name < end for name in names) for start, end in zip(starts, ends, strict=True))
    # One heading over two columns is surname and given name.
    apart = all(end - start > 1 for start, end in pairwise(starts))
    return tuple(starts[1:]) if each and apart else ()


def _goes_on(sheet: Sheet, merges: _Merges, top: int, row: int, keys: Sequence[frozenset[str]]) -> bool:
    """Tell whether the row below still belongs to a header, by merged cells or by its own headings."""
    if row >= len(sheet.rows):
        return False
    if any(row < merge.bottom for above in range(top, row + 1) for merge in merges.get(above, ())):
        return True
    if states_parts(map(label, sheet.rows[row])):
        return True
    below = keys[row]
    # "Chủ hộ" and "Dao" in one row of data are headings, too; a header doesn't say the same twice.
    new = below.difference({MALE, FEMALE}, *keys[top - 1 : row])
    return below >= {MALE, FEMALE} or len(new) >= _FEWEST_COLUMNS


def _labels(sheet: Sheet, merges: _Merges, top: int, bottom: int, column: int) -> list[str]:
    """Return the headings over a column from above; the last one tells what it holds."""
    labels = [label(_heading(sheet, merges, row, column)) for row in range(top, bottom + 1)]
    return [text for text in labels if text]


def _heading(sheet: Sheet, merges: _Merges, row: int, column: int) -> Value:
    """Return the heading in a cell; a merged range spreads its own to the right, not downwards."""
    for merge in merges.get(row, ()):
        if merge.left <= column <= merge.right:
            return sheet.value(row, merge.left)
    return sheet.value(row, column)
