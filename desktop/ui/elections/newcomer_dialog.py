"""Somebody who stands without heading a household of the hamlet: name, how papers address them, birth."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import RequestRefused
from desktop.services.elections.candidate_views import newcomer
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField
from desktop.wording import refusal_sentence


class NewcomerDialog(Question):
    """Asks who it is; ``named`` carries the person as a ``PersonLine``.

    Args:
        name: typed so far.
        parent: the step.
    """

    named = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("NewcomerDialog", "Người ứng cử không phải chủ hộ"),
            translate(
                "NewcomerDialog",
                "Chỉ ghi điều cần cho phiếu bầu. Kiểm tra người này thường trú, cư trú thường xuyên ở thôn.",
            ),
            translate("NewcomerDialog", "Thêm vào danh sách"),
        )
        self.name = TextField(self.tr("Họ và tên"), self, explain=self.tr("Ghi đủ dấu, như trên thẻ."))
        self.name.set_value(name)
        self.title = ChoiceField(
            self.tr("Ông, bà"), [("", self.tr("Chưa rõ")), ("Ông", "Ông"), ("Bà", "Bà")], self
        )
        self.birth = TextField(
            self.tr("Ngày sinh"), self, hint=self.tr("Ngày/tháng/năm, tháng/năm, hoặc chỉ năm.")
        )
        for field in (self.name, self.title, self.birth):
            self.body.addWidget(field)
        (self.title.box() if name else self.name.line).setFocus()

    def _agree(self) -> None:
        for field in (self.name, self.birth):
            field.commit()
        try:
            person = newcomer(self.name.value(), self.title.value(), self.birth.value())
        except RequestRefused as refusal:
            field = self.birth if refusal.where == "birth" else self.name
            field.set_problem(refusal_sentence(refusal))
            field.line.setFocus()
            return
        self.accept()
        self.named.emit(person)
