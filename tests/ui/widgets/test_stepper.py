"""The stepper says what is wrong in full, in a wide window and in a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from desktop.ui.widgets import style
from desktop.ui.widgets.drawn.stepper import Stepper, StepView

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


CONGRESS = (
    "Chuẩn bị",
    "Triệu tập",
    "Khai mạc",
    "Bầu chi ủy",
    "Bầu bí thư",
    "Bầu phó bí thư",
    "Biên bản và nghị quyết",
    "Báo cáo lên",
    "Chuẩn y",
)


def nine(qtbot: QtBot, width: int) -> Stepper:
    stepper = Stepper()
    qtbot.addWidget(stepper)
    stepper.set_steps([StepView(word, word, "not_yet") for word in CONGRESS], "Bầu bí thư")
    stepper.resize(width, stepper.sizeHint().height())
    with qtbot.waitExposed(stepper):
        stepper.show()
    stepper.resize(width, stepper.sizeHint().height())
    return stepper


def words_drawn(stepper: Stepper) -> list[str]:
    """Return what the stepper wrote, as Qt was asked to draw it."""
    drawn: list[str] = []

    class Noted(QPainter):
        def drawText(self, *given: object) -> None:  # noqa: N802 - Qt's name
            drawn.extend(text for text in given if isinstance(text, str))

    picture = QImage(stepper.size(), QImage.Format.Format_ARGB32)
    painter = Noted(picture)
    for index in range(len(CONGRESS)):
        stepper._words(painter, index)
    painter.end()
    return drawn


@pytest.mark.parametrize(("width", "points"), [(1110, 10.5), (1110, 16.0), (837, 10.5), (837, 13.0)])
def test_nine_steps_are_written_whole(qtbot: QtBot, width: int, points: float) -> None:
    style.set_text_points(points)
    try:
        stepper = nine(qtbot, width)
        assert " ".join(words_drawn(stepper)) == " ".join(CONGRESS)
        assert stepper.height() == stepper.sizeHint().height()
    finally:
        style.set_text_points(10.5)


def test_where_nine_words_have_no_room_one_line_tells_of_the_step_that_is_looked_at(qtbot: QtBot) -> None:
    style.set_text_points(16.0)
    try:
        stepper = nine(qtbot, 520)
        assert words_drawn(stepper) == ["Bầu bí thư"]
        stepper.activateWindow()
        stepper.setFocus()
        qtbot.waitUntil(stepper.hasFocus)
        for _ in range(4):
            qtbot.keyClick(stepper, Qt.Key.Key_Right)
        assert words_drawn(stepper) == ["Chuẩn y"]
        assert stepper._word_room(8).right() < stepper.width()
    finally:
        style.set_text_points(10.5)


@pytest.mark.parametrize(("width", "points"), [(1110, 10.5), (989, 16.0), (837, 13.0), (837, 10.5)])
def test_no_word_comes_near_the_next_one(qtbot: QtBot, width: int, points: float) -> None:
    style.set_text_points(points)
    try:
        stepper = shown(qtbot, width, "lệch 2")
        body = QFontMetrics(style.font("body", "semibold"))
        ends = [
            stepper._word_room(at).left() + max(body.horizontalAdvance(line) for line in lines(stepper, word))
            for at, word in enumerate(WORDS)
        ]
        begins = [stepper._word_room(at).left() for at in range(1, len(WORDS))]
        assert min(begin - end for begin, end in zip(begins, ends, strict=False)) >= 12
    finally:
        style.set_text_points(10.5)


def lines(stepper: Stepper, word: str) -> tuple[str, ...]:
    """Return the lines in which a word is written."""
    return stepper._lines(word) if stepper._fit.name == "WRAPPED" else (word,)
