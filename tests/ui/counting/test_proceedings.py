"""The proceedings of a meeting in the real window, by keyboard."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from desktop.services.counting.proceedings import proceedings_view
from desktop.ui.counting.meeting_step import MeetingStep
from desktop.ui.counting.proceedings_dialog import ProceedingsDialog
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import Hands, step_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

__all__ = ["frame", "office"]


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


def _dialog(hands: Hands) -> ProceedingsDialog:
    dialog = hands.dialog()
    assert isinstance(dialog, ProceedingsDialog)
    hands.settle()
    return dialog


def test_what_the_meeting_decided_is_written_where_it_is_held(hands: Hands, office: example.Example) -> None:
    example.hold_meeting(office)
    hands.frame.open_place("election", (office.code, "meeting"))
    hands.settle()
    step = step_of(hands.frame, MeetingStep)
    assert step.proceedings.isVisibleTo(step)
    step.proceedings.write.click()
    dialog = _dialog(hands)
    dialog.all.click()
    hands.settle()
    hands.type("11h15")
    hands.enter()
    hands.primary()
    hands.settle()
    view = proceedings_view(office.workplace, office.code)
    assert view is not None
    assert (view.closing, view.list_approval, view.committee_approval) == (time(11, 15), 112, 112)
    assert step.proceedings.chip.state.word == "đã ghi"


def test_more_hands_than_people_are_said_at_their_field(hands: Hands, office: example.Example) -> None:
    example.hold_meeting(office)
    hands.frame.open_place("election", (office.code, "meeting"))
    hands.settle()
    step_of(hands.frame, MeetingStep).proceedings.write.click()
    dialog = _dialog(hands)
    field = dialog.fields["form_approval"]
    field.setFocus()
    hands.type("113")
    hands.enter()
    assert "nhiều hơn 112 người dự họp" in field.problem()
    hands.primary()
    assert dialog.isVisible(), "what was refused is not lost"


def test_half_of_those_present_are_too_few_for_a_secretary(hands: Hands, office: example.Example) -> None:
    example.hold_meeting(office)
    hands.frame.open_place("election", (office.code, "meeting"))
    hands.settle()
    step = step_of(hands.frame, MeetingStep)
    step.proceedings.write.click()
    _dialog(hands).fields["secretary_approval"].setFocus()
    hands.type("56")
    hands.enter()
    hands.primary()
    assert "cần ít nhất 57 trên 112 người dự họp" in step.proceedings.short.text()
    assert "điểm a khoản 5 Điều 3" in step.proceedings.short.text()
