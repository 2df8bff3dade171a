"""A finding is corrected, or explained in a signed line that the minutes print."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.counting.counts import explain
from desktop.services.counting.findings import FindingView
from desktop.ui.counting.finding_words import how_to
from desktop.ui.page.page import Context
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.findings import Finding
from desktop.wording import refusal_sentence


class ExplainDialog(Question):
    """Asks for the line and who signs it; the figures can be corrected instead.

    ``correct`` carries the problem whose figures are to be typed anew.

    Args:
        context: the open office.
        code: the election's.
        found: the finding, and the line that explains it already.
        said: the finding as it stands in the list.
        may_correct: whether figures of the form are concerned.
        parent: the step.
    """

    correct = Signal(object)

    def __init__(
        self,
        context: Context,
        code: str,
        found: FindingView,
        said: Finding,
        *,
        may_correct: bool,
        parent: QWidget | None = None,
    ) -> None:
        sentence = said.sentence.removesuffix(how_to()).strip() if found.explanation is None else ""
        super().__init__(parent, said.headline, sentence, self.tr("Ghi giải trình"), code=said.code)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._code, self._problem = context, code, found.problem
        self.text = TextField(
            self.tr("Lời giải trình, in vào biên bản"),
            self,
            explain=self.tr("Một câu nói vì sao số trên giấy đúng là như vậy. Câu này được in vào biên bản."),
        )
        self.by = TextField(
            self.tr("Người ký giải trình"),
            self,
            explain=self.tr("Họ và tên người chịu trách nhiệm về lời giải trình, thường là tổ trưởng."),
        )
        self.text.set_value(found.explanation or "")
        self.by.set_value(found.by or "")
        self.by.moves_on = False
        self.by.entered.connect(self._agree)
        self.body.addWidget(self.text)
        self.body.addWidget(self.by)
        self.mend = secondary(self.tr("Sửa số theo giấy"), "pencil-simple", self)
        self.mend.setAutoDefault(False)
        self.mend.clicked.connect(self._correct)
        self.mend.setVisible(may_correct)
        self.body.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignLeft)
        self.text.box().setFocus()

    def _correct(self) -> None:
        self.correct.emit(self._problem)
        self.reject()

    def _agree(self) -> None:
        text, by = self.text.value(), self.by.value()
        for field, value in ((self.text, text), (self.by, by)):
            if not value:
                field.set_problem(self.tr("Ô này cần có chữ: nội dung được in vào biên bản."))
                field.box().setFocus()
                return
        place, code, problem = self._context.workplace, self._code, self._problem
        self.yes.setEnabled(False)
        self._context.do(
            lambda _: explain(place, code, problem, text, by),
            done=lambda _: self.accept(),
            failed=self._refused,
            to=self,
        )

    def _refused(self, refusal: Refusal) -> None:
        self.yes.setEnabled(True)
        self.text.set_problem(refusal_sentence(refusal))
        self.text.box().setFocus()
