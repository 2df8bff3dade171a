"""A table whose first column stays where it is while the others scroll sideways beneath it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.table.cell_painter import CellPainter
from desktop.ui.widgets.table.columns import Column, Index
from desktop.ui.widgets.table.table import Table, say_whole

_FIRST = 0


class FrozenTable(Table):
    """A table of many columns: whose row it is stays in sight. Arguments are those of a table.

    A second view on the same rows, selected in the same way, lies over the first column while the table
    scrolls sideways.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        row_height: int | None = None,
        key: Callable[[Any], Hashable] | None = None,
    ) -> None:
        self._first: _First | None = None
        super().__init__(columns, parent, row_height=row_height, key=key)
        self._first = _First(self, len(columns))
        self.horizontalHeader().sectionResized.connect(self._place)
        self.horizontalScrollBar().rangeChanged.connect(self._place)
        self.horizontalScrollBar().valueChanged.connect(self._place)

    def updateGeometries(self) -> None:
        """Lay the first column over its own place."""
        super().updateGeometries()
        self._place()

    def scrollTo(
        self,
        index: Index | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, out from under the first column."""
        super().scrollTo(index, hint)
        if self._first is None or not self._first.isVisible() or index.column() == _FIRST:
            return
        hidden = self.columnWidth(_FIRST) - self.columnViewportPosition(index.column())
        if hidden > 0:
            across = self.horizontalScrollBar()
            across.setValue(across.value() - hidden)

    def _place(self) -> None:
        if self._first is not None:
            self._first.lie_over(scrolls=self.horizontalScrollBar().maximum() > 0)


class _First(QTableView):
    """The first column of a table once more; what is done in it is done in the table."""

    def __init__(self, table: Table, columns: int) -> None:
        super().__init__(table)
        self._table = table
        self.setProperty("kind", "frozen")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(CellPainter(table, lambda _index, _text: None))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(table.selectionMode())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number in range(_FIRST + 1, columns):
            self.setColumnHidden(number, True)
        across, down, other = self.horizontalHeader(), self.verticalHeader(), table.verticalHeader()
        across.setFixedHeight(table.horizontalHeader().height())
        across.setMinimumSectionSize(table.horizontalHeader().minimumSectionSize())
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(other.minimumSectionSize())
        down.setDefaultSectionSize(other.defaultSectionSize())
        other.sectionResized.connect(lambda row, _, height: self.setRowHeight(row, height))
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.doubleClicked.connect(table.doubleClicked)
        self.hide()

    def lie_over(self, *, scrolls: bool) -> None:
        """Lie over the first column of a table that scrolls sideways, else nowhere."""
        table = self._table
        self.setVisible(scrolls)
        if not scrolls:
            return
        edge = table.frameWidth()
        width = self._width()
        self.setColumnWidth(_FIRST, width)
        height = table.horizontalHeader().height() + table.viewport().height()
        self.setGeometry(edge, edge, width, height)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def _width(self) -> int:
        """Return the column's width, up to where the next one begins: half a figure is another."""
        table = self._table
        width = table.columnWidth(_FIRST)
        cut = table.columnAt(width)
        if cut <= _FIRST or table.columnViewportPosition(cut) == width:
            return width
        return table.columnViewportPosition(cut) + table.columnWidth(cut)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row with the keyboard in the table."""
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the table."""
        self._table.wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the column, and where the others vanish beneath it."""
        super().paintEvent(event)
        port = self.viewport()
        with QPainter(port) as painter:
            painter.fillRect(port.width() - 1, 0, 1, port.height(), style.colour("line_strong"))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the whole of a cell that is cut, where the pointer rests."""
        return say_whole(self, event) or super().viewportEvent(event)
