"""The search box over a list; the arrow down goes to what was found."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

_MARGIN = 2  # pixels that QLineEdit leaves beside its text


class SearchBox(QLineEdit):
    """A line to type in; ``down`` when the list is gone to."""

    down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self._hint = ""

    def set_hint(self, hint: str) -> None:
        """Say in the empty box what can be typed; where it is narrow, what comes before the first comma."""
        self._hint = hint
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        fits = self.fontMetrics().horizontalAdvance(self._hint) <= room.width() - 2 * _MARGIN
        self.setPlaceholderText(self._hint if fits else re.split(r"[,(]", self._hint)[0].strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down to what was found."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.down.emit()
            return
        super().keyPressEvent(event)
