"""The lanes of a count: one under another for a few names, in columns for many where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.tally.tally_lane import LaneState, TallyLane
from desktop.ui.widgets import style

_ONE_COLUMN, _TWO_COLUMNS = 3, 8


class TallyLanes(QWidget):
    """Lanes of one size, as tall as the room, and never less than they can be read in.

    Args:
        lanes: key and title of each.
        parent: the screen.
    """

    def __init__(self, lanes: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = [TallyLane(key, title, self) for key, title in lanes]
        self.setMinimumHeight(self._least_height(1))

    def show_states(self, states: Sequence[LaneState]) -> None:
        """Show what each lane has now."""
        for lane, state in zip(self.lanes, states, strict=True):
            lane.show_state(state)
        self._set_alike()

    def sizeHint(self) -> QSize:
        """Return room for one column."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return room for the widest lane, and for all in as many columns as there are now."""
        return QSize(self._least().width(), self._least_height(self._across()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as the width allows."""
        super().resizeEvent(event)
        across = self._across()
        self.setMinimumHeight(self._least_height(across))
        down, gap = -(-len(self.lanes) // across), self._gap(across)
        wide = (self.width() - gap * (across - 1)) // across
        high = (max(self.height(), self.minimumHeight()) - gap * (down - 1)) // down
        for place, lane in enumerate(self.lanes):
            column, row = divmod(place, down)
            lane.setGeometry(QRect(column * (wide + gap), row * (high + gap), wide, high))
        self._set_alike()

    def _set_alike(self) -> None:
        place = max(lane.fitting() for lane in self.lanes)
        for lane in self.lanes:
            lane.set_sizes(place)

    def _across(self) -> int:
        count = len(self.lanes)
        wanted = 1 if count <= _ONE_COLUMN else 2 if count <= _TWO_COLUMNS else 3
        fitting = (self.width() + style.size("column_gap")) // (
            self._least().width() + style.size("column_gap")
        )
        return max(min(wanted, fitting), 1)

    def _gap(self, across: int) -> int:
        few = -(-len(self.lanes) // across) <= _ONE_COLUMN
        return style.size("column_gap" if few else "grid")

    def _least(self) -> QSize:
        hints = [lane.minimumSizeHint() for lane in self.lanes]
        return QSize(max(hint.width() for hint in hints), max(hint.height() for hint in hints))

    def _least_height(self, across: int) -> int:
        down = -(-len(self.lanes) // across)
        return down * self._least().height() + (down - 1) * self._gap(across)
