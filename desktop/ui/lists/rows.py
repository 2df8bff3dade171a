"""The rows of an import: filtered by state, walked through, doubtful ones decided."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.services.lists.account import account_of
from desktop.services.lists.list_kind import ListKind
from desktop.services.lists.preview import Preview, PreviewRow, RowChoice, RowState
from desktop.ui.lists.account import AccountBar
from desktop.ui.lists.columns import FIRST_FIELD, Shown, columns, is_changed, kind_of
from desktop.ui.lists.panel import ImportPanel
from desktop.ui.lists.words import state_words
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.drawn.column_strip import ColumnStrip
from desktop.ui.widgets.table.table import Table

_FILTERS = (None, RowState.NEW, RowState.CHANGED, RowState.SAME, RowState.DOUBTFUL, RowState.REFUSED)
# Nobody decides about these: one isn't taken, the other changes nothing.
_DECIDED = (RowState.REFUSED, RowState.SAME)
_CALLING = (RowState.DOUBTFUL, RowState.REFUSED)


class ImportRows(QWidget):
    """Filter, table and panel; ``decided`` whenever what would be written changes.

    Attributes:
        choices: by the row's number, as the reading gives it.

    Args:
        kind: of the list.
        strip: the columns of the file, shown above the filter.
        parent: the view.
    """

    decided = Signal()

    def __init__(self, kind: ListKind[Any], strip: ColumnStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[int, RowChoice] = {}
        self._fields = kind.fields
        self._preview: Preview | None = None
        self._past: list[dict[int, RowChoice | None]] = []
        self.filter = Segmented([""] * len(_FILTERS), self, wraps=True)
        self.filter.chosen.connect(lambda _: self._list())
        self.only_repaired = QCheckBox(self.tr("Chỉ dòng có ô đã sửa"), self)
        self.only_repaired.toggled.connect(lambda _: self._list())
        self.table = Table(
            columns(kind.name, kind.fields, self.tr("Dòng"), self.tr("Trạng thái")),
            self,
            row_height=style.size("row_two_lines"),
        )
        self.table.setAccessibleName(self.tr("Các dòng của tệp"))
        self.panel = ImportPanel(self)
        self.panel.decided.connect(self.decide)
        self.table.opened.connect(lambda _: self.panel.focus_decision())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._tell())
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Undo, self, context=near).activated.connect(self._take_back)
        self.account = AccountBar(self)
        self._lay_out(strip)

    def set_preview(self, preview: Preview | None) -> None:
        """Show a list; None for none."""
        self._preview, self.choices, self._past = preview, {}, []
        if preview is None:
            self.table.set_rows(())
            self.panel.show_row(None, None)
            self.account.set_account(None)
            return
        self.account.set_account(account_of(preview))
        words = state_words()
        counts = [len(preview.rows), *(preview.count(state) for state in _FILTERS if state is not None)]
        names = [self.tr("Tất cả"), *(words[state] for state in _FILTERS if state is not None)]
        self.filter.set_words([f"{name}  {count}" for name, count in zip(names, counts, strict=True)])
        self.filter.choose(0)
        self.panel.set_preview(preview)
        self._list()
        self.table.select(lambda _: True, FIRST_FIELD)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def waiting(self) -> int:
        """Count the doubtful rows that nobody decided."""
        if self._preview is None:
            return 0
        doubtful = (row for row in self._preview.rows if row.state is RowState.DOUBTFUL)
        return sum(row.number not in self.choices for row in doubtful)

    def next_problem(self, step: int) -> None:
        """Go to the next row that is refused, or doubtful and not decided, round and round."""
        self.table.walk(lambda row: row.row.state in _CALLING and row.choice is None, step, FIRST_FIELD)

    def decide(self, choice: RowChoice | None, alike: bool = False) -> None:
        """Decide about the current row, and go on to the next that waits.

        Args:
            choice: None where a row that was left out is written after all.
            alike: decide the same about all rows of its kind that nobody decided and that may be so.
        """
        shown: Shown | None = self.table.current()
        if shown is None or self._preview is None or shown.row.state in _DECIDED:
            return
        rows = [shown.row]
        if alike:
            kind = kind_of(shown.row)
            rows += [
                row
                for row in self._preview.rows
                if kind_of(row) == kind
                and row.number != shown.row.number
                and (choice is None or row.number not in self.choices)
                and (row.doubt is None or choice in row.doubt.choices)
            ]
        self._past.append({row.number: self.choices.get(row.number) for row in rows})
        for row in rows:
            self._set(row.number, choice)
        self._list()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.next_problem(1)

    def _take_back(self) -> None:
        if not self._past:
            return
        before = self._past.pop()
        for number, choice in before.items():
            self._set(number, choice)
        self._list()
        self.table.select(partial(_is_row, next(iter(before))), FIRST_FIELD)

    def _set(self, number: int, choice: RowChoice | None) -> None:
        if choice is None:
            self.choices.pop(number, None)
        else:
            self.choices[number] = choice

    def _list(self) -> None:
        if self._preview is None:
            return
        state = _FILTERS[max(self.filter.index(), 0)]
        repaired = self.only_repaired.isChecked()
        rows = [
            Shown(row, self.choices.get(row.number))
            for row in self._preview.rows
            if (state is None or row.state is state) and (not repaired or _is_repaired(row))
        ]
        self.table.set_rows(rows)
        self._tell()
        self.decided.emit()

    def _tell(self) -> None:
        column = self.table.current_column() - FIRST_FIELD
        field = self._fields[column] if 0 <= column < len(self._fields) else None
        self.panel.show_row(self.table.current(), field)

    def _lay_out(self, strip: ColumnStrip) -> None:
        chips = Wrapping(self)
        chips.add(self.filter, elastic=True)
        chips.add(self.only_repaired)
        body = Beside()
        body.add(self.table)
        body.add_panel(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(strip)
        column.addWidget(chips)
        column.addLayout(body, 1)
        column.addWidget(self.account)


def _is_repaired(row: PreviewRow) -> bool:
    return bool(row.beside) or any(map(is_changed, row.cells))


def _is_row(number: int, shown: Shown) -> bool:
    return shown.row.number == number
