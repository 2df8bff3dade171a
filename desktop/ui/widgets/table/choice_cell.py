"""A choice in a table: a box drawn in the cell of every row, and the list that opens over the row in hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPen, QShortcut

from desktop.ui.widgets import icons, style
from desktop.ui.widgets.fields.choice import Combo
from desktop.ui.widgets.table.columns import Index
from desktop.ui.widgets.table.table import Table

_PAD = 8
_BESIDE = 28  # pixels beside the words of the open list: its edge, padding and bar


@dataclass(frozen=True, slots=True)
class Chosen:
    """The word of what is chosen; amber where a person is still to choose."""

    word: str
    waits: bool = False

    def behind(self) -> int:
        """Return 0: nothing is aligned."""
        return 0

    def paint(self, painter: QPainter, room: QRect, behind: int) -> None:
        """Draw the box, the word and the arrow."""
        del behind
        box, side, radius = _box_in(room), style.size("icon_small"), style.size("radius_small")
        painter.setPen(QPen(style.colour("amber" if self.waits else "line_strong"), 1))
        painter.setBrush(style.colour("amber_soft" if self.waits else "page"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        ink = "amber" if self.waits else "ink"
        arrow = QRect(box.right() - side - _PAD + 1, box.center().y() - side // 2 + 1, side, side)
        icons.icon("caret-down", ink if self.waits else "ink_2").paint(painter, arrow)
        painter.setFont(style.font("body"))
        painter.setPen(style.colour(ink))
        words = QRect(box.left() + _PAD, box.top(), arrow.left() - box.left() - 2 * _PAD + 4, box.height())
        shown = painter.fontMetrics().elidedText(self.word, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class CellChoice(Combo):
    """The list over the cell of the current row: Enter, Alt+Down or a click in the column opens it.

    ``chosen`` carries the value; the keyboard then stands in the table again. Esc chooses nothing.

    Args:
        table: whose rows have the choice.
        column: the number of its column.
        value: what is chosen in a row; one that isn't offered is no choice yet.
    """

    chosen = Signal(object)

    def __init__(self, table: Table, column: int, value: Callable[[Any], object]) -> None:
        super().__init__(table.viewport())
        self._table, self._column, self._value = table, column, value
        self._values: tuple[object, ...] = ()
        self.setProperty("kind", "cell")
        self.setMaxVisibleItems(12)
        self.activated.connect(self._choose)
        self.hide()
        table.opened.connect(lambda _: self.open_list())
        table.clicked.connect(self._clicked)
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Alt+Down"), table, context=near).activated.connect(self.open_list)

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer values with their words, in order."""
        self._values = tuple(value for value, _ in choices)
        self.clear()
        self.addItems([word for _, word in choices])
        metrics = QFontMetrics(style.font("body"))
        widest = max((metrics.horizontalAdvance(word) for _, word in choices), default=0)
        self.view().setMinimumWidth(widest + _BESIDE)

    def open_list(self) -> None:
        """Open the list over the cell of the current row."""
        row = self._table.current()
        if row is None or not self._values or self.view().isVisible():
            return
        here = self._table.model().index(self._table.currentIndex().row(), self._column)
        self._table.scrollTo(here)
        self.setAccessibleName(str(here.data(Qt.ItemDataRole.AccessibleTextRole)))
        value = self._value(row)
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        cell = self._table.visualRect(here)
        self.setGeometry(_box_in(cell.adjusted(_PAD, 0, -_PAD, -1)))
        self.show()
        self.showPopup()

    def hidePopup(self) -> None:
        """Give the keyboard back to the table."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._leave)  # what was chosen is told first

    def _leave(self) -> None:
        if self.isVisible() and not self.view().isVisible():
            self.hide()
            self._table.setFocus(Qt.FocusReason.PopupFocusReason)

    def _clicked(self, index: Index) -> None:
        if index.column() == self._column:
            self.open_list()

    def _choose(self, number: int) -> None:
        row = self._table.current()
        if row is not None and self._values[number] != self._value(row):
            self.chosen.emit(self._values[number])


def _box_in(room: QRect) -> QRect:
    high = style.size("choice")
    return QRect(room.left(), room.top() + (room.height() - high) // 2, room.width(), high)
