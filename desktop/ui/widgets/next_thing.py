"""The next thing to do: whose it is, what it is, what it means, and its button, on a soft card."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import primary
from desktop.ui.widgets.labels import ElidedLabel, label


class NextThing(QFrame):
    """The parts that such cards share; a subclass lays them out. ``asked`` is emitted by the button.

    Attributes:
        head: a line that says that this is the next thing, and whose.
        headline: what it is.
        sentence: what it means.
        button: does it.

    Args:
        parent: the page.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setProperty("soft", True)
        caption = label(self.tr("Việc tiếp theo"), "small", self)
        caption.setProperty("ink", "accent")
        self._whose = ElidedLabel("", "small", self)
        self._whose.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.setSpacing(style.size("grid"))
        self.head.addWidget(caption)
        self.head.addWidget(self._whose, 1)
        self.headline = label("", "headline", self)
        self.sentence = label("", "sentence", self)
        for part in (self.headline, self.sentence):
            part.setWordWrap(True)
        self.button = primary("", self)
        self.button.clicked.connect(lambda _=False: self.asked.emit())

    def say(self, headline: str, sentence: str, button: str) -> None:
        """Say what comes next; ``sentence`` is empty where there is nothing more to say."""
        self.headline.setText(headline)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.button.setText(button)
        self.setAccessibleName(f"{headline}. {sentence}")
        self._ask_anew()

    def say_whose(self, shown: str, spoken: str) -> None:
        """Say whose it is.

        Args:
            shown: stands at the right of the head.
            spoken: is read aloud before the rest.
        """
        self._whose.setText(shown)
        self.setAccessibleName(f"{spoken}: {self.headline.text()}. {self.sentence.text()}")

    def _ask_anew(self) -> None:
        # Words that wrap anew ask for another height only when they are asked again.
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
        self.updateGeometry()
