"""A congress as a whole: the base, its votes side by side, the days around it, and the way to its roll."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.congress.views import CongressView
from desktop.ui.congress.post_card import PostCard
from desktop.ui.congress.stairs_card import StairsCard
from desktop.ui.congress.words import due_word, next_words, number_words, stage_state
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip


class Overview(QWidget):
    """The view; ``left`` goes back to the list, ``opened`` carries what is to be shown or done next.

    That is ``report`` for the roll, ``counters`` for the bodies, the key of a post, or what comes after.

    Args:
        parent: the page.
    """

    left = Signal()
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = quiet(self.tr("Đại hội chi bộ"), self)
        back.clicked.connect(lambda _=False: self.left.emit())
        self.branch = label("", "title", self)
        self._which = label("", "sentence", self)
        self._when = label("", "sentence", self)
        self._stage = StateChip(State("not_yet"), self)
        head = Wrapping(self)
        for part in (back, self.branch, self._which):
            head.add(part)
        head.add(self._when, pushed=True)
        head.add(self._stage, pushed=True)
        self.stairs = StairsCard(self)
        self._dues = Card(self.tr("Các ngày của đại hội"), self)
        self._due_lines = Facts(self)
        self._dues.body.addWidget(self._due_lines)
        self.posts: list[PostCard] = []
        sides = Beside()
        first = QVBoxLayout()
        first.setSpacing(style.size("column_gap"))
        first.addWidget(self.stairs)
        first.addWidget(self._dues)
        first.addStretch(1)
        sides.add(first)
        self._beside = Beside()
        sides.add(self._beside, 2)
        inside = QWidget(self)
        inside.setLayout(sides)
        sides.setContentsMargins(0, 0, 0, style.size("inner"))
        self.area = Scrolling(self)
        self.area.setWidget(inside)
        self.bar = BottomBar(self)
        self.bar.add_secondary(self.tr("Điểm danh"), lambda: self.opened.emit("report"))
        self.bar.add_secondary(self.tr("Văn bản…"), lambda: self.opened.emit("texts"))
        self.bar.add_secondary(self.tr("Biểu quyết…"), lambda: self.opened.emit("hands"))
        self.bar.add_secondary(self.tr("Giấy tờ…"), lambda: self.opened.emit("papers"), "printer", "Ctrl+P")
        self.bar.add_secondary(self.tr("Điều hành…"), lambda: self.opened.emit("counters"))
        self.bar.add_secondary(self.tr("Ghi việc…"), lambda: self.opened.emit("happened"))
        side = style.size("page_side")
        body = QVBoxLayout()
        body.setContentsMargins(side, style.size("page_top"), side, 0)
        body.setSpacing(style.size("grid"))
        body.addWidget(head)
        body.addWidget(self.area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(self.bar)

    def set_congress(self, view: CongressView) -> None:
        """Show a congress."""
        self.branch.setText(view.branch)
        self._which.setText(number_words(view.number, view.term))
        hour = f"{view.opening:%H:%M} " if view.opening else ""
        self._when.setText(", ".join(part for part in (f"{hour}{view.held_on:%d/%m/%Y}", view.venue) if part))
        self._stage.set_state(stage_state(view.stage))
        self.stairs.set_stairs(view.stairs)
        self._due_lines.set_facts(
            [
                (
                    due_word(due.kind),
                    f"{due.done_on or due.day:%d/%m/%Y}" + (self.tr(", quá hạn") if due.late else ""),
                )
                for due in view.dues
            ]
        )
        clear(self._beside)
        self.posts = []
        for number, post in enumerate(view.posts, 1):
            card = PostCard(self)
            card.set_post(number, post, view.stairs.base, view.stairs.needed)
            card.opened.connect(lambda key=post.key: self.opened.emit(key))
            self._beside.add(card)
            self.posts.append(card)
        words = next_words(view.next, view.posts)
        if words:
            self.bar.set_primary(words, lambda: self.opened.emit(view.next))
        else:
            self.bar.hide_primary()
