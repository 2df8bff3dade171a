"""After a meeting that too few attended: by when slips handed to the households are collected."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.results.recognition_view import RecognitionView
from desktop.ui.page.side_panel import ClauseNote
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.field import TypedField
from desktop.wording import refusal_sentence

_USUAL_HOUR = time(16, 0)


class HandOutCard(Card):
    """Two fields and the button that begins the vote by slips; the law leaves the choice to the hamlet.

    ``wanted`` carries the last day and hour at which slips are collected.

    Args:
        parent: the recognition step.
    """

    wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Không đủ người dự: phát phiếu đến hộ"), parent)
        self._code = ""
        self.day = DateField(
            self.tr("Ngày cuối thu phiếu"),
            self,
            explain=self.tr(
                "Các hộ được báo trước khi phát phiếu; tổ phát phiếu thu tại nhà đến hết ngày này."
            ),
        )
        self.hour = TimeField(self.tr("Thu chậm nhất lúc"), self)
        self.clause = ClauseNote(self)
        self.begin = secondary(self.tr("Phát phiếu đến hộ"), None, self)
        self.begin.clicked.connect(self._want)
        for part in (self.day, self.hour, self.clause):
            self.body.addWidget(part)
        self.head.addWidget(self.begin)

    def show_view(self, view: RecognitionView) -> None:
        """Show what is offered; hidden where the law offers nothing."""
        self.setVisible(view.hand_out is not None)
        if view.hand_out is None or view.code == self._code:
            return
        self._code = view.code
        self.day.set_value(view.collect_on)
        self.hour.set_value(_USUAL_HOUR)
        self.clause.set_clause(view.hand_out)

    def refused(self, refusal: Refusal) -> None:
        """Say at the day why nothing began."""
        self.day.set_problem(refusal_sentence(refusal))
        self.day.box().setFocus()

    def _want(self) -> None:
        fields: tuple[tuple[TypedField, str], ...] = (
            (self.day, self.tr("Hãy ghi ngày thu phiếu.")),
            (self.hour, self.tr("Hãy ghi giờ thu phiếu.")),
        )
        for field, words in fields:
            field.commit()
            if not field.value():
                if not field.problem():
                    field.set_problem(words)
                field.box().setFocus()
                return
        day, hour = self.day.value(), self.hour.value()
        if isinstance(day, date) and isinstance(hour, time):
            self.wanted.emit(day, hour)
