"""One list of the view of organisations and posts: its table, its panel, what is empty, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.office.workplace import Workplace
from desktop.ui.page.page import Context
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.page.submitted_question import Submit, submitting
from desktop.ui.party.structure_filter import StructureFilter
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.buttons import Button, quiet, secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_ROWS, _EMPTY = 0, 1


@dataclass(frozen=True, slots=True)
class Empty:
    """What is said where a list holds nothing: icon, headline, sentence, and the word of the button."""

    icon: str
    headline: str
    sentence: str
    button: str | None = None


class StructurePart(QWidget):
    """A list with what stands beside it; a subclass loads its rows and tells what can be done.

    Attributes:
        buttons: what else can be done, for the bar at the foot.
        said: what stands at the right of the view's title.
        filter: which rows are on show, for the line above the list.
        every: all rows, those too that the filter hides.

    Args:
        context: the open office and the runner.
        columns: of the table.
        name: what the list is called for those who don't see it.
        empty: what is said where it holds nothing.
        parent: the view.
        key: by which a row is known again.
        choices: key and word of what the rows can be narrowed to; the first shows all.
    """

    loaded = Signal()

    def __init__(
        self,
        context: Context,
        columns: Sequence[Column],
        name: str,
        empty: Empty,
        parent: QWidget,
        *,
        key: Callable[[Any], Hashable] | None = None,
        choices: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.said = ""
        self.buttons: list[QWidget] = []
        self.every: Sequence[Any] = ()
        self.filter = StructureFilter(choices, self)
        self.filter.changed.connect(self._show_narrowed)
        self.table = Table(columns, self, row_height=style.size("row_two_lines"), key=key)
        self.table.setAccessibleName(name)
        self.table.hug()
        self.table.chosen.connect(self.show_row)
        self.filter.search.down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.card = Card("", self)
        self.facts = Facts(self.card, long_values=True)
        self.card.body.addWidget(self.facts)
        self.row_actions = QVBoxLayout()
        self.row_actions.setSpacing(0)
        self.card.body.addLayout(self.row_actions)
        self.panel = SidePanel(self, width="side_panel_narrow")
        self.panel.add(self.card)
        # Where it isn't on show it asks for no room.
        self.empty = EmptyView(
            empty.icon,
            empty.headline,
            empty.sentence,
            empty.button,
            self.primary,
            "Ctrl+Enter" if empty.button else None,
            parent=self,
        )
        listed = QWidget(self)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.table, 1)
        left.addStretch()
        beside = QVBoxLayout(listed)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addLayout(self.panel.beside(left, self.table), 1)
        self.stack = Views(self)
        self.stack.addWidget(listed)
        self.stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def load(self) -> None:
        """Read the rows in the background."""

    def show_row(self, line: Any) -> None:
        """Show what is known of a row beside the list."""

    def primary_word(self) -> str:
        """Return what the primary button does; empty where there is nothing to do."""
        return ""

    def primary(self) -> None:
        """Do the primary thing."""

    def help_text(self) -> str:
        """Explain the list."""
        return ""

    def words_of(self, line: Any) -> str:
        """Return the words by which a row is found."""
        raise NotImplementedError

    def fits(self, line: Any, chosen: str) -> bool:
        """Tell whether a row is one of those that were chosen."""
        del line, chosen
        return True

    def next_problem(self, step: int) -> bool:
        """Go to the next row that wants a person; False where there is none."""
        del step
        return False

    def is_empty(self) -> bool:
        """Tell whether there is nothing to list."""
        return self.stack.currentIndex() == _EMPTY

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows; the current one stays current where it is still there."""
        self.every = rows
        self.stack.setCurrentIndex(_ROWS if rows else _EMPTY)
        self._show_narrowed()
        self.loaded.emit()

    def select(self, meant: Callable[[Any], bool]) -> None:
        """Go to a row, also to one that the filter hides."""
        if not any(meant(line) for line in self.table.rows()):
            self.filter.clear()
        self.table.select(meant)

    def _show_narrowed(self) -> None:
        chosen = self.filter.chosen()
        fitting = (line for line in self.every if self.fits(line, chosen))
        self.table.set_rows([line for line in fitting if self.filter.finds(self.words_of(line))])
        current = self.table.current()
        self.card.setVisible(current is not None)
        if current is not None:
            self.show_row(current)

    def button(self, words: str, handler: Callable[[], object]) -> None:
        """Add a plain button of the bar."""
        made = secondary(words, None, self)
        made.clicked.connect(lambda _=False: handler())
        made.hide()
        self.buttons.append(made)

    def row_button(self, words: str, handler: Callable[[], object]) -> Button:
        """Add a plain button of the current row, beneath its facts, and return it."""
        made = quiet(words, self)
        made.clicked.connect(lambda _=False: handler())
        self.row_actions.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def submit(self, work: Callable[[Workplace, Any], object]) -> Submit:
        """Return what hands an answer to a use case."""
        return submitting(self.context, partial(work, self.context.workplace))
