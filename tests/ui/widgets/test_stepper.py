"""The stepper says what is wrong in full, in a wide window and in a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.widgets.stepper import Stepper, StepView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WORDS = ("Danh sách", "Ứng cử", "Phiếu", "Họp", "Kiểm phiếu", "Biên bản", "Công nhận", "Gửi")


def shown(qtbot: QtBot, width: int, fault: str) -> Stepper:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.resize(width, 70)
    stepper.set_steps(
        [StepView(word, word, "wrong", fault if word == "Kiểm phiếu" else "") for word in WORDS], "Kiểm phiếu"
    )
    with qtbot.waitExposed(stepper):
        stepper.show()
    return stepper


def test_a_fault_stands_beside_its_word_where_there_is_room(qtbot: QtBot) -> None:
    plain = shown(qtbot, 1110, "").sizeHint().height()
    assert shown(qtbot, 1110, "lệch 2").sizeHint().height() == plain


def test_a_fault_goes_beneath_its_word_where_there_is_none_and_back(qtbot: QtBot) -> None:
    stepper = shown(qtbot, 837, "lệch 2")
    plain = shown(qtbot, 837, "").sizeHint().height()
    assert stepper.sizeHint().height() > plain
    stepper.resize(1110, 70)
    assert stepper.sizeHint().height() == plain
