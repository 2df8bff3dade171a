"""The place "Chi bộ, đảng viên": branches, the members of one on a day, one member beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.services.catalogue.members import MEMBERS
from desktop.services.office.changes import Kind
from desktop.services.party.branches import BranchLine, add_hamlet_branches, branch_lines
from desktop.services.party.dues import Due, dues
from desktop.services.party.member_views import MemberLine, member_lines
from desktop.services.party.members import Entering, add_member
from desktop.services.party.moves import change_standing, leave
from desktop.services.party.posts import PostKind
from desktop.ui.lists.kept_filters import KeptFilters
from desktop.ui.lists.pasting import pasted_rows
from desktop.ui.lists.register_page import ROWS, RegisterPage
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import submitting
from desktop.ui.party.branch_table import branch_table, in_order
from desktop.ui.party.dues_view import DuesView
from desktop.ui.party.member_filter import MemberFilter
from desktop.ui.party.member_panel import MemberPanel
from desktop.ui.party.moving_questions import EnteringQuestion, LeavingQuestion
from desktop.ui.party.party_figures import PartyFigures
from desktop.ui.party.party_words import (
    standing_detail,
    standing_icon,
    standing_state,
    standing_word,
)
from desktop.ui.party.registers_view import RegistersView
from desktop.ui.party.standing_question import StandingQuestion
from desktop.ui.party.structure_view import StructureView
from desktop.ui.party.structure_words import held_words, post_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_NO_MEMBER, _NO_BRANCH = 1, 2


class PartyPage(RegisterPage):
    """The page of the place ``party``."""

    kinds = frozenset({Kind.PARTY, Kind.PEOPLE, Kind.PLACES, Kind.POSTS})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, MEMBERS, parent)
        self._branches: tuple[BranchLine, ...] = ()
        self._members: tuple[MemberLine, ...] = ()
        self._next: int | None = None
        self.branches: Table = branch_table(self)
        self.branches.chosen.connect(lambda _: self._load_members())
        self.table = Table(
            self._columns(), self, row_height=style.size("row_narrow"), key=lambda line: line.id
        )
        self.table.setAccessibleName(self.tr("Đảng viên của chi bộ"))
        self.panel: MemberPanel = MemberPanel(context, self)
        self.table.chosen.connect(lambda line: self.panel.load(line.id, self._day()))
        self.table.opened.connect(lambda _: self.panel.focus_first())
        self.table.pasted.connect(self._paste)
        self.filter = MemberFilter(self)
        self.filter.changed.connect(self._show_filtered)
        self.filter.search.down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.kept = KeptFilters(context, "party", self.filter.narrowed_to, self.filter.narrow, self)
        self.panel.leave.clicked.connect(lambda _=False: self.move_out())
        self.panel.standing.clicked.connect(lambda _=False: self.change_standing())
        self.due = DuesView(self)
        self.due.hide()
        self.registers = RegistersView(context, self)
        self.registers.closed.connect(self.show_list)
        self.registers.hide()
        self.due.opened.connect(self._open_due)
        self.due.closed.connect(self.show_list)
        self.on = DateField("", self, explain=self.tr("Danh sách và tình trạng tính theo ngày này."))
        self.on.line.setAccessibleName(self.tr("Danh sách ngày"))
        self.on.line.setPlaceholderText(f"{context.workplace.today():%d/%m/%Y}")
        self.on.committed.connect(lambda _: self.refresh())
        self.facts = PartyFigures(self)
        self.structure: StructureView | None = None
        offices = secondary(self.tr("Tổ chức, chức vụ…"), "tree-structure", self)
        offices.clicked.connect(lambda _=False: self.show_structure())
        self.bar.add_left(offices)
        self.add = self.bar.add_secondary(self.tr("Thêm…"), self.add_one, "plus", "Ctrl+N")
        self.books = self.bar.add_secondary(self.tr("Sổ, in…"), self.show_registers, "printer")
        self.due_button = self.bar.add_secondary(self.tr("Đến hạn"), self.show_dues, "calendar-blank")
        above = Wrapping(self)
        above.add(self.filter, elastic=True)
        above.add(self.kept)
        above.add(self.on)
        self._above = above
        self.lay_out(self.tr("Chi bộ, đảng viên"), self.facts, self._empty(), above, self.branches)
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, context=near).activated.connect(self.filter.focus_search)

    def refresh(self) -> None:
        """Load branches, and the members of the current one."""
        workplace, day = self.context.workplace, self._day()
        if self._over() is self.registers:
            self.registers.refresh()
        self.context.ask(lambda: (branch_lines(workplace, day), dues(workplace, day)), self._show_both)

    def open_with(self, argument: object) -> None:
        """Show a branch by its code, a member of it by the key, or a post by its own."""
        if isinstance(argument, tuple) and argument[0] == "posts":
            self.show_structure()
            if self.structure is not None:
                self.structure.show_post(int(argument[1]))
            return
        if isinstance(argument, tuple) and len(argument) == 2:
            argument, key = argument
            self.filter.clear()
            self._next = int(key)
        super().open_with(argument)

    def explained(self) -> str:
        """Explain the lists."""
        return self.tr(
            "Bên trái là các chi bộ: số đảng viên chính thức, rồi cộng số dự bị, miễn, đi nơi khác. Hình "
            "người trước tên bí thư: bí thư là trưởng thôn; tam giác: chưa là trưởng thôn. Chọn "
            "một chi bộ để xem đảng viên của ngày ghi ở trên. Ctrl+F tìm trong chi bộ, không cần gõ dấu; "
            "Ctrl+N thêm một người; nút Nhập từ tệp Excel hoặc Ctrl+V một khối ô ghi cả danh sách; F8 tới "
            "người cần xem. Máy này chỉ giữ danh sách, không giữ hồ sơ đảng viên."
        )

    def asks_for_workbook(self) -> str:
        """Return the caption over the choice of a workbook."""
        return self.tr("Chọn tệp danh sách đảng viên")

    def import_target(self) -> tuple[str | None, Mapping[str, str]]:
        """Return the branch on show, and all of them."""
        branch = self._branch()
        return branch.code if branch else None, {line.code: line.name for line in self._branches}

    def add_one(self) -> None:
        """Add a member to the branch on show: somebody who was here already, or who moves in by a paper."""
        branch, workplace = self._branch(), self.context.workplace
        if branch is None or not self.is_listing():
            return

        def add(answer: tuple[str, str, Entering]) -> int:
            return add_member(workplace, branch.code, *answer)

        def added(key: int) -> None:
            self.filter.clear()
            self._next = key

        submit = submitting(self.context, add, added)
        EnteringQuestion(self.window(), branch.name, workplace.today(), submit).open()

    def change_standing(self) -> None:
        """Store another standing of the member on show."""
        detail, workplace = self.panel.detail(), self.context.workplace
        if detail is None or not self.is_listing():
            return

        submit = submitting(self.context, partial(change_standing, workplace, detail.id))
        StandingQuestion(self.window(), detail.name, workplace.today(), submit).open()

    def move_out(self) -> None:
        """Let the member on show leave the branch."""
        detail, workplace, branch = self.panel.detail(), self.context.workplace, self._branch()
        if detail is None or branch is None or not self.is_listing():
            return
        others = {line.code: line.name for line in self._branches if line.code != branch.code}

        def left(ended: tuple[PostKind, ...]) -> None:
            if ended:
                said = ", ".join(post_word(kind).lower() for kind in ended)
                self.context.told.emit(
                    self.tr(
                        "{0} thôi giữ chức: {1}. Chi bộ đề nghị, cấp trên chỉ định người thay; ghi ở Tổ "
                        "chức, chức vụ."
                    ).format(detail.name, said),
                    "attention",
                )

        submit = submitting(self.context, partial(leave, workplace, detail.id), left)
        LeavingQuestion(self.window(), detail.name, others, workplace.today(), submit).open()

    def show_dues(self) -> None:
        """Show what is late and what comes due."""
        self.show_over(self.due)
        self.due.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_it(self) -> None:
        """Print the register on show, or show the registers first (Ctrl+P)."""
        if self._over() is self.registers:
            self.registers.primary()
        elif self.is_listing() and self._branches:
            self.show_registers()

    def show_registers(self) -> None:
        """Show the registers, of the branch on show."""
        branch = self._branch()
        names = {line.code: line.name for line in self._branches}
        self.registers.set_branches(names, branch.code if branch is not None else None)
        self.show_over(self.registers)
        self.registers.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a block also where the list is still empty."""
        rows = pasted_rows(event)
        if rows is not None and self.is_listing() and self._branch() is not None:
            self._paste(rows)
            return
        super().keyPressEvent(event)

    def show_structure(self) -> None:
        """Show organisations, posts, assignments and the model of three posts in place of the members."""
        if self.structure is None:
            self.structure = StructureView(self.context, self)
            self.structure.closed.connect(self.show_list)
        self.show_over(self.structure)
        self.structure.load()
        self.structure.focus_list()

    def next_problem(self, step: int = 1) -> None:
        """Walk through the members who want a person, from branch to branch, or through an import."""
        if not self.is_listing():
            super().next_problem(step)
            return
        here = [line for line in self.table.rows() if line.troubles]
        current = self.table.current()
        at = next((n for n, line in enumerate(here) if current is not None and line.id == current.id), None)
        following = (0 if step > 0 else len(here) - 1) if at is None else at + step
        if 0 <= following < len(here):
            wanted = here[following].id
            self.table.select(lambda line: line.id == wanted)
            return
        self._next_branch(step)

    def _next_branch(self, step: int) -> None:
        troubled = [line.code for line in self._branches if line.troubles]
        branch = self._branch()
        if not troubled or branch is None:
            self.context.told.emit(self.tr("Không có đảng viên nào cần xem."), "done")
            return
        codes = [line.code for line in self._branches]
        after = [code for code in troubled if (codes.index(code) - codes.index(branch.code)) * step > 0]
        wanted = (after or troubled)[0 if step > 0 else -1]
        self.filter.show_only_to_see()
        self.branches.select(lambda line: line.code == wanted)

    def _paste(self, rows: list[list[str]]) -> None:
        self.take(rows)

    def _open_due(self, due: Due) -> None:
        """Show the member or the branch that something is due of."""
        self.filter.clear()
        self._next = due.member
        self.wanted = due.branch
        self.show_list()

    def _show_both(self, found: tuple[tuple[BranchLine, ...], tuple[Due, ...]]) -> None:
        lines, due = found
        self.due.set_dues(due)
        late = sum(each.late for each in due)
        self.due_button.setText(self.tr("Đến hạn {0}").format(len(due)) if due else self.tr("Đến hạn"))
        self.due_button.setToolTip(self.tr("{0} việc quá hạn").format(late) if late else "")
        self._show_branches(lines)

    def _day(self) -> date | None:
        day: date | None = self.on.value()
        return day

    def _branch(self) -> BranchLine | None:
        found: BranchLine | None = self.branches.current()
        return found

    def _show_branches(self, lines: tuple[BranchLine, ...]) -> None:
        lines = in_order(lines)
        self._branches = lines
        self.branches.set_rows(lines)
        if self.wanted is not None:
            self.branches.select(lambda line: line.code == self.wanted)
            self.wanted = None
        for part in (self.branches, self._above, self.facts):
            part.setVisible(bool(lines))
        for button in (self.add, self.books, self.due_button):
            button.setVisible(bool(lines))
        if not lines:
            self.rows.setCurrentIndex(_NO_BRANCH)
            self.bar.hide_primary()
            self.panel.hide()
            return
        self.facts.set_branches(lines)
        self._load_members()

    def _load_members(self) -> None:
        branch, workplace, day = self._branch(), self.context.workplace, self._day()
        if branch is not None:
            self.context.ask(
                lambda: member_lines(workplace, branch.code, day), partial(self._show_members, branch.code)
            )

    def _show_members(self, branch: str, lines: tuple[MemberLine, ...]) -> None:
        current = self._branch()
        if current is None or current.code != branch:
            return
        self._members = lines
        self._show_filtered()

    def _show_filtered(self) -> None:
        shown = self.filter.filtered(self._members)
        current = self.table.current()
        kept = self._next or (current.id if current is not None else None)
        # Whom the list doesn't hold yet is waited for.
        if any(line.id == self._next for line in shown):
            self._next = None
        self.table.set_rows(shown)
        self.table.select(lambda line: line.id == kept)
        self.rows.setCurrentIndex(ROWS if self._members else _NO_MEMBER)
        if self._members:
            self.bar.set_primary(self.tr("Nhập từ tệp Excel"), self.choose)
        else:
            self.bar.hide_primary()
        self.panel.setVisible(self.table.current() is not None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Họ và tên"), lambda line: line.name, sub=held_words, weight="medium"),
            Column(self.tr("Sinh"), lambda line: line.birth[-4:], width=56, gives_way=True),
            Column(self.tr("Vào Đảng"), lambda line: line.admitted, width=104),
            Column(
                self.tr("Tình trạng"),
                lambda line: standing_word(line.standing),
                sub=standing_detail,
                state=standing_state,
                icon=standing_icon,
                width=184,
                ground=False,
            ),
        )

    def _make_branches(self) -> None:
        workplace = self.context.workplace
        self.context.do(
            lambda _: add_hamlet_branches(workplace),
            done=lambda made: self.context.told.emit(self.tr("Đã lập {0} chi bộ thôn.").format(made), "done"),
        )

    def _empty(self) -> list[EmptyView]:
        return [
            EmptyView(
                "users-three-fill",
                self.tr("Chi bộ chưa có đảng viên nào"),
                self.tr(
                    "Chọn tệp danh sách đảng viên của chi bộ, hoặc kéo tệp thả vào đây. Ctrl+N thêm từng "
                    "người."
                ),
                self.tr("Nhập danh sách từ Excel"),
                self.choose,
                "Ctrl+Enter",
                parent=self,
            ),
            EmptyView(
                "identification-badge-fill",
                self.tr("Chưa có chi bộ nào"),
                self.tr(
                    "Mỗi thôn, khu phố có một chi bộ mang tên thôn. Máy này chỉ giữ danh sách, không giữ hồ "
                    "sơ đảng viên."
                ),
                self.tr("Lập chi bộ cho các thôn"),
                self._make_branches,
                "Ctrl+Enter",
                parent=self,
            ),
        ]
