"""The question how a hamlet is split: the two that come of it, and which households go to the second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.places.shares import Share
from desktop.services.places.succession import Decision
from desktop.ui.page.decision_fields import DecisionFields
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.places.homes_ticked import HomesTicked
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField


@dataclass(frozen=True, slots=True)
class SplitAnswer:
    """What was typed: the hamlets to come with their households, the first day, and the decision."""

    shares: tuple[Share, ...]
    day: date
    decision: Decision


class SplitQuestion(SubmittedQuestion):
    """Asks how a hamlet is split in two.

    Args:
        parent: the window it belongs to.
        asked: its words.
        hamlet: kind and name as they are; the first of the two keeps them unless it is said otherwise.
        homes: the households by their keys.
        submit: is given the answer and what to call when it was done or refused.
    """

    def __init__(
        self,
        parent: QWidget | None,
        asked: Asked,
        hamlet: tuple[str, str],
        homes: Mapping[int, str],
        submit: Submit,
    ) -> None:
        super().__init__(parent, asked, submit)
        kind, name = hamlet
        self.names = [self._named(self.tr("thứ nhất"), kind, name), self._named(self.tr("thứ hai"), kind, "")]
        self.homes = HomesTicked(self.tr("Hộ sang thôn thứ hai"), homes, self)
        self.homes.counted.connect(self._count)
        self.homes.setVisible(bool(homes))
        if homes:
            self.body.addWidget(self.homes)
        self.day = DateField(self.tr("Từ ngày"), self)
        self.decision = DecisionFields(self)
        self.body.addWidget(self.day)
        self.body.addWidget(self.decision)
        self._count()
        self.names[1][1].setFocus()

    def take_up(self, left: SplitAnswer) -> None:
        """Go on from what stood in the fields when the question was left unanswered."""
        for (kind, name), share in zip(self.names, left.shares, strict=True):
            kind.set_value(share.kind)
            name.set_value(share.name)
        self.homes.tick(left.shares[1].households)
        self.day.set_value(left.day)
        self.decision.set_value(left.decision)

    def answer(self, day: date) -> SplitAnswer:
        """Return what stands in the fields."""
        (first, second), homes = self.names, (self.homes.others(), self.homes.ticked())
        shares = tuple(
            Share(kind.value(), name.value(), keys)
            for (kind, name), keys in zip((first, second), homes, strict=True)
        )
        return SplitAnswer(shares, day, self.decision.value())

    def _named(self, which: str, kind: str, name: str) -> tuple[TextField, TextField]:
        fields = (
            TextField(self.tr("Thôn {0}: loại").format(which), self),
            TextField(self.tr("Tên"), self),
        )
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        for field, value, share in zip(fields, (kind, name), (2, 3), strict=True):
            field.set_value(value)
            row.addWidget(field, share)
        self.body.addLayout(row)
        return fields

    def _count(self) -> None:
        self.homes.say(
            self.tr("Đánh dấu hộ sang thôn thứ hai (phím cách): {0} hộ; {1} hộ ở thôn thứ nhất").format(
                len(self.homes.ticked()), len(self.homes.others())
            )
        )

    def _agree(self) -> None:
        day = self.day.value() if self.check_day(self.day, needed=True) else None
        if day is not None:
            self.hand_in(self.answer(day))
