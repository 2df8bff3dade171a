"""Facts of the day in the real window: the plan of a meeting, and figures that are taken back."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.counting.meeting_views import meeting_view
from desktop.services.elections.meeting_plans import meeting_plan
from desktop.services.office.workplace import VIET_NAM
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.open_meeting_dialog import OpenMeetingDialog
from desktop.ui.elections.decision_question import DecisionQuestion
from desktop.ui.elections.plan_dialog import PlanDialog
from desktop.ui.hamlet_head.page import ElectionPage
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import CTRL, Hands, agree, page_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

__all__ = ["frame", "office"]


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


def open_step(hands: Hands, code: str, key: str) -> ElectionPage:
    hands.frame.open_place("election", (code, key))
    page = page_of(hands.frame, ElectionPage)
    hands.qtbot.waitUntil(lambda: getattr(page.step(), "key", None) == key)
    hands.settle()
    return page


def plan_dialog(hands: Hands) -> PlanDialog:
    hands.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PlanDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PlanDialog)
    hands.settle()
    return dialog


def closed(hands: Hands) -> None:
    hands.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    hands.settle()


def test_day_hour_place_and_whom_to_call_are_written_in_one_place_by_keyboard(
    hands: Hands, office: example.Example
) -> None:
    example.list_two(office)
    page = open_step(hands, office.code, "roll")
    assert page.header.when.text() == "08/12/2024"
    page.header.when.setFocus()
    hands.enter()
    dialog = plan_dialog(hands)
    assert dialog.height() <= 520
    assert dialog.fields["opening"].line.hasFocus()
    assert dialog.fields["held_on"].isEnabled()
    hands.fill("7h30", "0912000318")
    assert dialog.fields["phone"].line.text() == "0912 000 318"
    assert dialog.fields["venue"].line.hasFocus()
    hands.primary()
    closed(hands)

    plan = meeting_plan(office.workplace, office.code)
    assert (plan.opening, plan.phone) == (time(7, 30), "0912 000 318")
    assert page.header.when.text() == "08/12/2024, 07:30"


def test_a_number_that_is_none_is_said_at_its_field_and_keeps_the_dialog_open(
    hands: Hands, office: example.Example
) -> None:
    example.list_two(office)
    page = open_step(hands, office.code, "roll")
    page.header.plan_asked.emit()
    dialog = plan_dialog(hands)
    phone = dialog.fields["phone"]
    phone.setFocus()
    hands.type("0912 318")
    hands.primary()
    assert dialog.isVisible()
    assert "10 hoặc 11 chữ số" in phone.problem()
    assert phone.line.text() == "0912 318"
    phone.line.selectAll()
    hands.type("0912000318")
    hands.primary()
    closed(hands)
    assert meeting_plan(office.workplace, office.code).phone == "0912 000 318"


def test_the_day_of_posting_is_written_in_the_plan_and_taken_back_with_ctrl_z(
    hands: Hands, office: example.Example
) -> None:
    PlanDialog(hands.frame.context, office.code, hands.frame, at="roll_posted_on").open()
    hands.settle()
    dialog = plan_dialog(hands)
    posted = dialog.fields["roll_posted_on"]
    assert posted.line.hasFocus()
    hands.fill("01122024")
    assert meeting_plan(office.workplace, office.code).roll_posted_on == date(2024, 12, 1)
    posted.setFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    hands.press(Qt.Key.Key_Z, CTRL)
    assert meeting_plan(office.workplace, office.code).roll_posted_on is None
    hands.press(Qt.Key.Key_Escape)
    closed(hands)


def test_figures_of_the_meeting_are_taken_back_one_by_one_with_ctrl_z(
    hands: Hands, office: example.Example
) -> None:
    example.hold_meeting(office)
    page = open_step(hands, office.code, "meeting")
    step = page.step()
    assert isinstance(step, MeetingStep)
    place, code = office.workplace, office.code

    def figures() -> list[int]:
        return [line.present for line in meeting_view(place, code).attendance]

    step.attendance.hour.setFocus()
    hands.fill("10:00", "115", "9:00", "113")
    assert figures() == [71, 113, 115]
    step.stock.counted.emit("main", "collected", 110)
    hands.settle()
    assert meeting_view(place, code).boxes[0].collected == 110

    step.stock.setFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert meeting_view(place, code).boxes[0].collected == 109
    step.attendance.hour.setFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert figures() == [71, 112, 115]
    hands.press(Qt.Key.Key_Z, CTRL)
    assert figures() == [71, 112]
    hands.press(Qt.Key.Key_Z, CTRL)
    assert figures() == [71, 112], "what another hand wrote down before stays"


def test_the_hour_of_the_opening_is_corrected_and_taken_back(hands: Hands, office: example.Example) -> None:
    example.hold_meeting(office)
    page = open_step(hands, office.code, "meeting")
    step = page.step()
    assert isinstance(step, MeetingStep)

    def correct(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenMeetingDialog)
        assert dialog.hour.value() == time(7, 30)
        dialog.hour.line.setText("7:15")
        dialog.hour.line.setModified(True)
        agree(dialog)

    hands.when_asked(correct)
    QTimer.singleShot(0, step.about.opening.click)
    hands.qtbot.waitUntil(lambda: meeting_view(office.workplace, office.code).opened_at == opened(7, 15))
    hands.settle()
    step.stock.setFocus()
    hands.press(Qt.Key.Key_Z, CTRL)
    assert meeting_view(office.workplace, office.code).opened_at == opened(7, 30)


def opened(hour: int, minute: int) -> datetime:
    return datetime(2024, 12, 8, hour, minute, tzinfo=VIET_NAM)


def test_a_day_that_is_over_is_asked_about_moved_and_marked(hands: Hands, office: example.Example) -> None:
    page = open_step(hands, office.code, "roll")
    page.header.when.click()
    dialog = plan_dialog(hands)
    dialog.fields["held_on"].setFocus()
    dialog.fields["held_on"].line.selectAll()
    hands.when_asked(agree, over=dialog)
    hands.fill("01122024")
    hands.settle()
    assert meeting_plan(office.workplace, office.code).held_on == date(2024, 12, 1)
    hands.primary()
    closed(hands)
    assert page.header.when.text() == "01/12/2024"
    assert page.header._whole.isVisible()


def test_an_election_is_cancelled_with_a_reason_and_taken_up_again(
    hands: Hands, office: example.Example
) -> None:
    page = open_step(hands, office.code, "roll")
    page.header.when.click()
    dialog = plan_dialog(hands)
    dialog.changing.cancel.click()
    hands.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), DecisionQuestion))
    question = QApplication.activeModalWidget()
    assert isinstance(question, DecisionQuestion)
    hands.qtbot.waitUntil(question.reason.line.hasFocus)
    hands.primary()
    assert question.isVisible(), "without a reason nothing is cancelled"
    assert question.reason.problem()
    hands.type("lập nhầm thôn")
    hands.primary()
    hands.qtbot.waitUntil(dialog.changing.again.isVisible)
    for key in ("roll", "candidates", "ballots", "meeting", "counting", "minutes", "recognition", "sending"):
        hands.frame.open_place("election", (office.code, key))
        hands.settle()
    dialog.changing.again.click()
    hands.qtbot.waitUntil(dialog.changing.cancel.isVisible)
    dialog.close_button.click()
    closed(hands)
    assert not page.header._whole.isVisible()
