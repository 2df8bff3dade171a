"""Beside the lists: who or what is chosen, its facts, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import primary, quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Does:
    """Something that can be done: its words, what does it, and ``quiet`` for what takes something back."""

    words: str
    act: Callable[[], object]
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """What the panel shows of a line; the first of ``does`` is what Enter on the line does."""

    headline: str
    sentence: str
    facts: Sequence[tuple[str, str]]
    does: Sequence[Does]


class PersonnelPanel(SidePanel):
    """The panel of one line.

    Args:
        parent: the view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self.buttons: list[QPushButton] = []
        self._card = Card("", self, soft=True)
        self.headline = label("", "headline", self)
        self.sentence = label("", "sentence", self)
        for part in (self.headline, self.sentence):
            part.setWordWrap(True)
            self._card.body.addWidget(part)
        self._facts = Facts(self, long_values=True)
        self._card.body.addWidget(self._facts)
        self._does = QVBoxLayout()
        self._does.setSpacing(style.size("grid"))
        self._card.body.addLayout(self._does)
        self.add(self._card)

    def show_line(self, shown: Shown | None) -> None:
        """Show a line; None for nothing chosen."""
        self._shown = shown
        self._card.setVisible(shown is not None)
        clear(self._does)
        self.buttons = []
        if shown is None:
            return
        self.headline.setText(shown.headline)
        self.sentence.setText(shown.sentence)
        self.sentence.setVisible(bool(shown.sentence))
        self._facts.set_facts([(word, value) for word, value in shown.facts if value])
        for at, does in enumerate(shown.does):
            button = self._button(does, first=at == 0)
            button.clicked.connect(lambda _=False, act=does.act: act())
            self._does.addWidget(button)
            self.buttons.append(button)

    def _button(self, does: Does, *, first: bool) -> QPushButton:
        if does.quiet:
            return quiet(does.words, self)
        return primary(does.words, self) if first else secondary(does.words, None, self)

    def press(self) -> bool:
        """Do what comes first; False where nothing is chosen."""
        if self._shown is None or not self._shown.does:
            return False
        self._shown.does[0].act()
        return True
