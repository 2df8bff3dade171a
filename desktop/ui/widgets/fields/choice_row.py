"""A few ways to go on, each with what it means: one is chosen with the arrow keys or a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets import icons, style

_LEFT = 56
_PAD = 10
_WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Way:
    """One of them: its key, Phosphor icon, headline, and a sentence on what it means."""

    key: str
    icon: str
    headline: str
    sentence: str


class ChoiceRows(QWidget):
    """Ways beneath each other; ``chosen`` carries the key, ``opened`` when Enter is pressed on one.

    Args:
        ways: the first is chosen.
        parent: the page.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, ways: Sequence[Way], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.rows: dict[str, _WayRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        for way in ways:
            row = _WayRow(way, self)
            row.toggled.connect(lambda on, key=way.key: self.chosen.emit(key) if on else None)
            row.entered.connect(lambda key=way.key: self.opened.emit(key))
            self._group.addButton(row)
            self.rows[way.key] = row
            column.addWidget(row)
        self.rows[ways[0].key].setChecked(True)
        self.setFocusProxy(self.rows[ways[0].key])

    def value(self) -> str:
        """Return the key of the chosen way."""
        return next(key for key, row in self.rows.items() if row.isChecked())

    def choose(self, key: str) -> None:
        """Choose a way."""
        self.rows[key].setChecked(True)
        self.setFocusProxy(self.rows[key])


class _WayRow(QAbstractButton):
    entered = Signal()

    def __init__(self, way: Way, parent: QWidget) -> None:
        super().__init__(parent)
        self._way = way
        self._laid_out = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(way.headline)
        self.setAccessibleDescription(way.sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setChecked(True)
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = style.size("sentence_width")
        return QSize(width, self.heightForWidth(self.width() if self._laid_out else width))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid_out = True
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()  # the sentence breaks elsewhere

    def hasHeightForWidth(self) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, radius = self.isChecked(), style.size("radius")
        painter.setPen(style.colour("accent_line" if on else "line_strong"))
        ground = "accent_soft" if on else "sunk" if self.underMouse() else "page"
        painter.setBrush(style.colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side, left = style.size("icon_large"), style.grown(_LEFT)
        glyph = QRect((left - side) // 2 + 2, _PAD + 1, side, side)
        icons.icon(f"{self._way.icon}{'-fill' if on else ''}", "accent" if on else "ink_2").paint(
            painter, glyph
        )
        line = QFontMetrics(style.font("body", "semibold")).height()
        room = self.rect().adjusted(left, _PAD, -left, 0)
        painter.setFont(style.font("body", "semibold"))
        painter.setPen(style.colour("ink"))
        painter.drawText(room, _WRAP, self._way.headline)
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour("ink_2"))
        painter.drawText(room.adjusted(0, line + 2, 0, 0), _WRAP, self._way.sentence)
        tick = style.size("quiet_low")
        mark = QRect(self.width() - left + 18, (self.height() - tick) // 2, tick, tick)
        icons.icon("check-circle-fill" if on else "circle", "accent" if on else "ring").paint(painter, mark)
        if self.hasFocus():
            painter.setPen(QPen(style.colour("accent"), style.size("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius - 1, radius - 1)
        painter.end()

    def heightForWidth(self, width: int) -> int:
        head = QFontMetrics(style.font("body", "semibold")).height()
        room = QRect(0, 0, width - 2 * style.grown(_LEFT), 1000)
        said = QFontMetrics(style.font("caption")).boundingRect(room, _WRAP, self._way.sentence).height()
        return head + 2 + said + 2 * _PAD + 2
