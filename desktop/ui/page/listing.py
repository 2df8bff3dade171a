"""The list that a place opens with: one line for each thing, or what to do while there is none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.table import Table

_BELOW = 12


class Listing(QWidget):
    """A title, a table no higher than its rows, and a bar; the empty view in their place without a row.

    A subclass makes table and empty view, adds to ``bar`` what it offers, and calls ``lay_out`` once.

    Attributes:
        table, empty: as the subclass made them.
        bar: there while there are rows.
    """

    table: Table
    empty: EmptyView

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = BottomBar(self)
        self._stack = Views(self)

    def lay_out(self, title: str) -> None:
        """Put the parts in their places."""
        self.table.hug()
        filled = QWidget(self)
        inside = QVBoxLayout(filled)
        inside.setContentsMargins(0, 0, 0, _BELOW)
        inside.addWidget(self.table)
        inside.addStretch(1)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        side = style.size("page_side")
        body = QVBoxLayout()
        body.setContentsMargins(side, style.size("page_top"), side, 0)
        body.setSpacing(_BELOW)
        body.addWidget(label(title, "title", self))
        body.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.bar)

    def set_lines(self, lines: Sequence[object]) -> None:
        """Show the lines."""
        self.table.set_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.bar.setVisible(bool(lines))
