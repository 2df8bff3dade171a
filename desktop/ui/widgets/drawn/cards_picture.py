"""The picture of an empty page: three cards in line and soft teal, the middle one with the place's icon."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets import icons, style

_SIZE = (218, 106)
_FRONT = QRectF(65, 1, 88, 104)
_BEHIND = (QRectF(1, 15, 88, 90), QRectF(129, 15, 88, 90))
_LINES = ((52, 60), (36, 72), (44, 84))  # width, distance from the card's top


class CardsPicture(QWidget):
    """Three cards, 218 × 106 pixels.

    Args:
        icon: Phosphor name of the icon on the cards.
        parent: the widget it stands in.
    """

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._front = icons.icon(icon, "accent")
        self._behind = icons.icon(icon, "line_strong")
        self.setFixedSize(*_SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two cards behind, then the one in front."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in _BEHIND:
            self._card(painter, card, front=False)
        self._card(painter, _FRONT, front=True)
        painter.end()

    def _card(self, painter: QPainter, card: QRectF, *, front: bool) -> None:
        painter.setPen(QPen(style.colour("accent_line" if front else "line"), 1.5))
        painter.setBrush(style.colour("page" if front else "sunk"))
        painter.drawRoundedRect(card, style.size("radius"), style.size("radius"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("accent_soft" if front else "grey_soft"))
        middle = card.center().x()
        painter.drawEllipse(QPointF(middle, card.top() + 30), 17, 17)
        side = style.size("icon")
        glyph = QRect(int(middle) - side // 2, int(card.top()) + 30 - side // 2, side, side)
        (self._front if front else self._behind).paint(painter, glyph)
        for count, (width, down) in enumerate(_LINES):
            painter.setBrush(style.colour("accent_line" if front and count == 0 else "line"))
            painter.drawRoundedRect(QRectF(middle - width / 2, card.top() + down, width, 5), 2.5, 2.5)
