"""The days around a congress: the last day for each thing, those of one day in one line."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.congress.closing import Due, DueKind
from desktop.services.congress.views import CongressView
from desktop.ui.congress.words import due_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import LOOKS

_MOST = 4


class DuesCard(Card):
    """The card; once the roll is locked it tells of what follows the congress alone.

    Args:
        parent: the view of a congress.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.head.addWidget(label(self.tr("ngày làm việc, trừ Tết"), "caption", self))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(style.size("inner"))
        self.body.addLayout(self._lines)

    def set_congress(self, view: CongressView) -> None:
        """Show the days of a congress."""
        reported = view.reported_at is not None
        self.set_title(self.tr("Sau khi bế mạc") if reported else self.tr("Các ngày của đại hội"))
        dues = [due for due in view.dues if not reported or due.kind is not DueKind.ANNOUNCED]
        undone = [due for due in dues if due.done_on is None]
        # What is done makes room for what isn't.
        dues = [due for due in dues if due in undone[:_MOST] or len(undone) < _MOST]
        clear(self._lines)
        for (day, *_), group in groupby(dues, key=lambda due: (due.day, due.done_on is not None, due.late)):
            of_day = list(group)
            first, *others = (due_word(due.kind) for due in of_day)
            words = "; ".join((first, *(f"{other[:1].lower()}{other[1:]}" for other in others)))
            self._line(f"{day:%d/%m/%Y}", words, of_day[0])

    def _line(self, day: str, words: str, due: Due) -> None:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        top = Qt.AlignmentFlag.AlignTop
        when = label(day, "caption", held)
        when.setMinimumWidth(when.fontMetrics().horizontalAdvance("00/00/0000  "))
        row.addWidget(when, 0, top)
        state = "wrong" if due.late else "done" if due.done_on else ""
        done = self.tr("{0}, xong {1}").format(words, f"{due.done_on:%d/%m/%Y}") if due.done_on else words
        said = label(self.tr("{0}, quá hạn").format(done) if due.late else done, "body", held)
        said.setWordWrap(True)
        if due.late:
            said.setProperty("state", "wrong")
        row.addWidget(said, 1)
        if state:
            look = LOOKS[state]
            row.addWidget(IconView(look.icon, look.colour, "icon_small", held), 0, top)
        self._lines.addWidget(held)
