"""The delegate of every table: hairline, current row, state, second line, change, drawing, edit box, ring."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.ui.widgets import icons, style
from desktop.ui.widgets.figures import draw_figures, is_figures
from desktop.ui.widgets.state import CALLING, LOOKS, paint_state
from desktop.ui.widgets.table.columns import CELL, SIDES, Align, Cell, Index

_PAD = 8
_BAR = 3
_INTO_PAD = 3  # pixels that words may reach into the room beside them before they are cut


class CellPainter(QStyledItemDelegate):
    """Draws cells, and opens a box to type in.

    Args:
        view: the table.
        typed: called with the index and the text when typing ends with a change.
    """

    moved = Signal(int, int)  # Enter and Tab in the box: rows down, columns right

    def __init__(self, view: QTableView, typed: Callable[[Index, str], None]) -> None:
        super().__init__(view)
        self._view = view
        self._typed = typed

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        cell: Cell = index.data(CELL)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self._group(painter, rect, cell)
        else:
            self._ground(painter, rect, index, cell)
            self._content(painter, rect.adjusted(_PAD, 0, -_PAD, -1), cell)
            self._marks(painter, rect, index, cell)
        if index.row() < self._view.model().rowCount() - 1:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), style.colour("line"))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the box."""
        del option
        cell: Cell = index.data(CELL)
        box = QLineEdit(parent)
        box.setProperty("kind", "cell")
        box.setProperty("fresh", True)
        if cell.align == "right":
            box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the value in once; rows that come anew leave what is being typed alone."""
        if isinstance(editor, QLineEdit) and editor.property("fresh"):
            editor.setProperty("fresh", False)
            cell: Cell = index.data(CELL)
            editor.setText(cell.text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what was typed."""
        del model
        if isinstance(editor, QLineEdit):
            cell: Cell = index.data(CELL)
            text = " ".join(editor.text().split())
            if text != cell.text:
                self._typed(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Lay the box inside the cell."""
        del index
        editor.setGeometry(option.rect.adjusted(2, 2, -2, -3))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down, Tab right; Ctrl+Enter is left to the page after the value was taken."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Return: (1, 0),
                Qt.Key.Key_Enter: (1, 0),
                Qt.Key.Key_Tab: (0, 1),
                Qt.Key.Key_Backtab: (0, -1),
                Qt.Key.Key_Down: (1, 0),
                Qt.Key.Key_Up: (-1, 0),
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.take(editor)
                self.moved.emit(*step)
                return True
        return super().eventFilter(editor, event)

    def take(self, editor: QObject) -> None:
        """Take what stands in an open box and close it."""
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _group(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        painter.fillRect(rect, style.colour("sunk"))
        painter.setFont(style.font("caption", "semibold"))
        painter.setPen(style.colour("ink_2"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(rect.adjusted(_PAD, 0, -_PAD, 0), middle, cell.text)

    def _ground(self, painter: QPainter, rect: QRect, index: Index, cell: Cell) -> None:
        current = index.row() == self._view.currentIndex().row()
        chosen = self._view.selectionModel().isSelected(index)
        if current or chosen:
            painter.fillRect(rect, style.colour("accent_soft"))
        if cell.ground and cell.state is not None and cell.state.kind in CALLING:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), style.colour(LOOKS[cell.state.kind].soft))
        if current and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), style.colour("accent"))
        if cell.editable:
            painter.setPen(style.colour("line_strong"))
            painter.setBrush(style.colour("page"))
            radius = style.size("radius_small")
            painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -3.5), radius, radius)

    def _content(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        if cell.drawing is not None:
            cell.drawing.paint(painter, room, cell.behind)
            return
        if cell.state is not None and (cell.state.word or not cell.text):
            paint_state(painter, _place_of_state(room, cell), cell.state)
            return
        if cell.icon:
            side = style.size("icon_button")
            top = room.center().y() - side // 2
            colour = LOOKS[cell.state.kind].colour if cell.state is not None else "ink_2"
            icons.icon(cell.icon, colour).paint(painter, QRect(room.left(), top, side, side))
            room = room.adjusted(side + _PAD, 0, 0, 0)
        weight = cell.weight
        if cell.was is not None or (cell.state is not None and cell.state.kind in CALLING):
            weight = "semibold" if cell.weight == "semibold" else "medium"
        main, small = style.font("caption" if cell.small else "body", weight), style.font("caption")
        ink = style.colour(LOOKS[cell.state.kind].colour if cell.state is not None else "ink")
        if cell.state is not None and cell.state.kind in ("same", "not_yet"):
            ink = style.colour("ink_2")
        upper, lower = (cell.was, cell.text) if cell.was is not None else (cell.text, cell.sub)
        if not upper or not lower:
            painter.setFont(main)
            painter.setPen(ink)
            _draw(painter, room, upper or lower or "", cell.align)
            return
        # Two lines, the value 14 and the other 12, close together and in the middle.
        value, other = style.text_size("body") + 5, style.text_size("caption") + 4
        top = room.top() + (room.height() - value - other) // 2
        first, second = (other, value) if cell.was is not None else (value, other)
        above = QRect(room.left(), top, room.width(), first)
        beneath = QRect(room.left(), top + first, room.width(), second)
        small.setStrikeOut(cell.was is not None)
        value_room, other_room = (beneath, above) if cell.was is not None else (above, beneath)
        painter.setFont(main)
        painter.setPen(ink)
        _draw(painter, value_room, cell.text, cell.align)
        painter.setFont(small)
        painter.setPen(style.colour("ink_2"))
        if cell.sub_mark is not None:
            name, colour = cell.sub_mark
            side = style.size("icon_small")
            top = other_room.center().y() - side // 2
            icons.icon(name, colour).paint(painter, QRect(other_room.left(), top, side, side))
            other_room = other_room.adjusted(side + _PAD // 2, 0, 0, 0)
            if colour == "amber":
                painter.setPen(style.colour(colour))
        _draw(painter, other_room, cell.was if cell.was is not None else cell.sub, cell.align)

    def _marks(self, painter: QPainter, rect: QRect, index: Index, cell: Cell) -> None:
        if cell.was is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.colour("accent"))
            right, top = rect.right() + 1, rect.top()
            painter.drawPolygon(
                QPolygon([QPoint(right - 8, top), QPoint(right, top), QPoint(right, top + 8)])
            )
        editing = self._view.state() == QAbstractItemView.State.EditingState
        if self._view.hasFocus() and index == self._view.currentIndex() and not editing:
            painter.setPen(QPen(style.colour("accent"), style.size("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 5, 5)


def _place_of_state(room: QRect, cell: Cell) -> QRect:
    """Put a shape without a word into the middle of a centred column; with a word it starts at the left."""
    if cell.align != "center" or cell.state is None or cell.state.word:
        return room
    side = style.size("icon_small")
    return QRect(room.center().x() - side // 2, room.top(), side, room.height())


def _draw(painter: QPainter, room: QRect, text: str, align: Align) -> None:
    if align == "right" and is_figures(text):
        draw_figures(painter, room, text)
        return
    # By a pixel too long, as a date of wide figures at 150 %, it is drawn whole into the room beside it.
    over = QFontMetricsF(painter.font()).horizontalAdvance(text) - room.width()
    if 0 < over <= _INTO_PAD:
        room = room.adjusted(-_INTO_PAD, 0, 0, 0) if align == "right" else room.adjusted(0, 0, _INTO_PAD, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | SIDES[align]), text)
        return
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | SIDES[align]), shown)
