"""What opens each gate of a chain."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.chain.views import Gate
from desktop.ui.chain.words import gate_words
from desktop.ui.widgets import style
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel

_NUMBERS = dict(zip(Gate, ("one", "two", "three", "four", "five"), strict=True))


class GatesCard(Card):
    """What opens each gate.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Cửa mở khi"))
        self.body.setSpacing(style.size("inner") + 1)
        for gate in Gate:
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            row.addWidget(IconView(f"number-circle-{_NUMBERS[gate]}", "ink_2", "icon_small", self))
            row.addWidget(ElidedLabel(gate_words(gate), "caption", self), 1)
            self.body.addLayout(row)
