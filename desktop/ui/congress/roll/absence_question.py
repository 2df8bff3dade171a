"""The question why a member is away, and who accepted it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class AbsenceQuestion(SubmittedQuestion):
    """Asks for the reason of an absence that the convening committee accepted.

    Args:
        parent: the window it belongs to.
        name: of the member.
        today: offered as the day on which it was accepted.
        submit: is given reason, who accepted it, and the day.
    """

    def __init__(self, parent: QWidget | None, name: str, today: date, submit: Submit) -> None:
        asked = Asked(
            self.tr("{0} vắng suốt đại hội").format(name),
            self.tr(
                "Lý do được cấp triệu tập đại hội chấp nhận thì không tính vào căn cứ trúng cử. Ai dự một "
                "phần rồi về thì ghi Vắng, vẫn tính."
            ),
            self.tr("Ghi vắng được chấp nhận"),
        )
        super().__init__(parent, asked, submit)
        self.reason = TextField(self.tr("Lý do"), self)
        self.by = TextField(self.tr("Ai chấp nhận"), self)
        self.by.set_value(self.tr("Chi ủy"))
        self.on = DateField(self.tr("Ngày chấp nhận"), self)
        self.on.set_value(today)
        for field in (self.reason, self.by, self.on):
            self.body.addWidget(field)
        self.reason.setFocus()

    def _agree(self) -> None:
        for field in (self.reason, self.by):
            field.commit()
        if self.check_day(self.on, needed=True):
            self.hand_in((self.reason.value(), self.by.value(), self.on.value()))
