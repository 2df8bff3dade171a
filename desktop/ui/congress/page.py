"""The page of congresses: the list, the congress that is open, or a further view."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.congress.views import CongressLine, congresses
from desktop.services.elections.waves import WaveView, congress_waves
from desktop.services.office.changes import Kind
from desktop.services.party.branches import BranchLine, branch_lines
from desktop.ui.congress.list import CongressList
from desktop.ui.congress.open_congress import OpenCongress
from desktop.ui.congress.planning import ask_for_congress
from desktop.ui.congress.walk import WHOLE
from desktop.ui.page.further import FURTHER, FurtherViews
from desktop.ui.page.page import Context, Page, View
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.focus import can_take_focus, first_inside


class CongressPage(Page):
    """The page of the place ``congress``.

    ``open_with`` takes a congress's code, ``(code, step)``, ``(code, "papers", form)``, or a further view's
    ``(name, argument)``. Alt+Left and Alt+Right go from step to step, Esc from a step to the congress as a
    whole, and from it to the list.
    """

    kinds = frozenset(
        {
            Kind.CONGRESS,
            Kind.CHAIN,
            Kind.ELECTIONS,
            Kind.COUNTING,
            Kind.RESULTS,
            Kind.PARTY,
            Kind.PEOPLE,
            Kind.PAPERS,
            Kind.OFFICE,
            Kind.BASES,
            Kind.GROUPS,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAccessibleName(self.tr("Đại hội chi bộ"))
        self._branches: tuple[BranchLine, ...] = ()
        self._waves: tuple[WaveView, ...] = ()
        self.list = CongressList(self)
        self.list.opened.connect(self.open_with)
        self.list.plan_asked.connect(self.plan)
        self.list.further_asked.connect(lambda name: self.open_with((name,)))
        self.congress = OpenCongress(context, self)
        self.congress.opened.connect(self._show_congress)
        self.congress.left.connect(self._leave)
        self.congress.gone.connect(self.refresh)
        self._places = Views(self)
        for view in (self.list, self.congress):
            self._places.addWidget(view)
        self.further = FurtherViews(context, self._places, self, self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._places)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.plan)
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda by=by: self.congress.go(by))

    def open_with(self, argument: object) -> None:
        """Show a congress by its code, as a whole or at a step, or a further view by its name."""
        if isinstance(argument, tuple) and argument and argument[0] in FURTHER:
            self.congress.close_it()
            self.further.show(str(argument[0]), *argument[1:2])
            return
        code, key, *form = argument if isinstance(argument, tuple) else (argument, WHOLE)
        if isinstance(code, str) and code:
            self._stale = False
            self.congress.open(code, key, *form[:1])
            self.refresh()

    def on_show(self) -> tuple[str, ...]:
        """Return the further view, or the code of the open congress and the key of what is on show."""
        if (name := self.further.name_on_show()) is not None:
            return (name,)
        return self.congress.on_show()

    def key(self) -> str:
        """Return the key of the step on show, ``whole``, or ``papers``; nothing in the list."""
        return self.congress.key()

    def refresh(self) -> None:
        """Load the list, and the open congress with its roll, papers and texts, or a further view."""
        self.further.refresh()
        place = self.context.workplace
        self.context.ask(
            lambda: (congresses(place), branch_lines(place), congress_waves(place)),
            self._show_list,
            once=(self, ""),
        )
        self.congress.refresh()

    def primary(self) -> None:
        """Do the primary thing of what is on show."""
        if (shown := self._shown()) is not None:
            shown.primary()
        else:
            self.list.primary()

    def next_problem(self, step: int = 1) -> None:
        """Go to what is missing or wrong next in what is on show."""
        if (shown := self._shown()) is not None:
            shown.next_problem(step)
        else:
            super().next_problem(step)

    def print_it(self) -> None:
        """Print what is on show, or show the papers of the open congress (Ctrl+P)."""
        if (shown := self._shown()) is not None:
            shown.print_it()
        else:
            super().print_it()

    def help_text(self) -> str:
        """Explain what is on show."""
        if (further := self.further.on_show()) is not None:
            return further.help_text()
        return self.congress.help_text() or self.tr(
            "Mỗi dòng là một đại hội; Enter mở, Ctrl+N lập đại hội cho một chi bộ."
        )

    def go_back(self) -> bool:
        """Leave an inner view of what is on show, and then that for the list."""
        shown = self._shown()
        if shown is None:
            return False
        if not shown.go_back():
            self._leave()
        return True

    def focus_home(self) -> QWidget | None:
        """Return the table of what is on show, or the button of the next thing."""
        if (further := self.further.on_show()) is not None:
            return first_inside(further)
        home = self.congress.focus_home() if self.key() else self.list.table
        return home if can_take_focus(home) else super().focus_home()

    def plan(self) -> None:
        """Ask for a branch and a day, and plan its congress."""
        branches = {line.code: line.name for line in self._branches}
        ask_for_congress(self.context, self.window(), branches, self._waves, self.open_with)

    def _shown(self) -> View | None:
        """Return the further view or the congress on show; None for the list."""
        return self.further.on_show() or (self.congress if self.key() else None)

    def _show_congress(self) -> None:
        self._places.setCurrentWidget(self.congress)

    def _leave(self) -> None:
        self.congress.close_it()
        self._places.setCurrentWidget(self.list)
        self.list.table.setFocus()
        self.context.moved.emit()

    def _show_list(
        self, found: tuple[tuple[CongressLine, ...], tuple[BranchLine, ...], tuple[WaveView, ...]]
    ) -> None:
        lines, self._branches, self._waves = found
        self.list.set_lines(lines)
        if self.key() and not self.congress.code():
            self._leave()
