"""The counting step: two entries, what differs, what does not fit, and the outcome once both agree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.rules.vote_state import VoteState as S
from desktop.services.counting.cluster_figures import with_parts
from desktop.services.counting.count_drafts import keep_other_opinions
from desktop.services.counting.counting_views import CountingView
from desktop.services.counting.entries import EntryView
from desktop.services.counting.entry_drafts import OpenEntry
from desktop.services.counting.findings import FindingView
from desktop.services.results.scans import AttachmentView
from desktop.ui.counting.count_closing import CountClosing
from desktop.ui.counting.count_grids import CountGrids
from desktop.ui.counting.count_lines import Line, pasted_figures, typists
from desktop.ui.counting.counting_bar import CountingBar
from desktop.ui.counting.counting_papers import CountingPapers, count_and_scans
from desktop.ui.counting.counting_questions import ask_alone, ask_empty, ask_opinions, operator_dialog
from desktop.ui.counting.counting_words import (
    about_field,
    entered_words,
    entries_made,
    primary_words,
    tally_notes,
)
from desktop.ui.counting.difference import doubted_typist, stands_by, still_differing
from desktop.ui.counting.entries_card import EntriesCard
from desktop.ui.counting.entry_editor import EntryEditor
from desktop.ui.counting.explain_dialog import ExplainDialog
from desktop.ui.counting.finding_words import (
    KINDS,
    REASONS,
    faults_of,
    fields_of,
    findings_of,
    while_correcting,
)
from desktop.ui.counting.outcome_card import OutcomeCard
from desktop.ui.counting.reasons_dialog import ReasonsDialog
from desktop.ui.counting.tally_opening import TallyOpening
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.step import Step, lay_out
from desktop.ui.widgets import style
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.labels import ElidedLabel, label

_COUNTED = (S.FINALISED, S.RECOGNISED, S.TO_HOLD_AGAIN)

Follows: TypeAlias = tuple[str, str, Callable[[], object]]
"""What follows a finalised count elsewhere than at a hamlet: words of a button, a note, what it does."""


class CountingStep(Step):
    """Who sits down types a blank form; nobody sees an outcome before two entries agree.

    Args:
        context: the open office.
        parent: the election page.
    """

    key = "counting"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view: CountingView | None = None
        self.editor: EntryEditor | None = None
        self._scans: tuple[AttachmentView, ...] = ()
        self._follows: Follows | None = None
        self._stood_by: int | None = None  # the operator who read the paper again and typed the same
        self.grids = CountGrids(self)
        self.form, self.comparison = self.grids.form, self.grids.comparison
        self.grids.edited.connect(self._typed)
        self.grids.pasted.connect(self._pasted)
        self.grids.opened.connect(self._entered_line)
        self.foot = ElidedLabel("", "caption", self)
        self.tally_note = label("", "attention", self)
        self.tally_note.setWordWrap(True)
        self.tally_note.hide()
        self.findings = Findings(self.tr("Cần xử lý"), self)
        self.findings.opened.connect(self._open)
        self.outcome = OutcomeCard(self)
        self.outcome.hide()
        self.bar = CountingBar(self)
        self.bar.alone.clicked.connect(self._ask_alone)
        self.tally = TallyOpening(context, self)
        self.bar.tally.clicked.connect(lambda: self.tally.ask(self.view))
        self.bar.leave.clicked.connect(self.go_back)
        self.bar.reasons.clicked.connect(self._ask_reasons)
        self.bar.opinions.clicked.connect(self._ask_opinions)
        self._closing = CountClosing(context, self)
        self.bar.again.clicked.connect(lambda: self._closing.reopen(self.code))
        self.bar.check.clicked.connect(self._look_at_check_sheet)
        self.bar.scan.clicked.connect(self._look_at_scan)
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._undo)
        left = QVBoxLayout()
        left.setSpacing(style.size("grid"))
        left.addWidget(self.grids, 1)
        left.addWidget(self.foot)
        left.addWidget(self.tally_note)
        self._side = side = SidePanel(self, width="side_panel_wide")
        self.entries = EntriesCard(self)
        self.entries.hide()
        side.add(self.entries)
        side.add(self.findings)
        side.add(self.outcome)
        self.papers = CountingPapers(context, self)
        self._body = side.beside(left, self.form, self.comparison)
        lay_out(self.papers.main, self._body, self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.papers)

    def load(self, code: str) -> None:
        """Read the count; an operator who is typing goes on typing."""
        if code != self.code:
            self.editor = None
            self.papers.close_paper()
        super().load(code)
        place = self.context.workplace
        self.context.ask(lambda: count_and_scans(place, code), partial(self._show, code), once=(self, code))

    def set_follows(self, follows: Follows | None) -> None:
        """Say what the primary button does once the count is finalised; None for going on to the minutes."""
        self._follows = follows
        if self.view is not None:
            self._tell_bar(self.view)

    def add_beside(self, card: QWidget) -> None:
        """Put a card beneath the outcome; whoever adds it says when it is on show."""
        self._side.add(card)

    def first_field(self) -> QWidget | None:
        """Return the grid."""
        return self.grids.grid()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the words of the form in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < style.grown(style.size("step_narrow"))
        self._body.set_width(self._side, style.size("side_panel" if narrow else "side_panel_wide"))
        self.grids.fit(narrow=narrow)

    def primary(self) -> None:
        """Do what the primary button says, with what stands in an open box."""
        if self.papers.shows_paper():
            self.papers.paper.print_it()
            return
        self.grids.grid().commit()
        self.bar.press()

    def print_it(self) -> None:
        """Print the paper on show, or look at the check sheet first."""
        if self.papers.shows_paper():
            self.papers.paper.print_it()
        elif not self.bar.check.isHidden():
            self._look_at_check_sheet()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is wrong; the line that it speaks of becomes the current one."""
        self.grids.grid().commit()
        current = self.findings.current()
        if current is not None and current.code == "W001" and self.grids.go_along(fields_of(current), step):
            return
        found = self._side.walk(self.findings, step)
        if found is not None:
            self._go_to(found)

    def help_text(self) -> str:
        """Explain the line in focus."""
        line = self.grids.current()
        return about_field(line.field, self.view) if line is not None and self.view is not None else ""

    def go_back(self) -> bool:
        """Leave the editor; what was typed is kept for the same operator."""
        if self.papers.shows_paper():
            self.papers.close_paper()
            self.grids.grid().setFocus()
            return True
        if self.editor is None:
            return False
        self.grids.grid().commit()
        self.editor = None
        self._refresh()
        return True

    def _show(self, code: str, read: tuple[CountingView | None, tuple[AttachmentView, ...]]) -> None:
        if code != self.code:
            return
        self.view, self._scans = view, _ = read
        if view is None or (self.editor is not None and not self.editor.fits(view)):
            self.editor = None
        self._refresh()

    def _refresh(self) -> None:
        view, editor = self.view, self.editor
        if view is None:
            self._show_nothing()
            return
        problems = None if editor is None or editor.entry.task == "correct" else editor.problems
        # Whoever reads differing lines again is told no arithmetic.
        reads_again = editor is not None and view.state == S.DIFFERENT
        self.grids.show_count(view, editor, {} if reads_again else faults_of(view, problems))
        if editor is not None and problems is None:
            found = while_correcting(view)
        else:
            found = findings_of(view, problems)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self.entries.show_entries(view, editor)
        self.outcome.setVisible(view.outcome is not None and editor is None)
        if view.outcome is not None:
            self.outcome.show_outcome(view, view.outcome)
        self.foot.setText(entries_made(view, editor))
        self.tally_note.setText(tally_notes(view))
        self.tally_note.setVisible(bool(self.tally_note.text()))
        self._tell_bar(view)

    def _show_nothing(self) -> None:
        self.grids.show_nothing()
        self.outcome.hide()
        self.findings.hide()
        self.entries.hide()
        self.foot.setText(self.tr("Chưa in phiếu, nên chưa có gì để kiểm."))
        self.bar.offer(None, None)
        self.bar.set_primary(self.tr("Sang bước Phiếu"), lambda: self.proceed.emit("ballots"))

    def _tell_bar(self, view: CountingView) -> None:
        self.bar.offer(view, self.editor, scanned=bool(self._scans))
        words, note, can = primary_words(view, self.editor)
        if self._follows is not None and view.state in _COUNTED and self.editor is None:
            words, note, follow = self._follows
            self.bar.set_note(note)
            self.bar.set_primary(words, follow)
            return
        self.bar.set_note(note)
        self.bar.set_primary(words, partial(self._primary, view), enabled=can)

    def _undo(self) -> None:
        if self.editor is not None:
            self.editor.undo()

    def _primary(self, view: CountingView) -> None:
        if self.editor is not None:
            self._enter(self.editor)
        elif view.state in (S.MEETING, S.COUNTED_ONCE):
            self._ask_operator()
        elif view.state == S.DIFFERENT:
            self._ask_operator(only=typists(view), first=doubted_typist(view, self._stood_by))
        elif view.state == S.AGREED:
            self._closing.finalise(self.code)
        elif view.state in _COUNTED:
            self.proceed.emit("minutes")
        else:
            self.proceed.emit("meeting")

    def _ask_operator(
        self,
        *,
        only: tuple[int, ...] = (),
        correct: tuple[str, ...] = (),
        alone: bool = False,
        first: int | None = None,
    ) -> None:
        view = self.view
        if view is None:
            return
        dialog = operator_dialog(self.context, view, only=only, correct=correct, first=first, parent=self)
        dialog.seated.connect(partial(self._sit, alone=alone))
        dialog.open()

    def _sit(self, entry: OpenEntry, pin: str, *, alone: bool) -> None:
        self.editor = editor = EntryEditor(self.context, self.code, entry, pin, alone=alone, parent=self)
        editor.changed.connect(self._refresh)
        self._refresh()
        self.grids.go_to(lambda line: line.to_type)

    def _typed(self, line: Line, _column: int, text: str) -> None:
        if self.editor is not None:
            self.editor.type({line.field: text})

    def _entered_line(self, line: Line) -> None:
        """Take Enter on a line: go to the next box, or open what was found about the line."""
        if self.editor is not None:
            self.grids.grid().next_box()
            return
        found = self.findings.current()
        if found is None or line.field not in fields_of(found):
            found = next((one for one in self.findings.findings() if line.field in fields_of(one)), None)
        if found is not None:
            self._open(found)

    def _pasted(self, block: list[list[str]]) -> None:
        editor, here = self.editor, self.grids.current()
        if editor is not None and here is not None:
            editor.type(pasted_figures(self.grids.grid().rows(), here, block))

    def _enter(self, editor: EntryEditor) -> None:
        empty = len(editor.entry.fields) - editor.typed_count()
        if not empty or ask_empty(self, empty):
            editor.enter(partial(self._entered, editor))

    def _entered(self, editor: EntryEditor, entry: EntryView) -> None:
        view, self.editor = self.view, None
        same = view is not None and entry.differing and stands_by(view, editor)
        self._stood_by = editor.entry.operator.id if same else None
        said = still_differing(view, editor, entry) if same and view is not None else None
        self.context.told.emit(*(said or entered_words(entry, alone=editor.alone)))

    def _ask_alone(self) -> None:
        if ask_alone(self):
            self._ask_operator(alone=True)

    def _open(self, finding: Finding) -> None:
        self._go_to(finding)
        view, target = self.view, finding.target
        if view is None or self.editor is not None:
            return
        if target == REASONS:
            self._ask_reasons()
        elif view.state == S.DIFFERENT:
            self._ask_operator(only=typists(view), first=doubted_typist(view, self._stood_by))
        elif isinstance(target, str):
            self._ask_operator(only=typists(view), correct=(target,))
        elif isinstance(target, FindingView) and view.state == S.AGREED and KINDS[finding.code[0]] != "same":
            mend = with_parts(view.fields, target.problem.fields)
            dialog = ExplainDialog(
                self.context, self.code, target, finding, may_correct=bool(mend), parent=self
            )
            dialog.correct.connect(lambda _: self._ask_operator(only=typists(view), correct=mend))
            dialog.open()

    def _go_to(self, finding: Finding) -> None:
        fields = fields_of(finding)
        differing = [field for field in fields if self.view is not None and field in self.view.differing]
        self.grids.go_to(lambda line: line.field in (differing or fields))

    def _ask_reasons(self) -> None:
        view = self.view
        if view is not None:
            ReasonsDialog(self.context, view, self).open()

    def _ask_opinions(self) -> None:
        if self.view is None:
            return
        opinions = ask_opinions(self, self.view.other_opinions)
        if opinions is not None:
            place, code = self.context.workplace, self.code
            self.change(lambda _: keep_other_opinions(place, code, opinions))

    def _look_at_check_sheet(self) -> None:
        if self.view is not None:
            self.grids.grid().commit()
            self.papers.show_check_sheet(self.view, findings_of(self.view, None))

    def _look_at_scan(self) -> None:
        if self._scans:
            self.papers.show_scan(self._scans[0])
