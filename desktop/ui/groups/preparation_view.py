"""What the three lists of preparation share: the year on show, the way from one to the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.groups.working_groups import years
from desktop.ui.groups.preparation_head import PreparationHead
from desktop.ui.page.further import further_place
from desktop.ui.page.listed_view import ListedView
from desktop.ui.page.page import Context
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.table.table import Table


class PreparationView(ListedView):
    """One list of a year of congresses; ``open`` takes the year.

    A subclass sets ``name``, makes ``table``, and reads its rows in ``rows_of``.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    name = ""
    table: Table

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.year = context.workplace.today().year
        self._wanted: int | None = None
        self.head = PreparationHead(self.name, self)
        self.head.other.connect(self._go)
        self.head.year.connect(self._choose_year)

    def open(self, argument: object = None) -> None:
        """Show the list of a year, the one on show where none is named."""
        if isinstance(argument, int):
            self.year = argument
        super().open()

    def refresh(self) -> None:
        """Read the list and the years anew."""
        place, year = self.context.workplace, self.year
        self.context.ask(lambda: (year, years(place), self.rows_of(year)), self._read, once=(self, self.name))

    def rows_of(self, year: int) -> tuple[Any, ...]:
        """Read the rows of a year, in the background."""
        raise NotImplementedError

    def show_rows(self, rows: tuple[Any, ...]) -> None:
        """Say beside the title what the rows come to."""
        raise NotImplementedError

    def show_panel(self, row: Any) -> None:
        """Show a row in the panel."""
        raise NotImplementedError

    def print_list(self) -> None:
        """Show the list as it is printed."""
        raise NotImplementedError

    def print_it(self) -> None:
        """Print the paper on show, else the list."""
        if self.is_on_paper():
            self.paper.print_it()
        else:
            self.print_list()

    def made(self, result: object) -> None:
        """Choose the row that was made."""
        self._wanted = result if isinstance(result, int) else None

    def make_table(self, table: Table, words: str, opened: Callable[[], object]) -> None:
        """Take a table as the list; ``opened`` follows Enter on a row."""
        self.table = table
        table.setAccessibleName(words)
        table.hug()
        table.chosen.connect(self.show_panel)
        table.opened.connect(lambda _: opened())

    def make_empty(
        self, icon: str, title: str, sentence: str, word: str, does: Callable[[], object]
    ) -> EmptyView:
        """Make the view that stands while the list is empty."""
        return EmptyView(icon, title, sentence, word, does, "Ctrl+Enter", parent=self)

    def _read(self, found: tuple[int, tuple[int, ...], tuple[Any, ...]]) -> None:
        year, known, rows = found
        if year != self.year:
            return  # another was chosen meanwhile, and is on its way
        self.head.offer(known, year)
        self.table.set_rows(rows)
        self.show_rows(rows)
        self.show_lists(filled=bool(rows))
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.table.select(lambda one: one.key == wanted)
        elif self.table.current() is None and rows:
            self.table.select(lambda _: True)
        current = self.table.current()
        if current is not None:
            self.show_panel(current)
        if not self.isHidden() and self.focusWidget() is None:
            (self.table if rows else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_year(self, year: int) -> None:
        self.year = year
        self.refresh()

    def _go(self, name: str) -> None:
        self.context.go.emit(further_place(self.context.workplace), (name, self.year))
