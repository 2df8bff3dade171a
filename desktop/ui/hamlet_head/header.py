"""What stands above the steps of an election: whose it is, when, how many may vote, and by which law."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.services.progress.election_head import ElectionHead
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import checked_sentence

_LEAST_WIDTH = 640


class ElectionHeader(QWidget):
    """The way back to the list, the hamlet, its day, and at the right the facts.

    ``left`` is emitted by the way back, ``plan_asked`` by the day.

    Args:
        parent: the election page.
    """

    left = Signal()
    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head: ElectionHead | None = None
        back = quiet(self.tr("Bầu trưởng thôn"), self)
        back.clicked.connect(self.left)
        self._hamlet = label("", "title", self)
        self.when = quiet("", self)
        self.when.setIcon(icons.icon("calendar-blank", "ink_2"))
        self.when.setIconSize(QSize(style.size("icon_button"), style.size("icon_button")))
        self.when.setToolTip(self.tr("Ngày, giờ, nơi họp, điện thoại, niêm yết"))
        self.when.clicked.connect(self.plan_asked)
        self._electorate = ElidedLabel("", "caption", self)
        self._mark = StateChip(State("not_yet"), self)
        self._roll = StateChip(State("not_yet"), self)
        self._whole = StateChip(State("not_yet"), self)
        row = Wrapping(self)
        for part in (
            back,
            IconView("caret-right", "ink_3", parent=self),
            self._hamlet,
            self.when,
            self._whole,
        ):
            row.add(part)
        facts = Wrapping(self)
        facts.add(self._electorate, elastic=True)
        facts.add(self._mark, pushed=True)
        facts.add(self._roll, pushed=True)
        self._parts = Beside()
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(style.size("grid"))
        self._parts.add(row)
        self._parts.add(facts, 0)
        self.setLayout(self._parts)

    def minimumSizeHint(self) -> QSize:
        """Return what fewer words need: a window may become narrow while the whole is said."""
        needed = self._parts.totalMinimumSize()
        if self._parts.is_stacked():
            return needed
        return QSize(_LEAST_WIDTH, max(needed.height(), style.size("button")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the same in fewer words where the room is short."""
        super().resizeEvent(event)
        self._say()

    def set_head(self, head: ElectionHead) -> None:
        """Show an election."""
        self._head = head
        self._hamlet.setText(head.hamlet)
        law = self.tr("Luật áp dụng: {0}").format(head.statute)
        self._mark.setToolTip(f"{law}. {checked_sentence(head.elected.checked)}")
        self._say()

    def _say(self) -> None:
        head = self._head
        if head is None:
            return
        self._whole.setVisible(bool(head.cancelled_because) or head.recorded_later)
        self._whole.setToolTip(head.cancelled_because)
        if head.cancelled_because:
            self._whole.set_state(State("wrong", self.tr("đã hủy")))
        else:
            self._whole.set_state(State("attention", self.tr("ghi lại sau")))
        short = self.width() < style.grown(style.size("bar_short"))
        hour = f", {head.opening:%H:%M}" if head.opening and not short else ""
        self.when.setText(f"{head.held_on:%d/%m/%Y}{hour}")
        self.when.setAccessibleName(self.tr("Họp ngày {0}. Sửa ngày, giờ, nơi họp").format(self.when.text()))
        fewer = self.tr("{0} cử tri") if head.voters else self.tr("{0} hộ")
        whole = fewer if head.voters else self.tr("{0} hộ, mỗi hộ một đại diện")
        self._electorate.say(*(words.format(head.electorate) for words in (whole, fewer)))
        mark = head.elected.checked
        word = {
            "read": self.tr("{0}: đã đọc"),
            "second_hand": self.tr("{0}: theo nguồn khác"),
            "unread": self.tr("{0}: chưa đọc"),
        }[mark]
        self._mark.set_state(
            State("done" if mark == "read" else "attention", word.format(head.statute_short))
        )
        if head.frozen_at is None:
            self._roll.set_state(
                State("not_yet", self.tr("chưa chốt") if short else self.tr("danh sách chưa chốt"))
            )
        else:
            locked = self.tr("Đã chốt {0}") if short else self.tr("Danh sách đã chốt {0}")
            day = f"{head.frozen_at:%d/%m}" if short else f"{head.frozen_at:%d/%m/%Y}"
            self._roll.set_state(State("done", locked.format(day)))
