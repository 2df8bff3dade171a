"""The panel of the next thing of a congress: what it is, what it means, its button beside the words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.congress.next_words import NextSaid
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.labels import key_cap
from desktop.ui.widgets.next_thing import NextThing


class NextCard(NextThing):
    """Words at the left, key and button at the right; stacked in a narrow window.

    ``asked`` is emitted by the button. Without one it says only what follows: the bar has the button then.

    Args:
        parent: the view.
        button: whether the button stands here.
    """

    def __init__(self, parent: QWidget | None = None, *, button: bool = True) -> None:
        super().__init__(parent)
        said = QVBoxLayout()
        said.setSpacing(style.size("inner"))
        said.addLayout(self.head)
        said.addWidget(self.headline)
        said.addWidget(self.sentence)
        self._key = key_cap("Ctrl+Enter", self)
        parts = Beside()
        padding = style.size("card_padding")
        parts.setContentsMargins(padding, padding - 4, padding, padding - 4)
        parts.add(said)
        parts.addWidget(self._key, 0, Qt.AlignmentFlag.AlignCenter)
        parts.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._key.setVisible(button)
        self.button.setVisible(button)
        self.setLayout(parts)

    def hasHeightForWidth(self) -> bool:
        """Say no: asked for the height at its width, a page would ask all that it holds for theirs."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def set_next(self, said: NextSaid | None) -> None:
        """Say what comes next; None where nothing is left."""
        self.setVisible(said is not None)
        if said is None:
            return
        self.say(said.headline, said.sentence, said.button)
        self._fit()
