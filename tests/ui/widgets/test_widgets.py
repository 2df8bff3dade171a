"""Buttons, steps, findings, messages, dialogs and the paper preview, as a clerk meets them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import StorageRefused
from desktop.ui.frame.message_bar import MessageBar
from desktop.ui.page.fault import Fault
from desktop.ui.page.pdf_view import PdfView
from desktop.ui.page.runner import Runner
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import Segmented, primary
from desktop.ui.widgets.dialogs import question
from desktop.ui.widgets.dialogs.file_choosing import ask_open_file
from desktop.ui.widgets.drawn.share_bar import ShareBar
from desktop.ui.widgets.drawn.stepper import Stepper, StepView
from desktop.ui.widgets.empty import EmptyView
from desktop.ui.widgets.findings import Finding, Findings
from tests.offices.hands import when_asked
from tests.offices.typing import type_text

STEPS = [
    StepView("roll", "Danh sách", "done"),
    StepView("count", "Kiểm phiếu", "wrong", "lệch 2"),
    StepView("minutes", "Biên bản", "not_yet"),
]
FINDINGS = [
    Finding("wrong", "Lần 2: mục 7 cộng mục 8 là 105.", "Sửa mục 7 theo giấy.", "E201", "valid"),
    Finding("attention", "Thiếu 2 phiếu.", "Cần một dòng giải thích.", "W203", "returned"),
]


def shown(qtbot: QtBot, widget: Any, width: int = 800, height: int = 500) -> Any:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_enter_presses_a_button_but_ctrl_enter_is_left_to_the_page(qtbot: QtBot) -> None:
    button = shown(qtbot, primary("Chốt"), 200, 40)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 1
    assert button.height() >= 40


def test_segments_are_chosen_with_the_arrows(qtbot: QtBot) -> None:
    segments = shown(qtbot, Segmented(["A4", "A5", "A6"]), 300, 40)
    said: list[int] = []
    segments.chosen.connect(said.append)
    segments.button(0).setFocus()
    qtbot.keyClick(segments.button(0), Qt.Key.Key_Right)
    assert (said, segments.index()) == ([1], 1)
    segments.choose(2)
    assert said == [1, 2]


def test_the_bottom_bar_does_what_it_was_told_last_and_only_if_it_can(qtbot: QtBot) -> None:
    bar = shown(qtbot, BottomBar(), 900, 56)
    done: list[str] = []
    bar.press()
    bar.set_primary("Một", lambda: done.append("một"))
    bar.press()
    bar.set_primary("Hai", lambda: done.append("hai"), enabled=False)
    bar.press()
    bar.set_primary("Ba", lambda: done.append("ba"))
    qtbot.mouseClick(bar.primary_button(), Qt.MouseButton.LeftButton)
    assert done == ["một", "ba"]
    assert bar.height() == 56


def test_a_bar_that_says_nothing_keeps_no_row_for_it(qtbot: QtBot) -> None:
    bar = shown(qtbot, BottomBar(), 420, 100)
    other = bar.add_secondary("Xuất danh sách, in ra giấy", lambda: None)
    bar.set_primary("Nhập danh sách từ tệp Excel", lambda: None)
    qtbot.waitUntil(lambda: bar.primary_button().y() > other.y())
    assert other.y() == 0
    bar.set_note("Có 3 dòng cần xem")
    qtbot.waitUntil(lambda: other.y() > 0)


def test_steps_are_walked_with_arrows_and_chosen_with_enter(qtbot: QtBot) -> None:
    stepper = shown(qtbot, Stepper(), 800, 60)
    stepper.set_steps(STEPS, "count")
    said: list[str] = []
    stepper.chosen.connect(said.append)
    stepper.setFocus()
    assert stepper.accessibleDescription() == "2. Kiểm phiếu lệch 2"
    qtbot.keyClick(stepper, Qt.Key.Key_Right)
    assert stepper.accessibleDescription() == "3. Biên bản"
    qtbot.keyClick(stepper, Qt.Key.Key_Return)
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    qtbot.keyClick(stepper, Qt.Key.Key_Space)
    assert said == ["minutes", "roll"]


def test_findings_are_walked_round_and_opened(qtbot: QtBot) -> None:
    findings = shown(qtbot, Findings("Cần xử lý"), 384, 300)
    findings.set_findings(FINDINGS)
    walked = [findings.walk(step) for step in (1, 1, 1, -1)]
    assert [found.target for found in walked if found] == ["valid", "returned", "valid", "returned"]
    findings.set_findings([*FINDINGS, Finding("attention", "Khác")])
    assert findings.current() == FINDINGS[1]
    with qtbot.waitSignal(findings.opened) as told:
        row = findings.findChildren(QPushButton) or findings._rows
        qtbot.keyClick(row[0], Qt.Key.Key_Return)
    assert told.args == [FINDINGS[0]]
    findings.set_findings([])
    assert findings.walk() is None


def test_what_is_done_is_listed_but_not_counted_as_left(qtbot: QtBot) -> None:
    findings = shown(qtbot, Findings("Cần xử lý"), 384, 300)
    done = Finding("done", "Đã giải trình.")
    findings.set_findings([*FINDINGS, done])
    assert "2" in [said.text() for said in findings.findChildren(QLabel)]
    findings.set_findings([done])
    assert "đã xong" in [said.text() for said in findings.findChildren(QLabel)]


def test_a_message_is_there_until_it_is_dismissed(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget())
    bar = MessageBar(page)
    assert not bar.isVisible()
    bar.tell_refusal(StorageRefused("storage.passphrase"))
    assert bar.isVisible()
    assert "Mật khẩu không đúng" in bar.text()
    assert bar.code() == "", "a word of the program's own is nothing to read out"
    assert bar.dismiss()
    assert not bar.isVisible()
    assert not bar.dismiss()


def test_a_fault_is_told_with_its_place_and_no_english(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget())
    bar = MessageBar(page)
    bar.tell_fault(Fault("ValueError", ("app.py:60 open_window", "rolls.py:12 freeze")))
    assert "dữ liệu vẫn như trước" in bar.text()
    assert bar.code() == "E900"


def test_only_long_work_shows_its_bar_and_can_be_stopped(qtbot: QtBot) -> None:
    page = shown(qtbot, QWidget())
    bar = MessageBar(page)
    bar.set_busy(True)
    bar.set_busy(False)
    qtbot.wait(1100)
    assert not bar.isVisible()
    bar.set_busy(True)
    qtbot.waitUntil(bar.isVisible)
    bar.set_progress(3, 13, "thôn")
    assert any("3/13" in said.text() for said in bar.findChildren(QLabel))
    stop = next(button for button in bar.findChildren(QPushButton) if button.text() == "Dừng")
    with qtbot.waitSignal(bar.cancelled):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    bar.set_busy(False)
    assert not bar.isVisible()


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_a_question_is_answered_with_one_key(qtbot: QtBot, key: Qt.Key, *, answer: bool) -> None:
    parent = shown(qtbot, QWidget())
    heights: list[int] = []

    def press(dialog: QWidget) -> None:
        heights.append(dialog.height())
        qtbot.keyClick(QApplication.focusWidget() or dialog, key)

    when_asked(press)
    assert question.ask(parent, "Khóa lượt này?", "Sau đó không sửa được nữa.", "Khóa lượt") is answer
    assert heights[0] <= 520


def test_a_grave_question_is_not_agreed_to_by_enter_alone(qtbot: QtBot) -> None:
    parent = shown(qtbot, QWidget())
    when_asked(lambda dialog: qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return))
    assert not question.ask(parent, "Xóa bản ghi dở?", "", "Xóa", danger=True)


def test_a_reason_must_be_given_in_words(qtbot: QtBot) -> None:
    parent = shown(qtbot, QWidget())
    said: list[str] = []

    def answer(dialog: QWidget) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        said.append(dialog.field.problem())
        type_text(dialog.field.line, "Tờ in bị nhòe")
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_asked(answer)
    given = question.ask_text(parent, "In lại tờ này?", "Lý do được ghi vào sổ.", "Lý do", "In lại")
    assert given == "Tờ in bị nhòe"
    assert "cần có chữ" in said[0]


def test_the_file_dialog_speaks_vietnamese_and_fits(qtbot: QtBot) -> None:
    parent = shown(qtbot, QWidget())
    words: list[str] = []
    heights: list[int] = []

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        words.extend(label.text() for label in dialog.findChildren(QLabel))
        words.extend(button.text() for button in dialog.findChild(QDialogButtonBox).buttons())
        words.extend(button.toolTip() for button in dialog.findChildren(QWidget))
        heights.append(dialog.height())
        dialog.reject()

    when_asked(read)
    pattern = [("Bảng tính", ["*.xlsx", "*.csv"])]
    chosen: list[Path] = []
    ask_open_file(parent, "lists", "Chọn danh sách", pattern, chosen.append)
    qtbot.waitUntil(lambda: bool(heights))
    assert chosen == []
    said = {word.replace("&", "") for word in words}
    assert {"Trong thư mục:", "Tên:", "Loại tệp:", "Mở", "Thôi", "Thư mục trên"} <= said
    assert said.isdisjoint({"Open", "Cancel", "Back", "Look in:", "Parent Directory"})
    assert heights[0] <= 520


def test_an_empty_view_teaches_with_one_button(qtbot: QtBot) -> None:
    pressed: list[int] = []
    view = shown(
        qtbot,
        EmptyView("users-three-fill", "Chưa có hộ nào", "Nhập danh sách.", "Nhập", lambda: pressed.append(1)),
    )
    view.button.setFocus()
    qtbot.keyClick(view.button, Qt.Key.Key_Return)
    assert pressed == [1]


def test_the_tick_stands_at_the_threshold_of_the_named_base(qtbot: QtBot) -> None:
    bar = shown(qtbot, ShareBar("Bà Lò Thu Liễu", "49/125 hộ = 39,20 %", 49, 125, 63), 400, 38)
    picture = bar.grab().toImage()
    foot = picture.height() - 2
    ink = style.colour("ink").name()
    dark = [x for x in range(picture.width()) if picture.pixelColor(x, foot).name() == ink]
    assert dark
    assert abs(dark[0] - 63 * bar.width() / 125) < 3
    assert bar.accessibleName() == "Bà Lò Thu Liễu: 49/125 hộ = 39,20 %"


def test_a_name_that_has_no_room_beside_its_share_takes_lines_of_its_own(qtbot: QtBot) -> None:
    def height(name: str, width: int) -> int:
        bar = shown(qtbot, ShareBar(name, "22/29 phiếu", 22, 29, 15, small=True), width, 60)
        return bar.sizeHint().height()

    beside, above = height("Hoàng Minh Đức", 300), height("Hoàng Minh Đức", 150)
    assert beside == height("Hoàng", 300)
    assert beside < above < height("Hoàng Minh Đức", 60)


def two_sheets() -> bytes:
    document = pypdfium2.PdfDocument.new()
    for _ in range(2):
        document.new_page(210, 297)
    kept = BytesIO()
    document.save(kept)
    return kept.getvalue()


def test_a_paper_is_drawn_beside_the_windows_thread_and_its_sheets_are_turned(qtbot: QtBot) -> None:
    runner = Runner()
    view = shown(qtbot, PdfView(runner))
    view.show_pdf(two_sheets())
    qtbot.waitUntil(lambda: view.page_count() == 2)
    assert any(said.text() == "Tờ 1 trên 2, xem đúng như bản in" for said in view.findChildren(QLabel))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page() == 1
    qtbot.waitUntil(lambda: not runner.is_busy())
    picture: QImage = view.sheet.grab().toImage()
    assert picture.pixelColor(picture.rect().center()).name() == style.colour("page").name()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.page() == 0
    runner.close()
