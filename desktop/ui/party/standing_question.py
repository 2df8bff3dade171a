"""Questions that change a member by a paper: another standing for a time, a move to another branch."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.party.members import Move, NewStanding
from desktop.services.party.standing import STORED
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.party.party_words import standing_word
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class StandingQuestion(SubmittedQuestion):
    """Asks for a standing, its days, why, where and by which paper.

    Args:
        parent: the window it belongs to.
        name: of the member.
        today: offered as the first day.
        submit: is given a ``NewStanding``.
    """

    def __init__(self, parent: QWidget | None, name: str, today: date, submit: Submit) -> None:
        asked = Asked(
            _tr("Tình trạng của {0}").format(name),
            _tr("Chính thức và dự bị tự tính theo ngày; ở đây ghi những gì khác đi trong một thời gian."),
            _tr("Ghi tình trạng"),
        )
        super().__init__(parent, asked, submit)
        self.kind = ChoiceField(self.tr("Tình trạng"), [(kind, standing_word(kind)) for kind in STORED], self)
        self.since = DateField(self.tr("Từ ngày"), self)
        self.since.set_value(today)
        self.until = DateField(self.tr("Đến ngày, nếu biết"), self)
        self.place = TextField(self.tr("Nơi đến, nơi từ đó đến"), self)
        self.reason = TextField(self.tr("Lý do"), self)
        self.number = TextField(self.tr("Số giấy, nghị quyết"), self)
        self.paper_on = DateField(self.tr("Ngày của giấy"), self)
        self.body.addWidget(self.kind)
        for pair in ((self.since, self.until), (self.place, self.reason), (self.number, self.paper_on)):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
        self.kind.setFocus()

    def answer(self) -> NewStanding:
        """Return what stands in the fields."""
        return NewStanding(
            self.kind.value(),
            self.since.value(),
            self.until.value(),
            self.reason.value(),
            self.place.value(),
            self.number.value(),
            self.paper_on.value(),
        )

    def _agree(self) -> None:
        days = ((self.since, True), (self.until, False), (self.paper_on, False))
        if all(self.check_day(field, needed=needed) for field, needed in days):
            self.hand_in(self.answer())


class MoveQuestion(SubmittedQuestion):
    """Asks where a member goes, the last day here, and by which paper.

    Args:
        parent: the window it belongs to.
        name: of the member.
        today: offered as the last day.
        submit: is given a ``Move``.
    """

    def __init__(self, parent: QWidget | None, name: str, today: date, submit: Submit) -> None:
        asked = Asked(
            _tr("Chuyển sinh hoạt của {0}").format(name),
            _tr("Từ ngày sau đó không còn trong danh sách chi bộ; danh sách của những ngày trước vẫn giữ."),
            _tr("Ghi chuyển đi"),
        )
        super().__init__(parent, asked, submit)
        self.destination = TextField(self.tr("Chuyển đến chi bộ, đảng bộ"), self)
        self.day = DateField(self.tr("Ngày cuối ở đây"), self)
        self.day.set_value(today)
        self.number = TextField(self.tr("Số giấy giới thiệu"), self)
        self.paper_on = DateField(self.tr("Ngày của giấy"), self)
        self.body.addWidget(self.destination)
        self.body.addWidget(self.day)
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        row.addWidget(self.number, 1)
        row.addWidget(self.paper_on, 1)
        self.body.addLayout(row)
        self.destination.setFocus()

    def answer(self) -> Move:
        """Return what stands in the fields."""
        return Move(self.day.value(), self.destination.value(), self.number.value(), self.paper_on.value())

    def _agree(self) -> None:
        if not self.destination.value().strip():
            self.destination.set_problem(self.tr("Hãy ghi nơi chuyển đến."))
            self.destination.setFocus()
            return
        self.destination.set_problem(None)
        if self.check_day(self.day, needed=True) and self.check_day(self.paper_on, needed=False):
            self.hand_in(self.answer())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
