"""A question that is answered with a day; it stays open, with what was typed, until the day is accepted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.ui.widgets.dialogs import Question
from desktop.ui.widgets.fields import DateField
from desktop.wording import refusal_sentence

Submit = Callable[[date, Callable[[Any], None], Callable[[Refusal], None]], None]


class DayQuestion(Question):
    """Asks for a day.

    Args:
        parent: the window it belongs to.
        headline: what is asked.
        sentence: what happens then.
        words: the label above the day.
        yes: what the button does.
        day: what is offered.
        submit: is given the day and what to call when it was done or refused.
    """

    def __init__(
        self,
        parent: QWidget | None,
        headline: str,
        sentence: str,
        *,
        words: str,
        yes: str,
        day: date,
        submit: Submit,
    ) -> None:
        super().__init__(parent, headline, sentence, yes)
        self._submit = submit
        self.day = DateField(words, self)
        self.day.set_value(day)
        self.body.addWidget(self.day)
        self.day.setFocus()

    def _agree(self) -> None:
        day = self.day.value()
        if day is None:
            self.day.commit()
            if not self.day.problem():
                self.day.set_problem(self.tr("Hãy ghi ngày, ví dụ 05/06/2022."))
            self.day.setFocus()
            return
        self._submit(day, lambda _: self.accept(), self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self.day.set_problem(refusal_sentence(refusal))
        self.day.setFocus()
