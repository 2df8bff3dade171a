"""The roll in the hands of the clerk: what differs is walked to and explained, then it is posted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.elections.rolls.check import roll_check
from desktop.services.elections.rolls.objections import objections
from desktop.services.elections.rolls.posting import Posting, posting
from desktop.services.people.record import add_household, edit_household
from desktop.ui.elections.roll_questions import ExplainQuestion, ObjectionQuestion, PostingQuestion
from desktop.ui.elections.roll_step import RollStep
from tests.offices import election_example as example
from tests.offices.election_office import frame, office
from tests.offices.hands import Hands, step_of
from tests.offices.register_window import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.frame import Frame

D = TypeVar("D", bound="QDialog")

__all__ = ["frame", "office"]


@pytest.fixture
def hands(qtbot: QtBot, frame: Frame) -> Hands:
    return Hands(qtbot, frame)


def _roll(hands: Hands, office: example.Example) -> RollStep:
    example.list_two(office)
    key = add_household(office.workplace, "06859-T01", "Phùn Văn Sót")
    edit_household(office.workplace, key, "starts_on", date(2024, 12, 9))
    hands.frame.open_place("election", (office.code, "roll"))
    hands.settle()
    return step_of(hands.frame, RollStep)


def _opened(hands: Hands, kind: type[D]) -> D:
    hands.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=5000)
    hands.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def test_a_roll_with_a_household_left_off_is_explained_with_f8_and_then_posted(
    hands: Hands, office: example.Example
) -> None:
    step = _roll(hands, office)
    place, code = office.workplace, office.code
    step.panel.posted.click()
    question = _opened(hands, PostingQuestion)
    question.yes.click()
    hands.settle()
    assert "sổ 126 hộ, danh sách có 125 hộ" in " ".join(texts(question.message))
    assert posting(place, code).posted_on is None
    question.reject()
    hands.press(Qt.Key.Key_F8)
    hands.enter()
    asked = _opened(hands, ExplainQuestion)
    asked.reason.set_value("Hộ chuyển đến sau ngày bầu")
    asked.by.set_value("Lỷ Thị Sen")
    asked.yes.click()
    hands.settle()
    assert roll_check(place, code).open == 0
    step.panel.posted.click()
    # Until the meeting, where that is held, is offered; another place is typed over it.
    question = _opened(hands, PostingQuestion)
    assert question.places.value().startswith("Nhà văn hóa thôn")
    question.places.set_value("Trụ sở xã")
    question.yes.click()
    hands.settle()
    kept = posting(place, code)
    assert kept == Posting(place.today(), date(2024, 12, 8), "Trụ sở xã")


def test_an_objection_is_written_down_and_settled(hands: Hands, office: example.Example) -> None:
    step = _roll(hands, office)
    place, code = office.workplace, office.code
    step.panel.object.click()
    asked = _opened(hands, ObjectionQuestion)
    asked.by.set_value("Chìu Văn Mẫu")
    asked.yes.click()
    hands.settle()
    assert "Nội dung" in " ".join(texts(asked.message))
    asked.what.set_value("thiếu hộ nhà tôi")
    asked.yes.click()
    hands.settle()
    (kept,) = objections(place, code)
    assert kept.settlement is None
    last = step.panel.findings.findings()[-1]
    step.panel.findings.opened.emit(last)
    asked = _opened(hands, ObjectionQuestion)
    asked.settled.set_value(True)
    asked.settlement.set_value("đã thêm hộ vào sổ")
    asked.yes.click()
    hands.settle()
    made = objections(place, code)[0].settlement
    assert made is not None
    assert (made.accepted, made.what) == (True, "đã thêm hộ vào sổ")
