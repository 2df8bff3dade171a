"""One post of a congress: who is put up, closing the list, ballots, and the count of its latest vote."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.congress.lists import NomineeView
from desktop.services.congress.views import PostView, VoteView
from desktop.services.congress.votes import Standing
from desktop.ui.congress.words import nominee_state, origin_word, post_state
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_BEFORE = ("draft", "listed", "printed")


class PostOfCongress(QWidget):
    """The view: the list until ballots are given out, then the count.

    Signals:
        left: back to the congress.
        asked: what is wanted: ``put_up``, ``withdraw``, ``take_off``, ``seats``, ``close_list``, ``printed``,
            ``open``, ``going_on``, ``next_vote``; with the member where it is about one, else 0.

    Args:
        context: the open office.
        parent: the page.
    """

    left = Signal()
    asked = Signal(str, int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post: PostView | None = None
        back = quiet(self.tr("Về đại hội"), self)
        back.clicked.connect(lambda _=False: self.left.emit())
        self.title = label("", "title", self)
        self.facts = label("", "sentence", self)
        self._chip = StateChip(State("not_yet"), self)
        head = Wrapping(self)
        head.add(back)
        head.add(self.title)
        head.add(self.facts, pushed=True)
        head.add(self._chip, pushed=True)
        self.go_on = secondary("", None, self)
        self.go_on.clicked.connect(lambda _=False: self.primary())
        self.go_on.hide()
        head.add(self.go_on, pushed=True)
        self.table = Table(
            [
                Column(self.tr("Họ và tên"), lambda one: one.name, weight="medium"),
                Column(self.tr("Ai giới thiệu"), lambda one: origin_word(one.origin), width=230),
                Column(
                    self.tr("Số đồng ý"),
                    lambda one: "" if one.consents is None else str(one.consents),
                    width=110,
                    align="right",
                ),
                Column(
                    self.tr("Trong danh sách"), lambda _: "", state=nominee_state, ground=False, width=230
                ),
            ],
            self,
            key=lambda one: one.member,
        )
        self.table.setAccessibleName(self.tr("Người được giới thiệu"))
        self.table.hug()
        self.bar = BottomBar(self)
        said = {
            "put_up": self.tr("Giới thiệu…"),
            "withdraw": self.tr("Xin rút…"),
            "take_off": self.tr("Bỏ tên"),
            "seats": self.tr("Số lượng…"),
        }
        self.buttons = {
            key: self.bar.add_secondary(words, partial(self._ask, key)) for key, words in said.items()
        }
        listing = QWidget(self)
        inside = QVBoxLayout(listing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        held = QVBoxLayout()
        held.setContentsMargins(style.size("page_side"), 0, style.size("page_side"), 12)
        held.addWidget(self.table)
        self.hint = label(
            self.tr("Chưa giới thiệu ai. Bấm Giới thiệu… để đưa từng người vào danh sách."), "sentence", self
        )
        held.addWidget(self.hint)
        held.addStretch(1)
        inside.addLayout(held, 1)
        inside.addWidget(self.bar)
        self.counting = CountingStep(context, self)
        self.views = Views(self)
        self.views.addWidget(listing)
        self.views.addWidget(self.counting)
        above = QVBoxLayout()
        above.setContentsMargins(style.size("page_side"), style.size("page_top"), style.size("page_side"), 0)
        above.addWidget(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addLayout(above)
        column.addWidget(self.views, 1)

    def set_post(self, branch: str, post: PostView) -> None:
        """Show a post."""
        self._post = post
        vote = self.vote()
        self.title.setText(self.tr("{0}: {1}").format(branch, post.post))
        self._chip.set_state(post_state(post))
        times = self.tr("lần {0}, ").format(len(post.votes)) if len(post.votes) > 1 else ""
        self.facts.setText(
            self.tr("{0}số lượng bầu {1}, danh sách {2}").format(
                times, vote.seats, sum(one.stands for one in post.nominees)
            )
        )
        follows = self.follows()
        self.go_on.setVisible(follows is not None)
        self.go_on.setText(follows[1] if follows else "")
        self.table.set_rows(post.nominees)
        self.hint.setVisible(not post.nominees)
        if vote.state in _BEFORE:
            self._show_listing(vote)
        else:
            self.views.setCurrentWidget(self.counting)
            self.counting.load(vote.code)

    def post(self) -> PostView | None:
        """Return the post on show."""
        return self._post

    def is_counting(self) -> bool:
        """Tell whether the count is on show, not the list."""
        return self.views.currentWidget() is self.counting

    def first_field(self) -> QWidget | None:
        """Return what takes the keyboard."""
        return self.counting.first_field() if self.is_counting() else self.table

    def primary(self) -> None:
        """Do the primary thing: what follows from a count, else that of the list or of the count."""
        follows = self.follows()
        if follows is not None:
            self._ask(follows[0])
        elif self.is_counting():
            self.counting.primary()
        else:
            self.bar.press()

    def vote(self) -> VoteView:
        """Return the latest vote on the post on show; there is one once a post is set."""
        return self._post.votes[-1]  # type: ignore[union-attr] # asked of a post on show

    def follows(self) -> tuple[str, str] | None:
        """Return what follows from a finalised count, with the words of its button; None for nothing."""
        if self._post is None:
            return None
        return {
            Standing.TO_DECIDE: ("going_on", self.tr("Ghi đại hội có bầu tiếp không…")),
            Standing.NO_QUORUM: ("going_on", self.tr("Ghi đại hội có bầu tiếp không…")),
            Standing.VOTE_AGAIN: ("next_vote", self.tr("Mở lần bầu tiếp theo")),
            Standing.RUN_OFF: ("next_vote", self.tr("Mở lần bầu giữa những người bằng phiếu")),
        }.get(self._post.standing)

    def _show_listing(self, vote: VoteView) -> None:
        self.views.setCurrentIndex(0)
        editable = vote.state != "printed" and vote.kind != "run_off"
        for button in self.buttons.values():
            button.setVisible(editable)
        words = {
            "draft": ("close_list", self.tr("Chốt danh sách bầu")),
            "listed": ("printed", self.tr("In phiếu bầu…")),
            "printed": ("open", self.tr("Phát phiếu")),
        }
        key, said = words[vote.state]
        self.bar.set_primary(said, lambda: self._ask(key))

    def _ask(self, key: str) -> None:
        current = self.table.current()
        member = current.member if isinstance(current, NomineeView) else 0
        self.asked.emit(key, member)
