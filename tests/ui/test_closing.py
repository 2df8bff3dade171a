"""A window that goes away while something is still being opened or loaded for it."""

from __future__ import annotations

import sys
from time import sleep
from typing import TYPE_CHECKING

import pytest
from pytestqt.exceptions import capture_exceptions

from desktop.ui.app import Desktop, dress, make_application
from desktop.ui.frame import pages
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import WindowMemory
from desktop.ui.start_window import StartWindow
from desktop.ui.widgets import style
from tests.offices.start_example import NOW, around, make_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_PAGE = "from desktop.ui.page.page import Page\n\nclass SlowPage(Page):\n    pass\n"


@pytest.fixture
def desktop(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    make_office(tmp_path).workplace.database.close()
    made = Desktop(around(tmp_path, lambda: NOW), WindowMemory())
    made.begin()
    qtbot.waitUntil(made.window.isVisible)
    yield made
    made.end()
    made.window.close()


def _opened(desktop: Desktop, qtbot: QtBot) -> OfficeWindow:
    qtbot.waitUntil(lambda: isinstance(desktop.window, OfficeWindow))
    qtbot.waitUntil(lambda: not desktop.runner.is_busy())
    return desktop.window


def test_a_window_closed_while_the_office_opens_stays_closed(desktop: Desktop) -> None:
    start = desktop.window
    assert isinstance(start, StartWindow)
    start.close()
    desktop.end()
    assert desktop.window is start, "no other window comes up once this one was closed"
    assert not start.isVisible()


def test_a_window_that_is_dressed_anew_is_not_asked_for_a_page_that_loads_late(
    desktop: Desktop, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a_late_page.py").write_text(_PAGE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(pages._PAGES, "sending", "a_late_page:SlowPage")
    monkeypatch.delitem(sys.modules, "a_late_page", raising=False)
    window = _opened(desktop, qtbot)
    with capture_exceptions() as stumbled:
        try:
            desktop.runner.run(lambda _: sleep(0.3), lambda _: None)
            desktop.set_text_points(12)
            window.open_place("sending")
            window.context.ask(lambda: 1, lambda _: window.setWindowTitle("gone"))
            qtbot.waitUntil(lambda: desktop.window is not window)
            _opened(desktop, qtbot)
        finally:
            style.set_text_points(style.USUAL_TEXT)
            dress(make_application())
    assert not stumbled
