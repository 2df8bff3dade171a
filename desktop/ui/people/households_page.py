"""The register of households: the list, the household beside it, and taking workbooks in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.catalogue.voters import VOTERS
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.pasting import list_of
from desktop.services.office.changes import Kind
from desktop.services.people.doubles import Double, doubles
from desktop.services.people.record import add_household
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.ui.lists.give_out_question import GiveOutQuestion
from desktop.ui.lists.giving import ways_of
from desktop.ui.lists.pasting import pasted_rows
from desktop.ui.lists.register_page import ROWS, RegisterPage
from desktop.ui.lists.view import Block, ImportView
from desktop.ui.page.page import Context
from desktop.ui.page.workbooks import ask_workbook
from desktop.ui.people.household_list import HouseholdList
from desktop.ui.people.household_panel import HouseholdPanel
from desktop.ui.people.voters_view import VotersView
from desktop.ui.widgets.dialogs.question import TextQuestion
from desktop.ui.widgets.empty import EmptyView

_EMPTY, _NO_HAMLET = 1, 2


class HouseholdsPage(RegisterPage):
    """The place "Hộ và cử tri"."""

    kinds = frozenset({Kind.PEOPLE, Kind.PLACES})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, HOUSEHOLDS, parent)
        self._hamlets: dict[str, str] = {}
        self._voter_wanted: tuple[str, int] | None = None
        self.list = HouseholdList(context, self)
        self.table = self.list.table
        self.panel: HouseholdPanel = HouseholdPanel(context, self)
        self.add = self.bar.add_secondary(self.tr("Thêm hộ…"), self.add_one, "plus", "Ctrl+N")
        self.give_out = self.bar.add_secondary(self.tr("Xuất, in…"), self._give_out, "download-simple")
        self.take_members = self.bar.add_secondary(
            self.tr("Nhập thành viên…"), self.choose_members, "upload-simple"
        )
        self.look_at_voters = self.bar.add_secondary(
            self.tr("Cử tri không có hộ…"), self.show_voters, "identification-card"
        )
        self._elsewhere = {HOUSEHOLDS.name: self.take, HOUSEHOLD_MEMBERS.name: self.open_members}
        self.members: ImportView | None = None
        self.voter_import: ImportView | None = None
        self.voters: VotersView | None = None
        self.list.shown.connect(self._show_list)
        self.table.chosen.connect(lambda line: self.panel.load(line.id))
        self.table.opened.connect(lambda _: self.panel.focus_first())
        self.table.pasted.connect(self._paste)
        self.list.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.lay_out(self.tr("Hộ và cử tri"), self.list.facts, self._empty(), self.list)
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+F"), self, context=near).activated.connect(self._focus_search)

    def open_with(self, argument: object) -> None:
        """Show the households of a hamlet by its code, or one: hamlet, key, and the name to search for.

        A key below zero is that of a voter without a household.
        """
        if isinstance(argument, tuple) and len(argument) == 3:
            hamlet, key, name = argument
            if int(key) < 0:
                self._voter_wanted = (str(hamlet), -int(key))
                self.refresh()
                return
            self.list.look_for(str(name), int(key))
            argument = hamlet
        super().open_with(argument)

    def refresh(self) -> None:
        """Load hamlets and households anew."""
        workplace = self.context.workplace
        self.context.ask(lambda: hamlet_lines(workplace), self._show_hamlets)

    def explained(self) -> str:
        """Explain the list."""
        return self.tr(
            "Mỗi hộ có một chủ hộ. Số định danh được che bớt trong danh sách; mở một hộ để xem đủ. Ctrl+F "
            "tìm theo tên, không cần gõ dấu; F8 tới người có vẻ đứng tên hai hộ. Chép khối ô trong Excel rồi "
            "nhấn Ctrl+V để thêm nhiều hộ."
        )

    def next_problem(self, step: int = 1) -> None:
        """Go to the next household whose head seems to head another one."""
        if not self.is_listing():
            super().next_problem(step)
            return
        workplace, line = self.context.workplace, self.table.current()
        self.context.ask(
            lambda: doubles(workplace), lambda found: self._walk(found, line.id if line else None, step)
        )

    def asks_for_workbook(self) -> str:
        """Return the caption over the choice of a workbook."""
        return self.tr("Chọn tệp danh sách hộ")

    def import_target(self) -> tuple[str | None, Mapping[str, str]]:
        """Return the hamlet on show, and all of them."""
        return self.list.chosen(), self._hamlets

    def go_back(self) -> bool:
        """Leave the import, the panel's fields or the search."""
        return super().go_back() or self.list.clear_search()

    def add_one(self) -> None:
        """Add a household to the hamlet on show."""
        hamlet = self.list.chosen()
        if hamlet is None or not self.is_listing():
            return
        workplace = self.context.workplace
        question = TextQuestion(
            self.window(),
            self.tr("Thêm hộ vào {0}").format(self._hamlets[hamlet]),
            self.tr("Hộ mới bắt đầu từ hôm nay. Các ô khác điền sau khi thêm."),
            self.tr("Họ và tên chủ hộ"),
            self.tr("Thêm hộ"),
        )

        def add() -> None:
            name = question.field.value()
            self.context.do(lambda _: add_household(workplace, hamlet, name), done=self.list.show_next)

        question.accepted.connect(add)
        question.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one workbook that is dragged over the page, where there is a hamlet for it."""
        if self._hamlets:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a block also where the list is still empty."""
        rows = pasted_rows(event) if self._hamlets else None
        over = self._over()
        if rows is not None and over is None:
            self._paste(rows)
        elif rows is not None and over is self.voters:
            self.open_voters(rows)
        else:
            super().keyPressEvent(event)

    def _paste(self, rows: list[list[str]]) -> None:
        if list_of(rows, (HOUSEHOLDS, HOUSEHOLD_MEMBERS)) is HOUSEHOLD_MEMBERS:
            self.open_members(rows)
        else:
            self.take(rows)

    def _show_hamlets(self, lines: tuple[HamletLine, ...]) -> None:
        self._hamlets = {line.code: line.full_name for line in lines}
        self.list.set_hamlets(self._hamlets, self.wanted)
        self.wanted = None
        for part in (self.list, self.list.facts, self.bar):
            part.setVisible(bool(lines))
        if self._voter_wanted is not None:
            (hamlet, key), self._voter_wanted = self._voter_wanted, None
            self.show_voters(hamlet, key)
        if lines:
            self.list.refresh()
        else:
            self.rows.setCurrentIndex(_NO_HAMLET)
            self.panel.hide()

    def _show_list(self, anything: bool) -> None:
        self.rows.setCurrentIndex(ROWS if anything else _EMPTY)
        if anything:
            self.bar.set_primary(self.tr("Nhập từ tệp Excel"), self.choose)
        else:
            # The empty view has the button in its middle.
            self.bar.hide_primary()
        self.add.setEnabled(self.list.chosen() is not None)
        for button in (self.give_out, self.take_members):
            button.setEnabled(anything)
        self.panel.setVisible(self.table.current() is not None)

    def _walk(self, found: tuple[Double, ...], key: int | None, step: int) -> None:
        """Stand on the household that follows one among those that seem to be double."""
        if not found:
            self.context.told.emit(self.tr("Không thấy ai đứng tên hai hộ."), "done")
            return
        at = next((number for number, one in enumerate(found) if one.household == key), -step)
        following = found[(at + step) % len(found)]
        self.open_with((following.hamlet_code, following.household, following.head))

    def choose_members(self) -> None:
        """Ask for a workbook of the members of households."""
        ask_workbook(self, self.tr("Chọn tệp danh sách thành viên hộ"), self.open_members)

    def open_members(self, opened: Path | Block) -> None:
        """Show what a workbook, or a block, of the members of households would do."""
        self.panel.commit()
        if self.members is None:
            self.members = ImportView(self.context, HOUSEHOLD_MEMBERS, self)
            self.members.elsewhere = self._elsewhere
            self.members.closed.connect(lambda _: self.show_list())
        self.show_over(self.members)
        self.members.open(opened, *self.import_target())

    def show_voters(self, hamlet: str | None = None, key: int | None = None) -> None:
        """Show the voters without a household, of the hamlet on show or another; with a key one of them."""
        if self.voters is None:
            self.voters = VotersView(self.context, self)
            self.voters.closed.connect(self.show_list)
            self.voters.taken.connect(self.open_voters)
            self.voters.housed.connect(self._show_housed)
        self.show_over(self.voters)
        self.voters.open(self._hamlets, hamlet or self.list.chosen(), key)

    def open_voters(self, opened: Path | Block) -> None:
        """Show what a workbook, or a block, of voters would do."""
        if self.voter_import is None:
            self.voter_import = ImportView(self.context, VOTERS, self)
            self.voter_import.elsewhere = self._elsewhere
            self.voter_import.closed.connect(lambda _: self.show_voters())
        self.show_over(self.voter_import)
        self.voter_import.open(opened, *self.import_target())

    def _show_housed(self, key: int) -> None:
        """Show the household that was made of a voter."""
        self.list.show_next(key)
        self.show_list()

    def _give_out(self) -> None:
        """Ask how the households on show, their members, or all voters are given out."""
        self.panel.commit()
        hamlet = self.list.chosen()
        place = self._hamlets[hamlet] if hamlet else self.tr("cả xã")
        extent = Extent(hamlet)
        ways = [
            way
            for kind in (HOUSEHOLDS, HOUSEHOLD_MEMBERS, VOTERS)
            for way in ways_of(self, self.context, kind, extent)
        ]
        title = self.tr("Xuất danh sách của {0}").format(place)
        GiveOutQuestion(self.window(), title, ways).open()

    def _focus_search(self) -> None:
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _go_to_hamlets(self) -> None:
        self.context.go.emit("hamlets", None)

    def _empty(self) -> list[EmptyView]:
        return [
            EmptyView(
                "users-three-fill",
                self.tr("Chưa có hộ nào"),
                self.tr(
                    "Chọn tệp danh sách hộ của thôn. Cũng có thể kéo tệp thả vào đây, "
                    "hoặc chép khối ô trong Excel rồi nhấn Ctrl+V."
                ),
                self.tr("Nhập danh sách hộ từ Excel"),
                self.choose,
                "Ctrl+Enter",
                parent=self,
            ),
            EmptyView(
                "map-pin-fill",
                self.tr("Chưa có thôn nào"),
                self.tr("Danh sách hộ được ghi theo từng thôn, nên cần có danh sách thôn, khu phố trước."),
                self.tr("Mở trang Thôn, bản"),
                self._go_to_hamlets,
                "Ctrl+Enter",
                parent=self,
            ),
        ]
