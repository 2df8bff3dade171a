"""The question at what hours a congress was opened, its ballots sealed, and it was closed; how many spoke."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtWidgets import QWidget

from desktop.services.congress.record import CongressRecord
from desktop.ui.congress.record.after import CourseForm
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion


class ClosingQuestion(SubmittedQuestion):
    """Asks for the hours of a congress that is closed now.

    Args:
        parent: the window it belongs to.
        record: what is written down already.
        today: the day.
        now: offered as the hour of closing.
        submit: is given the ``Course``.
    """

    def __init__(
        self, parent: QWidget | None, record: CongressRecord, today: date, now: time, submit: Submit
    ) -> None:
        asked = Asked(
            self.tr("Bế mạc đại hội"),
            self.tr(
                "Giờ ghi vào biên bản đại hội, biên bản niêm phong; để trống thì ghi tay. "
                "Hạn báo cáo tính từ hôm nay."
            ),
            self.tr("Ghi bế mạc"),
        )
        super().__init__(parent, asked, submit)
        self.form = CourseForm(record, today, self, now=now)
        self.body.addWidget(self.form)
        self.form.sealed.setFocus()

    def _agree(self) -> None:
        if self.form.committed():
            self.hand_in(self.form.course())
