"""The deadlines of the next 20 days, and those that were missed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.services.elections.time_left import DueTask
from desktop.services.progress.deadlines import DueView
from desktop.ui.page.side_panel import clause_words
from desktop.ui.widgets import icons, style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import hairline
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.short_list import ShortListCard
from desktop.wording import due_word, left_words

_OF_DISMISSALS = frozenset(
    {
        DueTask.DISMISSAL_NOTICE,
        DueTask.DISMISSAL_SENDING,
        DueTask.DISMISSAL_RECOGNITION,
        DueTask.REPLACEMENT,
    }
)
_INK = {"wrong": "wrong", "attention": "attention"}


class DeadlinesCard(ShortListCard):
    """As many deadlines as there is room for, the earliest first; the rest is counted.

    Attributes:
        days_off: the small button that opens the office's own days off; ``waves`` the one of the page of
            all waves.

    ``dismissals_asked`` is emitted by what is due in a dismissal of a head: that has a place of its own.
    """

    dismissals_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(most=5, at=1, parent=parent)
        self.set_title(self.tr("Hạn trong 20 ngày tới"))
        self.say_if_none(self.tr("Không còn hạn nào trong 20 ngày tới."))
        self.days_off = QPushButton(self)
        self.days_off.setProperty("kind", "quiet")
        self.days_off.setIcon(icons.icon("calendar-blank", "ink_2"))
        self.days_off.setAccessibleName(self.tr("Ngày nghỉ của cơ quan"))
        self.days_off.setToolTip(self.tr("Ngày nghỉ, ngày làm bù của cơ quan"))
        self.head.addWidget(self.days_off)
        self._line = hairline(self)
        self.body.addWidget(self._line)
        self.waves = quiet(self.tr("Đợt và tiến độ"), self)
        self.waves.setProperty("low", True)
        self.waves.setToolTip(self.tr("Mọi hạn của các đợt trên một lịch"))
        self._rest = label("", "caption", self)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._rest)
        foot.addStretch(1)
        foot.addWidget(self.waves)
        self.body.addLayout(foot)

    def room(self, entries: Sequence[DueView], most: int) -> int:
        """Return how many have room: the name of its campaign is one line more of each."""
        return max(1, most - 2) if any(due.campaign for due in entries) else most

    def draw(self, holder: QWidget, column: QVBoxLayout, shown: Sequence[DueView], left: int) -> None:
        """Draw the days beside what is due on them; how many more there are stands at the foot."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(style.size("inner"))
        grid.setColumnStretch(1, 1)
        for number, due in enumerate(shown):
            self._entry(holder, grid, number, due)
        column.addLayout(grid)
        self._rest.setText(self.tr("và {0} hạn nữa").format(left) if left else "")

    def _entry(self, holder: QWidget, grid: QGridLayout, number: int, due: DueView) -> None:
        ink = _INK.get(due.kind, "")
        day = label(f"{due.day:%d/%m}", "name", holder)
        day.setProperty("ink", ink)
        task, left = due_word(due.task), left_words(due.left, due.facts)
        headline: QWidget
        if due.task in _OF_DISMISSALS:
            button = quiet(task, holder)
            button.clicked.connect(lambda _=False: self.dismissals_asked.emit())
            headline = button
        else:
            headline = ElidedLabel(task, "body", holder)
        note = label(left, "caption", holder)
        note.setWordWrap(True)
        note.setProperty("ink", ink)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(headline)
        said.addWidget(note)
        if due.campaign:
            said.addWidget(ElidedLabel(due.campaign, "note", holder))
        grid.addWidget(day, number, 0)
        grid.addLayout(said, number, 1)
        day.setToolTip(clause_words(due.clause) if due.clause else "")
        headline.setAccessibleName(f"{_spoken(due.day)}: {task}, {left} {due.campaign}".strip())


def _spoken(day: date) -> str:
    return f"{day:%d/%m/%Y}"
