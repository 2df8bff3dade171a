"""Questions of the chain: a step of the plan for one hamlet or many, an exception, who the head is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.chain.exceptions import ExceptionReason, ExceptionView, NewException
from desktop.services.chain.plans import NewPlanStep, PlanStepKind
from desktop.services.chain.views import ChainRow, PlanState
from desktop.ui.chain.words import reason_words
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import TextField

_AFTER = {
    PlanState.DRAFT: (PlanStepKind.SUBMITTED, PlanStepKind.APPROVED),
    PlanState.SUBMITTED: (PlanStepKind.APPROVED, PlanStepKind.RETURNED),
    PlanState.RETURNED: (PlanStepKind.SUBMITTED,),
    PlanState.APPROVED: (),
}
TAKE_BACK = "take_back"
"""What is asked for in place of a step: the last one was written down by mistake."""


class PlanQuestion(SubmittedQuestion):
    """Asks what became of the plan of personnel, for one hamlet or for all that stand where it stands.

    Args:
        parent: the window it belongs to.
        row: the hamlet that is chosen.
        rows: all hamlets of the chain.
        today: the day that is offered.
        submit: is given the codes of the hamlets, and a ``NewPlanStep`` or ``TAKE_BACK``.
    """

    def __init__(
        self, parent: QWidget | None, row: ChainRow, rows: Sequence[ChainRow], today: date, submit: Submit
    ) -> None:
        asked = Asked(
            self.tr("Phương án nhân sự của {0}").format(_inside(row.chain.hamlet)),
            self.tr("Một văn bản duyệt nhiều thôn thì ghi một lần cho cả các thôn đó."),
            self.tr("Ghi phương án"),
        )
        super().__init__(parent, asked, submit)
        state = row.chain.facts.plan
        words = {
            PlanStepKind.SUBMITTED: self.tr("Trình Đảng ủy"),
            PlanStepKind.APPROVED: self.tr("Đảng ủy duyệt"),
            PlanStepKind.RETURNED: self.tr("Đảng ủy trả lại"),
        }
        steps: list[tuple[object, str]] = [(step, words[step]) for step in _AFTER[state]]
        if state is not PlanState.DRAFT:
            steps.append((TAKE_BACK, self.tr("Hoàn tác bước vừa ghi")))
        self.what = ChoiceField(self.tr("Bước"), steps, self)
        alike = tuple(each.chain.code for each in rows if each.chain.facts.plan is state)
        hamlets: list[tuple[tuple[str, ...], str]] = [
            ((row.chain.code,), self.tr("Chỉ {0}").format(_inside(row.chain.hamlet)))
        ]
        if len(alike) > 1:
            hamlets.append((alike, self.tr("Cả {0} thôn đang ở bước này").format(len(alike))))
        self.hamlets = ChoiceField(self.tr("Ghi cho"), hamlets, self)
        self.day = DateField(self.tr("Ngày văn bản"), self)
        self.day.set_value(today)
        self.number = TextField(
            self.tr("Số văn bản"), self, explain=self.tr("Số và ký hiệu như trên văn bản của Đảng ủy.")
        )
        self.reason = TextField(self.tr("Lý do trả lại"), self)
        self.body.addWidget(self.what)
        self.body.addWidget(self.hamlets)
        self._row(self.day, self.number)
        self.body.addWidget(self.reason)
        self.what.committed.connect(lambda _: self._show_fields())
        self._show_fields()

    def _row(self, *fields: Field) -> None:
        line = QHBoxLayout()
        line.setSpacing(style.size("grid"))
        for field in fields:
            line.addWidget(field, 1)
        self.body.addLayout(line)

    def _show_fields(self) -> None:
        step = self.what.value()
        for field in (self.day, self.number):
            field.setVisible(step != TAKE_BACK)
        self.reason.setVisible(step == PlanStepKind.RETURNED)
        if self.isVisible():
            self.fit()

    def _agree(self) -> None:
        step, hamlets = self.what.value(), self.hamlets.value()
        if step == TAKE_BACK:
            self.hand_in((hamlets, TAKE_BACK))
            return
        self.number.commit()
        self.reason.commit()
        if self.check_day(self.day, needed=True):
            new = NewPlanStep(step, self.day.value(), self.number.value(), self.reason.value())
            self.hand_in((hamlets, new))


class ExceptionQuestion(SubmittedQuestion):
    """Asks why head and secretary are two people, who sees to it, and by when.

    Args:
        parent: the window it belongs to.
        hamlet: kind word and name.
        one: what is known of it; None where nothing is.
        submit: is given a ``NewException``.
    """

    def __init__(
        self, parent: QWidget | None, hamlet: str, one: ExceptionView | None, submit: Submit
    ) -> None:
        asked = Asked(
            self.tr("Ngoại lệ của {0}").format(_inside(hamlet)),
            self.tr("Bí thư không phải Trưởng thôn: vì sao, ai phụ trách, hạn nào. In ở danh sách ngoại lệ."),
            self.tr("Ghi ngoại lệ"),
        )
        super().__init__(parent, asked, submit)
        choices = [(reason, reason_words(reason)) for reason in ExceptionReason]
        self.reason = ChoiceField(self.tr("Lý do"), choices, self)
        self.note = TextField(self.tr("Ghi thêm"), self)
        self.owner = TextField(
            self.tr("Ai phụ trách"), self, explain=self.tr("Họ tên và chức vụ, in ở danh sách.")
        )
        self.due = DateField(self.tr("Hạn"), self)
        if one is not None:
            self.reason.set_value(one.reason)
            self.note.set_value(one.note)
            self.owner.set_value(one.owner)
            self.due.set_value(one.due_on)
        for field in (self.reason, self.note):
            self.body.addWidget(field)
        line = QHBoxLayout()
        line.setSpacing(style.size("grid"))
        line.addWidget(self.owner, 2)
        line.addWidget(self.due, 1)
        self.body.addLayout(line)

    def _agree(self) -> None:
        if self.committed(self.note, self.owner) and self.check_day(self.due, needed=False):
            self.hand_in(
                NewException(
                    self.reason.value(), self.note.value(), self.owner.value(), self.due.value() or None
                )
            )


class NamesakeQuestion(SubmittedQuestion):
    """Asks whether the elected head is the member of the same name: never taken for granted.

    Args:
        parent: the window it belongs to.
        row: the hamlet.
        submit: is given the member's key.
    """

    def __init__(self, parent: QWidget | None, row: ChainRow, submit: Submit) -> None:
        name = row.chain.head.votes.name if row.chain.head.votes is not None else ""
        asked = Asked(
            self.tr("{0} có phải đảng viên cùng họ tên không").format(name),
            self.tr(
                "Sổ hộ và danh sách đảng viên ghi riêng hai người cùng họ tên. Chỉ đồng ý khi đã đối chiếu "
                "đúng là một người."
            ),
            self.tr("Đúng là một người"),
        )
        super().__init__(parent, asked, submit)
        self._member = row.belongs.namesakes[0] if row.belongs is not None else 0

    def _agree(self) -> None:
        self.hand_in(self._member)


def _inside(hamlet: str) -> str:
    return f"{hamlet[:1].lower()}{hamlet[1:]}"
