"""Beside the title: which of the three lists is on show, and of which year of congresses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.fields.choice import ChoiceField

LISTS = ("groups", "approvals", "works")
"""The three lists, by the words with which they are asked for as further views."""


class PreparationHead(QWidget):
    """Three segments and a year; ``other`` carries another list's word, ``year`` another year.

    Args:
        shown: the list on show.
        parent: the view.
    """

    other = Signal(str)
    year = Signal(object)

    def __init__(self, shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = LISTS.index(shown)
        self.segments = Segmented(
            [self.tr("Tiểu ban, tổ"), self.tr("Duyệt đơn vị"), self.tr("Công trình")], self
        )
        self.segments.choose(self._shown)
        self.segments.chosen.connect(self._go)
        self.years = ChoiceField("", [], self)
        self.years.moves_on = False
        self.years.combo.setAccessibleName(self.tr("Năm đại hội"))
        self.years.committed.connect(self.year)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(self.segments)
        row.addWidget(self.years)

    def offer(self, years: Sequence[int], shown: int) -> None:
        """Offer years, the one on show among them."""
        known = sorted({*years, shown}, reverse=True)
        self.years.set_choices([(year, str(year)) for year in known])
        self.years.set_value(shown)

    def _go(self, index: int) -> None:
        if index == self._shown:
            return
        self.segments.choose(self._shown)  # each list has a head of its own
        self.other.emit(LISTS[index])
