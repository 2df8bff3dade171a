"""The columns of an import: what heads each, its first cells, as what it is read, and another choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.lists.account import Account
from desktop.services.lists.columns import ColumnView, ColumnWhy, Opened, column_words, columns_of
from desktop.ui.lists.account import AccountBar
from desktop.ui.lists.words import repair_words
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_SAMPLES = 3
_UNREAD = ""


class ColumnsStep(QWidget):
    """The table of columns and the choice for the current one.

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
        self.table.opened.connect(lambda _: self._choose())
        self.choice = ChoiceField(
            self.tr("Đọc là"),
            (),
            self,
            explain=self.tr(
                "Cột này được ghi vào ô nào của sổ. Lần sau tệp có cùng tiêu đề được đọc như đã chọn."
            ),
        )
        self.choice.committed.connect(self._say)
        self._card = Card("", self)
        self._said = label("", "sentence", self)
        self._said.setWordWrap(True)
        self._card.body.addWidget(self.choice)
        self._card.body.addWidget(self._said)
        self.panel = SidePanel(self, width="side_panel_narrow")
        self.panel.add(self._card)
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
        """Go to the next column that isn't read."""
        rows: Sequence[ColumnView] = self.table.rows()
        at = next((number for number, view in enumerate(rows) if view is self.table.current()), -step)
        for far in range(1, len(rows) + 1):
            view = rows[(at + step * far) % len(rows)]
            if view.key is None:
                self.table.select(partial(_is, view))
                self.focus_table()
                return

    def _choose(self) -> None:
        self.choice.box().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _say(self, key: str) -> None:
        view: ColumnView | None = self.table.current()
        if view is not None and (view.key or _UNREAD) != key:
            self.said.emit(view.said_by, key or None)

    def _tell(self) -> None:
        view: ColumnView | None = self.table.current()
        self._card.setVisible(view is not None)
        if view is None:
            return
        self._card.set_title(self.tr("Cột {0}").format(view.letter))
        self.choice.set_value(view.key or _UNREAD)
        lines = [view.heading or self.tr("Cột này không có tiêu đề.")]
        lines += [f"{count} {repair_words(code)[0]}: {repair_words(code)[1]}" for code, count in view.repairs]
        if view.key is None and view.why is ColumnWhy.UNREAD:
            lines.append(self.tr("Sổ không có ô này nên cột không được nhập. Nếu là ô khác thì chọn ở trên."))
        self._said.setText("\n".join(lines))

    def _columns(self) -> tuple[Column, ...]:
        samples = [
            Column(
                self.tr("Ba ô đầu") if number == 0 else "",
                partial(self._sample, number),
                state=partial(_paled, number),
                width=104,
                gives_way=number > 0,
            )
            for number in range(_SAMPLES)
        ]
        return (
            Column(self.tr("Cột"), lambda view: view.letter, width=44, weight="semibold"),
            Column(self.tr("Tiêu đề trong tệp"), lambda view: view.heading, weight="medium"),
            *samples,
            Column(self.tr("Đọc là"), self._read_as, state=self._unread, width=136),
            Column(self.tr("Vì sao"), self._why, width=152, gives_way=True),
        )

    def _sample(self, number: int, view: ColumnView) -> str:
        if number >= len(view.samples):
            return ""
        return view.samples[number] or self.tr("trống")

    def _read_as(self, view: ColumnView) -> str:
        return "" if view.key is None else column_words(self._kind)[view.key]

    def _unread(self, view: ColumnView) -> State | None:
        return State("not_yet", self.tr("Không nhập")) if view.key is None else None

    def _why(self, view: ColumnView) -> str:
        if view.repairs and view.key is not None:
            code, count = view.repairs[0]
            return f"{count} {repair_words(code)[0]}"
        return {
            ColumnWhy.HEADING: self.tr("tiêu đề"),
            ColumnWhy.CELLS: self.tr("đoán theo nội dung"),
            ColumnWhy.SAID: self.tr("người dùng chọn"),
            ColumnWhy.UNREAD: self.tr("sổ không có ô này"),
        }[view.why]


def _paled(number: int, view: ColumnView) -> State | None:
    return State("same") if number < len(view.samples) and not view.samples[number] else None


def _is(wanted: ColumnView, view: ColumnView) -> bool:
    return view is wanted
