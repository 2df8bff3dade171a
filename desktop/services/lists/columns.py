"""The columns of a list's file: what heads each, what it holds, as what it is read and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Protocol

from desktop.services.lists.account import masked
from desktop.services.lists.sources import Said
from desktop.sheets.files.cells import column_letters, text_of
from desktop.sheets.lists.cells.beside import HIDDEN, REMARK, STRUCK
from desktop.sheets.lists.headings.columns import IDENTITY
from desktop.sheets.lists.kinds.known import list_kind
from desktop.sheets.lists.lines.passed import UNNAMED
from desktop.sheets.lists.reading import ListFile, Reading
from desktop.sheets.lists.source import Source

_SAMPLES = 3
_REPAIRED = 3
# What is told of a cell whose text stays as it is.
_ONLY_SAID = frozenset({"duplicate", HIDDEN, STRUCK, REMARK})


class ColumnWhy(StrEnum):
    """Why a column is read as it is: its heading, its cells, a person's word, or that the list has none."""

    CELLS = "cells"
    HEADING = "heading"
    SAID = "said"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a list's first sheet.

    Attributes:
        letter: of the column.
        heading: as it is written; empty where it has none.
        said_by: by what a person's word for it is kept.
        key: as what it is read; None where it isn't.
        why: how that is known.
        samples: what its first three cells say; identity numbers are masked.
        repairs: codes of what was repaired in its cells, each with how often, the most frequent first.
        repaired: the first of its cells that say something else now, before and after; numbers are masked.
    """

    letter: str
    heading: str
    said_by: str
    key: str | None
    why: ColumnWhy
    samples: tuple[str, ...]
    repairs: tuple[tuple[str, int], ...]
    repaired: tuple[tuple[str, str], ...] = ()

    @property
    def waits(self) -> bool:
        """Whether nobody knows what it is, and no person said that it isn't read."""
        return self.why is ColumnWhy.UNREAD


class Opened(Protocol):
    """What was opened and read, whatever is made of it: rows of a register, or mergers of hamlets."""

    @property
    def kind(self) -> str:
        """The list, by its name."""

    @property
    def source(self) -> Source:
        """Which file it is, and what stands around the list there."""

    @property
    def whole(self) -> Reading:
        """All that it holds."""

    @property
    def file(self) -> ListFile | None:
        """What was opened, to be read anew; None for what was read without its file."""

    @property
    def said(self) -> Said:
        """What a person said of how it is read."""


def waiting_columns(shown: Opened) -> tuple[str, ...]:
    """Return the letters of the columns that nobody knows, and of which no person said anything."""
    said = shown.said.columns
    return tuple(
        one.column
        for one in shown.source.headings
        if one.key is None and (one.text or one.column) not in said
    )


def columns_of(shown: Opened) -> tuple[ColumnView, ...]:
    """Return the columns of a file or block that was opened; none of one that was read without its file."""
    source, reading = shown.source, shown.whole
    if shown.file is None or not source.sheets:
        return ()
    first = source.sheets[0]
    sheet = next(each for each in shown.file.sheets if each.title == first.name)
    rows = [reading.place(number)[1] for number in reading.numbers[:_SAMPLES]]
    rows = rows or [line.row for line in reading.passed if line.code == UNNAMED][:_SAMPLES]
    letters = {column_letters(at): at for at in range(1, max(map(len, sheet.rows), default=0) + 1)}
    repairs: dict[str, Counter[str]] = {}
    repaired: dict[str, dict[str, str]] = {}
    for note in reading.notes:
        letter = note.cell.rpartition("!")[2].rstrip("0123456789")
        repairs.setdefault(letter, Counter())[note.code] += 1
        cells = repaired.setdefault(letter, {})
        if len(cells) < _REPAIRED and note.code not in _ONLY_SAID and note.was != note.now:
            cells.setdefault(note.was, note.now)
    views = []
    for heading in source.headings:
        said_by = heading.text or heading.column
        said = said_by in shown.said.columns
        named = ColumnWhy.HEADING if shown.file.headed else ColumnWhy.CELLS
        unread = ColumnWhy.UNREAD if heading.key is None else named
        at = letters.get(heading.column, 0)
        samples = tuple(masked(text_of(sheet.value(row, at))) for row in rows) if at else ()
        views.append(
            ColumnView(
                heading.column,
                heading.text,
                said_by,
                heading.key,
                ColumnWhy.SAID if said else unread,
                samples,
                tuple(repairs.get(heading.column, Counter()).most_common()),
                tuple((masked(was), masked(now)) for was, now in repaired.get(heading.column, {}).items()),
            )
        )
    return tuple(views)


@cache
def bears_numbers(kind: str) -> bool:
    """Tell whether a list of a kind, as it is given out, bears numbers of identity cards."""
    return IDENTITY in dict(list_kind(kind, "").headings)


@cache
def column_words(kind: str) -> Mapping[str, str]:
    """Return as what the columns of a list of a kind may be read: what each is called, by its key."""
    return {column.key: column.word for column in list_kind(kind, "").columns}
