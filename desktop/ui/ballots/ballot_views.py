"""The ballots as they will lie: the whole sheets, one ballot enlarged, and the tabs over them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.papers.ballots import BallotBook
from desktop.ui.ballots.posting_view import ballot_tabs
from desktop.ui.page.pdf_view import PdfView
from desktop.ui.page.runner import Runner
from desktop.ui.widgets import style
from desktop.ui.widgets.labels import label


class BallotViews(QFrame):
    """Two views beside each other; the ground is drawn once beneath both.

    Attributes:
        tabs: the ballots, or the posting sheet.
        sheets: the sheets of A4.
        one: a single ballot.

    Args:
        runner: draws the pages.
        parent: the step.
    """

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pdfGround")
        self.tabs = ballot_tabs(self)
        self.sheets = PdfView(runner, self)
        self.sheets.setAccessibleName(self.tr("Tờ phiếu A4"))
        self.one = PdfView(runner, self, zooms=False)
        self.one.setAccessibleName(self.tr("Một phiếu, phóng to"))
        self._words = [label("", "caption", self) for _ in range(2)]
        self.one.take_head().hide()  # one page has nothing to turn
        head = self.sheets.take_head()
        head.insert(0, self.tabs)
        over = QHBoxLayout()
        over.setContentsMargins(style.size("column_gap"), 12, style.size("column_gap"), 0)
        over.addWidget(head)
        views = QHBoxLayout()
        views.setSpacing(0)
        for view, words in zip((self.sheets, self.one), self._words, strict=True):
            view.setObjectName("")
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(view, 1)
            column.addWidget(words)
            views.addLayout(column, 1)
        views.setContentsMargins(0, 0, 0, 12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(over)
        whole.addLayout(views, 1)

    def set_book(self, book: BallotBook) -> None:
        """Say what is on show beneath each view."""
        self._words[0].setText(self.tr("Cả tờ A4, {0} phiếu").format(book.per_sheet))
        first = self.tr("Phiếu lấy ý kiến") if book.handed_out else self.tr("Phiếu bầu")
        self.tabs.button(0).setText(first)
        self._words[1].setText(self.tr("Một phiếu {0}, phóng to").format(book.paper))

    def set_grows(self, *, grows: bool) -> None:
        """Ask for room in which ballots can be read, where the page of the window scrolls anyway."""
        self.setMinimumHeight(style.size("paper_least") if grows else 0)

    def clear(self) -> None:
        """Show the empty ground."""
        self.sheets.clear()
        self.one.clear()
