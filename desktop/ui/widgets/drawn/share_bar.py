"""A share of a named base: a bar whose whole length is the base, and a black tick at the threshold.

A name is never cut: where it has no room beside its share it takes lines of its own, the share the next.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
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
        return QSize(240, self._words_height(self._room()) + 4 + self._tick_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height, narrower."""
        return QSize(120 if self._small else 160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the lines that the words take at this width."""
        super().resizeEvent(event)
        self.updateGeometry()

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
        line = QFontMetrics(self._font("medium")).height()
        painter.setFont(self._font("semibold"))
        painter.setPen(style.colour(self._ink))
        share = words.adjusted(0, words.height() - line, 0, 0)
        painter.drawText(share, int(middle | Qt.AlignmentFlag.AlignRight), self._text)
        if self._state:
            look, side = LOOKS[self._state], style.size("icon_small")
            at = words.left() if self._small else words.left() - side - 9
            top = words.top() + (line - side) // 2
            icons.icon(look.icon, look.colour).paint(painter, QRect(at, top, side, side))
        painter.setFont(self._font(self._name_weight()))
        painter.setPen(style.colour("ink"))
        lines = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words.adjusted(self._indent(), 0, 0, 0), int(lines), self._name)

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

    def _words_height(self, room: QRect) -> int:
        """Return the height of name and share: one line where both fit into it."""
        line = QFontMetrics(self._font("medium")).height()
        name = QFontMetrics(self._font(self._name_weight()))
        share = QFontMetrics(self._font("semibold")).horizontalAdvance(self._text)
        left = room.width() - self._indent()
        if name.horizontalAdvance(self._name) + style.size("grid") + share <= left:
            return line
        wrapped = name.boundingRect(QRect(0, 0, left, 0), int(Qt.TextFlag.TextWordWrap), self._name)
        return wrapped.height() + (line if self._text else 0)

    def _indent(self) -> int:
        return style.size("icon_small") + 5 if self._state and self._small else 0

    def _name_weight(self) -> str:
        return "medium" if self._small else "regular"

    def _tick_height(self) -> int:
        return _SHORT_TICK if self._small else style.size("bar_tick")

    def _font(self, weight: str) -> QFont:
        return style.font("caption" if self._small else "body", weight)


def _pixels(share: Fraction, width: int) -> int:
    exact = Decimal(share.numerator) * width / Decimal(share.denominator)
    return int(exact.to_integral_value(ROUND_HALF_UP))
