"""Invalid ballots beside the names: how many, and for which reason, each with its key and a small drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.tally.tally_drawing import draw_cap, draw_marks, draw_reason, draw_small_cap
from desktop.ui.widgets import style
from desktop.ui.widgets.figures import draw_figures

_PAD = 16
_CAP = 44
_CAP_SMALL = 22
_SQUARES = 36


class TallyReasons(QWidget):
    """Draws the head, the squares, and a row for each reason; stands out while a reason is waited for.

    Args:
        key: the digits that say that a ballot is invalid.
        reasons: word of the drawing and what is said of it, in the order of their digits from 1.
        parent: the screen.
    """

    def __init__(self, key: str, reasons: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._reasons = key, tuple(reasons)
        self._counts: Mapping[str, int] = {}
        self._invalid, self._newest, self._waits = 0, False, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._name()

    def show_counts(self, counts: Mapping[str, int], *, newest: bool, waits: bool) -> None:
        """Show how many ballots each reason has.

        Args:
            counts: by reason.
            newest: the last ballot was one of them.
            waits: the next digit says why.
        """
        self._counts, self._newest, self._waits = dict(counts), newest, waits
        self._invalid = sum(counts.values())
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all rows."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for all rows."""
        rows = len(self._reasons) * self._row()
        return QSize(style.size("side_panel_narrow"), 2 * _PAD + self._head() + _SQUARES + 12 + rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it all."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colour("red" if self._waits else "line"), 2 if self._waits else 1))
        painter.setBrush(style.colour("page"))
        radius = style.size("radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD)
        self._draw_head(painter, QRect(inside.left(), inside.top(), inside.width(), self._head()))
        top = inside.top() + self._head() + 6
        squares = QRect(inside.left(), top, inside.width(), _SQUARES - 6)
        draw_marks(painter, squares, self._invalid, newest=self._newest)
        top += _SQUARES
        painter.setPen(QPen(style.colour("line"), 1))
        painter.drawLine(inside.left(), top, inside.right(), top)
        top += 6
        for number, (reason, said) in enumerate(self._reasons, 1):
            row = QRect(inside.left(), top, inside.width(), self._row())
            self._draw_row(painter, row, number, reason, said)
            top += self._row()
        painter.end()

    def _draw_head(self, painter: QPainter, head: QRect) -> None:
        cap = style.grown(_CAP)
        draw_cap(
            painter, QRect(head.left(), head.top(), cap, cap), self._key, "red", "title", full=self._waits
        )
        painter.setFont(style.font("tally_total", "semibold"))
        painter.setPen(style.colour("ink"))
        draw_figures(painter, head, str(self._invalid))
        left = head.left() + cap + 12
        room = QRect(left, head.top(), head.right() - style.grown(56) - left, head.height() // 2 + 2)
        painter.setFont(style.font("headline", "semibold"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        elide = Qt.TextElideMode.ElideRight
        title = painter.fontMetrics().elidedText(self.tr("Không hợp lệ"), elide, room.width())
        painter.drawText(room, flags, title)
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour("red" if self._waits else "ink_2"))
        said = self.tr("bấm lý do 1 đến {0}") if self._waits else self.tr("rồi chọn lý do 1 đến {0}")
        below = QRect(left, room.bottom(), head.right() - left - style.grown(56), head.height() // 2)
        said = painter.fontMetrics().elidedText(said.format(len(self._reasons)), elide, below.width())
        painter.drawText(below, flags, said)

    def _draw_row(self, painter: QPainter, row: QRect, number: int, reason: str, said: str) -> None:
        cap = style.grown(_CAP_SMALL)
        middle = row.top() + (row.height() - style.size("key")) // 2
        draw_small_cap(painter, QRect(row.left(), middle, cap, style.size("key")), str(number))
        drawing = QRect(row.left() + cap + 8, row.top() + (row.height() - 20) // 2, 16, 20)
        draw_reason(painter, drawing, reason)
        count = self._counts.get(reason, 0)
        painter.setFont(style.font("body", "semibold"))
        painter.setPen(style.colour("ink" if count else "ink_3"))
        draw_figures(painter, row, str(count))
        painter.setFont(style.font("caption", "medium" if count else "regular"))
        painter.setPen(style.colour("ink"))
        room = QRect(
            drawing.right() + 9, row.top(), row.right() - style.grown(36) - drawing.right() - 9, row.height()
        )
        words = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _head(self) -> int:
        lines = QFontMetrics(style.font("headline")).height() + QFontMetrics(style.font("caption")).height()
        return max(style.grown(_CAP), lines)

    def _row(self) -> int:
        return max(style.grown(24), 24)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Không hợp lệ: {0}").format(self._invalid))
