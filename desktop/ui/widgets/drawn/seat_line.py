"""The line between who is elected and who is tied for the seats that are left."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import style

_BEFORE = 34
_GAP = 6


class SeatLine(QWidget):
    """A dashed line with a word: ``còn 1 ghế cho 2 người``.

    Args:
        word: in the line.
        parent: the panel.
    """

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        metrics = QFontMetrics(style.font("caption", "medium"))
        return QSize(_BEFORE + metrics.horizontalAdvance(self._word) + 2 * _GAP, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line and the word on the ground of the page."""
        del event
        painter = QPainter(self)
        middle = self.height() // 2
        painter.setPen(QPen(style.colour("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(0, middle, self.width(), middle)
        painter.setFont(style.font("caption", "medium"))
        wide = painter.fontMetrics().horizontalAdvance(self._word)
        room = self.rect().adjusted(_BEFORE - _GAP, 0, 0, 0)
        room.setWidth(wide + 2 * _GAP)
        painter.fillRect(room, style.colour("page"))
        painter.setPen(style.colour("amber"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self._word)
        painter.end()
