"""The ballots of each box, typed in as they are counted, with what they come to together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.rules.reconciliation import BoxStock
from desktop.services.counting.meetings import BoxField
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.numerals import whole_number

FIELDS: tuple[BoxField, ...] = ("issued", "unused", "replaced", "collected")
TOTAL = "total"
_FIRST = 1
_MOST_DIGITS = 6


class StockTable(Table):
    """A line for each box and one for their sum.

    ``counted`` carries a box, the field that was typed and its figure; ``unreadable`` what is no number.

    Args:
        parent: the step.
    """

    counted = Signal(str, str, object)  # box, BoxField, int or None
    unreadable = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._may_edit = False
        self._doubted: frozenset[str] = frozenset()
        translate = QCoreApplication.translate
        words = (
            translate("StockTable", "Phát ra"),
            translate("StockTable", "Không dùng"),
            translate("StockTable", "Đổi do hỏng"),
            translate("StockTable", "Thu về"),
        )
        super().__init__(
            [
                Column(
                    translate("StockTable", "Hòm phiếu"),
                    lambda box: box_word(box.box),
                    weight=lambda box: "semibold" if box.box == TOTAL else "medium",
                ),
                *(
                    Column(
                        word,
                        _number(field),
                        width=92,
                        align="right",
                        state=partial(self._state, field),
                        editable=lambda box: self._may_edit and box.box != TOTAL,
                    )
                    for word, field in zip(words, FIELDS, strict=True)
                ),
            ],
            parent,
            key=lambda box: box.box,
        )
        self.setAccessibleName(self.tr("Phiếu theo từng hòm"))
        self.edited.connect(self._edit)
        self.pasted.connect(self._fill)

    def set_boxes(self, boxes: Sequence[BoxStock], doubted: Sequence[str], *, editable: bool) -> None:
        """Show boxes; ``doubted`` names the fields that do not fit, as ``stock.issued``."""
        self._may_edit = editable
        self._doubted = frozenset(field.removeprefix("stock.") for field in doubted)
        self.set_rows([*boxes, _sum(boxes)] if boxes else [])

    def go_to(self, field: str) -> None:
        """Go to the cell of a field in the main box."""
        name = field.removeprefix("stock.")
        if name in FIELDS:
            self.select(lambda box: box.box == "main", _FIRST + FIELDS.index(name))
            self.setFocus()

    def _edit(self, box: BoxStock, column: int, typed: str) -> None:
        number = read_number(typed)
        if number is False:
            self.unreadable.emit(typed)
            return
        self.counted.emit(box.box, FIELDS[column - _FIRST], number)

    def _fill(self, block: list[list[str]]) -> None:
        boxes = [box for box in self.rows() if box.box != TOTAL]
        row, left = self.currentIndex().row(), self.current_column() - _FIRST
        for box, line in zip(boxes[row:], block, strict=False):
            fields = FIELDS[max(left, 0) : max(left, 0) + len(line)]
            numbers = [read_number(text) for text in line]
            if False in numbers:
                self.unreadable.emit(line[numbers.index(False)])
                return
            for field, number in zip(fields, numbers, strict=False):
                self.counted.emit(box.box, field, number)

    def _state(self, field: str, box: BoxStock) -> State | None:
        return State("wrong") if field in self._doubted and box.box == TOTAL else None


def read_number(typed: str) -> int | Literal[False] | None:
    """Read a whole number; None for nothing, False for what is no number."""
    if not typed.strip():
        return None
    number = whole_number(typed, _MOST_DIGITS)
    return False if number is None else number


def box_word(box: str) -> str:
    """Return what a box is called."""
    translate = QCoreApplication.translate
    if box == TOTAL:
        return translate("StockTable", "Cộng")
    if box == "main":
        return translate("StockTable", "Hòm chính")
    _, _, number = box.partition("-")
    word = translate("StockTable", "Hòm lưu động")
    return f"{word} {number}" if number else word


def _number(field: str) -> Callable[[BoxStock], str]:
    def text(box: BoxStock) -> str:
        value = getattr(box, field)
        return "" if value is None else str(value)

    return text


def _sum(boxes: Sequence[BoxStock]) -> BoxStock:
    totals = {}
    for field in ("printed", *FIELDS):
        counted = [value for box in boxes if (value := getattr(box, field)) is not None]
        totals[field] = sum(counted) if counted else None
    return BoxStock(TOTAL, **totals)
