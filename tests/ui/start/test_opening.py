"""Opening an office: silently, with its passphrase, with a clock that is behind, and again where one was."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import StorageRefused
from desktop.services.office.passphrases import note_sheet_printed
from desktop.services.office.settings import set_backup_folder, set_field
from desktop.ui.app import Desktop, dress, make_application
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import WindowMemory, remember, remembered
from desktop.ui.settings.settings_page import SettingsPage
from desktop.ui.start_window import StartWindow
from desktop.ui.widgets import style
from desktop.ui.widgets.drawn.training_strip import TrainingStrip
from desktop.ui.widgets.labels import ElidedLabel
from tests.offices.forged_lock import BOTH, forge_recovery
from tests.offices.hands import when_asked
from tests.offices.other_window import other_window
from tests.offices.start_example import NOW, OFFICIAL_PASSPHRASE, around, make_office, press
from tests.offices.typing import type_text


@pytest.fixture
def begun(tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Desktop]]:
    made: list[Desktop] = []

    def begin(
        clock: Callable[[], datetime] = lambda: NOW, memory: WindowMemory | None = None, *, stays: bool = True
    ) -> Desktop:
        desktop = Desktop(around(tmp_path, clock), memory or WindowMemory())
        made.append(desktop)
        desktop.begin()
        if stays:
            # Which window it is may change meanwhile: the first one makes way for the office's.
            qtbot.waitUntil(lambda: bool(desktop.window.isActiveWindow()))
        return desktop

    yield begin
    for desktop in made:
        desktop.end()
        desktop.window.close()


def opened(desktop: Desktop, qtbot: QtBot) -> OfficeWindow:
    qtbot.waitUntil(lambda: isinstance(desktop.window, OfficeWindow))
    qtbot.waitUntil(lambda: not desktop.runner.is_busy())
    window = desktop.window
    assert isinstance(window, OfficeWindow)
    return window


def test_a_training_office_opens_without_a_question(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path).workplace.database.close()
    window = opened(begun(), qtbot)
    words = [label.text() for label in window.findChildren(QLabel)]
    assert {"Xã Bình Liêu", "tỉnh Quảng Ninh", "Chưa đặt ngày", "Chưa chọn nơi"} <= set(words)
    assert window.findChild(TrainingStrip) is not None


def test_an_official_office_asks_and_three_wrong_answers_end_it(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path, official=True).workplace.database.close()
    desktop = begun()
    start = desktop.window
    assert isinstance(start, StartWindow)
    view = start.passphrase
    qtbot.waitUntil(lambda: start.view() is view)
    said = []
    for _ in range(3):
        view.field.line.selectAll()
        type_text(view.field.line, "sai mật khẩu rồi")
        press(qtbot, Qt.Key.Key_Return)
        assert start.view() is start.waiting
        qtbot.waitUntil(lambda: start.view() is view)
        said.append(view.field.problem())
    assert "Mật khẩu không đúng" in said[0]
    assert "sai ba lần" in said[2]
    assert view.field.line.isReadOnly()
    assert desktop.session is None


def test_an_official_office_opens_with_its_passphrase(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path, official=True).workplace.database.close()
    desktop = begun()
    type_text(desktop.window.passphrase.field.line, OFFICIAL_PASSPHRASE)
    press(qtbot, Qt.Key.Key_Return)
    window = opened(desktop, qtbot)
    assert window.findChild(TrainingStrip) is None
    assert desktop.session.keys.mode == "official"


@pytest.mark.parametrize(("key", "goes_on"), [(Qt.Key.Key_Escape, False), (Qt.Key.Key_Tab, True)])
def test_a_clock_that_is_behind_is_asked_about_before_anything_is_dated(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot, key: Qt.Key, *, goes_on: bool
) -> None:
    make_office(tmp_path).workplace.database.close()
    words: list[str] = []

    def answer(dialog: QWidget) -> None:
        words.extend(label.text() for label in dialog.findChildren(QLabel))
        if goes_on:
            dialog.yes.setFocus()
            press(qtbot, Qt.Key.Key_Return)
        else:
            qtbot.keyClick(dialog, key)

    when_asked(answer)
    # A window that closes at the answer may never be seen active.
    desktop = begun(lambda: NOW - timedelta(days=400), stays=goes_on)
    if goes_on:
        opened(desktop, qtbot)
    else:
        qtbot.waitUntil(lambda: bool(words) and not desktop.window.isVisible())
        assert desktop.session is None
    assert "Ngày giờ của máy có đúng không?" in words
    assert any("02/03/2026" in word and "26/01/2025" in word for word in words)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape])
def test_a_second_window_says_who_has_the_office_open_and_looks_on_or_takes_over(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot, key: Qt.Key
) -> None:
    make_office(tmp_path).workplace.database.close()
    words: list[str] = []

    def answer(dialog: QWidget) -> None:
        words.extend(label.text() for label in dialog.findChildren(QLabel))
        press(qtbot, key)
        if key == Qt.Key.Key_Down:
            press(qtbot, Qt.Key.Key_Return)

    with other_window(tmp_path / "co-quan"):
        when_asked(answer)
        desktop = begun(stays=key != Qt.Key.Key_Escape)
        if key == Qt.Key.Key_Escape:
            qtbot.waitUntil(lambda: bool(words) and not desktop.window.isVisible())
            assert desktop.session is None
            return
        window = opened(desktop, qtbot)
        assert any(getpass.getuser() in word for word in words)
        place = desktop.session.workplace
        if key == Qt.Key.Key_Down:
            assert set_field(place, "place", "Bình Liêu").place == "Bình Liêu"
            return
        assert "Chỉ xem" in window.message_bar.text()
        with pytest.raises(StorageRefused) as caught:
            set_field(place, "place", "Bình Liêu")
        assert caught.value.code == "storage.read_only"


def test_a_program_that_was_stopped_keeps_nobody_out_and_it_is_said(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path).workplace.database.close()
    with other_window(tmp_path / "co-quan"):
        pass
    window = opened(begun(), qtbot)
    assert "dừng đột ngột" in window.message_bar.text()


def test_that_somebody_changed_what_the_recovery_code_opens_is_said_and_stops_no_work(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path).workplace.database.close()
    forge_recovery(tmp_path / "co-quan", *BOTH)
    desktop = begun()
    window = opened(desktop, qtbot)
    assert "in phiếu mã khôi phục mới" in window.message_bar.text()
    assert set_field(desktop.session.workplace, "place", "Bình Liêu").place == "Bình Liêu"


def test_the_next_start_is_at_the_place_and_the_size_where_one_was(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path).workplace.database.close()
    desktop = begun()
    window = opened(desktop, qtbot)
    window.rail.choose("settings")
    qtbot.waitUntil(lambda: remembered(tmp_path).place == "settings")
    desktop.end()
    window.close()
    kept = remembered(tmp_path)
    assert kept.folder == str(tmp_path / "co-quan")
    again = opened(begun(memory=kept), qtbot)
    assert again.place() == "settings"


def test_a_spoiled_memory_does_not_keep_the_window_from_opening(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text("{")
    assert remembered(tmp_path) == WindowMemory()
    remember(tmp_path, WindowMemory(text_points=14))
    assert remembered(tmp_path).text_points == 14


def test_larger_text_dresses_the_window_anew_where_one_is(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path).workplace.database.close()
    desktop = begun()
    window = opened(desktop, qtbot)
    window.rail.choose("settings")
    page = window.page()
    assert isinstance(page, SettingsPage)
    page.open_with("display")
    page.display.sizes.button(0).setFocus()
    try:
        press(qtbot, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: desktop.window is not window)
        assert style.text_points() == 12
        assert opened(desktop, qtbot).place() == "settings"
        assert desktop.memory.text_points == 12
    finally:
        style.set_text_points(style.USUAL_TEXT)
        dress(make_application())


def test_the_top_bar_follows_a_change(begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot) -> None:
    make_office(tmp_path).workplace.database.close()
    desktop = begun()
    window = opened(desktop, qtbot)
    context = window.context
    context.do(lambda _: set_field(context.workplace, "superior", "huyện Mẫu"))
    qtbot.waitUntil(lambda: "huyện Mẫu" in [label.text() for label in window.top_bar.findChildren(QLabel)])


def test_a_place_for_backups_and_the_recovery_sheet_stay_amber_until_they_are_done(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path, official=True).workplace.database.close()
    desktop = begun()
    type_text(desktop.window.passphrase.field.line, OFFICIAL_PASSPHRASE)
    press(qtbot, Qt.Key.Key_Return)
    window = opened(desktop, qtbot)
    place = window.context.workplace
    settings = window.rail.entries["settings"]

    def amber() -> list[str]:
        words = window.top_bar.findChildren(ElidedLabel)
        return [word.text() for word in words if word.property("state") == "waiting" and word.isVisible()]

    qtbot.waitUntil(lambda: settings.waiting() == 2)
    qtbot.waitUntil(lambda: amber() == ["Chưa chọn nơi"])
    stick = tmp_path / "usb"
    stick.mkdir()
    window.context.do(lambda _: set_backup_folder(place, stick))
    qtbot.waitUntil(lambda: settings.waiting() == 1)
    qtbot.waitUntil(lambda: amber() == [])
    window.context.do(lambda _: note_sheet_printed(place))
    qtbot.waitUntil(lambda: settings.waiting() == 0)
    # A stick that was pulled is no place either.
    stick.rmdir()
    window.refresh_desk()
    qtbot.waitUntil(lambda: settings.waiting() == 1)
    qtbot.waitUntil(lambda: amber() == ["Không thấy nơi chứa"])


def test_what_is_typed_is_saved_when_the_window_closes(
    begun: Callable[..., Desktop], tmp_path: Path, qtbot: QtBot
) -> None:
    make_office(tmp_path).workplace.database.close()
    desktop = begun()
    window = opened(desktop, qtbot)
    window.rail.choose("settings")
    field = window.page().office.fields["place"]
    qtbot.waitUntil(lambda: field.value() == "Bình Liêu")
    field.line.setFocus()
    field.line.selectAll()
    type_text(field.line, "Nà Ếch")
    window.close()
    desktop.end()
    again = opened(begun(), qtbot)
    again.rail.choose("settings")
    qtbot.waitUntil(lambda: again.page().office.fields["place"].value() == "Nà Ếch")
