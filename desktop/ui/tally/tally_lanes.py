"""The lanes of a count: one under another for a few names, in columns for many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.tally.tally_lane import LaneState, TallyLane
from desktop.ui.widgets import style

_ONE_COLUMN, _TWO_COLUMNS = 3, 8


class TallyLanes(QWidget):
    """Lanes of one size.

    Args:
        lanes: key and title of each.
        parent: the screen.
    """

    def __init__(self, lanes: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes = [TallyLane(key, title, self) for key, title in lanes]
        count = len(self.lanes)
        across = 1 if count <= _ONE_COLUMN else 2 if count <= _TWO_COLUMNS else 3
        down = -(-count // across)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(style.size("column_gap") if down <= _ONE_COLUMN else style.size("grid"))
        for place, lane in enumerate(self.lanes):
            column, row = divmod(place, down)
            grid.addWidget(lane, row, column)
        for row in range(down):
            grid.setRowStretch(row, 1)
        for column in range(across):
            grid.setColumnStretch(column, 1)

    def show_states(self, states: Sequence[LaneState]) -> None:
        """Show what each lane has now."""
        for lane, state in zip(self.lanes, states, strict=True):
            lane.show_state(state)
