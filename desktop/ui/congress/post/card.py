"""One post of a congress: what is elected, how each who stood stands, what an unopened vote waits for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.congress.views import CongressView, Mark, PostView, VoteView
from desktop.ui.congress.words import head_words, post_state
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.drawn.share_bar import ShareBar
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.icon_line import IconLine
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip


class PostCard(Card):
    """The card of a post, in the order of voting; a click, ``opened``, asks for the post itself.

    Args:
        parent: the view of a congress.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = label("", "name", self)
        self._chip = StateChip(State("not_yet"), self)
        head = Wrapping(self, gap="inner")
        head.add(self._name)
        head.add(self._chip, pushed=True)
        self.body.addWidget(head)
        self._facts = Facts(self, small=True)
        self.body.addWidget(self._facts)
        self.body.addWidget(hairline(self))
        self._marks = QVBoxLayout()
        self._marks.setSpacing(style.size("inner"))
        self.body.addLayout(self._marks)
        self.body.addStretch(1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the post."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def set_post(self, number: int, post: PostView, view: CongressView) -> None:
        """Show a post; ``number`` is its place in the order of voting."""
        self._name.setText(f"{number}. {post.post}")
        self.setAccessibleName(self._name.text())
        self.setToolTip(self.tr("Mở {0}").format(post.post))
        self._chip.set_state(post_state(post))
        self._facts.set_facts(self._facts_of(post, view))
        clear(self._marks)
        for mark, vote in stood(post):
            self._add_bar(mark, vote, view)
        for icon, words in self._remarks(post, view):
            self._marks.addWidget(IconLine(icon, words, self))

    def _facts_of(self, post: PostView, view: CongressView) -> list[tuple[str, str]]:
        vote = post.votes[-1]
        facts = [(self.tr("Số lượng bầu"), str(post.votes[0].seats))]
        on_list = len(post.votes[0].marks) or sum(one.stands for one in post.nominees)
        listed = self.tr("{0} người").format(on_list) if on_list else self.tr("chưa có")
        over = on_list - post.votes[0].seats
        facts.append(
            (self.tr("Danh sách"), self.tr("{0}, số dư {1}").format(listed, over) if over > 0 else listed)
        )
        if len(post.votes) > 1:
            facts.append((self.tr("Lần bầu"), str(len(post.votes))))
        if vote.issued is not None and vote.returned is not None:
            facts.append((self.tr("Phát ra, thu về"), f"{vote.issued}, {vote.returned}"))
            facts.append((self.tr("Hợp lệ, không hợp lệ"), f"{vote.valid}, {vote.invalid}"))
        elif post.waits_for:
            committee = next((each for each in view.posts if each.key == "committee"), None)
            if committee is not None and post.key in ("secretary", "deputy"):
                seats = committee.votes[0].seats
                facts.append((self.tr("Chọn từ"), self.tr("{0} chi ủy viên").format(seats)))
            facts.append((self.tr("Căn cứ"), self.tr("tính lại")))
        return facts

    def _add_bar(self, mark: Mark, vote: VoteView, view: CongressView) -> None:
        base = vote.base or max(view.stairs.base, 1)
        figure = "" if mark.votes is None else f"{mark.votes}/{base}"
        needed = vote.needed if vote.base is not None else view.stairs.needed
        state = "attention" if mark.tied else "done" if mark.elected else ""
        bar = ShareBar(mark.name, figure, mark.votes or 0, base, needed, self, state=state, small=True)
        bar.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._marks.addWidget(bar)

    def _remarks(self, post: PostView, view: CongressView) -> list[tuple[str, str]]:
        """Say what an unopened vote waits for, whether the hamlet's head stands, who signs when."""
        if post.votes[-1].base is not None or len(post.votes) > 1:
            return []
        remarks = []
        if post.waits_for:
            committee = next((each for each in view.posts if each.key == "committee"), None)
            if committee is not None and committee.post == post.waits_for:
                words = self.tr("Chờ đủ {0} chi ủy viên").format(committee.votes[0].seats)
            else:
                words = self.tr("Chờ bầu xong {0}").format(post.waits_for.lower())
            remarks.append(("lock-simple", words))
        if post.key == "secretary":
            standing = {one.name for one in post.nominees if one.stands}
            remarks += [("link", head_words(*head)) for head in view.heads if head[0] in standing]
            remarks.append(("pen-nib", self.tr("Ký ngay sau khi bầu")))
        elif post.key == "deputy":
            remarks.append(("pen-nib", self.tr("Ký sau khi chuẩn y")))
        return remarks


def stood(post: PostView) -> list[tuple[Mark, VoteView]]:
    """Return everybody who stood with the vote that counts for them: elected, then tied, then the others."""
    found: dict[str, tuple[Mark, VoteView]] = {}
    for vote in post.votes:
        for mark in vote.marks:
            before = found.get(mark.name)
            # Who is on the list of a run-off that isn't counted yet still stands as the vote before left it.
            if before is None or mark.votes is not None:
                found[mark.name] = (mark, vote)
    if not found:
        vote = post.votes[-1]
        return [
            (Mark(each.name, None, elected=False, tied=False), vote) for each in post.nominees if each.stands
        ]
    return sorted(
        found.values(), key=lambda each: (not each[0].elected, not each[0].tied, -(each[0].votes or 0))
    )
