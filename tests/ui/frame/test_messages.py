"""Messages stand over the facts of the top bar, and nothing on the page moves because of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.errors import RequestRefused
from desktop.ui.frame.frame import Frame
from desktop.ui.page.fault import Fault
from desktop.ui.page.ways import Way
from tests.offices.desks import COMMUNE

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LONG = RequestRefused("printer.stopped", where="Canon LBP2900 phòng Tư pháp – Hộ tịch")


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    made = Frame(COMMUNE)
    qtbot.addWidget(made)
    made.setGeometry(0, 0, 1366, 768)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def places(frame: Frame) -> dict[QWidget, QRect]:
    """Return where everything stands but the message itself."""
    return {
        part: QRect(part.mapTo(frame, QPoint(0, 0)), part.size())
        for part in frame.findChildren(QWidget)
        if part.isVisible() and part is not frame.message_bar and not frame.message_bar.isAncestorOf(part)
    }


def on_the_frame(frame: Frame, part: QWidget) -> QRect:
    return QRect(part.mapTo(frame, QPoint(0, 0)), part.size())


@pytest.mark.parametrize(
    "say",
    [
        lambda bar: bar.tell("Đã ghi 328 dòng vào sổ hộ Nà Ếch. Ctrl+Z hoàn tác."),
        lambda bar: bar.tell_refusal(LONG),
        lambda bar: bar.tell_fault(Fault("ValueError", ("app.py:60 open_window", "rolls.py:12 freeze"))),
        lambda bar: (bar.set_busy(True), bar._show_work(), bar.set_progress(62, 132, "Đang in phiếu Nà Ếch")),
    ],
)
def test_nothing_moves_while_a_message_comes_stands_and_goes(
    frame: Frame, qtbot: QtBot, say: Callable[[object], object]
) -> None:
    before = places(frame)
    say(frame.message_bar)
    qtbot.wait(50)
    assert frame.message_bar.isVisible()
    assert places(frame) == before
    frame.message_bar.set_busy(False)
    frame.message_bar.dismiss()
    qtbot.wait(50)
    assert not frame.message_bar.isVisible()
    assert places(frame) == before


def test_a_message_stands_over_the_facts_between_the_office_and_the_search_box(frame: Frame) -> None:
    frame.message_bar.tell("Đã ghi 328 dòng vào sổ hộ Nà Ếch. Ctrl+Z hoàn tác.")
    strip, bar = on_the_frame(frame, frame.message_bar), on_the_frame(frame, frame.top_bar)
    assert (strip.top(), strip.height()) == (bar.top() + 5, 46)
    name = on_the_frame(frame, frame.top_bar._told[0])
    search = on_the_frame(frame, frame.top_bar.search)
    assert strip.left() == name.right() + 1 + 24
    assert strip.right() + 1 == search.left() - 16
    covered = [on_the_frame(frame, fact) for fact in frame.top_bar._told[1:]]
    assert all(strip.contains(fact.center()) for fact in covered)


def test_what_happened_stands_over_what_it_means_and_the_code_at_the_right(frame: Frame) -> None:
    frame.message_bar.tell_refusal(RequestRefused("W603", where="Thôn Phiêng Cằm"))
    bar = frame.message_bar
    happened, means = bar._happened.text(), bar._means.text()
    assert bar.text().startswith(happened)
    assert means
    assert happened[-1] != "."
    assert QFontInfo(bar._happened.font()).pixelSize() > QFontInfo(bar._means.font()).pixelSize()
    code, words = on_the_frame(frame, bar._code), on_the_frame(frame, bar._means)
    assert code.left() > words.right()
    assert code.bottom() == words.bottom()
    buttons = [button for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert [button.text() for button in buttons] == ["Đóng"]
    assert {button.height() for button in buttons} == {30}


def test_what_was_done_goes_by_itself_and_what_calls_stays_until_escape(frame: Frame, qtbot: QtBot) -> None:
    bar = frame.message_bar
    assert bar._fading.interval() == 8000
    bar._fading.setInterval(120)
    bar.tell("Đã lưu.")
    qtbot.waitUntil(bar.isHidden)
    for kind in ("attention", "wrong"):
        bar.tell("Chưa lưu được.", kind)
        qtbot.wait(300)
        assert bar.isVisible()
        qtbot.keyClick(frame, Qt.Key.Key_Escape)
        assert bar.isHidden()


def test_a_message_that_is_too_long_for_its_lines_grows_over_the_page(frame: Frame, qtbot: QtBot) -> None:
    frame.setGeometry(0, 0, 911, 512)
    frame.message_bar.tell_refusal(LONG)
    qtbot.wait(50)
    bar = frame.message_bar
    assert bar.height() > 46
    for words in (bar._happened, bar._means):
        assert words.height() >= words.heightForWidth(words.width())
    assert frame.rect().contains(on_the_frame(frame, bar))


def test_a_message_that_is_closed_with_the_mouse_leaves_the_keyboard_where_it_was(
    frame: Frame, qtbot: QtBot
) -> None:
    frame.top_bar.search.setFocus()
    frame.message_bar.tell("Chưa lưu được.", "wrong")
    qtbot.mouseClick(frame.message_bar._close, Qt.MouseButton.LeftButton)
    assert frame.message_bar.isHidden()
    assert frame.top_bar.search.hasFocus()


def test_work_under_a_message_shows_both(frame: Frame, qtbot: QtBot) -> None:
    bar = frame.message_bar
    bar.tell("Chưa lưu được.", "wrong")
    bar.set_busy(True)
    bar._show_work()
    bar.set_progress(62, 132, "Đang in phiếu Nà Ếch")
    qtbot.wait(50)
    assert bar.height() == 92
    bar.dismiss()
    qtbot.wait(50)
    assert bar.height() == 46
    assert bar.property("tone") == "work"


def test_a_message_offers_the_way_on_and_goes_once_it_is_taken(frame: Frame) -> None:
    taken: list[str] = []
    bar = frame.message_bar
    bar.tell("Đã lập 13 cuộc bầu. Ctrl+Z lấy lại.", "done", Way("Hoàn tác", lambda: taken.append("plan")))
    assert bar.way.isVisible()
    assert bar.way.text() == "Hoàn tác"
    bar.way.click()
    assert (taken, bar.text()) == (["plan"], "")
    bar.tell("Đã ghi 12 hộ.")
    assert not bar.way.isVisible()
