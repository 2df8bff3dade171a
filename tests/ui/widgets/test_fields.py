"""Fields: read on leaving, never while typing; Enter goes on; nothing typed is lost."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets import recency
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField, TimeField
from desktop.ui.widgets.fields.field import Field, TypedField
from desktop.ui.widgets.fields.text import NumberField, PassphraseField, TextField
from tests.offices.typing import type_text


def shown(qtbot: QtBot, *fields: Field) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for field in fields:
        column.addWidget(field)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    fields[0].setFocus()
    fields[0].page = page  # or it would be gone with the end of this function
    return page


def test_a_vietnamese_name_is_handed_on_once_when_enter_goes_to_the_next_field(qtbot: QtBot) -> None:
    name, next_field = TextField("Họ và tên"), TextField("Chức vụ")
    shown(qtbot, name, next_field)
    said: list[str] = []
    name.committed.connect(said.append)
    type_text(name.line, "Nguyễn  Thị Ánh ")
    assert said == []
    qtbot.keyClick(name.line, Qt.Key.Key_Return)
    assert said == ["Nguyễn Thị Ánh"]
    assert next_field.line.hasFocus()
    assert name.line.text() == "Nguyễn Thị Ánh"


def test_a_field_that_is_left_unchanged_says_nothing(qtbot: QtBot) -> None:
    name, next_field = TextField("Họ và tên"), TextField("Chức vụ")
    shown(qtbot, name, next_field)
    name.set_value("Lò Thu Liễu")
    said: list[str] = []
    name.committed.connect(said.append)
    qtbot.keyClick(name.line, Qt.Key.Key_Tab)
    assert said == []


def test_a_refresh_does_not_take_away_what_is_being_typed(qtbot: QtBot) -> None:
    name = TextField("Họ và tên")
    shown(qtbot, name)
    qtbot.keyClicks(name.line, "Lo")
    name.set_value("khác")
    assert name.line.text() == "Lo"


@pytest.mark.parametrize(
    ("typed", "value"), [("125", 125), ("1.250", 1250), (" 7 ", 7), ("", None), ("0", 0), ("12a", None)]
)
def test_a_number_is_a_whole_one_from_zero_up(qtbot: QtBot, typed: str, value: int | None) -> None:
    field = NumberField("Dự phòng")
    shown(qtbot, field)
    field.line.setText(typed)
    assert field.value() == value


def test_a_number_that_cannot_be_read_stays_as_typed_and_says_why(qtbot: QtBot) -> None:
    field, next_field = NumberField("Dự phòng"), TextField("Ghi chú")
    shown(qtbot, field, next_field)
    said: list[object] = []
    field.committed.connect(said.append)
    qtbot.keyClicks(field.line, "bay")
    assert field.problem() == ""
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert "chỉ nhận số" in field.problem()
    assert field.line.text() == "bay"
    assert said == []
    field.line.setText("7")
    field.commit()
    assert (field.problem(), said) == ("", [7])


@pytest.mark.parametrize("typed", ["05/06/2022", "5/6/2022", "5.6.2022", "05062022", "5-6-2022"])
def test_a_day_is_read_as_people_write_it(qtbot: QtBot, typed: str) -> None:
    field = DateField("Ngày bầu")
    shown(qtbot, field)
    said: list[object] = []
    field.committed.connect(said.append)
    qtbot.keyClicks(field.line, typed)
    field.commit()
    assert said == [date(2022, 6, 5)]
    assert field.line.text() == "05/06/2022"


def test_a_day_that_the_calendar_lacks_is_named_so(qtbot: QtBot) -> None:
    field = DateField("Ngày bầu")
    shown(qtbot, field)
    qtbot.keyClicks(field.line, "31/02/2022")
    field.commit()
    assert "Lịch không có ngày này" in field.problem()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("17:00", time(17)), ("17h30", time(17, 30)), ("0730", time(7, 30)), ("7", time(7)), ("25:00", None)],
)
def test_a_time_is_read_as_people_write_it(qtbot: QtBot, typed: str, value: time | None) -> None:
    field = TimeField("Giờ họp")
    shown(qtbot, field)
    field.line.setText(typed)
    assert field.value() == value


def test_a_choice_is_made_with_the_arrows_and_told_on_leaving(qtbot: QtBot) -> None:
    field, next_field = ChoiceField("Khổ giấy", [("a5", "A5"), ("a6", "A6")]), TextField("Ghi chú")
    shown(qtbot, field, next_field)
    said: list[object] = []
    field.committed.connect(said.append)
    qtbot.keyClick(field.combo, Qt.Key.Key_Down)
    qtbot.keyClick(field.combo, Qt.Key.Key_Return)
    assert said == ["a6"]
    assert next_field.line.hasFocus()


def test_a_passphrase_is_hidden_until_asked_and_kept_exactly(qtbot: QtBot) -> None:
    field = PassphraseField("Mật khẩu")
    shown(qtbot, field)
    type_text(field.line, " bốn  chữ ")
    assert field.value() == " bốn  chữ "
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    eye = QApplication.focusWidget()
    qtbot.keyClick(eye, Qt.Key.Key_Space)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal


def test_a_field_has_a_name_for_a_screen_reader(qtbot: QtBot) -> None:
    field = NumberField("Dự phòng", explain="Số phiếu in thêm.")
    shown(qtbot, field)
    assert field.line.accessibleName() == "Dự phòng"
    assert field.explain == "Số phiếu in thêm."


def test_what_was_read_before_a_field_was_left_leaves_it_alone(qtbot: QtBot) -> None:
    place, kind = TextField("Nơi họp"), ChoiceField("Loại", [("a", "A"), ("b", "B")])
    shown(qtbot, place, kind)
    place.set_value("Nhà văn hóa cũ")
    read = recency.ask()
    qtbot.keyClick(place.line, Qt.Key.Key_End)
    qtbot.keyClicks(place.line, " 2")
    place.commit()
    kind.combo.setCurrentIndex(1)
    kind.commit()
    kept = recency.ask()

    with recency.answering(read):
        place.set_value("Nhà văn hóa cũ")
        kind.set_value("a")
    assert (place.line.text(), kind.value()) == ("Nhà văn hóa cũ 2", "b")
    with recency.answering(kept):
        place.set_value("Sân vận động")
    assert place.line.text() == "Sân vận động"
    with recency.answering(read):
        place.forget()
        place.set_value("của thôn khác")
    assert place.line.text() == "của thôn khác", "another record has its own"


@pytest.mark.parametrize(
    ("kind", "value", "typed", "read"),
    [
        (DateField, date(2024, 12, 8), "15/12/2024", date(2024, 12, 15)),
        (TimeField, time(7, 30), "14:00", time(14, 0)),
        (NumberField, 125, "131", 131),
    ],
)
def test_a_click_into_a_day_or_a_number_lets_it_be_retyped(
    qtbot: QtBot, kind: type[TypedField], value: object, typed: str, read: object
) -> None:
    name, field = TextField("Họ và tên"), kind("Ngày, giờ hay số")
    shown(qtbot, name, field)
    field.set_value(value)
    qtbot.mouseClick(field.line, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(field.line.hasSelectedText)
    qtbot.keyClicks(field.line, typed)
    field.commit()
    assert field.value() == read
    qtbot.mouseClick(field.line, Qt.MouseButton.LeftButton)  # already in it: the click puts the mark there
    qtbot.wait(20)
    assert not field.line.hasSelectedText()
