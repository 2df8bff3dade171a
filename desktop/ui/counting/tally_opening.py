"""From the counting step to the screen of a count ballot by ballot, and on to the next cluster's box."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.services.counting.counting_views import CountingView
from desktop.services.counting.tallies import OpenTally, TallyLocked, sit_at_tally
from desktop.services.office.workplace import local
from desktop.ui.counting.counting_questions import tally_dialog
from desktop.ui.page.page import Context
from desktop.ui.tally.tally_window import TallyWindow


class TallyOpening(QObject):
    """Asks who reads, and opens the screen over the window.

    Args:
        context: the open office.
        parent: the counting step.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._over = context, parent
        self._first_made = ""
        self.window: TallyWindow | None = None

    def ask(self, view: CountingView | None) -> None:
        """Ask who reads the ballots of a count."""
        if view is None:
            return
        first = next((made for made in view.entries if made.number == 1), None)
        self._first_made = (
            self.tr("đã khóa {0:%H:%M}, {1} ghi").format(local(first.made_at), first.operator.name)
            if first is not None
            else ""
        )
        dialog = tally_dialog(self._context, view, self._over)
        dialog.seated.connect(self.open)
        dialog.open()

    def open(self, opened: OpenTally, pin: str) -> None:
        """Open the screen for who sat down."""
        self.window = TallyWindow(self._context, opened, pin, self._first_made, self._over)
        self.window.locked.connect(partial(self._locked, opened, pin))
        self.window.open()

    def _locked(self, opened: OpenTally, pin: str, locked: TallyLocked) -> None:
        if not locked.clusters_left:
            return
        place, code, who = self._context.workplace, opened.code, opened.operator.id
        cluster = locked.clusters_left[0]
        self._context.ask(
            lambda: sit_at_tally(place, code, who, pin, cluster=cluster, alone=opened.alone),
            partial(self._go_on, pin),
            to=self,
        )

    def _go_on(self, pin: str, opened: OpenTally) -> None:
        self.open(opened, pin)
