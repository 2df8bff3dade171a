"""Beside the list: the next thing of a dismissal, what was done, its papers, and what the law says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.dismissals.proposals import ProposalView
from desktop.services.dismissals.views import DismissalView
from desktop.services.papers.dismissals import DismissalPaper
from desktop.ui.dismissals.dismissal_words import (
    next_of,
    open_words,
    outcome_of,
    paper_word,
    step_button,
    step_done,
    way_words,
)
from desktop.ui.page.side_panel import ClauseNote, SidePanel
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Button, primary, quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.labels import label

_Does = tuple[str, Callable[[], object]]

PLAN, HAMLET = "plan", "hamlet"
"""What else follows a dismissal: its replacement is planned, a provisional head is written at the hamlet."""


class DismissalPanel(SidePanel):
    """The panel of a dismissal or of a proposal.

    ``step_asked`` carries a ``DismissalStep``, or ``PLAN`` or ``HAMLET``; ``paper_asked`` form, filling and
    whether as Word; ``undo_asked`` and the rest of the proposal carry nothing.

    Args:
        parent: the view.
    """

    step_asked = Signal(object)
    paper_asked = Signal(str, str, bool)
    undo_asked = Signal()
    dismissal_asked = Signal()
    settle_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.next_card = Card("", self, soft=True)
        self.next_card.set_title(self.tr("Việc tiếp theo"))
        self.headline = label("", "headline", self)
        self.sentence = label("", "sentence", self)
        self.due = label("", "caption", self)
        for part in (self.headline, self.sentence, self.due):
            part.setWordWrap(True)
            self.next_card.body.addWidget(part)
        self._buttons = QWidget(self)
        self.buttons: list[Button] = []
        self.next_card.body.addWidget(self._buttons)
        self.done_card = Card("", self)
        self.done_card.set_title(self.tr("Đã ghi"))
        self.done = label("", "sentence", self)
        self.done.setWordWrap(True)
        self.undo: Button = quiet(self.tr("Hoàn tác bước sau cùng"), self)
        self.undo.clicked.connect(lambda _=False: self.undo_asked.emit())
        self.done_card.body.addWidget(self.done)
        self.done_card.body.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.papers_card = Card("", self)
        self.papers_card.set_title(self.tr("Giấy tờ"))
        self.filling = ChoiceField(
            self.tr("Điền"),
            [
                ("full", self.tr("Điền hết phần đã biết")),
                ("half", self.tr("Chỉ điền phần đầu")),
                ("blank", self.tr("Để trống")),
            ],
            self,
        )
        self.papers_card.body.addWidget(self.filling)
        self._papers = QWidget(self)
        self.paper_buttons: list[tuple[Button, Button]] = []
        self.papers_card.body.addWidget(self._papers)
        self.law_card = Card("", self)
        self.law_card.set_title(self.tr("Luật áp dụng"))
        self.law = label("", "caption", self)
        self.law.setWordWrap(True)
        self.clause = ClauseNote(self)
        self.open = label("", "caption", self)
        self.open.setWordWrap(True)
        self.law_card.body.addWidget(self.law)
        self.law_card.body.addWidget(self.clause)
        self.law_card.body.addWidget(self.open)
        for card in (self.next_card, self.done_card, self.papers_card, self.law_card):
            self.add(card)

    def press(self) -> None:
        """Do the first thing that comes next."""
        if self.buttons:
            self.buttons[0].click()

    def show_dismissal(self, view: DismissalView, papers: Sequence[DismissalPaper], left: str) -> None:
        """Show a dismissal; ``left`` says how long is left for the next thing."""
        said = next_of(view)
        self.headline.setText(said.headline)
        self.sentence.setText(said.sentence)
        self.due.setText(left)
        self.due.setVisible(bool(left))
        self._set_buttons(
            [(step_button(step), partial(self.step_asked.emit, step)) for step in view.next]
            or self._what_follows(view)
        )
        asked = self.tr("{0}, {1}").format(f"{view.asked_on:%d/%m/%Y}", way_words(view.asked_by))
        if view.households is not None:
            asked += self.tr(": {0}/{1} hộ ký").format(view.signed or 0, view.households)
            if view.needed is not None:
                asked += self.tr(", cần ít nhất {0}").format(view.needed)
        self.done.setText("\n".join([asked, view.reason, *map(step_done, view.steps)]))
        self.undo.setText(self.tr("Hoàn tác bước sau cùng") if view.steps else self.tr("Bỏ đề nghị ghi nhầm"))
        self.undo.setVisible(True)
        self._set_papers(papers)
        self.law.setText(self.tr("Theo {0}, luật của ngày đề nghị.").format(view.law))
        clauses = {clause.key: clause for clause in view.clauses}
        clause = view.due.clause if view.due is not None else clauses.get("dismissal_agreed")
        self.clause.setVisible(clause is not None)
        if clause is not None:
            self.clause.set_clause(clause)
        self.open.setText(
            self.tr("Luật không nói: {0}. Xã tự quyết định.").format("; ".join(map(open_words, view.open)))
            if view.open
            else ""
        )
        self.open.setVisible(bool(view.open))
        self.papers_card.setVisible(True)
        self.law_card.setVisible(True)

    def show_proposal(self, view: ProposalView) -> None:
        """Show a proposal."""
        open_ = view.outcome is None
        self.headline.setText(self.tr("Xem xét đề xuất") if open_ else outcome_of(view.outcome).word)
        self.sentence.setText(
            self.tr("Lập hồ sơ cho thôi, hoặc ghi kết quả xem xét.")
            if open_
            else (view.note or self.tr("Đề xuất đã có kết quả."))
        )
        self.due.setVisible(False)
        if open_:
            self._set_buttons(
                [
                    (self.tr("Lập hồ sơ cho thôi…"), self.dismissal_asked.emit),
                    (self.tr("Ghi kết quả xem xét…"), self.settle_asked.emit),
                ]
            )
        elif view.dismissal is None:
            self._set_buttons([(self.tr("Mở lại đề xuất"), self.reopen_asked.emit)])
        else:
            self._set_buttons([])
        self.done.setText("\n".join((f"{view.proposed_on:%d/%m/%Y}, {view.proposer}", view.reason)))
        self.undo.setText(self.tr("Bỏ đề xuất ghi nhầm"))
        self.undo.setVisible(view.dismissal is None)
        self.papers_card.setVisible(False)
        self.law_card.setVisible(False)

    def _what_follows(self, view: DismissalView) -> list[_Does]:
        if not view.is_ended or view.head:
            return []
        follow: list[_Does] = []
        if not view.replacement:
            follow.append((self.tr("Lập kế hoạch bầu thay…"), lambda: self.step_asked.emit(PLAN)))
        if not view.provisional:
            follow.append((self.tr("Ghi người lâm thời"), lambda: self.step_asked.emit(HAMLET)))
        return follow

    def _set_buttons(self, wanted: Sequence[_Does]) -> None:
        self._buttons.deleteLater()
        self._buttons = QWidget(self.next_card)
        column = QVBoxLayout(self._buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        self.buttons = []
        for number, (words, does) in enumerate(wanted):
            button = secondary(words, None, self._buttons) if number else primary(words, self._buttons)
            button.clicked.connect(lambda _=False, does=does: does())
            self.buttons.append(button)
            column.addWidget(button)
        self.next_card.body.addWidget(self._buttons)
        self._buttons.show()

    def _set_papers(self, papers: Sequence[DismissalPaper]) -> None:
        self._papers.deleteLater()
        self._papers = QWidget(self.papers_card)
        column = QVBoxLayout(self._papers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner"))
        self.paper_buttons = []
        for paper in papers:
            line = QHBoxLayout()
            shown = quiet(paper_word(paper.form), self._papers)
            shown.setToolTip(paper.title)
            shown.clicked.connect(lambda _=False, form=paper.form: self._ask_paper(form, word=False))
            word = quiet("Word", self._papers)
            word.setAccessibleName(self.tr("{0}, tệp Word").format(paper.title))
            word.clicked.connect(lambda _=False, form=paper.form: self._ask_paper(form, word=True))
            line.addWidget(shown, 1, Qt.AlignmentFlag.AlignLeft)
            line.addWidget(word)
            column.addLayout(line)
            self.paper_buttons.append((shown, word))
        self.papers_card.body.addWidget(self._papers)
        self._papers.show()

    def _ask_paper(self, form: str, *, word: bool) -> None:
        self.filling.commit()
        self.paper_asked.emit(form, self.filling.value(), word)
