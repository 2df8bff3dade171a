"""A page that lists records, shows one of them beside the list, and takes workbooks in."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.services.lists.list_kind import ListKind
from desktop.ui.lists.view import Block, ImportView
from desktop.ui.page.page import Context, Page
from desktop.ui.page.record_panel import RecordPanel
from desktop.ui.page.workbooks import ask_workbook, dropped_workbook
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.focus import can_take_focus, holds_focus, tab_as_read
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.table import Table

ROWS = 0
_LIST = 0


class OverList(Protocol):
    """What stands in place of the list for a while, such as a workbook that is taken in."""

    def primary(self) -> None:
        """Do the primary thing."""

    def next_problem(self, step: int = 1) -> None:
        """Go to the next thing that is missing or wrong."""

    def help_text(self) -> str:
        """Explain what the focus is on."""

    def leave(self) -> None:
        """Go back to the list."""


class RegisterPage(Page):
    """What the registers share; a subclass makes table, panel and facts, and lays them out.

    Attributes:
        bar: at the foot of the list.
        rows: the table, or what stands in its place while there is nothing to list.

    Args:
        context: the open office and the runner.
        kind: the list that can be taken in.
        parent: the frame.
    """

    table: Table
    panel: RecordPanel

    def __init__(self, context: Context, kind: ListKind[Any], parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.wanted: str | None = None
        self.setAcceptDrops(True)
        self._kind = kind
        self.bar = BottomBar(self)
        self.rows = Views(self)
        self._stack = Views(self)
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+N"), self, context=near).activated.connect(self.add_one)

    @cached_property
    def importing(self) -> ImportView:
        """The view that takes a workbook in, made when the first one comes."""
        view = ImportView(self.context, self._kind, self)
        view.closed.connect(self._leave_import)
        self._stack.addWidget(view)
        return view

    @abstractmethod
    def add_one(self) -> None:
        """Add one record by hand (Ctrl+N)."""

    @abstractmethod
    def explained(self) -> str:
        """Explain the list (F1)."""

    @abstractmethod
    def asks_for_workbook(self) -> str:
        """Return the caption over the choice of a workbook."""

    def import_target(self) -> tuple[str | None, Mapping[str, str]]:
        """Return the code of the hamlet that a list is for, and all that can be chosen."""
        return None, {}

    def is_listing(self) -> bool:
        """Tell whether the list is on show, and not an import."""
        return self._stack.currentIndex() == _LIST

    def show_over(self, view: QWidget) -> None:
        """Show something in place of the list; it is an ``OverList``, and ``show_list`` ends it."""
        self.panel.commit()
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)

    def show_list(self) -> None:
        """Show the list again, as it is now."""
        self._leave_import(None)

    def open_with(self, argument: object) -> None:
        """Show a hamlet or its households, by its code."""
        if isinstance(argument, str):
            self.wanted = argument
            self._stack.setCurrentIndex(_LIST)
            self.refresh()

    def primary(self) -> None:
        """Do what the list, or the open import, asks for."""
        over = self._over()
        if over is not None:
            over.primary()
            return
        view = self.rows.currentWidget()
        if isinstance(view, EmptyView) and view.button is not None:
            view.button.click()
        else:
            self.bar.press()

    def next_problem(self, step: int = 1) -> None:
        """Walk through the doubtful and refused rows of an import."""
        over = self._over()
        if over is not None:
            over.next_problem(step)
        else:
            super().next_problem(step)

    def help_text(self) -> str:
        """Explain what the focus is on."""
        over = self._over()
        if over is not None:
            return over.help_text()
        return self.panel.help_text() or self.explained()

    def focus_home(self) -> QWidget | None:
        """Return the list, or the one button that stands in its place while it is empty."""
        view = self.rows.currentWidget()
        if self.is_listing() and isinstance(view, EmptyView) and view.button is not None:
            return view.button
        return self.table if can_take_focus(self.table) else super().focus_home()

    def go_back(self) -> bool:
        """Leave the import or the panel's fields."""
        over = self._over()
        if over is not None:
            over.leave()
            return True
        if holds_focus(self.panel):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def take_file(self, path: Path) -> None:
        """Begin to take a workbook in."""
        self.take(path)

    def take(self, opened: Path | Block) -> None:
        """Begin to take a list in: a workbook, or cells that were copied."""
        self.panel.commit()
        self._stack.setCurrentWidget(self.importing)
        self.importing.open(opened, *self.import_target())

    def choose(self) -> None:
        """Ask for a workbook to take in."""
        ask_workbook(self, self.asks_for_workbook(), self.take_file)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one workbook that is dragged over the page."""
        if dropped_workbook(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin to take in the workbook that was dropped."""
        path = dropped_workbook(event.mimeData())
        if path is not None:
            self.take_file(path)

    def lay_out(
        self,
        title: str,
        facts: QWidget,
        empty: Sequence[EmptyView],
        above: QWidget | None = None,
        chooser: QWidget | None = None,
    ) -> None:
        """Put the parts where they belong: title and facts, table and panel, the bar.

        Args:
            title: of the page.
            facts: at its right.
            empty: what can stand in the place of the table, as pages 1 and on of ``rows``.
            above: choices above the table.
            chooser: a list of what the table's list is of, at its left.
        """
        side, top = style.size("page_side"), style.size("page_top")
        head = Wrapping(self)
        head.add(label(title, "title", self))
        head.add(facts, elastic=True)
        listed = QWidget(self)
        left = QVBoxLayout(listed)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.table, 1)
        left.addStretch()
        self.rows.addWidget(listed)
        for view in empty:
            # Where it isn't on show it asks for no room.
            view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            self.rows.addWidget(view)
        beside = Beside()
        beside.add(self.rows)
        beside.grow_too(self.table)
        beside.add_panel(self.panel)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, top, side, 12)
        inside.setSpacing(12)
        inside.addWidget(head)
        if above is not None:
            inside.addWidget(above)
        if chooser is None:
            inside.addLayout(beside, 1)
        else:
            whole_list = Beside()
            whole_list.add(beside)
            whole_list.lead(chooser, chooser.minimumWidth(), chooser.maximumWidth())
            inside.addLayout(whole_list, 1)
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.bar)
        self.panel.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        # From the list too: whoever left the panel still sees what was typed there.
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence.StandardKey.Undo, whole, context=near).activated.connect(self.panel.take_back)
        self._stack.addWidget(whole)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._stack)
        tab_as_read(whole)

    def _over(self) -> OverList | None:
        return None if self.is_listing() else cast("OverList", self._stack.currentWidget())

    def _leave_import(self, stored_for: str | None) -> None:
        self._stack.setCurrentIndex(_LIST)
        self.wanted = stored_for
        self.refresh()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
