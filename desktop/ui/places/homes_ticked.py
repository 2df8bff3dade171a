"""Which households go to another hamlet: found by name, ticked one by one or all that were found."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.lists.search_box import SearchBox
from desktop.ui.page.ticks import TickList
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.labels import label
from desktop.vietnamese.finding import begins, words_sought


class HomesTicked(QWidget):
    """The households of a hamlet with a box each; ``counted`` after every change of a box.

    Args:
        name: what the list is called for those who don't see it.
        homes: households by their keys, in words.
        parent: the question.
    """

    counted = Signal()

    def __init__(self, name: str, homes: Mapping[int, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TickList(name, homes, self)
        self.list.itemChanged.connect(lambda _: self.counted.emit())
        self.said = label("", "field", self)
        self.said.setWordWrap(True)
        self.search = SearchBox(self)
        self.search.setPlaceholderText(self.tr("Tìm hộ, không cần gõ dấu"))
        self.search.setAccessibleName(self.tr("Tìm hộ"))
        self.search.textChanged.connect(self._find)
        self.search.down.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.all = quiet("", self)
        self.all.clicked.connect(lambda _=False: self.list.tick_shown())
        finding = QHBoxLayout()
        finding.setSpacing(style.size("grid"))
        finding.addWidget(self.search, 1)
        finding.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(self.said)
        column.addLayout(finding)
        column.addWidget(self.list)
        self._find("")

    def say(self, words: str) -> None:
        """Say above the list what a tick means, and how many there are."""
        self.said.setText(words)

    def ticked(self) -> tuple[int, ...]:
        """Return the keys of those that are ticked."""
        return self.list.ticked()

    def others(self) -> tuple[int, ...]:
        """Return the keys of those that aren't."""
        return self.list.others()

    def tick(self, keys: Collection[int]) -> None:
        """Tick some, and none else."""
        self.list.tick(keys)

    def _find(self, typed: str) -> None:
        shown = self.list.show_only(partial(_fits, words_sought(typed)))
        self.all.setText(self.tr("Đánh dấu cả {0} hộ").format(shown))
        self.all.setEnabled(bool(shown))


def _fits(sought: Collection[str], text: str) -> bool:
    return all(begins(text, word) for word in sought)
