"""What stands on the page of chains, beside each other or, in a narrow window, under each other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.services.chain.views import ChainRow, ChainView
from desktop.ui.chain.chain_card import ChainCard
from desktop.ui.chain.chain_foot import ChainFoot
from desktop.ui.chain.chain_head import ChainHead
from desktop.ui.chain.chain_table import ChainTable
from desktop.ui.chain.exceptions_card import ExceptionsCard
from desktop.ui.chain.gates_card import GatesCard
from desktop.ui.chain.next_panel import ChainNextPanel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.focus import tab_as_read

_SIDE = 276  # pixels that the cards at the right take
_NARROW, _LOW = 1000, 680  # pixels under which the page is narrow, or low
_LEAST_WIDTH, _LEAST_HEIGHT = 780, 420
_ANY = 16777215  # Qt's own largest width


class ChainParts(QWidget):
    """The chosen hamlet over all hamlets, and the cards; stacked, it asks for all their height.

    Attributes:
        card: the chain of the chosen hamlet.
        table: all hamlets.
        foot: under them.
        panel: what comes next for the chosen one.
        exceptions: where head and secretary are two people.

    Args:
        parent: the page.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stacked = False
        self._head = ChainHead(self)
        self.card = ChainCard(self)
        self.table = ChainTable(self)
        self.foot = ChainFoot(self)
        self.panel = ChainNextPanel(self)
        self.exceptions = ExceptionsCard(self)
        self._gates = GatesCard(self)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.card)
        left.addWidget(self.table, 100)
        left.addWidget(self.foot)
        left.addStretch(1)
        self._side = Scrolling(self)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = QWidget(self._side)
        beside.setProperty("kind", "plain")
        cards = QVBoxLayout(beside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(10)
        for part in (self.panel, self.exceptions, self._gates):
            cards.addWidget(part)
        cards.addStretch(1)
        self._side.setWidget(beside)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(style.size("column_gap"))
        self._parts.addLayout(left, 1)
        self._parts.addWidget(self._side)
        column = QVBoxLayout(self)
        side = style.size("page_side")
        column.setContentsMargins(side, 10, side, 8)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addLayout(self._parts, 1)
        tab_as_read(self)

    def show_chain(self, shown: ChainView) -> None:
        """Show a chain; the chosen hamlet stays chosen, at first it is the first."""
        self._head.show_chain(shown)
        self.table.show_rows(shown.rows)
        self.exceptions.set_entries(shown.open_exceptions)
        self.show_hamlet(self.table.current_row())

    def show_hamlet(self, row: ChainRow | None) -> None:
        """Show the chain of a hamlet and what comes next; nothing where none is chosen."""
        self.card.set_row(row)
        self.panel.set_row(row)

    def arrange(self, room: QSize, *, narrow_window: bool) -> None:
        """Lay the cards beside the table, or beneath it where the page or its window is narrow."""
        narrow = room.width() < style.grown(_NARROW) or narrow_window
        low = not narrow and room.height() < style.grown(_LOW)
        self._gates.setVisible(not low)
        self.exceptions.set_most(1 if low else 4)
        self.card.show_legend(shown=not narrow)
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._head.set_narrow(narrow=narrow)
        wide = style.grown(_SIDE)
        self._side.setMinimumWidth(0 if narrow else wide)
        self._side.setMaximumWidth(_ANY if narrow else wide)
        self.foot.show_keys(shown=not narrow)
        self.table.set_grows(grows=narrow)
        self._side.set_grows(grows=narrow)
        if narrow != self._stacked:
            self._stacked = narrow
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the least in which the parts stand beside each other, or what they need under each other."""
        layout = self.layout()
        if not self._stacked or layout is None:
            return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        wraps = layout.hasHeightForWidth()
        high = layout.totalMinimumHeightForWidth(max(self.width(), 1)) if wraps else 0
        return QSize(layout.totalMinimumSize().width(), max(high, layout.totalMinimumSize().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew at another width, where words break elsewhere."""
        super().resizeEvent(event)
        if self._stacked and event.oldSize().width() != event.size().width():
            self.updateGeometry()
