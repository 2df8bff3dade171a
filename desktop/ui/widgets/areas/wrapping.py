"""Parts in a row; those that find no room there stand in further rows beneath."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets import style


class Wrapping(QWidget):
    """A row that becomes several where it is narrow, each part whole.

    Args:
        parent: the page.
        gap: token of the room between parts.
        high: whether parts stand at the upper edge of their row, as fields do that have words beneath.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: str = "grid", high: bool = False) -> None:
        super().__init__(parent)
        self._gap = style.size(gap)
        self._edge = Qt.AlignmentFlag.AlignTop if high else Qt.AlignmentFlag.AlignVCenter
        self._parts: list[QWidget] = []
        self._elastic: set[QWidget] = set()
        self._pushed: set[QWidget] = set()
        self._rows: list[list[QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(style.size("grid"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, part: QWidget, *, elastic: bool = False, pushed: bool = False) -> None:
        """Add a part at the end.

        Args:
            part: shown or hidden; hidden it takes no room.
            elastic: it takes the room that its row leaves.
            pushed: it and what follows in its row stand at the right.
        """
        part.setParent(self)
        self._parts.append(part)
        if elastic:
            self._elastic.add(part)
        if pushed:
            self._pushed.add(part)
        self._place(self._split(self.width()))

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._parts)

    def insert(self, place: int, part: QWidget, *, pushed: bool = False) -> None:
        """Add a part before others."""
        self.add(part, pushed=pushed)
        self._parts.insert(place, self._parts.pop())
        self._place(self._split(self.width()))

    def sizeHint(self) -> QSize:
        """Return room for all parts in one row, and the height of the rows that there are."""
        if self._is_let_go():
            return QSize()
        shown = [part for part in self._parts if not part.isHidden()]
        wide = sum(_wide(part, elastic=False) for part in shown) + self._gap * max(len(shown) - 1, 0)
        return QSize(wide, self._column.totalMinimumSize().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part, for each can have a row of its own."""
        if self._is_let_go():
            return QSize()
        wide = max((_least(part) for part in self._parts if not part.isHidden()), default=0)
        return QSize(wide, self._column.totalMinimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as few rows as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Look anew when a part came, went, or says something else."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _is_let_go(self) -> bool:
        # What is just being taken apart has lost its attributes, and is still asked for its size.
        return "_rows" not in self.__dict__

    def _fit(self) -> None:
        if self._is_let_go():
            return
        rows = self._split(self.width())
        if rows != self._rows:
            self._place(rows)

    def _split(self, room: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = [[]]
        taken, kept_together = 0, False
        for number, part in enumerate(self._parts):
            if part.isHidden():
                rows[-1].append(part)
                continue
            wide = self._room_of([part])
            if part in self._pushed and not kept_together:
                # What stands at the right stays together, in a row of its own rather than torn apart.
                kept_together = True
                wide = self._room_of(self._parts[number:])
            if taken and taken + self._gap + wide > room:
                rows.append([])
                taken = 0
            rows[-1].append(part)
            taken += self._room_of([part]) + (self._gap if taken else 0)
        return rows

    def _room_of(self, parts: list[QWidget]) -> int:
        wide = [_wide(part, elastic=part in self._elastic) for part in parts if not part.isHidden()]
        return sum(wide) + self._gap * max(len(wide) - 1, 0)

    def _place(self, rows: list[list[QWidget]]) -> None:
        self._rows = rows
        while (item := self._column.takeAt(0)) is not None:
            before = item.layout()
            if before is not None:
                while before.takeAt(0) is not None:
                    pass
                before.deleteLater()
        for parts in rows:
            row = QHBoxLayout()
            row.setSpacing(self._gap)
            free = True
            for part in parts:
                if part in self._pushed and free:
                    row.addStretch(1)
                    free = False
                if part in self._elastic:
                    row.addWidget(part, 1000)
                    free = False
                else:
                    row.addWidget(part, 0, self._edge)
            if free:
                row.addStretch(1)
            self._column.addLayout(row)
        self.updateGeometry()


def _wide(part: QWidget, *, elastic: bool) -> int:
    if elastic:
        return _least(part)
    return min(max(part.sizeHint().width(), _least(part)), part.maximumWidth())


def _least(part: QWidget) -> int:
    return part.minimumWidth() or part.minimumSizeHint().width()
