"""Tiểu ban, tổ công tác: the groups of a year, who is in each, and whom it looks after."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtWidgets import QWidget

from desktop.services.groups import working_groups as use
from desktop.services.groups.cared_for import CaredFor, units_to_choose
from desktop.services.groups.working_groups import GroupView, NewGroup
from desktop.services.papers.preparation_lists import draw_groups
from desktop.ui.groups.group_questions import GroupMemberQuestion, GroupQuestion, NewMember, TicksQuestion
from desktop.ui.groups.preparation_view import PreparationView
from desktop.ui.groups.thing_panel import ThingPanel
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


class GroupsView(PreparationView):
    """The groups; Enter on one changes it.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    name = "groups"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.panel = ThingPanel(self)
        self.add_button = self.panel.add_button(self.tr("Thêm người…"), self.add_member, main=True)
        self.units_button = self.panel.add_button(self.tr("Đơn vị phụ trách…"), self.choose_units)
        self.change_button = self.panel.add_button(self.tr("Sửa…"), self.change)
        members_card, self.members = self.panel.add_note(self.tr("Người trong tổ"))
        self.drop_button = self.panel.add_quiet(members_card, self.tr("Bớt người…"), self.drop_members)
        units_card, self.units = self.panel.add_note(self.tr("Đơn vị phụ trách"))
        self.panel.add_quiet(units_card, self.tr("Bỏ tiểu ban, tổ ghi nhầm"), self.remove)
        self.make_table(
            Table(self._columns(), self, key=lambda one: one.key), self.tr("Tiểu ban, tổ"), self.change
        )
        self.print_button = self.bar.add_secondary(self.tr("In danh sách"), self.print_list, "printer")
        empty = self.make_empty(
            "users-three-fill",
            self.tr("Chưa có tiểu ban, tổ công tác nào"),
            self.tr(
                "Lập tiểu ban, tổ công tác giúp chuẩn bị đại hội, ghi người trong tổ và các chi bộ, thôn mà "
                "tổ phụ trách; mỗi đơn vị phải được duyệt báo cáo và nhân sự."
            ),
            self.tr("Lập tiểu ban, tổ…"),
            self.make,
        )
        self.lay_out(self.tr("Chuẩn bị đại hội"), self.head, (self.table,), self.panel, empty)

    def rows_of(self, year: int) -> tuple[GroupView, ...]:
        """Read the groups of a year."""
        return use.groups(self.context.workplace, year)

    def show_rows(self, rows: tuple[GroupView, ...]) -> None:
        """Say how many groups and units there are."""
        units = {unit.key for row in rows for unit in row.units}
        said = self.tr("{0} tiểu ban, tổ; {1} đơn vị").format(len(rows), len(units))
        self.facts.setText(said if rows else "")
        self.print_button.setVisible(bool(rows))
        # The empty place has this button itself.
        if rows:
            self.bar.set_primary(self.tr("Lập tiểu ban, tổ…"), self.make)
        else:
            self.bar.hide_primary()

    def show_panel(self, row: GroupView) -> None:
        """Show a group with its people and units."""
        said = row.said
        day = f", {said.paper_on:%d/%m/%Y}" if said.paper_on is not None else ""
        self.panel.say(said.name, f"{said.paper_number}{day}" if said.paper_number else "", said.task)
        named = [f"{one.name}, {one.role}" if one.role else one.name for one in row.members]
        self.members.setText("\n".join(named) or self.tr("Chưa ghi ai."))
        self.drop_button.setVisible(bool(named))
        units = "\n".join(unit.name for unit in row.units)
        self.units.setText(units or self.tr("Chưa giao đơn vị nào."))

    def primary(self) -> None:
        """Make a group, or print the paper on show."""
        if self.is_on_paper():
            self.paper.print_it()
        else:
            self.make()

    def help_text(self) -> str:
        """Explain the view."""
        return self.tr(
            "Mỗi tiểu ban, tổ một dòng, theo năm đại hội. Bên phải: thêm, bớt người, giao chi bộ, thôn cho "
            "tổ. Đơn vị được giao hiện ở Duyệt đơn vị, chờ duyệt báo cáo và nhân sự."
        )

    def make(self) -> None:
        """Write a group down."""
        place = self.context.workplace

        def make(new: NewGroup) -> int:
            key = use.make_group(place, new)
            self.year = new.year
            return key

        submit = self.submit(make, self.tr("Đã lập tiểu ban, tổ."), lambda key: use.remove_group(place, key))
        GroupQuestion(self.window(), self.year, submit, None).open()

    def change(self) -> None:
        """Correct what is written of the chosen group."""
        row, place = self._current(), self.context.workplace
        if row is None:
            return
        submit = self.submit(
            lambda told: use.change_group(place, row.key, told),
            self.tr("Đã sửa {0}.").format(row.said.name),
            lambda _: use.change_group(place, row.key, row.said),
        )
        GroupQuestion(self.window(), self.year, submit, row.said).open()

    def choose_units(self) -> None:
        """Ask which units the chosen group looks after."""
        place, row = self.context.workplace, self._current()
        if row is None:
            return

        def ask(offered: tuple[CaredFor, ...]) -> None:
            # What ended since is still one of the group's.
            known = {one.key: one for one in (*offered, *row.units)}
            asked = Asked(
                self.tr("{0} phụ trách đơn vị nào?").format(row.said.name),
                self.tr("Một đơn vị có thể có nhiều tiểu ban, tổ."),
                self.tr("Ghi"),
            )
            submit = self.submit(
                lambda keys: use.look_after(place, row.key, [known[key] for key in keys]),
                self.tr("Đã giao đơn vị cho {0}.").format(row.said.name),
                lambda _: use.look_after(place, row.key, row.units),
            )
            words: dict[Hashable, str] = {key: one.name for key, one in known.items()}
            TicksQuestion(self.window(), asked, words, submit, [one.key for one in row.units]).open()

        self.context.ask(lambda: units_to_choose(place), ask, to=self)

    def add_member(self) -> None:
        """Ask who comes into the chosen group."""
        place, row = self.context.workplace, self._current()
        if row is None:
            return
        said = self.tr("Đã thêm người vào {0}.").format(row.said.name)

        def add(new: NewMember) -> tuple[int]:
            return (use.add_member(place, row.key, new.name, new.role, new.person),)

        submit = self.submit(add, said, lambda key: use.drop_member(place, key[0]))
        GroupMemberQuestion(self.context, self.window(), row.said.name, submit).open()

    def drop_members(self) -> None:
        """Ask who leaves the chosen group."""
        place, row = self.context.workplace, self._current()
        if row is None:
            return
        known = {one.key: one for one in row.members}

        def drop(keys: tuple[int, ...]) -> tuple[int, ...]:
            for key in keys:
                use.drop_member(place, key)
            return keys

        def back(keys: tuple[int, ...]) -> None:
            for one in map(known.__getitem__, keys):
                use.add_member(place, row.key, one.name, one.role, one.person)

        asked = Asked(self.tr("Bớt ai khỏi {0}?").format(row.said.name), "", self.tr("Bớt"))
        words: dict[Hashable, str] = {key: one.name for key, one in known.items()}
        submit = self.submit(drop, self.tr("Đã bớt người."), back)
        TicksQuestion(self.window(), asked, words, submit).open()

    def remove(self) -> None:
        """Take the chosen group out."""
        row, place = self._current(), self.context.workplace
        if row is None:
            return

        def back(_: object) -> None:
            key = use.make_group(place, row.said, row.units)
            for one in row.members:
                use.add_member(place, key, one.name, one.role, one.person)

        said = self.tr("Đã bỏ {0}.").format(row.said.name)
        self.do(lambda: use.remove_group(place, row.key), said, back)

    def print_list(self) -> None:
        """Show the groups as they are printed."""
        place, year = self.context.workplace, self.year
        title = self.tr("Danh sách tiểu ban, tổ công tác")
        self.look_at(title, lambda: draw_groups(place, year), f"tieu-ban-{year}.pdf")

    def _current(self) -> GroupView | None:
        found: GroupView | None = self.table.current()
        return found

    def _columns(self) -> list[Column]:
        return [
            Column(
                self.tr("Tiểu ban, tổ"),
                lambda one: one.said.name,
                weight="medium",
                sub=lambda one: one.said.task,
            ),
            Column(self.tr("Người"), lambda one: str(len(one.members)), width=88, align="right"),
            Column(self.tr("Đơn vị"), lambda one: str(len(one.units)), width=88, align="right"),
            Column(
                self.tr("Quyết định"),
                lambda one: one.said.paper_number,
                sub=lambda one: f"{one.said.paper_on:%d/%m/%Y}" if one.said.paper_on else "",
                width=144,
                gives_way=True,
            ),
        ]
