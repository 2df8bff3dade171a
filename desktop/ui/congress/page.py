"""The page of congresses: the list, one congress as a whole, and its roll."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.congress.planning import CongressPlan, plan_congress
from desktop.services.congress.preparing import TextKind, texts
from desktop.services.congress.roll_views import RollLine, roll_lines
from desktop.services.congress.views import CongressLine, CongressView, congress_view, congresses
from desktop.services.office.changes import Kind
from desktop.services.papers.congress.making import CongressPaperLine, congress_papers
from desktop.services.party.branches import BranchLine, branch_lines
from desktop.ui.congress.acts import Acts
from desktop.ui.congress.list import CongressList
from desktop.ui.congress.overview import Overview
from desktop.ui.congress.papers_view import CongressPapersView
from desktop.ui.congress.plan_question import CongressQuestion
from desktop.ui.congress.post_view import PostOfCongress
from desktop.ui.congress.roll_view import RollView
from desktop.ui.congress.texts_view import TextsView
from desktop.ui.page.page import Context, Page
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.focus import can_take_focus

_LIST, _WHOLE, _ROLL, _POST, _PAPERS, _TEXTS = range(6)


class CongressPage(Page):
    """The page of the place ``congress``.

    ``open_with`` takes a congress's code; Esc goes from the roll to the congress, and from it to the list.
    """

    kinds = frozenset(
        {
            Kind.CONGRESS,
            Kind.ELECTIONS,
            Kind.COUNTING,
            Kind.RESULTS,
            Kind.PARTY,
            Kind.PEOPLE,
            Kind.PAPERS,
            Kind.OFFICE,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAccessibleName(self.tr("Đại hội chi bộ"))
        self._code = ""
        self._view: CongressView | None = None
        self._lines: tuple[RollLine, ...] = ()
        self._wanted = ""
        self._branches: tuple[BranchLine, ...] = ()
        self.list = CongressList(self)
        self.list.opened.connect(self.open_with)
        self.list.plan_asked.connect(self.plan)
        self.whole = Overview(self)
        self.whole.left.connect(lambda: self._show(_LIST))
        self.whole.opened.connect(self.open_part)
        acts = self.acts = Acts(context, self)
        self.roll = RollView(self)
        self.roll.left.connect(lambda: self._show(_WHOLE))
        self.roll.marked.connect(lambda member, presence: acts.mark(self._code, member, presence))
        self.roll.excused_asked.connect(lambda line: acts.excuse(self._code, line))
        self.roll.told_asked.connect(lambda: acts.tell_all(self._code))
        self.roll.all_asked.connect(lambda: acts.all_present(self._code))
        self.roll.report_asked.connect(lambda: acts.report(self._code))
        self.roll.taken_back.connect(lambda: acts.take_back_report(self._code))
        self.post = PostOfCongress(context, self)
        self.post.left.connect(lambda: self._show(_WHOLE))
        self.post.asked.connect(self._act)
        self.papers = CongressPapersView(context, self)
        self.papers.left.connect(lambda: self._show(_WHOLE))
        self.texts = TextsView(context, self)
        self.texts.left.connect(lambda: self._show(_WHOLE))
        self.post.counting.proceed.connect(lambda _: self.open_part("papers"))
        self._views = Views(self)
        for view in (self.list, self.whole, self.roll, self.post, self.papers, self.texts):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._views)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.plan)

    def open_with(self, argument: object) -> None:
        """Show a congress by its code."""
        if isinstance(argument, str) and argument:
            self._code, self._view, self._stale = argument, None, False
            self.refresh()

    def on_show(self) -> tuple[str, ...]:
        """Return the code of the open congress."""
        return (self._code,) if self._code else ()

    def refresh(self) -> None:
        """Load the list, and the open congress with its roll."""
        place, code = self.context.workplace, self._code
        self.context.ask(lambda: (congresses(place), branch_lines(place)), self._show_list, once=(self, ""))
        if code:
            self.context.ask(
                lambda: (
                    congress_view(place, code),
                    roll_lines(place, code),
                    congress_papers(place, code),
                    texts(place, code),
                ),
                self._show_congress,
                self._refused,
                once=(self, code),
            )

    def primary(self) -> None:
        """Do the primary thing of what is on show."""
        at = self._views.currentIndex()
        if at == _LIST:
            self.list.primary()
        elif at == _POST:
            self.post.primary()
        elif at == _PAPERS:
            self.papers.primary()
        else:
            {_WHOLE: self.whole.bar, _ROLL: self.roll.bar, _TEXTS: self.texts.bar}[at].press()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next member whose name nobody called."""
        at = self._views.currentIndex()
        if at == _POST and self.post.is_counting():
            self.post.counting.next_problem(step)
        elif at != _ROLL or not self.roll.next_problem(step):
            super().next_problem(step)

    def print_it(self) -> None:
        """Print the paper on show, or show the papers of the open congress (Ctrl+P)."""
        if self._views.currentIndex() == _PAPERS:
            self.papers.primary()
        elif self._view is not None:
            self._show(_PAPERS)
        else:
            super().print_it()

    def help_text(self) -> str:
        """Explain what is on show."""
        if self._views.currentIndex() == _ROLL:
            return self.tr(
                "Enter ghi người đang chọn có mặt, lần nữa là vắng; F8 tới người chưa điểm danh. Đọc báo cáo "
                "thì danh sách khóa lại; ai đến sau vẫn ghi có mặt được, lần bầu chưa phát phiếu sẽ tính. "
                "Esc: về đại hội."
            )
        if self._view is not None and self._views.currentIndex() == _WHOLE:
            clause = self._view.stairs.elected
            return self.tr("{0} {1}. Esc: về danh sách.").format(clause.explanation, clause.article)
        return self.tr("Mỗi dòng là một đại hội; Enter mở, Ctrl+N lập đại hội cho một chi bộ.")

    def go_back(self) -> bool:
        """Leave the roll or a post for the congress, the congress for the list."""
        at = self._views.currentIndex()
        if at == _LIST:
            return False
        if at == _POST and self.post.is_counting() and self.post.counting.go_back():
            return True
        if at == _PAPERS and self.papers.shows_paper():
            self.papers.close_paper()
            return True
        self._show(_LIST if at == _WHOLE else _WHOLE)
        return True

    def focus_home(self) -> QWidget | None:
        """Return the table of what is on show."""
        homes = {
            _LIST: self.list.table,
            _WHOLE: self.whole.bar.primary_button(),
            _ROLL: self.roll.table,
            _POST: self.post.first_field(),
            _PAPERS: self.papers.table,
            _TEXTS: self.texts.table,
        }
        home = homes[self._views.currentIndex()]
        return home if can_take_focus(home) else super().focus_home()

    def open_part(self, key: str) -> None:
        """Show the roll or a post of the open congress, or do what comes next."""
        view = self._view
        if view is None:
            return
        if key == "report":
            self._show(_ROLL)
        elif key in ("papers", "texts"):
            self._show(_PAPERS if key == "papers" else _TEXTS)
        elif key == "hands":
            self.acts.raise_hands(view)
        elif key == "happened":
            self.acts.write_down(view)
        elif key == "counters":
            self.acts.choose_bodies(view, self._lines)
        elif key in {post.key for post in view.posts}:
            self._wanted = key
            self._set_post()
            self._show(_POST)
        else:
            self.acts.after(key, view)

    def plan(self) -> None:
        """Ask for a branch and a day, and plan its congress."""
        place = self.context.workplace

        def submit(
            plan: CongressPlan, done: Callable[[object], None], failed: Callable[[Refusal], None]
        ) -> None:
            def planned(code: str) -> None:
                done(code)
                self.open_with(code)

            self.context.do(lambda _: plan_congress(place, plan), done=planned, failed=failed)

        if not self._branches:
            self.context.told.emit(
                self.tr("Chưa có chi bộ nào; hãy lập chi bộ và danh sách đảng viên ở Chi bộ, đảng viên."),
                "attention",
            )
            return
        CongressQuestion(self.window(), {line.code: line.name for line in self._branches}, submit).open()

    def _show(self, at: int) -> None:
        self._views.setCurrentIndex(at)
        if at == _LIST:
            self._code, self._view = "", None
        home = self.focus_home()
        if home is not None:
            home.setFocus()
        self.context.moved.emit()

    def _show_list(self, found: tuple[tuple[CongressLine, ...], tuple[BranchLine, ...]]) -> None:
        lines, self._branches = found
        self.list.set_lines(lines)
        if not self._code and self._views.currentIndex() != _LIST:
            self._show(_LIST)

    def _show_congress(
        self,
        found: tuple[CongressView, tuple[RollLine, ...], tuple[CongressPaperLine, ...], dict[TextKind, str]],
    ) -> None:
        view, lines, papers, written = found
        if view.code != self._code:
            return
        self._view, self._lines = view, lines
        self._set_post()
        self.whole.set_congress(view)
        self.roll.set_roll(view, lines)
        self.papers.set_papers(view.code, view.branch, papers)
        self.texts.set_texts(view.code, view.branch, written)
        if self._views.currentIndex() == _LIST:
            self._show(_WHOLE)

    def _set_post(self) -> None:
        post = (
            next((each for each in self._view.posts if each.key == self._wanted), None)
            if self._view
            else None
        )
        if post is not None and self._view is not None:
            self.post.set_post(self._view.branch, post)

    def _act(self, what: str, member: int) -> None:
        post = self.post.post()
        if self._view is not None and post is not None:
            self.acts.act(what, self._view, post, self._lines, member)

    def _refused(self, refusal: Refusal) -> None:
        self._code = ""
        self.context.runner.failed.emit(refusal)
        self.refresh()
