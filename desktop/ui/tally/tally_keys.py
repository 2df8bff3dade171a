"""The keys that were pressed last, and what is said of the one that wasn't taken or isn't stored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.tally.tally_drawing import draw_small_cap
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label

_SHOWN = 8


class LastKeys(QWidget):
    """Draws the caps of the last keys, the newest at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Phím vừa bấm"))

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show other keys."""
        self._keys = tuple(keys[-_SHOWN:])
        self.update()

    def keys(self) -> tuple[str, ...]:
        """Return the keys on show."""
        return self._keys

    def sizeHint(self) -> QSize:
        """Return the height of a cap."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the height of a cap."""
        return QSize(style.grown(60), style.size("key"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as many as have room, the newest among them."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(style.font("caption", "medium"))
        widths = [metrics.horizontalAdvance(key) + 14 for key in self._keys]
        keys = list(zip(self._keys, widths, strict=True))
        while keys and sum(wide + 6 for _, wide in keys) > self.width() + 6:
            keys.pop(0)
        left = 0
        for key, wide in keys:
            draw_small_cap(painter, QRect(left, 0, wide, self.height()), key)
            left += wide + 6
        painter.end()


class KeysCard(Card):
    """The last keys, and the way to the paper of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.paper = quiet(self.tr("In nhật ký"), self)
        self.paper.setIcon(icons.icon("printer", "accent"))
        self.paper.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.last = LastKeys(self)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Phím vừa bấm"), "small", self), 1)
        row.addWidget(self.paper)
        self.body.addLayout(row)
        self.body.addWidget(self.last)


class SaidCard(Card):
    """What holds for the count, or what is wrong with the last key or with the store."""

    def __init__(self, usual: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._usual = usual
        self.said = label("", "caption", self)
        self.said.setWordWrap(True)
        column = QVBoxLayout()
        column.addWidget(self.said)
        self.body.addLayout(column)
        self.say("")

    def set_usual(self, sentence: str) -> None:
        """Say something else while nothing is wrong."""
        if sentence != self._usual:
            said = self.said.text() == self._usual
            self._usual = sentence
            if said:
                self.say("")

    def say(self, sentence: str, part: str = "caption") -> None:
        """Say something; empty for what holds usually."""
        self.said.setText(sentence or self._usual)
        self.said.setProperty("part", part if sentence else "caption")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)


class KeyHints(QWidget):
    """What each key does, at the foot of the screen; what has no room is left out from the right."""

    def __init__(self, hints: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = tuple(hints)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("; ".join(f"{key} {does}" for key, does in hints))

    def sizeHint(self) -> QSize:
        """Return room for all."""
        return QSize(sum(self._widths()), style.size("key") + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the height of a cap."""
        return QSize(style.grown(80), style.size("key") + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw cap and words, one beside the other."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(style.font("caption", "medium"))
        left, high = 0, style.size("key")
        for (key, does), wide in zip(self._hints, self._widths(), strict=True):
            if left + wide > self.width() + 24:
                break
            cap = QRect(left, (self.height() - high) // 2, metrics.horizontalAdvance(key) + 14, high)
            draw_small_cap(painter, cap, key)
            painter.setFont(style.font("body"))
            painter.setPen(style.colour("ink"))
            words = QRect(cap.right() + 9, 0, wide, self.height())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), does)
            left += wide
        painter.end()

    def _widths(self) -> list[int]:
        caps = QFontMetrics(style.font("caption", "medium"))
        words = QFontMetrics(style.font("body"))
        return [
            caps.horizontalAdvance(key) + 14 + 9 + words.horizontalAdvance(does) + 24
            for key, does in self._hints
        ]
