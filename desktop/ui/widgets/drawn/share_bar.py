"""A share of a named base: a bar whose whole length is the base, and a black tick at the threshold."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import style


class ShareBar(QWidget):
    """A name, its share in words, and the bar beneath.

    Args:
        name: whose share.
        text: the share with its base, ``59/125 hộ = 47,20 %``.
        part: votes.
        base: the number that the whole bar stands for.
        threshold: votes, whole or a fraction of one, at which the tick stands; None for no tick.
        parent: the panel.
    """

    def __init__(
        self,
        name: str,
        text: str,
        part: int,
        base: int,
        threshold: int | Fraction | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._text = text
        self._part = Fraction(part, base) if base else Fraction(0)
        self._tick = None if threshold is None or not base else Fraction(threshold) / base
        self.setAccessibleName(f"{name}: {text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the words and the bar."""
        line = QFontMetrics(style.font("body", "medium")).height()
        return QSize(240, line + 4 + style.size("bar_tick"))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, narrower."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, the bar and the tick."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tick = style.size("bar_tick")
        words = self.rect().adjusted(0, 0, 0, -tick - 4)
        painter.setFont(style.font("body", "semibold"))
        painter.setPen(style.colour("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter
        share = painter.fontMetrics().horizontalAdvance(self._text)
        painter.drawText(words, int(middle | Qt.AlignmentFlag.AlignRight), self._text)
        painter.setFont(style.font("body"))
        room = words.adjusted(0, 0, -share - style.size("grid"), 0)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), name)
        height = style.size("bar")
        top = self.height() - tick + (tick - height) / 2
        whole = QRectF(0, top, self.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("grey_soft"))
        painter.drawRoundedRect(whole, 4, 4)
        filled = _pixels(self._part, self.width())
        if filled:
            painter.setBrush(style.colour("accent"))
            painter.drawRoundedRect(QRectF(0, top, max(filled, height), height), 4, 4)
        if self._tick is not None and self._tick <= 1:
            at = _pixels(self._tick, self.width())
            painter.setPen(QPen(style.colour("ink"), 2))
            painter.drawLine(at, self.height() - tick + 1, at, self.height() - 1)
        painter.end()


def _pixels(share: Fraction, width: int) -> int:
    exact = Decimal(share.numerator) * width / Decimal(share.denominator)
    return int(exact.to_integral_value(ROUND_HALF_UP))
