"""Questions about ballots: how many are printed, a trial, others in place of spoilt ones."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.wording import words


class BallotsQuestion(SubmittedQuestion):
    """Asks how many ballots are printed, whether in large print, and whether somewhere else.

    Args:
        parent: the window it belongs to.
        convened: offered as the number.
        voting: how many there are to vote; 0 before that is known.
        submit: is given the number, whether in large print, and whether they were printed elsewhere.
    """

    def __init__(self, parent: QWidget | None, convened: int, voting: int, submit: Submit) -> None:
        asked = Asked(
            self.tr("In phiếu bầu"),
            self.tr("In xong thì danh sách bầu không sửa được nữa. Phiếu đóng dấu của Đảng ủy."),
            self.tr("In phiếu"),
        )
        super().__init__(parent, asked, submit)
        self._voting = voting
        self.copies = NumberField(self.tr("Số phiếu"), self)
        self.copies.set_value(convened)
        self.large = QCheckBox(self.tr("Chữ lớn, mọi phiếu của lần bầu này như nhau"), self)
        self.elsewhere = QCheckBox(self.tr("Phiếu in ở nơi khác, chỉ ghi số lượng"), self)
        self.body.addWidget(self.copies)
        self.body.addWidget(self.large)
        self.body.addWidget(self.elsewhere)
        self.copies.setFocus()

    def _agree(self) -> None:
        if not self.committed(self.copies):
            return
        copies, problem = self.copies.value() or 0, ""
        if not copies:
            problem = self.tr("Hãy ghi số phiếu.")
        elif copies < self._voting:
            problem = words("congress.ballots", where=copies, figure=self._voting)
        if problem:
            self.copies.set_problem(problem)
            self.copies.setFocus()
            return
        self.hand_in((self.copies.value(), self.large.isChecked(), self.elsewhere.isChecked()))


class TrialQuestion(SubmittedQuestion):
    """Asks in which type one sheet is tried.

    Args:
        parent: the window it belongs to.
        submit: is given whether in large print.
    """

    def __init__(self, parent: QWidget | None, submit: Submit) -> None:
        asked = Asked(
            self.tr("In thử một tờ phiếu"),
            self.tr("Xem chữ, ô và khổ giấy trước khi in đủ số phiếu. Tờ in thử không bỏ phiếu được."),
            self.tr("Xem tờ in thử"),
        )
        super().__init__(parent, asked, submit)
        self.large = QCheckBox(self.tr("Chữ lớn"), self)
        self.body.addWidget(self.large)

    def _agree(self) -> None:
        self.hand_in(self.large.isChecked())


class ReprintQuestion(SubmittedQuestion):
    """Asks how many spoilt ballots are printed again, and what spoilt them.

    Args:
        parent: the window it belongs to.
        submit: is given the number and the reason.
    """

    def __init__(self, parent: QWidget | None, submit: Submit) -> None:
        asked = Asked(
            self.tr("In thay phiếu hỏng"),
            self.tr("Phiếu hỏng giữ lại để niêm phong. Phiếu thay in như lần đầu, cộng vào số phiếu đã in."),
            self.tr("In phiếu thay"),
        )
        super().__init__(parent, asked, submit)
        self.copies = NumberField(self.tr("Số phiếu hỏng"), self)
        self.reason = TextField(self.tr("Vì sao hỏng"), self)
        self.body.addWidget(self.copies)
        self.body.addWidget(self.reason)
        self.copies.setFocus()

    def _agree(self) -> None:
        if not self.committed(self.copies, self.reason):
            return
        if not self.copies.value():
            self.copies.set_problem(self.tr("Hãy ghi số phiếu hỏng."))
        elif not self.reason.value():
            self.reason.set_problem(self.tr("Hãy ghi vì sao hỏng; lý do được giữ cùng phiếu thay."))
        else:
            self.hand_in((self.copies.value(), self.reason.value()))
