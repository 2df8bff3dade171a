"""What F1 says of keys is what they do, page by page; a place that is opened by its key has the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desktop.services.elections.candidate_views import candidates_view
from desktop.services.office.settings import office_settings
from desktop.services.people.record import household
from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.elections.candidates_step import CandidatesStep
from desktop.ui.exchange.sending_page import SendingPage
from desktop.ui.hamlet_head.page import ElectionPage
from desktop.ui.papers.papers_page import PapersPage
from desktop.ui.people.households_page import HouseholdsPage
from desktop.ui.places.hamlets_page import HamletsPage
from desktop.ui.settings.settings_page import SettingsPage
from desktop.ui.today.today_page import TodayPage
from desktop.ui.widgets.focus import holds_focus
from tests.offices import election_example
from tests.offices import register_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import ALT, CTRL, SHIFT, Hands, page_of, step_of, when_asked
from tests.offices.register_window import CONTROL, Window
from tests.offices.typing import type_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

__all__ = ["frame", "office"]

KEY = re.compile(r"Ctrl\+\w+|Shift\+\w+|\bAlt\b|\bF\d\b|\bEnter\b|\bEsc\b|\bTab\b")
PLACES = (
    "today",
    "hamlets",
    "households",
    "party",
    "election",
    "congress",
    "indicators",
    "printing",
    "sending",
    "settings",
)


@pytest.fixture
def register(open_window: Callable[[Path], Window], settled_register: Path) -> Window:
    return open_window(settled_register)


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


def open_by_key(hands: Hands, place: str) -> None:
    number = PLACES.index(place) + 1
    hands.press(Qt.Key(Qt.Key.Key_0 + number % 10), CTRL)


def named_in(text: str) -> set[str]:
    """Return the keys that a help text names."""
    return set(KEY.findall(text))


def said(hands: Hands) -> str:
    """Return what F1 says of the page."""
    page = hands.frame.page()
    assert page is not None
    return page.help_text()


# The place opened by its key has the keyboard in its list.


def test_a_place_opened_by_its_key_has_the_keyboard_in_its_list(hands: Hands) -> None:
    hands.settle()
    page = page_of(hands.frame, TodayPage)
    assert page.board_view.table.hasFocus()  # as the window opens
    open_by_key(hands, "hamlets")
    assert page_of(hands.frame, HamletsPage).table.hasFocus()
    open_by_key(hands, "election")
    assert page_of(hands.frame, ElectionPage).list.table.hasFocus()
    open_by_key(hands, "printing")
    assert page_of(hands.frame, PapersPage).table.hasFocus()
    open_by_key(hands, "sending")
    assert holds_focus(page_of(hands.frame, SendingPage).view)  # no package is there to stand on
    open_by_key(hands, "settings")
    assert holds_focus(page_of(hands.frame, SettingsPage).subjects)
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    assert page_of(hands.frame, PapersPage).table.hasFocus()


def test_an_empty_place_opened_by_its_key_offers_its_button(
    open_window: Callable[[Path], Window], settled_register: Path
) -> None:
    window = open_window(settled_register)
    for key, place in ((Qt.Key.Key_1, "today"), (Qt.Key.Key_5, "election"), (Qt.Key.Key_8, "printing")):
        window.press(key, CONTROL)
        assert window.frame.place() == place
        page = window.frame.page()
        assert page is not None
        assert holds_focus(page), place


# The keys that are the same everywhere.


def test_the_general_keys_are_all_held_by_a_test(hands: Hands) -> None:
    caps: list[str] = []

    def read(dialog: QWidget) -> None:
        caps.extend(each.text() for each in dialog.findChildren(QLabel) if each.property("kind") == "key")
        hands.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(read)
    hands.press(Qt.Key.Key_F1)
    named = set().union(*(cap.replace(" … ", ", ").split(", ") for cap in caps))
    assert named == {
        "Ctrl+1",  # test_a_place_opened_by_its_key_has_the_keyboard_in_its_list
        "Ctrl+0",
        "Ctrl+Enter",  # tests/ui/hamlet_head/test_count_journey.py, and every test of a page
        "Enter",  # test_enter_goes_to_the_next_field_and_opens_a_row
        "Tab",  # tests/ui/frame/test_frame.py
        "Shift+Tab",
        "F8",  # test_f8_..., and each page's own test
        "Shift+F8",
        "Ctrl+P",  # test_ctrl_p_...
        "Ctrl+Z",  # test_ctrl_z_...
        "Ctrl+K",  # tests/ui/frame/test_frame.py
        "Esc",  # test_escape_...
        "F1",
    }


@pytest.mark.parametrize("place", ["today", "hamlets", "households", "election", "sending", "settings"])
def test_ctrl_p_says_where_papers_are_on_a_page_without_any(hands: Hands, place: str) -> None:
    open_by_key(hands, place)
    hands.press(Qt.Key.Key_P, CTRL)
    assert "In ấn" in hands.frame.message_bar.text()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("households", "Không thấy ai đứng tên hai hộ"),
        ("party", "Không có đảng viên nào cần xem"),
        ("election", "không có việc nào"),
        ("settings", "không có việc nào"),
    ],
)
def test_f8_says_that_nothing_waits_where_nothing_can(hands: Hands, place: str, said: str) -> None:
    open_by_key(hands, place)
    for modifier in (Qt.KeyboardModifier.NoModifier, SHIFT):
        hands.press(Qt.Key.Key_F8, modifier)
        assert said in hands.frame.message_bar.text()
        hands.press(Qt.Key.Key_Escape)


# Registers.


def first_record(window: Window, place: Qt.Key, key: str) -> QWidget:
    window.press(place, CONTROL)
    assert window.frame.place() == key
    page = window.frame.page()
    assert isinstance(page, HouseholdsPage | HamletsPage)
    if key == "households":
        window.frame.open_place(key, example.FIRST)  # the first hamlet of the list has none
        window.settle()
        page.table.setFocus()
    window.qtbot.waitUntil(page.table.hasFocus)
    return page


def test_enter_escape_and_ctrl_z_in_the_register_of_households(register: Window) -> None:
    page = first_record(register, Qt.Key.Key_3, "households")
    assert isinstance(page, HouseholdsPage)
    assert named_in(page.help_text()) == {"Ctrl+F", "Ctrl+V", "F8"}
    line = page.table.current()
    before = household(register.workplace, line.id).name
    register.press(Qt.Key.Key_Return)  # opens the row
    assert holds_focus(page.panel.fields["name"])
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    type_text(box, "Nông Thị Ếch")
    register.press(Qt.Key.Key_Return)  # goes to the next field, and what was typed is kept
    assert not holds_focus(page.panel.fields["name"])
    assert holds_focus(page.panel)
    assert household(register.workplace, line.id).name == "Nông Thị Ếch"
    register.press(Qt.Key.Key_Escape)  # leaves the panel
    assert page.table.hasFocus()
    register.press(Qt.Key.Key_Z, CONTROL)  # takes it back, from the list too
    assert household(register.workplace, line.id).name == before
    register.press(Qt.Key.Key_F, CONTROL)
    assert page.list.search.hasFocus()


def test_enter_escape_and_ctrl_z_in_the_register_of_hamlets(register: Window) -> None:
    page = first_record(register, Qt.Key.Key_2, "hamlets")
    assert isinstance(page, HamletsPage)
    assert named_in(page.help_text()) == {"Ctrl+F", "F8"}
    register.press(Qt.Key.Key_Return)
    assert holds_focus(page.panel)
    name, field = next(
        (name, field) for name, field in page.panel.fields.items() if isinstance(field.box(), QLineEdit)
    )
    field.setFocus()
    code = page.table.current().code

    def kept() -> object:
        [line] = [line for line in hamlet_lines(register.workplace, ended=True) if line.code == code]
        return getattr(line, name)

    before = kept()
    box = field.box()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    type_text(box, "117")
    register.press(Qt.Key.Key_Return)
    assert kept() != before
    assert not holds_focus(field)
    register.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    register.press(Qt.Key.Key_Z, CONTROL)
    assert kept() == before
    register.press(Qt.Key.Key_F, CONTROL)
    assert page.filter.search.hasFocus()


def test_the_keys_of_an_import(register: Window, tmp_path: Path) -> None:
    page = first_record(register, Qt.Key.Key_3, "households")
    assert isinstance(page, HouseholdsPage)
    page.take_file(example.faulty_workbook(tmp_path / "a.xlsx"))
    register.settle()
    assert named_in(page.help_text()) == {"F8", "Enter", "Alt", "Ctrl+Z"}
    rows = page.importing.rows
    register.press(Qt.Key.Key_F8)
    assert rows.table.hasFocus()
    while rows.table.current().row.doubt is None:
        register.press(Qt.Key.Key_F8)
    number, waiting = rows.table.current().row.number, rows.waiting()
    register.press(Qt.Key.Key_Return)
    assert holds_focus(rows.panel)
    register.press(Qt.Key.Key_Return)
    assert rows.waiting() == waiting - 1
    register.press(Qt.Key.Key_Z, CONTROL)
    assert (rows.waiting(), rows.table.current().row.number) == (waiting, number)
    register.press(Qt.Key.Key_Escape)
    assert page.is_listing()


# Pages of an election.


def test_enter_and_escape_on_the_board_and_in_an_election(hands: Hands, office: object) -> None:
    del office
    open_by_key(hands, "today")
    board = page_of(hands.frame, TodayPage).board_view.table
    for _ in range(2):
        hands.press(Qt.Key.Key_Right)
    step = board.step()
    hands.enter()
    page = page_of(hands.frame, ElectionPage)
    shown = page.step()
    assert shown is not None
    assert shown.key == step
    assert {"Esc", "Alt"} <= named_in(said(hands))
    hands.press(Qt.Key.Key_Left, ALT)
    assert page.step() is not shown
    hands.press(Qt.Key.Key_Right, ALT)
    assert page.step() is shown
    hands.press(Qt.Key.Key_Escape)  # back to the list of elections
    assert page.list.table.hasFocus()
    hands.press(Qt.Key.Key_Escape)  # back to the board
    assert board.hasFocus()


def test_ctrl_z_takes_back_a_candidate_of_the_step(hands: Hands, office: election_example.Example) -> None:
    election_example.list_two(office)
    hands.frame.open_place("election", (office.code, "candidates"))
    hands.settle()
    step = step_of(hands.frame, CandidatesStep)
    step.candidates.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert len(candidates_view(office.workplace, office.code).candidates) == 1
    hands.press(Qt.Key.Key_Z, CTRL)
    assert len(candidates_view(office.workplace, office.code).candidates) == 2


def test_the_keys_of_the_print_centre(hands: Hands, office: election_example.Example) -> None:
    del office
    open_by_key(hands, "printing")
    page = page_of(hands.frame, PapersPage)
    assert named_in(page.help_text()) == {"Alt", "F8", "Enter"}
    hands.enter()
    assert holds_focus(page.pane.panel)
    hands.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    before = page.scope.value()
    hands.press(Qt.Key.Key_Down, ALT)
    after = page.scope.value()
    hands.press(Qt.Key.Key_Up, ALT)
    assert page.scope.value() == before
    assert after != before or len(page._scopes) == 1


# Settings.


def test_enter_and_ctrl_z_in_the_settings(hands: Hands, office: election_example.Example) -> None:
    open_by_key(hands, "settings")
    panel = page_of(hands.frame, SettingsPage).office
    field = panel.fields["place"]
    field.setFocus()
    before = office_settings(office.workplace).place
    field.line.selectAll()
    hands.type("Húc Động 2")
    hands.enter()
    assert office_settings(office.workplace).place == "Húc Động 2"
    assert not holds_focus(field)
    assert holds_focus(panel)
    field.setFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert office_settings(office.workplace).place == before
