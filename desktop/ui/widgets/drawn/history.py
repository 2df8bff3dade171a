"""What somebody was through time: a dot for each time, filled while it lasts, with its days and its paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import style

_DOT = 8
_LEFT = 22


@dataclass(frozen=True, slots=True)
class Passed:
    """One time: its name, its days at the right, the paper beneath, whether it goes on, or is wrong."""

    name: str
    period: str
    paper: str = ""
    present: bool = False
    wanting: bool = False


class History(QWidget):
    """The times, the latest first; as high as its words ask for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times: tuple[Passed, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)

    def set_times(self, times: Sequence[Passed]) -> None:
        """Show other times."""
        self._times = tuple(times)
        self.setAccessibleName(
            "; ".join(
                ", ".join(part for part in (each.name, each.period, each.paper) if part) for each in times
            )
        )
        self._fit()
        self.update()

    def times(self) -> tuple[Passed, ...]:
        """Return what is shown."""
        return self._times

    def sizeHint(self) -> QSize:
        """Return the height that the words take in this width."""
        return QSize(style.size("side_panel_narrow") // 2, sum(self._heights()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots, the line that joins them, and the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, middles = 0, []
        for each, height in zip(self._times, self._heights(), strict=True):
            middles.append(top + self._line("body") / 2)
            self._words(painter, each, top)
            top += height
        painter.setPen(QPen(style.colour("line_strong"), 1))
        for above, below in pairwise(middles):
            painter.drawLine(QPointF(6, above + _DOT / 2 + 2), QPointF(6, below - _DOT / 2 - 2))
        for each, middle in zip(self._times, middles, strict=True):
            painter.setPen(QPen(style.colour("accent" if each.present else "ink_3"), 1.5))
            painter.setBrush(style.colour("accent" if each.present else "page"))
            painter.drawEllipse(QPointF(6, middle), _DOT / 2, _DOT / 2)
        painter.end()

    def _words(self, painter: QPainter, each: Passed, top: int) -> None:
        line = self._line("body")
        period = self._metrics("caption").horizontalAdvance(each.period)
        own_line = self._period_below(each)
        painter.setFont(style.font("body", "medium"))
        painter.setPen(style.colour("amber" if each.wanting else "ink"))
        room = self.width() - _LEFT - (0 if own_line else period + 8)
        said = self._metrics("body", "medium").elidedText(each.name, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(_LEFT, top, room, line), middle | Qt.AlignmentFlag.AlignLeft, said)
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour("ink_2"))
        if own_line:
            place = QRect(_LEFT, top + line, self.width() - _LEFT, self._line("caption"))
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, each.period)
            line += self._line("caption")
        else:
            place = QRect(self.width() - period - 1, top, period + 1, line)
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, each.period)
        if each.paper:
            painter.drawText(
                QRect(_LEFT, top + line, self.width() - _LEFT, self._paper_height(each)),
                Qt.TextFlag.TextWordWrap,
                each.paper,
            )

    def _period_below(self, each: Passed) -> bool:
        words = self._metrics("body", "medium").horizontalAdvance(each.name)
        period = self._metrics("caption").horizontalAdvance(each.period)
        return bool(each.period) and _LEFT + words + 8 + period > self.width()

    def _heights(self) -> list[int]:
        return [
            self._line("body")
            + (self._line("caption") if self._period_below(each) else 0)
            + self._paper_height(each)
            + style.size("inner")
            for each in self._times
        ]

    def _paper_height(self, each: Passed) -> int:
        if not each.paper:
            return 0
        room = QRect(0, 0, max(self.width() - _LEFT, 40), 10_000)
        return self._metrics("caption").boundingRect(room, Qt.TextFlag.TextWordWrap, each.paper).height()

    def _line(self, size: str) -> int:
        return self._metrics(size).height() + 2

    def _metrics(self, size: str, weight: str = "regular") -> QFontMetrics:
        return QFontMetrics(style.font(size, weight))

    def _fit(self) -> None:
        height = sum(self._heights())
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
