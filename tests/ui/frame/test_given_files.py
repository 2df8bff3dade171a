"""A file as argument, by "Open with" or dropped: it opens in the place that takes its kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.exchange.card import fingerprint
from desktop.services.exchange import cards, intake
from desktop.services.exchange.outbox import outbox, seal_campaign
from desktop.services.exchange.stick import package_content
from desktop.services.office import keys
from desktop.services.office.backups import back_up
from desktop.services.today.top_bar import desk_facts
from desktop.ui.app import Desktop
from desktop.ui.exchange.card_dialog import CardDialog
from desktop.ui.exchange.sending_page import SendingPage
from desktop.ui.first_start.restore_step import RestoreStep
from desktop.ui.frame.given_files import FileDrops, GivenFiles
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import WindowMemory
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from desktop.ui.start_window import StartWindow
from tests.offices.commune import PASSPHRASE, finalised
from tests.offices.count_office import clock, district, new_districts, office, settled_office
from tests.offices.hands import page_of
from tests.offices.hands import settle as settle_runner
from tests.offices.start_example import around, make_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock

__all__ = ["clock", "district", "new_districts", "office", "settled_office"]


class Shown:
    def __init__(self, office: Workplace, qtbot: QtBot) -> None:
        self.qtbot, self.runner = qtbot, Runner()
        context = Context(Session(office, keys.unlock(office, PASSPHRASE)), self.runner)
        self.window = OfficeWindow(context, desk_facts(office))
        self.given = GivenFiles(lambda: self.window)
        self.drops = FileDrops(self.given.open)
        self.drops.watch(self.window)
        self.window.resize(1366, 700)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()

    def settle(self) -> None:
        settle_runner(self.qtbot, self.runner)

    def open(self, *files: Path) -> str:
        self.given.open(files)
        self.settle()
        return self.window.message_bar.text()


@pytest.fixture
def shown(office: Workplace, qtbot: QtBot, qapp: object) -> Iterator[Shown]:
    del qapp
    made = Shown(office, qtbot)
    yield made
    made.window.close()
    made.runner.finish()


def test_a_card_asks_for_its_groups_and_the_next_file_waits_for_the_answer(
    shown: Shown, office: Workplace, district: Workplace, tmp_path: Path, qtbot: QtBot
) -> None:
    card = tmp_path / "huyện.THE"
    card.write_bytes(cards.own_card(district, keys.unlock(district, PASSPHRASE)))
    shown.given.open([card, tmp_path / "danh sách.xlsx"])
    shown.settle()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CardDialog))
    assert shown.window.place() == "sending"
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CardDialog)
    qtbot.wait(500)
    assert shown.window.message_bar.text() == ""
    dialog.reject()
    qtbot.waitUntil(lambda: "danh sách.xlsx không mở được" in shown.window.message_bar.text())
    assert outbox(office).recipient is None


def test_a_receipt_is_read_and_a_package_of_ours_is_chosen(
    office: Workplace, district: Workplace, tmp_path: Path, qtbot: QtBot, qapp: object, clock: TrainingClock
) -> None:
    del qapp
    card = cards.own_card(district, keys.unlock(district, PASSPHRASE))
    cards.trust(office, card, " ".join(fingerprint(card)))
    own = cards.own_card(office, keys.unlock(office, PASSPHRASE))
    cards.trust(district, own, " ".join(fingerprint(own)))
    finalised(office)
    clock.put(date(2024, 12, 12), 10, 0)
    for _ in range(2):
        seal_campaign(office, keys.unlock(office, PASSPHRASE), "2024", "198")
    shown = Shown(office, qtbot)
    older = outbox(office).packages[-1]
    package = tmp_path / "từ USB.goi"
    package.write_bytes(package_content(office, older.id)[1])
    shown.open(package)
    page = page_of(shown.window, SendingPage)
    chosen = page.view.table.current()
    assert chosen is not None
    assert chosen.line.id == older.id
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), package.read_bytes())
    assert taken.receipt is not None
    receipt = tmp_path / "biên nhận.bn"
    receipt.write_bytes(taken.receipt)
    assert "đã được nhận" in shown.open(receipt)
    other = tmp_path / "xã khác.goi"
    other.write_bytes(b"PK")
    assert "không phải do cơ quan này đóng" in shown.open(other)
    assert "Không đọc được tệp" in shown.open(tmp_path / "rút rồi.bn")
    shown.window.close()
    shown.runner.finish()


def test_a_backup_says_where_it_is_restored_and_changes_nothing(shown: Shown, tmp_path: Path) -> None:
    assert "dữ liệu đang mở không đổi" in shown.open(tmp_path / "x.sao-luu")
    assert shown.window.place() == "settings"


def test_a_dropped_file_is_opened_and_dropped_words_are_not(
    shown: Shown, tmp_path: Path, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setText("chữ")
    plain, left, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(600, 400).toPoint(), copy, mime, left, plain)
    QApplication.sendEvent(shown.window, enter)
    assert not enter.isAccepted()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.sao-luu"))])
    enter = QDragEnterEvent(QPointF(600, 400).toPoint(), copy, mime, left, plain)
    QApplication.sendEvent(shown.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(shown.window, QDropEvent(QPointF(600, 400), copy, mime, left, plain))
    qtbot.waitUntil(lambda: "bản sao lưu" in shown.window.message_bar.text())


def test_a_backup_on_an_empty_computer_is_chosen_for_restoring(
    tmp_path: Path, qtbot: QtBot, qapp: object
) -> None:
    del qapp
    (tmp_path / "a").mkdir()
    made = make_office(tmp_path / "a")
    file = back_up(made.workplace, tmp_path / "x.sao-luu").path
    made.workplace.database.close()
    desktop = Desktop(around(tmp_path / "b"), WindowMemory())
    desktop.begin()
    desktop.open_files([file])
    window = desktop.window
    assert isinstance(window, StartWindow)
    qtbot.waitUntil(lambda: isinstance(window.view(), RestoreStep))
    assert window.wizard.restore.name.text() == str(file)
    window.close()
    desktop.end()


def test_a_file_waits_until_the_office_is_open(tmp_path: Path, qtbot: QtBot, qapp: object) -> None:
    del qapp
    make_office(tmp_path, official=True).workplace.database.close()
    desktop = Desktop(around(tmp_path), WindowMemory())
    desktop.begin()
    desktop.open_files([tmp_path / "huyện.the"])
    window = desktop.window
    assert isinstance(window, StartWindow)
    qtbot.waitUntil(lambda: bool(window.message_bar.text()))
    assert "huyện.the được mở sau khi mở xong" in window.message_bar.text()
    window.close()
    desktop.end()
