"""The day on which the commune received the result, and by when it has to decide."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.rules.vote_state import VoteState as S
from desktop.services.results.received import receive_result
from desktop.services.results.recognition_view import RecognitionView
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import ClauseNote
from desktop.ui.results.recognition_words import due_state, due_words
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import refusal_sentence


class ReceivedCard(Card):
    """One field and the deadline that follows from it.

    Args:
        context: the open office.
        parent: the recognition step.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Nhận kết quả"), parent)
        self._context = context
        self._code = ""
        self._chip = StateChip(State("not_yet", self.tr("chưa nhận")), self)
        self.head.addWidget(self._chip)
        self.day = DateField(
            self.tr("Ngày Ủy ban nhân dân xã nhận kết quả"),
            self,
            explain=self.tr(
                "Ngày tổ bầu cử nộp biên bản và kết quả cho xã. Hạn ra quyết định tính bằng ngày làm việc, "
                "từ ngày liền sau."
            ),
        )
        self.day.committed.connect(self._receive)
        self.clause = ClauseNote(self)
        self.body.addWidget(self.day)
        self.body.addWidget(self.clause)

    def show_view(self, view: RecognitionView) -> None:
        """Show the day and the deadline."""
        self._code = view.code
        self.day.set_value(view.received_on)
        self.day.set_read_only(on=view.state != S.FINALISED)
        self._chip.set_state(due_state(view))
        words = due_words(view)
        if words and not self.day.problem():
            self.day.set_problem(words, "note")
        self.clause.set_clause(view.clause)

    def _receive(self, day: date | None) -> None:
        place, code = self._context.workplace, self._code
        self._context.do(lambda _: receive_result(place, code, day), failed=self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self.day.set_problem(refusal_sentence(refusal))
        self.day.box().setFocus()
