"""The register of households: the list, the household beside it, and taking workbooks in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.hamlets import HamletLine, hamlet_lines
from desktop.services.household_record import add_household
from desktop.ui import style
from desktop.ui.focus import holds_focus
from desktop.ui.household_list import HouseholdList
from desktop.ui.household_panel import HouseholdPanel
from desktop.ui.import_kinds import Open, household_block, household_file, household_kind
from desktop.ui.import_view import ImportView
from desktop.ui.page import Context, Page
from desktop.ui.widgets.bottom_bar import BottomBar
from desktop.ui.widgets.dialogs import ask_text
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.labels import label
from desktop.ui.workbooks import choose_workbook, dropped_workbook

_LIST, _IMPORT = 0, 1
_ROWS, _EMPTY, _NO_HAMLET = 0, 1, 2


class HouseholdsPage(Page):
    """The place "Hộ và cử tri"."""

    kinds = frozenset({"households", "units"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._hamlets: dict[str, str] = {}
        self._wanted: str | None = None
        self.setAcceptDrops(True)
        self.list = HouseholdList(context, self)
        self.table = self.list.table
        self.panel = HouseholdPanel(context, self)
        self.importing = ImportView(context, household_kind(), self)
        self.bar = BottomBar(self)
        self.add = self.bar.add_secondary(self.tr("Thêm hộ…"), self._add, "plus", "Ctrl+N")
        self.list.shown.connect(self._show_list)
        self.table.chosen.connect(lambda line: self.panel.load(line.id))
        self.table.opened.connect(lambda _: self.panel.focus_first())
        self.table.pasted.connect(self._paste)
        self.importing.closed.connect(self._leave_import)
        self._lay_out()
        for keys, does in (("Ctrl+N", self._add), ("Ctrl+F", self._focus_search)):
            near = Qt.ShortcutContext.WidgetWithChildrenShortcut
            QShortcut(QKeySequence(keys), self, context=near).activated.connect(does)

    def open_with(self, argument: object) -> None:
        """Show the households of a hamlet, by its code."""
        if isinstance(argument, str):
            self._wanted = argument
            self.stack.setCurrentIndex(_LIST)
            self.refresh()

    def refresh(self) -> None:
        """Load hamlets and households anew."""
        workplace = self.context.workplace
        self.context.ask(lambda: hamlet_lines(workplace), self._show_hamlets)

    def primary(self) -> None:
        """Take a workbook in, or do what the open import asks for."""
        if self.stack.currentIndex() == _IMPORT:
            self.importing.primary()
        elif self._hamlets:
            self._choose()
        else:
            self._go_to_hamlets()

    def next_problem(self, step: int = 1) -> None:
        """Walk through the doubtful and refused rows of an import."""
        if self.stack.currentIndex() == _IMPORT:
            self.importing.next_problem(step)

    def help_text(self) -> str:
        """Explain what the focus is on."""
        if self.stack.currentIndex() == _IMPORT:
            return self.importing.help_text()
        return self.panel.help_text() or self.tr(
            "Mỗi hộ có một chủ hộ. Số định danh được che bớt trong danh sách; mở một hộ để xem đủ. Ctrl+F "
            "tìm theo tên, không cần gõ dấu. Chép khối ô trong Excel rồi nhấn Ctrl+V để thêm nhiều hộ."
        )

    def go_back(self) -> bool:
        """Leave the import, the panel's fields or the search."""
        if self.stack.currentIndex() == _IMPORT:
            self.importing.leave()
            return True
        if holds_focus(self.panel):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.list.clear_search()

    def take_file(self, path: Path) -> None:
        """Begin to take a workbook in."""
        self._open(household_file(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one workbook that is dragged over the page."""
        if self._hamlets and dropped_workbook(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin to take in the workbook that was dropped."""
        path = dropped_workbook(event.mimeData())
        if path is not None:
            self.take_file(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a block also where the list is still empty."""
        listed = self.stack.currentIndex() == _LIST and bool(self._hamlets)
        text = QApplication.clipboard().text().rstrip("\r\n")
        if listed and text and event.matches(QKeySequence.StandardKey.Paste):
            self._paste([line.split("\t") for line in text.splitlines()])
            return
        super().keyPressEvent(event)

    def _choose(self) -> None:
        path = choose_workbook(self, self.tr("Chọn tệp danh sách hộ"))
        if path is not None:
            self.take_file(path)

    def _paste(self, rows: list[list[str]]) -> None:
        self._open(household_block(rows, self.tr("khối ô vừa dán")))

    def _open(self, opens: Open) -> None:
        self.panel.commit()
        self.stack.setCurrentIndex(_IMPORT)
        self.importing.open(opens, self.list.chosen(), self._hamlets)

    def _leave_import(self, stored_for: str | None) -> None:
        self.stack.setCurrentIndex(_LIST)
        self._wanted = stored_for
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hamlets(self, lines: tuple[HamletLine, ...]) -> None:
        self._hamlets = {line.code: line.full_name for line in lines}
        self.list.set_hamlets(self._hamlets, self._wanted)
        self._wanted = None
        for part in (self.list.hamlet, self.list.ended, self.list.search, self.list.facts, self.bar):
            part.setVisible(bool(lines))
        if lines:
            self.list.refresh()
        else:
            self.rows.setCurrentIndex(_NO_HAMLET)
            self.panel.hide()

    def _show_list(self, anything: bool) -> None:
        self.rows.setCurrentIndex(_ROWS if anything else _EMPTY)
        if anything:
            self.bar.set_primary(self.tr("Nhập từ tệp Excel"), self._choose)
        else:
            # The empty view has the button in its middle.
            self.bar.hide_primary()
        self.add.setEnabled(self.list.chosen() is not None)
        self.panel.setVisible(self.table.current() is not None)

    def _add(self) -> None:
        hamlet = self.list.chosen()
        if hamlet is None or self.stack.currentIndex() != _LIST:
            return
        name = ask_text(
            self,
            self.tr("Thêm hộ vào {0}").format(self._hamlets[hamlet]),
            self.tr("Hộ mới bắt đầu từ hôm nay. Các ô khác điền ở bên phải sau khi thêm."),
            self.tr("Họ và tên chủ hộ"),
            self.tr("Thêm hộ"),
        )
        if name is not None:
            workplace = self.context.workplace
            self.context.do(
                lambda _: add_household(workplace, hamlet, name), "households", done=self.list.show_next
            )

    def _focus_search(self) -> None:
        self.list.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.search.selectAll()

    def _go_to_hamlets(self) -> None:
        self.context.go.emit("hamlets", None)

    def _lay_out(self) -> None:
        side, top = style.size("page_side"), style.size("page_top")
        title = QHBoxLayout()
        title.addWidget(label(self.tr("Hộ và cử tri"), "title", self))
        title.addStretch(1)
        title.addWidget(self.list.facts)
        empty = EmptyView(
            "users-three-fill",
            self.tr("Chưa có hộ nào"),
            self.tr(
                "Chọn tệp danh sách hộ của thôn. Cũng có thể kéo tệp thả vào đây, "
                "hoặc chép khối ô trong Excel rồi nhấn Ctrl+V."
            ),
            self.tr("Nhập danh sách hộ từ Excel"),
            self._choose,
            "Ctrl+Enter",
            parent=self,
        )
        no_hamlet = EmptyView(
            "map-pin-fill",
            self.tr("Chưa có thôn nào"),
            self.tr("Danh sách hộ được ghi theo từng thôn, nên cần có danh sách thôn, khu phố trước."),
            self.tr("Mở trang Thôn, bản"),
            self._go_to_hamlets,
            "Ctrl+Enter",
            parent=self,
        )
        self.rows = QStackedWidget(self)
        for view in (empty, no_hamlet):
            # Where it isn't on show it asks for no room.
            view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        for part in (self.table, empty, no_hamlet):
            self.rows.addWidget(part)
        beside = QHBoxLayout()
        beside.setSpacing(style.size("column_gap"))
        beside.addWidget(self.rows, 1)
        beside.addWidget(self.panel)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, top, side, 12)
        inside.setSpacing(12)
        inside.addLayout(title)
        inside.addWidget(self.list)
        inside.addLayout(beside, 1)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.bar)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(listed)
        self.stack.addWidget(self.importing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
