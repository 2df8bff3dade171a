"""What stands above the steps of an election: whose it is, how many may vote, and by which law."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.election_views import ElectionHead
from desktop.ui import style
from desktop.ui.election.side_panel import checked_words
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import State, StateChip


class ElectionHeader(QWidget):
    """The way back to the list, the hamlet, and at the right the facts.

    Args:
        parent: the election page.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = quiet(self.tr("Bầu trưởng thôn"), self)
        back.clicked.connect(self.left)
        self._hamlet = label("", "title", self)
        self._electorate = ElidedLabel("", "caption", self)
        self._law = ElidedLabel("", "caption", self)
        self._law.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._mark = StateChip(State("not_yet"), self)
        self._roll = StateChip(State("not_yet"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(back)
        row.addWidget(IconView("caret-right", "ink_3", parent=self))
        row.addWidget(self._hamlet)
        row.addSpacing(style.size("grid"))
        row.addStretch(1)
        row.addWidget(self._electorate)
        row.addSpacing(style.size("grid"))
        row.addWidget(self._law, 20)
        row.addWidget(self._mark)
        row.addWidget(self._roll)
        self.setMinimumHeight(style.size("button"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the law's name out where the room is short; F1 says it in full."""
        super().resizeEvent(event)
        self._law.setVisible(self.width() >= style.size("bar_short"))

    def set_head(self, head: ElectionHead) -> None:
        """Show an election."""
        self._hamlet.setText(head.hamlet)
        self._electorate.setText(self.tr("{0} hộ, mỗi hộ một đại diện").format(head.electorate))
        self._law.setText(self.tr("Luật áp dụng: {0}").format(head.statute))
        read = head.elected.checked == "read"
        word = self.tr("luật đã đối chiếu") if read else self.tr("luật chưa đối chiếu")
        self._mark.set_state(State("done" if read else "attention", word))
        self._mark.setToolTip(checked_words(self, head.elected.checked))
        if head.frozen_at is None:
            self._roll.set_state(State("not_yet", self.tr("danh sách chưa khóa")))
        else:
            locked = self.tr("Danh sách đã khóa {0}").format(f"{head.frozen_at:%d/%m/%Y}")
            self._roll.set_state(State("done", locked))
