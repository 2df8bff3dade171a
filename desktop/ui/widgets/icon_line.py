"""A small icon and, beside it, words in as many lines as they need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label


class IconLine(QWidget):
    """A remark in a card: where it is from, what it waits for, what is open about it.

    Args:
        icon: Phosphor name.
        words: of the remark.
        parent: the card.
        attention: it wants a person.
    """

    def __init__(
        self, icon: str, words: str, parent: QWidget | None = None, *, attention: bool = False
    ) -> None:
        super().__init__(parent)
        said = label(words, "attention" if attention else "caption", self)
        said.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        colour = "amber" if attention else "ink_2"
        row.addWidget(IconView(icon, colour, "icon_small", self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
