"""The table of the board: a hamlet a row, a step a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.services.progress.cells import Cell, Mark
from desktop.services.progress.steps import Step, steps_of
from desktop.services.today.board import BoardRow
from desktop.ui.page.hamlet_names import room_for, shorter_names
from desktop.ui.page.step_words import step_heading
from desktop.ui.widgets import style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.wording import cell_word

_CELL = 40  # padding at both sides, the shape and the gap after it
_HEADING = 17
_NAME_LEAST, _NAME_MOST = 136, 184
_LOW_WINDOW = 660


class BoardTable(Table):
    """Hamlets and their steps; the columns take the room that their words need.

    Args:
        parent: the board.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._names: Mapping[str, str] = {}  # said in place of the whole ones where the room is short
        steps = [_step(*column) for column in enumerate(steps_of())]
        super().__init__([_name(lambda row: self._names.get(row.hamlet, row.hamlet)), *steps], parent)
        self.setAccessibleName(self.tr("Các thôn và các bước bầu cử"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.hug()

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show other rows; the chosen hamlet stays chosen wherever it stands now."""
        chosen = self.current()
        column = self.current_column()
        self.set_rows(rows)
        if chosen is not None:
            self.select(lambda row: row.hamlet_code == chosen.hamlet_code, column)
        self._share_room()

    def show_congresses(self, *, shown: bool) -> None:
        """Show the column of congresses to who may see them."""
        self.setColumnHidden(1 + steps_of().index(Step.CONGRESS), not shown)

    def step(self) -> str:
        """Return the step of the current column; empty on the hamlet's name."""
        column = self.current_column()
        return steps_of()[column - 1] if column else ""

    def go_to_problem(self, step: int) -> bool:
        """Go to the next cell that is late, wrong or wants attention; False where there is none."""
        cells = [
            (row_number, column)
            for row_number, row in enumerate(self.rows())
            for column, cell in enumerate(row.cells, 1)
            if cell.mark in (Mark.WRONG, Mark.ATTENTION)
        ]
        if not cells:
            return False
        here = (self.currentIndex().row(), self.current_column())
        if step > 0:
            number, column = next((cell for cell in cells if cell > here), cells[0])
        else:
            number, column = next((cell for cell in reversed(cells) if cell < here), cells[-1])
        wanted = self.rows()[number]
        self.select(lambda row: row is wanted, column)
        return True

    def set_window_height(self, height: int) -> None:
        """Draw lower rows in a low window."""
        least = style.text_size("body") + 14
        row = max(style.size("row") if height > _LOW_WINDOW else style.size("row_entry"), least)
        if self.verticalHeader().defaultSectionSize() != row:
            self.verticalHeader().setDefaultSectionSize(row)
            self.hug()

    def sizeHint(self) -> QSize:
        """Return what the columns need at least."""
        return QSize(sum(self._needed()) + style.grown(_NAME_LEAST), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _needed(self) -> list[int]:
        word = QFontMetrics(style.font("caption", "medium"))
        heading = QFontMetrics(style.font("caption", "semibold"))
        needed = []
        for number, step in enumerate(steps_of()):
            if self.isColumnHidden(number + 1):
                needed.append(0)
                continue
            words = [_state_of(row.cells[number]).word for row in self.rows()]
            widest = max(
                (word.horizontalAdvance(text) + style.grown(_CELL) for text in words if text), default=0
            )
            needed.append(max(widest, heading.horizontalAdvance(step_heading(step)) + _HEADING))
        return needed

    def _share_room(self) -> None:
        needed = self._needed()
        room = self.viewport().width()
        whole = [row.hamlet for row in self.rows()]
        self._names = shorter_names(whole) if room_for(whole) > room - sum(needed) else {}
        least = style.grown(_NAME_LEAST)
        if self._names:
            heading = QFontMetrics(style.font("caption", "semibold")).horizontalAdvance(_name_heading())
            least = min(least, max(room_for(self._names.values()), heading + _HEADING))
        name = min(max(room - sum(needed), least), style.grown(_NAME_MOST))
        spare = max(room - sum(needed) - name, 0)
        each, rest = divmod(spare, sum(map(bool, needed)))
        self.setColumnWidth(0, name)
        for number, width in enumerate(needed, 1):
            if width:
                self.setColumnWidth(number, width + each + (rest if number == len(needed) else 0))


def _name(said: Callable[[BoardRow], str]) -> Column:
    return Column(_name_heading(), said, width=_NAME_LEAST, weight="medium")


def _name_heading() -> str:
    return QCoreApplication.translate("Board", "Thôn, khu phố")


def _step(number: int, step: str) -> Column:
    def state(row: BoardRow) -> State:
        return _state_of(row.cells[number])

    return Column(step_heading(step), lambda _: "", state=state, width=60)


def _state_of(cell: Cell) -> State:
    return State(cell.mark.value, cell_word(cell.reason, cell.value))
