"""What a file says beside the values of a row: hidden, struck out, remarked on, gone.

Nobody is left out for it; it is told before anything is stored.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import address, text_of
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.lines.moved_away import says_gone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.sheets.files.cells import Sheet
    from desktop.sheets.lists.lines.line import Line

HIDDEN, STRUCK, REMARK = "hidden", "struck", "remark"
CODES = frozenset({HIDDEN, STRUCK, REMARK})
# Long lists are looked through once, as one text in small letters.
_MAY_SAY = (
    "(",
    "chuy",
    "chết",
    "chêt",
    "mất",
    "cắt",
    "cat ",
    "trần",
    "đời",
    "khai t",
    "đi nơi",
    "xoá",
    "xóa",
)

# Behind a name "(đã chết)" is a remark, "(Ba Tư)" another name.
_BRACKET = re.compile(r"\(\s*(\w)")


class Beside:
    """What is said beside the rows of a sheet.

    Attributes:
        says_anything: of any row.

    Args:
        sheet: the sheet.
        texts: those of its rows, each once.
        before: what stands before the address of a cell.
    """

    def __init__(self, sheet: Sheet, texts: Iterable[str], before: str) -> None:
        self._sheet = sheet
        self._before = before
        self._struck = _by_row(sheet.struck)
        self._remarks = _by_row(sheet.remarks)
        self._texts_say = _may_say("\n".join(texts))
        self.says_anything = bool(sheet.hidden_rows or self._struck or self._remarks or self._texts_say)

    def notes(self, line: Line) -> Iterator[Note]:
        """Yield what is said beside a row, the row as a whole first; what is noted of its name once."""
        name = line.name
        if line.row in self._sheet.hidden_rows:
            yield self._note(line, name, HIDDEN, text_of(line.value(name)))
        if line.row in self._struck:
            struck = self._struck[line.row] & line.cells.keys()
            for column in sorted({name} if name in struck else struck):
                yield self._note(line, column, STRUCK, text_of(line.value(column)))
        for column in sorted(self._remarks.get(line.row, ())):
            yield self._note(line, column, REMARK, self._sheet.remarks[line.row, column])
        for column, value in line.cells.items() if self._texts_say else ():
            if isinstance(value, str) and _is_remark(value, is_name=column == name):
                yield self._note(line, column, REMARK, value)

    def _note(self, line: Line, column: int, code: str, now: str) -> Note:
        cell = f"{self._before}{address(line.row, column)}"
        return Note(cell, code, text_of(line.value(column)), now)


def _is_remark(text: str, *, is_name: bool) -> bool:
    """Tell whether a text is more than a value: of somebody who is gone, or in brackets behind a name."""
    bracket = _BRACKET.search(text) if is_name else None
    if bracket is not None and not bracket[1].isupper():
        return True
    return _may_say(text) and says_gone(text)


def _may_say(text: str) -> bool:
    small = text.lower()
    return any(sign in small for sign in _MAY_SAY)


def _by_row(places: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    found: defaultdict[int, set[int]] = defaultdict(set)
    for row, column in places:
        found[row].add(column)
    return dict(found)
