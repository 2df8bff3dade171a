"""Ballots are read with keys alone: none is lost on a slow store, and a count goes on where it stopped."""

from __future__ import annotations

from datetime import date
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.models.counting import TallyLog
from desktop.models.store.session import reading
from desktop.rules.tally import OTHER, KeyKind
from desktop.services.counting import tallies
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.meetings import BoxCount, record_stock
from desktop.services.counting.tally_logs import keys_of
from desktop.ui.counting.counting_step import CountingStep
from desktop.ui.tally.lock_question import LockQuestion
from desktop.ui.tally.tally_reasons import TallyReasons
from desktop.ui.tally.tally_window import TallyWindow
from tests.offices.commune import ANH, BINH, PINS, meeting
from tests.offices.count_office import clock, frame, office, settled_office
from tests.offices.hands import CTRL, Hands, agree, step_of
from tests.offices.slow import slow_down
from tests.offices.typing import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from desktop.ui.frame.frame import Frame

__all__ = ["clock", "frame", "office", "settled_office"]

BACK, ENTER, ESCAPE = Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Escape
TWELVE = (
    *("Lò Thị Ơn", "Giàng A Chớ", "Tằng Văn Bình", "Chìu A Dũng", "Phùn Thị Mỹ", "Đặng Hồng Điệp"),
    *("Vi Văn Áng", "Bế Thị Yên"),
)


@pytest.fixture(autouse=True)
def _election_day(clock: TrainingClock) -> None:
    clock.put(date(2024, 12, 8), 10, 30)


class Reader(Hands):
    """Reads ballots: each key goes to whatever has the keyboard, and nothing is waited for."""

    def step(self, code: str) -> CountingStep:
        self.frame.open_place("election", (code, "counting"))
        self.settle()
        return step_of(self.frame, CountingStep)

    def sit(self, code: str, operator: int) -> TallyWindow:
        step = self.step(code)
        step.bar.tally.click()
        self.settle()
        dialog: Any = self.dialog()
        dialog.who.set_value(operator)
        dialog.pin.line.setText(PINS[operator])
        dialog.yes.click()
        self.settle()
        window = step.tally.window
        assert window is not None
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is window)
        return window

    def read(self, keys: str) -> None:
        for key in keys:
            QTest.keyClick(self.focus(), ENTER if key == "\n" else BACK if key == "<" else key)

    def lock(self, **typed: int) -> None:
        self.press(ENTER, CTRL)
        question = self.dialog()
        assert isinstance(question, LockQuestion)
        for field, figure in typed.items():
            question._fields[field].set_value(figure)
        agree(question)
        self.settle()


@pytest.fixture
def reader(qtbot: QtBot, frame: Frame) -> Reader:
    return Reader(qtbot, frame)


def stored(office: Workplace, log: int) -> list[str]:
    with reading(office.database) as session:
        keys = keys_of(session, session.get_one(TallyLog, log))
    return [str(key.candidate) if key.kind is KeyKind.MARK else key.kind.value for key in keys]


