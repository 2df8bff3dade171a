"""Thiết lập with the keyboard: saved on leaving a field, taken back with Ctrl+Z, refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.exchange.own_card import card_of_own, save_card, trusted_offices
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.office.keys import unlock, unlock_with_code
from desktop.services.office.operators import check_pin, operators, register_operator
from desktop.services.office.passphrases import note_sheet_printed, renew
from desktop.services.office.settings import office_settings
from desktop.services.office.workplace import Workplace
from desktop.services.today.top_bar import desk_facts
from desktop.ui.exchange.card_dialog import CardDialog, check_card
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.page.page import Context, Session
from desktop.ui.page.runner import Runner
from desktop.ui.settings.drill_dialog import DrillDialog
from desktop.ui.settings.pin_dialog import PinDialog
from desktop.ui.settings.recovery_dialog import RecoveryDialog
from desktop.ui.settings.settings_page import SettingsPage
from tests.offices.hands import when_asked
from tests.offices.start_example import do_primary, make_office, press
from tests.offices.typing import type_text


class Shown:
    def __init__(self, home: Path, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.place: Workplace = make_office(home).workplace
        self.runner = Runner()
        context = Context(Session(self.place, unlock(self.place, TRAINING_PASSPHRASE)), self.runner)
        self.window = OfficeWindow(context, desk_facts(self.place))
        self.window.resize(1366, 700)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.rail.choose("settings")
        page = self.window.page()
        assert isinstance(page, SettingsPage)
        self.page = page
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.runner.is_busy())

    def show(self, subject: str) -> None:
        self.page.open_with(subject)
        self.settle()
        first = self.page.panel().first()
        assert first is not None
        first.setFocus()


@pytest.fixture
def shown(tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(tmp_path, qtbot)
    yield made
    made.runner.finish()
    made.window.close()
    made.place.database.close()


def test_a_field_is_saved_when_it_is_left_and_ctrl_z_takes_it_back(shown: Shown, qtbot: QtBot) -> None:
    shown.show("office")
    line = shown.page.office.fields["name"].line
    before = line.text()
    line.selectAll()
    type_text(line, "Ủy ban nhân dân xã Mẫu")
    press(qtbot, Qt.Key.Key_Return)
    shown.settle()
    assert office_settings(shown.place).name == "Ủy ban nhân dân xã Mẫu"
    assert shown.page.office.fields["superior"].line.hasFocus()
    line.setFocus()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shown.settle()
    assert office_settings(shown.place).name == before


def test_who_signs_decisions_is_written_and_chosen(shown: Shown, qtbot: QtBot) -> None:
    shown.show("office")
    panel = shown.page.office
    line = panel.fields["deputy"].line
    line.setFocus()
    type_text(line, "Lê Thị Hạnh")
    press(qtbot, Qt.Key.Key_Return)
    panel.signer.combo.setCurrentIndex(1)
    panel.signer.commit()
    shown.settle()
    found = office_settings(shown.place)
    assert (found.deputy, found.deputy_signs) == ("Lê Thị Hạnh", True)


def test_the_word_of_numerals_is_chosen_and_kept(shown: Shown) -> None:
    shown.show("office")
    field = shown.page.office.no_tens
    assert field.value() == "linh"
    field.combo.setCurrentIndex(1)
    field.commit()
    shown.settle()
    assert office_settings(shown.place).no_tens == "lẻ"
    shown.page.office.refresh()
    shown.settle()
    assert field.value() == "lẻ"


def test_a_name_that_is_missing_is_told_at_its_field(shown: Shown, qtbot: QtBot) -> None:
    shown.show("office")
    field = shown.page.office.fields["name"]
    field.line.clear()
    press(qtbot, Qt.Key.Key_Tab)
    shown.settle()
    assert "không để trống" in field.problem()
    assert office_settings(shown.place).name != ""


def test_the_backup_folder_is_tried_and_a_backup_written(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    shown.show("backup")
    do_primary(qtbot)
    shown.settle()
    assert "Chưa chọn thư mục sao lưu" in shown.window.message_bar.text()
    shown.page.backup.use_folder(tmp_path / "không có")
    shown.settle()
    assert "Không thấy thư mục" in shown.window.message_bar.text()
    stick = tmp_path / "usb"
    stick.mkdir()
    shown.page.backup.use_folder(stick)
    shown.settle()
    assert shown.page.backup.chip.state.kind == "done"
    do_primary(qtbot)
    shown.settle()
    assert len(list(stick.glob("06838-*.sao-luu"))) == 1
    assert "Đã sao lưu" in shown.window.message_bar.text()
    told = [label.text() for label in shown.window.top_bar.findChildren(QLabel)]
    qtbot.waitUntil(lambda: any(text.endswith(", usb") for text in told) or not shown.runner.is_busy())


def test_a_restore_is_tried_from_the_window_and_set_beside_what_is_in_use(
    shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.show("backup")
    shown.page.backup.use_folder(tmp_path)
    shown.settle()
    do_primary(qtbot)
    shown.settle()
    shown.page.backup.try_restoring()
    dialog = shown.window.findChild(DrillDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.name.text().endswith(".sao-luu"))
    for typed in ("sai", TRAINING_PASSPHRASE):
        dialog.secret.line.clear()
        type_text(dialog.secret.line, typed)
        qtbot.keyClick(dialog.secret.line, Qt.Key.Key_Return)
        shown.settle()
        if typed == "sai":
            assert "Mật khẩu không đúng" in dialog.secret.problem()
    assert "đủ như dữ liệu đang dùng" in dialog.verdict.text()
    dialog.reject()


def test_the_passphrase_is_changed_with_the_one_in_use_and_a_new_code_is_shown(
    shown: Shown, qtbot: QtBot
) -> None:
    shown.show("passphrase")
    panel, new = shown.page.passphrase, "suối mơ tháng chạp"

    def fill(current: str) -> None:
        for field, typed in ((panel.current, current), (panel.pair.first, new), (panel.pair.second, new)):
            field.line.setFocus()
            field.line.selectAll()
            type_text(field.line, typed)

    fill("sai")
    press(qtbot, Qt.Key.Key_Return)
    shown.settle()
    assert "Mật khẩu không đúng" in panel.current.problem()
    fill(TRAINING_PASSPHRASE)
    codes: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, RecoveryDialog)
        groups = [label.text() for label in dialog.findChildren(QLabel) if len(label.text()) == 3]
        codes.append("-".join(groups))
        QTest.keyClick(dialog.step.print_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        # Whatever the key did, the test goes on.
        QTimer.singleShot(3000, dialog.accept)

    when_asked(answer)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(codes))
    shown.settle()
    assert unlock(shown.place, new) == unlock_with_code(shown.place, codes[0])
    assert panel.pair.first.line.text() == ""


def test_an_operator_is_added_with_a_name_and_a_pin(shown: Shown, qtbot: QtBot) -> None:
    shown.show("operators")
    type_text(shown.page.operators.name.line, "Tằng Văn Bình")
    press(qtbot, Qt.Key.Key_Return)
    assert shown.page.operators.pin.line.hasFocus()
    type_text(shown.page.operators.pin.line, "12")
    press(qtbot, Qt.Key.Key_Return)
    shown.settle()
    assert "ít nhất bốn ký tự" in shown.page.operators.pin.problem()
    type_text(shown.page.operators.pin.line, "34")
    press(qtbot, Qt.Key.Key_Return)
    shown.settle()
    assert [each.name for each in operators(shown.place)] == ["Tằng Văn Bình"]
    assert shown.page.operators.name.line.text() == ""
    assert shown.page.operators.pin.line.text() == ""


def test_a_recovery_sheet_that_was_never_printed_stays_amber_until_it_is(shown: Shown) -> None:
    shown.show("passphrase")
    panel = shown.page.passphrase
    panel.refresh()
    shown.settle()
    assert panel.sheet.accessibleName() == "Phiếu khôi phục: chưa ghi nhận đã in"
    note_sheet_printed(shown.place)
    panel.refresh()
    shown.settle()
    assert panel.sheet.accessibleName() == "Phiếu khôi phục: đã in, ghi 02/03/2026"
    renew(shown.place, shown.page.context.session.keys, TRAINING_PASSPHRASE)
    panel.refresh()
    shown.settle()
    said = "the old sheet opens nothing any more"
    assert panel.sheet.accessibleName() == "Phiếu khôi phục: chưa ghi nhận đã in", said


def test_who_printed_the_recovery_sheet_long_ago_says_so_once(shown: Shown, qtbot: QtBot) -> None:
    shown.show("passphrase")
    panel = shown.page.passphrase
    panel.refresh()
    shown.settle()
    qtbot.mouseClick(panel.kept, Qt.MouseButton.LeftButton)
    shown.settle()
    assert panel.sheet.accessibleName() == "Phiếu khôi phục: đã in, ghi 02/03/2026"
    assert not panel.kept.isVisible()
    assert desk_facts(shown.place).sheet_printed


def test_a_forgotten_pin_is_set_anew_and_an_operator_retires(shown: Shown, qtbot: QtBot) -> None:
    key = register_operator(shown.place, "Tằng Văn Bình", "1357")
    shown.show("operators")
    shown.settle()
    panel = shown.page.operators
    panel.refresh()
    shown.settle()
    panel.reset.click()
    qtbot.waitUntil(lambda: shown.window.findChild(PinDialog) is not None)
    dialog = shown.window.findChild(PinDialog)
    for field, text in ((dialog.pin, "9753"), (dialog.passphrase, TRAINING_PASSPHRASE)):
        type_text(field.line, text)
    qtbot.keyClick(dialog.passphrase.line, Qt.Key.Key_Return)
    shown.settle()
    check_pin(shown.place, key, "9753")

    panel.retire.click()
    shown.settle()
    assert operators(shown.place) == ()
    assert panel.retire.text() == "Cho nhập lại"
    panel.retire.click()
    shown.settle()
    assert [each.id for each in operators(shown.place)] == [key]


def test_the_fingerprint_is_shown_in_16_groups_and_another_card_trusted_by_four(
    shown: Shown, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.show("keys")
    own = card_of_own(shown.place, shown.page.context.session.keys)
    told = [label.text() for label in shown.page.keys.findChildren(QLabel)]
    assert {group.upper() for group in own.groups} <= set(told)
    other = make_office(tmp_path / "kia").workplace
    card = card_of_own(other, unlock(other, TRAINING_PASSPHRASE))
    other.database.close()
    path = save_card(card, tmp_path / "kia.the")
    check_card(shown.page.context, shown.page, path)
    qtbot.waitUntil(lambda: shown.page.findChild(CardDialog) is not None)
    dialog = shown.page.findChild(CardDialog)
    for place, box in dialog.boxes.items():
        type_text(box, card.groups[place])
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(trusted_offices(shown.place)) == 1)
    shown.settle()
    assert len(shown.page.keys.table.rows()) == 1


def test_f1_explains_the_field_in_focus_with_its_rule(shown: Shown) -> None:
    shown.show("office")
    assert "Nghị định 30/2020/NĐ-CP" in shown.page.help_text()
    shown.show("keys")
    assert "dấu vân tay" in shown.page.help_text()
