"""The facts beside the ballots: size, how many, the stock book, the order of names."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.papers.ballots import BallotBook
from desktop.ui.ballots.ballot_size_card import BallotSizeCard
from desktop.ui.ballots.stock_card import StockCard
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import key_cap, label


class BallotPanel(SidePanel):
    """Three cards; size and reserve can be changed until ballots are printed.

    Args:
        parent: the step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.size_card = BallotSizeCard(self)
        self.stock = StockCard(self)
        self._order = label("", "body", self)
        self._order.setWordWrap(True)
        order = Card("", self)
        row = QHBoxLayout()
        row.addWidget(self._order, 1)
        row.addWidget(key_cap("F1", self), 0, Qt.AlignmentFlag.AlignTop)
        order.body.addLayout(row)
        for card in (self.size_card, self.stock, order):
            self.add(card)

    def set_book(self, book: BallotBook) -> None:
        """Show what is known of the ballots."""
        self.size_card.set_book(book)
        self.stock.set_book(book)
        self._order.setText(self.tr("Thứ tự in theo tên: {0}").format(", ".join(book.order) or "…"))
