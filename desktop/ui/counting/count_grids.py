"""The two grids of the counting step: the blank form, and both entries beside each other; one is on show."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.counting.counting_views import CountingView
from desktop.ui.counting.count_grid import (
    TYPED_IN_COMPARISON,
    TYPED_IN_FORM,
    comparison_grid,
    fit_columns,
    form_grid,
)
from desktop.ui.counting.count_lines import Line, count_lines
from desktop.ui.counting.entry_editor import EntryEditor
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.table.table import Table


class CountGrids(Views):
    """Shows the comparison once two entries are made, before that the form.

    ``edited``, ``pasted`` and ``opened`` are those of the grid on show.

    Args:
        parent: the counting step.
    """

    edited = Signal(object, int, str)
    pasted = Signal(list)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form, self.comparison = form_grid(self), comparison_grid(self)
        for grid in (self.form, self.comparison):
            grid.edited.connect(self.edited)
            grid.pasted.connect(self.pasted)
            grid.opened.connect(self.opened)
            self.addWidget(grid)

    def grid(self) -> Table:
        """Return the grid on show."""
        return self.comparison if self.currentWidget() is self.comparison else self.form

    def show_count(
        self, view: CountingView, editor: EntryEditor | None, faults: Mapping[str, tuple[str, str]]
    ) -> None:
        """Show the lines of a count, with what is being typed."""
        self.setCurrentWidget(self.comparison if len(view.figures) == 2 else self.form)
        self.grid().set_rows(
            count_lines(
                view,
                to_type=editor.entry.fields if editor else (),
                typed=editor.typed if editor else None,
                faults=faults,
            )
        )
        self.grid().setEnabled(True)

    def show_nothing(self) -> None:
        """Show an empty form."""
        self.setCurrentWidget(self.form)
        self.form.set_rows([])

    def fit(self, *, narrow: bool) -> None:
        """Leave room for the words of the form in a narrow window."""
        fit_columns(self.form, self.comparison, narrow=narrow)

    def current(self) -> Line | None:
        """Return the current line."""
        line = self.grid().current()
        return line if isinstance(line, Line) else None

    def go_to(self, wanted: Callable[[Line], bool]) -> None:
        """Go to the box of the first line that is wanted."""
        column = TYPED_IN_COMPARISON if self.grid() is self.comparison else TYPED_IN_FORM
        if self.grid().select(wanted, column):
            self.grid().setFocus()

    def go_along(self, fields: tuple[str, ...], step: int) -> bool:
        """Go from the current line to the next of several, with -1 to the one before; False past the end."""
        line = self.current()
        if line is None or line.field not in fields:
            return False
        at = fields.index(line.field) + step
        if not 0 <= at < len(fields):
            return False
        self.go_to(lambda other: other.field == fields[at])
        return True
