"""A paper inside a step: looked at as it will be printed, then printed or saved; Esc goes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.ui.page.page import Context
from desktop.ui.page.pdf_view import PdfView
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.step import lay_out
from desktop.ui.widgets.areas.beside import is_narrow
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary


class PaperView(QWidget):
    """The inner view of a step that shows one paper.

    Args:
        context: the open office and the runner.
        parent: the step.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draw: Callable[[], bytes] | None = None
        self._printed: Callable[[], bytes] | None = None
        self._title = self._file_name = ""
        self.view = PdfView(context.runner, self)
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), "arrow-left", self)
        back.clicked.connect(self.closed)
        self.bar.add_left(back)
        self.bar.set_primary(self.tr("In"), self.print_it, key="Ctrl+P")
        body = QVBoxLayout()
        body.addWidget(self.view)
        lay_out(self, body, self.bar)

    def show_paper(
        self,
        title: str,
        draw: Callable[[], bytes],
        file_name: str,
        printed: Callable[[], bytes] | None = None,
    ) -> None:
        """Show a paper; ``draw`` gives its bytes in the background, ``printed`` those that are kept."""
        self._draw, self._title, self._file_name = draw, title, file_name
        self._printed = printed or draw
        self.view.clear()
        self.bar.set_note(title)
        self._context.ask(draw, self.view.show_pdf, self._refused)
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for room in which the paper can be read, where the window is narrow and the page scrolls."""
        self.view.set_grows(grows=is_narrow(self.window()))
        super().resizeEvent(event)

    def print_it(self) -> None:
        """Ask where it goes, and take it there."""
        if self._printed is not None:
            print_paper(
                self._context,
                self,
                self._printed,
                headline=self._title,
                sentence=self.tr("Bản in giống hệt bản đang xem."),
                yes=self.tr("In"),
                file_name=self._file_name,
            )

    def _refused(self, refusal: Refusal) -> None:
        self._context.runner.failed.emit(refusal)
        self.closed.emit()
