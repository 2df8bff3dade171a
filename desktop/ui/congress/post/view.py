"""One post of a congress: who is put up, closing the list, ballots, and the count of its latest vote."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.voting_list import ListFinding
from desktop.services.congress.lists import ADVISED, NomineeView
from desktop.services.congress.views import CongressView, PostView, VoteView
from desktop.services.congress.votes import Standing
from desktop.ui.congress.next_card import NextCard
from desktop.ui.congress.next_words import post_said
from desktop.ui.congress.words import nominee_state, origin_word
from desktop.ui.counting.counting_step import CountingStep, Follows
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.step import lay_out
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import Segmented, secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.focus import holds_focus
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import words

_BEFORE = ("draft", "listed", "printed")


class PostOfCongress(QWidget):
    """The view: the list until ballots are given out, then the count; of several votes any can be looked at.

    Signals:
        asked: what is wanted: ``put_up``, ``withdraw``, ``take_off``, ``seats``, ``close_list``, ``trial``,
            ``printed``, ``again``, ``reprint``, ``open``, ``going_on``, ``next_vote``, or the ``minutes`` of
            its counts; with the member where it is about one, else 0.
        proceed: go on with what comes after this post.

    Args:
        context: the open office.
        parent: the page.
    """

    asked = Signal(str, int)
    proceed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post: PostView | None = None
        self._after = ""
        self._vote = ""
        self._times = QWidget(self)
        self._times_row = QHBoxLayout(self._times)
        self._times_row.setContentsMargins(style.size("page_side"), 0, style.size("page_side"), 0)
        self.table = Table(
            [
                Column(self.tr("Họ và tên"), lambda one: one.name, weight="medium"),
                Column(self.tr("Ai giới thiệu"), lambda one: origin_word(one.origin), width=210),
                Column(
                    self.tr("Số đồng ý"),
                    lambda one: "" if one.consents is None else str(one.consents),
                    width=100,
                    align="right",
                    gives_way=True,
                ),
                Column(
                    self.tr("Trong danh sách"), lambda _: "", state=nominee_state, ground=False, width=210
                ),
            ],
            self,
            key=lambda one: one.member,
        )
        self.table.setAccessibleName(self.tr("Người được giới thiệu"))
        self.bar = BottomBar(self)
        said = {
            "put_up": self.tr("Giới thiệu…"),
            "withdraw": self.tr("Xin rút…"),
            "take_off": self.tr("Bỏ tên"),
            "seats": self.tr("Số lượng…"),
            "trial": self.tr("In thử…"),
            "again": self.tr("Gửi lại máy in…"),
            "reprint": self.tr("In phiếu thay…"),
        }
        self.buttons = {}
        for key, word in said.items():
            self.buttons[key] = secondary(word, None, self)
            self.buttons[key].clicked.connect(lambda _=False, key=key: self._ask(key))
            self.bar.add_left(self.buttons[key])
        self.findings = Findings(self.tr("Danh sách bầu"), self)
        self.next = NextCard(self, button=False)
        self._side = SidePanel(self)
        self._side.add(self.next)
        self._side.add(self.findings)
        self.empty = EmptyView(
            "users-three-fill",
            self.tr("Chưa giới thiệu ai"),
            self.tr("Giới thiệu từng người vào danh sách; xong thì đại hội giơ thẻ chốt danh sách."),
            self.tr("Giới thiệu…"),
            lambda: self._ask("put_up"),
            "Ctrl+Enter",
            parent=self,
        )
        self._listed = Views(self)
        self._listed.addWidget(self.table)
        self._listed.addWidget(self.empty)
        listing = QWidget(self)
        lay_out(listing, self._side.beside(self._listed, self.table), self.bar)
        self.counting = CountingStep(context, self)
        # Ballots are spoilt while people vote: until the count begins others are printed in their place.
        self.spoilt = secondary(said["reprint"], None, self)
        self.spoilt.clicked.connect(lambda _=False: self._ask("reprint"))
        self.counting.bar.add_left(self.spoilt)
        self.minutes = secondary(self.tr("Biên bản kiểm phiếu"), "printer", self)
        self.minutes.clicked.connect(lambda _=False: self._ask("minutes"))
        self.counting.bar.add_left(self.minutes)
        self.follow = NextCard(self, button=False)
        self.counting.add_beside(self.follow)
        self.views = Views(self)
        self.views.addWidget(listing)
        self.views.addWidget(self.counting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(self._times)
        column.addWidget(self.views, 1)

    def hasHeightForWidth(self) -> bool:
        """Say no but where all stands under each other and the page scrolls.

        Elsewhere it would be as high, for words that wrap, as the picture of nobody at its largest.
        """
        return is_narrow(self.window()) and super().hasHeightForWidth()

    def set_post(self, post: PostView, after: str) -> None:
        """Show a post, and its latest vote; ``after`` is the word of the step that comes next."""
        newest = post.votes[-1].code
        known = {vote.code for vote in self._post.votes} if self._post is not None else set()
        if self._vote not in {vote.code for vote in post.votes} or newest not in known:
            self._vote = newest
        self._post, self._after = post, after
        self._make_times(post)
        self.table.set_rows(post.nominees)
        self._listed.setCurrentIndex(0 if post.nominees else 1)
        self.findings.set_findings([_finding(each) for each in post.faults])
        self.findings.setVisible(bool(post.faults))
        self.next.set_next(post_said(post))
        self._show_vote()

    def _make_times(self, post: PostView) -> None:
        """Offer the votes that there were; one alone is no choice."""
        clear(self._times_row)
        self._times.setVisible(len(post.votes) > 1)
        if len(post.votes) < 2:
            return
        times = Segmented([self._time_word(number, vote) for number, vote in enumerate(post.votes, 1)], self)
        times.choose([vote.code for vote in post.votes].index(self._vote))
        times.chosen.connect(lambda at: self._choose(post.votes[at].code))
        self._times_row.addWidget(times)
        self._times_row.addStretch(1)

    def _time_word(self, number: int, vote: VoteView) -> str:
        if vote.kind == "run_off":
            return self.tr("Lần {0}, giữa người bằng phiếu").format(number)
        return self.tr("Lần {0}").format(number)

    def _choose(self, vote: str) -> None:
        self._vote = vote
        self._show_vote()

    def _show_vote(self) -> None:
        vote = self.vote()
        if vote.state in _BEFORE:
            self._show_listing(vote)
            return
        typing = self.views.currentWidget() is not self.counting and holds_focus(self)
        self.views.setCurrentWidget(self.counting)
        if typing:
            self.counting.grids.grid().setFocus()
        self.spoilt.setVisible(vote.state == "meeting")
        counted = vote.base is not None
        self.minutes.setVisible(counted)
        latest = self._post is not None and vote.code == self._post.votes[-1].code
        self.follow.set_next(post_said(self._post) if self._post and counted and latest else None)
        self.counting.set_follows(self._follows_count())
        self.counting.load(vote.code)

    def _follows_count(self) -> Follows | None:
        follows = self.follows()
        if follows is not None:
            key, word, note = follows
            return word, note, lambda: self._ask(key)
        word = self.tr("Sang {0}").format(self._after.lower()) if self._after else self.tr("Về toàn cảnh")
        return word, "", self.proceed.emit

    def post(self) -> PostView | None:
        """Return the post on show."""
        return self._post

    def is_counting(self) -> bool:
        """Tell whether the count is on show, not the list."""
        return self.views.currentWidget() is self.counting

    def first_field(self) -> QWidget | None:
        """Return what takes the keyboard."""
        if self.is_counting():
            return self.counting.first_field()
        return self.table if self._listed.currentIndex() == 0 else self.empty.button

    def primary(self) -> None:
        """Do the primary thing of the list or of the count."""
        if self.is_counting():
            self.counting.primary()
        elif self._listed.currentIndex():
            self._ask("put_up")
        else:
            self.bar.press()

    def vote(self) -> VoteView:
        """Return the vote on show, of the post on show; there is one once a post is set."""
        votes = self._post.votes if self._post is not None else ()
        return next(vote for vote in votes if vote.code == self._vote)

    def follows(self) -> tuple[str, str, str] | None:
        """Return what follows from the latest count: what it is, its button and a note; None for nothing."""
        post = self._post
        if post is None or self._vote != post.votes[-1].code:
            return None
        vote, said = post.votes[-1], post_said(post)
        if said is None:
            return None
        tied = sum(mark.tied for mark in vote.marks)
        note = self.tr("Phiếu lần {0}: {1} tên").format(len(post.votes) + 1, tied) if tied else ""
        return {
            Standing.TO_DECIDE: ("going_on", said.button, ""),
            Standing.NO_QUORUM: ("going_on", said.button, ""),
            Standing.VOTE_AGAIN: ("next_vote", said.button, ""),
            Standing.RUN_OFF: ("next_vote", said.button, note),
        }.get(post.standing)

    def facts(self, view: CongressView) -> str:
        """Say in a line of how many it is."""
        vote, stairs = self.vote(), view.stairs
        return self.tr("{0} triệu tập, căn cứ {1}, bầu {2}").format(
            stairs.convened, vote.base or stairs.base, vote.seats
        )

    def next_problem(self, step: int = 1) -> bool:
        """Walk through what is wrong in the list, or in the count; False where nothing is."""
        if self.is_counting():
            self.counting.next_problem(step)
            return True
        return self._side.walk(self.findings, step) is not None

    def _show_listing(self, vote: VoteView) -> None:
        self.views.setCurrentIndex(0)
        editable = vote.state != "printed" and vote.kind != "run_off"
        self.empty.setEnabled(editable)
        for button in self.buttons.values():
            button.setVisible(editable)
        self.buttons["trial"].setVisible(vote.state == "listed")
        for key in ("again", "reprint"):
            self.buttons[key].setVisible(vote.state == "printed")
        does = {
            "draft": ("close_list", self.tr("Chốt danh sách bầu")),
            "listed": ("printed", self.tr("In phiếu bầu…")),
            "printed": ("open", self.tr("Phát phiếu")),
        }
        key, said = does[vote.state]
        if self._listed.currentIndex():
            self.bar.hide_primary()
        else:
            self.bar.set_primary(said, lambda: self._ask(key))

    def _ask(self, key: str) -> None:
        current = self.table.current()
        member = current.member if isinstance(current, NomineeView) else 0
        self.asked.emit(key, member)


def _finding(fault: ListFinding) -> Finding:
    kind = "same" if fault.fault in ADVISED else "attention"
    said = words(
        f"congress.list.{fault.fault}",
        where=fault.name,
        figure=fault.figure,
        wanted=fault.wanted,
    )
    headline, _, rest = said.rstrip(".").partition("; ")
    means = [rest, fault.clause.article if fault.clause else ""]
    return Finding(kind, f"{headline}.", " ".join(f"{part[:1].upper()}{part[1:]}." for part in means if part))
