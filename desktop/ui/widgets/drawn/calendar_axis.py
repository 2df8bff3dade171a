"""Several lines on one calendar: a chip on the day of each, the span of its last days, Sundays, days off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import icons, style
from desktop.ui.widgets.state import LOOKS

_CHIP, _PITCH, _AXIS = 25, 34, 30
_TOP = 4
_SPAN = 4
_PAD = 9
_GAP = 8
_SUNDAY = 6
_BETWEEN = 12  # pixels that two dates on the axis keep apart
_DAY = timedelta(days=1)

_Scale = Callable[[date], float]
LineKind = Literal["done", "today", "late", "to_come"]

_LOOKS = {
    "done": (LOOKS["done"], "green_soft", ""),
    "today": (LOOKS["doing"], "accent_soft", "accent_line"),
    "late": (LOOKS["attention"], "amber_soft", ""),
    "to_come": (LOOKS["not_yet"], "grey_soft", ""),
}


@dataclass(frozen=True, slots=True)
class AxisLine:
    """One line: its words, how it stands, its day, and the days from its first to its last."""

    title: str
    sub: str
    kind: LineKind
    day: date
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class AxisBand:
    """Days off in a row, with their word."""

    first: date
    last: date
    word: str


class CalendarAxis(QWidget):
    """The lines, one under another, over the axis that all of them share.

    Args:
        today: the word under the present day.
        parent: the card.
    """

    def __init__(self, today: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = today
        self._lines: tuple[AxisLine, ...] = ()
        self._bands: tuple[AxisBand, ...] = ()
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)

    def show_lines(self, lines: Sequence[AxisLine], bands: Sequence[AxisBand], today: date) -> None:
        """Show other lines."""
        self._lines, self._bands, self._today = tuple(lines), tuple(bands), today
        self.setAccessibleName("; ".join(f"{line.title}, {line.sub}" for line in lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for every line and the axis."""
        return QSize(style.grown(400), style.grown(_TOP + len(self._lines) * _PITCH + _AXIS))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, however narrow."""
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bands, spans, drop lines, the axis, and the chips over them."""
        del event
        if not self._lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = min(line.first for line in self._lines) - _DAY
        last = max(line.last for line in self._lines) + _DAY
        days = max((last - first).days, 1)
        base = self.height() - style.grown(_AXIS) + 2

        def x(day: date) -> float:
            return (day - first).days * (self.width() - 2) / days + 1

        for band in self._bands:
            self._draw_band(painter, band, x, base)
        for number, line in enumerate(self._lines):
            self._draw_span(painter, number, line, x)
        self._draw_axis(painter, first, last, x, base)
        for number, line in enumerate(self._lines):
            self._draw_drop(painter, number, line, x(line.day), base)
        for number, line in enumerate(self._lines):
            self._draw_chip(painter, number, line, x(line.day))
        painter.end()

    def _middle(self, number: int) -> float:
        return style.grown(_TOP) + number * style.grown(_PITCH) + style.grown(_CHIP) / 2

    def _draw_band(self, painter: QPainter, band: AxisBand, x: _Scale, base: float) -> None:
        left, right = x(band.first), x(band.last + _DAY)
        room = QRectF(left, 0, right - left, base)
        painter.fillRect(room, style.colour("grey_soft"))
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour("ink_2"))
        width = max(right - left, QFontMetrics(style.font("caption")).horizontalAdvance(band.word) + 4)
        place = QRectF((left + right - width) / 2, style.grown(_TOP), width, style.grown(16))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), band.word)

    def _draw_span(self, painter: QPainter, number: int, line: AxisLine, x: _Scale) -> None:
        colour = "accent_line" if line.kind == "today" else "line"
        middle = self._middle(number)
        pen = QPen(style.colour(colour), _SPAN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x(line.first), middle), QPointF(x(line.last), middle))

    def _draw_axis(self, painter: QPainter, first: date, last: date, x: _Scale, base: float) -> None:
        painter.setPen(QPen(style.colour("line_strong"), 1))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        font = style.font("caption")
        metrics = QFontMetrics(font)
        widest = metrics.horizontalAdvance("00/00") + _BETWEEN
        sundays = [
            first + _DAY * number
            for number in range((last - first).days + 1)
            if (first + _DAY * number).weekday() == _SUNDAY
        ]
        week = abs(x(first + _DAY * 7) - x(first))
        every = max(2, -(-widest // max(round(week), 1)))
        shows_today = first <= self._today <= last
        today = x(self._today) if shows_today else None
        word = QFontMetrics(style.font("caption", "semibold")).horizontalAdvance(self._word)
        for number, sunday in enumerate(sundays):
            place = x(sunday)
            painter.setPen(QPen(style.colour("line_strong"), 1))
            painter.drawLine(QPointF(place, base), QPointF(place, base + 4))
            said = f"{sunday:%d/%m}"
            half = metrics.horizontalAdvance(said) / 2
            taken = today is not None and abs(place - today) < word / 2 + half + 4
            if number % every or taken or place - half < 0 or place + half > self.width():
                continue
            painter.setFont(font)
            painter.setPen(style.colour("ink_2"))
            self._draw_under(painter, place, base, said)
        if today is not None:
            painter.setPen(QPen(style.colour("accent"), 2))
            painter.drawLine(QPointF(today, base - 6), QPointF(today, base + 4))
            painter.setFont(style.font("caption", "semibold"))
            self._draw_under(painter, min(max(today, word / 2), self.width() - word / 2), base, self._word)

    def _draw_under(self, painter: QPainter, middle: float, base: float, said: str) -> None:
        width = painter.fontMetrics().horizontalAdvance(said) + 2
        room = QRectF(middle - width / 2, base + 6, width, style.grown(_AXIS) - 8)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter), said)

    def _draw_drop(self, painter: QPainter, number: int, line: AxisLine, place: float, base: float) -> None:
        colour = {"done": "green", "today": "accent", "late": "amber"}.get(line.kind, "ring")
        pen = QPen(style.colour(colour), 2 if line.kind == "today" else 1)
        if line.kind != "today":
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(place, self._middle(number)), QPointF(place, base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour(colour))
        painter.drawEllipse(QPointF(place, base), 4, 4)

    def _draw_chip(self, painter: QPainter, number: int, line: AxisLine, place: float) -> None:
        look, soft, edge = _LOOKS[line.kind]
        bold, plain = style.font("caption", "semibold"), style.font("caption")
        side = style.size("icon_small")
        title, sub = (
            QFontMetrics(bold).horizontalAdvance(line.title),
            QFontMetrics(plain).horizontalAdvance(line.sub),
        )
        words = title + (_GAP + sub if line.sub else 0)
        width = min(_PAD + side + _GAP + words + _PAD, self.width() - 2)
        height = style.grown(_CHIP)
        left = min(max(place - width / 2, 1), self.width() - 1 - width)
        room = QRectF(left, style.grown(_TOP) + number * style.grown(_PITCH), width, height)
        painter.setPen(QPen(style.colour(edge), 1) if edge else Qt.PenStyle.NoPen)
        # The span behind it must not show through.
        painter.setBrush(style.colour("page"))
        painter.drawRoundedRect(room, style.size("radius_small"), style.size("radius_small"))
        painter.setBrush(style.colour(soft))
        painter.drawRoundedRect(room, style.size("radius_small"), style.size("radius_small"))
        top = round(room.top() + (height - side) / 2)
        icons.icon(look.icon, look.colour).paint(painter, QRect(round(left) + _PAD, top, side, side))
        start = left + _PAD + side + _GAP
        rest = left + width - _PAD - start
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(bold)
        painter.setPen(style.colour("ink" if line.kind == "to_come" else look.colour))
        said = QFontMetrics(bold).elidedText(line.title, Qt.TextElideMode.ElideRight, round(rest) + 1)
        painter.drawText(QRectF(start, room.top(), rest, height), middle, said)
        if title + _GAP < rest and line.sub:
            painter.setFont(plain)
            painter.setPen(style.colour("ink_2"))
            more = rest - title - _GAP
            said = QFontMetrics(plain).elidedText(line.sub, Qt.TextElideMode.ElideRight, round(more) + 1)
            painter.drawText(QRectF(start + title + _GAP, room.top(), more, height), middle, said)
