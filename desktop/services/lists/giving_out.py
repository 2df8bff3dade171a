"""A list given out as a workbook that, read again, is the same list."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from desktop.models.store.session import writing
from desktop.services.lists.list_kind import ALL, Extent, Given, OfficeList
from desktop.services.office.files import prepared
from desktop.services.office.workplace import Workplace
from desktop.sheets.report import write_report
from desktop.vietnamese.partial_date import PartialDate
from desktop.wording import words


def give_out(
    workplace: Workplace,
    kind: OfficeList,
    path: Path,
    extent: Extent = ALL,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Write a list into a workbook under the headings by which it is read, and return how many rows it has.

    Text is never a formula. Numbers of identity cards stand there whole, with their zeros, so the log says
    that the list was given out before the file has its name; a birth says as much as is known.

    Args:
        workplace: the open office.
        kind: which list.
        path: of the workbook.
        extent: how much of it, and as of which day.
        progress: is told how many rows are written, of how many; whatever it raises leaves no file.

    Raises:
        RequestRefused: ``unknown.unit``, ``unknown.branch``, ``file.write``.
    """
    kind.guard(workplace)
    with ExitStack() as file, writing(workplace.database) as session:
        given = kind.given(workplace, session, extent)
        file.enter_context(prepared(path, _workbook(workplace, kind, given, progress)))
        workplace.note(session, f"{kind.name}.give_out", given.record)
        return len(given.rows)


def _workbook(
    workplace: Workplace, kind: OfficeList, given: Given, progress: Callable[[int, int], None] | None
) -> bytes:
    columns = (*kind.sheet.headings, *given.more)
    table: list[list[str | int | None]] = [
        [number, *(_written(row.get(key)) for key, _ in columns)] for number, row in enumerate(given.rows, 1)
    ]
    return write_report(
        kind.title,
        (words("list.number"), *(heading for _, heading in columns)),
        table,
        stamp=workplace.clock(),
        title_lines=(kind.title.upper(), given.place),
        progress=progress,
    )


def yes_or_no(value: bool | None) -> str:
    """Return how a list says yes, no, or that nobody said."""
    if value is None:
        return words("list.unsaid")
    return words("list.yes" if value else "list.no")


def _written(value: Any) -> str | int | None:
    if isinstance(value, PartialDate):
        return value.text()
    return value if value is None or isinstance(value, int) else str(value)
