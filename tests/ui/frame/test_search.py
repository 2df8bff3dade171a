"""Ctrl+K finds anything the office keeps, and opens it, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from desktop.services.people.households import households
from desktop.services.search.found import Group
from desktop.ui.frame.frame import Frame
from desktop.ui.page.further import DISMISSALS
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from desktop.ui.people.households_page import HouseholdsPage
from desktop.ui.places.hamlets_page import HamletsPage
from desktop.ui.settings.settings_page import SettingsPage
from desktop.vietnamese.text import fold
from tests.offices import commune_day
from tests.offices.desks import ON_THE_DAY
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.search_panel import SearchPanel


@pytest.fixture
def frame(qtbot: QtBot, tmp_path: Path) -> Iterator[Frame]:
    day = commune_day.open_day(tmp_path / "xa")
    runner = Runner()
    frame = Frame(ON_THE_DAY, Context(Session(day.workplace, day.keys), runner))
    qtbot.addWidget(frame)
    frame.setGeometry(0, 0, 1366, 768)
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    qtbot.waitUntil(lambda: not runner.is_busy())
    yield frame
    runner.close()
    day.workplace.database.close()


def searched(qtbot: QtBot, frame: Frame, typed: str) -> SearchPanel:
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = frame.search_panel
    assert panel is not None
    box = frame.focusWidget()
    assert isinstance(box, QLineEdit)
    qtbot.keyClicks(box, typed)
    answered(qtbot, frame)
    return panel


def answered(qtbot: QtBot, frame: Frame) -> None:
    assert frame.context is not None
    runner, panel = frame.context.runner, frame.search_panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.is_answered() and not runner.is_busy())


def press(qtbot: QtBot, frame: Frame, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    focused = frame.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, *modifiers)


def test_a_hamlet_is_found_without_marks_and_opened_with_enter(qtbot: QtBot, frame: Frame) -> None:
    panel = searched(qtbot, frame, "luc ngu")
    found = panel.rows.current()
    assert found is not None
    assert (found.group, found.title) == (Group.HAMLETS, "Thôn Lục Ngù")
    press(qtbot, frame, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert frame.place() == "hamlets"


def test_ctrl_enter_does_the_next_thing_of_what_is_chosen(qtbot: QtBot, frame: Frame) -> None:
    panel = searched(qtbot, frame, "luc ngu")
    found = panel.rows.current()
    assert found is not None
    assert found.following is not None
    qtbot.keyClick(frame, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert frame.place() == found.following[0] != "hamlets"


def test_who_types_and_enters_at_once_opens_what_was_typed(qtbot: QtBot, frame: Frame) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = frame.focusWidget()
    qtbot.keyClicks(box, "sao luu")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: frame.place() == "settings")


def test_the_arrows_and_tab_walk_through_what_was_found(qtbot: QtBot, frame: Frame) -> None:
    panel = searched(qtbot, frame, "luc ngu")
    first = panel.rows.current()
    press(qtbot, frame, Qt.Key.Key_Down)
    second = panel.rows.current()
    assert second is not None
    assert second != first
    press(qtbot, frame, Qt.Key.Key_Up)
    assert panel.rows.current() == first
    groups = set()
    for _ in range(6):
        press(qtbot, frame, Qt.Key.Key_Tab)
        current = panel.rows.current()
        assert current is not None
        groups.add(current.group)
    assert len(groups) > 2


def test_escape_gives_the_keyboard_back_and_leaves_the_place(qtbot: QtBot, frame: Frame) -> None:
    before, place = frame.focusWidget(), frame.place()
    panel = searched(qtbot, frame, "zzz")
    assert panel.rows.current() is None
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert (frame.focusWidget(), frame.place()) == (before, place)


def test_without_a_letter_there_is_what_to_do_and_the_places(qtbot: QtBot, frame: Frame) -> None:
    panel = searched(qtbot, frame, "")
    found = panel.rows.current()
    assert found is not None
    assert found.group is Group.TASKS


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("ky nhat", ("settings", "log")),
        ("xoa du lieu", ("settings", "retention")),
        ("tach thon", ("hamlets", None)),
        ("van ban can cu", ("today", ("bases",))),
    ],
)
def test_pages_are_found_by_their_names_and_by_what_is_done_there(
    qtbot: QtBot, frame: Frame, typed: str, place: tuple[str, object]
) -> None:
    found = searched(qtbot, frame, typed).rows.current()
    assert found is not None
    assert (found.group, found.place, found.argument) == (Group.PLACES, *place)


def test_each_view_that_stands_over_a_page_is_found_by_a_word_for_it(qtbot: QtBot, frame: Frame) -> None:
    asked = {
        "cho thôi": ("hamlets", DISMISSALS),
        "mien nhiem": ("hamlets", DISMISSALS),
        "chuoi": ("today", ("chain",)),
        "dot": ("today", ("waves",)),
        "tieu ban": ("today", ("groups",)),
        "nguon": ("today", ("personnel",)),
    }
    panel = searched(qtbot, frame, "")
    box = frame.focusWidget()
    assert isinstance(box, QLineEdit)
    for typed, place in asked.items():
        box.setText(typed)
        answered(qtbot, frame)
        assert place in [(found.place, found.argument) for found in panel.rows.shown()], typed
    box.setText("mien nhiem")
    answered(qtbot, frame)
    press(qtbot, frame, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(frame.page(), HamletsPage))
    dismissals = page_of(frame, HamletsPage).dismissals
    assert dismissals is not None
    assert dismissals.isVisible()


def test_a_letter_in_the_box_of_the_bar_begins_the_search(qtbot: QtBot, frame: Frame) -> None:
    frame.top_bar.search.setFocus()
    qtbot.keyClick(frame.top_bar.search, "n")
    box = frame.focusWidget()
    assert isinstance(box, QLineEdit)
    qtbot.keyClicks(box, "gu")
    assert box.text() == "ngu"
    answered(qtbot, frame)
    assert frame.search_panel is not None
    qtbot.mouseClick(frame.search_panel, Qt.MouseButton.LeftButton, pos=QPoint(20, 600))
    assert not frame.search_panel.isVisible()
    qtbot.mouseClick(frame.top_bar.search, Qt.MouseButton.LeftButton)
    assert frame.search_panel.isVisible()


def test_somebody_who_is_found_stands_chosen_in_the_register(qtbot: QtBot, frame: Frame) -> None:
    context = frame.context
    assert context is not None
    lines = households(context.workplace, limit=500).lines
    line = lines[-1]
    panel = searched(qtbot, frame, fold(line.head))
    person = next(found for found in panel.rows.shown() if found.place == "households")
    while panel.rows.current() != person:
        press(qtbot, frame, Qt.Key.Key_Down)
    press(qtbot, frame, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(frame.page(), HouseholdsPage))
    page = page_of(frame, HouseholdsPage)
    qtbot.waitUntil(lambda: page.table.current() is not None)
    assert page.table.current().head == person.title
    assert page.list.search.text() == person.title


@pytest.mark.parametrize("again", [False, True])
def test_a_subject_of_the_settings_is_opened_with_the_keyboard_in_it(
    qtbot: QtBot, frame: Frame, again: bool
) -> None:
    if again:
        frame.open_place("settings")
        answered_page(qtbot, frame)
        page = page_of(frame, SettingsPage)
        assert page.subjects.button(0).hasFocus()
        frame.open_place("hamlets")
    searched(qtbot, frame, "nhat ky")
    press(qtbot, frame, Qt.Key.Key_Return)
    answered_page(qtbot, frame)
    page = page_of(frame, SettingsPage)
    assert page.panel() is page.log
    qtbot.waitUntil(page.log.table.hasFocus)
    # From one subject to another, the keyboard goes along.
    frame.open_place("settings", "retention")
    answered_page(qtbot, frame)
    first = page.retention.first()
    assert first is not None
    qtbot.waitUntil(first.hasFocus)


def answered_page(qtbot: QtBot, frame: Frame) -> None:
    assert frame.context is not None
    runner = frame.context.runner
    qtbot.waitUntil(lambda: not runner.is_busy() and frame.page() is not None)
