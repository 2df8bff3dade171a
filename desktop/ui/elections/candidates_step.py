"""Candidates in the order of the ballot, the form of vote, and the people who run the election."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.elections.candidate_views import (
    CandidateLine,
    CandidatesView,
    PersonLine,
    candidates_view,
    choose_ballot,
    put_on,
)
from desktop.services.elections.candidates import take_off_list
from desktop.services.elections.officials import Named, record_official
from desktop.ui.elections.candidate_findings import candidate_at, candidate_findings
from desktop.ui.elections.newcomer_dialog import NewcomerDialog
from desktop.ui.elections.officials_table import OfficialsTable
from desktop.ui.elections.people_search import PeopleSearch
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import ClauseNote, SidePanel, clause_words
from desktop.ui.page.step import Step
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import Segmented, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_BALLOTS = ("strike", "agree", "hands")


class CandidatesStep(Step):
    """The step ``candidates``."""

    key = "candidates"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: CandidatesView | None = None
        self._undo: list[Callable[[], object]] = []
        self.which = Segmented([self.tr("Người ứng cử"), self.tr("Tổ bầu cử, kiểm phiếu, chứng kiến")], self)
        self.which.chosen.connect(self._show_list)
        self.candidates = Table(
            [
                Column(self.tr("STT"), lambda line: str(line.position), width=48, align="right"),
                Column(self.tr("In trên phiếu"), _printed, weight="semibold"),
                Column(self.tr("Ngày sinh"), lambda line: line.person.birth, width=104),
                Column(
                    self.tr("Tuổi"),
                    lambda line: "" if line.age is None else str(line.age),
                    width=56,
                    align="right",
                    state=self._age,
                ),
            ],
            self,
        )
        self.candidates.setAccessibleName(self.tr("Người ứng cử theo thứ tự in trên phiếu"))
        self.candidates.hug()
        self.candidates.ask_for_one_row()
        self.officials = OfficialsTable(self)
        self.officials.changed.connect(self._appoint)
        self.officials.left_out.connect(self._tell_left_out)
        self.officials.ask_for_one_row()
        self.search = PeopleSearch(context, self)
        self.search.picked.connect(self._pick)
        self.search.unlisted.connect(self._ask_newcomer)
        self.search.undone.connect(self._take_back)
        self.ballot = Segmented([self.tr("Gạch tên"), self.tr("Đồng ý, không"), self.tr("Giơ tay")], self)
        self.ballot.chosen.connect(self._choose_ballot)
        self.law = ClauseNote(self)
        self.findings = Findings(self.tr("Cần xử lý"), self)
        self.findings.opened.connect(self._go_to)
        self.bar = BottomBar(self)
        self.drop = secondary(self.tr("Bỏ dòng đang chọn"), "minus-circle", self)
        self.drop.clicked.connect(self._drop)
        self.bar.add_left(self.drop)
        self.bar.set_primary(self.tr("Sang bước Phiếu"), lambda: self.proceed.emit("ballots"))
        self.lay_out(self._body(), self.bar)
        for keys, does in (("Ctrl+Z", self._take_back), ("Delete", self._drop)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def load(self, code: str) -> None:
        """Read candidates and officials."""
        if code != self.code:
            self._undo.clear()
            self.officials.forget()
            self.which.choose(0)
        super().load(code)
        self.context.ask(lambda: candidates_view(self.context.workplace, code), self._show, once=(self, code))

    def first_field(self) -> QWidget:
        """Return the box to search in."""
        return self.search.box.line

    def primary(self) -> None:
        """Go on to the ballots."""
        self.officials.commit()
        self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is missing."""
        finding = self.panel.walk(self.findings, step)
        if finding is not None:
            self._go_to(finding)

    def help_text(self) -> str:
        """Explain the order on the ballot and cite the clauses."""
        if self._view is None:
            return ""
        if self.search.box.line.hasFocus():
            return self.search.box.explain
        order = self.tr(
            "Thứ tự in trên phiếu theo tên, rồi họ, rồi tên đệm, theo bảng chữ cái tiếng Việt; trùng cả thì "
            "người sinh trước đứng trước và phiếu in thêm ngày sinh. Chương trình tự xếp, không đổi tay được."
        )
        return "\n\n".join([order, *(clause_words(clause) for clause in self._view.rules)])

    def _show(self, view: CandidatesView) -> None:
        self._view = view
        self.candidates.set_rows(view.candidates)
        self.candidates.setVisible(bool(view.candidates))
        self.officials.set_officials(
            view.officials,
            [line.person.name for line in view.candidates],
            vote=view.vote,
            editable=view.officials_editable,
            counted_in_meeting=view.counted_in_meeting,
        )
        self.which.set_words(
            [
                self.tr("Người ứng cử  {0}").format(len(view.candidates)),
                self.tr("Tổ bầu cử, kiểm phiếu, chứng kiến  {0}").format(len(view.officials)),
            ]
        )
        self.ballot.blockSignals(True)
        self.ballot.choose(_BALLOTS.index(view.ballot))
        self.ballot.blockSignals(False)
        self.ballot.setEnabled(view.form_editable)
        if view.rules:
            self.law.set_clause(view.rules[0])
        found = candidate_findings(self, view)
        self.findings.set_findings(found)
        self.findings.setVisible(bool(found))
        self.bar.set_note(self._note(view))
        self._offer_changes()
        self.search.load(self.code)

    def _note(self, view: CandidatesView) -> str:
        if view.list_stays and view.vote == "hand_out":
            return self.tr("Phát phiếu đến hộ: giữ nguyên danh sách của cuộc họp không đủ người.")
        if view.list_stays:
            return self.tr("Bầu tiếp giữa những người bằng phiếu: không thêm, không bớt người.")
        if not view.editable:
            return self.tr("Đã in phiếu: danh sách ứng cử không đổi được nữa.")
        if not view.candidates:
            return self.tr("Chọn trong số chủ hộ của thôn, hoặc ghi tên người khác.")
        given = ", ".join(line.person.name.split(" ")[-1] for line in view.candidates)
        return self.tr("Thứ tự in theo tên: {0}. F1 giải thích.").format(given)

    def _pick(self, person: PersonLine) -> None:
        if self._view is None:
            return
        if self.which.index() == 1:
            self.officials.put(person)
            return
        place, code = self.context.workplace, self.code
        self._keep(lambda: put_on(place, code, person), partial(take_off_list, place, code))

    def _ask_newcomer(self, name: str) -> None:
        if self._view is not None and self._view.editable:
            dialog = NewcomerDialog(name, self)
            dialog.named.connect(self._pick)
            dialog.open()

    def _drop(self) -> None:
        if self._view is None:
            return
        if self.which.index() == 1:
            self.officials.clear_current()
            return
        current = self.candidates.current()
        if current is None or not self._view.editable:
            return
        place, code, person = self.context.workplace, self.code, current.person
        self._keep(lambda: take_off_list(place, code, person.person), lambda _: put_on(place, code, person))
        if len(self._view.candidates) == 1:
            self.search.box.line.setFocus()

    def _appoint(self, role: str, line: int, written: Named) -> None:
        write = partial(record_official, self.context.workplace, self.code, role, line)
        self._keep(lambda: write(**written), lambda before: write(**before))

    def _tell_left_out(self, count: int) -> None:
        self.context.told.emit(
            self.tr("{0} tên không còn dòng để ghi: gõ thêm vào dòng trống của vai trò đó.").format(count),
            "attention",
        )

    def _keep(self, work: Callable[[], object], undo: Callable[[Any], object]) -> None:
        # What stood there before is what the store says, not what this page showed.
        self.change(lambda _: work(), done=lambda before: self._undo.append(partial(undo, before)))

    def _choose_ballot(self, index: int) -> None:
        if self._view is None or _BALLOTS[index] == self._view.ballot:
            return
        choose = partial(choose_ballot, self.context.workplace, self.code)
        self._keep(lambda: choose(_BALLOTS[index]), choose)

    def _take_back(self) -> None:
        if self._undo:
            before = self._undo.pop()
            self.change(lambda _: before())

    def _go_to(self, finding: Finding) -> None:
        if not isinstance(finding.target, tuple):
            return
        kind, where = finding.target
        self.which.choose(1 if kind == "role" else 0)
        if kind == "role":
            self.officials.go_to_role(where)
        elif where:
            self.candidates.select(lambda line: line.position == where)
            self.candidates.setFocus()
        else:
            self.search.box.line.setFocus()

    def _age(self, line: CandidateLine) -> State | None:
        view = self._view
        young = [] if view is None else [p for p in view.problems if p.code in ("E503", "W503")]
        if view is None or not any(candidate_at(view, problem) is line for problem in young):
            return None
        return State("wrong" if young[0].code == "E503" else "attention")

    def _show_list(self, index: int) -> None:
        self._listed.setVisible(index == 0)
        self.officials.setVisible(index == 1)
        self._offer_changes()

    def _offer_changes(self) -> None:
        view, candidates = self._view, self.which.index() == 0
        if view is not None:
            self.drop.setEnabled(view.editable if candidates else view.officials_editable)
        self.search.offer_unlisted(on=candidates and view is not None and view.editable)

    def _body(self) -> Beside:
        self._listed = QWidget(self)
        listed = QVBoxLayout(self._listed)
        listed.setContentsMargins(0, 0, 0, style.size("inner"))
        listed.setSpacing(style.size("grid"))
        listed.addWidget(self.candidates)
        left = QVBoxLayout()
        left.setSpacing(style.size("grid"))
        left.addWidget(self.which)
        left.addWidget(self._listed)
        left.addWidget(self.officials, 3)
        left.addWidget(self.search, 2)
        self._show_list(0)
        form = Card(self.tr("Hình thức bầu"), self)
        form.body.addWidget(self.ballot)
        rule = Card(self.tr("Số người ứng cử"), self)
        rule.body.addWidget(self.law)
        self.panel = SidePanel(self, width="side_panel_wide")
        for part in (form, self.findings, rule):
            self.panel.add(part)
        return self.panel.beside(left, self.candidates, self.officials, self.search.table)


def _printed(line: CandidateLine) -> str:
    birth = f" ({line.shown_birth})" if line.shown_birth else ""
    return f"{line.person.title} {line.person.name}{birth}".strip()
