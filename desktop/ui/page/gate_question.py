"""A gate that refuses: what is missing, and whether somebody goes on with a reason under a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.chain.gates import let_through
from desktop.services.office.operators import acting_name
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion, submitting
from desktop.ui.widgets.fields.text import TextField
from desktop.wording import refusal_sentence

_GATES = {"W601": 1, "W602": 2, "W603": 3, "W605": 5}


class GateQuestion(SubmittedQuestion):
    """Says what a gate lacks, and asks for reason and name to go on all the same.

    Args:
        parent: the window it belongs to.
        refusal: of the gate.
        name: of who works at the window; empty where nobody signed in.
        submit: is given reason and name.
    """

    def __init__(self, parent: QWidget | None, refusal: Refusal, name: str, submit: Submit) -> None:
        asked = Asked(self.tr("Cho qua có lý do?"), refusal_sentence(refusal), self.tr("Cho qua"))
        super().__init__(parent, asked, submit)
        self.reason = TextField(
            self.tr("Lý do cho qua"),
            self,
            explain=self.tr("Giữ nguyên trong nhật ký và in ở giấy tờ của Đảng; không in ở giấy của xã."),
        )
        self.name = TextField(self.tr("Ai cho qua (họ tên)"), self)
        self.name.set_value(name)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.name)
        self.reason.setFocus()

    def _agree(self) -> None:
        for field in (self.reason, self.name):
            field.commit()
            if not field.value().strip():
                field.set_problem(self.tr("Hãy ghi ô này rồi mới cho qua được."))
                field.setFocus()
                return
        self.hand_in((self.reason.value(), self.name.value()))


def is_gate(refusal: Refusal) -> bool:
    """Tell whether a refusal is that of a gate that can be let through."""
    return refusal.code in _GATES and "chain" in refusal.context


def offer_through(context: Context, parent: QWidget, refusal: Refusal, again: Callable[[], None]) -> None:
    """Ask whether a gate is let through, and go on with what was refused.

    Args:
        context: the open office.
        parent: over whose window the question stands.
        refusal: of the gate, see ``is_gate``.
        again: does anew what was refused.
    """
    place = context.workplace
    chain, hamlet = int(str(refusal.context["chain"])), str(refusal.context["hamlet"])
    election = str(refusal.context.get("election", ""))
    submit = submitting(
        context,
        lambda answer: let_through(place, chain, hamlet, _GATES[refusal.code], *answer, election=election),
        lambda _: again(),
    )
    context.ask(
        lambda: acting_name(place),
        lambda name: GateQuestion(parent.window(), refusal, name, submit).open(),
    )
