"""The question how a hamlet ends: on which day, by which decision, and where its households go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.services.places.succession import Decision
from desktop.ui.page.decision_fields import DecisionFields
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.places.homes_ticked import HomesTicked
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField


@dataclass(frozen=True, slots=True)
class EndAnswer:
    """What was typed: the last day, households by the code of the hamlet that takes them, the decision."""

    day: date
    homes_of: dict[str, tuple[int, ...]]
    decision: Decision


@dataclass(frozen=True, slots=True)
class EndLeft:
    """What stood in the fields: codes of the hamlets that take households, keys of those for the second."""

    day: date | None
    taker: str | None
    second: str | None
    ticked: tuple[int, ...]
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
        self.homes = HomesTicked(self.tr("Hộ chuyển sang thôn khác nữa"), homes, self)
        self.homes.counted.connect(self._count)
        self.decision = DecisionFields(self)
        self.body.addWidget(self.day)
        for part in (self.taker, self.homes, self.second):
            part.setVisible(bool(homes))
            if homes:
                self.body.addWidget(part)
        self.body.addWidget(self.decision)
        self._count()
        self.day.setFocus()

    def left(self) -> EndLeft:
        """Return what stands in the fields of a question that is left unanswered."""
        return EndLeft(
            self.day.value(),
            self.taker.value(),
            self.second.value(),
            self.homes.ticked(),
            self.decision.value(),
        )

    def take_up(self, left: EndLeft) -> None:
        """Go on from what stood in the fields when the question was left unanswered."""
        self.day.set_value(left.day)
        self.taker.set_value(left.taker)
        self.second.set_value(left.second)
        self.homes.tick(left.ticked)
        self.decision.set_value(left.decision)

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

    def _count(self) -> None:
        self.homes.say(
            self.tr("Nếu có hộ sang thôn khác nữa thì đánh dấu (phím cách): {0} hộ; {1} hộ còn lại").format(
                len(self.homes.ticked()), len(self.homes.others())
            )
        )

    def _agree(self) -> None:
        # A refusal that stands under the day doesn't speak of the day as it is now.
        self.day.set_problem(None)
        day = self.day.value() if self.check_day(self.day, needed=True) else None
        if day is not None:
            self.hand_in(self.answer(day))
