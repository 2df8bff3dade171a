"""The question of a dismissal's meeting: what was counted at it, or on slips."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.rules.dismissal import Meeting, MeetingForm
from desktop.services.dismissals.steps import MeetingHeld
from desktop.services.dismissals.views import DismissalView
from desktop.ui.dismissals.dismissal_words import form_words
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import NumberField, TextField


class MeetingQuestion(RowsQuestion):
    """Asks what was counted at the meeting, or on slips.

    Args:
        parent: the window it belongs to.
        view: the dismissal.
        day: that is offered.
        submit: is given a ``MeetingHeld``.
    """

    def __init__(self, parent: QWidget | None, view: DismissalView, day: date, submit: Submit) -> None:
        asked = Asked(
            self.tr("Kết quả họp về việc cho thôi {0}").format(view.name),
            self.tr("Cần trên một nửa tổng số hộ của thôn tán thành, không tính trên số người dự."),
            self.tr("Ghi kết quả"),
        )
        super().__init__(parent, asked, submit)
        self.form = ChoiceField(self.tr("Hình thức"), [(form, form_words(form)) for form in view.forms], self)
        self.day = DateField(self.tr("Ngày họp, ngày hết hạn thu phiếu"), self)
        self.day.set_value(day)
        kinds = [(False, self.tr("Đại diện hộ gia đình"))]
        if view.by_voters:
            kinds.append((True, self.tr("Toàn thể cử tri")))
        self.kind = ChoiceField(self.tr("Ai biểu quyết"), kinds, self)
        self.entitled = NumberField(self.tr("Tổng số hộ của thôn"), self)
        self.entitled.set_value(view.entitled)
        self.present = NumberField(self.tr("Có mặt dự họp"), self)
        self.agree = NumberField(self.tr("Tán thành cho thôi"), self)
        self.against = NumberField(self.tr("Không tán thành"), self)
        self.abstain = NumberField(self.tr("Không có ý kiến"), self)
        self.issued = NumberField(self.tr("Phiếu phát ra"), self)
        self.returned = NumberField(self.tr("Phiếu thu vào"), self)
        self.valid = NumberField(self.tr("Hợp lệ"), self)
        self.invalid = NumberField(self.tr("Không hợp lệ"), self)
        self.chair = TextField(self.tr("Chủ trì"), self)
        self.secretary = TextField(self.tr("Thư ký"), self)
        self.first = TextField(self.tr("Đại diện hộ ký, thứ nhất"), self)
        self.second = TextField(self.tr("Đại diện hộ ký, thứ hai"), self)
        self.opinions = TextField(self.tr("Ý kiến tại cuộc họp, ghi vào biên bản"), self)
        self.explanation = TextField(
            self.tr("Giải trình, nếu biên bản ghi đúng như vậy mà số chưa khớp"), self
        )
        self.row(self.form, self.day)
        self._kind_row = self.row(self.kind)
        self._kind_row.setVisible(view.by_voters)
        self.row(self.entitled, self.present)
        self._ballots = self.row(self.issued, self.returned, self.valid, self.invalid)
        self.row(self.agree, self.against, self.abstain)
        self.row(self.chair, self.secretary)
        self.row(self.first, self.second)
        self.row(self.opinions)
        self.row(self.explanation)
        self.form.committed.connect(lambda _: self._choose())
        self._choose()
        self.form.setFocus()

    def _choose(self) -> None:
        form = self.form.value()
        self._ballots.setVisible(form is not MeetingForm.HANDS)
        self.abstain.setVisible(form is MeetingForm.HANDS)
        self.present.setVisible(form is not MeetingForm.SLIPS)

    def _agree(self) -> None:
        self.form.commit()
        self.kind.commit()
        if not self.check_day(self.day, needed=True):
            return
        numbers = (self.entitled, self.present, self.agree, self.against, self.abstain)
        if not self.committed(*numbers, self.issued, self.returned, self.valid, self.invalid):
            return
        if not self.committed(self.chair, self.secretary, self.first, self.second):
            return
        if not self.committed(self.opinions, self.explanation):
            return
        form = self.form.value()
        needed = [self.entitled, self.agree, *([self.present] if form is not MeetingForm.SLIPS else [])]
        for field in needed:
            if field.value() is None:
                field.set_problem(self.tr("Hãy ghi số; không có thì ghi 0."))
                field.setFocus()
                return
        by_hands = form is MeetingForm.HANDS
        figures = Meeting(
            form=form,
            entitled=self.entitled.value(),
            present=None if form is MeetingForm.SLIPS else self.present.value(),
            agree=self.agree.value(),
            against=self.against.value(),
            abstain=self.abstain.value() if by_hands else None,
            issued=None if by_hands else self.issued.value(),
            returned=None if by_hands else self.returned.value(),
            valid=None if by_hands else self.valid.value(),
            invalid=None if by_hands else self.invalid.value(),
        )
        self.hand_in(
            MeetingHeld(
                on=self.day.value(),
                figures=figures,
                by_voters=bool(self.kind.value()),
                chair=self.chair.value(),
                secretary=self.secretary.value(),
                witnesses=(self.first.value(), self.second.value()),
                opinions=self.opinions.value(),
                explanation=self.explanation.value(),
            )
        )
