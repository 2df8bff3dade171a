"""What comes next for the chosen hamlet, beside the chains."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.chain.views import ChainRow
from desktop.ui.chain.next_words import next_words
from desktop.ui.widgets import style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.next_thing import NextThing


class ChainNextPanel(NextThing):
    """The next thing for the chosen hamlet; ``asked`` is emitted by its button.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caller = QWidget(self)
        line = QHBoxLayout(self._caller)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(style.size("inner"))
        self._name = ElidedLabel("", "caption", self)
        self._phone = label("", "small", self)
        line.addWidget(self._name, 1)
        line.addWidget(IconView("phone", "ink_2", "icon_small", self))
        line.addWidget(self._phone)
        padding = style.size("card_padding")
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, padding - 6, padding, padding - 6)
        column.setSpacing(6)
        column.addLayout(self.head)
        for part in (self.headline, self.sentence, self.button, self._caller):
            column.addWidget(part)

    def set_row(self, row: ChainRow | None) -> None:
        """Show what comes next for a hamlet; nothing where none is chosen."""
        self.setVisible(row is not None)
        if row is None:
            return
        words, congress, head = next_words(row), row.chain.congress, row.chain.head
        hour = f", {congress.opening:%H:%M}" if congress.opening else ""
        self.button.setVisible(bool(words.button))
        self._name.setText(head.caller)
        self._phone.setText(head.phone)
        self._caller.setVisible(bool(head.phone))
        self.say(words.headline, words.sentence, words.button)
        self.say_whose(f"{row.chain.name}{hour}", row.chain.hamlet)
