"""Further views of a place: what opens from its home, is loaded when first asked for, and stands over it."""

from __future__ import annotations

from collections.abc import Callable
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Protocol, cast

from desktop.services.office.sides import Side
from desktop.ui.page.page import Context, View
from desktop.ui.widgets.areas.views import Views

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from desktop.services.office.workplace import Workplace

FURTHER: dict[str, str] = {
    "waves": "desktop.ui.campaigns.waves_view:WavesView",
    "bases": "desktop.ui.bases.bases_view:BasesView",
    "groups": "desktop.ui.groups.groups_view:GroupsView",
    "approvals": "desktop.ui.groups.approvals_view:ApprovalsView",
    "works": "desktop.ui.groups.works_view:WorksView",
    "chain": "desktop.ui.chain.chain_view:ChainView",
    "personnel": "desktop.ui.personnel.personnel_view:PersonnelView",
}
"""By the word with which a view is asked for, its class by name: nothing of it is loaded before."""

DISMISSALS = ("dismissals",)
"""What the place of hamlets is opened with for dismissals of heads, which stand over its list."""


class FurtherView(Protocol):
    """A ``View`` that says by ``closed`` that it is left, and is opened each time it is asked for."""

    closed: SignalInstance

    def open(self, argument: object = None) -> None:
        """Read what it shows, and show what is named."""

    def refresh(self) -> None:
        """Read what it shows anew."""


def further_place(workplace: Workplace) -> str:
    """Return the place that further views open from: where one sees the Party's side alone, no Hôm nay is."""
    return "congress" if workplace.side is Side.PARTY else "today"


class FurtherViews:
    """The further views of one page, among the views of its stack.

    Args:
        context: the open office, the runner and the way to other pages.
        views: the page's stack.
        parent: the page.
        left: is called when a further view is left.
    """

    def __init__(self, context: Context, views: Views, parent: QWidget, left: Callable[[], None]) -> None:
        self._context = context
        self._views = views
        self._parent = parent
        self._left = left
        self._made: dict[str, View] = {}

    def on_show(self) -> View | None:
        """Return the further view on show; None while the page shows something of its own."""
        shown = self._views.currentWidget()
        return next((view for view in self._made.values() if view is shown), None)

    def name_on_show(self) -> str | None:
        """Return the word of the further view on show; None while the page shows something of its own."""
        return next((name for name, view in self._made.items() if view is self._views.currentWidget()), None)

    def show(self, name: str, argument: object = None) -> bool:
        """Show the view of a word; False for a word that is none's."""
        if name not in FURTHER:
            return False
        if name not in self._made:
            made: type[View] = resolve_name(FURTHER[name])
            view = made(self._context, self._parent)
            cast("FurtherView", view).closed.connect(self._left)
            self._views.addWidget(view)
            self._made[name] = view
        view = self._made[name]
        self._views.setCurrentWidget(view)
        cast("FurtherView", view).open(argument)
        return True

    def refresh(self) -> None:
        """Read anew what the further view on show shows."""
        if (view := self.on_show()) is not None:
            cast("FurtherView", view).refresh()
