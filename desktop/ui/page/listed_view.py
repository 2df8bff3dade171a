"""A further view that is a list with a panel beside it: while it is empty, with a paper over it, and left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.page.page import Context, View
from desktop.ui.page.paper_view import PaperView
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.submitted_question import Submit
from desktop.ui.page.undoable import Undoable
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.table import Table


class ListedView(View):
    """The parts that such views share; ``closed`` is emitted when it is left.

    A subclass makes tables, panel and empty view, calls ``lay_out`` once, and reads in ``refresh``.

    Attributes:
        bar: at the foot, with the way back at its left.
        paper: shows what is printed.
        facts: a line beside the title.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self._leave_paper)
        self.bar = BottomBar(self)
        back = secondary(self.tr("Quay lại"), "arrow-left", self)
        back.clicked.connect(lambda _=False: self.closed.emit())
        self.bar.add_left(back)
        self.facts = label("", "sentence", self)
        self._changes = Undoable(context, self)
        self._changes.made.connect(self.made)
        self._changes.changed.connect(self.refresh)
        self._stack = Views(self)
        self._home: QWidget | None = None
        self._empty: EmptyView | None = None

    def lay_out(
        self, title: str, head: QWidget | None, tables: tuple[Table, ...], panel: SidePanel, empty: EmptyView
    ) -> None:
        """Put the parts in their places.

        Args:
            title: of the view.
            head: stands beside the title, such as what chooses a year; None for nothing.
            tables: under each other; the first has the keyboard at first.
            panel: about what is chosen.
            empty: is shown while there is no row.
        """
        side, top = style.size("page_side"), style.size("page_top")
        line = Wrapping(self)
        line.add(label(title, "title", self))
        if head is not None:
            line.add(head)
        line.add(self.facts, elastic=True)
        lists = QWidget(self)
        column = QVBoxLayout(lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        for table in tables:
            column.addWidget(table, 1)
        column.addStretch()
        holder = QWidget(self)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(panel.beside(lists, *tables), 1)
        self._home, self._empty = holder, empty
        whole = QWidget(self)
        framed = QVBoxLayout(whole)
        framed.setContentsMargins(side, top, side, 12)
        framed.setSpacing(12)
        framed.addWidget(line)
        framed.addWidget(self._stack, 1)
        for view in (holder, empty):
            self._stack.addWidget(view)
        self._outer = Views(self)
        for view in (whole, self.paper):
            self._outer.addWidget(view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._outer, 1)
        page.addWidget(self.bar)
        tab_as_read(whole)

    def open(self, argument: object = None) -> None:
        """Show the list, read anew."""
        del argument
        self._leave_paper()
        self.refresh()

    def refresh(self) -> None:
        """Read what the view shows."""

    def show_lists(self, *, filled: bool) -> None:
        """Show the lists, or the empty view while nothing is in them."""
        wanted = self._home if filled else self._empty
        if wanted is not None:
            self._stack.setCurrentWidget(wanted)

    def is_empty(self) -> bool:
        """Tell whether the empty view is on show."""
        return self._stack.currentWidget() is self._empty

    def is_on_paper(self) -> bool:
        """Tell whether a paper is on show."""
        return self._outer.currentWidget() is self.paper

    def look_at(self, title: str, draw: Callable[[], bytes], file_name: str) -> None:
        """Show a paper as it is printed."""
        self._outer.setCurrentWidget(self.paper)
        self.bar.hide()
        self.paper.show_paper(title, draw, file_name)

    def go_back(self) -> bool:
        """Leave the paper on show; False where none is."""
        if self.is_on_paper():
            self._leave_paper()
            return True
        return False

    def submit(self, work: Callable[[Any], Any], said: str, back: Callable[[Any], Any] | None) -> Submit:
        """Hand an answer to a use case; the message that says what came of it offers to take it back."""
        return self._changes.submit(work, said, back)

    def made(self, result: Any) -> None:
        """Learn what a use case gave that was asked by a question."""

    def do(self, work: Callable[[], Any], said: str, back: Callable[[Any], Any] | None = None) -> None:
        """Change something, say so, and offer to take it back."""
        self._changes.do(work, said, back)

    def _leave_paper(self) -> None:
        if not self.is_on_paper():
            return
        self._outer.setCurrentIndex(0)
        self.bar.show()
        home = self._home if not self.is_empty() else self._empty
        if home is not None:
            home.setFocus(Qt.FocusReason.OtherFocusReason)
