"""The questions of a proposal to replace a head: who proposes it and why, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.services.dismissals.proposals import ProposalOutcome
from desktop.ui.page.rows_question import RowsQuestion
from desktop.ui.page.submitted_question import Asked, Submit
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


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
