"""The question by which decision the superior approved a congress, and whom it refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.congress.approval import Refused
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField

Elected = tuple[str, str, str]
"""Somebody elected: key and word of the post, and the name."""


class ApprovalQuestion(SubmittedQuestion):
    """Asks for number and day of the decision, and perhaps for one post that it refuses.

    Args:
        parent: the window it belongs to.
        elected: who can be refused.
        today: offered as the day.
        submit: is given number, day and those refused.
    """

    def __init__(
        self, parent: QWidget | None, elected: Sequence[Elected], today: date, submit: Submit
    ) -> None:
        asked = Asked(
            self.tr("Quyết định chuẩn y"),
            self.tr(
                "Đảng ủy có thể không chuẩn y một chức danh. Người được chuẩn y giữ chức từ ngày đại hội, "
                "phó bí thư từ ngày quyết định."
            ),
            self.tr("Ghi quyết định"),
        )
        super().__init__(parent, asked, submit)
        self.number = TextField(self.tr("Số quyết định"), self)
        self.decided_on = DateField(self.tr("Ngày"), self)
        self.decided_on.set_value(today)
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        row.addWidget(self.number, 1)
        row.addWidget(self.decided_on, 1)
        self.body.addLayout(row)
        choices: list[tuple[Elected | None, str]] = [(None, self.tr("Chuẩn y tất cả"))]
        choices += [(one, f"{one[1]}: {one[2]}") for one in elected]
        self.refused = ChoiceField(self.tr("Không chuẩn y"), choices, self)
        self.reason = TextField(self.tr("Lý do không chuẩn y"), self)
        self.body.addWidget(self.refused)
        self.body.addWidget(self.reason)
        self.refused.committed.connect(lambda _: self._show_reason())
        self._show_reason()
        self.number.setFocus()

    def _show_reason(self) -> None:
        self.reason.setVisible(self.refused.value() is not None)
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        self.number.commit()
        self.reason.commit()
        if not self.check_day(self.decided_on, needed=True):
            return
        one = self.refused.value()
        refused = [] if one is None else [Refused(one[0], one[2], self.reason.value())]
        self.hand_in((self.number.value(), self.decided_on.value(), refused))
