"""The frame of the window: training strip, rail, top bar and the page of the chosen place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.empty_page import EmptyPage
from desktop.ui.help_dialog import HelpDialog
from desktop.ui.places import places
from desktop.ui.rail import Rail
from desktop.ui.top_bar import TopBar
from desktop.ui.training_strip import TrainingStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.desk import Desk


class Frame(QMainWindow):
    """The one window of the program.

    Args:
        desk: the office it is opened for.
        parent: none for the real window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places(desk.role)
        self._visited: list[str] = []
        name = self.tr("Hòm Phiếu")
        self.setWindowTitle(f"{name} – {desk.commune}" if desk.commune else name)
        self.rail = Rail(desk, self._places, self)
        self.top_bar = TopBar(desk, self)
        self.pages = QStackedWidget(self)
        for place in self._places:
            self.pages.addWidget(EmptyPage(place, self.pages))
        self._lay_out(training=desk.training)
        self.rail.chosen.connect(self._show)
        self.rail.help_asked.connect(self.show_help)
        self._bind_keys()
        self.rail.choose(self._places[0].key)

    def place(self) -> str:
        """Return the key of the place on show."""
        return self._places[self.pages.currentIndex()].key

    def back(self) -> None:
        """Return from the search box to the rail, or to the place that was on show before."""
        if self.top_bar.search.hasFocus() or len(self._visited) < 2:
            self.rail.choose(self.place())
            return
        self._visited.pop()
        self.rail.choose(self._visited.pop())

    def show_help(self) -> None:
        """Show which keys work."""
        HelpDialog(len(self._places), self).exec()

    def _show(self, key: str) -> None:
        self._visited.append(key)
        self.pages.setCurrentIndex([place.key for place in self._places].index(key))

    def _lay_out(self, *, training: bool) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addLayout(right, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if training:
            column.addWidget(TrainingStrip(whole))
        column.addLayout(below, 1)
        self.setCentralWidget(whole)

    def _bind_keys(self) -> None:
        for number, place in enumerate(self._places, start=1):
            self._bind(f"Ctrl+{number % 10}", partial(self.rail.choose, place.key))
        self._bind("Ctrl+K", lambda: self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._bind("F1", self.show_help)
        self._bind("Esc", self.back)

    def _bind(self, keys: str, does: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(does)
