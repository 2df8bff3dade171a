"""A lost passphrase with the keyboard alone: the code from the safe, a new passphrase, a new sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import open_office
from desktop.errors import StorageRefused
from desktop.ui.app import Desktop
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import WindowMemory
from desktop.ui.start_window import StartWindow
from tests.offices.hands import when_asked
from tests.offices.start_example import NOW, OFFICIAL_PASSPHRASE, around, do_primary, make_office, press
from tests.offices.typing import type_text

_NEW = "suối mơ tháng chạp"


class Lost:
    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.home, self.qtbot = home, qtbot
        made = make_office(home, official=True)
        made.workplace.database.close()
        self.code = made.recovery_code
        self.desktop = Desktop(around(home), WindowMemory())
        self.desktop.begin()
        assert isinstance(self.desktop.window, StartWindow)
        self.start = self.desktop.window
        qtbot.waitUntil(self.start.isActiveWindow)
        qtbot.waitUntil(lambda: self.start.view() is self.start.passphrase)

    def forget(self) -> None:
        for _ in range(8):
            press(self.qtbot, Qt.Key.Key_Tab)
            if QApplication.focusWidget() is self.start.passphrase.lost:
                break
        press(self.qtbot, Qt.Key.Key_Space)
        assert self.start.view() is self.start.renewal.forgotten
        assert QApplication.focusWidget() is self.start.renewal.forgotten.code.line

    def give(self, code: str) -> None:
        for typed in (code, _NEW, _NEW):
            type_text(QApplication.focusWidget(), typed)
            press(self.qtbot, Qt.Key.Key_Return)
            QApplication.processEvents()

    def new_code(self) -> None:
        self.qtbot.waitUntil(lambda: self.start.view() is self.start.renewal.renewed)
        self.qtbot.waitUntil(lambda: self.start.renewal.renewed.view.page_count() == 1)


@pytest.fixture
def lost(tmp_path: Path, qtbot: QtBot) -> Iterator[Lost]:
    made = Lost(tmp_path, qtbot)
    yield made
    if made.desktop.window is made.start:
        made.start.renewal.renewed.confirmed.setChecked(True)
    made.desktop.end()
    made.desktop.window.close()


def test_the_code_and_a_new_passphrase_open_the_office_and_the_old_one_does_not(
    lost: Lost, tmp_path: Path, qtbot: QtBot
) -> None:
    lost.forget()
    lost.give(lost.code.lower().replace("-", " ").replace("0", "o"))
    lost.new_code()
    renewed = lost.start.renewal.renewed
    assert not renewed.bar.primary_button().isEnabled()
    assert lost.start.renewal.forgotten.code.line.text() == ""
    assert lost.start.renewal.forgotten.pair.first.line.text() == ""
    renewed.confirmed.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: isinstance(lost.desktop.window, OfficeWindow))
    assert lost.desktop.session.keys.mode == "official"
    open_office(tmp_path / "co-quan", _NEW, lambda: NOW).database.close()
    with pytest.raises(StorageRefused):
        open_office(tmp_path / "co-quan", OFFICIAL_PASSPHRASE, lambda: NOW)


def test_a_mistyped_code_is_said_on_leaving_the_field_and_written_in_groups(lost: Lost, qtbot: QtBot) -> None:
    lost.forget()
    field = lost.start.renewal.forgotten.code
    wrong = lost.code[:-1] + ("A" if lost.code[-1] != "A" else "B")
    type_text(field.line, wrong.lower())
    press(qtbot, Qt.Key.Key_Tab)
    assert "gõ nhầm" in field.problem()
    field.line.setFocus()
    field.line.selectAll()
    type_text(field.line, lost.code[:10])
    press(qtbot, Qt.Key.Key_Tab)
    assert "27 ký tự" in field.problem()
    field.line.setFocus()
    field.line.selectAll()
    type_text(field.line, lost.code.lower().replace("-", ""))
    press(qtbot, Qt.Key.Key_Tab)
    assert (field.problem(), field.line.text()) == ("", lost.code)


def test_a_code_of_another_office_opens_nothing_and_what_was_typed_stays(lost: Lost, qtbot: QtBot) -> None:
    (lost.home / "b").mkdir()
    other = make_office(lost.home / "b")
    other.workplace.database.close()
    lost.forget()
    lost.give(other.recovery_code)
    qtbot.waitUntil(lambda: bool(lost.start.renewal.forgotten.code.problem()))
    assert lost.start.view() is lost.start.renewal.forgotten
    assert "không phải của dữ liệu đang mở" in lost.start.renewal.forgotten.code.problem()
    assert lost.start.renewal.forgotten.pair.second.line.text() == _NEW
    open_office(lost.home / "co-quan", OFFICIAL_PASSPHRASE, lambda: NOW).database.close()


def test_two_passphrases_that_differ_change_nothing(lost: Lost, qtbot: QtBot) -> None:
    lost.forget()
    view = lost.start.renewal.forgotten
    for typed in (lost.code, _NEW, _NEW + " x"):
        type_text(QApplication.focusWidget(), typed)
        press(qtbot, Qt.Key.Key_Return)
    assert lost.start.view() is view
    assert "khác nhau" in view.pair.second.problem()


def test_escape_goes_back_to_the_passphrase(lost: Lost, qtbot: QtBot) -> None:
    lost.forget()
    press(qtbot, Qt.Key.Key_Escape)
    assert lost.start.view() is lost.start.passphrase


def test_the_new_code_is_not_lost_by_closing_the_window(lost: Lost, qtbot: QtBot) -> None:
    lost.forget()
    lost.give(lost.code)
    lost.new_code()
    when_asked(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    lost.start.close()
    assert lost.start.isVisible()
    lost.start.renewal.renewed.confirmed.setChecked(True)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: isinstance(lost.desktop.window, OfficeWindow))
