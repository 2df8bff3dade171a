"""One post of a congress: what is elected, how the latest vote on it stands, who is elected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.congress.views import Mark, PostView, VoteView
from desktop.ui.congress.words import post_state
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.drawn.share_bar import ShareBar
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip


class PostCard(Card):
    """The card of a post, in the order of voting; ``opened`` asks for the post itself.

    Args:
        parent: the view of a congress.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._chip = StateChip(State("not_yet"), self)
        # Under the title: the longest word of a state is as wide as three cards side by side allow.
        state = QHBoxLayout()
        state.addWidget(self._chip)
        state.addStretch(1)
        self.body.addLayout(state)
        self._facts = Facts(self)
        self.body.addWidget(self._facts)
        self.body.addWidget(hairline(self))
        self._marks = QVBoxLayout()
        self._marks.setSpacing(style.size("inner"))
        self.body.addLayout(self._marks)
        self.body.addStretch(1)
        self.open = quiet(self.tr("Mở"), self)
        self.open.clicked.connect(lambda _=False: self.opened.emit())
        self.body.addWidget(self.open)

    def set_post(self, number: int, post: PostView, base: int, needed: int) -> None:
        """Show a post.

        Args:
            number: its place in the order.
            post: what is shown.
            base: of shares, for a vote that isn't counted yet.
            needed: the smallest number that passes.
        """
        self.set_title(f"{number}. {post.post}")
        self.open.setAccessibleName(self.tr("Mở {0}").format(post.post))
        self._chip.set_state(post_state(post))
        vote = post.votes[-1]
        facts = [(self.tr("Số lượng bầu"), str(vote.seats))]
        on_list = len(vote.marks) or len(post.nominees)
        listed = self.tr("{0} người").format(on_list) if on_list else self.tr("chưa có")
        facts.append((self.tr("Danh sách"), listed))
        if vote.issued is not None and vote.returned is not None:
            facts.append((self.tr("Phát ra, thu về"), f"{vote.issued}, {vote.returned}"))
            facts.append((self.tr("Hợp lệ, không hợp lệ"), f"{vote.valid}, {vote.invalid}"))
        self._facts.set_facts(facts)
        clear(self._marks)
        marks = self._shown(post, vote)
        for mark in marks:
            figure = "" if mark.votes is None else f"{mark.votes}/{vote.base or base}"
            bar = ShareBar(mark.name, figure, mark.votes or 0, max(vote.base or base, 1), needed, self)
            self._marks.addWidget(bar)
        for words, names in (
            (self.tr("Trúng cử: {0}"), post.elected),
            (self.tr("Bằng phiếu: {0}"), tuple(mark.name for mark in marks if mark.tied)),
        ):
            if names:
                self._caption(words.format(", ".join(names)))
        if post.waits_for:
            self._caption(self.tr("Chờ bầu xong {0}").format(post.waits_for))

    def _shown(self, post: PostView, vote: VoteView) -> tuple[Mark, ...]:
        """Return who stands, most votes first once they are counted."""
        if vote.marks:
            return tuple(sorted(vote.marks, key=lambda mark: -(mark.votes or 0)))
        return tuple(Mark(each.name, None, elected=False, tied=False) for each in post.nominees)

    def _caption(self, words: str) -> None:
        made = label(words, "caption", self)
        made.setWordWrap(True)
        self._marks.addWidget(made)
