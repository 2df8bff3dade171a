"""Why an election is moved or cancelled, and once ballots are printed by which decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.elections.changes import Because
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import TextField
from desktop.wording import refusal_sentence

Refused = Callable[[Refusal], None]
Write = Callable[[date | None, Because, Callable[[object], None], Refused], None]
"""Writes the new day, if one is asked for, and why; told what came of it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: words, and which fields beside the reason.

    Attributes:
        day: whether a new day is asked for.
        decision: whether number and day of a decision are needed.
        grave: the button takes something away.
    """

    headline: str
    sentence: str
    yes: str
    day: bool = False
    decision: bool = False
    grave: bool = False


class DecisionQuestion(Question):
    """Stays open until what was asked for is written; what is refused is said above the buttons.

    Args:
        parent: the window.
        asked: words and fields.
        write: does it in the background.
    """

    def __init__(self, parent: QWidget, asked: Asked, write: Write) -> None:
        super().__init__(parent, asked.headline, asked.sentence, asked.yes, grave=asked.grave)
        self._write = write
        self.day = DateField(self.tr("Ngày họp mới"), self)
        explained = self.tr("Lý do ghi vào nhật ký, và vào danh sách cuộc bầu đã hủy.")
        self.reason = TextField(self.tr("Lý do"), self, explain=explained)
        self.number = TextField(self.tr("Số quyết định"), self)
        self.decided_on = DateField(self.tr("Ngày quyết định"), self)
        self.day.setVisible(asked.day)
        decision = QWidget(self)
        row = QHBoxLayout(decision)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("column_gap"))
        for field in (self.number, self.decided_on):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        decision.setVisible(asked.decision)
        for part in (self.day, self.reason, decision):
            self.body.addWidget(part)
        (self.day if asked.day else self.reason).setFocus()

    def _agree(self) -> None:
        for field in (self.day, self.reason, self.number, self.decided_on):
            field.commit()
            if field.problem():
                field.setFocus()
                return
        because = Because(self.reason.value(), self.number.value(), self.decided_on.value())
        self.yes.setEnabled(False)
        self._write(self.day.value(), because, self._written, self._refused)

    def _written(self, _: object) -> None:
        if not self.closed:
            self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.yes.setEnabled(True)
        field = self.day if refusal.code in ("plan.day", "election.exists", "unknown.unit") else self.reason
        field.set_problem(refusal_sentence(refusal))
        field.setFocus()
