"""The chain of one hamlet drawn: six nodes in a row, a gate on the line between each two.

Source: look-t2.md (chain row, gate).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.services.chain.views import GateState, NodeState
from desktop.ui.widgets import icons, style

_ICON, _BOX, _GATE_ICON = 24, 21, 14
_BETWEEN = 12  # pixels between two rows of nodes
_LINE_FROM, _LINE_TO, _GATE_RIGHT = 30, 6, 12

_NODES = {
    NodeState.DONE: ("check-circle-fill", "green"),
    NodeState.CURRENT: ("circle-half-fill", "accent"),
    NodeState.ATTENTION: ("warning-fill", "amber"),
    NodeState.WRONG: ("warning-octagon-fill", "red"),
    NodeState.TO_COME: ("circle", "ring"),
}
GATES = {
    GateState.OPEN: ("lock-simple-open", "green"),
    GateState.SHUT: ("lock-simple", "ink_3"),
    GateState.LET_THROUGH: ("warning-fill", "amber"),
}
"""Icon and colour of a gate; the legend names all three."""


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node: how far it is, its name, a shorter one where room is short, and two lines beneath."""

    state: NodeState
    name: str
    short: str
    first: str
    second: str


class ChainRowView(QWidget):
    """The six nodes and five gates of a hamlet; what has no room is elided and said in a tool tip.

    Args:
        parent: the card.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[DrawnNode, ...] = ()
        self._gates: tuple[GateState, ...] = ()
        self._across = 6
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chain(self, nodes: Sequence[DrawnNode], gates: Sequence[GateState], spoken: str) -> None:
        """Show another chain; ``spoken`` says the same to whoever listens."""
        self._nodes, self._gates = tuple(nodes), tuple(gates)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for icon, name and two lines, in two rows where one is too narrow."""
        return QSize(6 * style.grown(110), self._high())

    def minimumSizeHint(self) -> QSize:
        """Return the least in which three nodes have room beside each other."""
        return QSize(3 * style.grown(96), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the nodes in two rows where their words have no room in one."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nodes, lines, gates and words."""
        del event
        if not self._nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch, across = self.width() / self._across, self._across
        for number, node in enumerate(self._nodes):
            left, top = round(number % across * pitch), number // across * (self._row_high() + _BETWEEN)
            painter.save()
            painter.translate(0, top)
            self._draw_node(painter, node, left, round(pitch))
            if number < len(self._gates):
                self._draw_gate(painter, number, left, round((number % across + 1) * pitch))
            painter.restore()
        painter.end()

    def _draw_node(self, painter: QPainter, node: DrawnNode, left: int, pitch: int) -> None:
        name, colour = _NODES[node.state]
        icons.icon(name, colour).paint(painter, QRect(left, 0, _ICON, _ICON))
        room = pitch - style.size("grid")
        current = node.state is NodeState.CURRENT
        ink = "accent" if current else "ink_2" if node.state is NodeState.TO_COME else "ink"
        top = _ICON + style.size("inner")
        bold = style.font("body", "semibold" if current else "medium")
        fits = QFontMetrics(bold).horizontalAdvance(node.name) <= room
        for text, face, inked in (
            (node.name if fits else node.short, bold, ink),
            (node.first, style.font("caption"), "ink_2"),
            (node.second, style.font("caption"), "ink_2"),
        ):
            measure = QFontMetrics(face)
            painter.setFont(face)
            painter.setPen(style.colour(inked))
            said = measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, top, room, measure.height()), int(Qt.AlignmentFlag.AlignLeft), said)
            top += measure.height()

    def _draw_gate(self, painter: QPainter, number: int, left: int, right: int) -> None:
        middle = _ICON / 2
        done = self._nodes[number].state is NodeState.DONE
        painter.setPen(QPen(style.colour("green" if done else "line_strong"), 2))
        painter.drawLine(QPointF(left + _LINE_FROM, middle), QPointF(right - _LINE_TO, middle))
        state = self._gates[number]
        icon, colour = GATES[state]
        centre = (left + _LINE_FROM + right - _LINE_TO) / 2 + _GATE_RIGHT / 2
        box = QRectF(centre - _BOX / 2, middle - _BOX / 2, _BOX, _BOX)
        let = state is GateState.LET_THROUGH
        painter.setPen(QPen(style.colour(colour if state is not GateState.SHUT else "line_strong"), 1))
        painter.setBrush(style.colour("amber_soft" if let else "page"))
        painter.drawRoundedRect(box, style.size("radius_small"), style.size("radius_small"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = _GATE_ICON
        spot = QRect(round(centre - side / 2), round(middle - side / 2), side, side)
        icons.icon(icon, colour).paint(painter, spot)

    def _fit(self) -> None:
        caption = QFontMetrics(style.font("caption"))
        said = [line for node in self._nodes for line in (node.first, node.second)]
        widest = max((caption.horizontalAdvance(line) for line in said), default=0) + style.size("grid")
        across = 6 if widest * 6 <= self.width() else 3
        if across != self._across or self.minimumHeight() != self._high():
            self._across = across
            self.setFixedHeight(self._high())
            self.updateGeometry()
            self.update()

    def _high(self) -> int:
        rows = 6 // self._across
        return rows * self._row_high() + (rows - 1) * _BETWEEN

    def _row_high(self) -> int:
        lines = QFontMetrics(style.font("body", "semibold")).height()
        return _ICON + style.size("inner") + lines + 2 * QFontMetrics(style.font("caption")).height()
