"""The foot of a count ballot by ballot: what each key does, and the button that locks the count."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.counting.tallies import OpenTally
from desktop.ui.tally.tally_keys import KeyHints
from desktop.ui.tally.tally_reader import TallyReader
from desktop.ui.tally.tally_words import hints
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import primary
from desktop.ui.widgets.labels import ElidedLabel, key_cap


class TallyFoot(QWidget):
    """The bar under a count; it never takes the keyboard.

    Attributes:
        lock: the button; off until all ballots of the box are read.

    Args:
        opened: the count.
        reader: which key stands for what.
        parent: the screen.
    """

    def __init__(self, opened: OpenTally, reader: TallyReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_box = opened.in_box
        self.setObjectName("bottomBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(style.size("bar_height"))
        self.lock = primary(self.tr("Khóa lượt {0}").format(opened.number), self)
        self.lock.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        note = self.tr("khi đọc đủ {0} phiếu").format(opened.in_box) if opened.in_box is not None else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(style.size("page_side"), 8, style.size("page_side"), 7)
        row.setSpacing(style.size("grid"))
        row.addWidget(KeyHints(hints(opened, reader), self), 1)
        row.addWidget(ElidedLabel(note, "caption", self))
        row.addWidget(key_cap("Ctrl+Enter", self))
        row.addWidget(self.lock)

    def show_read(self, read: int) -> None:
        """Offer to lock the count once as many ballots were read as were in the box, and at least one."""
        self.lock.setEnabled(bool(read) and (self._in_box is None or read >= self._in_box))
