"""One whole congress of a branch of seven, from the list to the approval, in few actions.

An action is a key, and a value typed into a field: its letters are one action, as for a whole election.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.congress.views import congress_view, congresses
from desktop.ui.congress.page import CongressPage
from tests.offices.commune import ANH, BINH, PINS
from tests.offices.register_window import CONTROL, PLAIN, Window
from tests.offices.typing import type_text

MOST = 110
Key = Qt.Key
FIGURES = ("7", "7", "0", "7", "7", "0", "6", "1")


class Keyboard:
    """Keys that go where the focus is, counted."""

    def __init__(self, window: Window) -> None:
        self.window, self.actions = window, 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.actions += 1
        self.window.qtbot.keyClick(self._focus(), key, modifiers)
        self.window.settle()

    def type(self, text: str) -> None:
        self.actions += 1
        type_text(self._focus(), text)

    def go_on(self) -> None:
        """Do the primary thing."""
        self.press(Key.Key_Return, CONTROL)

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until something has the keyboard."""
        for _ in range(20):
            if wanted is self._focus() or wanted.isAncestorOf(self._focus()):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(wanted)

    def _focus(self) -> QWidget:
        found = QApplication.focusWidget() or QApplication.activeModalWidget() or self.window.frame
        assert isinstance(found, QWidget)
        return found


@pytest.mark.xdist_group("keyboard")
def test_a_congress_by_the_keyboard_alone(  # noqa: PLR0915 - one congress, told in its order
    open_window: Callable[[Path], Window], branch_of_seven: Path
) -> None:
    window = open_window(branch_of_seven)
    shown = window.go("congress")
    assert isinstance(shown, CongressPage)
    (line,) = congresses(window.workplace)
    hand = Keyboard(window)
    hand.press(Key.Key_Return)
    hand.go_on()
    assert shown.key() == "attending"
    hand.tab_to(shown.congress.roll.here)
    hand.press(Key.Key_Space)
    hand.go_on()
    hand.go_on()
    bodies = window.dialog()
    for body in ("presidium_head", "meeting_secretary", "counting_head"):
        hand.tab_to(bodies.fields[body, 1])  # type: ignore[attr-defined] # the question of bodies
        hand.press(Key.Key_Down)
    hand.go_on()
    hand.go_on()
    assert shown.key() == "secretary"
    hand.go_on()
    window.dialog()
    hand.press(Key.Key_Down)
    hand.press(Key.Key_Down)
    hand.go_on()
    hand.go_on()
    hand.go_on()
    hand.go_on()
    ballots = window.dialog()
    hand.tab_to(ballots.elsewhere)  # type: ignore[attr-defined] # the question of ballots
    hand.press(Key.Key_Space)
    hand.go_on()
    hand.go_on()
    assert shown.congress.post.is_counting()
    for below, operator in enumerate((ANH, BINH)):
        hand.go_on()
        for _ in range(below):
            hand.press(Key.Key_Down)
        hand.press(Key.Key_Return)
        hand.type(PINS[operator])
        hand.press(Key.Key_Return)
        for figure in FIGURES:
            hand.type(figure)
            hand.press(Key.Key_Return)
        hand.go_on()
    hand.go_on()
    assert shown.key() == "secretary"
    hand.go_on()
    assert shown.key() == "minutes"
    for step in ("minutes", "reporting", "approval"):
        assert shown.key() == step
        hand.go_on()
        assert window.dialog().isVisible()
        hand.go_on()
        if step != "approval":
            hand.go_on()
    assert congress_view(window.workplace, line.code).next == "approve"
    hand.go_on()
    hand.tab_to(window.dialog().number)  # type: ignore[attr-defined] # the question of the approval
    hand.type("31-QĐ/ĐU")
    hand.go_on()
    (line,) = congresses(window.workplace)
    assert (line.stage, line.elected) == ("approved", (("Bí thư", "Phùn Văn Tiến"),))
    assert hand.actions <= MOST
