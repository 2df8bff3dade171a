"""A state: shape and colour together, and a word wherever it is not plain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets import icons, style

Kind = Literal[
    "done", "doing", "attention", "wrong", "not_yet", "new", "changed", "same", "doubtful", "refused"
]

_GAP = 7


@dataclass(frozen=True, slots=True)
class State:
    """What is so: ``State("attention", "Chờ ký")``."""

    kind: Kind
    word: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of state looks: Phosphor icon, colour token, and the soft ground beneath it."""

    icon: str
    colour: str
    soft: str


LOOKS: dict[str, Look] = {
    "done": Look("check-circle-fill", "green", "green_soft"),
    "doing": Look("circle-half-fill", "accent", "accent_soft"),
    "attention": Look("warning-fill", "amber", "amber_soft"),
    "wrong": Look("warning-octagon-fill", "red", "red_soft"),
    "not_yet": Look("circle", "ring", "grey_soft"),
    "new": Look("plus-circle-fill", "accent", "accent_soft"),
    "changed": Look("pencil-fill", "accent", "accent_soft"),
    "same": Look("equals", "grey", "grey_soft"),
    "doubtful": Look("copy-fill", "amber", "amber_soft"),
    "refused": Look("warning-octagon-fill", "red", "red_soft"),
}

# Kinds that want a person: only these tint the cell under them.
CALLING = frozenset({"attention", "wrong"})


def paint_state(painter: QPainter, rect: QRect, state: State) -> None:
    """Draw the shape and then the word, left in a rectangle and in its middle."""
    look = LOOKS[state.kind]
    side = style.size("icon_small")
    top = rect.top() + (rect.height() - side) // 2
    icons.icon(look.icon, look.colour).paint(painter, QRect(rect.left(), top, side, side))
    if not state.word:
        return
    painter.setFont(style.font("caption", "medium"))
    ink = {"not_yet": "ink_2", "same": "ink_2"}.get(state.kind, look.colour)
    painter.setPen(style.colour(ink))
    room = rect.adjusted(side + _GAP, 0, 0, 0)
    word = painter.fontMetrics().elidedText(state.word, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)


class StateChip(QWidget):
    """A state on its soft ground, 24 px high, in a head line or a panel.

    Args:
        state: what is so.
        parent: the widget it stands in.
    """

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._state = state
        self.setAccessibleName(state.word)

    @property
    def state(self) -> State:
        """What it tells now."""
        return self._state

    def set_state(self, state: State) -> None:
        """Tell another state."""
        self._state = state
        self.setAccessibleName(state.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the shape and the word."""
        word = QFontMetrics(style.font("caption", "medium")).horizontalAdvance(self._state.word)
        return QSize(
            9 + style.size("icon_small") + (_GAP + word if self._state.word else 0) + 9, style.size("chip")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the shape and the word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colour(LOOKS[self._state.kind].soft))
        painter.drawRoundedRect(QRectF(self.rect()), style.size("radius_small"), style.size("radius_small"))
        paint_state(painter, self.rect().adjusted(9, 0, -6, 0), self._state)
        painter.end()
