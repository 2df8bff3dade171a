"""The steps of an election or a wizard in one line: done, current, to come, and a fault beside its step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.widgets import icons, style

_TOP = 4
_APART = 6


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: its key, its word, a kind of state, and in a few words what is wrong with it."""

    key: str
    word: str
    state_kind: str
    fault: str = ""


class Stepper(QWidget):
    """Left and right move from step to step, Enter or a click chooses one.

    Args:
        parent: the page.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[StepView, ...] = ()
        self._current = 0
        self._at = 0
        self._beneath = False  # a fault stands beneath its word where there is no room beside it
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Các bước"))
        self.setMouseTracking(True)

    def set_steps(self, steps: Sequence[StepView], current: str) -> None:
        """Show steps, one of them the current one."""
        self._steps = tuple(steps)
        keys = [step.key for step in self._steps]
        self._current = keys.index(current) if current in keys else 0
        self._at = self._current
        self._describe()
        self._place_faults()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put faults beneath their words where the room beside them is short."""
        super().resizeEvent(event)
        self._place_faults()

    def sizeHint(self) -> QSize:
        """Return room for the circles and one line of words, or two."""
        lines = self._line() + (style.text_size("caption") + 6 if self._beneath else 0)
        return QSize(480, _TOP + style.size("step_circle") + 6 + lines + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(320, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, choose with Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._steps:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._at = min(max(self._at + step, 0), len(self._steps) - 1)
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._steps:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                super().keyPressEvent(event)
                return
            self.chosen.emit(self._steps[self._at].key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start from the current step."""
        self._at = self._current
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step that was pressed."""
        index = self._index_at(event.position().toPoint())
        if index is not None:
            self._at = index
            self.chosen.emit(self._steps[index].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say a fault in full where it is cut."""
        index = self._index_at(event.position().toPoint())
        fault = self._steps[index].fault if index is not None else ""
        if fault:
            QToolTip.showText(event.globalPosition().toPoint(), fault, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lines, circles and words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(len(self._steps)):
            self._step(painter, index)
        if self.hasFocus() and self._steps:
            painter.setPen(QPen(style.colour("accent"), style.size("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self._place(self._at)).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _step(self, painter: QPainter, index: int) -> None:
        step, circle, width = self._steps[index], style.size("step_circle"), self._width()
        left, top = index * width + 3, _TOP
        if index + 1 < len(self._steps):
            painter.setPen(QPen(style.colour("green" if step.state_kind == "done" else "line_strong"), 2))
            middle = top + circle / 2
            painter.drawLine(QPointF(left + circle + 6, middle), QPointF(left + width - 6, middle))
        rect = QRect(left, top, circle, circle)
        current = index == self._current
        if current or step.state_kind == "doing":
            painter.setPen(Qt.PenStyle.NoPen if current else QPen(style.colour("accent"), 2))
            painter.setBrush(style.colour("accent") if current else style.colour("page"))
            painter.drawEllipse(rect.adjusted(0, 0, 0, 0) if current else rect.adjusted(1, 1, -1, -1))
            self._number(painter, rect, index, "page" if current else "accent")
        elif step.state_kind == "done":
            icons.icon("check-circle-fill", "green").paint(painter, rect.adjusted(-2, -2, 2, 2))
        else:
            painter.setPen(QPen(style.colour("line_strong"), 2))
            painter.setBrush(style.colour("page"))
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
            self._number(painter, rect, index, "ink_3")
        self._words(painter, index)

    def _number(self, painter: QPainter, rect: QRect, index: int, ink: str) -> None:
        painter.setFont(style.font("caption", "semibold"))
        painter.setPen(style.colour(ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(index + 1))

    def _words(self, painter: QPainter, index: int) -> None:
        step, current = self._steps[index], index == self._current
        top = _TOP + style.size("step_circle") + 6
        room = QRect(index * self._width(), top, self._width() - _APART, self._line())
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(style.font("body", "semibold" if current else "regular"))
        plain = "ink" if step.state_kind == "done" else "ink_2"
        painter.setPen(style.colour("accent" if current else plain))
        elide = Qt.TextElideMode.ElideRight
        word = painter.fontMetrics().elidedText(step.word, elide, room.width())
        painter.drawText(room, left, word)
        if not step.fault:
            return
        after = room.adjusted(painter.fontMetrics().horizontalAdvance(word) + _APART, 0, 0, 0)
        if self._beneath:
            after = room.translated(0, self._line() - 3)
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour({"attention": "amber", "done": "ink_2"}.get(step.state_kind, "red")))
        if after.width() > 16:
            painter.drawText(after, left, painter.fontMetrics().elidedText(step.fault, elide, after.width()))

    def _place_faults(self) -> None:
        words, faults = QFontMetrics(style.font("body", "semibold")), QFontMetrics(style.font("caption"))
        needed = (
            words.horizontalAdvance(step.word) + _APART + faults.horizontalAdvance(step.fault)
            for step in self._steps
            if step.fault
        )
        beneath = max(needed, default=0) > self._width() - _APART
        if beneath != self._beneath:
            self._beneath = beneath
            self.updateGeometry()

    def _width(self) -> int:
        return min(style.size("step_most"), self.width() // max(len(self._steps), 1))

    def _line(self) -> int:
        return style.text_size("body") + 8

    def _place(self, index: int) -> QRect:
        return QRect(index * self._width() - (0 if index == 0 else 3), 0, self._width() - 4, self.height())

    def _index_at(self, point: QPoint) -> int | None:
        found = point.x() // max(self._width(), 1)
        return found if 0 <= found < len(self._steps) else None

    def _describe(self) -> None:
        if self._steps:
            step = self._steps[self._at]
            self.setAccessibleDescription(f"{self._at + 1}. {step.word} {step.fault}".strip())
