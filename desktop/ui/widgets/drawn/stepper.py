"""The steps of an election or a wizard in a row: done, current, to come, and a fault beside its step.

Nine steps find room on an old screen: a fault stands beneath its word, long words take room from short ones,
or stand in two or three lines; and where even that is too little, circles alone stand in the row and one line
tells of the step that is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, combinations, pairwise

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
_APART = 6  # pixels from a word to its fault
_BETWEEN = 14  # pixels at least from a word to that of the next step
_MOST_LINES = 3
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True, slots=True)
class StepView:
    """One step: its key, its word, a kind of state, and in a few words what is wrong with it."""

    key: str
    word: str
    state_kind: str
    fault: str = ""


class _Fit(Enum):
    """How words and faults lie: the first that fits, from a wide window to a narrow one with large text."""

    BESIDE = 1  # a fault beside its word
    BENEATH = 2  # a fault beneath its word
    SHARED = 3  # the same, a long word with more room than a short one
    WRAPPED = 4  # words in two or three lines, a fault beneath
    ALONE = 5  # the word and fault of one step in a line for all


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
        self._fit = _Fit.BESIDE
        self._lefts: tuple[int, ...] = (0,)  # of each step, and where the last one ends
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
        self._choose_fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay words and faults as the room allows."""
        super().resizeEvent(event)
        self._choose_fit()

    def sizeHint(self) -> QSize:
        """Return room for the circles, the words, and the faults beneath them."""
        wrapped = self._fit is _Fit.WRAPPED
        words = self._line() * (max(len(self._lines(step.word)) for step in self._steps) if wrapped else 1)
        faults = any(step.fault for step in self._steps) and self._is_beneath()
        lines = words + (style.text_size("caption") + 6 if faults else 0)
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
        """Say a step and its fault in full: where room is short they are cut or left out."""
        index = self._index_at(event.position().toPoint())
        step = self._steps[index] if index is not None else None
        said = "" if step is None else step.fault if self._fit is not _Fit.ALONE else _told(step)
        if said:
            QToolTip.showText(event.globalPosition().toPoint(), said, self)

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
        step, circle = self._steps[index], style.size("step_circle")
        left, top = self._lefts[index] + 3, _TOP
        if index + 1 < len(self._steps):
            painter.setPen(QPen(style.colour("green" if step.state_kind == "done" else "line_strong"), 2))
            middle, following = top + circle / 2, self._lefts[index + 1] + 3
            painter.drawLine(QPointF(left + circle + 6, middle), QPointF(following - 6, middle))
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
        if self._fit is _Fit.ALONE and index != self._looked_at():
            return
        painter.setFont(style.font("body", "semibold" if current else "regular"))
        plain = "ink" if step.state_kind == "done" else "ink_2"
        painter.setPen(style.colour("accent" if current else plain))
        room = self._word_room(index)
        lines = self._lines(step.word) if self._fit is _Fit.WRAPPED else (step.word,)
        metrics, elide = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        for number, line in enumerate(lines):
            painter.drawText(room.translated(0, number * self._line()), _MIDDLE, line)
        if not step.fault:
            return
        after = room.adjusted(metrics.horizontalAdvance(step.word) + _APART, 0, 0, 0)
        if self._is_beneath():
            after = room.translated(0, len(lines) * self._line() - 3)
        painter.setFont(style.font("caption"))
        painter.setPen(style.colour({"attention": "amber", "done": "ink_2"}.get(step.state_kind, "red")))
        painter.drawText(after, _MIDDLE, painter.fontMetrics().elidedText(step.fault, elide, after.width()))

    def _word_room(self, index: int) -> QRect:
        """Return where the word of a step starts; the line for all keeps near its circle."""
        top = _TOP + style.size("step_circle") + 6
        left, width = self._lefts[index], self._pitch(index) - _APART
        if self._fit is _Fit.ALONE:
            needed = min(self._needed(self._steps[index]) + 2, self.width())
            left, width = min(left, self.width() - needed), needed
        return QRect(left, top, width, self._line())

    def _choose_fit(self) -> None:
        words_aside = (_Fit.BESIDE, _Fit.BENEATH, _Fit.SHARED, _Fit.WRAPPED)
        self._fit = next((each for each in words_aside if self._fits(each)), _Fit.ALONE)
        pitches = self._shared() if self._fit is _Fit.SHARED else [self._width()] * len(self._steps)
        self._lefts = tuple(accumulate(pitches, initial=0))
        self.updateGeometry()

    def _fits(self, fit: _Fit) -> bool:
        room, metrics = self._width() - _BETWEEN, QFontMetrics(style.font("body", "semibold"))
        if fit is _Fit.BESIDE:
            return all(self._needed(step) <= room for step in self._steps)
        if fit is _Fit.BENEATH:
            return all(metrics.horizontalAdvance(step.word) <= room for step in self._steps)
        if fit is _Fit.SHARED:
            return sum(self._word_pitches()) <= self._whole_width()
        return all(
            metrics.horizontalAdvance(line) <= room for step in self._steps for line in self._lines(step.word)
        )

    def _word_pitches(self) -> list[int]:
        """Return the pixels that the word of each step needs up to the next one."""
        metrics = QFontMetrics(style.font("body", "semibold"))
        least = style.size("step_circle") + 2 * _BETWEEN
        return [max(metrics.horizontalAdvance(step.word) + _BETWEEN, least) for step in self._steps]

    def _shared(self) -> list[int]:
        """Return the room of each step: what its word needs, and a like part of what is left."""
        needed = self._word_pitches()
        spare = (self._whole_width() - sum(needed)) // max(len(needed), 1)
        return [each + spare for each in needed]

    def _is_beneath(self) -> bool:
        """Tell whether a fault stands beneath its word."""
        return self._fit in (_Fit.BENEATH, _Fit.SHARED, _Fit.WRAPPED)

    def _lines(self, word: str) -> tuple[str, ...]:
        """Break the word of a step into as few lines as fit, of about one length each."""
        metrics, room = QFontMetrics(style.font("body", "semibold")), self._width() - _BETWEEN
        parts = word.split()

        def widest(lines: Sequence[str]) -> int:
            return max(metrics.horizontalAdvance(line) for line in lines)

        best: tuple[str, ...] = (word,)
        for count in range(2, min(len(parts), _MOST_LINES) + 1):
            if widest(best) <= room:
                break
            cuts = combinations(range(1, len(parts)), count - 1)
            broken = (pairwise((0, *each, len(parts))) for each in cuts)
            best = min((tuple(" ".join(parts[a:b]) for a, b in each) for each in broken), key=widest)
        return best

    def _needed(self, step: StepView) -> int:
        """Return the pixels that a word takes with its fault beside it."""
        words, faults = QFontMetrics(style.font("body", "semibold")), QFontMetrics(style.font("caption"))
        fault = _APART + faults.horizontalAdvance(step.fault) if step.fault else 0
        return words.horizontalAdvance(step.word) + fault

    def _looked_at(self) -> int:
        return self._at if self.hasFocus() else self._current

    def _width(self) -> int:
        return self._whole_width() // max(len(self._steps), 1)

    def _whole_width(self) -> int:
        return min(style.size("step_most") * len(self._steps), self.width())

    def _pitch(self, index: int) -> int:
        return self._lefts[index + 1] - self._lefts[index]

    def _line(self) -> int:
        return style.text_size("body") + 8

    def _place(self, index: int) -> QRect:
        left = self._lefts[index] - (0 if index == 0 else 3)
        return QRect(left, 0, self._pitch(index) - 4, self.height())

    def _index_at(self, point: QPoint) -> int | None:
        return next((at for at in range(len(self._steps)) if point.x() < self._lefts[at + 1]), None)

    def _describe(self) -> None:
        if self._steps:
            step = self._steps[self._at]
            self.setAccessibleDescription(f"{self._at + 1}. {_told(step)}")


def _told(step: StepView) -> str:
    return f"{step.word} {step.fault}".strip()
