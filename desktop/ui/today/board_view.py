"""The board as it stands on the page: title and totals, the table, what comes next, deadlines, legend."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.today.board import Board, BoardRow
from desktop.ui.today.board_head import BoardHead
from desktop.ui.today.board_table import BoardTable
from desktop.ui.today.deadlines_card import DeadlinesCard
from desktop.ui.today.next_panel import NextPanel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.buttons import quiet, secondary
from desktop.ui.widgets.drawn.figure_view import FigureView
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import key_cap, label
from desktop.ui.widgets.state import LOOKS

_SIDE = 288
_NARROW = 1000
_LOW = 660
_LEAST_WIDTH, _LEAST_HEIGHT = 780, 420
_ANY = 16777215  # Qt's own largest width


class BoardView(QWidget):
    """The board of a campaign.

    ``step_asked`` carries a row and a step, ``next_asked`` and ``number_asked`` a row.

    Args:
        parent: the page.
    """

    step_asked = Signal(object, str)
    next_asked = Signal(object)
    number_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = self._stacked = False
        self.head = BoardHead(self)
        self.table = BoardTable(self)
        self.panel = NextPanel(self)
        self.deadlines = DeadlinesCard(self)
        self.grid_button = secondary(self.tr("Lưới điện thoại"), "phone", self)
        self.plan_button = quiet(self.tr("Lập đợt mới"), self)
        self._totals = {
            "held": FigureView(self.tr("đã họp xong"), self),
            "counted": FigureView(self.tr("đã kiểm phiếu"), self),
            "signed": FigureView(self.tr("biên bản đủ ký"), self),
            "sent": FigureView(self.tr("đã có biên nhận"), self),
        }
        self._lay_out()
        self.table.chosen.connect(self.panel.set_row)
        self.table.opened.connect(self._open)
        self.head.campaign.entered.connect(self.table.setFocus)
        self.panel.asked.connect(lambda: self.next_asked.emit(self.table.current()))
        self.panel.number_asked.connect(lambda: self.number_asked.emit(self.table.current()))
        self.panel.set_row(None)

    def show_board(self, board: Board) -> None:
        """Show how things stand now."""
        self.head.show_board(board)
        for total in board.totals:
            self._totals[total.key].set_figure(str(total.done), f"/{total.base}")
        self.deadlines.set_entries(board.deadlines)
        self.table.show_congresses(shown=board.of_party)
        self.table.show_rows(board.rows)
        self.panel.set_row(self.table.current())

    def current(self) -> BoardRow | None:
        """Return the chosen hamlet."""
        row = self.table.current()
        return row if isinstance(row, BoardRow) else None

    def go_to_problem(self, step: int) -> bool:
        """Go to the next cell that is late, wrong or wants attention; False where there is none."""
        self.table.setFocus()
        return self.table.go_to_problem(step)

    def minimumSizeHint(self) -> QSize:
        """Return the least: the panels go beneath the table before it gets as narrow as this."""
        layout = self.layout()
        if not self._stacked or layout is None:
            return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        # All parts stand under each other, and the page scrolls.
        high = layout.totalMinimumHeightForWidth(max(self.width(), 1)) if layout.hasHeightForWidth() else 0
        return QSize(layout.totalMinimumSize().width(), max(high, layout.totalMinimumSize().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the panels beneath the table where the window is narrow, and draw lower rows in a low one."""
        super().resizeEvent(event)
        self.table.set_window_height(self.height())
        narrow = self.width() < style.grown(_NARROW)
        stacked = is_narrow(self.window())
        low = self.height() < _LOW
        self.deadlines.set_most(5 if stacked else (1 if low else 2) if narrow else 3 if low else 5)
        if (narrow or stacked, stacked) != (self._narrow, self._stacked):
            self._narrow, self._stacked = narrow or stacked, stacked
            self._place()
        elif stacked and event.oldSize().width() != event.size().width():
            self.updateGeometry()  # words break elsewhere, and need another height

    def _open(self, row: BoardRow) -> None:
        self.step_asked.emit(row, self.table.step())

    def _lay_out(self) -> None:
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(style.size("page_side") + 8)
        self._upper.addWidget(self.head, 1)
        figures = QHBoxLayout()
        figures.setSpacing(style.size("page_side") + 8)
        for total in self._totals.values():
            figures.addWidget(total)
        self._upper.addLayout(figures)
        self._side = QWidget(self)
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(style.size("column_gap"))
        self._cards.addWidget(self.panel)
        self._cards.addWidget(self.deadlines)
        self._cards.addStretch(1)
        self._lay_out_foot()
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.table, 100)
        left.addLayout(self._foot)
        left.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(style.size("column_gap"))
        self._parts.addLayout(left, 1)
        self._parts.addWidget(self._side)
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, 12, side, 12)
        column.setSpacing(12)
        column.addLayout(self._upper)
        column.addLayout(self._parts, 1)
        self._place()
        QWidget.setTabOrder(self.head.campaign.combo, self.head.others)
        QWidget.setTabOrder(self.head.others, self.table)
        QWidget.setTabOrder(self.table, self.panel.button)
        QWidget.setTabOrder(self.panel.button, self.panel.number_button)
        QWidget.setTabOrder(self.panel.number_button, self.deadlines.days_off)
        QWidget.setTabOrder(self.deadlines.days_off, self.deadlines.waves)
        QWidget.setTabOrder(self.deadlines.waves, self.grid_button)
        QWidget.setTabOrder(self.grid_button, self.plan_button)
        # Who comes to the board comes to the table: the link in its head is reached last.
        QWidget.setTabOrder(self.plan_button, self.head.chain)

    def _lay_out_foot(self) -> None:
        self._keys = QWidget(self)
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(style.size("grid"))
        for key, does in (("Enter", self.tr("mở bước")), ("F8", self.tr("tới việc muộn tiếp theo"))):
            keys.addWidget(key_cap(key, self))
            keys.addWidget(label(does, "caption", self))
        self._buttons = QWidget(self)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(style.size("grid"))
        buttons.addWidget(self.grid_button, 1)
        buttons.addWidget(self.plan_button)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(style.size("grid"))
        self._foot.addWidget(self._legend())
        self._foot.addStretch(1)
        self._foot.addWidget(self._keys)

    def _place(self) -> None:
        narrow, direction = self._narrow, QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        flat = narrow and not self._stacked
        self._cards.setDirection(direction.LeftToRight if flat else direction.TopToBottom)
        self._upper.setDirection(direction.TopToBottom if self._stacked else direction.LeftToRight)
        self.table.set_grows(grows=self._stacked)
        for number, stretch in enumerate((3, 2, 0) if flat else (0, 0, 1)):
            self._cards.setStretch(number, stretch)
        self.panel.lie_flat(flat=narrow)
        self._keys.setVisible(not narrow)
        wide = style.grown(_SIDE)
        self._side.setMinimumWidth(0 if narrow else wide)
        self._side.setMaximumWidth(_ANY if narrow else wide)
        (self._foot if flat else self._cards).addWidget(self._buttons)
        self.updateGeometry()

    def _legend(self) -> QWidget:
        made = QWidget(self)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for kind, word in (
            ("done", self.tr("Xong")),
            ("doing", self.tr("Đang làm")),
            ("attention", self.tr("Cần xem")),
            ("wrong", self.tr("Sai hoặc muộn")),
            ("not_yet", self.tr("Chưa tới")),
        ):
            look = LOOKS[kind]
            row.addWidget(IconView(look.icon, look.colour, "icon_small", made))
            row.addWidget(label(word, "caption", made))
            row.addSpacing(style.size("grid"))
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        return made
