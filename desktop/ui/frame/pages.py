"""Which page belongs to which place of the rail; a place without one shows its empty page."""

from __future__ import annotations

import sys
from pkgutil import resolve_name

from desktop.ui.page.page import Page

# By name: a page and all that it works with are loaded when its place is first opened.
_PAGES = {
    "today": "desktop.ui.today.today_page:TodayPage",
    "hamlets": "desktop.ui.places.hamlets_page:HamletsPage",
    "households": "desktop.ui.people.households_page:HouseholdsPage",
    "party": "desktop.ui.party.party_page:PartyPage",
    "congress": "desktop.ui.congress.page:CongressPage",
    "election": "desktop.ui.hamlet_head.page:ElectionPage",
    "printing": "desktop.ui.papers.papers_page:PapersPage",
    "sending": "desktop.ui.exchange.sending_page:SendingPage",
    "settings": "desktop.ui.settings.settings_page:SettingsPage",
}


def has_page(place: str) -> bool:
    """Tell whether a place of the rail has a page already."""
    return place in _PAGES


def is_loaded(place: str) -> bool:
    """Tell whether ``page_of`` answers at once; else it is asked in the background."""
    name = _PAGES.get(place)
    return name is None or name.partition(":")[0] in sys.modules


def page_of(place: str) -> type[Page] | None:
    """Return the page of a place of the rail; None where it has none yet."""
    name = _PAGES.get(place)
    if name is None:
        return None
    page: type[Page] = resolve_name(name)
    return page
