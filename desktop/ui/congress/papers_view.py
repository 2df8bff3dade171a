"""The papers of a congress: which there are, how full each can be made; looked at, printed, saved as Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.services.congress.numbers import record_number
from desktop.services.congress.steps import step_of
from desktop.services.congress.views import CongressView
from desktop.services.papers.congress.making import (
    CongressPaperLine,
    make_congress_paper,
    make_congress_word,
    print_congress_paper,
)
from desktop.services.papers.lines import Filling
from desktop.ui.congress.next_card import NextCard
from desktop.ui.congress.next_words import next_said
from desktop.ui.congress.number_question import NumberQuestion
from desktop.ui.congress.words import facts_of, filling_state, group_word
from desktop.ui.page.page import Context
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.step import lay_out
from desktop.ui.page.step_words import step_word
from desktop.ui.page.submitted_question import submitting
from desktop.ui.page.word_saving import save_as_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.table import Table
from desktop.wording import words

PAPERS = "papers"
"""The list of every paper, beside those of the steps."""

COUNTING_MINUTES = "congress-counting-minutes"
"""The form of the minutes of each post's counts."""

_OF_COUNTS = (COUNTING_MINUTES, "congress-sealing-minutes")
_ANSWERED = ("congress-approval-decision", "congress-handing-over")
_OF_STEP: Mapping[str, Callable[[CongressPaperLine], bool]] = {
    "minutes": lambda line: line.group == "day" or line.form in _OF_COUNTS,
    "reporting": lambda line: line.group == "after" and line.form not in _ANSWERED + _OF_COUNTS,
    "approval": lambda line: line.form in _ANSWERED,
}
"""The papers of the steps that end in paper; every paper of a congress stands in the list of all."""


