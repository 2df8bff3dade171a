"""The questions of a dismissal: who asks, a step with its day and paper, a meeting's figures, a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.rules.dismissal import AskedBy, DismissalStep, Meeting, MeetingForm
from desktop.services.dismissals.asking import NewDismissal
from desktop.services.dismissals.proposals import ProposalOutcome
from desktop.services.dismissals.steps import MeetingHeld, StepTaken
from desktop.services.dismissals.views import AskingView, DismissalView
from desktop.ui.dismissals.dismissal_words import form_words, step_headline, way_words
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.text import NumberField, TextField

_REASON = (DismissalStep.REFUSE, DismissalStep.ANSWER, DismissalStep.KEEP)
_NUMBER = (*_REASON, DismissalStep.RECOGNISE, DismissalStep.DECIDE)


class AskQuestion(RowsQuestion):
    """Asks who asks for a dismissal, when and why.

    Args:
        parent: the window it belongs to.
        view: the hamlet, its head, and who may ask.
        today: the day that is offered.
        submit: is given a ``NewDismissal``.
        hamlet: code of the hamlet.
        reason: that is offered; ``proposer`` likewise.
    """

    def __init__(
        self,
        parent: QWidget | None,
        view: AskingView,
        today: date,
        submit: Submit,
        *,
        hamlet: str,
        reason: str = "",
        proposer: str = "",
    ) -> None:
        asked = Asked(
            self.tr("Đề nghị cho thôi làm Trưởng thôn {0}").format(view.hamlet),
            self.tr("Người giữ chức: {0}. Luật của ngày đề nghị được áp dụng đến hết việc này.").format(
                view.head
            ),
            self.tr("Ghi đề nghị"),
        )
        super().__init__(parent, asked, submit)
        self._hamlet = hamlet
        self.way = ChoiceField(self.tr("Ai đề nghị"), [(way, way_words(way)) for way in view.ways], self)
        self.day = DateField(self.tr("Ngày đơn, ngày đề nghị"), self)
        self.day.set_value(today)
        self.reason = TextField(
            self.tr("Lý do"),
            self,
            explain=self.tr(
                "In vào đơn, giấy đề nghị hoặc kiến nghị. Không ghi chuyện đời tư không cần thiết."
            ),
        )
        self.reason.set_value(reason)
        self.proposer = TextField(
            self.tr("Họ tên Trưởng ban công tác Mặt trận, người đại diện kiến nghị"), self
        )
        self.proposer.set_value(proposer)
        hint = (
            self.tr("Thôn có {0} hộ; cần ít nhất {1} hộ ký.").format(view.households, view.needed)
            if view.needed is not None
            else self.tr("Thôn có {0} hộ; luật áp dụng không nêu tỷ lệ.").format(view.households)
        )
        self.signed = NumberField(self.tr("Số hộ ký kiến nghị"), self, hint=hint)
        self.row(self.way)
        self.row(self.day, self.signed)
        self.row(self.reason)
        self.row(self.proposer)
        if reason and AskedBy.FRONT_BOARD in view.ways:
            # What others proposed is no request of the head's own.
            self.way.set_value(AskedBy.FRONT_BOARD)
        self.way.committed.connect(lambda _: self._choose())
        self._choose()
        self.way.setFocus()

    def _choose(self) -> None:
        way = self.way.value()
        self.proposer.setVisible(way is not AskedBy.HEAD)
        self.signed.setVisible(way is AskedBy.PETITION)

    def _agree(self) -> None:
        self.way.commit()
        if not self.check_day(self.day, needed=True):
            return
        if not self.filled(self.reason, self.tr("Hãy ghi lý do; lý do được in vào giấy tờ.")):
            return
        if not self.committed(self.proposer, self.signed):
            return
        way = self.way.value()
        self.hand_in(
            NewDismissal(
                hamlet=self._hamlet,
                asked_by=way,
                asked_on=self.day.value(),
                reason=self.reason.value(),
                proposer="" if way is AskedBy.HEAD else self.proposer.value(),
                signed=self.signed.value() if way is AskedBy.PETITION else None,
            )
        )


class WhichHamletQuestion(RowsQuestion):
    """Asks for one of several hamlets, and hands in its code.

    Args:
        parent: the window it belongs to.
        asked: its words.
        hamlets: code and name of each.
        submit: is given the code.
    """

    def __init__(
        self, parent: QWidget | None, asked: Asked, hamlets: Sequence[tuple[str, str]], submit: Submit
    ) -> None:
        super().__init__(parent, asked, submit)
        self.hamlet = ChoiceField(self.tr("Thôn, Trưởng thôn"), list(hamlets), self)
        self.row(self.hamlet)
        self.hamlet.setFocus()

    def _agree(self) -> None:
        self.hamlet.commit()
        self.hand_in(self.hamlet.value())


class StepQuestion(RowsQuestion):
    """Asks for the day of a step, its paper, and what it says besides.

    Args:
        parent: the window it belongs to.
        step: that is taken.
        today: the day that is offered.
        venue: where meetings of the hamlet are held.
        submit: is given a ``StepTaken``.
    """

    def __init__(
        self, parent: QWidget | None, step: DismissalStep, today: date, venue: str, submit: Submit
    ) -> None:
        headline, sentence = step_headline(step)
        super().__init__(parent, Asked(headline, sentence, self.tr("Ghi")), submit)
        self._step = step
        self.day = DateField(self.tr("Ngày"), self)
        self.day.set_value(today)
        self.number = TextField(self.tr("Số văn bản"), self, explain=self.tr("Số và ký hiệu: 131/QĐ-UBND."))
        self.reason = TextField(self.tr("Lý do"), self)
        self.meets_on = DateField(self.tr("Họp ngày"), self)
        self.opening = TimeField(self.tr("Giờ họp"), self)
        self.venue = TextField(self.tr("Nơi họp"), self)
        self.venue.set_value(venue)
        self.row(self.day, self.number)
        self.row(self.reason)
        self.row(self.meets_on, self.opening)
        self.row(self.venue)
        self.number.setVisible(step in _NUMBER)
        self.reason.setVisible(step in _REASON)
        for field in (self.meets_on, self.opening, self.venue):
            field.setVisible(step is DismissalStep.ACCEPT)
        self.day.setFocus()

    def _agree(self) -> None:
        self.day.set_problem(None)
        if not self.check_day(self.day, needed=True):
            return
        if not self.committed(self.number, self.reason, self.meets_on, self.opening, self.venue):
            return
        calls = self._step is DismissalStep.ACCEPT
        self.hand_in(
            StepTaken(
                on=self.day.value(),
                number=self.number.value(),
                reason=self.reason.value(),
                meets_on=self.meets_on.value() if calls else None,
                opening=self.opening.value() if calls else None,
                venue=self.venue.value() if calls else "",
            )
        )


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


class ProposeQuestion(RowsQuestion):
    """Asks who proposes to replace which head, and why; hands in hamlet, day, proposer and reason.

    Args:
        parent: the window it belongs to.
        hamlets: code and name of those with a head, such as ``Thôn Nà Ếch, Trần Văn Thìn``.
        today: the day that is offered.
        submit: is given the four.
    """

    def __init__(
        self, parent: QWidget | None, hamlets: Sequence[tuple[str, str]], today: date, submit: Submit
    ) -> None:
        asked = Asked(
            self.tr("Đề xuất thay Trưởng thôn"),
            self.tr("Ghi để xã xem xét; chưa phải việc cho thôi. Sau này lập hồ sơ cho thôi từ đề xuất này."),
            self.tr("Ghi đề xuất"),
        )
        super().__init__(parent, asked, submit)
        self.hamlet = ChoiceField(self.tr("Thôn, Trưởng thôn"), list(hamlets), self)
        self.day = DateField(self.tr("Ngày đề xuất"), self)
        self.day.set_value(today)
        self.proposer = TextField(self.tr("Ai đề xuất"), self)
        self.reason = TextField(self.tr("Lý do"), self)
        self.row(self.hamlet)
        self.row(self.day)
        self.row(self.proposer)
        self.row(self.reason)
        self.hamlet.setFocus()

    def _agree(self) -> None:
        self.hamlet.commit()
        if not self.check_day(self.day, needed=True):
            return
        if not self.filled(self.proposer, self.tr("Hãy ghi họ tên hoặc cơ quan đề xuất.")):
            return
        if not self.filled(self.reason, self.tr("Hãy ghi lý do.")):
            return
        self.hand_in((self.hamlet.value(), self.day.value(), self.proposer.value(), self.reason.value()))


class SettleQuestion(RowsQuestion):
    """Asks what became of a proposal that is no dismissal; hands in outcome, day and note.

    Args:
        parent: the window it belongs to.
        name: of the head.
        today: the day that is offered.
        submit: is given the three.
    """

    def __init__(self, parent: QWidget | None, name: str, today: date, submit: Submit) -> None:
        asked = Asked(
            self.tr("Kết quả xem xét đề xuất thay {0}").format(name),
            self.tr("Cho thôi thì dùng “Lập hồ sơ cho thôi…”."),
            self.tr("Ghi kết quả"),
        )
        super().__init__(parent, asked, submit)
        self.outcome = ChoiceField(
            self.tr("Kết quả"),
            [
                (ProposalOutcome.STAYS, self.tr("Tiếp tục giữ chức")),
                (ProposalOutcome.WITHDRAWN, self.tr("Rút đề xuất")),
            ],
            self,
        )
        self.day = DateField(self.tr("Ngày"), self)
        self.day.set_value(today)
        self.note = TextField(self.tr("Ghi chú, in trong danh sách"), self)
        self.row(self.outcome)
        self.row(self.day)
        self.row(self.note)
        self.outcome.setFocus()

    def _agree(self) -> None:
        self.outcome.commit()
        if self.check_day(self.day, needed=True) and self.committed(self.note):
            self.hand_in((self.outcome.value(), self.day.value(), self.note.value()))
