"""The hamlets of the commune: the list, one beside it, what becomes of them, and taking their list in."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.hamlets import HamletLine, hamlet_lines
from desktop.ui import style
from desktop.ui.focus import holds_focus
from desktop.ui.hamlet_actions import HamletActions
from desktop.ui.hamlet_columns import hamlet_columns, totals
from desktop.ui.hamlet_panel import HamletPanel
from desktop.ui.import_kinds import hamlet_file, hamlet_kind
from desktop.ui.import_view import ImportView
from desktop.ui.page import Context, Page
from desktop.ui.widgets.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.table import Table
from desktop.ui.workbooks import choose_workbook, dropped_workbook

_LIST, _EMPTY, _IMPORT = 0, 1, 2


class HamletsPage(Page):
    """The place "Thôn, bản"."""

    kinds = frozenset({"units", "households"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: str | None = None
        self.setAcceptDrops(True)
        self.table = Table(hamlet_columns(), self)
        self.table.setAccessibleName(self.tr("Các thôn, khu phố"))
        self.panel = HamletPanel(context, self)
        self.table.chosen.connect(self._show_line)
        self.table.opened.connect(lambda _: self.panel.focus_first())
        self.facts = ElidedLabel("", "sentence", self)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.importing = ImportView(context, hamlet_kind(), self)
        self.importing.closed.connect(self._leave_import)
        self.bar = BottomBar(self)
        self.asks = HamletActions(context, self)
        self.buttons = {}
        for key, words, does in (
            ("add", self.tr("Thêm…"), self._add),
            ("rename", self.tr("Đổi tên…"), self._rename),
            ("merge", self.tr("Nhập thôn…"), self._merge),
            ("end", self.tr("Kết thúc…"), self._end),
        ):
            button = secondary(words, None, self)
            button.clicked.connect(lambda _=False, does=does: does())
            self.bar.add_left(button)
            self.buttons[key] = button
        self.take_in = self.bar.add_secondary(self.tr("Nhập từ Excel"), self._choose, "upload-simple")
        self._lay_out()
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+N"), self, context=near).activated.connect(self._add)

    def open_with(self, argument: object) -> None:
        """Show a hamlet, by its code."""
        if isinstance(argument, str):
            self._wanted = argument
            self.stack.setCurrentIndex(_LIST)
            self.refresh()

    def refresh(self) -> None:
        """Load the hamlets anew."""
        workplace = self.context.workplace
        self.context.ask(lambda: hamlet_lines(workplace, ended=True), self._show)

    def primary(self) -> None:
        """Open the households of a hamlet, take a list in where there is none, or go on with an import."""
        if self.stack.currentIndex() == _IMPORT:
            self.importing.primary()
        elif self.stack.currentIndex() == _EMPTY:
            self._choose()
        else:
            self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Go to the next hamlet whose households are not those of the commune's list."""
        if self.stack.currentIndex() == _IMPORT:
            self.importing.next_problem(step)
            return
        rows = self.table.rows()
        at = next((number for number, row in enumerate(rows) if row is self.table.current()), -step)
        for far in range(1, len(rows) + 1):
            row = rows[(at + step * far) % len(rows)]
            if row.ends_on is None and row.stated not in (None, row.counted):
                self.table.select(partial(_is_line, row.id))
                self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def help_text(self) -> str:
        """Explain what the focus is on."""
        if self.stack.currentIndex() == _IMPORT:
            return self.importing.help_text()
        return self.panel.help_text() or self.tr(
            "Mỗi thôn, khu phố một dòng, kèm số hộ đếm được trong sổ và số hộ theo danh sách của xã. F8 đi "
            "tới thôn có hai số lệch nhau. Thôn đổi tên hay nhập lại thì tên cũ giữ nguyên trên giấy tờ cũ."
        )

    def go_back(self) -> bool:
        """Leave the import or the panel's fields."""
        if self.stack.currentIndex() == _IMPORT:
            self.importing.leave()
            return True
        if holds_focus(self.panel):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def take_file(self, path: Path) -> None:
        """Begin to take a workbook in."""
        self.panel.commit()
        self.stack.setCurrentIndex(_IMPORT)
        self.importing.open(hamlet_file(path), None, {})

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one workbook that is dragged over the page."""
        if dropped_workbook(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin to take in the workbook that was dropped."""
        path = dropped_workbook(event.mimeData())
        if path is not None:
            self.take_file(path)

    def _choose(self) -> None:
        path = choose_workbook(self, self.tr("Chọn tệp danh sách thôn"))
        if path is not None:
            self.take_file(path)

    def _leave_import(self, _: object) -> None:
        self.stack.setCurrentIndex(_LIST)
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, lines: tuple[HamletLine, ...]) -> None:
        before: HamletLine | None = self.table.current()
        code = self._wanted or (before.code if before is not None else None)
        self._wanted = None
        self.table.set_rows(lines)
        self.table.select(lambda line: line.code == code and line.ends_on is None)
        self.facts.setText(totals(lines))
        if self.stack.currentIndex() != _IMPORT:
            self.stack.setCurrentIndex(_LIST if lines else _EMPTY)

    def _show_line(self, line: HamletLine) -> None:
        self.panel.show_line(line)
        self.bar.set_primary(self.tr("Mở sổ hộ"), lambda: self.context.go.emit("households", line.code))
        for key in ("rename", "end"):
            self.buttons[key].setEnabled(line.ends_on is None)

    def _add(self) -> None:
        if self._ready():
            self.asks.add(self._want)

    def _rename(self) -> None:
        line: HamletLine | None = self.table.current()
        if self._ready() and line is not None and line.ends_on is None:
            self.asks.rename(line)

    def _merge(self) -> None:
        line: HamletLine | None = self.table.current()
        if self._ready() and line is not None:
            living = {line.code: line.full_name for line in self.table.rows() if line.ends_on is None}
            self.asks.merge(line, living)

    def _end(self) -> None:
        line: HamletLine | None = self.table.current()
        if self._ready() and line is not None and line.ends_on is None:
            self.asks.end(line)

    def _ready(self) -> bool:
        self.panel.commit()
        return self.stack.currentIndex() != _IMPORT

    def _want(self, code: str) -> None:
        self._wanted = code

    def _lay_out(self) -> None:
        side, top = style.size("page_side"), style.size("page_top")
        title = QHBoxLayout()
        title.addWidget(label(self.tr("Thôn, bản"), "title", self))
        title.addWidget(self.facts, 1)
        self.table.hug()
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(style.size("column_gap"))
        beside.addLayout(left, 1)
        beside.addWidget(self.panel)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, top, side, 12)
        inside.setSpacing(12)
        inside.addLayout(title)
        inside.addLayout(beside, 1)
        listed = QWidget(self)
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.bar)
        empty = EmptyView(
            "map-pin-fill",
            self.tr("Chưa có thôn, khu phố nào"),
            self.tr(
                "Chọn tệp danh sách thôn của xã, hoặc kéo tệp thả vào đây; thêm từng thôn thì nhấn Ctrl+N."
            ),
            self.tr("Nhập danh sách thôn từ Excel"),
            self._choose,
            "Ctrl+Enter",
            parent=self,
        )
        self.stack = QStackedWidget(self)
        for part in (listed, empty, self.importing):
            self.stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)


def _is_line(key: int, line: HamletLine) -> bool:
    return line.id == key
