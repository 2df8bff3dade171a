"""A card that lists as many entries as there is room for, and counts the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label


class ShortListCard(Card):
    """The entries are drawn anew whenever they, or how many of them have room, are others.

    A subclass draws them in ``draw``.

    Args:
        most: how many have room at first.
        at: where in the body the list stands; what the subclass adds before and after it stays.
        parent: the page.
    """

    def __init__(self, *, most: int, at: int = 0, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._most, self._at = most, at
        self._none = ""
        self._entries: Sequence[Any] = ()
        self._list: QWidget | None = None

    def say_if_none(self, sentence: str) -> None:
        """Take what is said where there is no entry."""
        self._none = sentence

    def set_entries(self, entries: Sequence[Any]) -> None:
        """Show other entries, the first of them as far as there is room."""
        self._entries = entries
        self._build()

    def set_most(self, most: int) -> None:
        """Have room for so many."""
        if most != self._most:
            self._most = most
            self._build()

    def room(self, entries: Sequence[Any], most: int) -> int:
        """Return how many of the entries have room, where there is room for ``most`` of the usual height."""
        del entries
        return most

    def draw(self, holder: QWidget, column: QVBoxLayout, shown: Sequence[Any], left: int) -> None:
        """Draw the entries.

        Args:
            holder: the parent of what is drawn.
            column: takes it.
            shown: the entries that have room.
            left: how many others there are.
        """
        raise NotImplementedError

    def _build(self) -> None:
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.deleteLater()
        self._list = QWidget(self)
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        shown = self._entries[: self.room(self._entries, self._most)]
        self.draw(self._list, column, shown, len(self._entries) - len(shown))
        if not self._entries:
            said = label(self._none, "caption", self._list)
            said.setWordWrap(True)
            column.addWidget(said)
        self.body.insertWidget(self._at, self._list)
        self._list.show()
