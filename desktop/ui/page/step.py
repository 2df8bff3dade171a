"""What every step of the election page is, and what the page asks of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.ui.page.gate_question import is_gate, offer_through
from desktop.ui.page.page import Context, View
from desktop.ui.page.runner import Progress
from desktop.ui.widgets import style


class Step(View):
    """The view of one step of an election, below the stepper.

    A subclass sets ``key``, builds its widgets in ``__init__``, and reads what it shows in ``load``, in the
    background. The page calls ``load`` when the step comes to the front and whenever something that it shows
    has changed; keys that the frame binds reach it through the page.

    Signals:
        changed: the election moved on without a change of kinds; the page reads its head and stepper anew.
        proceed: go to the step of this key, such as ``counting`` once the meeting is open.

    Args:
        context: the open office, the runner and the way to other pages.
        parent: the election page.
    """

    key: str = ""
    changed = Signal()
    proceed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.code = ""

    def load(self, code: str) -> None:
        """Show the step of this election; a subclass reads in the background and calls this first."""
        self.code = code

    def lay_out(self, body: QLayout, bar: QWidget) -> None:
        """Put a body between the margins of the page, and the bottom bar over its whole width."""
        lay_out(self, body, bar)

    def change(self, work: Callable[[Progress], Any], *, done: Callable[[Any], None] | None = None) -> None:
        """Change something in the background; refused, it is said why and the step shows what is kept.

        A gate of the hamlet's chain asks whether it is let through, and the work is done anew then.
        """

        def refused(refusal: Refusal) -> None:
            if is_gate(refusal):
                offer_through(self.context, self, refusal, lambda: self.change(work, done=done))
                self.load(self.code)
            else:
                self._refused(refusal)

        self.context.do(work, done=done, failed=refused)

    def first_field(self) -> QWidget | None:
        """Return the widget that takes the focus when the step is opened."""
        return None

    def _refused(self, refusal: Refusal) -> None:
        self.context.runner.failed.emit(refusal)
        self.load(self.code)


def lay_out(view: QWidget, body: QLayout, bar: QWidget) -> None:
    """Lay out a view as a step: a body between the margins, the bottom bar over the whole width."""
    side = style.size("page_side")
    body.setContentsMargins(side, 0, side, style.size("inner") * 3)
    column = QVBoxLayout(view)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(body, 1)
    column.addWidget(bar)


def below_head(parent: QWidget, header: QWidget, stepper: QWidget, steps: QWidget) -> QWidget:
    """Return the whole of one vote or congress: its head and stepper between the margins, its steps below."""
    side = style.size("page_side")
    above = QVBoxLayout()
    above.setContentsMargins(side, style.size("grid"), side, 0)
    above.setSpacing(style.size("inner"))
    above.addWidget(header)
    above.addWidget(stepper)
    whole = QWidget(parent)
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(style.size("grid"))
    column.addLayout(above)
    column.addWidget(steps, 1)
    return whole
