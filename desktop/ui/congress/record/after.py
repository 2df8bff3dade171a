"""Forms of what is written down at the end of a congress and after it: hours, complaints, books, ballots."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QWidget

from desktop.services.congress import approval, closing, complaints, hands, roll
from desktop.services.congress.course import Course, record_course
from desktop.services.congress.record import CongressRecord
from desktop.ui.congress.record.form import RecordForm, Work
from desktop.ui.congress.words import hands_word, presence_state
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import TimeField
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.ui.widgets.labels import label


class CourseForm(RecordForm):
    """Hours of the congress, and how many spoke; that of closing once it is closed, or as it is."""

    def __init__(
        self, record: CongressRecord, today: date, parent: QWidget | None = None, *, now: time | None = None
    ) -> None:
        del today
        super().__init__(parent)
        self._code = record.code
        self.opened = TimeField(self.tr("Khai mạc"), self)
        self.sealed = TimeField(self.tr("Niêm phong phiếu"), self)
        self.closed = TimeField(self.tr("Bế mạc"), self)
        self.speakers = NumberField(self.tr("Số đồng chí phát biểu"), self)
        known = record.course
        for field, value in (
            (self.opened, known.opened),
            (self.sealed, known.sealed),
            (self.closed, known.closed or now),
            (self.speakers, known.speakers),
        ):
            field.set_value(value)
        closes = record.closed or now is not None
        self.closed.setVisible(closes)
        self.add(*(self.opened, self.sealed, *((self.closed,) if closes else ())))
        self.add(self.speakers)

    def course(self) -> Course:
        """Return what was typed."""
        return Course(self.opened.value(), self.closed.value(), self.sealed.value(), self.speakers.value())

    def work(self) -> Work:
        """Write them down."""
        code, course = self._code, self.course()
        return lambda place: record_course(place, code, course)


class ComplaintForm(RecordForm):
    """Who complained of what, on which day."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = record.code
        self.by = TextField(self.tr("Ai khiếu nại"), self)
        self.on = self.day(self.tr("Ngày nhận"), today)
        self.what = TextField(self.tr("Về việc gì"), self)
        self._until = record.complaints_until
        self.late = label("", "small", self)
        self.late.setWordWrap(True)
        self.late.setProperty("ink", "attention")
        self.add(self.by, self.on)
        self.add(self.what)
        self.say(self.late)
        self.on.committed.connect(lambda _: self._tell_late())
        self._tell_late()

    def _tell_late(self) -> None:
        """Say that a complaint came after its last day: it is written down all the same."""
        on, until = self.on.value(), self._until
        late = on is not None and until is not None and on > until
        said = self.tr("Quá hạn khiếu nại ngày {0:%d/%m/%Y}: vẫn ghi, có chữ nộp muộn.")
        self.late.setText(said.format(until) if late else "")
        self.late.setVisible(late)

    def work(self) -> Work:
        """Write it down."""
        code, on, by, what = self._code, self.on.value(), self.by.value(), self.what.value()
        return lambda place: complaints.complain(place, code, on, by, what)


class SettlingForm(RecordForm):
    """How a complaint was settled."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_ones = [each for each in record.complaints if each.settled_on is None]
        late = self.tr(" (nộp muộn)")
        choices = [
            (each.key, f"{each.raised_by}: {each.what}{late if each.late else ''}") for each in open_ones
        ]
        self.which = ChoiceField(self.tr("Khiếu nại"), choices, self)
        self.on = self.day(self.tr("Ngày giải quyết"), today)
        self.said = TextField(self.tr("Kết quả giải quyết"), self)
        self.add(self.which)
        self.add(self.on)
        self.add(self.said)

    def work(self) -> Work:
        """Write it down."""
        key, on, said = self.which.value(), self.on.value(), self.said.value()
        return lambda place: complaints.settle_complaint(place, key, on, said)


class HandingOverForm(RecordForm):
    """When the committee of the term before handed over."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = record.code
        self.on = self.day(self.tr("Ngày bàn giao"), record.handed_over_on or today)
        self.hour = TimeField(self.tr("Giờ"), self)
        self.hour.set_value(record.handed_over_hour)
        self.add(self.on, self.hour)

    def work(self) -> Work:
        """Write it down."""
        code, on, hour = self._code, self.on.value(), self.hour.value()
        return lambda place: closing.record_handing_over(place, code, on, hour)


class ReportForm(RecordForm):
    """Number and day of the report that asks for approval."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = record.code
        self.number = TextField(self.tr("Số báo cáo, như 05"), self)
        self.on = self.day(self.tr("Ngày gửi"), record.report_sent_on or today)
        self.number.set_value(record.report_number)
        self.add(self.number, self.on)

    def work(self) -> Work:
        """Write it down."""
        code, on, number = self._code, self.on.value(), self.number.value()
        return lambda place: closing.record_report_sent(place, code, on, number)


class ReceivedForm(RecordForm):
    """On which day the superior received the report, written down before and put right."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = record.code
        self.on = self.day(self.tr("Ngày nhận"), record.received_on or today)
        self.add(self.on)

    def work(self) -> Work:
        """Write it down."""
        code, on = self._code, self.on.value()
        return lambda place: approval.record_received(place, code, on)


class DestroyingForm(RecordForm):
    """That the sealed ballots were destroyed, by which decision."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = record.code
        self.on = self.day(self.tr("Ngày hủy"), record.destroyed_on or today)
        self.number = TextField(self.tr("Số quyết định hủy"), self)
        self.number.set_value(record.destroyed_number)
        self.add(self.on, self.number)

    def work(self) -> Work:
        """Write it down."""
        code, on, number = self._code, self.on.value(), self.number.value()
        return lambda place: closing.record_destroyed(place, code, on, number)


class PresenceForm(RecordForm):
    """Where a member was at a vote whose count isn't finalised."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        del today
        super().__init__(parent)
        self.vote = ChoiceField(self.tr("Lần bầu"), list(record.at_vote), self)
        self.member = ChoiceField(self.tr("Đảng viên"), list(record.members), self)
        kinds = [(each, presence_state(each).word) for each in roll.Presence]
        self.presence = ChoiceField(self.tr("Lúc phát phiếu"), kinds, self)
        self.add(self.vote)
        self.add(self.member, self.presence)

    def work(self) -> Work:
        """Put it right."""
        vote, member, presence = self.vote.value(), self.member.value(), self.presence.value()
        return lambda place: roll.correct_presence(place, vote, member, presence)


class HandsBackForm(RecordForm):
    """Which raised hands were written down by mistake."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        del today
        super().__init__(parent)
        self._code = record.code
        held = [each for each in record.hands if each.subject is not hands.Subject.GOING_ON]
        self.which = ChoiceField(
            self.tr("Lần giơ thẻ"), [((each.subject, each.contest), hands_word(each)) for each in held], self
        )
        self.add(self.which)

    def work(self) -> Work:
        """Take them back."""
        code, (subject, contest) = self._code, self.which.value()
        return lambda place: hands.take_back_hands(place, code, subject, contest or None)
