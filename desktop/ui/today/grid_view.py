"""The telephone grid: hamlets call in each hour, and the clerk types how many are there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.today.telephone_grid import (
    FIRST_HOUR,
    LAST_HOUR,
    Grid,
    GridRow,
    GridTotal,
    report_attendance,
    telephone_grid,
)
from desktop.ui.page.electors import electors_unit
from desktop.ui.page.page import Context
from desktop.ui.today.grid_table import GridTable
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.dialogs.question import ask
from desktop.ui.widgets.drawn.figure_view import FigureView
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import ElidedLabel, key_hint, label
from desktop.vietnamese.numerals import grouped, whole_number
from desktop.wording import refusal_sentence, weekday_word

_MOST_DIGITS = 6


class GridView(QWidget):
    """A row for each hamlet, a column for each hour; each figure is kept on leaving its cell.

    ``left`` is emitted by the way back to the board.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._grid: Grid | None = None
        self._campaign: str | None = None
        self._opening = False
        self._undo: list[tuple[str, int, int | None]] = []
        self.table = GridTable(range(FIRST_HOUR, LAST_HOUR + 1), self)
        self._moment = ElidedLabel("", "caption", self)
        self._name = ElidedLabel("", "caption", self)
        self._late = FigureView(self.tr("thôn chưa báo giờ này"), self)
        self._turnouts = (FigureView(self.tr("đi bầu"), self), FigureView(self.tr("đi bầu"), self))
        self._lay_out()
        self.table.edited.connect(self._typed)
        self.table.pasted.connect(self._pasted)
        self.table.chosen.connect(self._tell)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.take_back)

    def open(self) -> None:
        """Come to the front, at the first hamlet to call."""
        self._opening = True
        self.refresh()

    def refresh(self) -> None:
        """Load the grid."""
        workplace, campaign = self._context.workplace, self._campaign
        self._context.ask(lambda: telephone_grid(workplace, campaign), self._show)

    def set_campaign(self, code: str | None, name: str) -> None:
        """Take the campaign on show, by its code; its name is told where there are several."""
        if code != self._campaign:
            self._campaign = code
            self._undo.clear()
        self._name.setText(name)

    def go_to_problem(self, step: int) -> bool:
        """Go to the next hamlet to call, in this hour's column; False where there is none."""
        self.table.setFocus()
        hour = self._grid.now.hour if self._grid is not None else None
        return self.table.go_to_problem(step, hour)

    def take_back(self) -> None:
        """Undo the last figure that was typed here."""
        if self._undo and self._grid is not None:
            code, hour, before = self._undo.pop()
            self._record(code, hour, before, remember=False)

    def help_text(self) -> str:
        """Explain what a figure is."""
        return self.tr(
            "Số hộ (nơi toàn thể cử tri bầu thì số cử tri) có mặt tính từ đầu buổi tới giờ đó, như thôn báo"
            " qua điện thoại. Số này để theo dõi; biên bản chỉ lấy số trên tờ giấy đã ký. Tỷ lệ tính trên"
            " tổng của các danh sách đã chốt; hộ và cử tri không cộng với nhau."
        )

    def _show(self, grid: Grid | None) -> None:
        self._grid = grid
        if grid is None:
            return
        late = sum(row.late for row in grid.rows)
        self._late.set_figure(str(late), f"/{len(grid.rows)}", ink="amber" if late else "ink")
        for number, figure in enumerate(self._turnouts):
            self._show_turnout(figure, grid.totals[number] if number < len(grid.totals) else None)
        self.table.show_grid(grid)
        self._tell(self.table.current())
        if self._opening:
            self._opening = False
            if not self.go_to_problem(1):
                self.table.setFocus()

    def _show_turnout(self, figure: FigureView, total: GridTotal | None) -> None:
        figure.setVisible(total is not None and bool(total.share))
        if total is None:
            return
        unit = electors_unit(voters=total.voters)
        word = self.tr("đi bầu, {0} % số {1} của {2} thôn").format(total.share, unit, total.rolls)
        base = self.tr("/{0} {1}").format(grouped(total.base), unit)
        figure.set_figure(grouped(total.present), base, word=word)

    def _tell(self, row: object) -> None:
        grid = self._grid
        if grid is None:
            return
        day, now = weekday_word(grid.day), f"{grid.now:%H:%M}"
        said = self.tr("{0} {1}, lúc {2}. {3}")
        unit = electors_unit(voters=isinstance(row, GridRow | GridTotal) and row.voters)
        also = self.tr("Số {0} có mặt tính từ đầu buổi.").format(unit)
        if isinstance(row, GridRow) and row.phone:
            also = self.tr("Tổ trưởng {0}: {1}").format(row.team_head, row.phone)
        whole = said.format(day[0].upper() + day[1:], f"{grid.day:%d/%m/%Y}", now, also)
        self._moment.say(whole, also)  # whom to call is what is looked for

    def _typed(self, row: object, column: int, text: str) -> None:
        hour = self.table.hour(column)
        if not isinstance(row, GridRow) or hour is None:
            return
        number = whole_number(text, _MOST_DIGITS)
        if number is None and text.strip():
            said = self.tr("{0}, {1}:00: “{2}” không phải số {3}. Hãy gõ số nguyên, ví dụ 45.")
            unit = electors_unit(voters=row.voters)
            self._context.told.emit(said.format(row.hamlet, hour, text, unit), "wrong")
            return
        self._record(row.election, hour, number)

    def _pasted(self, block: list[list[str]]) -> None:
        rows = list(self.table.rows())
        first = self.table.currentIndex().row()
        for row, line in zip(rows[first:], block, strict=False):
            for number, text in enumerate(line):
                if text.strip():
                    self._typed(row, self.table.current_column() + number, text)

    def _record(
        self, code: str, hour: int, present: int | None, *, opening: bool = False, remember: bool = True
    ) -> None:
        if self._grid is None:
            return
        day, before = self._grid.day, self._known(code, hour)
        if before == present:
            self.refresh()
            return
        workplace = self._context.workplace

        def done(_: object) -> None:
            if remember:
                self._undo.append((code, hour, before))

        self._context.do(
            lambda _: report_attendance(workplace, code, day, hour, present, opening=opening),
            done=done,
            failed=partial(self._refused, code, hour, present),
        )

    def _refused(self, code: str, hour: int, present: int | None, refusal: Refusal) -> None:
        if refusal.code != "grid.not_open" or present is None:
            self._context.told.emit(refusal_sentence(refusal), "attention")
            return
        agreed = ask(
            self.window(),
            self.tr("{0} chưa khai mạc").format(refusal.where),
            self.tr(
                "Thôn báo có {0} {1} nghĩa là đã họp. Ghi giờ khai mạc là {2}:00? Từ lúc khai mạc,"
                " danh sách không nhận bổ sung nữa."
            ).format(present, self._unit(code), hour),
            self.tr("Khai mạc lúc {0}:00").format(hour),
        )
        if agreed:
            self._record(code, hour, present, opening=True)
        else:
            self.refresh()

    def _known(self, code: str, hour: int) -> int | None:
        rows = self._grid.rows if self._grid is not None else ()
        found = next((row for row in rows if row.election == code), None)
        return next((cell.present for cell in found.cells if cell.hour == hour), None) if found else None

    def _unit(self, code: str) -> str:
        rows = self._grid.rows if self._grid is not None else ()
        return electors_unit(voters=any(row.voters for row in rows if row.election == code))

    def _lay_out(self) -> None:
        back = quiet(self.tr("Hôm nay"), self)
        back.clicked.connect(self.left)
        trail = QHBoxLayout()
        trail.setSpacing(style.size("inner"))
        trail.addWidget(back)
        trail.addWidget(IconView("caret-right", "ink_3", parent=self))
        trail.addWidget(label(self.tr("Lưới điện thoại"), "title", self))
        trail.addSpacing(style.size("grid"))
        trail.addWidget(self._name, 1)
        titled = QWidget(self)
        title = QVBoxLayout(titled)
        title.setContentsMargins(0, 0, 0, 0)
        title.setSpacing(0)
        title.addLayout(trail)
        title.addWidget(self._moment)
        head = Wrapping(self, gap="fact_gap")
        head.add(titled, elastic=True)
        head.add(self._late)
        for figure in self._turnouts:
            head.add(figure)
        foot = Wrapping(self, gap="column_gap")
        for key, does in (
            ("Tab", self.tr("sang giờ sau")),
            ("Enter", self.tr("xuống thôn dưới")),
            ("Ctrl+Z", self.tr("lấy lại số cũ")),
            ("F8", self.tr("thôn cần gọi tiếp theo")),
            ("Esc", self.tr("về bảng Hôm nay")),
        ):
            foot.add(key_hint(key, does, self))
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, 12, side, 12)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(self.table, 100)
        column.addWidget(foot)
        column.addStretch(1)
        QWidget.setTabOrder(self.table, back)
