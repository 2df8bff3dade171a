"""A list and the panel about it: side by side, or under each other where the window is narrow."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from desktop.ui.widgets import style

_ANY = 16777215  # Qt's own largest width


@runtime_checkable
class Grows(Protocol):
    """What asks for more room where the page scrolls: an area for its content, a table for more rows."""

    def set_grows(self, *, grows: bool) -> None:
        """Ask for more room, or scroll in its own."""


class Beside(QBoxLayout):
    """Parts from left to right; in a narrow window one under the other, and the page scrolls.

    The width of the whole window decides, which no part can change, so that nothing turns to and fro.
    """

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self.setSpacing(style.size("column_gap"))
        self._panels: dict[QWidget, tuple[int, int]] = {}
        self._growing: list[Grows] = []
        self._stacked = False

    def add(self, part: QWidget | QLayout, stretch: int = 1) -> None:
        """Add what takes the room that is left."""
        self._note(part)
        if isinstance(part, QWidget):
            self.addWidget(part, stretch)
        else:
            self.addLayout(part, stretch)

    def add_panel(self, panel: QWidget) -> None:
        """Add a panel of fixed width; stacked, it is as wide as the page and as high as its content."""
        self._note(panel)
        self._panels[panel] = (panel.maximumWidth(), panel.maximumWidth())
        self.addWidget(panel)

    def lead(self, chooser: QWidget, least: int, most: int) -> None:
        """Put first what chooses the rest, between two widths; stacked, it is as wide as the page."""
        self._note(chooser)
        self._panels[chooser] = (least, most)
        chooser.setMinimumWidth(least)
        chooser.setMaximumWidth(most)
        self.insertWidget(0, chooser, 2)

    def grow_too(self, *parts: Grows) -> None:
        """Name what stands further inside and asks for more room where the parts are stacked."""
        self._growing.extend(parts)

    def set_width(self, panel: QWidget, pixels: int) -> None:
        """Give a panel another width, for as long as it stands beside."""
        self._panels[panel] = (pixels, pixels)
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
        for panel, (least, most) in self._panels.items():
            panel.setMinimumWidth(0 if stacked else least)
            panel.setMaximumWidth(_ANY if stacked else most)
        # Named beforehand: whoever looks through all children may come upon one that is just being destroyed.
        for part in self._growing:
            part.set_grows(grows=stacked)
        holder.updateGeometry()

    def _note(self, part: object) -> None:
        if isinstance(part, Grows):
            self._growing.append(part)


def is_narrow(window: QWidget) -> bool:
    """Tell whether a window is too narrow, at this size of text, for a list with a panel beside it."""
    return window.width() < style.size("window_narrow")
