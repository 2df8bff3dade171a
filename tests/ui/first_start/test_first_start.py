"""The first start with the keyboard alone: purpose, unit, passphrase, recovery code, hamlets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.office.folder import holds_office
from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.page.page import Session
from desktop.ui.page.runner import Runner
from desktop.ui.start_window import StartWindow
from tests.offices.hands import when_asked
from tests.offices.start_example import NOW, OFFICIAL_PASSPHRASE, around, do_primary, make_office, press
from tests.offices.typing import type_text


class Start:
    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.home, self.qtbot = home, qtbot
        self.runner = Runner()
        self.sessions: list[Session] = []
        self.window = StartWindow(around(home), self.runner)
        self.window.opened.connect(self.sessions.append)
        self.wizard = self.window.wizard
        self.window.resize(1366, 700)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.begin()

    def choose_unit(self, typed: str) -> None:
        self.qtbot.waitUntil(lambda: self.wizard.view() is self.wizard.unit)
        type_text(QApplication.focusWidget(), typed)
        self.qtbot.waitUntil(lambda: bool(self.wizard.unit.found.rows()))
        press(self.qtbot, Qt.Key.Key_Down)
        press(self.qtbot, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.wizard.view() is self.wizard.guard)

    def wait_for(self, view: QWidget) -> None:
        self.qtbot.waitUntil(lambda: self.wizard.view() is view)

    def workplace(self) -> Workplace:
        return self.sessions[0].workplace


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    made = Start(tmp_path, qtbot)
    yield made
    made.runner.finish()
    for session in made.sessions:
        session.workplace.database.close()
    made.wizard.recovery.confirmed.setChecked(True)
    made.window.close()


def said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_first_screen_says_what_the_program_is_not_for(start: Start) -> None:
    assert start.wizard.view() is start.wizard.purpose
    assert "không dùng cho nội dung bí mật nhà nước" in said(start.wizard.purpose)


def test_a_training_commune_from_the_first_screen_to_its_hamlets(start: Start, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    start.choose_unit("binh lieu")
    press(qtbot, Qt.Key.Key_Down)
    do_primary(qtbot)
    start.wait_for(start.wizard.recovery)
    assert start.wizard.recovery.confirmed.isChecked()
    do_primary(qtbot)
    start.wait_for(start.wizard.hamlets)
    start.wizard.hamlets.read_file(around(start.home).samples / "thon-ban.csv")
    qtbot.waitUntil(lambda: len(start.wizard.hamlets.table.rows()) == 13)
    assert start.wizard.hamlets.bar.primary_button().text() == "Ghi 13 thôn vào sổ"
    do_primary(qtbot)
    qtbot.waitUntil(lambda: bool(start.sessions))
    assert start.sessions[0].keys.mode == "training"
    assert len(hamlet_lines(start.workplace())) == 13


def test_an_official_office_asks_its_passphrase_twice_and_for_the_sheet_to_be_kept(
    start: Start, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_Return)
    start.choose_unit("bình liêu")
    press(qtbot, Qt.Key.Key_Return)
    guard = start.wizard.guard
    type_text(QApplication.focusWidget(), "ngắn")
    do_primary(qtbot)
    assert "ít nhất 12 ký tự" in guard.pair.first.problem()
    guard.pair.first.line.selectAll()
    type_text(guard.pair.first.line, OFFICIAL_PASSPHRASE)
    guard.pair.second.line.setFocus()
    type_text(guard.pair.second.line, "rừng tre xanh mat")
    press(qtbot, Qt.Key.Key_Return)
    assert "khác nhau" in guard.pair.second.problem()
    guard.pair.second.line.selectAll()
    type_text(guard.pair.second.line, OFFICIAL_PASSPHRASE)
    press(qtbot, Qt.Key.Key_Return)
    recovery = start.wizard.recovery
    start.wait_for(recovery)
    assert guard.pair.first.line.text() == ""
    assert not recovery.bar.primary_button().isEnabled()
    qtbot.waitUntil(lambda: recovery.view.page_count() == 1)
    recovery.confirmed.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    do_primary(qtbot)
    start.wait_for(start.wizard.hamlets)
    start.wizard.hamlets.finished.emit()
    qtbot.waitUntil(lambda: bool(start.sessions))
    assert start.sessions[0].keys.mode == "official"


def test_a_code_that_was_not_kept_is_not_lost_by_closing_the_window(start: Start, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    start.choose_unit("bình liêu")
    press(qtbot, Qt.Key.Key_Down)
    do_primary(qtbot)
    start.wait_for(start.wizard.recovery)
    start.wizard.recovery.confirmed.setChecked(False)
    when_asked(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    start.window.close()
    assert start.window.isVisible()
    start.wizard.recovery.confirmed.setChecked(True)
    do_primary(qtbot)
    start.wait_for(start.wizard.hamlets)
    start.wizard.hamlets.finished.emit()
    qtbot.waitUntil(lambda: bool(start.sessions))


def test_escape_goes_back_and_what_was_typed_is_still_there(start: Start, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Return)
    start.choose_unit("binh lieu")
    press(qtbot, Qt.Key.Key_Escape)
    assert start.wizard.view() is start.wizard.unit
    assert start.wizard.unit.field.line.text() == "binh lieu"
    press(qtbot, Qt.Key.Key_Escape)
    assert start.wizard.view() is start.wizard.purpose
    assert not holds_office(start.home / "co-quan")


def test_a_role_whose_pages_cannot_do_anything_yet_is_not_offered(start: Start) -> None:
    assert list(start.wizard.purpose.ways.rows) == ["commune", "party", "restore", "example", "example-2024"]
    assert "Nhận kết quả" not in said(start.wizard.purpose)


def test_a_receiving_office_has_no_step_for_hamlets(start: Start, qtbot: QtBot) -> None:
    start.wizard.purpose.chosen.emit("receiving")
    start.choose_unit("quang ninh")
    assert "Sở Nội vụ tỉnh Quảng Ninh" in said(start.wizard.guard)
    start.wizard.guard.ways.choose("training")
    do_primary(qtbot)
    start.wait_for(start.wizard.recovery)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: bool(start.sessions))
    assert start.sessions[0].keys.role == "receiving"


def test_trouble_with_the_folder_is_one_sentence_and_the_answers_stay(start: Start, qtbot: QtBot) -> None:
    (start.home / "co-quan").write_text("một tệp, không phải thư mục")
    press(qtbot, Qt.Key.Key_Return)
    start.choose_unit("binh lieu")
    start.wizard.guard.ways.choose("training")
    do_primary(qtbot)
    qtbot.waitUntil(lambda: bool(start.window.message_bar.text()))
    assert start.wizard.view() is start.wizard.guard
    assert start.wizard.guard.ways.value() == "training"
    assert start.sessions == []


def test_the_example_that_is_there_is_opened_at_its_own_time(start: Start, qtbot: QtBot) -> None:
    home = start.home / "xa-mau" / "data"
    make_office(home).workplace.database.close()
    (home / "co-quan").rename(home / "commune")
    (start.home / "xa-mau" / "summary.json").write_text("{}")
    start.wizard.purpose.ways.choose("example")
    do_primary(qtbot)
    qtbot.waitUntil(lambda: bool(start.sessions))
    assert start.workplace().database.folder == home / "commune"
    assert start.sessions[0].keys.mode == "training"
    assert start.workplace().today() == NOW.date()
    assert not holds_office(start.home / "co-quan")


def test_f1_explains_the_step(start: Start, qtbot: QtBot) -> None:
    words: list[str] = []

    def read(dialog: QWidget) -> None:
        words.append(said(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(read)
    assert start.wizard.view() is start.wizard.purpose
    press(qtbot, Qt.Key.Key_F1)
    assert "Xã mẫu nằm trong thư mục riêng" in words[0]
