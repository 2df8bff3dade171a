"""The congress that is open: its head, its steps, and the view of the step on show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.congress.preparing import TextKind, texts
from desktop.services.congress.roll_views import RollLine, roll_lines
from desktop.services.congress.steps import step_of
from desktop.services.congress.views import CongressView, congress_view
from desktop.services.congress.votes import Standing
from desktop.services.papers.congress.making import CongressPaperLine, congress_papers
from desktop.services.progress.steps import Step
from desktop.ui.congress.acts import Acts
from desktop.ui.congress.header import CongressHeader
from desktop.ui.congress.next_words import next_said, step_said
from desktop.ui.congress.overview import Overview
from desktop.ui.congress.papers_view import COUNTING_MINUTES, PAPERS, CongressPapersView
from desktop.ui.congress.post.view import PostOfCongress
from desktop.ui.congress.roll.view import RollView
from desktop.ui.congress.texts_view import TextsView
from desktop.ui.congress.walk import WHOLE, key_beside, keys_of, steps_shown, word_after
from desktop.ui.congress.words import when_words
from desktop.ui.page.page import Context, View
from desktop.ui.page.side_panel import clause_words
from desktop.ui.page.step import below_head
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.drawn.stepper import Stepper
from desktop.ui.widgets.focus import can_take_focus, first_inside

_IN_PAPERS = (PAPERS, Step.MINUTES, Step.REPORTING, Step.APPROVAL)
_AT_ONCE = ("counters", "close", "send", "receive", "approve")
_FOLLOWING = {
    Standing.RUN_OFF: "next_vote",
    Standing.VOTE_AGAIN: "next_vote",
    Standing.TO_DECIDE: "going_on",
    Standing.NO_QUORUM: "going_on",
}

_Read = tuple[CongressView, tuple[RollLine, ...], tuple[CongressPaperLine, ...], dict[TextKind, str]]


class OpenCongress(View):
    """One congress after the other, as a whole or at a step; without one it shows nothing.

    Signals:
        opened: a step of it is to be shown, and stands ready.
        left: it is to be left for the list.
        gone: it can't be read any more.

    Args:
        context: the open office, the runner and the way to other pages.
        parent: the page.
    """

    opened = Signal()
    left = Signal()
    gone = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._code, self._key, self._wanted, self._form = "", WHOLE, "", ""
        self._is_shown = False
        self._view: CongressView | None = None
        self._lines: tuple[RollLine, ...] = ()
        self.header = CongressHeader(self)
        self.header.left.connect(self.left)
        self.header.whole_asked.connect(lambda: self.open_step(WHOLE))
        self.stepper = Stepper(self)
        self.stepper.chosen.connect(self.open_step)
        self.whole = Overview(self)
        self.whole.opened.connect(self.open_step)
        self.whole.next_asked.connect(self.do_next)
        self.acts = Acts(context, self)
        self.convening, self.roll = RollView(self, convening=True), RollView(self)
        self.texts = TextsView(context, self)
        self.post = PostOfCongress(context, self)
        self.papers = CongressPapersView(context, self)
        self._connect()
        self.views = Views(self)
        for view in (self.whole, self.texts, self.convening, self.roll, self.post, self.papers):
            self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(below_head(self, self.header, self.stepper, self.views))

    def open(self, code: str, key: str, form: str = "") -> None:
        """Read a congress, and show it.

        Args:
            code: of the congress.
            key: of a step, ``whole`` or ``papers``.
            form: of the paper that is chosen among its papers; empty for none.
        """
        self._code, self._view, self._wanted, self._form = code, None, key, form

    def close_it(self) -> None:
        """Forget the congress; another thing is on show."""
        self._code, self._view, self._key, self._is_shown = "", None, WHOLE, False

    def code(self) -> str:
        """Return the code of the congress that is open, or is being read; empty for none."""
        return self._code

    def key(self) -> str:
        """Return the key of the step on show, ``whole``, or ``papers``; empty while none is."""
        return self._key if self._is_shown else ""

    def on_show(self) -> tuple[str, ...]:
        """Return code and key of what is on show; nothing where no congress is open."""
        return (self._code, self._key) if self._code else ()

    def refresh(self) -> None:
        """Load the congress that is open with its roll, papers and texts."""
        place, code = self.context.workplace, self._code
        if code:
            self.context.ask(
                lambda: (
                    congress_view(place, code),
                    roll_lines(place, code),
                    congress_papers(place, code),
                    texts(place, code),
                ),
                self._show,
                self._refused,
                once=(self, code),
            )

    def primary(self) -> None:
        """Do the primary thing of what is on show."""
        if self._key == WHOLE:
            self.do_next()
        elif self.views.currentWidget() is self.post:
            self.post.primary()
        elif self.views.currentWidget() is self.papers:
            self.papers.primary()
        else:
            self._bar().press()

    def next_problem(self, step: int = 1) -> None:
        """Go to what is missing or wrong next: a text, a member, in a list, a count, a paper."""
        shown = self.views.currentWidget()
        walked = isinstance(
            shown, RollView | PostOfCongress | TextsView | CongressPapersView
        ) and shown.next_problem(step)
        if not walked:
            super().next_problem(step)

    def print_it(self) -> None:
        """Print the paper on show, or show the papers of the congress (Ctrl+P)."""
        shown = self.views.currentWidget()
        if shown is self.papers:
            self.papers.print_it()
        elif shown is self.post and self.post.is_counting() and self.post.counting.papers.shows_paper():
            self.post.counting.print_it()
        else:
            self.open_step(PAPERS)

    def help_text(self) -> str:
        """Explain the step on show, then its clause of the law and the keys; empty while none is."""
        view, key = self._view, self.key()
        if view is None or not key:
            return ""
        about = self.post.counting.help_text() if self.views.currentWidget() is self.post else ""
        clause = view.stairs.elected if key in (WHOLE, PAPERS) else view.laws.get(Step(key))
        keys = self.tr(
            "Alt cùng mũi tên trái, phải: sang bước trước, bước sau; "
            "Esc: về toàn cảnh, rồi về "
            "danh sách đại hội."
        )
        law = clause_words(clause) if clause is not None else ""
        return "\n\n".join(part for part in (about, step_said(key, view), law, keys) if part)

    def go_back(self) -> bool:
        """Leave an inner view of the step, the step for the congress, the congress for the list."""
        shown = self.views.currentWidget()
        if shown is self.post and self.post.is_counting() and self.post.counting.go_back():
            return True
        if shown is self.papers and self.papers.shows_paper():
            self.papers.close_paper()
        elif self._key == WHOLE:
            self.left.emit()
        else:
            self.open_step(WHOLE)
        return True

    def focus_home(self) -> QWidget | None:
        """Return the table of what is on show, or the button of the next thing."""
        shown = self.views.currentWidget()
        home: QWidget | None
        if shown is self.whole:
            home = self.whole.next.button
        elif shown is self.post:
            home = self.post.first_field()
        else:
            home = self._plain().table
        home = home if can_take_focus(home) else self.stepper
        return home if can_take_focus(home) else first_inside(self)

    def open_step(self, key: str) -> None:
        """Show a step of the open congress, the whole, or its papers."""
        view = self._view
        if view is None or key not in keys_of(view):
            return
        other = key != self.key()
        if other and self.papers.shows_paper():
            self.papers.close_paper()
        self._key = key
        self._fill()
        self._is_shown = True
        self.opened.emit()
        if other and (home := self.focus_home()) is not None:
            home.setFocus()
        self.context.moved.emit()

    def do_next(self) -> None:
        """Do what comes next: at once where it is asked in a dialog, else at its step."""
        view = self._view
        if view is None or not view.next:
            return
        post = next((each for each in view.posts if each.key == view.next), None)
        if post is not None:
            self.open_step(post.key)
            follows = _FOLLOWING.get(post.standing)
            if follows is not None:
                self._act(follows, 0)
        elif view.next == "counters":
            self.acts.choose_bodies(view, self._lines)
        elif view.next in _AT_ONCE:
            self.acts.after(view.next, view)
        elif view.next == "report" and self._key == Step.ATTENDING:
            self.acts.report(self._code)
        elif view.next == "tell" and self._key == Step.CONVENING:
            self.acts.tell_all(view)
        else:
            self.open_step(step_of(view.next))

    def ask(self, what: str) -> None:
        """Ask for what a button of a step stands for: ``counters``, ``hands``, ``happened``, ``sending``."""
        view = self._view
        if view is None:
            return
        asked: dict[str, Callable[[], None]] = {
            "counters": lambda: self.acts.choose_bodies(view, self._lines),
            "hands": lambda: self.acts.raise_hands(view),
            "happened": lambda: self.acts.write_down(view),
            "seats": lambda: self.acts.choose_posts(view),
            "sending": lambda: self.context.go.emit("sending", None),
        }
        asked[what]()

    def go(self, by: int) -> None:
        """Go so many steps on, or back where it is negative; beyond the steps to the whole."""
        view, key = self._view, self.key()
        if view is not None and key:
            self.open_step(key_beside(view, key, by))

    def _connect(self) -> None:
        acts = self.acts
        self.convening.told_asked.connect(self._tell)
        self.roll.marked.connect(lambda member, presence: acts.mark(self._code, member, presence))
        self.roll.excused_asked.connect(self._excuse)
        self.roll.all_asked.connect(lambda: acts.all_present(self._code))
        self.roll.taken_back.connect(lambda: acts.take_back_report(self._code))
        for view in (self.roll, self.texts, self.papers):
            view.asked.connect(self.ask)
        self.post.asked.connect(self._act)
        self.post.proceed.connect(lambda: self.go(1))
        self.post.counting.proceed.connect(lambda _: self.open_step(Step.MINUTES))

    def _fill(self) -> None:
        """Show the congress at what is on show: its view, its bar, its facts, its place among the steps."""
        view, key = self._view, self._key
        if view is None:
            return
        self.header.set_congress(view)
        current = step_of(view.next) if key in (WHOLE, PAPERS) else key
        self.stepper.set_steps(steps_shown(view), current)
        facts = when_words(view)
        if key in (Step.CONVENING, Step.ATTENDING):
            roll = self.convening if key == Step.CONVENING else self.roll
            self.views.setCurrentWidget(roll)
            facts = roll.facts(view)
        elif key in _IN_PAPERS:
            self.papers.show_step(key)
            self.papers.set_next(view)
            self.views.setCurrentWidget(self.papers)
        elif key == Step.PREPARING:
            self.views.setCurrentWidget(self.texts)
        elif key == WHOLE:
            self.views.setCurrentWidget(self.whole)
        else:
            post = next(each for each in view.posts if each.key == key)
            self.post.set_post(post, word_after(view, key))
            self.views.setCurrentWidget(self.post)
            facts = self.post.facts(view)
        self.header.set_facts(facts, in_step=key != WHOLE)
        self._offer(view, key)

    def _offer(self, view: CongressView, key: str) -> None:
        """Say what the primary button of a step does: what is due there, else going on to the next step."""
        if self.views.currentWidget() in (self.whole, self.post):
            return
        bar, said = self._bar(), next_said(view)
        if key == PAPERS:
            bar.hide_primary()
        elif said is not None and step_of(view.next) == key and view.next != "prepare":
            button = self.tr("Đọc báo cáo, chốt danh sách") if view.next == "report" else said.button
            button = self.tr("Đã báo triệu tập…") if view.next == "tell" else button
            bar.set_primary(button, self.do_next)
        elif after := word_after(view, key):
            bar.set_primary(self.tr("Sang {0}").format(after.lower()), lambda: self.go(1))
        else:
            bar.hide_primary()

    def _bar(self) -> BottomBar:
        return self._plain().bar

    def _plain(self) -> TextsView | RollView | CongressPapersView:
        """Return the view on show, of those that are a table with a bar."""
        plain = (self.texts, self.convening, self.roll, self.papers)
        return next(view for view in plain if view is self.views.currentWidget())

    def _show(self, found: _Read) -> None:
        view, lines, papers, written = found
        if view.code != self._code:
            return
        self._view, self._lines = view, lines
        wanted, self._wanted = self._wanted, ""
        self.whole.set_congress(view)
        self.convening.set_roll(view, lines)
        self.roll.set_roll(view, lines)
        self.papers.set_papers(view, papers)
        self.texts.set_texts(view.code, written)
        keys = keys_of(view)
        self.open_step(next(key for key in (wanted, self._key, WHOLE) if key in keys))
        form, self._form = self._form, ""
        if form:
            self.papers.table.select(lambda line: getattr(line, "form", "") == form)

    def _act(self, what: str, member: int) -> None:
        post = self.post.post()
        if what == "minutes" and post is not None:
            self.open_step(PAPERS)
            self.papers.look_at(COUNTING_MINUTES, post.key)
        elif self._view is not None and post is not None:
            self.acts.act(what, self._view, post, self._lines, member)

    def _tell(self, line: RollLine | None) -> None:
        if self._view is not None:
            self.acts.tell(self._view, line)

    def _excuse(self, line: RollLine) -> None:
        if self._view is not None:
            self.acts.excuse(self._view, line)

    def _refused(self, refusal: Refusal) -> None:
        self._code = ""
        self.context.runner.failed.emit(refusal)
        self.gone.emit()
