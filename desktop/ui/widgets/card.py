"""A box with a border: a head line and a body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.labels import label


class Card(QFrame):
    """A panel beside a list; soft for the next thing to do.

    Attributes:
        head: the head line, after the title; add what belongs at its right.
        body: what stands beneath.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None, *, soft: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setProperty("soft", soft)
        self.setAccessibleName(title)
        padding = style.size("card_padding")
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, padding - 4, padding, padding - 2)
        column.setSpacing(style.size("grid"))
        self.head = QHBoxLayout()
        self.head.setSpacing(style.size("grid"))
        self._title = label(title, "name", self)
        self.head.addWidget(self._title)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(style.size("grid"))
        column.addLayout(self.head)
        column.addLayout(self.body, 1)
        self._title.setVisible(bool(title))

    def set_title(self, title: str) -> None:
        """Write another title."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a thin line between parts of a card."""
    made = QFrame(parent)
    made.setProperty("kind", "hairline")
    return made
