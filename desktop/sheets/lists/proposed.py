"""Headings for cells that were copied without theirs: what each column is likely to be, by what it holds."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from desktop.sheets.lists.cells.flags import is_mark
from desktop.sheets.lists.cells.party_words import ORGANISATIONS
from desktop.sheets.lists.headings.columns import DATES, IDENTITY, NAME, SEX
from desktop.vietnamese.ethnic_groups import ETHNIC_GROUPS
from desktop.vietnamese.hamlet_kinds import KINDS
from desktop.vietnamese.sexes import sex_of
from desktop.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.sheets.lists.kinds.list_kind import ListKind

NUMBER_HEADING = "STT"
# Of so many cells in ten most of a column's say what it is; the others are slips.
_MOST, _OF = 7, 10
_SAMPLES = 200
_LONGEST_NUMBER = 5
_DATE = re.compile(r"(?:\d{1,2}[./-]){0,2}(?:1[89]|20)\d\d(?: 0?0:00(?::00)?)?")
_NUMBER = re.compile(r"[\d .]{9,20}")
_COUNT = re.compile(r"\d{1,4}")


# Of hamlets, and of organisations.
_KINDS = frozenset(map(fold, (*KINDS, *chain.from_iterable(ORGANISATIONS.values()))))


class Shape(StrEnum):
    """What the cells of a column look like."""

    EMPTY = "empty"
    NUMBER = "number"
    DATE = "date"
    SEX = "sex"
    ETHNIC = "ethnic"
    COUNT = "count"
    MARK = "mark"
    KIND = "kind"
    TEXT = "text"


_SHAPES = {
    "kind": Shape.KIND,
    IDENTITY: Shape.NUMBER,
    "card": Shape.NUMBER,
    SEX: Shape.SEX,
    "ethnic": Shape.ETHNIC,
    **dict.fromkeys(("especially_difficult", "head_is_member"), Shape.MARK),
    **dict.fromkeys(("members", "households", "congress", "list_number"), Shape.COUNT),
    **dict.fromkeys((*DATES, "starts_on", "until", "paper_on", "term_from", "term_to"), Shape.DATE),
}


def proposed_headings(kind: ListKind, rows: Sequence[Sequence[str]]) -> tuple[str | None, ...]:
    """Return what heads each column of copied cells, from the left; None for one that is like nothing.

    The list's own order holds where the cells fit it; else each column gets the first heading that is still
    free and that its cells look like. Running numbers may stand before all.
    """
    width = max(map(len, rows))
    some = rows[:_SAMPLES]
    columns = [[row[at].strip() for row in some if at < len(row) and row[at].strip()] for at in range(width)]
    numbered = bool(columns[0]) and _runs(columns[0])
    shapes = [shape_of(cells) for cells in columns[1 if numbered else 0 :]]
    keys = [key for key, _ in kind.headings]
    words = dict(kind.headings)
    found = list(keys[: len(shapes)]) if _fits(keys, shapes) else _alike(keys, shapes)
    headings = tuple(None if key is None else words[key] for key in found)
    return (NUMBER_HEADING, *headings) if numbered else headings


def shape_of(cells: Sequence[str]) -> Shape:
    """Tell what most of some cells look like."""
    if not cells:
        return Shape.EMPTY
    tests = (
        (Shape.SEX, lambda cell: sex_of(cell.capitalize()) is not None),
        (Shape.DATE, lambda cell: _DATE.fullmatch(cell) is not None),
        (Shape.NUMBER, lambda cell: _NUMBER.fullmatch(cell) is not None),
        (Shape.COUNT, lambda cell: _COUNT.fullmatch(cell) is not None),
        (Shape.MARK, is_mark),
        (Shape.KIND, lambda cell: fold(cell) in _KINDS),
        (Shape.ETHNIC, lambda cell: ETHNIC_GROUPS.official_of(cell) is not None),
    )
    for shape, is_like in tests:
        if sum(map(is_like, cells)) * _OF >= len(cells) * _MOST:
            return shape
    return Shape.TEXT


def _runs(cells: Sequence[str]) -> bool:
    """Tell whether cells are running numbers: digits alone, each one more than the one before."""
    digits = [cell.rstrip(".") for cell in cells]
    if not all(each.isdecimal() and len(each) <= _LONGEST_NUMBER for each in digits):
        return False
    numbers = list(map(int, digits))
    return all(after == before + 1 for before, after in pairwise(numbers))


def _of_key(key: str) -> Shape:
    return _SHAPES.get(key, Shape.TEXT)


def _fits(keys: Sequence[str], shapes: Sequence[Shape]) -> bool:
    """Tell whether columns stand in a list's own order; one that is empty fits anywhere."""
    if len(shapes) > len(keys):
        return False
    names = [shape for key, shape in zip(keys, shapes, strict=False) if key == NAME]
    return names == [Shape.TEXT] and all(
        shape in (_of_key(key), Shape.EMPTY) or (_of_key(key) is Shape.ETHNIC and shape is Shape.TEXT)
        for key, shape in zip(keys, shapes, strict=False)
    )


def _alike(keys: Sequence[str], shapes: Sequence[Shape]) -> list[str | None]:
    texts = [key for key in keys if _of_key(key) is Shape.TEXT]
    if texts.index(NAME) >= shapes.count(Shape.TEXT):
        # Of fewer texts than stand before the names the first is the names.
        texts = [NAME, *(key for key in texts if key != NAME)]
    free = [key for key in keys if _of_key(key) is not Shape.TEXT]
    found: list[str | None] = []
    for shape in shapes:
        pool = texts if shape is Shape.TEXT else free
        key = next((each for each in pool if _of_key(each) is shape), None)
        if key is not None:
            pool.remove(key)
        found.append(key)
    return found
