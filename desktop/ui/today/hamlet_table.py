"""The hamlets that a campaign is planned for: a tick, the name, and a day of its own where it has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.services.elections.campaigns import HamletChoice, PlannedHamlet
from desktop.ui.widgets import style
from desktop.ui.widgets.fields.day import read_day
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_TICK, _DAY = 0, 2


@dataclass(frozen=True, slots=True)
class TickedHamlet:
    """A hamlet of the list; ``day`` as it was typed, ``own`` as it was read, ``wrong`` where it wasn't."""

    code: str
    name: str
    planned: bool
    ticked: bool
    elsewhere: bool = False
    own: date | None = None
    day: str = ""
    wrong: bool = False


class HamletTable(Table):
    """Space or Enter ticks a hamlet; its own day is typed in the last column.

    ``changed`` is emitted when a tick or a day changes.

    Args:
        parent: the form.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_columns(), parent, row_height=style.size("row_entry"))
        self.setAccessibleName(self.tr("Các thôn tham gia đợt bầu cử"))
        self.hug()
        self.opened.connect(self._toggle)
        self.edited.connect(self._typed)
        self.clicked.connect(lambda index: self._toggle(self.current()) if index.column() == _TICK else None)

    def offer(self, hamlets: Sequence[HamletChoice], only: str | None) -> None:
        """Offer hamlets, or only one of them; what is planned already stays as it is.

        Those are ticked that have no election elsewhere; the others can be.
        """
        rows = [
            TickedHamlet(
                hamlet.code,
                hamlet.name,
                hamlet.planned,
                not hamlet.planned and (not hamlet.elsewhere if only is None else only == hamlet.code),
                elsewhere=hamlet.elsewhere,
            )
            for hamlet in hamlets
        ]
        self.set_rows(rows)

    def chosen_hamlets(self) -> tuple[PlannedHamlet, ...]:
        """Return the ticked hamlets with their own days."""
        return tuple(PlannedHamlet(row.code, row.own) for row in self.rows() if row.ticked)

    def wrong_day(self) -> TickedHamlet | None:
        """Return the first ticked hamlet whose own day can't be read."""
        return next((row for row in self.rows() if row.ticked and row.wrong), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar, but for a cell that is typed in."""
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() == Qt.Key.Key_Space and not editing:
            self._toggle(self.current())
            return
        super().keyPressEvent(event)

    def _toggle(self, row: object) -> None:
        if isinstance(row, TickedHamlet) and not row.planned:
            self._replace(row, replace(row, ticked=not row.ticked))

    def _typed(self, row: object, column: int, text: str) -> None:
        if not isinstance(row, TickedHamlet) or column != _DAY:
            return
        try:
            own = read_day(text) if text else None
        except ValueError:
            own = None
        shown = f"{own:%d/%m/%Y}" if own else text
        self._replace(row, replace(row, own=own, day=shown, wrong=bool(text) and own is None))

    def _replace(self, old: TickedHamlet, new: TickedHamlet) -> None:
        self.set_rows([new if row is old else row for row in self.rows()])
        self.changed.emit()


def _columns() -> list[Column]:
    translate = QCoreApplication.translate

    def tick(row: TickedHamlet) -> str:
        return "check-circle" if row.planned else "check-square-fill" if row.ticked else "square"

    def note(row: TickedHamlet) -> str:
        if row.planned:
            return translate("Hamlets", "đã có ngày")
        if row.elsewhere and not row.ticked:
            return translate("Hamlets", "đợt khác")
        return translate("Hamlets", "chọn") if row.ticked else translate("Hamlets", "bỏ qua")

    def day(row: TickedHamlet) -> State | None:
        return State("wrong") if row.wrong else None

    return [
        Column(translate("Hamlets", "Tham gia"), note, icon=tick, width=124),
        Column(translate("Hamlets", "Thôn, khu phố"), lambda row: row.name, weight="medium"),
        Column(
            translate("Hamlets", "Ngày riêng"),
            lambda row: row.day,
            state=day,
            width=132,
            editable=lambda row: row.ticked,
        ),
    ]
