"""Asks what was said of a unit's report or personnel, and of which units by the same paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.services.groups.approvals import ApprovalLine, ApprovalOutcome, Approved, Said
from desktop.services.groups.cared_for import CaredFor
from desktop.ui.groups.group_words import approved_word
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.page.ticks import TickList
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: of what, what was said, and of which units."""

    what: Approved
    said: Said
    units: tuple[CaredFor, ...]


class ApprovalQuestion(RowsQuestion):
    """Asks for an approval.

    Args:
        parent: the window it belongs to.
        lines: every unit of the year; those that wait can be ticked.
        line: the one that is asked about.
        today: the day that is offered.
        submit: is given an ``Answer``.
    """

    def __init__(
        self,
        parent: QWidget | None,
        lines: Sequence[ApprovalLine],
        line: ApprovalLine,
        today: date,
        submit: Submit,
    ) -> None:
        asked = Asked(
            self.tr("Duyệt {0}").format(line.unit.name),
            self.tr("Một văn bản duyệt nhiều đơn vị thì chọn luôn các đơn vị đó."),
            self.tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        self._lines = tuple(lines)
        self._units = {one.unit.key: one.unit for one in lines}
        self.what = ChoiceField(
            self.tr("Nội dung"),
            [(what, approved_word(what)) for what in line.waiting or tuple(Approved)],
            self,
        )
        self.outcome = ChoiceField(
            self.tr("Kết quả"),
            [(ApprovalOutcome.APPROVED, self.tr("Duyệt")), (ApprovalOutcome.RETURNED, self.tr("Trả lại"))],
            self,
        )
        self.day = DateField(self.tr("Ngày"), self)
        self.day.set_value(today)
        self.number = TextField(self.tr("Số văn bản"), self)
        self.by = TextField(self.tr("Ai duyệt"), self, explain=self.tr("Ví dụ Ban Thường vụ Đảng ủy xã."))
        self.by.set_value(_last_by(lines))
        self.reason = TextField(self.tr("Lý do trả lại"), self)
        self.ticks = TickList(
            self.tr("Các đơn vị"),
            {one.unit.key: one.unit.name for one in lines if one.waiting},
            self,
            [line.unit.key],
        )
        self.row(self.what, self.outcome)
        self.row(self.day, self.number)
        self.row(self.by)
        self.row(self.reason)
        self.body.addWidget(label(self.tr("Các đơn vị (phím cách để chọn)"), "field", self))
        self.body.addWidget(self.ticks)
        self.outcome.committed.connect(lambda _: self._choose())
        self.what.committed.connect(lambda _: self._choose())
        self._choose()
        self.what.setFocus()

    def _choose(self) -> None:
        self.reason.setVisible(self.outcome.value() is ApprovalOutcome.RETURNED)
        waiting = {one.unit.name for one in self._lines if self.what.value() in one.waiting}
        self.ticks.show_only(lambda words: words in waiting)

    def _agree(self) -> None:
        if not self.committed(self.what, self.outcome, self.number, self.reason):
            return
        if not self.check_day(self.day, needed=True):
            return
        if not self.filled(self.by, self.tr("Hãy ghi cơ quan hoặc người duyệt.")):
            return
        what = self.what.value()
        waits = {one.unit.key for one in self._lines if what in one.waiting}
        returned = self.outcome.value() is ApprovalOutcome.RETURNED
        said = Said(
            self.outcome.value(),
            self.day.value(),
            self.by.value(),
            self.number.value(),
            self.reason.value() if returned else "",
        )
        units = tuple(self._units[key] for key in self.ticks.ticked() if key in waits)
        if not units:
            self.tell_refusal(self.tr("Chưa chọn đơn vị nào; hãy chọn bằng phím cách."))
            return
        self.hand_in(Answer(what, said, units))


def _last_by(lines: Sequence[ApprovalLine]) -> str:
    """Return who approved last, of all units: mostly the same body approves the next one."""
    said = [view.said for line in lines for view in (line.report, line.personnel) if view is not None]
    return max(said, key=lambda one: one.on).by if said else ""
