"""The tables of a web page while its tags come in, laid into one sheet.

Source: HTML, section 4.9.12 (forming a table); Microsoft Office HTML and XML Reference (``x:num``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop.errors import SheetRefused
from desktop.sheets.files.cells import LARGEST_AREA
from desktop.sheets.files.draft import Draft, Held
from desktop.sheets.files.markup import number
from desktop.sheets.files.web.tags import Tag

_SPACE = re.compile(r"[\s\xa0]+")
_BREAKS = ("br", "p", "div", "li")
_CELLS = ("td", "th")
_STRIKES = ("s", "strike", "del")
_MOST_COLUMNS = 1000
_MOST_ROWS = 65_534
_MOST_TAGS = 4_000_000
# A table takes the memory of some hundred cells.
_WORK_OF_TABLE = 200
# A number too long for its column is shown so, and holds more digits than it shows.
_ROUNDED = re.compile(r"-?[0-9][0-9.,]*E\+?[0-9]+", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^;]*:[^;]*line-through", re.IGNORECASE)


@dataclass(slots=True)
class _Cell:
    row: int
    column: int
    down: int
    across: int
    attributes: dict[str, str]
    pieces: list[str] = field(default_factory=list)
    struck: bool = False


@dataclass(slots=True)
class _Table:
    """A table; its rows and columns count from 0, and ``taken`` says in which row a column is free again."""

    draft: Draft
    rows: int = 0
    column: int = 0
    in_row: bool = False
    open: _Cell | None = None
    taken: dict[int, int] = field(default_factory=dict)


class Tables:
    """The tables of one page.

    Args:
        held: what the file's sheets hold together.
    """

    def __init__(self, held: Held) -> None:
        self._held = held
        # Spaces count as well, as long as they are held.
        self._text = Held(held.name)
        self._all: list[_Table] = []
        self._open: list[_Table] = []
        self._strikes = self._work = self._tags = 0

    @property
    def count(self) -> int:
        """How many tables have begun."""
        return len(self._all)

    def tag(self, tag: Tag) -> None:
        """Take in a tag.

        Raises:
            SheetRefused: ``sheet.too_wide`` for more tags, or places claimed by tags, than any list has.
        """
        self._tags += 1
        if self._tags > _MOST_TAGS:
            raise SheetRefused("sheet.too_wide", where=self._held.name)
        if tag.name == "table":
            self._table(tag)
        elif not self._open:
            return
        elif tag.name == "tr":
            self._end_row()
            if not tag.ends:
                self._begin_row(tag)
        elif tag.name in _CELLS:
            self._end_cell()
            if not tag.ends:
                self._begin_cell(tag)
        elif tag.name in _STRIKES:
            self._strikes = max(self._strikes + (-1 if tag.ends else 1), 0)
        elif tag.name in _BREAKS:
            self._append("\n")

    def text(self, text: str) -> None:
        """Take in text.

        Raises:
            SheetRefused: ``sheet.too_much_text``.
        """
        if self._open and self._open[-1].open is not None:
            self._text.add(0, len(text))
            self._append(_SPACE.sub(" ", text))
            if self._strikes and text.strip():
                self._open[-1].open.struck = True

    def draft(self) -> Draft:
        """Return the sheet, once the whole page has come in.

        Raises:
            SheetRefused: ``sheet.too_wide``.
        """
        while self._open:
            self._end_row()
            self._open.pop()
        whole = Draft(Held(self._held.name))
        for table in self._all:
            whole.below(table.draft)
        return whole

    def _table(self, tag: Tag) -> None:
        if not tag.ends:
            self._count(_WORK_OF_TABLE)
            self._all.append(_Table(Draft(self._held)))
            self._open.append(self._all[-1])
        elif self._open:
            self._end_row()
            self._open.pop()

    def _count(self, work: int) -> None:
        """Count the places that tags lay claim to; a page of few bytes may claim any number."""
        self._work += work
        if self._work > LARGEST_AREA:
            raise SheetRefused("sheet.too_wide", where=self._held.name)

    def _begin_row(self, tag: Tag) -> None:
        table = self._open[-1]
        table.in_row, table.column = True, 0
        if "display" in tag.written and _HIDDEN.search(tag.attributes().get("style", "")):
            table.draft.hidden_rows.add(table.rows + 1)

    def _end_row(self) -> None:
        self._end_cell()
        table = self._open[-1]
        if table.in_row:
            table.in_row, table.rows = False, table.rows + 1

    def _begin_cell(self, tag: Tag) -> None:
        table = self._open[-1]
        table.in_row = True
        attributes = tag.attributes() if tag.written else {}
        while table.taken.get(table.column, 0) > table.rows:
            self._count(1)
            table.column += 1
        across = min(max(number(attributes.get("colspan"), 1), 1), _MOST_COLUMNS)
        down = min(max(number(attributes.get("rowspan"), 1), 1), _MOST_ROWS)
        self._count(across)
        table.open = _Cell(table.rows, table.column, down, across, attributes)
        if down > 1:
            table.taken.update(dict.fromkeys(range(table.column, table.column + across), table.rows + down))
        table.column += across

    def _end_cell(self) -> None:
        table = self._open[-1]
        if table.open is not None:
            _put(table.draft, table.open)
            table.open = None

    def _append(self, text: str) -> None:
        cell = self._open[-1].open
        if cell is not None:
            cell.pieces.append(text)


def _put(draft: Draft, cell: _Cell) -> None:
    place = cell.row + 1, cell.column + 1
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(cell.pieces).split("\n"))
    text = "\n".join(line for line in lines if line)
    if error := cell.attributes.get("x:err"):
        draft.errors.add(place)
        text = text or error
    elif not text and "x:fmla" in cell.attributes and "x:str" not in cell.attributes:
        draft.no_value.add(place)
        draft.put(*place, None)
    if text:
        draft.put(*place, _whole(text, cell.attributes))
        if cell.struck or _STRUCK.search(cell.attributes.get("style", "")):
            draft.struck.add(place)
    if cell.down > 1 or cell.across > 1:
        draft.merge(*place, cell.down, cell.across)


def _whole(text: str, attributes: dict[str, str]) -> str | int | float:
    """Return what a cell holds where it shows a number rounded to its column's width."""
    held = attributes.get("x:num") or attributes.get("sdval")
    if not held or not _ROUNDED.fullmatch(text):
        return text
    try:
        value = float(held)
    except ValueError:
        return text
    return int(value) if value.is_integer() else value
