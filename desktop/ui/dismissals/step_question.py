"""The question of a dismissal's step: its day, its paper, and what it says besides."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.rules.dismissal import DismissalStep
from desktop.services.dismissals.steps import StepTaken
from desktop.ui.dismissals.dismissal_words import step_headline
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.text import TextField

_REASON = (DismissalStep.REFUSE, DismissalStep.ANSWER, DismissalStep.KEEP)
_NUMBER = (*_REASON, DismissalStep.RECOGNISE, DismissalStep.DECIDE)


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
