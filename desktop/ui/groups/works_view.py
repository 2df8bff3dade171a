"""Công trình chào mừng đại hội: what units registered, the late ones first, done when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.services.groups import works as use
from desktop.services.groups.cared_for import CaredFor, units_to_choose
from desktop.services.groups.works import WorkState, WorkView
from desktop.services.papers.preparation_lists import draw_works
from desktop.ui.groups.group_words import work_state
from desktop.ui.groups.preparation_view import PreparationView
from desktop.ui.groups.thing_panel import ThingPanel
from desktop.ui.groups.work_question import WorkQuestion
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


class WorksView(PreparationView):
    """The works; Enter on one says that it is done.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    name = "works"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.panel = ThingPanel(self)
        self.done_button = self.panel.add_button(self.tr("Ghi đã xong…"), self.finish, main=True)
        self.reopen_button = self.panel.add_button(self.tr("Mở lại"), self.reopen)
        self.panel.add_button(self.tr("Sửa…"), self.change)
        card, self.note = self.panel.add_note(self.tr("Ghi chú"))
        self.panel.add_quiet(card, self.tr("Bỏ công trình ghi nhầm"), self.remove)
        self.make_table(
            Table(self._columns(), self, key=lambda one: one.key), self.tr("Công trình"), self.finish
        )
        self.print_button = self.bar.add_secondary(self.tr("In danh sách"), self.print_list, "printer")
        empty = self.make_empty(
            "wrench-fill",
            self.tr("Chưa có công trình nào đăng ký"),
            self.tr("Ghi công trình, phần việc các chi bộ, thôn đăng ký chào mừng đại hội: ai làm, hạn nào."),
            self.tr("Đăng ký công trình…"),
            self.register,
        )
        self.lay_out(self.tr("Chuẩn bị đại hội"), self.head, (self.table,), self.panel, empty)

    def rows_of(self, year: int) -> tuple[WorkView, ...]:
        """Read the works of a year."""
        return use.works(self.context.workplace, year)

    def show_rows(self, rows: tuple[WorkView, ...]) -> None:
        """Say how many are done, and how many late."""
        done = sum(row.done_on is not None for row in rows)
        late = sum(row.state is WorkState.LATE for row in rows)
        said = self.tr("{0}/{1} đã xong, {2} chậm").format(done, len(rows), late)
        self.facts.setText(said if rows else "")
        self.print_button.setVisible(bool(rows))
        # The empty place has this button itself.
        if rows:
            self.bar.set_primary(self.tr("Đăng ký công trình…"), self.register)
        else:
            self.bar.hide_primary()

    def show_panel(self, row: WorkView) -> None:
        """Show a work."""
        said = row.said
        unit = said.unit.name if said.unit is not None else self.tr("Toàn xã")
        due = self.tr("Hạn {0}").format(f"{said.due_on:%d/%m/%Y}")
        self.panel.say(
            said.what, self.tr("{0}; {1}").format(unit, said.who), f"{due}. {work_state(row).word}."
        )
        self.done_button.setVisible(row.done_on is None)
        self.reopen_button.setVisible(row.done_on is not None)
        self.note.setText(said.note or self.tr("Không có."))

    def primary(self) -> None:
        """Register a work, or print the paper on show."""
        if self.is_on_paper():
            self.paper.print_it()
        else:
            self.register()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next work that is late."""
        if not self.table.walk(lambda row: row.state is WorkState.LATE, step):
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain the view."""
        return self.tr(
            "Mỗi công trình, phần việc một dòng, việc chậm đứng trước. Enter để ghi ngày xong; ghi nhầm thì "
            "mở lại. F8 sang việc chậm kế tiếp."
        )

    def register(self) -> None:
        """Register a work."""
        place = self.context.workplace
        submit = self.submit(
            lambda new: use.register_work(place, new),
            self.tr("Đã đăng ký công trình."),
            lambda key: use.remove_work(place, key),
        )

        def ask(units: tuple[CaredFor, ...]) -> None:
            WorkQuestion(self.window(), self.year, units, submit, None).open()

        self.context.ask(lambda: units_to_choose(place), ask, to=self)

    def change(self) -> None:
        """Correct what is written of the chosen work."""
        row, place = self._current(), self.context.workplace
        if row is None:
            return
        submit = self.submit(
            lambda told: use.change_work(place, row.key, told),
            self.tr("Đã sửa công trình."),
            lambda _: use.change_work(place, row.key, row.said),
        )

        def ask(units: tuple[CaredFor, ...]) -> None:
            WorkQuestion(self.window(), row.said.year, units, submit, row.said).open()

        self.context.ask(lambda: units_to_choose(place), ask, to=self)

    def finish(self) -> None:
        """Ask on which day the chosen work was done."""
        row, place = self._current(), self.context.workplace
        if row is None or row.done_on is not None:
            return
        asked = Asked(self.tr("Đã xong: {0}").format(row.said.what), "", self.tr("Ghi"))
        submit = self.submit(
            lambda day: use.finish_work(place, row.key, day),
            self.tr("Đã ghi công trình xong."),
            lambda _: use.finish_work(place, row.key, None),
        )
        DayQuestion(self.window(), asked, self.tr("Ngày xong"), place.today(), submit).open()

    def reopen(self) -> None:
        """Say that the chosen work isn't done yet."""
        row, place = self._current(), self.context.workplace
        if row is not None:
            self.do(
                lambda: use.finish_work(place, row.key, None),
                self.tr("Đã mở lại công trình."),
                lambda _: use.finish_work(place, row.key, row.done_on),
            )

    def remove(self) -> None:
        """Take the chosen work out; it can be put back."""
        row, place = self._current(), self.context.workplace
        if row is None:
            return

        def back(_: object) -> None:
            use.finish_work(place, use.register_work(place, row.said), row.done_on)

        self.do(lambda: use.remove_work(place, row.key), self.tr("Đã bỏ công trình."), back)

    def print_list(self) -> None:
        """Show the works as they are printed."""
        place, year = self.context.workplace, self.year
        title = self.tr("Công trình, phần việc chào mừng đại hội")
        self.look_at(title, lambda: draw_works(place, year), f"cong-trinh-{year}.pdf")

    def _current(self) -> WorkView | None:
        found: WorkView | None = self.table.current()
        return found

    def _columns(self) -> list[Column]:
        return [
            Column(
                self.tr("Công trình, phần việc"),
                lambda one: one.said.what,
                weight="medium",
                sub=lambda one: one.said.unit.name if one.said.unit is not None else self.tr("Toàn xã"),
            ),
            Column(self.tr("Ai phụ trách"), lambda one: one.said.who, width=176, gives_way=True),
            Column(self.tr("Hạn"), lambda one: f"{one.said.due_on:%d/%m/%Y}", width=112),
            Column(self.tr("Tình trạng"), lambda _: "", state=work_state, width=160),
        ]
