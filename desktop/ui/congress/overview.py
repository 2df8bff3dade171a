"""A congress as a whole: the base, its votes side by side, the days around it, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.congress.views import CongressView
from desktop.ui.congress.dues_card import DuesCard
from desktop.ui.congress.next_card import NextCard
from desktop.ui.congress.next_words import next_said
from desktop.ui.congress.post.card import PostCard
from desktop.ui.congress.roll.stairs_card import StairsCard
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.step import lay_out
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.buttons import secondary


class Overview(QWidget):
    """The view beneath the steps.

    Signals:
        opened: the key of a step, or ``papers`` for every paper of the congress.
        next_asked: the next thing is to be done.

    Args:
        parent: the page.
    """

    opened = Signal(str)
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stairs = StairsCard(self)
        self.stairs.opened.connect(lambda: self.opened.emit("attending"))
        self.dues = DuesCard(self)
        self.posts: list[PostCard] = []
        self._keys: tuple[str, ...] = ()
        self.next = NextCard(self)
        self.next.asked.connect(self.next_asked)
        self._left = SidePanel(self, width="side_panel_wide")
        self._left.add(self.stairs)
        self._left.add(self.dues)
        self._beside = Beside()
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(style.size("grid") + style.size("inner"))
        inside = QWidget(self)
        inside.setLayout(self._beside)
        cards = Scrolling(self)
        cards.setWidget(inside)
        right = QVBoxLayout()
        right.setSpacing(style.size("grid") + style.size("inner"))
        right.addWidget(cards, 1)
        right.addWidget(self.next)
        self._sides = sides = Beside()
        sides.add_panel(self._left)
        sides.add(right)
        sides.grow_too(cards)
        self.bar = BottomBar(self)
        for words, icon, key in (
            (self.tr("Chương trình"), "list-numbers", "preparing"),
            (self.tr("In giấy tờ đại hội"), "printer", "papers"),
        ):
            button = secondary(words, icon, self)
            button.clicked.connect(lambda _=False, key=key: self.opened.emit(key))
            self.bar.add_left(button)
        lay_out(self, sides, self.bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the votes in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < style.grown(style.size("step_narrow"))
        token = "side_panel" if narrow else "side_panel_wide"
        self._sides.set_width(self._left, style.size(token))

    def set_congress(self, view: CongressView) -> None:
        """Show a congress."""
        self.stairs.set_stairs(view.stairs)
        self.dues.set_congress(view)
        keys = tuple(post.key for post in view.posts)
        if keys != self._keys:
            self._make_cards(keys)
        for number, (card, post) in enumerate(zip(self.posts, view.posts, strict=True), 1):
            card.set_post(number, post, view)
        self.next.set_next(next_said(view))

    def _make_cards(self, keys: tuple[str, ...]) -> None:
        clear(self._beside)
        self._keys, self.posts = keys, []
        for number, key in enumerate(keys):
            card = PostCard(self)
            card.opened.connect(lambda key=key: self.opened.emit(key))
            # The first is what most of them ask: a committee has more names and longer figures than a post.
            self._beside.add(card, 7 if number else 8)
            self.posts.append(card)