def test_three_hundred_ballots_are_read_twice_by_keyboard_alone_on_a_slow_store(
    office: Workplace, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = meeting(office)
    ballots = "".join(islice(cycle("1121221112"), 300))
    assert reader.frame.context is not None
    slow_down(monkeypatch, reader.frame.context.runner)
    for operator in (ANH, BINH):
        window = reader.sit(code, operator)
        reader.read(ballots)
        assert window.tally.totals().read == 300, "painted though the store is behind"
        log = window.queue._log
        reader.lock(present=300, issued=300, unused=0)
        assert stored(office, log) == [str(int(key) - 1) for key in ballots]
    view = counting_view(office, code)
    assert view is not None
    assert view.state == "agreed"
    assert dict(view.figures[0]) == {
        "present": 300,
        "issued": 300,
        "unused": 0,
        "returned": 300,
        "valid": 300,
        "invalid": 0,
        "candidates[0].votes": 180,
        "candidates[1].votes": 120,
    }


def test_what_is_stored_at_any_moment_is_what_was_pressed_first_and_goes_on_there(
    office: Workplace, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = meeting(office)
    window = reader.sit(code, ANH)
    assert reader.frame.context is not None
    slow_down(monkeypatch, reader.frame.context.runner)
    reader.read("1212121212")
    # The power fails here: only what the store has is left.
    reader.qtbot.waitUntil(lambda: window.queue.unstored() < 10)
    left = stored(office, window.queue._log)
    assert left == ["0", "1"] * (len(left) // 2) + ["0"] * (len(left) % 2)
    again = tallies.sit_at_tally(office, code, ANH, PINS[ANH])
    reopened = TallyWindow(reader.frame.context, again, PINS[ANH], "", reader.frame)
    assert f"Đọc tiếp từ phiếu {len(again.keys) + 1}" in reopened.card.said.text()
    reopened.deleteLater()
    reader.press(ESCAPE)
    reader.settle()
    assert len(stored(office, window.queue._log)) == 10, "leaving waits for the store"


def test_the_step_says_at_which_ballot_an_interrupted_count_goes_on(
    office: Workplace, reader: Reader
) -> None:
    code = meeting(office)
    reader.sit(code, ANH)
    reader.read("112")
    reader.settle()
    reader.press(ESCAPE)
    step = reader.step(code)
    assert step.bar.tally.text() == "Đọc tiếp từ phiếu 4"


def test_backspace_takes_back_and_a_held_key_counts_once(office: Workplace, reader: Reader) -> None:
    window = reader.sit(meeting(office), ANH)
    reader.read("12<2")
    for _ in range(5):
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True
        )
        QApplication.sendEvent(window, held)
    assert window.tally.totals().votes == (1, 1)
    keypad = Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(window, Qt.Key.Key_1, keypad)
    assert window.tally.totals().votes == (2, 1)
    reader.settle()
    assert stored(office, window.queue._log) == ["0", "1", "back", "1", "0"]


def test_an_invalid_ballot_has_a_reason_of_the_list_or_one_in_words(
    office: Workplace, reader: Reader
) -> None:
    window = reader.sit(meeting(office), ANH)
    reader.read("02")
    assert window.tally.totals().reasons == (("too_many", "", 1),)
    reader.read("0")
    assert window.reader.in_reason
    reader.read("<")
    assert not window.reader.in_reason
    assert window.tally.totals().read == 1, "what was begun is forgotten, and no ballot taken back"
    last = len(window._opened.form.reasons) + 1
    reader.read(f"0{last}")
    question: Any = reader.dialog()
    reader.qtbot.waitUntil(question.field.line.hasFocus)
    type_text(question.field.line, "phiếu rách đôi")
    agree(question)
    assert window.tally.totals().reasons[-1] == (OTHER, "phiếu rách đôi", 1)
    reader.read("9")
    assert "không có trên phiếu" in window.card.said.text()
    assert window.tally.totals().read == 2


def test_another_number_than_the_box_held_is_locked_with_a_sentence_only(
    office: Workplace, reader: Reader
) -> None:
    code = meeting(office)
    record_stock(office, code, [BoxCount("main", 5, 10, 0, 4)])
    window = reader.sit(code, ANH)
    reader.read("112")
    assert not window.foot.lock.isEnabled()
    reader.press(ENTER, CTRL)
    question: Any = reader.dialog()
    assert "còn 1 phiếu chưa đọc" in question.accessibleDescription()
    for field, figure in {"present": 5, "issued": 5, "unused": 10}.items():
        question._fields[field].set_value(figure)
    agree(question)
    assert question.why.problem()
    question.why.set_value("một phiếu rơi ngoài hòm")
    agree(question)
    reader.settle()
    view = counting_view(office, code)
    assert view is not None
    assert (view.state, view.tallies[0].unlike_box) == ("counted_once", "một phiếu rơi ngoài hòm")
    step = step_of(reader.frame, CountingStep)
    assert "Người nhập Anh đọc khác số phiếu trong hòm: một phiếu rơi ngoài hòm." in step.tally_note.text()


def test_the_projector_shows_no_reason_and_its_keys_count(office: Workplace, reader: Reader) -> None:
    window = reader.sit(meeting(office), ANH)
    reader.press(Qt.Key.Key_F11)
    projector = window.projector
    assert projector is not None
    assert not projector.findChildren(TallyReasons)
    reader.read("1")
    QTest.keyClick(projector, "2")
    assert [lane.state.marks for lane in projector.lanes.lanes] == [1, 1]
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.projector is None


def test_the_totals_are_read_again_from_what_is_stored(office: Workplace, reader: Reader) -> None:
    reader.sit(meeting(office), ANH)
    reader.read("1120" + "2")
    reader.settle()
    reader.press(Qt.Key.Key_F9)
    question: QWidget = reader.dialog()
    assert "cộng 4 phiếu" in question.accessibleDescription()
    assert "Bà Lò Thị Ơn: 1" in question.accessibleDescription()
