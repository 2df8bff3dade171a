"""A share of a named base: a bar whose whole length is the base, and a black tick at the threshold."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import icons, style
from desktop.ui.widgets.state import CALLING, LOOKS

_THIN, _SHORT_TICK = 6, 14  # a bar of a narrow column, and its tick


class ShareBar(QWidget):
    """A name, its share in words, and the bar beneath.

    Args:
        name: whose share.
        text: the share with its base, ``59/125 hộ = 47,20 %``.
        part: votes.
        base: the number that the whole bar stands for.
        threshold: votes, whole or a fraction of one, at which the tick stands; None for no tick.
        parent: the panel.
        state: kind of a state that stands before the name, ``done`` or ``attention``; empty for none.
        small: for a narrow column: small words, a thin bar as long as the column.
    """

    def __init__(
        self,
        name: str,
        text: str,
        part: int,
        base: int,
        threshold: int | Fraction | None = None,
        parent: QWidget | None = None,
        *,
        state: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._text = text
        self._part = Fraction(part, base) if base else Fraction(0)
        self._tick = None if threshold is None or not base else Fraction(threshold) / base
        self._state, self._small, self._ink = state, small, "ink"
        self.setAccessibleName(f"{name}: {text}" if text else name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tint(self, colour: str) -> None:
        """Write the share in another colour, by its token."""
        self._ink = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the words and the bar."""
        line = QFontMetrics(self._font("medium")).height()
        return QSize(240, line + 4 + self._tick_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height, narrower."""
        return QSize(120 if self._small else 160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, the bar and the tick."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._state in CALLING:
            painter.fillRect(self.rect(), style.colour(LOOKS[self._state].soft))
        words = self._room().adjusted(0, 0, 0, -self._tick_height() - 4)
        self._words(painter, words)
        self._bar(painter, self._room())
        painter.end()

    def _words(self, painter: QPainter, words: QRect) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._font("semibold"))
        painter.setPen(style.colour(self._ink))
        share = painter.fontMetrics().horizontalAdvance(self._text)
        painter.drawText(words, int(middle | Qt.AlignmentFlag.AlignRight), self._text)
        left = 0
        if self._state:
            look, side = LOOKS[self._state], style.size("icon_small")
            top = words.top() + (words.height() - side) // 2
            at = words.left() if self._small else words.left() - side - 9
            left = side + 5 if self._small else 0
            icons.icon(look.icon, look.colour).paint(painter, QRect(at, top, side, side))
        painter.setFont(self._font("medium" if self._small else "regular"))
        painter.setPen(style.colour("ink"))
        room = words.adjusted(left, 0, -share - style.size("grid"), 0)
        name = painter.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), name)

    def _bar(self, painter: QPainter, room: QRect) -> None:
        tick = self._tick_height()
        height = _THIN if self._small else style.size("bar")
        top = room.bottom() + 1 - tick + (tick - height) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("grey_soft"))
        painter.drawRoundedRect(QRectF(room.left(), top, room.width(), height), 4, 4)
        filled = _pixels(self._part, room.width())
        if filled:
            painter.setBrush(style.colour("accent"))
            painter.drawRoundedRect(QRectF(room.left(), top, max(filled, height), height), 4, 4)
        if self._tick is not None and self._tick <= 1:
            at = room.left() + _pixels(self._tick, room.width())
            painter.setPen(QPen(style.colour("ink"), 2))
            painter.drawLine(at, room.bottom() + 2 - tick, at, room.bottom())

    def _room(self) -> QRect:
        """Return the room of words and bar: a state before the name moves both to the right."""
        if self._small or not self._state:
            return self.rect()
        return self.rect().adjusted(style.size("icon_small") + 20, 0, -10 if self._state in CALLING else 0, 0)

    def _tick_height(self) -> int:
        return _SHORT_TICK if self._small else style.size("bar_tick")

    def _font(self, weight: str) -> QFont:
        return style.font("caption" if self._small else "body", weight)


def _pixels(share: Fraction, width: int) -> int:
    exact = Decimal(share.numerator) * width / Decimal(share.denominator)
    return int(exact.to_integral_value(ROUND_HALF_UP))
