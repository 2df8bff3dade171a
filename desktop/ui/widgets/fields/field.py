"""What all fields share: a word above, the box, beneath it a hint or what is wrong; checked on leaving."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets import recency, style
from desktop.ui.widgets.areas.scrolling import bring_into_view
from desktop.ui.widgets.focus import holds_focus
from desktop.ui.widgets.labels import label

_AROUND = 26  # pixels of edge and padding around what a box says
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Field(QWidget):
    """What all fields share.

    ``committed`` carries the value when the field is left or Enter is pressed, and only if it changed;
    ``entered`` follows each Enter. Ctrl+Z takes back typing first, then what was committed.

    Args:
        words: the label above the box.
        parent: the page.
        explain: what F1 says about the field, with the rule it follows.
        hint: a line beneath the box.
    """

    committed = Signal(object)
    entered = Signal()

    def __init__(
        self, words: str, parent: QWidget | None = None, *, explain: str = "", hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.explain = explain
        self.moves_on = True  # whether Enter goes to the next field
        self._handed_on = -1  # the moment at which a value was handed on last
        self._hint = hint
        self._label = label(words, "field", self)
        self._label.setVisible(bool(words))
        self._below = label(hint, "note", self)
        self._below.setWordWrap(True)
        self._below.setVisible(bool(hint))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.size("inner"))
        self._row = QHBoxLayout()
        self._row.setSpacing(style.size("grid"))
        self._column.addWidget(self._label)
        self._column.addLayout(self._row)
        self._column.addWidget(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height that the words beneath the box need at the width there is."""
        asked, layout = super().sizeHint(), self._column
        if self.width() > 0 and self._below.text() and layout.hasHeightForWidth():
            return QSize(asked.width(), layout.totalHeightForWidth(self.width()))
        return asked

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width, where words break elsewhere."""
        super().resizeEvent(event)
        if self._below.text() and event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def value(self) -> Any:
        """Return what the field holds; each kind of field says how."""

    def set_value(self, value: Any) -> None:
        """Show a value; emits nothing, and leaves alone what was typed since the value was read."""

    def forget(self) -> None:
        """Let go of what was typed: the field shows something else from now on."""
        self._handed_on = -1

    def commit(self) -> None:
        """Check what was typed and hand it on, as on leaving."""

    def set_problem(self, sentence: str | None, kind: str = "wrong") -> None:
        """Say beneath the box what is wrong (``wrong``) or doubtful (``attention``); None takes it away."""
        self._below.setText(sentence or self._hint)
        self._below.setVisible(bool(sentence or self._hint))
        self._below.setProperty("part", kind if sentence else "note")
        box = self.box()
        box.setProperty("problem", kind if sentence else "")
        for dressed in (self._below, box):
            dressed.style().unpolish(dressed)
            dressed.style().polish(dressed)
        if sentence and kind == "wrong":
            self._show_problem_soon()

    def problem(self) -> str:
        """Return what is said to be wrong; empty where nothing is."""
        return self._below.text() if self._below.property("part") != "note" else ""

    def box(self) -> QWidget:
        """Return the widget that takes the focus."""
        return self

    def _hand_on(self, value: object) -> None:
        self._handed_on = recency.now()
        self.committed.emit(value)

    def _add_box(self, box: QWidget) -> None:
        box.setProperty("kind", "field")
        box.setAccessibleName(self._label.text())
        box.setAccessibleDescription(self._hint or self.explain)
        self._label.setBuddy(box)
        self.setFocusProxy(box)
        box.installEventFilter(self)
        self._row.addWidget(box, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit on leaving; on Enter commit and go to the next field."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        elif event.type() == QEvent.Type.FocusIn and self.problem():
            self._show_problem_soon()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self.commit()
            self.entered.emit()
            if self.moves_on:
                self._move_on()
            return True
        return super().eventFilter(watched, event)

    def _show_problem_soon(self) -> None:
        # The sentence gets its place when the page is laid out anew.
        QTimer.singleShot(0, self, self._show_problem)

    def _show_problem(self) -> None:
        if not self.isVisible() or not self.problem():
            return
        bring_into_view(self)
        at = QApplication.focusWidget()
        if at is not None and not self.isAncestorOf(at) and self.window().isAncestorOf(at):
            bring_into_view(at)  # where somebody types stays in sight

    def _move_on(self) -> None:
        self.focusNextChild()
        # What stands beside the box, such as the button that shows a passphrase, is passed over.
        while holds_focus(self) and not self.box().hasFocus():
            self.focusNextChild()


def width_of(text: str) -> int:
    """Return the width of a box in which a text stands whole, in pixels."""
    return ceil(QFontMetricsF(style.font("body")).horizontalAdvance(text)) + _AROUND


class TypedField(Field):
    """A field of one line that reads what is typed.

    Attributes:
        taken_whole: a click into it selects all, as Tab does: a day or a number is retyped, not mended.
    """

    taken_whole = False

    def __init__(
        self, words: str, parent: QWidget | None = None, *, explain: str = "", hint: str = ""
    ) -> None:
        super().__init__(words, parent, explain=explain, hint=hint)
        self.line = QLineEdit(self)
        self._clicked_into = False
        self._committed: object = self._nothing()
        self._past: list[object] = []
        self._add_box(self.line)

    def box(self) -> QWidget:
        """Return the box."""
        return self.line

    def value(self) -> Any:
        """Return what was typed, as read; None (for text: empty) where it can't be."""
        return self._read(self.line.text())[0]

    def set_value(self, value: Any) -> None:
        """Show a value; a box in which somebody types, or typed since it was read, keeps what was typed."""
        if (self.line.hasFocus() and self.line.isModified()) or not recency.knows(self._handed_on):
            return
        self._committed = self._nothing() if value is None else value
        self.line.setText(self._written(self._committed))
        self.line.setCursorPosition(0)
        self.set_problem(None)

    def forget(self) -> None:
        """Let go of what was typed, and of what Ctrl+Z would take back."""
        super().forget()
        self._past.clear()
        self.line.setModified(False)

    def set_read_only(self, *, on: bool) -> None:
        """Show the value only."""
        self.line.setReadOnly(on)

    def commit(self) -> None:
        """Check what was typed; hand it on if it can be read and is new."""
        value, problem = self._read(self.line.text())
        if problem is not None:
            self.set_problem(problem)
            return
        if value == self._committed:
            if self.line.isModified():
                self.set_problem(None)
            return
        self._past.append(self._committed)
        self._take(value)

    def undo(self) -> bool:
        """Take back what was committed last, and hand on the value before; False where there is none."""
        if not self._past:
            return False
        self._take(self._past.pop())
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back with Ctrl+Z: first the typing, as Qt does, then what was committed."""
        self._select_on_click(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            taken_back = event.matches(QKeySequence.StandardKey.Undo) and not self.line.isUndoAvailable()
            if taken_back:
                return self.undo()
        return super().eventFilter(watched, event)

    def _select_on_click(self, event: QEvent) -> None:
        if isinstance(event, QFocusEvent):
            by_mouse = event.gotFocus() and event.reason() == Qt.FocusReason.MouseFocusReason
            self._clicked_into = self.taken_whole and by_mouse
        elif event.type() == QEvent.Type.MouseButtonRelease and self._clicked_into:
            self._clicked_into = False
            if not self.line.hasSelectedText():  # who drew over a part of it wants that part
                QTimer.singleShot(0, self.line, self.line.selectAll)

    def _take(self, value: object) -> None:
        self.set_problem(None)
        self._committed = value
        self.line.setText(self._written(value))
        self.line.setModified(False)
        self._hand_on(value)

    def _nothing(self) -> object:
        return None

    def _read(self, typed: str) -> tuple[Any, str | None]:
        return typed, None

    def _written(self, value: Any) -> str:
        return "" if value is None else str(value)
