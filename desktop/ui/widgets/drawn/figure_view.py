"""A total above a table: a large number, its base small behind it, a word beneath."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.figures import draw_figures, figures_width


class FigureView(QWidget):
    """A number of a base, such as 11/13.

    Args:
        word: what is counted.
        parent: the head line of the page.
    """

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._figure, self._base = word, "", ""
        self._ink = "ink"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_figure(self, figure: str, base: str, *, word: str | None = None, ink: str = "ink") -> None:
        """Show another number; the base comes with its unit, ``/13`` or ``/1.512 hộ``."""
        self._figure, self._base, self._ink = figure, base, ink
        self._word = self._word if word is None else word
        self.setAccessibleName(f"{figure}{base} {self._word}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the number over its word."""
        large, small = _fonts()
        upper = (
            round(figures_width(large, self._figure)) + 2 + QFontMetrics(small).horizontalAdvance(self._base)
        )
        lower = QFontMetrics(small).horizontalAdvance(self._word)
        height = style.text_size("title") + style.text_size("caption") + 14
        return QSize(round(max(upper, lower)) + 2, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw number, base and word."""
        del event
        large, small = _fonts()
        painter = QPainter(self)
        width = round(figures_width(large, self._figure))
        upper = style.text_size("title") + 8
        painter.setFont(large)
        painter.setPen(style.colour(self._ink))
        draw_figures(painter, QRectF(0, 0, width, upper).toRect(), self._figure)
        painter.setFont(small)
        painter.setPen(style.colour("ink_2"))
        base = QRectF(width + 2, 3, self.width() - width, upper - 3)
        painter.drawText(base, int(Qt.AlignmentFlag.AlignVCenter), self._base)
        beneath = QRectF(0, upper, self.width(), self.height() - upper)
        painter.drawText(beneath, int(Qt.AlignmentFlag.AlignTop), self._word)
        painter.end()


def _fonts() -> tuple[QFont, QFont]:
    return style.font("title", "semibold"), style.font("caption")
