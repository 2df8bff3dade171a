"""A page that is loaded when its place is first opened: in the background, and what it should show stays."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.ui.frame import pages
from desktop.ui.frame.frame import Frame
from desktop.ui.frame.rail_places import rail_places
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from tests.offices.desks import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

_PAGE = """
import threading
from desktop.ui.page.page import Page

LOADED_IN = threading.current_thread()

class SlowPage(Page):
    asked = None

    def open_with(self, argument):
        self.asked = argument
"""
_NAME = "a_page_of_this_test"


@pytest.fixture
def frame(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Frame]:
    (tmp_path / f"{_NAME}.py").write_text(_PAGE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(pages._PAGES, "party", f"{_NAME}:SlowPage")
    monkeypatch.delitem(pages._PAGES, "today")
    runner = Runner()
    # The pages here ask for no office.
    made = Frame(COMMUNE, Context(Session(None, None), runner))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    runner.finish()
    sys.modules.pop(_NAME, None)


def test_a_page_is_loaded_off_the_windows_thread_and_shows_what_was_asked(frame: Frame, qtbot: QtBot) -> None:
    frame.open_place("party", ("06859-T01",))
    assert frame.place() == "party"
    assert frame.page() is None
    qtbot.waitUntil(lambda: frame.page() is not None)
    page = frame.page()
    assert page.asked == ("06859-T01",)  # type: ignore[union-attr]  # the page of this test
    assert sys.modules[_NAME].LOADED_IN.name != "MainThread"


def test_whoever_went_elsewhere_meanwhile_stays_there(frame: Frame, qtbot: QtBot) -> None:
    frame.open_place("party")
    frame.open_place("today")
    qtbot.waitUntil(lambda: _NAME in sys.modules)
    qtbot.waitUntil(lambda: not frame.context.runner.is_busy())  # type: ignore[union-attr]  # it has one
    assert frame.place() == "today"
    frame.open_place("party")
    assert type(frame.page()).__name__ == "SlowPage"


def test_each_side_of_the_work_has_its_places_and_sends_its_own() -> None:
    elections, party = (
        {place.key for place in rail_places("commune", side)} for side in ("elections", "party")
    )
    assert {"party", "congress", "hamlets", "sending", "settings"} <= party
    assert not party & {"today", "households", "election", "printing"}
    assert "sending" in elections
    assert not elections & {"party", "congress"}
