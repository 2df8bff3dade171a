"""A message inside a dialog: what was refused, above the buttons and under the fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.sentences import two_lines
from desktop.ui.widgets.state import LOOKS


class SaidBox(QWidget):
    """A soft ground with an icon, two lines and a code; hidden while there is nothing to say.

    Args:
        parent: the dialog.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("saidBox")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconView("warning-octagon-fill", "red", "icon", self)
        self._happened = label("", "body", self)
        self._means = label("", "caption", self)
        self._code = label("", "code", self)
        words = QVBoxLayout()
        words.setSpacing(0)
        below = QHBoxLayout()
        below.setSpacing(style.size("icon_gap"))
        below.addWidget(self._means, 1)
        below.addWidget(self._code, 0, Qt.AlignmentFlag.AlignBottom)
        for line in (self._happened, self._means):
            line.setWordWrap(True)
        words.addWidget(self._happened)
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(
            style.size("icon_gap") + 2, style.size("grid"), style.size("grid"), style.size("grid")
        )
        row.setSpacing(style.size("icon_gap"))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def say(self, sentence: str, kind: str = "wrong", code: str = "") -> None:
        """Say a sentence as ``attention`` or ``wrong``; an empty one takes the box away."""
        happened, means = two_lines(sentence)
        look = LOOKS[kind]
        self._icon.set_icon(look.icon, look.colour)
        self._happened.setText(happened)
        self._means.setText(means)
        self._means.setVisible(bool(means or code))
        self._code.setText(code)
        self._code.setVisible(bool(code))
        self.setProperty("tone", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def text(self) -> str:
        """Return what is said; empty where nothing is."""
        return "" if self.isHidden() else self.accessibleName()
