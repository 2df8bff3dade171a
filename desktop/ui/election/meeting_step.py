"""The meeting: opened at its hour, who came by the hour, and the ballots of each box."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.meeting_views import AttendanceLine, MeetingView, meeting_view, remove_box
from desktop.services.meetings import BoxCount, open_meeting, record_attendance, record_stock
from desktop.services.workplace import VIET_NAM
from desktop.ui import style
from desktop.ui.election.meeting_findings import meeting_findings
from desktop.ui.election.open_meeting_dialog import OpenMeetingDialog
from desktop.ui.election.side_panel import ClauseNote, Facts, SidePanel, clause_words
from desktop.ui.election.step import Step, lay_out
from desktop.ui.election.stock_table import StockTable, next_box, read_number
from desktop.ui.page import Context
from desktop.ui.widgets.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.fields import NumberField, TimeField
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.labels import key_cap, label
from desktop.ui.widgets.state import State, StateChip
from desktop.ui.widgets.table import Column, Table

_PRESENT = 1


class MeetingStep(Step):
    """The step ``meeting``."""

    key = "meeting"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: MeetingView | None = None
        self._just_opened = False
        self.attendance = Table(
            [
                Column(self.tr("Giờ"), lambda line: f"{line.at:%H:%M}", width=90),
                Column(
                    self.tr("Có mặt"),
                    lambda line: str(line.present),
                    width=110,
                    align="right",
                    editable=lambda _: self._may_edit(),
                ),
                Column(self.tr("Trên số hộ trong danh sách"), lambda line: line.share),
            ],
            self,
            row_height=34,
        )
        self.attendance.setAccessibleName(self.tr("Điểm danh theo giờ"))
        self.attendance.edited.connect(self._recount)
        self.hour = TimeField("", self, explain=self.tr("Giờ điểm danh, ví dụ 8:15 hoặc 8h15."))
        self.hour.line.setAccessibleName(self.tr("Giờ điểm danh"))
        self.present = NumberField(
            "",
            self,
            explain=self.tr("Số đại diện hộ có mặt vào giờ đó; ghi lại cùng giờ thì số mới thay số cũ."),
        )
        self.present.line.setPlaceholderText(self.tr("hộ có mặt"))
        self.present.line.setAccessibleName(self.tr("Số hộ có mặt"))
        self.printed = label("", "caption", self)
        self.present.committed.connect(lambda _: self._attend())
        self.stock = StockTable(self)
        self.stock.counted.connect(self._count)
        self.stock.unreadable.connect(self._unreadable)
        self.chip = StateChip(State("not_yet"), self)
        self.facts = Facts(self)
        self.venue = label("", "caption", self)
        self.venue.setWordWrap(True)
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
        self.waiting = EmptyView(
            "calendar-check-fill",
            self.tr("Chưa họp được"),
            self.tr("Cuộc họp mở được sau khi in phiếu, khi danh sách hộ đã khóa."),
            self.tr("Mở bước Phiếu"),
            lambda: self.proceed.emit("ballots"),
            "Ctrl+Enter",
            parent=self,
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._meeting())
        self._stack.addWidget(self.waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def load(self, code: str) -> None:
        """Read the meeting."""
        super().load(code)
        self.context.ask(lambda: meeting_view(self.context.workplace, code), self._show)

    def first_field(self) -> QWidget:
        """Return the hour of the next figure."""
        return self.hour.line

    def primary(self) -> None:
        """Open the meeting, or go on to the count."""
        if self._stack.currentIndex() == 1:
            self.proceed.emit("ballots")
            return
        self.stock.commit()
        self.attendance.commit()
        self.present.commit()
        self.bar.press()

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
        for field in (self.hour, self.present):
            if field.line.hasFocus():
                return field.explain
        told = self.tr(
            "Phiếu đã in phải bằng phiếu phát ra cộng không dùng cộng đổi do hỏng. Mỗi hòm chỉ đếm phiếu, "
            "không ghi phiếu bầu cho ai, vì hòm lưu động có thể chỉ có một phiếu."
        )
        return f"{told}\n\n{clause_words(self, self._view.quorum)}"

    def _show(self, view: MeetingView) -> None:
        self._view = view
        self._stack.setCurrentIndex(0 if view.electorate is not None else 1)
        if view.electorate is None:
            return
        self.attendance.set_rows(view.attendance)
        doubted = [field for problem in view.problems for field in problem.fields]
        self.stock.set_boxes(view.boxes, doubted, editable=view.editable)
        for part in (self.stock, self._stock_head):
            part.setVisible(not view.by_hands)
        self.printed.setText(self.tr("Đã in {0} phiếu").format(view.printed))
        for button in (self.add, self.drop):
            button.setVisible(view.editable and not view.by_hands)
        self.drop.setVisible(len(view.boxes) > 1 and view.editable)
        for field in (self.hour, self.present):
            field.setEnabled(view.editable)
        facts = [
            (self.tr("Hộ trong danh sách"), str(view.electorate)),
            (self.tr("Cần có mặt"), str(view.needed)),
        ]
        if view.attendance:
            facts.append((self.tr("Có mặt"), view.attendance[-1].share))
        if view.opened_at is not None:
            facts.append((self.tr("Khai mạc"), f"{view.opened_at:%H:%M, %d/%m/%Y}"))
        self.facts.set_facts(facts)
        self.venue.setText(view.venue)
        self.venue.setVisible(bool(view.venue))
        self.quorum.set_clause(view.quorum)
        found = meeting_findings(self, view)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self._offer(view)
        if self._just_opened and view.editable:
            self._just_opened = False
            self.hour.setFocus()

    def _offer(self, view: MeetingView) -> None:
        if view.may_open:
            self.chip.set_state(State("not_yet", self.tr("chưa khai mạc")))
            self.bar.set_primary(self.tr("Khai mạc cuộc họp"), self._open)
        else:
            word = self.tr("đang họp") if view.editable else self.tr("đã họp")
            self.chip.set_state(State("doing" if view.editable else "done", word))
            self.bar.set_primary(self.tr("Sang bước Kiểm phiếu"), lambda: self.proceed.emit("counting"))

    def _open(self) -> None:
        if self._view is None:
            return
        dialog = OpenMeetingDialog(self._view, self.window())
        if dialog.exec():
            code, at = self.code, dialog.opened_at()
            self.change(
                lambda _: open_meeting(self.context.workplace, code, at),
                "elections",
                done=self._was_opened,
            )

    def _was_opened(self, _: object) -> None:
        # The fields take figures, and so the focus, once the meeting is read anew.
        self._just_opened = True

    def _attend(self) -> None:
        hour, present = self.hour.value(), self.present.value()
        if present is None or self._view is None or self._view.opened_at is None:
            return
        if hour is None:
            self.hour.set_problem(self.tr("Ghi giờ điểm danh trước, ví dụ 8:15."))
            self.hour.setFocus()
            return
        at = datetime.combine(self._view.opened_at.date(), hour, tzinfo=VIET_NAM)
        self._record(at, present)

    def _recount(self, line: AttendanceLine, column: int, typed: str) -> None:
        number = read_number(typed)
        if column != _PRESENT or number is None or number is False:
            self._unreadable(typed)
        else:
            self._record(line.at, int(number))

    def _record(self, at: datetime, present: int) -> None:
        code = self.code

        def recorded(_: object) -> None:
            typing = self.present.line.hasFocus()
            self.hour.line.setModified(False)
            self.present.line.setModified(False)
            self.hour.set_value(None)
            self.present.set_value(None)
            if typing or self.hour.line.hasFocus():
                self.hour.setFocus()

        self.change(
            lambda _: record_attendance(self.context.workplace, code, at, present), "elections", done=recorded
        )

    def _count(self, count: BoxCount) -> None:
        code = self.code
        self.change(lambda _: record_stock(self.context.workplace, code, [count]), "elections")

    def _unreadable(self, typed: str) -> None:
        self.context.told.emit(
            self.tr("Ô này chỉ nhận số từ 0 trở lên; “{0}” chưa được ghi. Hãy gõ lại ô đó.").format(typed),
            "attention",
        )

    def _add_box(self) -> None:
        if self._view is not None:
            self._count(BoxCount(next_box(self._view.boxes)))

    def _drop_box(self) -> None:
        current, code = self.stock.current(), self.code
        if current is not None:
            self.change(lambda _: remove_box(self.context.workplace, code, current.box), "elections")

    def _go_to(self, finding: Finding) -> None:
        if finding.target == "present":
            self.hour.setFocus()
        elif isinstance(finding.target, str):
            self.stock.go_to(finding.target)

    def _may_edit(self) -> bool:
        return self._view is not None and self._view.editable

    def _meeting(self) -> QWidget:
        whole = QWidget(self)
        came = QHBoxLayout()
        came.setSpacing(style.size("grid"))
        came.addWidget(label(self.tr("Điểm danh theo giờ"), "name", whole))
        came.addStretch(1)
        came.addWidget(self.hour)
        came.addWidget(self.present)
        came.addWidget(key_cap("Enter", whole))
        came.addWidget(label(self.tr("ghi"), "caption", whole))
        self._stock_head = QWidget(whole)
        counted = QHBoxLayout(self._stock_head)
        counted.setContentsMargins(0, 0, 0, 0)
        counted.addWidget(label(self.tr("Phiếu theo từng hòm"), "name", whole))
        counted.addStretch(1)
        counted.addWidget(self.printed)
        left = QVBoxLayout()
        left.setSpacing(style.size("grid"))
        left.addLayout(came)
        left.addWidget(self.attendance, 1)
        left.addWidget(self._stock_head)
        left.addWidget(self.stock, 1)
        about = Card(self.tr("Cuộc họp"), whole)
        about.head.addWidget(self.chip)
        about.body.addWidget(self.facts)
        about.body.addWidget(self.venue)
        law = Card(self.tr("Đủ người thì cuộc họp có giá trị"), whole)
        law.body.addWidget(self.quorum)
        self.panel = panel = SidePanel(whole)
        for part in (about, self.findings, law):
            panel.add(part)
        body = QHBoxLayout()
        body.setSpacing(style.size("column_gap"))
        body.addLayout(left, 1)
        body.addWidget(panel)
        lay_out(whole, body, self.bar)
        return whole
