"""Facts of a card: words at the left, what they come to at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.labels import label


class Facts(QWidget):
    """Words at the left, what they come to at the right, line by line; a long value breaks.

    Args:
        parent: the card.
        long_values: the values take the room and as many lines as they need, and not the words.
        small: words and values of a narrow column.
    """

    def __init__(
        self, parent: QWidget | None = None, *, long_values: bool = False, small: bool = False
    ) -> None:
        super().__init__(parent)
        self._long_values, self._small = long_values, small
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(style.size("inner") + 2)

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other lines."""
        clear(self._lines)
        for word, value in facts:
            self._lines.addWidget(self._line(word, value))

    def _line(self, word: str, value: str) -> QWidget:
        # Each line shares out its own room: a long value makes no other line's words wrap.
        line = QWidget(self)
        parts = ("caption", "value") if self._long_values else ("body", "name")
        if self._small:
            parts = ("caption", "small")
        said, shown = label(word, parts[0], line), label(value, parts[1], line)
        # What is written by hand, such as places, may be longer than a card is wide.
        half = style.size("side_panel") // 2
        long = self._long_values or shown.fontMetrics().horizontalAdvance(value) > half
        (shown if long else said).setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(said, 0 if long else 1)
        row.addWidget(shown, 1 if long else 0)
        return line
