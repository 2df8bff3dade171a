"""Dismissals of heads of hamlets and proposals to replace them: the lists, one beside them, its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.dismissals.proposals import ProposalView, replacement_proposals
from desktop.services.dismissals.views import DismissalView, dismissals
from desktop.services.elections.time_left import day_left
from desktop.services.papers.dismissals import (
    DismissalPaper,
    dismissal_papers,
    draw_dismissal_paper,
    draw_proposals,
    word_dismissal_paper,
)
from desktop.services.papers.lines import Filling
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.ui.dismissals.dismissal_acts import DismissalActs
from desktop.ui.dismissals.dismissal_lists import DismissalLists
from desktop.ui.dismissals.dismissal_panel import DismissalPanel
from desktop.ui.dismissals.proposal_acts import ProposalActs
from desktop.ui.page.page import Context, View
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.word_saving import save_as_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import label
from desktop.wording import left_words

_LISTS, _EMPTY, _PAPER = range(3)


class DismissalsView(View):
    """The view stands over the list of hamlets; ``closed`` is emitted when it is left.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._dismissals: tuple[DismissalView, ...] = ()
        self._proposals: tuple[ProposalView, ...] = ()
        self._hamlets: tuple[HamletLine, ...] = ()
        self._wanted: int | None = None
        self._asked_for: str | None = None
        self.acts = DismissalActs(context, self)
        self.acts.made.connect(self._want)
        self.acts.changed.connect(self.load)
        self.proposal_acts = ProposalActs(context, self)
        self.proposal_acts.changed.connect(self.load)
        self.panel: DismissalPanel = DismissalPanel(self)
        self.lists = DismissalLists(self)
        self.lists.dismissal_chosen.connect(self._show_dismissal)
        self.lists.proposal_chosen.connect(self._show_proposal)
        self.lists.opened.connect(self.panel.press)
        self.table, self.proposals = self.lists.table, self.lists.proposals
        self.panel.step_asked.connect(self._step)
        self.panel.paper_asked.connect(self._paper)
        self.panel.undo_asked.connect(self._undo)
        self.panel.dismissal_asked.connect(self._from_proposal)
        self.panel.settle_asked.connect(self._settle)
        self.panel.reopen_asked.connect(self._reopen)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self._leave_paper)
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), "arrow-left", self)
        back.clicked.connect(lambda _=False: self.leave())
        self.bar.add_left(back)
        self.propose_button = self.bar.add_secondary(self.tr("Đề xuất thay…"), self.propose, "note-pencil")
        self.ask_button = self.bar.add_secondary(self.tr("Đề nghị cho thôi…"), self.choose_hamlet, "plus")
        self.list_button = self.bar.add_secondary(self.tr("In danh sách đề xuất"), self.print_list, "printer")
        self.empty = EmptyView(
            "user-minus-fill",
            self.tr("Chưa có việc cho thôi Trưởng thôn nào"),
            self.tr(
                "Ghi khi Trưởng thôn xin thôi, Ban công tác Mặt trận đề nghị hoặc hộ dân kiến nghị; đề xuất "
                "thay người chưa hoàn thành nhiệm vụ cũng ghi ở đây."
            ),
            self.tr("Đề nghị cho thôi…"),
            self.choose_hamlet,
            "Ctrl+Enter",
            parent=self,
        )
        self._lay_out()

    def open(self, hamlet: str | None = None) -> None:
        """Show the lists; with the code of a hamlet its dismissal, or ask for one where none is under way."""
        self._asked_for = hamlet
        self._stack.setCurrentIndex(_LISTS)
        self.load()

    def load(self) -> None:
        """Read the lists anew."""
        place = self.context.workplace

        def read() -> tuple[Any, ...]:
            return dismissals(place), replacement_proposals(place), hamlet_lines(place)

        self.context.ask(read, self._show, once=(self, "dismissals"))

    def primary(self) -> None:
        """Do what comes next for the dismissal that is chosen."""
        if self._stack.currentIndex() == _PAPER:
            self.paper.print_it()
        elif self._stack.currentIndex() == _EMPTY:
            self.choose_hamlet()
        else:
            self.panel.press()

    def print_it(self) -> None:
        """Print the paper on show, else the list of proposals."""
        if self._stack.currentIndex() == _PAPER:
            self.paper.print_it()
        else:
            self.print_list()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next dismissal with something to do."""
        if not self.lists.go_to_work(step):
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain the view."""
        return self.tr(
            "Mỗi việc cho thôi một dòng; bên phải là việc tiếp theo, giấy tờ của từng bước và luật của ngày "
            "đề nghị. Enter trên một dòng để làm việc tiếp theo. Điều gì luật không nói thì ghi rõ là xã tự "
            "quyết. Đề xuất thay Trưởng thôn ở bảng dưới; từ đề xuất lập được hồ sơ cho thôi."
        )

    def leave(self) -> None:
        """Leave the paper on show, else the view."""
        if self._stack.currentIndex() == _PAPER:
            self._leave_paper()
        else:
            self.closed.emit()

    def choose_hamlet(self) -> None:
        """Ask in which hamlet a dismissal is asked for, and then for it."""
        self.acts.choose_hamlet(self._headed())

    def propose(self) -> None:
        """Write down that somebody proposes to replace a head."""
        headed = self._headed()
        if headed:
            self.proposal_acts.propose(headed)
        else:
            self.acts.choose_hamlet(headed)

    def print_list(self) -> None:
        """Show the list of proposals as it is printed."""
        place = self.context.workplace
        self._look_at(
            self.tr("Danh sách đề xuất thay Trưởng thôn"),
            lambda: draw_proposals(place),
            "de-xuat-thay-truong-thon.pdf",
        )

    def _lay_out(self) -> None:
        side, top = style.size("page_side"), style.size("page_top")
        head = Wrapping(self)
        head.add(label(self.tr("Cho thôi, thay Trưởng thôn"), "title", self))
        self.facts = label("", "sentence", self)
        head.add(self.facts, elastic=True)
        inside = QWidget(self)
        framed = QVBoxLayout(inside)
        framed.setContentsMargins(side, top, side, 12)
        framed.setSpacing(12)
        framed.addWidget(head)
        framed.addLayout(self.panel.beside(self.lists, self.table, self.proposals), 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(inside, 1)
        self._stack = Views(self)
        for view in (whole, self.empty, self.paper):
            self._stack.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._stack, 1)
        page.addWidget(self.bar)
        tab_as_read(whole)

    def _show(self, read: tuple[Any, ...]) -> None:
        self._dismissals, self._proposals, self._hamlets = read
        chosen = self.lists.dismissal()
        self.lists.set_lists(self._dismissals, self._proposals)
        work = sum(view.has_work for view in self._dismissals)
        waiting = sum(view.outcome is None for view in self._proposals)
        self.facts.setText(self.tr("{0} việc đang làm, {1} đề xuất chưa xem xét").format(work, waiting))
        if self._stack.currentIndex() != _PAPER:
            self._stack.setCurrentIndex(_LISTS if self._dismissals or self._proposals else _EMPTY)
        self.bar.setVisible(self._stack.currentIndex() != _PAPER)
        self.list_button.setVisible(bool(self._proposals))
        # The empty place has this button itself.
        self.ask_button.setVisible(bool(self._dismissals or self._proposals))
        wanted = self._wanted or (chosen.key if chosen is not None else None)
        self._wanted = None
        hamlet, self._asked_for = self._asked_for, None
        if hamlet is not None:
            found = next((one for one in self._dismissals if one.hamlet_code == hamlet), None)
            if found is None or not found.has_work:
                self.acts.ask(hamlet)
            wanted = found.key if found is not None else wanted
        self.lists.choose(wanted)
        current = self.lists.dismissal()
        if current is not None:
            self._show_dismissal(current)
        elif self._proposals:
            self.proposals.select(lambda _: True)
        shown = self.table if self._dismissals else self.proposals if self._proposals else self.empty.button
        if shown is not None and not self.isHidden() and self.focusWidget() is None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_dismissal(self, view: DismissalView) -> None:
        place, key = self.context.workplace, view.key

        def show(papers: tuple[DismissalPaper, ...]) -> None:
            current = self.lists.dismissal()
            if current is not None and current.key == key:
                self.panel.show_dismissal(view, papers, self._left(view))

        self.context.ask(lambda: dismissal_papers(place, key), show, once=(self, "papers"), to=self)

    def _left(self, view: DismissalView) -> str:
        if view.due is None:
            return ""
        left = day_left(view.due.day, None, self.context.workplace.today())
        return self.tr("Hạn {0}, {1}").format(f"{view.due.day:%d/%m/%Y}", left_words(left.left, left.facts))

    def _show_proposal(self, view: ProposalView) -> None:
        if self.proposals.hasFocus() or not self._dismissals:
            self.panel.show_proposal(view)

    def _chosen_proposal(self) -> ProposalView | None:
        of_proposals = self.proposals.hasFocus() or self.panel.papers_card.isHidden()
        return self.lists.proposal() if of_proposals else None

    def _headed(self) -> list[tuple[str, str]]:
        return [
            (line.code, f"{line.full_name}, {line.head}")
            for line in self._hamlets
            if line.head and line.ends_on is None
        ]

    def _want(self, made: object) -> None:
        """Choose the dismissal that was begun, once the list is read anew."""
        if isinstance(made, int):
            self._wanted = made

    def _step(self, step: object) -> None:
        view = self.lists.dismissal()
        if view is not None:
            self.acts.go_on(view, step)

    def _undo(self) -> None:
        proposal, view = self._chosen_proposal(), self.lists.dismissal()
        if proposal is not None:
            self.proposal_acts.take_back(proposal)
        elif view is not None:
            self.acts.take_back(view)

    def _from_proposal(self) -> None:
        proposal = self._chosen_proposal()
        if proposal is not None:
            self.acts.ask(proposal.hamlet_code, proposal)

    def _settle(self) -> None:
        proposal = self._chosen_proposal()
        if proposal is not None:
            self.proposal_acts.settle(proposal)

    def _reopen(self) -> None:
        proposal = self._chosen_proposal()
        if proposal is not None:
            self.proposal_acts.reopen(proposal)

    def _paper(self, form: str, filling: Filling, word: bool) -> None:
        view = self.lists.dismissal()
        if view is None:
            return
        place, key = self.context.workplace, view.key
        name = f"{form}-{view.hamlet_code}"
        if word:
            make = partial(word_dismissal_paper, place, key, form, filling)
            save_as_word(self.context, self, name, make)
        else:
            self._look_at(view.post, partial(draw_dismissal_paper, place, key, form, filling), f"{name}.pdf")

    def _look_at(self, title: str, draw: Callable[[], bytes], file_name: str) -> None:
        self._stack.setCurrentIndex(_PAPER)
        self.bar.setVisible(False)
        self.paper.show_paper(title, draw, file_name)

    def _leave_paper(self) -> None:
        self._stack.setCurrentIndex(_LISTS if self._dismissals or self._proposals else _EMPTY)
        self.bar.setVisible(True)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
