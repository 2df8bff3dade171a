"""What is planned around a meeting, in the hands of the clerk: each field is kept on leaving it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.errors import Refusal
from desktop.services.elections.meeting_plans import MeetingPlan, Planned, change_plan, meeting_plan
from desktop.ui.elections.clusters_dialog import ClustersDialog
from desktop.ui.elections.election_changing import ElectionChanging
from desktop.ui.page.keeping import accept_when_kept
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Fitted
from desktop.ui.widgets.buttons import primary, quiet
from desktop.ui.widgets.card import hairline
from desktop.ui.widgets.dialogs.fitted import FittedDialog
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.field import TypedField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import ElidedLabel, key_cap, label
from desktop.wording import refusal_sentence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanDialog(FittedDialog):
    """Day, hour and place of a round's meeting, whom to call, what was put up, and the campaign's plan.

    Opened with ``open``; it stops nothing else of the program.

    Args:
        context: the open office and the runner.
        code: the election's.
        parent: the window.
        at: the field that takes the focus, by its name in ``Planned``.
    """

    def __init__(
        self, context: Context, code: str, parent: QWidget | None = None, *, at: str = "opening"
    ) -> None:
        super().__init__(parent)
        self._context, self._code, self._at = context, code, at
        self.setWindowTitle(self.tr("Ngày, giờ, nơi họp"))
        self.setFixedWidth(style.size("dialog_width") * 4 // 3)
        self._title = ElidedLabel("", "headline", self)
        self._campaign = ElidedLabel("", "caption", self)
        self.fields: dict[str, TypedField] = {
            "held_on": DateField(self.tr("Ngày họp"), self),
            "opening": TimeField(self.tr("Giờ họp dự kiến"), self),
            "phone": TextField(self.tr("Điện thoại tổ trưởng"), self),
            "venue": TextField(self.tr("Nơi họp, in trên giấy tờ"), self),
            "roll_posted_on": DateField(self.tr("Ngày niêm yết danh sách hộ"), self),
            "list_posted_on": DateField(self.tr("Ngày niêm yết danh sách ứng cử"), self),
            "slips_planned_on": DateField(self.tr("Ngày kế hoạch phát phiếu"), self),
            "slips_plan_sent_on": DateField(self.tr("Ngày gửi kế hoạch"), self),
            "slips_from": DateField(self.tr("Bắt đầu phát phiếu"), self),
            "team_number": TextField(self.tr("Số quyết định lập Tổ bầu cử"), self),
            "team_on": DateField(self.tr("Ngày ký"), self),
            "plan_number": TextField(self.tr("Số quyết định, kế hoạch"), self),
            "plan_on": DateField(self.tr("Ngày ký"), self),
            "results_by": TimeField(self.tr("Gửi kết quả trước"), self),
        }
        for name, field in self.fields.items():
            field.committed.connect(self._move if name == "held_on" else partial(self._keep, name))
        self.clusters = quiet(self.tr("Họp theo cụm"), self)
        self.clusters.setAutoDefault(False)
        self.clusters.clicked.connect(self._plan_clusters)
        self.late = label("", "attention", self)
        self.late.setWordWrap(True)
        self.late.setVisible(False)
        self.changing = ElectionChanging(context, code, self)
        self.changing.changed.connect(self._load)
        self.close_button = primary(self.tr("Xong"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self._close)
        self._lay_out()
        self._load()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Ctrl+Enter, as a page does its primary thing."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._close()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Close, and go when all that was typed is kept."""
        super().done(result)
        self._context.ask(lambda: None, partial(_let_go, self))

    def _load(self) -> None:
        place, code = self._context.workplace, self._code
        self._context.ask(lambda: meeting_plan(place, code), self._show)

    def _show(self, plan: MeetingPlan) -> None:
        round_words = self.tr(", vòng {0}").format(plan.round) if plan.round > 1 else ""
        self._title.setText(self.tr("Ngày, giờ, nơi họp: {0}{1}").format(plan.hamlet, round_words))
        self._campaign.setText(self.tr("Chung cho cả đợt: {0}").format(plan.campaign))
        for name, field in self.fields.items():
            field.set_value(getattr(plan, name))
        caller = self.fields["phone"]
        caller.setEnabled(plan.team_head is not None)
        caller.line.setPlaceholderText(plan.team_head or self.tr("chưa có tổ trưởng"))
        for name, editable in (
            ("held_on", plan.day_editable),
            ("opening", plan.hour_editable),
            ("venue", plan.venue_editable),
        ):
            self.fields[name].setEnabled(editable)
        for names, of_slips in (
            (("slips_planned_on", "slips_plan_sent_on", "slips_from"), True),
            (("roll_posted_on", "list_posted_on"), False),
        ):
            for name in names:
                self.fields[name].setVisible(plan.handed_out is of_slips)
        if plan.sent_late is not None:
            by, clause = plan.sent_late
            said = self.tr("Quá hạn {0}: {1} ({2})")
            self.late.setText(said.format(f"{by:%d/%m/%Y}", clause.explanation, clause.article))
        self.late.setVisible(plan.sent_late is not None)
        self.clusters.setVisible(not plan.handed_out)
        self.changing.offer(plan)
        first = self.fields.get(self._at)
        if self._at:
            self._at = ""
            enabled = [field for field in self.fields.values() if field.isEnabled()]
            (first if first is not None and first.isEnabled() else enabled[0]).setFocus()

    def _keep(self, name: str, value: object) -> None:
        place, code = self._context.workplace, self._code
        changed = cast("Planned", {name: value})

        def kept(_: object) -> None:
            if self.isVisible():
                self._load()

        def refused(refusal: Refusal) -> None:
            if not self.isVisible():
                self._context.runner.failed.emit(refusal)
                return
            self.fields[name].set_problem(refusal_sentence(refusal))
            self.fields[name].setFocus()

        self._context.do(lambda _: change_plan(place, code, **changed), done=kept, failed=refused)

    def _plan_clusters(self) -> None:
        ClustersDialog(self._context, self._code, self).open()

    def _move(self, day: object) -> None:
        self.changing.move_to(day if isinstance(day, date) else None, self._day_refused)

    def _day_refused(self, refusal: Refusal | None) -> None:
        field = self.fields["held_on"]
        if refusal is None:  # a day that is over, and not meant
            field.undo()
        else:
            field.set_problem(refusal_sentence(refusal))
        field.setFocus()

    def _close(self) -> None:
        accept_when_kept(self._context, self, tuple(self.fields.values()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, style.size("page_top") + 4, side, style.size("page_top") + 4)
        column.setSpacing(style.size("column_gap") - 4)
        column.addWidget(self._title)
        area = Fitted(self)
        area.column.setSpacing(style.size("column_gap") - 4)
        column.addWidget(area)
        for names in (
            ("held_on", "opening", "phone"),
            ("venue",),
            ("roll_posted_on", "list_posted_on", "slips_planned_on", "slips_plan_sent_on", "slips_from"),
            ("team_number", "team_on"),
            (),
            ("plan_number", "plan_on", "results_by"),
        ):
            if not names:
                area.column.addWidget(hairline(self))
                area.column.addWidget(self._campaign)
                continue
            row = QHBoxLayout()
            row.setSpacing(style.size("column_gap"))
            for name in names:
                row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            area.column.addLayout(row)
            if "slips_from" in names:
                area.column.addWidget(self.late)
        area.column.addWidget(label(self.tr("Mỗi ô ghi khi rời ô; Ctrl+Z lấy lại."), "caption", self))
        foot = QHBoxLayout()
        foot.setSpacing(style.size("grid"))
        foot.addWidget(self.changing)
        foot.addWidget(self.clusters)
        foot.addStretch(1)
        foot.addWidget(key_cap("Ctrl+Enter", self))
        foot.addWidget(self.close_button)
        column.addLayout(foot)


def _let_go(dialog: PlanDialog, _: object) -> None:
    # Its window may have gone before the last of what was typed was kept.
    if isValid(dialog):
        dialog.deleteLater()
