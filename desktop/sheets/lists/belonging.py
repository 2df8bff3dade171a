"""Which household each row of a list of members belongs to, and who of the rows heads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.headings.columns import NAME, label
from desktop.sheets.lists.kinds.household_members import HEAD, HOUSEHOLD, RELATION
from desktop.sheets.lists.kinds.households import HEADS
from desktop.vietnamese.text import spelling_key, tidy

if TYPE_CHECKING:
    from desktop.sheets.lists.reading import Reading


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where a row of a list of members belongs.

    Attributes:
        head: the head's name as the list says it; None where it doesn't.
        row: the number of the head's own row; None where the list has none.
        heads: this row is the head's own.
    """

    head: str | None
    row: int | None
    heads: bool


def says_head(relation: str | None) -> bool:
    """Tell whether a relation says that somebody is the head."""
    return label(relation) in HEADS


def belongings(reading: Reading) -> dict[int, Belonging]:
    """Return where each row taken belongs, by its number.

    Rows below each other are one household for as long as its number, or its head, is the same; without
    either, or where a second row says that somebody is the head of neighbours of one name, a household begins
    where the relation says so. A refused row keeps its place: who stands below a head that can't be read does
    not go to the household above.
    """
    rows: dict[int, dict[str, Any]] = dict(zip(reading.numbers, reading.rows, strict=True))
    for refused in reading.refused:
        told = reading.addresses.get(refused.row, {})
        rows[refused.row] = {key: refused.cells.get(cell) for key, cell in told.items()}
    found: dict[int, Belonging] = {}
    group: list[int] = []
    key: object = None
    headed = False
    for number in sorted(rows):
        row = rows[number]
        mark = _mark(reading, number, row)
        heads = says_head(row.get(RELATION))
        marked = mark[1:] != (None, None)
        begins = mark != key or (heads and headed and mark[1] is None) if marked else heads or key is None
        if begins or mark[0] != (key[0] if isinstance(key, tuple) else None):
            found |= _settled(rows, group)
            group, key, headed = [], mark, False
        group.append(number)
        headed |= heads
    found |= _settled(rows, group)
    return {number: found[number] for number in reading.numbers}


def _mark(reading: Reading, number: int, row: dict[str, Any]) -> tuple[str, str | None, str | None]:
    """Return what a row says of its household: its sheet, the number, the head's name."""
    sheet, _ = reading.place(number)
    head = spelling_key(row[HEAD]) if row.get(HEAD) else None
    return sheet, tidy(str(row[HOUSEHOLD])) if row.get(HOUSEHOLD) else None, head


def _settled(rows: dict[int, dict[str, Any]], group: list[int]) -> dict[int, Belonging]:
    if not group:
        return {}
    named = next((rows[number].get(HEAD) for number in group if rows[number].get(HEAD)), None)
    own = next((number for number in group if says_head(rows[number].get(RELATION))), None)
    if own is None and named is not None:
        key = spelling_key(named)
        own = next((number for number in group if spelling_key(rows[number].get(NAME) or "") == key), None)
    head = rows[own].get(NAME) if own is not None else named
    return {number: Belonging(head, own, number == own) for number in group}
