"""What people in the room see of a count: names, squares, totals, and how many ballots were read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.counting.tallies import OpenTally
from desktop.ui.tally.tally_head import TallyProgress
from desktop.ui.tally.tally_lane import LaneState
from desktop.ui.tally.tally_lanes import TallyLanes
from desktop.ui.tally.tally_words import lane_titles
from desktop.ui.widgets import style
from desktop.ui.widgets.drawn.training_strip import TrainingStrip
from desktop.ui.widgets.labels import ElidedLabel


class Projector(QWidget):
    """A window of its own, over a second screen where there is one; its keys go to the count.

    It shows of no ballot why it is invalid, and nothing of another count.

    Args:
        opened: the count.
        count: the screen of the count, which hears the keys.
    """

    def __init__(self, opened: OpenTally, count: QWidget) -> None:
        super().__init__(count, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Màn chiếu: {0}").format(opened.body))
        self._count = count
        names = [title.removeprefix(" ") for title in lane_titles(opened)]
        self.lanes = TallyLanes([("", name) for name in names], self)
        self.progress = TallyProgress(opened.in_box, self)
        told = self.tr("{0}, bầu {1}").format(opened.body, opened.post[:1].lower() + opened.post[1:])
        side = style.size("page_side")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, style.size("page_top"))
        if opened.training:
            column.addWidget(TrainingStrip(self))
        inside = QVBoxLayout()
        inside.setContentsMargins(side, style.size("grid"), side, 0)
        inside.addWidget(ElidedLabel(told, "title", self))
        inside.addWidget(self.progress)
        inside.addWidget(self.lanes, 1)
        column.addLayout(inside, 1)

    def show_count(self, states: Sequence[LaneState], read: int, told: str) -> None:
        """Show how far the count is."""
        self.lanes.show_states(states)
        self.progress.show_read(read, told)

    def put(self) -> None:
        """Fill another screen than the count's where there is one; else stand beside it as a window."""
        here = self._count.screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not here), None)
        if other is None:
            room = here.availableGeometry()
            self.setGeometry(room.adjusted(room.width() // 8, room.height() // 8, 0, 0))
            self.show()
            return
        self.setGeometry(other.geometry())
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys on to the count; who clicked here goes on counting."""
        QCoreApplication.sendEvent(self._count, event)
