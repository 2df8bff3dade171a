"""The place "Chi bộ, đảng viên": branches, the members of one on a day, one member beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.office.changes import Kind
from desktop.services.party.branches import BranchLine, add_hamlet_branches, branch_lines
from desktop.services.party.members import (
    MemberLine,
    add_member,
    change_standing,
    member_lines,
    move_out,
)
from desktop.services.party.standing import Standing
from desktop.ui.lists.kinds import Open, member_file, member_kind
from desktop.ui.lists.register_page import ROWS, RegisterPage
from desktop.ui.page.page import Context
from desktop.ui.party.branch_table import branch_table
from desktop.ui.party.member_panel import MemberPanel
from desktop.ui.party.party_words import standing_detail, standing_state, standing_word
from desktop.ui.party.standing_question import MoveQuestion, StandingQuestion
from desktop.ui.party.structure_view import StructureView
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Segmented, secondary
from desktop.ui.widgets.dialogs.question import TextQuestion
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_NO_MEMBER, _NO_BRANCH = 1, 2
_ALL, _OFFICIAL, _PROBATIONARY, _TO_SEE = range(4)


class PartyPage(RegisterPage):
    """The page of the place ``party``."""

    kinds = frozenset({Kind.PARTY, Kind.PEOPLE, Kind.PLACES})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, member_kind(), parent)
        self._branches: tuple[BranchLine, ...] = ()
        self._members: tuple[MemberLine, ...] = ()
        self._next: int | None = None
        self.branches: Table = branch_table(self)
        self.branches.chosen.connect(lambda _: self._load_members())
        self.table = Table(
            self._columns(), self, row_height=style.size("row_two_lines"), key=lambda line: line.id
        )
        self.table.setAccessibleName(self.tr("Đảng viên của chi bộ"))
        self.panel: MemberPanel = MemberPanel(context, self)
        self.table.chosen.connect(lambda line: self.panel.load(line.id, self._day()))
        self.table.opened.connect(lambda _: self.panel.focus_first())
        self.filters = Segmented(
            [self.tr("Tất cả"), self.tr("Chính thức"), self.tr("Dự bị"), self.tr("Cần xem")], self
        )
        self.filters.chosen.connect(lambda _: self._show_filtered())
        self.on = DateField("", self, explain=self.tr("Danh sách và tình trạng tính theo ngày này."))
        self.on.line.setAccessibleName(self.tr("Danh sách ngày"))
        self.on.committed.connect(lambda _: self.refresh())
        self.facts = label("", "sentence", self)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.structure: StructureView | None = None
        offices = secondary(self.tr("Tổ chức, chức vụ…"), "tree-structure", self)
        offices.clicked.connect(lambda _=False: self.show_structure())
        self.bar.add_left(offices)
        self.add = self.bar.add_secondary(self.tr("Thêm đảng viên…"), self.add_one, "plus", "Ctrl+N")
        self.standing = self.bar.add_secondary(self.tr("Đổi tình trạng…"), self.change_standing)
        self.leave = self.bar.add_secondary(self.tr("Chuyển đi…"), self.move_out)
        above = QWidget(self)
        row = QHBoxLayout(above)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(self.filters)
        row.addWidget(self.on)
        row.addStretch(1)
        self._above = above
        self.lay_out(self.tr("Chi bộ, đảng viên"), self.facts, self._empty(), above, self.branches)

    def refresh(self) -> None:
        """Load branches, and the members of the current one."""
        workplace, day = self.context.workplace, self._day()
        self.context.ask(lambda: branch_lines(workplace, day), self._show_branches)

    def explained(self) -> str:
        """Explain the lists."""
        return self.tr(
            "Bên trái là các chi bộ: số đảng viên chính thức, rồi cộng số dự bị, miễn, đi nơi khác. Chọn "
            "một chi bộ để xem đảng viên của ngày ghi ở trên. Ctrl+N thêm một người; nút Nhập từ tệp Excel "
            "ghi cả danh sách. Máy này chỉ giữ danh sách, không giữ hồ sơ đảng viên."
        )

    def asks_for_workbook(self) -> str:
        """Return the caption over the choice of a workbook."""
        return self.tr("Chọn tệp danh sách đảng viên")

    def opens(self, path: Path) -> Open:
        """Return what opens a workbook of members."""
        return member_file(path)

    def import_target(self) -> tuple[str | None, Mapping[str, str]]:
        """Return the branch on show, and all of them."""
        branch = self._branch()
        return branch.code if branch else None, {line.code: line.name for line in self._branches}

    def add_one(self) -> None:
        """Add a member to the branch on show."""
        branch = self._branch()
        if branch is None or not self.is_listing():
            return
        workplace = self.context.workplace
        question = TextQuestion(
            self.window(),
            self.tr("Thêm đảng viên vào {0}").format(branch.name),
            self.tr("Người mới vào danh sách từ hôm nay. Các ô khác điền ở bên phải sau khi thêm."),
            self.tr("Họ và tên"),
            self.tr("Thêm đảng viên"),
        )

        def added(key: int) -> None:
            self._next = key
            self.filters.choose(_ALL)

        question.accepted.connect(
            lambda: self.context.do(
                lambda _: add_member(workplace, branch.code, question.field.value()), done=added
            )
        )
        question.open()

    def change_standing(self) -> None:
        """Store another standing of the member on show."""
        self._ask(StandingQuestion, change_standing)

    def move_out(self) -> None:
        """Let the member on show leave the branch."""
        self._ask(MoveQuestion, move_out)

    def show_structure(self) -> None:
        """Show organisations, posts, assignments and the model of three posts in place of the members."""
        if self.structure is None:
            self.structure = StructureView(self.context, self)
            self.structure.closed.connect(self.show_list)
        self.show_over(self.structure)
        self.structure.load()

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
        self.filters.choose(_TO_SEE)
        self.branches.select(lambda line: line.code == wanted)

    def _ask(self, question: type[StandingQuestion | MoveQuestion], use_case: Callable[..., object]) -> None:
        detail, workplace = self.panel.detail(), self.context.workplace
        if detail is None or not self.is_listing():
            return

        def submit(answer: object, done: Callable[[object], None], failed: Callable[[Refusal], None]) -> None:
            self.context.do(lambda _: use_case(workplace, detail.id, answer), done=done, failed=failed)

        question(self.window(), detail.name, workplace.today(), submit).open()

    def _day(self) -> date | None:
        day: date | None = self.on.value()
        return day

    def _branch(self) -> BranchLine | None:
        found: BranchLine | None = self.branches.current()
        return found

    def _show_branches(self, lines: tuple[BranchLine, ...]) -> None:
        self._branches = lines
        self.branches.set_rows(lines)
        if self.wanted is not None:
            self.branches.select(lambda line: line.code == self.wanted)
            self.wanted = None
        for part in (self.branches, self._above, self.facts):
            part.setVisible(bool(lines))
        for button in (self.add, self.standing, self.leave):
            button.setVisible(bool(lines))
        if not lines:
            self.rows.setCurrentIndex(_NO_BRANCH)
            self.bar.hide_primary()
            self.panel.hide()
            return
        official = sum(line.official for line in lines)
        others = sum(line.others for line in lines)
        troubles = sum(line.troubles for line in lines)
        said = self.tr("{0} chi bộ; {1} đảng viên chính thức, {2} khác").format(len(lines), official, others)
        self.facts.setText(said + (self.tr("; {0} cần xem").format(troubles) if troubles else ""))
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
        wanted = self.filters.index()
        words = (self.tr("Tất cả"), self.tr("Chính thức"), self.tr("Dự bị"), self.tr("Cần xem"))
        self.filters.set_words(
            [
                f"{word} {sum(_fits(line, number) for line in self._members)}"
                for number, word in enumerate(words)
            ]
        )
        shown = [line for line in self._members if _fits(line, wanted)]
        current = self.table.current()
        kept = self._next or (current.id if current is not None else None)
        self._next = None
        self.table.set_rows(shown)
        self.table.select(lambda line: line.id == kept)
        self.rows.setCurrentIndex(ROWS if self._members else _NO_MEMBER)
        if self._members:
            self.bar.set_primary(self.tr("Nhập từ tệp Excel"), self.choose)
        else:
            self.bar.hide_primary()
        for button in (self.standing, self.leave):
            button.setEnabled(bool(shown))
        self.panel.setVisible(self.table.current() is not None)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Họ và tên"), lambda line: line.name, sub=lambda line: line.post, weight="medium"),
            Column(self.tr("Sinh"), lambda line: line.birth[-4:], width=56, gives_way=True),
            Column(self.tr("Vào Đảng"), lambda line: line.admitted, width=104),
            Column(
                self.tr("Tình trạng"),
                lambda line: standing_word(line.standing),
                sub=standing_detail,
                state=standing_state,
                width=168,
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


def _fits(line: MemberLine, wanted: int) -> bool:
    return {
        _ALL: True,
        _OFFICIAL: line.standing is Standing.OFFICIAL,
        _PROBATIONARY: line.standing is Standing.PROBATIONARY,
        _TO_SEE: bool(line.troubles) or line.standing is Standing.UNKNOWN,
    }[wanted]
