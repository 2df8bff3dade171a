"""The question how a list is given out: as a workbook, or on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice_row import ChoiceRows, Way


@dataclass(frozen=True, slots=True)
class GivingOut:
    """A way to give a list out: what it is, what it means, and what does it."""

    way: Way
    does: Callable[[], None]


class GiveOutQuestion(Question):
    """Ways beneath each other; Enter on one takes it.

    Attributes:
        ways: the rows, by the keys of the ways.

    Args:
        parent: the window.
        headline: which list.
        ways: the first is chosen.
    """

    def __init__(self, parent: QWidget | None, headline: str, ways: Sequence[GivingOut]) -> None:
        super().__init__(parent, headline, "", self.tr("Tiếp tục"))
        self._does = {one.way.key: one.does for one in ways}
        self.ways = ChoiceRows([one.way for one in ways], self)
        self.ways.opened.connect(lambda _: self._agree())
        self.body.addWidget(self.ways)
        self.accepted.connect(self._go_on)
        self.ways.setFocus()

    def _go_on(self) -> None:
        self._does[self.ways.value()]()
