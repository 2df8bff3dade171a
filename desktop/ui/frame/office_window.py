"""The window of an open office: its session, its pages, and what the frame tells of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from desktop.services.office.changes import Kind
from desktop.services.today.top_bar import DeskFacts, desk_facts
from desktop.ui.frame.desk import desk_of
from desktop.ui.frame.frame import Frame
from desktop.ui.page.page import Context

# What the top bar tells can change with these.
_KINDS = frozenset(
    {
        Kind.OFFICE,
        Kind.ELECTIONS,
        Kind.ROLLS,
        Kind.EXCHANGE,
        Kind.COUNTING,
        Kind.RESULTS,
        Kind.PLACES,
        Kind.BACKUPS,
    }
)


class OfficeWindow(Frame):
    """The frame over an open office; it keeps its top bar fresh and ends its work before it closes.

    Args:
        context: the open office and the runner.
        facts: what is known of it at first.
        remember: called with the key of each place that is shown, and what it shows.
    """

    def __init__(
        self,
        context: Context,
        facts: DeskFacts,
        remember: Callable[[str, tuple[str, ...]], None] | None = None,
    ) -> None:
        super().__init__(desk_of(facts), context)
        self._context = context
        context.changed.connect(self._on_changed)
        if remember is not None:
            self._remember = remember
            self.rail.chosen.connect(lambda _: self._stand())
            context.moved.connect(self._stand)

    def refresh_desk(self) -> None:
        """Read again what the top bar tells."""
        self._context.ask(
            lambda: desk_facts(self._context.workplace), lambda facts: self.set_desk(desk_of(facts))
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand on what is being typed, so that it is saved before the window is gone."""
        typing = QApplication.focusWidget()
        if typing is not None and self.isAncestorOf(typing):
            typing.clearFocus()
        super().closeEvent(event)

    def _stand(self) -> None:
        page = self.page()
        self._remember(self.place(), page.on_show() if page is not None else ())

    def _on_changed(self, kinds: frozenset[Kind]) -> None:
        if kinds & _KINDS:
            self.refresh_desk()
