"""Forms of filling a post by appointment: whom the branch proposes and how it voted, what was decided."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.services.congress import appointing
from desktop.services.congress.record import CongressRecord
from desktop.ui.congress.record.form import RecordForm, Work
from desktop.ui.congress.words import appointed_word, vacancy_words
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import NumberField, TextField


class ProposingForm(RecordForm):
    """Whom the branch proposes for which post, why, and what its conference voted."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = record.code
        open_ones = {each.post: each for each in record.vacancies}
        order = [*open_ones, *(post for post in appointing.POSTS if post not in open_ones)]
        self.post = ChoiceField(
            self.tr("Chức danh khuyết"), [(post, appointed_word(post)) for post in order], self
        )
        self.member = ChoiceField(self.tr("Đề nghị chỉ định"), list(record.members), self)
        self.reason = TextField(self.tr("Vì sao khuyết, vì sao đề nghị"), self)
        if open_ones:
            self.reason.set_value(vacancy_words(next(iter(open_ones.values()))))
        self.met_on = self.day(self.tr("Ngày hội nghị chi bộ"), today)
        self.members = NumberField(self.tr("Đảng viên chính thức"), self)
        self.members.set_value(len(record.members))
        self.present = NumberField(self.tr("Có mặt"), self)
        said = (self.tr("Phát ra"), self.tr("Thu về"), self.tr("Hợp lệ"), self.tr("Đồng ý"))
        self.ballots = [NumberField(words, self) for words in said]
        self.number = TextField(self.tr("Số tờ trình"), self)
        self.dated_on = DateField(self.tr("Ngày tờ trình"), self)
        self.dated_on.set_value(today)
        self.add(self.post, self.member)
        self.add(self.reason)
        self.add(self.met_on, self.members, self.present)
        self.add(*self.ballots)
        self.add(self.number, self.dated_on)

    def work(self) -> Work:
        """Write it down."""
        issued, returned, valid, votes = (field.value() for field in self.ballots)
        proposed = appointing.Proposed(
            post=self.post.value(),
            member=self.member.value(),
            reason=self.reason.value(),
            met_on=self.met_on.value(),
            members=self.members.value() or 0,
            present=self.present.value() or 0,
            issued=issued,
            returned=returned,
            valid=valid,
            votes=votes,
            number=self.number.value(),
            dated_on=self.dated_on.value(),
        )
        code = self._code
        return lambda place: appointing.propose(place, code, proposed)


class AppointingForm(RecordForm):
    """By which decision the superior appointed whom the branch proposed."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = _open_proposals(record, self)
        self.number = TextField(self.tr("Số quyết định"), self)
        self.on = self.day(self.tr("Ngày quyết định"), today)
        self.add(self.which)
        self.add(self.number, self.on)

    def work(self) -> Work:
        """Write it down."""
        key, number, on = self.which.value(), self.number.value(), self.on.value()
        return lambda place: appointing.appoint(place, key, number, on)


class WithdrawingForm(RecordForm):
    """Which proposal was written down by mistake."""

    def __init__(self, record: CongressRecord, today: date, parent: QWidget | None = None) -> None:
        del today
        super().__init__(parent)
        self.which = _open_proposals(record, self)
        self.add(self.which)

    def work(self) -> Work:
        """Take it back."""
        key = self.which.value()
        return lambda place: appointing.withdraw_proposal(place, key)


def _open_proposals(record: CongressRecord, form: RecordForm) -> ChoiceField:
    choices = [
        (each.key, f"{appointed_word(each.post)}: {each.name}")
        for each in record.proposals
        if each.decided_on is None
    ]
    return ChoiceField(form.tr("Đề nghị chỉ định"), choices, form)
