"""A list in which some are ticked by the space bar or the mouse, one by one or many at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop.ui.widgets import style

_LINES = 5
_AROUND = 10  # pixels of padding and edge around the lines


class TickList(QListWidget):
    """Words of which some are ticked; Shift and the arrows choose several, which the space bar ticks at once.

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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        if offered:
            self.setCurrentRow(0)
        lines = min(self.count(), _LINES) * style.size("quiet")
        self.setFixedHeight(max(lines, style.size("row")) + 2 * self.frameWidth() + _AROUND)

    def ticked(self) -> tuple[Any, ...]:
        """Return the keys of those that are ticked."""
        return self._keys(ticked=True)

    def others(self) -> tuple[Any, ...]:
        """Return the keys of those that aren't."""
        return self._keys(ticked=False)

    def tick(self, keys: Collection[Hashable]) -> None:
        """Tick those of some keys, and none else."""
        for item in self._items():
            self._set(item, ticked=item.data(Qt.ItemDataRole.UserRole) in keys)

    def tick_shown(self) -> None:
        """Tick all that are shown; where all are, none of them."""
        self._turn([item for item in self._items() if not item.isHidden()])

    def show_only(self, wanted: Callable[[str], bool]) -> int:
        """Show those whose words are wanted, the others stay as they are; return how many are shown."""
        shown = 0
        for item in self._items():
            fits = wanted(item.text())
            item.setHidden(not fits)
            item.setSelected(item.isSelected() and fits)
            shown += fits
        current = self.currentItem()
        if shown and (current is None or current.isHidden()):
            self.setCurrentItem(next(item for item in self._items() if not item.isHidden()))
        return shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick all that are chosen."""
        chosen = [item for item in self.selectedItems() if not item.isHidden()]
        if event.key() == Qt.Key.Key_Space and len(chosen) > 1:
            self._turn(chosen)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by the words as by the box before them."""
        item = self.itemAt(event.position().toPoint())
        before = item.checkState() if item is not None else None
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if item is not None and plain and item.checkState() == before and item is self.currentItem():
            self._turn([item])

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _turn(self, items: Collection[QListWidgetItem]) -> None:
        ticked = all(item.checkState() == Qt.CheckState.Checked for item in items)
        for item in items:
            self._set(item, ticked=not ticked)

    def _set(self, item: QListWidgetItem, *, ticked: bool) -> None:
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _keys(self, *, ticked: bool) -> tuple[Any, ...]:
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if (item.checkState() == Qt.CheckState.Checked) is ticked
        )
