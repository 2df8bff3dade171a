"""Forms of what is written down before a congress: plan, plan of personnel, delegates, another day, none."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.services.congress import changing, course, planning, preparing
from desktop.services.congress.record import CongressRecord
from desktop.services.office.workplace import Workplace
from desktop.ui.congress.record.form import RecordForm, Work
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.text import NumberField, TextField


class PlanForm(RecordForm):
    """Hour, place, number and the day on which it was announced, until the congress begins."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        del today
        super().__init__(parent)
        self._code = record.code
        self.opening = TimeField(self.tr("Giờ họp"), self)
        self.number = NumberField(self.tr("Đại hội lần thứ"), self)
        self.venue = TextField(self.tr("Nơi họp"), self)
        self.announced_on = DateField(self.tr("Ngày quyết định, thông báo"), self)
        for field, value in (
            (self.opening, record.opening),
            (self.number, record.number),
            (self.venue, record.venue),
            (self.announced_on, record.announced_on),
        ):
            field.set_value(value)
        self.add(self.opening, self.number)
        self.add(self.venue)
        self.add(self.announced_on)

    def work(self) -> Work:
        """Change the plan."""
        return partial(
            _change_plan,
            code=self._code,
            venue=self.venue.value(),
            opening=self.opening.value(),
            number=self.number.value(),
            announced_on=self.announced_on.value(),
        )


class StepForm(RecordForm):
    """A step of the plan of personnel; what is sent up names the conference that agreed to it."""

    def __init__(
        self, record: CongressRecord, today: date, parent: QWidget | None = None, *, what: str
    ) -> None:
        super().__init__(parent)
        self._code, self._what = record.code, preparing.PlanStepKind(what)
        self.on = self.day(self.tr("Ngày"), today)
        self.number = TextField(self.tr("Số văn bản, nếu có"), self)
        self.add(self.on, self.number)
        self.reason = TextField(self.tr("Lý do trả lại"), self)
        self.met_on = DateField(self.tr("Ngày hội nghị giới thiệu"), self)
        self.agreeing = NumberField(self.tr("Đồng ý"), self)
        self.present = NumberField(self.tr("Trên số có mặt"), self)
        self.reason.setVisible(self._what is preparing.PlanStepKind.RETURNED)
        if self._what is preparing.PlanStepKind.RETURNED:
            self.add(self.reason)
        elif self._what is preparing.PlanStepKind.SUBMITTED:
            self.add(self.met_on, self.agreeing, self.present)
        for field in (self.met_on, self.agreeing, self.present):
            field.setVisible(self._what is preparing.PlanStepKind.SUBMITTED)

    def work(self) -> Work:
        """Write the step down."""
        conference = None
        if self.met_on.value() is not None:
            conference = preparing.Conference(
                self.met_on.value(), self.agreeing.value() or 0, self.present.value() or 0
            )
        return partial(
            _plan_step,
            code=self._code,
            what=self._what,
            on=self.on.value(),
            number=self.number.value(),
            reason=self.reason.value(),
            conference=conference,
        )


class DelegatesForm(RecordForm):
    """Which congress the delegates are sent to, and how many alternates it asks for."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        del today
        super().__init__(parent)
        self._code = record.code
        known = record.delegation or course.Delegation()
        self.congress = TextField(self.tr("Đại hội cấp trên, như Đại hội Đảng bộ xã … lần thứ II"), self)
        self.term = TextField(self.tr("Nhiệm kỳ"), self)
        self.alternates = NumberField(self.tr("Số đại biểu dự khuyết"), self)
        self.congress.set_value(known.congress)
        self.term.set_value(known.term)
        self.alternates.set_value(known.alternates)
        self.add(self.congress)
        self.add(self.term, self.alternates)

    def work(self) -> Work:
        """Write it down."""
        said = course.Delegation(self.congress.value(), self.term.value(), self.alternates.value())
        code = self._code
        return lambda place: course.record_delegation(place, code, said)


class ChangeForm(RecordForm):
    """Another day, or that no congress is held: why, and once ballots are printed by which decision."""

    def __init__(
        self, record: CongressRecord, today: date, parent: QWidget | None = None, *, moves: bool
    ) -> None:
        del today
        super().__init__(parent)
        self._code, self._moves = record.code, moves
        self.on = DateField(self.tr("Ngày đại hội mới"), self)
        self.on.set_value(record.held_on)
        self.on.setVisible(moves)
        if moves:
            self.need(self.on)
            self.add(self.on)
        self.reason = TextField(self.tr("Lý do"), self)
        self.add(self.reason)
        self.number = TextField(self.tr("Số quyết định"), self)
        self.decided_on = DateField(self.tr("Ngày quyết định"), self)
        for field in (self.number, self.decided_on):
            field.setVisible(record.printed)
        if record.printed:
            self.add(self.number, self.decided_on)

    def work(self) -> Work:
        """Move the congress, or cancel it."""
        why = changing.Because(self.reason.value(), self.number.value(), self.decided_on.value())
        code, day = self._code, self.on.value()
        if self._moves:
            return lambda place: changing.move_congress(place, code, day, why)
        return lambda place: changing.cancel_congress(place, code, why)


class PlainForm(RecordForm):
    """Nothing is asked: what is written down is done at once."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work

    def work(self) -> Work:
        """Do it."""
        return self._work


def _change_plan(place: Workplace, *, code: str, **changes: object) -> None:
    planning.change_plan(place, code, **changes)  # type: ignore[arg-type] # as the fields read them


def _plan_step(
    place: Workplace,
    *,
    code: str,
    what: preparing.PlanStepKind,
    on: date,
    number: str,
    reason: str,
    conference: preparing.Conference | None,
) -> None:
    preparing.record_plan_step(place, code, what, on, number, reason, conference=conference)
