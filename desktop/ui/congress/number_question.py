"""The question which number and day a paper of a congress bears."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.congress.numbers import Numbered
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class NumberQuestion(SubmittedQuestion):
    """Asks for number and day of a paper.

    Args:
        parent: the window it belongs to.
        title: of the paper.
        numbered: as they are written down.
        submit: is given ``Numbered``.
    """

    def __init__(self, parent: QWidget | None, title: str, numbered: Numbered, submit: Submit) -> None:
        asked = Asked(
            self.tr("Số, ngày: {0}").format(title),
            self.tr("Chỉ ghi số, như 03; ký hiệu giấy tự in. Để trống cả hai thì ghi tay khi ký."),
            self.tr("Ghi số, ngày"),
        )
        super().__init__(parent, asked, submit)
        self.number = TextField(self.tr("Số"), self)
        self.dated_on = DateField(self.tr("Ngày văn bản"), self)
        self.number.set_value(numbered.number)
        self.dated_on.set_value(numbered.dated_on)
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        row.addWidget(self.number, 1)
        row.addWidget(self.dated_on, 1)
        self.body.addLayout(row)
        self.number.setFocus()

    def _agree(self) -> None:
        self.number.commit()
        if self.check_day(self.dated_on, needed=False):
            self.hand_in(Numbered(self.number.value(), self.dated_on.value()))
