"""The page of congresses: the list, one congress as a whole, and its roll."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.congress.planning import CongressPlan, plan_congress
from desktop.services.congress.roll import (
    Presence,
    all_present,
    read_report,
    record_presence,
    take_back_report,
)
from desktop.services.congress.roll_views import RollLine, roll_lines
from desktop.services.congress.views import CongressLine, CongressView, congress_view, congresses
from desktop.services.office.changes import Kind
from desktop.services.party.branches import BranchLine, branch_lines
from desktop.ui.congress.absence_question import AbsenceQuestion
from desktop.ui.congress.list import CongressList
from desktop.ui.congress.overview import Overview
from desktop.ui.congress.plan_question import CongressQuestion
from desktop.ui.congress.roll_view import RollView
from desktop.ui.page.page import Context, Page
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.focus import can_take_focus

_LIST, _WHOLE, _ROLL = range(3)


class CongressPage(Page):
    """The page of the place ``congress``.

    ``open_with`` takes a congress's code; Esc goes from the roll to the congress, and from it to the list.
    """

    kinds = frozenset(
        {Kind.CONGRESS, Kind.ELECTIONS, Kind.COUNTING, Kind.RESULTS, Kind.PARTY, Kind.PEOPLE, Kind.OFFICE}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAccessibleName(self.tr("Đại hội chi bộ"))
        self._code = ""
        self._view: CongressView | None = None
        self._branches: tuple[BranchLine, ...] = ()
        self.list = CongressList(self)
        self.list.opened.connect(self.open_with)
        self.list.plan_asked.connect(self.plan)
        self.whole = Overview(self)
        self.whole.left.connect(lambda: self._show(_LIST))
        self.whole.roll_asked.connect(lambda: self._show(_ROLL))
        self.roll = RollView(self)
        self.roll.left.connect(lambda: self._show(_WHOLE))
        self.roll.marked.connect(self._mark)
        self.roll.excused_asked.connect(self._excuse)
        self.roll.all_asked.connect(self._all_present)
        self.roll.report_asked.connect(self._report)
        self.roll.taken_back.connect(self._take_back)
        self._views = Views(self)
        for view in (self.list, self.whole, self.roll):
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
                lambda: (congress_view(place, code), roll_lines(place, code)),
                self._show_congress,
                self._refused,
                once=(self, code),
            )

    def primary(self) -> None:
        """Do the primary thing of what is on show."""
        at = self._views.currentIndex()
        if at == _LIST:
            self.list.primary()
        else:
            (self.whole.bar if at == _WHOLE else self.roll.bar).press()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next member whose name nobody called."""
        if self._views.currentIndex() != _ROLL or not self.roll.next_problem(step):
            super().next_problem(step)

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
        """Leave the roll for the congress, the congress for the list."""
        at = self._views.currentIndex()
        if at == _LIST:
            return False
        self._show(_WHOLE if at == _ROLL else _LIST)
        return True

    def focus_home(self) -> QWidget | None:
        """Return the table of what is on show."""
        table = self.roll.table if self._views.currentIndex() == _ROLL else self.list.table
        return table if can_take_focus(table) else super().focus_home()

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

    def _show_congress(self, found: tuple[CongressView, tuple[RollLine, ...]]) -> None:
        view, lines = found
        if view.code != self._code:
            return
        self._view = view
        self.whole.set_congress(view)
        self.roll.set_roll(view, lines)
        if self._views.currentIndex() == _LIST:
            self._show(_WHOLE)

    def _refused(self, refusal: Refusal) -> None:
        self._code = ""
        self.context.runner.failed.emit(refusal)
        self.refresh()

    def _mark(self, member: int, presence: Presence) -> None:
        place, code = self.context.workplace, self._code
        self.context.do(lambda _: record_presence(place, code, member, presence))

    def _excuse(self, line: RollLine) -> None:
        place, code = self.context.workplace, self._code

        def submit(
            answer: tuple[str, str, date], done: Callable[[object], None], failed: Callable[[Refusal], None]
        ) -> None:
            reason, by, on = answer
            self.context.do(
                lambda _: record_presence(
                    place, code, line.member, Presence.EXCUSED, reason=reason, accepted_by=by, accepted_on=on
                ),
                done=done,
                failed=failed,
            )

        AbsenceQuestion(self.window(), line.name, place.today(), submit).open()

    def _all_present(self) -> None:
        place, code = self.context.workplace, self._code
        self.context.do(lambda _: all_present(place, code))

    def _report(self) -> None:
        place, code = self.context.workplace, self._code
        self.context.do(lambda _: read_report(place, code, place.clock()))

    def _take_back(self) -> None:
        place, code = self.context.workplace, self._code
        self.context.do(lambda _: take_back_report(place, code))
