"""The one table of the window: a list of columns over frozen rows, worked with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.table import clipboard
from desktop.ui.widgets.table.cell_painter import CellPainter
from desktop.ui.widgets.table.columns import CELL, Column, Group, Index, Rows
from desktop.ui.widgets.table.open_box import Typing, open_box
from desktop.ui.widgets.table.whole_rows import WholeRows
from desktop.ui.widgets.table.widths import keep_names_readable, leave_out

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Table(WholeRows):
    """Rows with a header.

    Arrows, Home and End move; Enter or a double click opens; F2 or typing edits where a cell can be typed in;
    Enter in the box goes down, Tab right; Ctrl+C copies, Ctrl+V pastes a block.

    Args:
        columns: what the table shows.
        parent: the page.
        row_height: in pixels, of a board where left out; tokens ``row_entry`` and ``row_two_lines`` else.
        key: what stays of a row when the rows come anew, so that the keyboard and what is being typed stay
            with it; without one they stay at their place.
    """

    chosen = Signal(object)  # the current row changed
    opened = Signal(object)  # Enter or double click on a row
    edited = Signal(object, int, str)  # row, column, what was typed
    pasted = Signal(list)  # list[list[str]], from the current cell on

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QWidget | None = None,
        *,
        row_height: int | None = None,
        key: Callable[[Any], Hashable] | None = None,
    ) -> None:
        super().__init__(parent)
        self._rows = Rows(columns, key)
        self._row_height = max(row_height or style.size("row"), style.text_size("body") + 14)
        self._hugs = False
        self._asks_for_few = False
        self._least_rows = self._beside_rows = 2
        self._grows = False
        self._said_where_empty = ""
        self._last: object = None
        self._takes_blocks = False
        self._editable = any(column.editable is not None for column in columns)
        self.setProperty("kind", "table")
        self.setModel(self._rows)
        painter = CellPainter(self, self._take)
        painter.moved.connect(self._move)
        self.setItemDelegate(painter)
        self._painter = painter
        self._dress(columns)
        self.doubleClicked.connect(self._open)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the current row, and what is being typed in it, stay."""
        row, column = self.currentIndex().row(), max(self.currentIndex().column(), 0)
        key = self._rows.key(row) if row >= 0 else None
        groups = [number for number in range(self._rows.rowCount()) if self._rows.is_group(number)]
        box = open_box(self)
        typing = Typing(box) if box is not None and self._rows.rowCount() else None
        if not self._rows.set_rows(rows):
            self.clearSpans()
            for number in groups:
                self.setRowHeight(number, self._row_height)
            for number in range(self._rows.rowCount()):
                if self._rows.is_group(number):
                    self.setSpan(number, 0, 1, len(self._rows.columns))
                    self.setRowHeight(number, style.size("row_group"))
            found = self._rows.find(key)
            if self._rows.rowCount():
                self._go(max(row, 0) if found is None else found, column)
            if typing is not None and found is not None:
                self._reopen(typing)
        self.updateGeometry()
        if self._hugs:
            self.setMaximumHeight(self._content_height())
        self._tell()

    def rows(self) -> tuple[Any, ...]:
        """Return all rows in their order."""
        return self._rows.rows()

    def current(self) -> Any | None:
        """Return the current row; None in an empty table."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def select(self, predicate: Callable[[Any], bool], column: int | None = None) -> bool:
        """Go to the first row that fits, and there to a column; False where there is none."""
        for number, row in enumerate(self._rows.rows()):
            if not isinstance(row, Group) and predicate(row):
                self._go(number, max(self.currentIndex().column(), 0) if column is None else column)
                return True
        return False

    def walk(self, wanted: Callable[[Any], bool], step: int, column: int | None = None) -> bool:
        """Go to the next row that is wanted, or with -1 to the one before, round and round, and stand there.

        Args:
            wanted: whether a row is one to go to.
            step: 1 or -1.
            column: to stand in; None for the current one.

        Returns:
            False where no row is wanted.
        """
        rows, current = self._rows.rows(), self.currentIndex().row()
        at = current if current >= 0 else -step
        for far in range(1, len(rows) + 1):
            number = (at + step * far) % len(rows)
            if not isinstance(rows[number], Group) and wanted(rows[number]):
                self._go(number, self.current_column() if column is None else column)
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def current_column(self) -> int:
        """Return the current column, from 0."""
        return max(self.currentIndex().column(), 0)

    def next_box(self) -> None:
        """Go down to the next cell that can be typed in, as Enter in a box does."""
        self._move(1, 0)

    def set_width(self, column: int, pixels: int) -> None:
        """Give a column a fixed width, in pixels at the usual size of the text."""
        self.setColumnWidth(column, round(pixels * style.text_size("body") / 14))

    def set_grows(self, *, grows: bool) -> None:
        """Ask for room for six rows instead of two or one, where the page scrolls anyway."""
        self._grows = grows
        self._least_rows = 6 if grows else self._beside_rows
        self.updateGeometry()

    def ask_for_one_row(self) -> None:
        """Ask for room for one row only, where other things stand above and beneath."""
        self._beside_rows = 1
        self.set_grows(grows=self._grows)

    def ask_for_few(self) -> None:
        """Ask for no more than the least room, and take what there is: many rows don't make the page tall."""
        self._asks_for_few = True
        self.updateGeometry()

    def hug(self) -> None:
        """Be no taller than the rows need; the page puts a stretch beneath."""
        self._hugs = True
        self.setMaximumHeight(self._content_height())

    def take_blocks(self) -> None:
        """Let Ctrl+V paste a block into a table that isn't typed in; the page makes rows of it."""
        self._takes_blocks = True

    def say_where_empty(self, words: str) -> None:
        """Say why there are no rows, and what to do, in the place of the rows."""
        self._said_where_empty = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def words_where_empty(self) -> str:
        """Return what is said in the place of rows."""
        return self._said_where_empty

    def commit(self) -> None:
        """Take what stands in an open box, as before the primary thing is done."""
        box = open_box(self)
        if box is not None:
            self._painter.take(box)

    def sizeHint(self) -> QSize:
        """Return room for all rows, or for a few."""
        wanted = self.minimumSizeHint().height() if self._asks_for_few else self._content_height()
        return QSize(480, wanted)

    def minimumSizeHint(self) -> QSize:
        """Return room for the header and a few rows; the rest scrolls."""
        least = style.size("header") + self._least_rows * self._row_height + 2
        return QSize(200, min(self._content_height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave columns that give way out where the others need the room."""
        super().resizeEvent(event)
        leave_out(self, self._rows.columns)
        self.keep_names_readable()

    def show_column(self, number: int, *, shown: bool) -> None:
        """Show a column, or leave it out; those that give way make room for it, or come back."""
        self.setColumnHidden(number, not shown)
        leave_out(self, self._rows.columns)
        self.keep_names_readable()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or say why there are none."""
        super().paintEvent(event)
        if not self._rows.rowCount():
            self._paint_words(self.viewport())

    def keep_names_readable(self) -> None:
        """Let the table scroll sideways rather than squeeze the column that takes what is left."""
        if keep_names_readable(self, self._rows.columns) and self._hugs:
            self.setMaximumHeight(self._content_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, leave, copy and paste; everything else is Qt's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() in _PLAIN and self.state() != QAbstractItemView.State.EditingState:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            clipboard.copy(self)
        elif event.matches(QKeySequence.StandardKey.Paste) and (self._editable or self._takes_blocks):
            block = clipboard.block()
            if block:
                self.pasted.emit(block)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and event.modifiers() in _PLAIN:
            self._edge(first=event.key() == Qt.Key.Key_Home)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to type with what an input method commits; Qt would open the box and lose that letter."""
        here, committed = self.currentIndex(), event.commitString()
        if not committed or open_box(self) is not None or not here.flags() & Qt.ItemFlag.ItemIsEditable:
            super().inputMethodEvent(event)
            return
        self.edit(here)
        box = open_box(self)
        if box is not None:
            box.insert(committed)  # in place of what stood there, which is selected
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the whole of a cell that is cut, where the pointer rests."""
        return say_whole(self, event) or super().viewportEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Repaint both rows whole: the current one has its own ground."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self._tell()

    def _dress(self, columns: Sequence[Column]) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(False)
        self.setTabKeyNavigation(False)  # focusNextPrevChild says where Tab goes
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        edits = trigger.EditKeyPressed | trigger.AnyKeyPressed | trigger.DoubleClicked
        self.setEditTriggers(edits if self._editable else trigger.NoEditTriggers)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(20)
        down.setDefaultSectionSize(self._row_height)
        across = self.horizontalHeader()
        across.setFixedHeight(max(style.size("header"), style.text_size("caption") + 12))
        across.setHighlightSections(False)
        across.setSectionsClickable(any(column.sort is not None for column in columns))
        across.setMinimumSectionSize(24)
        across.sectionClicked.connect(self._sort)
        for number, column in enumerate(columns):
            stretches = column.width is None
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(number, mode)
            if column.width is not None:
                self.set_width(number, column.width)

    def _paint_words(self, port: QWidget) -> None:
        if not self._said_where_empty:
            return
        room = port.rect().adjusted(style.size("grid"), style.size("grid"), -style.size("grid"), 0)
        with QPainter(port) as painter:
            painter.setFont(style.font("body"))
            painter.setPen(style.colour("ink_2"))
            top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, int(top) | int(Qt.TextFlag.TextWordWrap), self._said_where_empty)

    def _go(self, row: int, column: int) -> None:
        count = self._rows.rowCount()
        row = min(row, count - 1)
        while 0 <= row < count - 1 and self._rows.is_group(row):
            row += 1
        index = self._rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _tell(self) -> None:
        current = self.current()
        if current is not None and current is not self._last:
            self._last = current
            self.chosen.emit(current)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self._rows.is_group(index.row()):
            self.opened.emit(self._rows.row(index.row()))

    def _take(self, index: Index, text: str) -> None:
        row = self._rows.row(index.row())
        self._rows.hold_typed(index, text)
        self.edited.emit(row, index.column(), text)

    def _move(self, down: int, right: int) -> None:
        here = self.currentIndex()
        row, column = here.row() + down, here.column() + right
        count = self._rows.rowCount()
        while 0 <= row < count and (self._rows.is_group(row) or (down and self._is_passed(here, row))):
            row += down or 1
        if 0 <= row < count and 0 <= column < len(self._rows.columns):
            self._go(row, column)
        elif right:
            self.focusNextPrevChild(right > 0)

    def _is_passed(self, here: Index, row: int) -> bool:
        """Tell whether a row is passed over on the way from one box down to the next."""
        editable = Qt.ItemFlag.ItemIsEditable
        beneath = self._rows.index(row, here.column())
        return bool(here.flags() & editable) and not beneath.flags() & editable

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk the cells of a table that is typed in, and leave it at the last one."""
        here = self.currentIndex()
        if self._editable and self.hasFocus() and here.isValid():
            column = here.column() + (1 if forward else -1)
            if 0 <= column < len(self._rows.columns):
                self._go(here.row(), column)
                return True
        return super().focusNextPrevChild(forward)

    def _edge(self, *, first: bool) -> None:
        if self._rows.rowCount():
            last = self._rows.rowCount() - 1
            self._go(0 if first else last, self.current_column())

    def _sort(self, section: int) -> None:
        key = self._rows.columns[section].sort
        rows = self._rows.rows()
        if key is None or any(isinstance(row, Group) for row in rows):
            return
        kept = self.current()
        ordered = sorted(rows, key=key)
        self.set_rows(ordered if list(rows) != ordered else ordered[::-1])
        if kept is not None:
            self.select(lambda row: row is kept)

    def _reopen(self, typing: Typing) -> None:
        self.edit(self.currentIndex())
        box = open_box(self)
        if box is not None:
            typing.go_on_in(box)

    def _content_height(self) -> int:
        beneath = self.horizontalScrollBar()
        scrolls = beneath.sizeHint().height() if beneath.maximum() > 0 else 0
        return self.horizontalHeader().height() + self.verticalHeader().length() + 2 + scrolls


def say_whole(view: QTableView, event: QEvent) -> bool:
    """Say the whole of a cell that is cut where an event asks for its tip; False for any other event."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    index = view.indexAt(event.pos())
    cell = index.data(CELL) if index.isValid() else None
    said = "" if cell is None else " ".join(part for part in (cell.text, cell.sub) if part)
    wide = view.fontMetrics().horizontalAdvance(said) > view.columnWidth(index.column()) - 16
    QToolTip.showText(event.globalPos(), said if said and wide else "", view)
    return True
