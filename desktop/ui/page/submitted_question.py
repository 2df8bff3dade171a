"""A question that stays open, with what was typed, until its answer is accepted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field
from desktop.wording import refusal_sentence

if TYPE_CHECKING:
    from desktop.ui.page.page import Context

Submit = Callable[[Any, Callable[[Any], None], Callable[[Refusal], None]], None]


def submitting(
    context: Context, work: Callable[[Any], Any], after: Callable[[Any], object] | None = None
) -> Submit:
    """Return what hands an answer to a use case.

    Args:
        context: the open office and the runner.
        work: is given the answer, in the background.
        after: is given what came of it, on the window's thread, once the question has gone.
    """

    def submit(answer: Any, done: Callable[[Any], None], failed: Callable[[Refusal], None]) -> None:
        def finished(result: Any) -> None:
            done(result)
            if after is not None:
                after(result)

        context.do(lambda _: work(answer), done=finished if after is not None else done, failed=failed)

    return submit


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, what happens then, and what the button does."""

    headline: str
    sentence: str
    yes: str


class SubmittedQuestion(Question):
    """A question whose answer a use case accepts or refuses.

    Args:
        parent: the window it belongs to.
        asked: its words.
        submit: is given the answer and what to call when it was done or refused.
    """

    def __init__(self, parent: QWidget | None, asked: Asked, submit: Submit) -> None:
        super().__init__(parent, asked.headline, asked.sentence, asked.yes)
        self._submit = submit
        self._waits = False

    def hand_in(self, answer: object) -> None:
        """Submit an answer; a second press while the first is on its way asks for nothing more."""
        if self._waits:
            return
        self._waits = True
        self.say("")
        self._submit(answer, self._accepted, self._refused)

    def tell_refusal(self, sentence: str) -> None:
        """Say why the answer was refused, under what was typed."""
        self.say(sentence)

    def committed(self, *fields: Field) -> bool:
        """Take over what was typed; where something can't be read, go there and return False."""
        for field in fields:
            field.commit()
            if field.problem():
                field.setFocus()
                return False
        return True

    def check_day(self, field: DateField, *, needed: bool) -> bool:
        """Check what stands in a field for a day, and go to it where it cannot be taken."""
        field.commit()
        if not field.problem() and needed and field.value() is None:
            field.set_problem(self.tr("Hãy ghi ngày, ví dụ 05/06/2022."))
        if field.problem():
            field.setFocus()
        return not field.problem()

    def _accepted(self, _: object) -> None:
        self._waits = False
        if not self.closed:
            self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._waits = False
        self.tell_refusal(refusal_sentence(refusal))


class DayQuestion(SubmittedQuestion):
    """Asks for a day.

    Args:
        parent: the window it belongs to.
        asked: its words.
        words: the label above the day.
        day: what is offered.
        submit: is given the day and what to call when it was done or refused.
    """

    def __init__(self, parent: QWidget | None, asked: Asked, words: str, day: date, submit: Submit) -> None:
        super().__init__(parent, asked, submit)
        self.day = DateField(words, self)
        self.day.set_value(day)
        self.body.addWidget(self.day)
        self.day.setFocus()

    def tell_refusal(self, sentence: str) -> None:
        """Say under the day why it was refused."""
        self.day.set_problem(sentence)
        self.day.setFocus()

    def _agree(self) -> None:
        # A refusal that stands under the day doesn't speak of the day as it is now.
        self.day.set_problem(None)
        if self.check_day(self.day, needed=True):
            self.hand_in(self.day.value())
