"""The tab "Bảng niêm yết" of the ballots: the sheet that introduces the candidates, looked at and printed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.papers.lines import PaperLine, paper_lines
from desktop.ui.page.page import Context
from desktop.ui.papers.paper_pane import PaperPane
from desktop.ui.widgets.buttons import Segmented

POSTING = "posting-sheet"


class PostingView(QWidget):
    """The posting sheet of one hamlet.

    ``left`` is emitted when the other tab is chosen.

    Attributes:
        tabs: the two tabs, this one chosen.
        pane: the sheet, its photographs, and what is printed.

    Args:
        context: the open office.
        parent: the step.
    """

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self.pane = PaperPane(context, self)
        self.tabs = ballot_tabs(self)
        self.tabs.choose(1)
        self.tabs.chosen.connect(self._turn)
        self.pane.paper.head.insert(0, self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)

    def load(self, code: str) -> None:
        """Show the sheet of an election."""
        self._code = code
        place = self._context.workplace

        def shown(lines: tuple[PaperLine, ...]) -> None:
            if code == self._code:
                self.pane.show_line((code,), next(line for line in lines if line.form == POSTING))

        self._context.ask(lambda: paper_lines(place, (code,)), shown)

    def help_text(self) -> str:
        """Say what the sheet is."""
        return self.tr(
            "Bảng niêm yết giới thiệu người ứng cử theo thứ tự trên phiếu, có chỗ cho ảnh 4 × 6. Ảnh chọn từ "
            "tệp chỉ dùng cho lần in này, không lưu; không có thì dán. Phiếu bầu không in ảnh."
        )

    def _turn(self, tab: int) -> None:
        if tab == 0:
            self.tabs.blockSignals(True)
            self.tabs.choose(1)
            self.tabs.blockSignals(False)
            self.left.emit()


def ballot_tabs(parent: QWidget) -> Segmented:
    """Return the two tabs of the ballots' step, the ballots chosen."""
    tabs = Segmented([parent.tr("Phiếu bầu"), parent.tr("Bảng niêm yết")], parent)
    tabs.setAccessibleName(parent.tr("Xem phiếu bầu hay bảng niêm yết"))
    return tabs
