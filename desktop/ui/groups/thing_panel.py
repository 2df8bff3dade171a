"""Beside a list of preparation: one thing in words, what can be done with it, and what is written of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets.buttons import Button, primary, quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label


class ThingPanel(SidePanel):
    """A card with buttons, and cards of notes beneath it.

    Args:
        parent: the view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card("", self, soft=True)
        self.headline = label("", "headline", self)
        self.sentence = label("", "sentence", self)
        for part in (self.headline, self.sentence):
            part.setWordWrap(True)
            self.card.body.addWidget(part)
        self.add(self.card)

    def say(self, headline: str, *sentences: str) -> None:
        """Say what the thing is; an empty sentence is left out."""
        self.headline.setText(headline)
        said = "\n".join(filter(None, sentences))
        self.sentence.setText(said)
        self.sentence.setVisible(bool(said))

    def add_button(self, words: str, does: Callable[[], object], *, main: bool = False) -> Button:
        """Put a button under what is said; ``main`` for the one that is done mostly."""
        made = primary(words, self) if main else secondary(words, None, self)
        made.clicked.connect(lambda _=False: does())
        self.card.body.addWidget(made)
        return made

    def add_note(self, title: str) -> tuple[Card, QLabel]:
        """Put a card with a title beneath the others, and return it with its text."""
        card, said = Card("", self), label("", "sentence", self)
        card.set_title(title)
        said.setWordWrap(True)
        card.body.addWidget(said)
        self.add(card)
        return card, said

    def add_quiet(self, card: Card, words: str, does: Callable[[], object]) -> Button:
        """Put a quiet button into a card, for what is seldom done."""
        made = quiet(words, self)
        made.clicked.connect(lambda _=False: does())
        card.body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made
