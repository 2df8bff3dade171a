"""A clerk in a hurry: Ctrl+Enter pressed twice, and a window closed before its answer came."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.exceptions import capture_exceptions

from desktop.services.elections.rolls.objections import Objection, objections, write_objection
from desktop.services.office.checking import check_office
from desktop.services.papers.ballots import ballot_book
from desktop.ui.ballots.ballots_step import BallotsStep
from desktop.ui.elections.roll_questions import ObjectionQuestion
from desktop.ui.elections.roll_step import RollStep
from desktop.ui.page.print_dialog import PrintDialog
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import CTRL, Hands, step_of
from tests.offices.slow import slow_down

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

__all__ = ["frame", "office"]


def _questions() -> list[QDialog]:
    return [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]


def _ballots(qtbot: QtBot, frame: Frame, office: example.Example, patch: pytest.MonkeyPatch) -> Hands:
    example.list_two(office)
    hands = Hands(qtbot, frame)
    frame.open_place("election", (office.code, "ballots"))
    hands.settle()
    assert frame.context is not None
    slow_down(patch, frame.context.runner)
    return hands


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_P])
def test_a_key_pressed_twice_asks_once_and_freezes_nothing(
    qtbot: QtBot, frame: Frame, office: example.Example, monkeypatch: pytest.MonkeyPatch, key: Qt.Key
) -> None:
    hands = _ballots(qtbot, frame, office, monkeypatch)
    step = step_of(frame, BallotsStep)
    QTest.keyPress(hands.focus(), Qt.Key.Key_Control, CTRL)
    for _ in range(2):  # the second comes while the first is being read
        QTest.simulateEvent(hands.focus(), True, key, CTRL, "\r", False)
    hands.settle()
    (question,) = _questions()
    assert isinstance(question, PrintDialog)
    # In haste once more, with Ctrl held still since the page heard it.
    QTest.simulateEvent(hands.focus(), True, key, CTRL, "\r", False)
    hands.settle()
    assert question.isVisible()
    assert not ballot_book(office.workplace, office.code).printings
    QTest.keyRelease(hands.focus(), Qt.Key.Key_Control)
    for each in _questions():
        each.close()
    assert step.isVisible()


def test_a_window_closed_before_the_answer_came_asks_nothing_any_more(
    qtbot: QtBot, frame: Frame, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = _ballots(qtbot, frame, office, monkeypatch)
    QTest.keyClick(hands.focus(), Qt.Key.Key_Return, CTRL)
    frame.close()
    assert frame.context is not None
    frame.context.runner.finish()
    assert _questions() == []
    assert not ballot_book(office.workplace, office.code).printings


def test_a_settlement_is_kept_whole_though_the_window_is_closed_while_it_is_stored(
    qtbot: QtBot, frame: Frame, office: example.Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.list_two(office)
    place, code = office.workplace, office.code
    write_objection(place, code, Objection("Chìu Văn Mẫu", date(2024, 11, 21), "thiếu hộ nhà tôi"))
    hands = Hands(qtbot, frame)
    frame.open_place("election", (code, "roll"))
    hands.settle()
    findings = step_of(frame, RollStep).panel.findings
    findings.opened.emit(findings.findings()[-1])
    hands.settle()
    asked = hands.dialog()
    assert isinstance(asked, ObjectionQuestion)
    asked.settled.set_value(True)
    asked.settlement.set_value("đã thêm hộ vào sổ")
    asked.settled_on.set_value(place.today())
    assert frame.context is not None
    slow_down(monkeypatch, frame.context.runner)
    with capture_exceptions() as stumbled:
        asked.yes.click()
        frame.close()
        frame.context.runner.finish()
    assert not stumbled
    (kept,) = objections(place, code)
    assert kept.settlement is not None
    assert kept.settlement.what == "đã thêm hộ vào sổ"
    assert _questions() == []
    assert check_office(place).problems == ()
