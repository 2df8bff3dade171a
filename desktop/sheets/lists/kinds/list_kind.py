"""A kind of list: its columns, how a row of it is read, what makes two rows the same one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from desktop.sheets.lists.cells.record import Record
from desktop.sheets.lists.headings.columns import Column
from desktop.sheets.lists.lines.line import Line

Identifying: TypeAlias = Callable[[dict[str, Any]], tuple[str, tuple[object, ...]] | None]


@dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list.

    Attributes:
        name: as commands and services name it.
        columns: those that its header may name.
        read_row: reads a row; raises ``RowRefused``.
        identifying: the key of a row's telling cell and what it tells; None if nothing does.
        as_a_whole: looks at all rows of a sheet, and marks those to be refused.
        headings: by key, what its columns are called where the program heads them itself, from the left: in
            a block that was copied without its header, and in a workbook that it gives out.
        work: whose the list is where one side of the office's work alone sees it: ``elections`` or
            ``party``; everybody's where empty.
    """

    name: str
    columns: tuple[Column, ...]
    read_row: Callable[[Record], dict[str, Any]]
    identifying: Identifying
    as_a_whole: Callable[[Sequence[Line]], Sequence[Line]] = tuple
    headings: tuple[tuple[str, str], ...] = ()
    work: Literal["", "elections", "party"] = ""
