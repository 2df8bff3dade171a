"""The keys of the steps in which figures are typed and papers made: each does what F1 and the screen say."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget

from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.papers.ballots import ballot_book
from desktop.services.results.recognition_view import recognition_view
from desktop.services.today.telephone_grid import telephone_grid
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.operator_dialog import OperatorDialog
from desktop.ui.hamlet_head.page import ElectionPage
from desktop.ui.page.print_dialog import PrintDialog
from desktop.ui.results.recognition_step import RecognitionStep
from desktop.ui.today.today_page import TodayPage
from desktop.ui.widgets.focus import holds_focus
from tests.offices.commune import DAY, TYPED, agreed, finalised, listed, meeting, printed
from tests.offices.count_office import clock, frame, office, settled_office, sit_down
from tests.offices.hands import CTRL, SHIFT, Hands, page_of, step_of, when_asked
from tests.ui.frame.test_keys_of_help import named_in, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from desktop.ui.frame.frame import Frame

__all__ = ["clock", "frame", "office", "settled_office"]

OF_THE_PAGE = {"Alt", "Esc"}  # test_keys_of_help.py


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


@pytest.fixture(autouse=True)
def _election_day(clock: TrainingClock) -> None:
    clock.put(DAY, 10, 30)


def caps(parent: QWidget) -> set[str]:
    """Return the keys that stand on the screen beside what they do."""
    shown = (each for each in parent.findChildren(QLabel) if each.isVisible())
    return {each.text() for each in shown if each.property("kind") == "key"}


def open_step(hands: Hands, code: str, key: str) -> Any:
    hands.frame.open_place("election", (code, key))
    hands.settle()
    return page_of(hands.frame, ElectionPage).step()


def shown_once(seen: list[QDialog]) -> bool:
    return len(seen) == 1


def closing(kind: type[QDialog], seen: list[QDialog]) -> Callable[[QWidget], None]:
    """Return the answer that takes note of a dialog and closes it with Esc."""

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, kind)
        seen.append(dialog)
        dialog.reject()

    return answer


def test_the_keys_of_the_telephone_grid(hands: Hands, office: Workplace) -> None:
    code = meeting(office)
    hands.frame.open_place("today", "grid")
    hands.settle()
    grid = page_of(hands.frame, TodayPage).grid_view
    assert named_in(said(hands)) == set()
    assert caps(grid) == {"Tab", "Enter", "Ctrl+Z", "F8", "Esc"}

    def reported() -> list[int | None]:
        shown = telephone_grid(office)
        assert shown is not None
        [row] = [row for row in shown.rows if row.election == code]
        return [cell.present for cell in row.cells if cell.hour in (10, 11)]

    hands.press(Qt.Key.Key_F8)  # the hamlet that did not call yet, in this hour's column
    here: Any = grid.table.current()
    assert (here.election, grid.table.hour(grid.table.current_column())) == (code, 10)
    hands.type("7")
    hands.press(Qt.Key.Key_Tab)  # kept, and on to the next hour
    assert reported() == [7, None]
    hands.fill("9")  # kept, and down
    assert reported() == [7, 9]
    hands.press(Qt.Key.Key_Z, CTRL)
    assert reported() == [7, None]
    hands.press(Qt.Key.Key_Escape)
    assert page_of(hands.frame, TodayPage).board_view.isVisible()


def test_the_keys_of_the_meeting(hands: Hands, office: Workplace) -> None:
    code = meeting(office)
    step = open_step(hands, code, "meeting")
    assert isinstance(step, MeetingStep)
    step.stock.setFocus()
    assert named_in(said(hands)) == OF_THE_PAGE
    assert {"Enter", "F8", "Ctrl+Enter"} <= caps(step)
    step.attendance.hour.line.setFocus()
    hands.fill("8:15", "7")  # Enter goes to the figure, then writes it down and goes back to the hour
    assert [(line.at.hour, line.present) for line in meeting_view(office, code).attendance] == [(8, 7)]
    assert step.attendance.hour.line.hasFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert meeting_view(office, code).attendance == ()
    hands.press(Qt.Key.Key_F8)  # what does not fit yet: nobody wrote down the ballots
    assert step.findings.current() is not None
    first = step.findings.current()
    hands.press(Qt.Key.Key_F8)
    hands.press(Qt.Key.Key_F8, SHIFT)
    assert step.findings.current() == first
    hands.press(Qt.Key.Key_P, CTRL)
    assert "In ấn" in hands.frame.message_bar.text()
    hands.press(Qt.Key.Key_Escape)
    hands.primary()
    step_of(hands.frame, CountingStep)


def test_the_keys_of_the_count(hands: Hands, office: Workplace) -> None:
    code = meeting(office)
    step = open_step(hands, code, "counting")
    assert isinstance(step, CountingStep)
    assert named_in(said(hands)) == OF_THE_PAGE
    assert "Ctrl+Enter" in caps(step)
    hands.primary()
    assert isinstance(hands.dialog(), OperatorDialog)
    sit_down(hands, "1357")
    assert step.editor is not None
    first = step.grids.current()
    hands.fill("12")  # Enter: kept, and down to the next line
    second = step.grids.current()
    assert first is not None
    assert second is not None
    assert second.number > first.number
    hands.fill("11")
    assert step.editor.typed_count() == 2
    hands.press(Qt.Key.Key_Z, CTRL)
    assert step.editor.typed_count() == 1
    hands.press(Qt.Key.Key_Escape)  # leaves the desk: what was typed stays for the same operator
    assert step.editor is None


def test_the_keys_of_a_count_on_which_both_agree(hands: Hands, office: Workplace) -> None:
    code = agreed(office, TYPED | {"present": 11})
    step = open_step(hands, code, "counting")
    assert isinstance(step, CountingStep)
    assert {"F8", "Ctrl+Enter"} <= caps(step)
    hands.press(Qt.Key.Key_F8)
    found = step.findings.current()
    assert found is not None
    line = step.grids.current()
    assert line is not None
    seen: list[QDialog] = []
    when_asked(closing(QDialog, seen))
    hands.enter()  # opens what was found about the line
    hands.qtbot.waitUntil(lambda: len(seen) == 1)
    hands.press(Qt.Key.Key_P, CTRL)  # the check sheet of both entries
    assert step.papers.shows_paper()
    hands.press(Qt.Key.Key_Escape)
    assert not step.papers.shows_paper()
    assert counting_view(office, code) is not None


def test_the_keys_of_the_ballots(hands: Hands, office: Workplace) -> None:
    code = listed(office)
    step = open_step(hands, code, "ballots")
    assert isinstance(step, BallotsStep)
    assert named_in(said(hands)) == OF_THE_PAGE
    assert "Ctrl+P" in caps(step)
    before = ballot_book(office, code).reserve
    step.size_card.reserve.line.setFocus()
    step.size_card.reserve.line.selectAll()
    hands.type(str(before + 4))
    hands.enter()
    assert ballot_book(office, code).reserve == before + 4
    step.sheets.setFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert ballot_book(office, code).reserve == before
    for modifier, key in ((CTRL, Qt.Key.Key_P), (CTRL, Qt.Key.Key_Return)):
        seen: list[QDialog] = []
        when_asked(closing(PrintDialog, seen))
        hands.press(key, modifier)
        hands.qtbot.waitUntil(partial(shown_once, seen))
    assert not ballot_book(office, code).printings
    step.views.tabs.choose(1)
    hands.settle()
    assert step.posting.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert step.views.isVisible()


def test_the_keys_that_turn_and_size_a_paper(hands: Hands, office: Workplace) -> None:
    code = printed(office)
    step = open_step(hands, code, "ballots")
    hands.qtbot.waitUntil(lambda: step.sheets.page_count() > 1)
    step.sheets.setFocus()
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_End, step.sheets.page_count() - 1),
        (Qt.Key.Key_Home, 0),
    ):
        hands.press(key)
        assert step.sheets.page() == page
    whole = step.sheets.zoom()
    hands.press(Qt.Key.Key_Plus, CTRL)
    hands.qtbot.waitUntil(lambda: step.sheets.zoom() > whole)
    hands.press(Qt.Key.Key_0, CTRL)
    hands.qtbot.waitUntil(lambda: step.sheets.zoom() == whole)
    assert hands.frame.place() == "election", "Ctrl+0 is the paper's while it has the keyboard"


def test_the_keys_of_the_recognition(hands: Hands, office: Workplace, clock: TrainingClock) -> None:
    code = finalised(office)
    clock.put(date(2024, 12, 12), 9, 0)
    step = open_step(hands, code, "recognition")
    assert isinstance(step, RecognitionStep)
    assert named_in(said(hands)) == OF_THE_PAGE
    assert {"F8", "Ctrl+Enter"} <= caps(step)
    hands.press(Qt.Key.Key_F8)
    assert step.findings.current() is not None
    step.received.day.line.setFocus()
    hands.fill("11/12/2024")  # kept on leaving it

    def received() -> date | None:
        view = recognition_view(office, code)
        return view.received_on if view is not None else None

    assert received() == date(2024, 12, 11)
    step.received.day.line.setFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert received() is None
    seen: list[QDialog] = []
    when_asked(closing(PrintDialog, seen))
    hands.press(Qt.Key.Key_P, CTRL)
    hands.qtbot.waitUntil(lambda: len(seen) == 1)
    hands.primary()  # without a number nothing is recorded: the field says so
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert holds_focus(step.decision)
    view = recognition_view(office, code)
    assert view is not None
    assert view.state == "finalised"
    hands.press(Qt.Key.Key_Escape)
    assert page_of(hands.frame, ElectionPage).list.isVisible()
