"""The columns of an import: what heads each, its first cells, as what it is read, and another choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.lists.account import Account
from desktop.services.lists.columns import ColumnView, ColumnWhy, Opened, column_words, columns_of
from desktop.ui.lists.account import AccountBar
from desktop.ui.lists.column_card import ColumnCard
from desktop.ui.lists.column_cells import Reason, Samples
from desktop.ui.lists.words import repair_words
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets.table.choice_cell import CellChoice, Chosen
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.numerals import grouped

_UNREAD = ""
_READ_AS = 3  # the number of that column


class ColumnsStep(QWidget):
    """The table of columns, with the choice in each row.

    ``said`` carries by what a column is known, and the key that it is to be read as; None for not at all.

    Args:
        parent: the view.
    """

    said = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self.table = Table(self._columns(), self)
        self.table.setAccessibleName(self.tr("Các cột của tệp"))
        self.table.hug()
        self.table.chosen.connect(lambda _: self._tell())
        self.choice = CellChoice(self.table, _READ_AS, _chosen_key)
        self.choice.chosen.connect(self._say)
        self.card = ColumnCard(self)
        self.panel = SidePanel(self, width="side_panel_narrow")
        self.panel.add(self.card)
        self.account = AccountBar(self)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.table, 1)
        left.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self.panel.beside(left, self.table), 1)
        column.addWidget(self.account)

    def set_opened(self, opened: Opened, account: Account | None = None) -> None:
        """Show the columns of what was opened, with the account of its lines where there is one."""
        before: ColumnView | None = self.table.current()
        if opened.kind != self._kind:
            self._kind = opened.kind
            words = column_words(opened.kind).items()
            self.choice.set_choices([(_UNREAD, self.tr("Không nhập")), *words])
        self.table.set_rows(columns_of(opened))
        self.table.select(lambda view: before is None or view.letter == before.letter)
        self.account.set_account(account)
        self._tell()

    def focus_table(self) -> None:
        """Stand in the table, on a column that isn't read."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_problem(self, step: int) -> None:
        """Go to the next column that nobody knows."""
        self.table.walk(lambda view: view.waits, step)

    def _say(self, key: str) -> None:
        view: ColumnView | None = self.table.current()
        if view is not None:
            self.said.emit(view.said_by, key or None)

    def _tell(self) -> None:
        view: ColumnView | None = self.table.current()
        self.card.setVisible(view is not None)
        if view is not None:
            self.card.show_column(view, "" if view.key is None else column_words(self._kind)[view.key])

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Cột"), lambda view: view.letter, width=48, weight="semibold"),
            Column(
                self.tr("Tiêu đề trong tệp"),
                lambda view: view.heading,
                width=156,
                weight="medium",
                small=True,
            ),
            Column(self.tr("Ba ô đầu"), lambda view: str(self._samples(view)), drawing=self._samples),
            Column(self.tr("Đọc là"), self._read_as, drawing=self._chosen, width=160),
            Column(
                self.tr("Vì sao"),
                lambda view: self._reason(view).words,
                drawing=self._reason,
                width=160,
                gives_way=True,
            ),
        )

    def _samples(self, view: ColumnView) -> Samples:
        return Samples(view.samples, self.tr("trống"))

    def _chosen(self, view: ColumnView) -> Chosen:
        return Chosen(self._read_as(view), waits=view.waits)

    def _read_as(self, view: ColumnView) -> str:
        if view.key is not None:
            return column_words(self._kind)[view.key]
        return self.tr("Chưa chọn") if view.waits else self.tr("Không nhập")

    def _reason(self, view: ColumnView) -> Reason:
        if view.waits:
            return Reason(self.tr("ghi vào ô nào?"), "warning-fill", "amber")
        if view.key is None:
            return Reason(self.tr("người dùng chọn"), "minus", "ink_3")
        return Reason(self._why(view), "check-circle-fill", "green")

    def _why(self, view: ColumnView) -> str:
        if view.repairs:
            code, count = view.repairs[0]
            return f"{grouped(count)} {repair_words(code)[0]}"
        return {
            ColumnWhy.HEADING: self.tr("tiêu đề"),
            ColumnWhy.CELLS: self.tr("đoán theo nội dung"),
            ColumnWhy.SAID: self.tr("người dùng chọn"),
        }[view.why]


def _chosen_key(view: ColumnView) -> str | None:
    """Return what is chosen in the list: a key, not at all, or nothing yet."""
    return None if view.waits else view.key or _UNREAD
