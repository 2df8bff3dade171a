"""A name, or one of the answers to it: its key, how often it was read, and the squares."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.tally.tally_drawing import draw_cap, draw_marks
from desktop.ui.widgets import style
from desktop.ui.widgets.figures import draw_figures, figures_width

_LEAST_SQUARES = 26
_LEAST_NAME = 140  # pixels, where a longer name ends in an ellipsis
_PAD = 12


@dataclass(frozen=True, slots=True)
class Tier:
    """Sizes of a lane: side of the cap, and the sizes of text of digit, name and running total."""

    cap: int
    digit: str
    name: str
    running: str
    pad: int


_TIERS = (
    Tier(64, "tally_total", "tally_name", "tally_running", 24),
    Tier(44, "title", "tally_total", "tally_name", 16),
    Tier(36, "headline", "title", "tally_total", 12),
    Tier(28, "body", "headline", "title", 10),
    Tier(24, "caption", "body", "headline", 8),
)


@dataclass(frozen=True, slots=True)
class LaneState:
    """What a lane shows now.

    Attributes:
        marks: how many.
        newest: the last key was its.
        chosen: the ballot that is being read names it, or is at its row.
        beside: what else is told of it, in words.
    """

    marks: int = 0
    newest: bool = False
    chosen: bool = False
    beside: str = ""


class TallyLane(QWidget):
    """Draws as large as the room allows.

    Args:
        key: the digits that mark it; empty on the projector.
        title: name or answer.
        parent: the screen.
    """

    def __init__(self, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self.title, self.state = key, title, LaneState()
        self._place = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    def show_state(self, state: LaneState) -> None:
        """Show another state."""
        if state != self.state:
            self.state = state
            self._name()
            self.update()

    def fitting(self) -> int:
        """Return the place of the largest sizes that have room, from 0."""
        return next((place for place, tier in enumerate(_TIERS) if self._has_room(tier)), len(_TIERS) - 1)

    def set_sizes(self, place: int) -> None:
        """Draw in the sizes at a place: all names of a vote are set alike."""
        if place != self._place:
            self._place = place
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for the smallest head and a line of squares."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for the smallest head and a line of squares."""
        least = _TIERS[-1]
        name = QFontMetrics(style.font(least.name, "semibold")).horizontalAdvance(self.title)
        wide = min(name, style.grown(_LEAST_NAME)) + self._beside_name(least)
        return QSize(wide, _head_height(least) + _LEAST_SQUARES + 2 * least.pad)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw border, head and squares."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = self.state
        stands_out = state.newest or state.chosen
        painter.setPen(QPen(style.colour("accent" if stands_out else "line"), 2 if stands_out else 1))
        painter.setBrush(style.colour("accent_soft" if state.chosen else "page"))
        radius = style.size("radius")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tier = _TIERS[self._place]
        inside = self.rect().adjusted(tier.pad, tier.pad // 2 + 4, -tier.pad, -tier.pad // 2 - 2)
        head = QRect(inside.left(), inside.top(), inside.width(), _head_height(tier))
        self._draw_head(painter, head, tier)
        squares = inside.adjusted(0, head.height() + 8, 0, 0)
        draw_marks(painter, squares, state.marks, newest=state.newest)
        painter.end()

    def _draw_head(self, painter: QPainter, head: QRect, tier: Tier) -> None:
        left, cap = head.left(), style.grown(tier.cap)
        if self._key:
            top = head.top() + (head.height() - cap) // 2
            draw_cap(painter, QRect(left, top, cap, cap), self._key, "accent", tier.digit)
            left += cap + 20 * tier.cap // 64
        running = style.font(tier.running, "semibold")
        figure = str(self.state.marks)
        wide = round(figures_width(running, figure))
        painter.setFont(running)
        painter.setPen(style.colour("accent" if self.state.newest else "ink"))
        draw_figures(painter, head, figure)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        room = QRect(left, head.top(), head.right() - wide - _PAD - left, head.height())
        if self.state.beside:
            painter.setFont(style.font("caption"))
            painter.setPen(style.colour("ink_2"))
            foot = QRect(room.left(), room.bottom() - style.grown(16), room.width(), style.grown(18))
            painter.drawText(foot, middle, self.state.beside)
            room.setBottom(foot.top())
        painter.setFont(style.font(tier.name, "semibold"))
        painter.setPen(style.colour("ink"))
        name = painter.fontMetrics().elidedText(self.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, name)

    def _has_room(self, tier: Tier) -> bool:
        name = QFontMetrics(style.font(tier.name, "semibold")).horizontalAdvance(self.title)
        wide = name + self._beside_name(tier)
        high = _head_height(tier) + 2 * _LEAST_SQUARES + 2 * tier.pad
        return wide <= self.width() and high <= self.height()

    def _beside_name(self, tier: Tier) -> int:
        cap = style.grown(tier.cap) + 20 if self._key else 0
        figure = "0" * max(len(str(self.state.marks)), 2)
        return cap + 2 * tier.pad + _PAD + round(figures_width(style.font(tier.running, "semibold"), figure))

    def _name(self) -> None:
        self.setAccessibleName(f"{self.title}: {self.state.marks}")


def _head_height(tier: Tier) -> int:
    text = QFontMetrics(style.font(tier.running, "semibold")).ascent()
    return max(style.grown(tier.cap), text)
