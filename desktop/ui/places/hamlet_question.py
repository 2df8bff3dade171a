"""Questions about a hamlet: its kind and name, from which day, made of which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.places.succession import Decision
from desktop.ui.page.decision_fields import DecisionFields
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.page.ticks import TickList
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label


@dataclass(frozen=True, slots=True)
class HamletAnswer:
    """What was typed: kind, name, day (None where none was typed), codes that were ticked, the decision."""

    kind: str
    name: str
    day: date | None
    codes: tuple[str, ...]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered, and what is needed.

    Attributes:
        kind: offered as kind, as ``name`` is as name and ``day`` as day.
        needs_day: the day has to be said.
        hamlets: codes and names that can be ticked; ``ticked`` are at first.
    """

    kind: str = ""
    name: str = ""
    day: date | None = None
    needs_day: bool = False
    hamlets: Mapping[str, str] = field(default_factory=dict)
    ticked: tuple[str, ...] = ()


class HamletQuestion(SubmittedQuestion):
    """Asks for a hamlet.

    Args:
        parent: the window it belongs to.
        asked: its words.
        offer: what stands in the fields at first.
        submit: is given the answer and what to call when it was done or refused.
    """

    def __init__(self, parent: QWidget | None, asked: Asked, offer: Offer, submit: Submit) -> None:
        super().__init__(parent, asked, submit)
        self._needs_day = offer.needs_day
        self.kind = TextField(self.tr("Loại (thôn, bản, khu phố…)"), self)
        self.kind.set_value(offer.kind)
        self.name = TextField(self.tr("Tên"), self)
        self.name.set_value(offer.name)
        self.day = DateField(self.tr("Từ ngày") if offer.needs_day else self.tr("Từ ngày, nếu biết"), self)
        self.day.set_value(offer.day)
        self.ticks = TickList(self.tr("Các thôn được sáp nhập"), offer.hamlets, self, offer.ticked)
        self.decision = DecisionFields(self)
        if offer.hamlets:
            self.body.addWidget(label(self.tr("Các thôn được sáp nhập (phím cách để chọn)"), "field", self))
            self.body.addWidget(self.ticks)
        else:
            self.ticks.hide()
        pair = QHBoxLayout()
        pair.setSpacing(style.size("grid"))
        pair.addWidget(self.kind, 2)
        pair.addWidget(self.name, 3)
        self.body.addLayout(pair)
        self.body.addWidget(self.day)
        self.body.addWidget(self.decision)
        # A hamlet that is only added came to be by a decision of long ago.
        self.decision.setVisible(offer.needs_day)
        self.by_file = quiet(self.tr("Nhiều thôn một lúc, theo tệp…"), self)
        self.by_file.setVisible(bool(offer.hamlets))
        if offer.hamlets:
            self.body.addWidget(self.by_file)
        first = self.ticks if offer.hamlets else self.name if offer.kind else self.kind
        first.setFocus()

    def answer(self) -> HamletAnswer:
        """Return what stands in the fields."""
        return HamletAnswer(
            self.kind.value(),
            self.name.value(),
            self.day.value(),
            self.ticks.ticked(),
            self.decision.value(),
        )

    def _agree(self) -> None:
        if self.check_day(self.day, needed=self._needs_day):
            self.hand_in(self.answer())
