"""The table of the telephone grid: a hamlet a row, an hour a column, what all reported beneath."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.services.today.telephone_grid import Grid, GridRow, GridTotal
from desktop.ui.page.electors import electors_unit
from desktop.ui.page.hamlet_names import room_for, shorter_names
from desktop.ui.widgets import style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column, Weight
from desktop.ui.widgets.table.frozen import FrozenTable
from desktop.ui.widgets.table.share_cell import Share, share_column
from desktop.vietnamese.numerals import grouped

NAME, FIRST = 0, 2
_ELECTORATE_WIDTH, _NEWEST_WIDTH, _STATE_WIDTH = 92, 92, 96
_HOUR_LEAST, _HOUR_MOST = 44, 62
_NARROW = 900
_NAME_LEAST = 144


class GridTable(FrozenTable):
    """Figures by hamlet and hour; Enter goes down, Tab right, and the hamlet stays in sight.

    Args:
        hours: of the columns.
        parent: the grid's view.
    """

    def __init__(self, hours: Sequence[int], parent: QWidget | None = None) -> None:
        self._hours = tuple(hours)
        self._names: Mapping[str, str] = {}  # said in place of the whole ones where the room is short
        super().__init__(
            [
                *_before(lambda name: self._names.get(name, name)),
                *(_hour(number, hour) for number, hour in enumerate(hours)),
                *_after(),
            ],
            parent,
            row_height=style.size("row_entry"),
        )
        self.setAccessibleName(self.tr("Số người có mặt theo thôn và giờ"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.hug()

    def show_grid(self, grid: Grid) -> None:
        """Show other figures; what is being typed stays."""
        self.set_rows([*grid.rows, *grid.totals])
        self._fit()

    def hour(self, column: int) -> int | None:
        """Return the hour of a column; None where it has none."""
        number = column - FIRST
        return self._hours[number] if 0 <= number < len(self._hours) else None

    def go_to_problem(self, step: int, hour: int | None = None) -> bool:
        """Go to the next hamlet to call, in the column of an hour; False where there is none."""
        cells = [number for number, row in enumerate(self.rows()) if isinstance(row, GridRow) and _call(row)]
        if not cells:
            return False
        here = self.currentIndex().row()
        if step > 0:
            number = next((cell for cell in cells if cell > here), cells[0])
        else:
            number = next((cell for cell in reversed(cells) if cell < here), cells[-1])
        wanted = self.rows()[number]
        column = FIRST + self._hours.index(hour) if hour in self._hours else self.current_column()
        self.select(lambda row: row is wanted, column)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the hours what the name leaves; where that is little, the newest figure gives way."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        growth = style.text_size("body") / 14
        room = self.viewport().width() / growth
        narrow = room < _NARROW
        self.setColumnHidden(FIRST + len(self._hours), narrow)
        room -= _ELECTORATE_WIDTH + _STATE_WIDTH + _NAME_LEAST + (0 if narrow else _NEWEST_WIDTH)
        width = int(growth * min(max(room / len(self._hours), _HOUR_LEAST), _HOUR_MOST))
        for number in range(len(self._hours)):
            self.setColumnWidth(FIRST + number, width)
        whole = [row.hamlet for row in self.rows() if isinstance(row, GridRow)]
        left = int(growth * (room + _NAME_LEAST)) - width * len(self._hours)
        self._names = shorter_names(whole) if room_for(whole) > left else {}
        self.keep_names_readable()


def _call(row: GridRow) -> bool:
    return row.late or any(cell.kind for cell in row.cells)


def _before(said: Callable[[str], str]) -> list[Column]:
    translate = QCoreApplication.translate

    def name(row: GridRow | GridTotal) -> str:
        if isinstance(row, GridRow):
            return said(row.hamlet)
        return translate("Grid", "Cả xã, {0}").format(electors_unit(voters=row.voters))

    def electorate(row: GridRow | GridTotal) -> str:
        if isinstance(row, GridTotal):
            return grouped(row.base)
        return "" if row.electorate is None else grouped(row.electorate)

    return [
        Column(translate("Grid", "Thôn, khu phố"), name, weight=_weight_of_name),
        Column(
            translate("Grid", "Danh sách"),
            electorate,
            align="right",
            weight=_weight,
            width=_ELECTORATE_WIDTH,
        ),
    ]


def _hour(number: int, hour: int) -> Column:
    def text(row: GridRow | GridTotal) -> str:
        present = row.cells[number].present if isinstance(row, GridRow) else row.sums[number]
        return "" if present is None else grouped(present)

    def state(row: GridRow | GridTotal) -> State | None:
        kind = row.cells[number].kind if isinstance(row, GridRow) else ""
        return State(kind) if kind else None  # type: ignore[arg-type] # the service's kinds are the look's

    def typed_in(row: GridRow | GridTotal) -> bool:
        return isinstance(row, GridRow) and row.takes

    return Column(
        QCoreApplication.translate("Grid", "{0}h").format(hour),
        text,
        state=state,
        align="right",
        weight=_weight,
        width=_HOUR_LEAST,
        editable=typed_in,
    )


def _after() -> list[Column]:
    translate = QCoreApplication.translate

    def newest(row: GridRow | GridTotal) -> Share | None:
        if isinstance(row, GridTotal):
            return Share(row.present, row.base) if row.base else None
        return None if row.present is None else Share(row.present, row.electorate)

    def state(row: GridRow | GridTotal) -> State | None:
        if isinstance(row, GridTotal):
            return None
        if row.late:
            return State("attention", translate("Grid", "Gọi lại"))
        if row.finished:
            return State("done", translate("Grid", "Đã họp"))
        if not row.takes:
            return State("not_yet", translate("Grid", "Chưa in"))
        return State("doing", translate("Grid", "Đang họp")) if row.opened else State("not_yet")

    return [
        share_column(translate("Grid", "Mới nhất"), newest, width=_NEWEST_WIDTH),
        Column(translate("Grid", "Giờ này"), lambda _: "", state=state, width=_STATE_WIDTH),
    ]


def _weight(row: GridRow | GridTotal) -> Weight:
    return "semibold" if isinstance(row, GridTotal) else "regular"


def _weight_of_name(row: GridRow | GridTotal) -> Weight:
    return "semibold" if isinstance(row, GridTotal) else "medium"
