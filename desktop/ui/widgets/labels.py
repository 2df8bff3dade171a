"""Labels of one line: a part of the look, a key cap, and one that gives way when the room is short."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.widgets import style


def label(text: str, part: str, parent: QWidget | None = None) -> QLabel:
    """Return a label that window.qss dresses as ``part``: caption, small, value, name, headline, title."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("part", part)
    return made


def key_cap(key: str, parent: QWidget | None = None) -> QLabel:
    """Return the small cap that shows a key beside what it does."""
    made = QLabel(key, parent)
    made.setProperty("kind", "key")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFixedHeight(style.size("key"))
    return made


def key_hint(key: str, does: str, parent: QWidget | None = None) -> QWidget:
    """Return a key's cap and what the key does, whole, as one part of a row."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(style.size("grid"))
    row.addWidget(key_cap(key, made))
    row.addWidget(label(does, "caption", made))
    return made


class ElidedLabel(QLabel):
    """A label that says less or ends in an ellipsis where room is short; its tool tip then says the whole."""

    def __init__(self, text: str, part: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._shorter = ""
        self._short = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("part", part)

    def say(self, text: str, shorter: str) -> None:
        """Say something, or the shorter words where the room is too short for it."""
        self._shorter = shorter
        self.setText(text)
        self._offer_whole()

    def set_short(self, *, short: bool) -> None:
        """Say the shorter words and ask for their room alone, or the whole where it fits."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self._offer_whole()
            self.update()

    def whole_width(self) -> int:
        """Return the width of the whole words."""
        return super().sizeHint().width()

    def shown(self) -> str:
        """Return what can be read of it: the whole, the shorter words, or their beginning."""
        metrics, room = self.fontMetrics(), self.contentsRect().width()
        fits = not self._shorter or (not self._short and _exactly(self, self.text()) <= room)
        return metrics.elidedText(self.text() if fits else self._shorter, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        """Return room for what is to be said."""
        whole = super().sizeHint()
        if not (self._short and self._shorter):
            return whole
        metrics = self.fontMetrics()
        # Rounded up: what is wider than its room by a part of a pixel is cut.
        less = metrics.horizontalAdvance(self.text()) - ceil(_exactly(self, self._shorter))
        return QSize(whole.width() - max(less, 0), whole.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for about six letters; the full height."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self.fontMetrics().averageCharWidth() * 6), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tool tip only where it is cut."""
        super().resizeEvent(event)
        self._offer_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, or its beginning."""
        del event
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )
        painter.end()

    def _offer_whole(self) -> None:
        self.setToolTip("" if self.shown() == self.text() else self.text())


def _exactly(said: QLabel, text: str) -> float:
    return QFontMetricsF(said.font()).horizontalAdvance(text)
