"""Questions of coming and going: a member leaves a branch by a paper, somebody moves in with one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party.members import Entering
from desktop.services.party.moves import Ending, Leaving
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.party.party_words import ending_word
from desktop.ui.party.question_rows import beside
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


class LeavingQuestion(SubmittedQuestion):
    """Asks how a member leaves, where to or why, the last day here, and by which paper.

    Args:
        parent: the window it belongs to.
        name: of the member.
        branches: names of the other branches of the commune, by code.
        today: offered as the last day.
        submit: is given a ``Leaving``.
    """

    def __init__(
        self, parent: QWidget | None, name: str, branches: Mapping[str, str], today: date, submit: Submit
    ) -> None:
        asked = Asked(
            _tr("{0} thôi ở chi bộ này").format(name),
            _tr("Từ ngày sau đó không còn trong danh sách chi bộ; sổ và danh sách những ngày trước vẫn giữ."),
            _tr("Ghi"),
        )
        super().__init__(parent, asked, submit)
        endings = [each for each in Ending if branches or each is not Ending.WITHIN]
        self.ending = ChoiceField(
            self.tr("Việc gì"),
            [(each, ending_word(each)) for each in endings],
            self,
            explain=self.tr(
                "Chuyển trong xã thì người này có ngay ở chi bộ kia từ ngày sau. Chuyển ra ngoài xã thì nhắc "
                "hạn xuất trình giấy (30 ngày làm việc) và hạn chuyển xong (60 ngày làm việc)."
            ),
        )
        self.destination = TextField(
            self.tr("Chuyển đến chi bộ, đảng bộ"), self, explain=self.tr("Như giấy giới thiệu ghi.")
        )
        self.reason = TextField(self.tr("Lý do"), self, explain=self.tr("Như quyết định, giấy chứng tử ghi."))
        self.branch = ChoiceField(self.tr("Sang chi bộ"), list(branches.items()), self)
        self.day = DateField(self.tr("Ngày cuối ở đây"), self)
        self.day.set_value(today)
        self.number = TextField(
            self.tr("Số giấy giới thiệu, quyết định"), self, explain=self.tr("Số ghi trên giấy.")
        )
        self.paper_on = DateField(
            self.tr("Ngày của giấy"), self, explain=self.tr("Hạn 30 và 60 ngày làm việc tính từ ngày này.")
        )
        self.body.addWidget(self.ending)
        self.body.addWidget(self.destination)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.branch)
        self.body.addWidget(self.day)
        beside(self, self.number, self.paper_on)
        self.ending.committed.connect(lambda _: self._show_ending())
        self._show_ending()
        self.ending.setFocus()

    def answer(self) -> Leaving:
        """Return what stands in the fields."""
        ending = self.ending.value()
        return Leaving(
            ending,
            self.day.value(),
            {Ending.MOVED: self.destination.value(), Ending.WITHIN: ""}.get(ending, self.reason.value()),
            self.branch.value() if ending is Ending.WITHIN else "",
            self.number.value(),
            self.paper_on.value(),
        )

    def _show_ending(self) -> None:
        ending = self.ending.value()
        self.branch.setVisible(ending is Ending.WITHIN)
        self.destination.setVisible(ending is Ending.MOVED)
        self.reason.setVisible(ending not in (Ending.MOVED, Ending.WITHIN))
        self.destination.set_problem(None)
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        self.destination.commit()
        if self.ending.value() is Ending.MOVED and not self.destination.value().strip():
            self.destination.set_problem(self.tr("Hãy ghi nơi chuyển đến."))
            self.destination.setFocus()
            return
        self.destination.set_problem(None)
        if self.check_day(self.day, needed=True) and self.check_day(self.paper_on, needed=False):
            self.hand_in(self.answer())


class EnteringQuestion(SubmittedQuestion):
    """Asks who enters a branch's list, from which day, and of who moves in from where and by which paper.

    Args:
        parent: the window it belongs to.
        branch: name of the branch.
        today: offered as the first day.
        submit: is given name, identity number and an ``Entering``.
    """

    def __init__(self, parent: QWidget | None, branch: str, today: date, submit: Submit) -> None:
        asked = Asked(
            _tr("Thêm đảng viên vào {0}").format(branch),
            _tr("Chuyển từ nơi khác đến thì ghi theo giấy giới thiệu. Ô khác điền sau khi thêm."),
            _tr("Thêm đảng viên"),
        )
        super().__init__(parent, asked, submit)
        self.name = TextField(self.tr("Họ và tên"), self)
        self.identity = TextField(
            self.tr("Số định danh, nếu có"),
            self,
            explain=self.tr("Có số thì nhận ra ngay người đã có trong sổ hộ hoặc từng ở đây."),
        )
        self.origin = TextField(
            self.tr("Chuyển từ chi bộ, đảng bộ"), self, explain=self.tr("Như giấy giới thiệu ghi.")
        )
        self.day = DateField(self.tr("Trong danh sách từ ngày"), self)
        self.day.set_value(today)
        self.number = TextField(self.tr("Số giấy giới thiệu"), self)
        self.paper_on = DateField(self.tr("Ngày của giấy"), self)
        beside(self, self.name, self.identity)
        beside(self, self.origin, self.day)
        beside(self, self.number, self.paper_on)
        self.name.setFocus()

    def answer(self) -> tuple[str, str, Entering]:
        """Return what stands in the fields."""
        entering = Entering(self.day.value(), self.origin.value(), self.number.value(), self.paper_on.value())
        return self.name.value(), self.identity.value(), entering

    def _agree(self) -> None:
        if self.check_day(self.day, needed=True) and self.check_day(self.paper_on, needed=False):
            self.hand_in(self.answer())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
