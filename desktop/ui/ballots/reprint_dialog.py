"""Ballots that were spoiled in printing or handling: how many, and by what."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.papers.ballots import reprint_ballots
from desktop.services.papers.kept import PaperView
from desktop.ui.page.page import Context
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.wording import refusal_sentence


class ReprintDialog(Question):
    """Asks how many ballots are spoiled and why, and keeps what replaces them.

    Args:
        context: the open office and the runner.
        code: the election's.
        parent: the window.

    Attributes:
        paper: what is to be printed; None until it is kept.
    """

    def __init__(self, context: Context, code: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("ReprintDialog", "In lại phiếu hỏng"),
            translate(
                "ReprintDialog",
                "Số phiếu này cộng vào sổ phiếu ở cả hai mục đã in và đổi do hỏng, kèm lý do.",
            ),
            translate("ReprintDialog", "Ghi sổ và in"),
        )
        self._context, self._code = context, code
        self.paper: PaperView | None = None
        self.copies = NumberField(self.tr("Số phiếu hỏng"), self)
        self.reason = TextField(self.tr("Lý do"), self, hint=self.tr("Ví dụ: kẹt giấy, mực nhòe, cắt lệch."))
        self.body.addWidget(self.copies)
        self.body.addWidget(self.reason)
        self.copies.setFocus()

    def _agree(self) -> None:
        copies, reason = self.copies.value(), self.reason.value()
        if not copies:
            self.copies.set_problem(self.tr("Cần ghi số phiếu hỏng, từ 1 trở lên."))
            self.copies.setFocus()
        elif not reason:
            self.reason.set_problem(self.tr("Cần ghi lý do: lý do được giữ cùng bản in."))
            self.reason.setFocus()
        else:
            # Refused, the dialog stays with what was typed.
            self._context.do(
                lambda _: reprint_ballots(self._context.workplace, self._code, copies, reason),
                done=self._kept,
                failed=self._refused,
            )

    def _kept(self, paper: PaperView) -> None:
        self.paper = paper
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        field = self.copies if refusal.code == "ballots.copies" else self.reason
        field.set_problem(refusal_sentence(refusal))
