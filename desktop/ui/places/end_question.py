"""The question how a hamlet ends: on which day, by which decision, and where its households go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.services.places.succession import Decision
from desktop.ui.page.decision_fields import DecisionFields
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.page.ticks import TickList
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class EndAnswer:
    """What was typed: the last day, households by the code of the hamlet that takes them, the decision."""

    day: date
    homes_of: dict[str, tuple[int, ...]]
    decision: Decision


class EndQuestion(SubmittedQuestion):
    """Asks how a hamlet ends.

    Args:
        parent: the window it belongs to.
        asked: its words.
        day: the last day that is offered.
        homes: its households by their keys.
        others: the hamlets that can take them, by their codes.
        submit: is given the answer and what to call when it was done or refused.
    """

    def __init__(
        self,
        parent: QWidget | None,
        asked: Asked,
        day: date,
        homes: Mapping[int, str],
        others: Mapping[str, str],
        submit: Submit,
    ) -> None:
        super().__init__(parent, asked, submit)
        self.day = DateField(self.tr("Ngày cuối"), self)
        self.day.set_value(day)
        choices = [(None, self.tr("Chưa chọn")), *others.items()]
        self.taker = ChoiceField(self.tr("Hộ chuyển sang"), choices, self)
        self.second = ChoiceField(self.tr("Hộ được đánh dấu chuyển sang"), choices, self)
        self.homes = TickList(self.tr("Hộ chuyển sang thôn khác nữa"), homes, self)
        self.decision = DecisionFields(self)
        marked = label(self.tr("Nếu có hộ sang thôn khác nữa thì đánh dấu (phím cách)"), "field", self)
        marked.setWordWrap(True)
        self.body.addWidget(self.day)
        for part in (self.taker, marked, self.homes, self.second):
            part.setVisible(bool(homes))
            if homes:
                self.body.addWidget(part)
        self.body.addWidget(self.decision)
        self.day.setFocus()

    def answer(self, day: date) -> EndAnswer:
        """Return what stands in the fields; households for which no hamlet is chosen go nowhere."""
        homes_of: dict[str, tuple[int, ...]] = {}
        for code, keys in (
            (self.taker.value(), self.homes.others()),
            (self.second.value(), self.homes.ticked()),
        ):
            if code is not None and keys:
                homes_of[code] = (*homes_of.get(code, ()), *keys)
        return EndAnswer(day, homes_of, self.decision.value())

    def tell_refusal(self, sentence: str) -> None:
        """Say under the day why it was refused."""
        self.day.set_problem(sentence)
        self.day.setFocus()

    def _agree(self) -> None:
        # A refusal that stands under the day doesn't speak of the day as it is now.
        self.day.set_problem(None)
        day = self.day.value() if self.check_day(self.day, needed=True) else None
        if day is not None:
            self.hand_in(self.answer(day))
