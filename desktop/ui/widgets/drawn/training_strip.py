"""The hatched strip across the top of a window that holds training data."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets import style

_PERIOD = 20  # from one diagonal to the next, along the strip
_STROKE = 6
_GAP = 16


class TrainingStrip(QWidget):
    """Says on every page that these are training data and can't be sent as official."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainingStrip")
        self.setFixedHeight(style.size("strip_height"))
        self._stamp = self.tr("DỮ LIỆU TẬP HUẤN")
        self._sentence = self.tr("Xã mẫu, số liệu mẫu. Không gửi được như bản chính thức.")
        self.setAccessibleName(f"{self._stamp}. {self._sentence}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hatching, and the words on a plain piece of it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), style.colour("slate"))
        self._hatch(painter)
        self._words(painter)
        painter.end()

    def _hatch(self, painter: QPainter) -> None:
        pen = QPen(style.colour("slate_hatch"), _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        height = self.height()
        for foot in range(3 - 2 * _PERIOD, self.width() + _PERIOD, _PERIOD):
            # A little beyond both edges, else the flat ends of the strokes show.
            painter.drawLine(QLineF(foot - 6, height + 6, foot + height + 6, -6))

    def _words(self, painter: QPainter) -> None:
        stamp_font = style.font("caption", "semibold")
        stamp_font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1)
        sentence_font = style.font("caption")
        stamp = QFontMetricsF(stamp_font).horizontalAdvance(self._stamp)
        sentence = QFontMetricsF(sentence_font).horizontalAdvance(self._sentence)
        left = (self.width() - stamp - _GAP - sentence) / 2
        plain = QRectF(left - _GAP, 0, stamp + sentence + 3 * _GAP, self.height())
        painter.fillRect(plain, style.colour("slate"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(stamp_font)
        painter.setPen(style.colour("page"))
        painter.drawText(QRectF(left, 0, stamp + 2, self.height()), middle, self._stamp)
        painter.setFont(sentence_font)
        painter.setPen(style.colour("slate_ink"))
        painter.drawText(QRectF(left + stamp + _GAP, 0, sentence + 2, self.height()), middle, self._sentence)
