"""Which page belongs to which place of the rail; a place without one shows its empty page."""

from __future__ import annotations

from desktop.ui.election.election_page import ElectionPage
from desktop.ui.hamlets_page import HamletsPage
from desktop.ui.households_page import HouseholdsPage
from desktop.ui.page import Page
from desktop.ui.sending_page import SendingPage
from desktop.ui.settings_page import SettingsPage
from desktop.ui.today_page import TodayPage

PAGES: dict[str, type[Page]] = {
    "today": TodayPage,
    "hamlets": HamletsPage,
    "households": HouseholdsPage,
    "election": ElectionPage,
    "sending": SendingPage,
    "settings": SettingsPage,
}
