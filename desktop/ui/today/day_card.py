"""What an election day means before it is decided: the regulation, and the last days before it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.services.elections.campaigns import DayView
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.wording import due_word, left_words


class DayCard(Card):
    """The deadlines counted back from an election day.

    Args:
        parent: the form.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Hạn trước ngày bầu"))
        self._statute = ElidedLabel("", "caption", self)
        self.head.addWidget(self._statute)
        self._list: QWidget | None = None

    def set_day(self, view: DayView) -> None:
        """Show another day."""
        self._statute.setText(view.statute)
        if self._list is not None:
            self.body.removeWidget(self._list)
            self._list.deleteLater()
        self._list = QWidget(self)
        grid = QGridLayout(self._list)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for number, (day, task, until, past) in enumerate(view.deadlines):
            when, left = label(f"{day:%d/%m}", "name"), label(left_words(until.left, until.facts), "caption")
            left.setWordWrap(True)
            for part in (when, left):
                part.setProperty("ink", "attention" if past else "")
            grid.addWidget(when, 2 * number, 0)
            grid.addWidget(label(due_word(task), "body"), 2 * number, 1)
            grid.addWidget(left, 2 * number + 1, 1)
        self.body.addWidget(self._list)
        self._list.show()
