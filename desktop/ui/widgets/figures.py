"""Numbers set digit by digit: the face has no figures of one width."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

_CELL = 0.64  # em


def figures_width(font: QFont, text: str) -> float:
    """Return the width of a number in a font: a cell for each digit, other signs as they are."""
    cell = _CELL * font.pixelSize()
    metrics = QFontMetricsF(font)
    return sum(cell if sign.isdigit() else metrics.horizontalAdvance(sign) for sign in text)


def draw_figures(painter: QPainter, rect: QRect, text: str) -> None:
    """Draw a number at the right of a rectangle, so that digits of a column stand under each other."""
    cell = _CELL * painter.font().pixelSize()
    metrics = QFontMetricsF(painter.font())
    right = float(rect.right() + 1)
    middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter)
    for sign in reversed(text):
        width = cell if sign.isdigit() else metrics.horizontalAdvance(sign)
        right -= width
        painter.drawText(QRectF(right - 2, rect.top(), width + 4, rect.height()), middle, sign)


def is_figures(text: str) -> bool:
    """Tell whether a text is a number that can be set so: digits, blanks and the signs between them."""
    return bool(text) and all(sign.isdigit() or sign in ".,/ %+-:" for sign in text)
