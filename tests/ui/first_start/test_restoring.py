"""A new computer: the office out of a backup, with its passphrase or its recovery code, by keyboard."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.services.office import backups
from desktop.services.office.backups import back_up
from desktop.services.office.folder import TRAINING_PASSPHRASE, holds_office
from desktop.ui.first_start import restore_step
from desktop.ui.page.page import Session
from desktop.ui.page.runner import Runner
from desktop.ui.start_window import StartWindow
from tests.offices.hands import file_named, when_asked
from tests.offices.start_example import around, do_primary, make_office, press
from tests.offices.typing import type_text

_NEW = "suối mơ tháng chạp"


class Restoring:
    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        (home / "a").mkdir()
        (home / "b").mkdir()
        made = make_office(home / "a")
        self.code = made.recovery_code
        self.file = back_up(made.workplace, home / "x.sao-luu").path
        made.workplace.database.close()
        self.folder = home / "b" / "co-quan"
        self.runner = Runner()
        self.sessions: list[Session] = []
        self.window = StartWindow(around(home / "b"), self.runner)
        self.window.opened.connect(self.sessions.append)
        self.window.resize(1366, 700)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.begin()
        self.step = self.window.wizard.restore

    def choose(self) -> None:
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
            press(self.qtbot, key)
        self.qtbot.waitUntil(lambda: self.window.view() is self.step)
        when_asked(file_named(self.file))
        press(self.qtbot, Qt.Key.Key_Space)
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is self.step.secret.line)

    def look(self, typed: str) -> None:
        self.step.secret.line.selectAll()
        type_text(self.step.secret.line, typed)
        press(self.qtbot, Qt.Key.Key_Return)

    def seen(self) -> str:
        self.qtbot.waitUntil(self.step.card.isVisible)
        return " | ".join(label.text() for label in self.step.card.findChildren(QLabel))


@pytest.fixture
def restoring(tmp_path: Path, qtbot: QtBot) -> Iterator[Restoring]:
    made = Restoring(tmp_path, qtbot)
    yield made
    made.runner.finish()
    for session in made.sessions:
        session.workplace.database.close()
    made.window.renewal.renewed.confirmed.setChecked(True)
    made.window.close()


def test_a_backup_is_seen_then_restored_and_opened_with_its_passphrase(
    restoring: Restoring, qtbot: QtBot
) -> None:
    restoring.choose()
    restoring.look(TRAINING_PASSPHRASE)
    said = restoring.seen()
    assert "Ủy ban nhân dân xã Bình Liêu" in said
    assert "0 thôn, bản" in said
    assert "ngày 02/03/2026" in said
    assert not holds_office(restoring.folder)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: bool(restoring.sessions))
    assert restoring.sessions[0].workplace.database.folder == restoring.folder
    assert restoring.step.secret.line.text() == ""


def test_a_backup_restored_with_the_code_gets_a_new_passphrase_before_it_opens(
    restoring: Restoring, qtbot: QtBot
) -> None:
    restoring.choose()
    restoring.look(restoring.code.lower())
    assert "Bình Liêu" in restoring.seen()
    do_primary(qtbot)
    forgotten = restoring.window.renewal.forgotten
    qtbot.waitUntil(lambda: restoring.window.view() is forgotten)
    assert forgotten.code.line.text() == restoring.code
    assert QApplication.focusWidget() is forgotten.pair.first.line
    for _ in range(2):
        type_text(QApplication.focusWidget(), _NEW)
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: restoring.window.view() is restoring.window.renewal.renewed)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: bool(restoring.sessions))


def test_a_wrong_passphrase_and_a_file_that_is_no_backup_are_said_where_they_belong(
    restoring: Restoring, qtbot: QtBot, tmp_path: Path
) -> None:
    restoring.choose()
    restoring.look("khác")
    qtbot.waitUntil(lambda: "Mật khẩu không đúng" in restoring.step.secret.problem())
    (tmp_path / "thu.sao-luu").write_text("thư")
    restoring.step.use_file(tmp_path / "thu.sao-luu")
    restoring.look(TRAINING_PASSPHRASE)
    qtbot.waitUntil(restoring.window.message_bar.isVisible)
    assert "thu.sao-luu" in restoring.window.message_bar.text()
    assert not restoring.folder.exists()


def test_escape_stops_the_work_and_nothing_is_left(
    restoring: Restoring, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(*given: object) -> object:
        assert go_on.wait(20)
        return backups.look_into_backup(*given)

    monkeypatch.setattr(restore_step, "look_into_backup", slow)
    restoring.choose()
    restoring.look(TRAINING_PASSPHRASE)
    qtbot.waitUntil(lambda: not restoring.step.secret.isEnabled())
    press(qtbot, Qt.Key.Key_Escape)
    go_on.set()
    qtbot.waitUntil(restoring.step.secret.isEnabled)
    assert restoring.window.view() is restoring.step
    assert not restoring.step.card.isVisible()
    assert not restoring.folder.exists()
    press(qtbot, Qt.Key.Key_Escape)
    assert restoring.window.view() is restoring.window.wizard.purpose
