"""How many had finished by which hour: steps up to now, and the hour by which all are wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import style

_HEIGHT, _LEAST = 118, 84
_ABOVE = 8
_HOUR = timedelta(hours=1)
_Scale = Callable[[datetime], float]


class HourCurve(QWidget):
    """A curve of steps over the hours of one day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[tuple[datetime, int], ...] = ()
        self._base = 0
        self._first: datetime | None = None
        self._now: datetime | None = None
        self._until: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(1)

    def show_steps(
        self,
        steps: Sequence[tuple[datetime, int]],
        base: int,
        first: datetime,
        now: datetime,
        until: datetime | None,
    ) -> None:
        """Show other steps.

        Args:
            steps: moments of one day with how many had finished by then.
            base: how many there are.
            first: the hour at which the axis begins.
            now: up to which the curve is drawn.
            until: the hour by which all are wanted; None for none.
        """
        self._steps, self._base, self._first, self._now, self._until = (
            tuple(steps),
            base,
            first,
            now,
            until,
        )
        self.setAccessibleName("; ".join(f"{at:%H:%M} {number}/{base}" for at, number in steps))
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the curve and the hours beneath."""
        return QSize(style.grown(200), style.grown(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least in which the steps can be told."""
        return QSize(1, style.grown(_LEAST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers, the steps, the present moment, and the hour by which all are wanted."""
        del event
        if not self._base or self._first is None or self._now is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(style.font("caption"))
        first = self._first
        ends = [each for each in (self._until, self._now, *(at for at, _ in self._steps)) if each]
        last = max(*ends, first + _HOUR)
        left = metrics.horizontalAdvance(str(self._base)) + 10
        right = self.width() - metrics.horizontalAdvance("00:00") / 2 - 1
        top, bottom = _ABOVE, self.height() - metrics.height() - 6
        whole = (last - first).total_seconds()

        def x(at: datetime) -> float:
            return left + (right - left) * min(max((at - first).total_seconds() / whole, 0), 1)

        def y(number: int) -> float:
            return bottom - (bottom - top) * number / self._base

        painter.setFont(style.font("caption"))
        for number in sorted({0, self._base // 2, self._base}):
            painter.setPen(QPen(style.colour("line"), 1))
            painter.drawLine(QPointF(left, y(number)), QPointF(right, y(number)))
            painter.setPen(style.colour("ink_2"))
            room = QRectF(0, y(number) - metrics.height() / 2, left - 8, metrics.height())
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(number)
            )
        end = min(max(self._now, first), last)
        line = QPainterPath(QPointF(x(first), y(0)))
        reached = 0
        for at, number in self._steps:
            line.lineTo(x(at), y(reached))
            line.lineTo(x(at), y(number))
            reached = number
        line.lineTo(x(end), y(reached))
        area = QPainterPath(line)
        area.lineTo(x(end), y(0))
        area.closeSubpath()
        painter.fillPath(area, style.colour("accent_soft"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colour("accent"), 2))
        painter.drawPath(line)
        if self._until is not None:
            self._draw_wanted(painter, QPointF(x(end), y(reached)), x(self._until), top, bottom)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour("accent"))
        painter.drawEllipse(QPointF(x(end), y(reached)), 4, 4)
        self._draw_hours(painter, first, last, x, bottom)
        painter.end()

    def _draw_wanted(self, painter: QPainter, here: QPointF, place: float, top: float, bottom: float) -> None:
        pen = QPen(style.colour("ink"), 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(place, top), QPointF(place, bottom))
        if here.x() < place - 1:
            pen.setWidthF(1)
            painter.setPen(pen)
            painter.drawLine(here, QPointF(place, top))

    def _draw_hours(
        self, painter: QPainter, first: datetime, last: datetime, x: _Scale, bottom: float
    ) -> None:
        metrics = QFontMetrics(style.font("caption", "semibold"))
        wide = metrics.horizontalAdvance("00:00") + 8
        taken: list[float] = []
        marks: list[tuple[datetime, str]] = [(self._until, "semibold")] if self._until else []
        hour = first.replace(minute=0, second=0, microsecond=0)
        step = 1 if (last - first) <= 5 * _HOUR else 2
        while hour <= last:
            if hour >= first:
                marks.append((hour, "regular"))
            hour += step * _HOUR
        for at, weight in marks:
            place = x(at)
            if any(abs(place - other) < wide for other in taken):
                continue
            taken.append(place)
            painter.setFont(style.font("caption", weight))
            painter.setPen(style.colour("ink" if weight == "semibold" else "ink_2"))
            room = QRectF(place - wide / 2, bottom + 5, wide, metrics.height())
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), f"{at:%H:%M}"
            )
