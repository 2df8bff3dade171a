"""A list and the panel about it: side by side, or under each other where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.table.table import Table

_ANY = 16777215  # Qt's own largest width


class Beside(QBoxLayout):
    """Parts from left to right; in a narrow window one under the other, and the page scrolls.

    The width of the whole window decides, which no part can change, so that nothing turns to and fro.
    """

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(style.size("column_gap"))
        self._panels: dict[QWidget, int] = {}
        self._stacked = False

    def add(self, part: QWidget | QLayout, stretch: int = 1) -> None:
        """Add what takes the room that is left."""
        if isinstance(part, QWidget):
            self.addWidget(part, stretch)
        else:
            self.addLayout(part, stretch)

    def add_panel(self, panel: QWidget) -> None:
        """Add a panel of fixed width; stacked, it is as wide as the page and as high as its content."""
        self._panels[panel] = panel.maximumWidth()
        self.addWidget(panel)

    def set_width(self, panel: QWidget, pixels: int) -> None:
        """Give a panel another width, for as long as it stands beside."""
        self._panels[panel] = pixels
        if not self._stacked:
            panel.setFixedWidth(pixels)

    def is_stacked(self) -> bool:
        """Tell whether the parts stand under each other."""
        return self._stacked

    def setGeometry(self, rect: QRect) -> None:
        """Turn where the window became narrow or wide, then lay the parts out."""
        holder = self.parentWidget()
        if holder is not None:
            stacked = is_narrow(holder.window())
            if stacked != self._stacked:
                self._turn(holder, stacked=stacked)
        super().setGeometry(rect)

    def _turn(self, holder: QWidget, *, stacked: bool) -> None:
        self._stacked = stacked
        way = QBoxLayout.Direction
        self.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        for panel, width in self._panels.items():
            panel.setMinimumWidth(0 if stacked else width)
            panel.setMaximumWidth(_ANY if stacked else width)
            areas = panel.findChildren(Scrolling)
            for area in (*areas, panel) if isinstance(panel, Scrolling) else areas:
                area.set_grows(grows=stacked)
        for table in holder.findChildren(Table):
            table.show_more(more=stacked)
        holder.updateGeometry()


def is_narrow(window: QWidget) -> bool:
    """Tell whether a window is too narrow, at this size of text, for a list with a panel beside it."""
    return window.width() < style.size("window_narrow")
