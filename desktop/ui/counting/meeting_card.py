"""The meeting in facts: when it is planned or opened, how many came of how many, and where."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.counting.meeting_views import MeetingView
from desktop.ui.page.electors import on_the_roll
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import due_word


class MeetingCard(Card):
    """Facts of a meeting, with the ways to put them right.

    ``plan_asked`` is emitted to change day, hour or place, ``opening_asked`` to correct when it opened.

    Args:
        parent: the step of the meeting.
    """

    plan_asked = Signal()
    opening_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Cuộc họp"))
        self.chip = StateChip(State("not_yet"), self)
        self.facts = Facts(self)
        self.venue = label("", "caption", self)
        self.venue.setWordWrap(True)
        self.plan = quiet(self.tr("Kế hoạch họp"), self)
        self.plan.clicked.connect(self.plan_asked)
        self.opening = quiet(self.tr("Sửa giờ khai mạc"), self)
        self.opening.clicked.connect(self.opening_asked)
        self.head.addWidget(self.chip)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.venue)
        buttons = QHBoxLayout()
        buttons.setSpacing(style.size("grid"))
        buttons.addWidget(self.plan)
        buttons.addWidget(self.opening)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def show_view(self, view: MeetingView) -> None:
        """Show a meeting."""
        self.set_title(self.tr("Phát phiếu đến hộ") if view.handed_out else self.tr("Cuộc họp"))
        facts = [(on_the_roll(voters=view.voters), str(view.electorate))]
        if view.needed is not None:
            facts.append((self.tr("Cần có mặt"), str(view.needed)))
        if view.attendance:
            last = view.attendance[-1]
            facts.append((self.tr("Có mặt"), f"{last.present}/{last.base} = {last.percent} %"))
        if view.opened_at is not None:
            opened = self.tr("Phát từ") if view.handed_out else self.tr("Khai mạc")
            facts.append((opened, f"{view.opened_at:%H:%M, %d/%m/%Y}"))
        if view.opened_at is None or view.handed_out:
            hour = f"{view.opening:%H:%M}, " if view.opening else ""
            planned = self.tr("Thu đến") if view.handed_out else self.tr("Dự kiến họp")
            facts.append((planned, f"{hour}{view.held_on:%d/%m/%Y}"))
        for name, households in view.clusters:
            unknown, size = self.tr("chưa ghi số hộ"), self.tr("{0} hộ").format(households)
            facts.append((name, unknown if households is None else size))
        for due in view.slips_due:
            late = self.tr(", đã quá") if due.late else ""
            facts.append((due_word(due.task), f"{due.day:%d/%m/%Y}{late}"))
        self.facts.set_facts(facts)
        self.venue.setText(view.venue)
        self.venue.setVisible(bool(view.venue))
        self.plan.setText(self.tr("Ngày, giờ thu phiếu") if view.handed_out else self.tr("Kế hoạch họp"))
        self.opening.setText(self.tr("Sửa giờ phát") if view.handed_out else self.tr("Sửa giờ khai mạc"))
        self.opening.setVisible(view.opened_at is not None and view.editable)
        if view.may_open:
            word = self.tr("chưa phát") if view.handed_out else self.tr("chưa khai mạc")
            self.chip.set_state(State("not_yet", word))
        else:
            word = self.tr("đang họp") if view.editable else self.tr("đã họp")
            if view.handed_out:
                word = self.tr("đang phát, thu") if view.editable else self.tr("đã thu")
            self.chip.set_state(State("doing" if view.editable else "done", word))
