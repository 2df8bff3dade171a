"""Duyệt đơn vị: of each unit the approval of its report and of its personnel, those that lack most first."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.services.groups import approvals as use
from desktop.services.groups.approvals import ApprovalLine, Approved
from desktop.services.papers.preparation_lists import draw_not_approved
from desktop.ui.groups.approval_question import Answer, ApprovalQuestion
from desktop.ui.groups.group_words import approval_said, approval_state, approved_word
from desktop.ui.groups.preparation_view import PreparationView
from desktop.ui.groups.thing_panel import ThingPanel
from desktop.ui.page.further import further_place
from desktop.ui.page.page import Context
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


class ApprovalsView(PreparationView):
    """The units with their two approvals; Enter on one writes an approval down.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    name = "approvals"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.panel = ThingPanel(self)
        self.record_button = self.panel.add_button(self.tr("Ghi duyệt, trả lại…"), self.record, main=True)
        self.notes = {}
        for what in Approved:
            card, said = self.panel.add_note(approved_word(what))
            undo = self.panel.add_quiet(
                card, self.tr("Hoàn tác lần ghi sau cùng"), partial(self.take_back, what)
            )
            self.notes[what] = (said, undo)
        self.make_table(
            Table(self._columns(), self, key=lambda one: one.unit.key), self.tr("Duyệt đơn vị"), self.record
        )
        self.print_button = self.bar.add_secondary(
            self.tr("In danh sách chưa duyệt"), self.print_list, "printer"
        )
        empty = self.make_empty(
            "checks-fill",
            self.tr("Chưa giao đơn vị nào cho tiểu ban, tổ"),
            self.tr("Lập tiểu ban, tổ công tác và giao chi bộ, thôn; mỗi đơn vị sẽ có một dòng ở đây."),
            self.tr("Sang tiểu ban, tổ"),
            self._to_groups,
        )
        self.lay_out(self.tr("Chuẩn bị đại hội"), self.head, (self.table,), self.panel, empty)

    def rows_of(self, year: int) -> tuple[ApprovalLine, ...]:
        """Read the units of a year."""
        return use.approval_lines(self.context.workplace, year)

    def show_rows(self, rows: tuple[ApprovalLine, ...]) -> None:
        """Say how many of the units have both approvals."""
        wanted = [row for row in rows if not row.ended]
        done = sum(not row.waiting for row in wanted)
        self.facts.setText(
            self.tr("{0}/{1} đơn vị duyệt xong cả hai").format(done, len(wanted)) if rows else ""
        )
        self.print_button.setVisible(any(row.waiting for row in rows))

    def show_panel(self, row: ApprovalLine) -> None:
        """Show what was said of a unit."""
        waiting = ", ".join(approved_word(what).lower() for what in row.waiting)
        said = self.tr("Còn chờ duyệt: {0}").format(waiting) if waiting else self.tr("Đã duyệt xong.")
        if row.ended:
            said = self.tr("Đơn vị này đã kết thúc, không cần duyệt nữa.")
        self.panel.say(row.unit.name, said, ", ".join(row.groups))
        self.record_button.setVisible(bool(row.waiting))
        for what, (words, undo) in self.notes.items():
            view = row.of(what)
            words.setText(approval_said(view))
            undo.setVisible(view is not None)

    def primary(self) -> None:
        """Write an approval of the chosen unit down, or print the paper on show."""
        if self.is_on_paper():
            self.paper.print_it()
        elif self.is_empty():
            self._to_groups()
        else:
            self.record()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next unit that waits."""
        if not self.table.walk(lambda row: bool(row.waiting), step):
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain the view."""
        return self.tr(
            "Mỗi đơn vị cần hai lần duyệt: báo cáo và nhân sự. Trả lại thì ghi lý do, sửa xong ghi duyệt lần "
            "nữa. Một văn bản duyệt nhiều đơn vị ghi một lần. F8 sang đơn vị còn thiếu."
        )

    def record(self) -> None:
        """Ask what was said of the chosen unit."""
        row, place, year = self._current(), self.context.workplace, self.year
        if row is None or not row.waiting:
            return

        def record(answer: Answer) -> tuple[Answer]:
            use.record_approvals(place, year, answer.units, answer.what, answer.said)
            return (answer,)

        def back(made: tuple[Answer]) -> None:
            for unit in made[0].units:
                use.take_back_approval(place, year, unit, made[0].what)

        submit = self.submit(record, self.tr("Đã ghi kết quả duyệt."), back)
        ApprovalQuestion(self.window(), self.table.rows(), row, place.today(), submit).open()

    def take_back(self, what: Approved) -> None:
        """Take back what was said last of the chosen unit."""
        row, place, year = self._current(), self.context.workplace, self.year
        view = row.of(what) if row is not None else None
        if row is None or view is None:
            return
        self.do(
            lambda: use.take_back_approval(place, year, row.unit, what),
            self.tr("Đã hoàn tác lần ghi sau cùng của {0}.").format(row.unit.name),
            lambda _: use.record_approvals(place, year, [row.unit], what, view.said),
        )

    def print_list(self) -> None:
        """Show the units that wait as they are printed."""
        place, year = self.context.workplace, self.year
        title = self.tr("Danh sách đơn vị chưa duyệt xong")
        self.look_at(title, lambda: draw_not_approved(place, year), f"chua-duyet-{year}.pdf")

    def _to_groups(self) -> None:
        self.context.go.emit(further_place(self.context.workplace), ("groups", self.year))

    def _current(self) -> ApprovalLine | None:
        found: ApprovalLine | None = self.table.current()
        return found

    def _columns(self) -> list[Column]:
        return [
            Column(
                self.tr("Đơn vị"),
                lambda one: one.unit.name,
                weight="medium",
                sub=lambda one: ", ".join(one.groups),
            ),
            *(
                Column(
                    approved_word(what),
                    lambda _: "",
                    state=partial(_state, what),
                    width=164,
                )
                for what in Approved
            ),
        ]


def _state(what: Approved, one: ApprovalLine) -> State:
    return approval_state(one.of(what), wanted=not one.ended)