class CongressPapersView(QWidget):
    """The list; Enter looks at a paper as full as it can be made, Esc goes back to the list.

    ``asked`` carries what else is wanted: ``hands``, ``sending`` or ``happened``.

    Args:
        context: the open office.
        parent: the page.
    """

    asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code, self._step = "", PAPERS
        self._lines: tuple[CongressPaperLine, ...] = ()
        self.table = Table(
            [
                Column(
                    self.tr("Giấy tờ"),
                    lambda line: line.title,
                    sub=lambda line: line.post_word,
                    weight="medium",
                ),
                Column(
                    self.tr("In được"),
                    lambda _: "",
                    state=lambda line: filling_state(line.state),
                    ground=False,
                    width=190,
                ),
                Column(self.tr("Còn thiếu"), self._lacks, width=260, gives_way=True),
            ],
            self,
            row_height=style.size("row_two_lines"),
            key=lambda line: (line.form, line.post),
        )
        self.table.setAccessibleName(self.tr("Giấy tờ của đại hội"))
        self.table.opened.connect(lambda line: self.look(line, line.state))
        self.table.chosen.connect(self._offer)
        self.bar = BottomBar(self)
        self.view = self._left(self.tr("Xem, in"), "printer", lambda: self._look_as(None))
        self.word = self._left(self.tr("Lưu Word…"), None, self._save_word)
        self.numbered = self._left(self.tr("Số, ngày…"), None, self._ask_number)
        self.blank = self._left(self.tr("Bản trống"), None, lambda: self._look_as("blank"))
        self.others = {
            key: self._left(words, None, partial(self.asked.emit, key))
            for key, words in (
                ("hands", self.tr("Biểu quyết…")),
                ("sending", self.tr("Gói gửi cấp trên")),
                ("happened", self.tr("Ghi việc…")),
            )
        }
        self._facts_card = Card(parent=self)
        self.facts = Facts(self)
        self._facts_card.body.addWidget(self.facts)
        self.next = NextCard(self, button=False)
        self._lacking = Card(self.tr("Còn thiếu"), self)
        self._lacks_words = label("", "caption", self)
        self._lacks_words.setWordWrap(True)
        self._lacking.body.addWidget(self._lacks_words)
        self._side = SidePanel(self)
        self._side.add(self._facts_card)
        self._side.add(self.next)
        self._side.add(self._lacking)
        listing = QWidget(self)
        lay_out(listing, self._side.beside(self.table, self.table), self.bar)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self.close_paper)
        self.views = Views(self)
        self.views.addWidget(listing)
        self.views.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self.setFocusProxy(self.table)

    def set_papers(self, view: CongressView, lines: Sequence[CongressPaperLine]) -> None:
        """Show the papers of a congress, and what is known of the step."""
        if view.code != self._code and self.shows_paper():
            self.views.setCurrentIndex(0)
        self._code, self._lines = view.code, tuple(lines)
        self.set_next(view)
        self._show_lines()

    def set_next(self, view: CongressView) -> None:
        """Say what is known of the step, and what comes next where that is done here."""
        self.facts.set_facts(facts_of(self._step, view))
        self.others["hands"].setEnabled(view.reported_at is not None)
        self._facts_card.set_title(step_word(self._step) if self._step != PAPERS else "")
        here = step_of(view.next) == self._step and bool(view.next)
        self.next.set_next(next_said(view) if here else None)

    def show_step(self, step: str) -> None:
        """Show the papers of a step, ``minutes``, ``reporting`` or ``approval``; all with ``papers``."""
        if step != self._step:
            self._step = step
            self.views.setCurrentIndex(0)
        self._facts_card.setVisible(step != PAPERS)
        offered = {"minutes": ("hands",), "reporting": ("sending",), "approval": ("happened",)}
        for key, button in self.others.items():
            button.setVisible(key in offered.get(step, ()))
        self._show_lines()

    def _show_lines(self) -> None:
        wanted = _OF_STEP.get(self._step, lambda _: True)
        rows: list[CongressPaperLine | Group] = []
        for group, some in groupby(filter(wanted, self._lines), key=lambda line: line.group):
            rows.append(Group(group_word(group)))
            rows += some
        self.table.set_rows(rows)

    def look_at(self, form: str, post: str) -> None:
        """Go to a paper of a post in the list, and show it as full as it can be made."""
        if self.table.select(lambda line: line.form == form and line.post == post):
            self._look_as(None)

    def look(self, line: CongressPaperLine, filling: Filling) -> None:
        """Show a paper; a full one is kept when it is printed."""
        place, code, post = self._context.workplace, self._code, line.post or None

        def draw() -> bytes:
            return make_congress_paper(place, code, line.form, filling, post)

        def keep() -> bytes:
            return print_congress_paper(place, code, line.form, filling, post)

        self.views.setCurrentWidget(self.paper)
        name = "-".join(part for part in (line.form, code, line.post) if part)
        kept = None if line.printed_at else keep
        self.paper.show_paper(line.title, draw, f"{name}.pdf", kept)

    def next_problem(self, step: int = 1) -> bool:
        """Go to the next paper that lacks something; False where none does, or a paper is on show."""
        return not self.shows_paper() and self.table.walk(lambda line: bool(line.lacks), step)

    def shows_paper(self) -> bool:
        """Tell whether a paper is on show."""
        return self.views.currentWidget() is self.paper

    def close_paper(self) -> None:
        """Go back to the list."""
        self.views.setCurrentIndex(0)
        self.table.setFocus()

    def primary(self) -> None:
        """Do what the step's primary button says, or print the paper on show."""
        if self.shows_paper():
            self.paper.print_it()
        else:
            self.bar.press()

    def print_it(self) -> None:
        """Print the paper on show, or look at the current one."""
        if self.shows_paper():
            self.paper.print_it()
        else:
            self._look_as(None)

    def _look_as(self, filling: Filling | None) -> None:
        current = self.table.current()
        if isinstance(current, CongressPaperLine):
            self.look(current, filling or current.state)

    def _left(self, words: str, icon: str | None, handler: Callable[[], object]) -> QPushButton:
        made = secondary(words, icon, self)
        made.clicked.connect(lambda _=False: handler())
        self.bar.add_left(made)
        return made

    def _ask_number(self) -> None:
        current = self.table.current()
        if not isinstance(current, CongressPaperLine) or current.numbered is None:
            return
        place, code, form = self._context.workplace, self._code, current.form

        submit = submitting(self._context, partial(record_number, place, code, form))
        NumberQuestion(self.window(), current.title, current.numbered, submit).open()

    def _save_word(self) -> None:
        current = self.table.current()
        if not isinstance(current, CongressPaperLine):
            return
        place, code, post = self._context.workplace, self._code, current.post or None
        make = partial(make_congress_word, place, code, current.form, current.state, post)
        save_as_word(self._context, self, f"{current.form}-{code}", make)

    def _lacks(self, line: CongressPaperLine) -> str:
        return ", ".join(words(code) for code in line.lacks)

    def _offer(self, line: CongressPaperLine) -> None:
        self.word.setEnabled(line.is_text)
        self.numbered.setEnabled(line.numbered is not None)
        self.blank.setEnabled("blank" in line.fillings)
        self.view.setEnabled(bool(line.fillings))
        self._lacking.setVisible(bool(line.lacks))
        self._lacks_words.setText("\n".join(words(code) for code in line.lacks))
