"""What stands above the steps of a congress: which branch, which congress, its facts, by which law."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.congress.views import CongressView
from desktop.ui.congress.words import number_words
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import checked_sentence


class CongressHeader(QWidget):
    """The way back to the list, the branch, its congress, and the facts of what is on show.

    Signals:
        left: back to the list.
        whole_asked: from a step to the congress as a whole.

    Args:
        parent: the page.
    """

    left = Signal()
    whole_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = quiet(self.tr("Đại hội chi bộ"), self)
        back.clicked.connect(lambda _=False: self.left.emit())
        self.branch = label("", "title", self)
        self._which = label("", "caption", self)
        self.whole = quiet(self.tr("Toàn cảnh"), self)
        self.whole.setToolTip(self.tr("Căn cứ và các lần bầu cạnh nhau (Esc)"))
        self.whole.clicked.connect(lambda _=False: self.whole_asked.emit())
        self.facts = ElidedLabel("", "caption", self)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._mark = StateChip(State("not_yet"), self)
        self._stage = StateChip(State("not_yet"), self)
        self._row = row = Wrapping(self)
        for part in (back, IconView("caret-right", "ink_3", parent=self), self.branch, self._which):
            row.add(part)
        row.add(self.whole, pushed=True)
        row.add(self.facts, elastic=True, pushed=True, whole=True)
        row.add(self._mark, pushed=True)
        row.add(self._stage, pushed=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(row)

    def set_congress(self, view: CongressView) -> None:
        """Show a congress."""
        self.branch.setText(view.branch)
        self._which.setText(number_words(view.number, view.term))
        clause = view.stairs.elected
        words = {
            "read": self.tr("{0}: đã đọc"),
            "second_hand": self.tr("{0}: theo nguồn khác"),
            "unread": self.tr("{0}: chưa đối chiếu"),
        }
        word = words[clause.checked].format(view.statute)
        read = clause.checked == "read"
        self._mark.set_state(State("done", word) if read else State("attention", word))
        self._mark.setToolTip(f"{clause.article}. {checked_sentence(clause.checked)}")
        self._stage.setToolTip(
            self.tr("Danh sách đảng viên dự chốt lúc {0:%H:%M ngày %d/%m/%Y}").format(view.reported_at)
            if view.reported_at
            else self.tr("Danh sách đảng viên dự chốt khi đọc báo cáo")
        )
        if view.stage == "cancelled":
            self._stage.set_state(State("wrong", self.tr("đã hủy")))
        elif view.reported_at is None:
            self._stage.set_state(State("not_yet", self.tr("chưa chốt")))
        else:
            self._stage.set_state(State("done", self.tr("Đã chốt {0:%H:%M}").format(view.reported_at)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out which congress it is where the facts need the room; they get a row of their own."""
        super().resizeEvent(event)
        self._make_room()

    def set_facts(self, facts: str, *, in_step: bool) -> None:
        """Say the facts of what is on show; ``in_step`` offers the way to the congress as a whole."""
        self.facts.setText(facts)
        self.whole.setVisible(in_step)
        self._make_room()

    def _make_room(self) -> None:
        self._which.show()
        self._which.setVisible(self._row.sizeHint().width() <= self.width())
