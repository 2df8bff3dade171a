"""The meeting: opened at its hour, who came by the hour, and the ballots of each box."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.counting.meeting_views import MeetingView, meeting_view, remove_box
from desktop.services.counting.meetings import (
    BoxField,
    add_box,
    correct_opening,
    open_meeting,
    record_attendance,
    record_box,
    take_back_attendance,
)
from desktop.services.counting.proceedings import ProceedingsView, proceedings_view
from desktop.ui.counting.attendance_log import AttendanceLog
from desktop.ui.counting.meeting_card import MeetingCard
from desktop.ui.counting.meeting_findings import meeting_findings
from desktop.ui.counting.open_meeting_dialog import OpenMeetingDialog
from desktop.ui.counting.proceedings_card import ProceedingsCard
from desktop.ui.counting.proceedings_dialog import ProceedingsDialog
from desktop.ui.counting.stock_table import StockTable
from desktop.ui.elections.plan_dialog import PlanDialog
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import ClauseNote, SidePanel, clause_words
from desktop.ui.page.step import Step, lay_out
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.labels import label


class MeetingStep(Step):
    """The step ``meeting``."""

    key = "meeting"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: MeetingView | None = None
        self._just_opened = False
        self._past: list[Callable[[], object]] = []
        self.attendance = AttendanceLog(self)
        self.attendance.counted.connect(self._record)
        self.attendance.unreadable.connect(self._unreadable)
        self.attendance.undone.connect(self.take_back)
        self.printed = label("", "caption", self)
        self.stock = StockTable(self)
        self.stock.counted.connect(self._count)
        self.stock.unreadable.connect(self._unreadable)
        self.about = MeetingCard(self)
        self.about.plan_asked.connect(self._plan)
        self.about.opening_asked.connect(self._correct)
        self._proceedings: ProceedingsView | None = None
        self.proceedings = ProceedingsCard(self)
        self.proceedings.asked.connect(self._write_proceedings)
        self.quorum = ClauseNote(self)
        self.findings = Findings(self.tr("Cần xử lý"), self)
        self.findings.opened.connect(self._go_to)
        self.bar = BottomBar(self)
        self.add = secondary(self.tr("Thêm hòm lưu động"), "plus", self)
        self.add.clicked.connect(self._add_box)
        self.drop = secondary(self.tr("Bỏ hòm đang chọn"), "minus-circle", self)
        self.drop.clicked.connect(self._drop_box)
        for button in (self.add, self.drop):
            self.bar.add_left(button)
        self.waiting = self._waiting(self.tr("Khai mạc được sau khi in phiếu, khi danh sách hộ đã chốt."))
        self.waiting_for_roll = self._waiting(
            self.tr("Bầu giơ tay không in phiếu: khai mạc được sau khi chốt danh sách hộ ở bước Phiếu.")
        )
        self._stack = Views(self)
        self._held = self._meeting()
        for view in (self._held, self.waiting, self.waiting_for_roll):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.take_back)

    def load(self, code: str) -> None:
        """Read the meeting."""
        if code != self.code:
            self._past.clear()
        super().load(code)
        place = self.context.workplace
        self.context.ask(lambda: meeting_view(place, code), self._show, once=(self, code))
        self.context.ask(
            lambda: proceedings_view(place, code), self._show_proceedings, once=(self, code, "proceedings")
        )

    def first_field(self) -> QWidget:
        """Return the hour of the next figure; the ballots where nobody is present."""
        handed_out = self._view is not None and self._view.handed_out
        return self.stock if handed_out else self.attendance.hour.line

    def primary(self) -> None:
        """Open the meeting, or go on to the count."""
        if self._stack.currentWidget() is not self._held:
            self.proceed.emit("ballots")
            return
        self.stock.commit()
        self.attendance.commit()
        self.bar.press()

    def take_back(self) -> None:
        """Undo the last figure or hour that was written down here (Ctrl+Z)."""
        if self._past:
            before = self._past.pop()
            self.change(lambda _: before())

    def next_problem(self, step: int = 1) -> None:
        """Walk through what does not fit."""
        finding = self.findings.walk(step)
        self.panel.reveal(self.findings)
        if finding is not None:
            self._go_to(finding)

    def help_text(self) -> str:
        """Explain the field in focus, the stock, and cite the quorum."""
        if self._view is None:
            return ""
        for field in (self.attendance.hour, self.attendance.present):
            if field.line.hasFocus():
                return field.explain
        told = self.tr(
            "Phiếu đã in phải bằng phiếu phát ra cộng không dùng cộng đổi do hỏng. Mỗi hòm chỉ đếm phiếu, "
            "không ghi phiếu bầu cho ai, vì hòm lưu động có thể chỉ có một phiếu."
        )
        if self._view.handed_out:
            told = self.tr(
                "Phiếu đã in phải bằng phiếu phát ra cộng không dùng cộng đổi do hỏng. Ở đây chỉ đếm phiếu "
                "lấy ý kiến phát ra, thu về; ý kiến của các hộ đếm ở bước Kiểm phiếu."
            )
        return f"{told}\n\n{clause_words(self._view.quorum)}"

    def _show(self, view: MeetingView) -> None:
        self._view = view
        waiting = self.waiting_for_roll if view.by_hands else self.waiting
        self._stack.setCurrentWidget(self._held if view.electorate is not None else waiting)
        if view.electorate is None:
            return
        day = view.opened_at.date() if view.opened_at else None
        self.attendance.show_lines(view.attendance, day, editable=view.editable)
        doubted = [field for problem in view.problems for field in problem.fields]
        self.stock.set_boxes(view.boxes, doubted, editable=view.editable)
        for part in (self.stock, self._stock_head):
            part.setVisible(not view.by_hands)
        self.attendance.setVisible(not view.handed_out)
        self.printed.setText(self.tr("Đã in {0} phiếu").format(view.printed))
        for button in (self.add, self.drop):
            button.setVisible(view.editable and not view.by_hands)
        self.drop.setVisible(len(view.boxes) > 1 and view.editable)
        self.about.show_view(view)
        self.quorum.set_clause(view.quorum)
        found = meeting_findings(self, view)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self._offer(view)
        if self._just_opened and view.editable:
            self._just_opened = False
            self.first_field().setFocus()

    def _show_proceedings(self, view: ProceedingsView | None) -> None:
        self._proceedings = view
        self.proceedings.show_view(view)

    def _write_proceedings(self) -> None:
        if self._proceedings is not None:
            ProceedingsDialog(self.context, self.code, self._proceedings, self.window()).open()

    def _offer(self, view: MeetingView) -> None:
        if view.may_open:
            word = self.tr("Bắt đầu phát phiếu") if view.handed_out else self.tr("Khai mạc cuộc họp")
            self.bar.set_primary(word, self._open)
        else:
            self.bar.set_primary(self.tr("Sang bước Kiểm phiếu"), lambda: self.proceed.emit("counting"))

    def _open(self) -> None:
        if self._view is None:
            return
        dialog = OpenMeetingDialog(self._view, self.window())
        if dialog.exec():
            code, at = self.code, dialog.opened_at()
            self.change(
                lambda _: open_meeting(self.context.workplace, code, at),
                done=self._was_opened,
            )

    def _was_opened(self, _: object) -> None:
        # The fields take figures, and so the focus, once the meeting is read anew.
        self._just_opened = True

    def _correct(self) -> None:
        before = self._view.opened_at if self._view is not None else None
        if self._view is None or before is None:
            return
        dialog = OpenMeetingDialog(self._view, self.window())
        if dialog.exec():
            place, code, at = self.context.workplace, self.code, dialog.opened_at()
            self._keep(
                lambda: correct_opening(place, code, at), lambda _: correct_opening(place, code, before)
            )

    def _plan(self) -> None:
        PlanDialog(self.context, self.code, self.window()).open()

    def _keep(self, work: Callable[[], object], undo: Callable[[Any], object]) -> None:
        # What stood there before is what the store says, not what this page showed.
        self.change(lambda _: work(), done=lambda before: self._past.append(partial(undo, before)))

    def _record(self, at: datetime, present: int) -> None:
        place, code = self.context.workplace, self.code

        def undo(before: int | None) -> None:
            if before is None:
                take_back_attendance(place, code, at)
            else:
                record_attendance(place, code, at, before)

        def refused(refusal: Refusal) -> None:
            self.attendance.put_back(at, present)
            self._refused(refusal)

        self.context.do(
            lambda _: record_attendance(place, code, at, present),
            done=lambda before: self._past.append(partial(undo, before)),
            failed=refused,
        )

    def _count(self, box: str, field: BoxField, figure: int | None) -> None:
        write = partial(record_box, self.context.workplace, self.code, box, field)
        self._keep(lambda: write(figure), write)

    def _unreadable(self, typed: str) -> None:
        self.context.told.emit(
            self.tr("Ô này chỉ nhận số từ 0 trở lên; “{0}” chưa được ghi. Hãy gõ lại ô đó.").format(typed),
            "attention",
        )

    def _add_box(self) -> None:
        if self._view is not None:
            place, code = self.context.workplace, self.code
            self._keep(lambda: add_box(place, code), lambda box: remove_box(place, code, box))

    def _drop_box(self) -> None:
        current, place, code = self.stock.current(), self.context.workplace, self.code
        if current is not None:
            self._keep(
                lambda: remove_box(place, code, current.box),
                lambda _: add_box(place, code, current.box),
            )

    def _go_to(self, finding: Finding) -> None:
        if finding.target == "present":
            self.first_field().setFocus()
        elif isinstance(finding.target, str):
            self.stock.go_to(finding.target)

    def _waiting(self, sentence: str) -> EmptyView:
        return EmptyView(
            "calendar-check-fill",
            self.tr("Chưa họp được"),
            sentence,
            self.tr("Mở bước Phiếu"),
            lambda: self.proceed.emit("ballots"),
            "Ctrl+Enter",
            parent=self,
        )

    def _meeting(self) -> QWidget:
        whole = QWidget(self)
        self._stock_head = QWidget(whole)
        counted = QHBoxLayout(self._stock_head)
        counted.setContentsMargins(0, 0, 0, 0)
        counted.addWidget(label(self.tr("Phiếu theo từng hòm"), "name", whole))
        counted.addStretch(1)
        counted.addWidget(self.printed)
        left = QVBoxLayout()
        left.setSpacing(style.size("grid"))
        left.addWidget(self.attendance, 1)
        left.addWidget(self._stock_head)
        left.addWidget(self.stock, 1)
        law = Card(self.tr("Đủ người thì cuộc họp có giá trị"), whole)
        law.body.addWidget(self.quorum)
        self.panel = panel = SidePanel(whole)
        for part in (self.about, self.findings, self.proceedings, law):
            panel.add(part)
        lay_out(whole, panel.beside(left, self.attendance.table, self.stock), self.bar)
        return whole
