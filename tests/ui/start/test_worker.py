"""Who works at the window, where the office asks: a wrong PIN opens nothing, a right one only its side."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.office.operators import register_operator, set_asks_operator, set_side
from desktop.services.office.sides import Side
from desktop.ui.app import Desktop
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import WindowMemory
from desktop.ui.start_window import StartWindow
from tests.offices.start_example import NOW, around, make_office, press
from tests.offices.typing import type_text

_SLOW = 20_000


def test_a_party_page_does_not_open_for_the_elections_side(tmp_path: Path, qtbot: QtBot) -> None:
    session = make_office(tmp_path)
    place = session.workplace
    who = register_operator(place, "Tằng Văn Bình", "1357")
    register_operator(place, "Lương Thị Hạnh", "2468")
    set_side(place, who, Side.ELECTIONS, TRAINING_PASSPHRASE)
    set_asks_operator(place, TRAINING_PASSPHRASE, on=True)
    place.database.close()
    desktop = Desktop(around(tmp_path, lambda: NOW), WindowMemory())
    desktop.begin()
    start = desktop.window
    assert isinstance(start, StartWindow)
    qtbot.waitUntil(lambda: start.stack.currentWidget() is start.worker, timeout=_SLOW)
    start.worker.who.set_value(who)
    type_text(start.worker.pin.line, "0000")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(start.worker.pin.problem()), timeout=_SLOW)
    start.worker.pin.line.selectAll()
    type_text(start.worker.pin.line, "1357")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(desktop.window, OfficeWindow), timeout=_SLOW)
    qtbot.waitUntil(lambda: not desktop.runner.is_busy(), timeout=_SLOW)
    window = desktop.window
    assert isinstance(window, OfficeWindow)
    assert {"party", "congress"}.isdisjoint(window.rail.entries)
    before = window.place()
    window.open_place("party")
    assert window.place() == before
    assert desktop.session is not None
    assert desktop.session.workplace.actor == f"operator:{who}"
    desktop.end()
    window.close()
