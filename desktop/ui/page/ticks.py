"""A list in which some are ticked by the space bar or the mouse."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.ui.widgets import style

_ROWS = 4


class TickList(QListWidget):
    """Words of which some are ticked.

    Args:
        name: what the list is called for those who don't see it.
        offered: the words by their keys, in order.
        parent: the question.
        ticked: the keys that are ticked at first.
    """

    def __init__(
        self,
        name: str,
        offered: Mapping[Any, str],
        parent: QWidget | None = None,
        ticked: Collection[Hashable] = (),
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "list")
        self.setAccessibleName(name)
        for key, words in offered.items():
            item = QListWidgetItem(words, self)
            item.setSizeHint(QSize(0, style.size("quiet")))
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked if key in ticked else Qt.CheckState.Unchecked)
        if offered:
            self.setCurrentRow(0)
        self.setFixedHeight(style.size("row") * _ROWS)

    def ticked(self) -> tuple[Any, ...]:
        """Return the keys of those that are ticked."""
        return self._keys(ticked=True)

    def others(self) -> tuple[Any, ...]:
        """Return the keys of those that aren't."""
        return self._keys(ticked=False)

    def _keys(self, *, ticked: bool) -> tuple[Any, ...]:
        items = [self.item(row) for row in range(self.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if (item.checkState() == Qt.CheckState.Checked) is ticked
        )
