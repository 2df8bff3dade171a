"""Questions beside the registers: the list was set beside the files; somebody keeps contact at home."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party.contacts import NewContact
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.party.question_rows import beside
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import NumberField, TextField


@dataclass(frozen=True, slots=True)
class Reconciling:
    """What was found: on which day, by whom, how many files, what differs."""

    on: date
    by: str
    files: int
    differences: str


class ReconcilingQuestion(SubmittedQuestion):
    """Asks what came of setting the list beside the files.

    Args:
        parent: the window it belongs to.
        today: offered as the day.
        submit: is given a ``Reconciling``.
    """

    def __init__(self, parent: QWidget | None, today: date, submit: Submit) -> None:
        asked = Asked(
            _tr("Đối chiếu danh sách với hồ sơ"),
            _tr("Số người trong danh sách chương trình tự đếm theo ngày này; hồ sơ đếm ở tủ giấy."),
            _tr("Ghi đối chiếu"),
        )
        super().__init__(parent, asked, submit)
        self.day = DateField(self.tr("Ngày đối chiếu"), self)
        self.day.set_value(today)
        self.files = NumberField(
            self.tr("Số hồ sơ"), self, explain=self.tr("Hồ sơ đảng viên đang có ở tủ, đếm bằng tay.")
        )
        self.by = TextField(self.tr("Người đối chiếu"), self)
        self.differences = TextField(
            self.tr("Chênh lệch, nếu có"), self, explain=self.tr("Thiếu hoặc thừa hồ sơ của ai, vì sao.")
        )
        beside(self, self.day, self.files)
        self.body.addWidget(self.by)
        self.body.addWidget(self.differences)
        self.files.setFocus()

    def _agree(self) -> None:
        self.files.commit()
        if not self.files.problem() and self.files.value() is None:
            self.files.set_problem(self.tr("Hãy ghi số hồ sơ đã đếm."))
        if self.files.problem():
            self.files.setFocus()
            return
        if self.check_day(self.day, needed=True):
            self.hand_in(
                Reconciling(self.day.value(), self.by.value(), self.files.value(), self.differences.value())
            )


class ContactQuestion(SubmittedQuestion):
    """Asks who was introduced to the branch of the home.

    Args:
        parent: the window it belongs to.
        today: offered as the first day.
        submit: is given a ``NewContact``.
    """

    def __init__(self, parent: QWidget | None, today: date, submit: Submit) -> None:
        asked = Asked(
            _tr("Đảng viên giữ liên hệ nơi cư trú"),
            _tr("Người này sinh hoạt ở tổ chức khác; không tính vào đảng viên của chi bộ."),
            _tr("Thêm"),
        )
        super().__init__(parent, asked, submit)
        self.name = TextField(self.tr("Họ và tên"), self)
        self.identity = TextField(self.tr("Số định danh, nếu có"), self)
        self.workplace = TextField(self.tr("Sinh hoạt tại chi bộ, đảng bộ"), self)
        self.since = DateField(self.tr("Từ ngày"), self)
        self.since.set_value(today)
        self.number = TextField(self.tr("Số giấy giới thiệu"), self)
        self.paper_on = DateField(self.tr("Ngày của giấy"), self)
        beside(self, self.name, self.identity)
        beside(self, self.workplace, self.since)
        beside(self, self.number, self.paper_on)
        self.name.setFocus()

    def _agree(self) -> None:
        if self.check_day(self.since, needed=True) and self.check_day(self.paper_on, needed=False):
            self.hand_in(
                NewContact(
                    self.name.value(),
                    self.workplace.value(),
                    self.since.value(),
                    self.identity.value(),
                    self.number.value(),
                    self.paper_on.value(),
                )
            )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
