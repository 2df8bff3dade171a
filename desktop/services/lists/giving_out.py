"""A list given out as a workbook that, read again, is the same list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.office.workplace import Workplace
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.report import write_report
from desktop.vietnamese.partial_date import PartialDate
from desktop.wording import words


def list_workbook(
    workplace: Workplace,
    kind: ListKind,
    title: str,
    place: str,
    rows: Sequence[Mapping[str, Any]],
    more: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Write a list under the headings by which it is read, with running numbers.

    Text is never a formula, an identity number keeps its zeros, a birth says as much as is known.

    Args:
        workplace: the open office.
        kind: of the list.
        title: the line above it, and the name of its sheet.
        place: the line below the title: a hamlet or commune by kind and name.
        rows: the values of each row by the keys of the kind's headings.
        more: keys and headings of columns besides.
    """
    columns = (*kind.headings, *more)
    table: list[list[str | int | None]] = [
        [number, *(_written(row.get(key)) for key, _ in columns)] for number, row in enumerate(rows, 1)
    ]
    headings = (words("list.number"), *(heading for _, heading in columns))
    return write_report(title, headings, table, stamp=workplace.clock(), title_lines=(title.upper(), place))


def yes_or_no(value: bool | None) -> str:
    """Return how a list says yes, no, or that nobody said."""
    if value is None:
        return words("list.unsaid")
    return words("list.yes" if value else "list.no")


def _written(value: Any) -> str | int | None:
    if isinstance(value, PartialDate):
        return value.text()
    return value if value is None or isinstance(value, int) else str(value)
