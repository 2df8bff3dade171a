"""Hamlets: the first list taken in, fields saved on leaving, renamed, merged and ended, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from desktop.resources import resource
from desktop.services.hamlets import HamletLine, hamlet_lines
from desktop.ui.hamlet_question import HamletQuestion
from desktop.ui.hamlets_page import HamletsPage
from desktop.ui.households_page import HouseholdsPage
from tests.ui import register_example as example
from tests.ui.registers import CONTROL, Window, texts
from tests.ui.typing import type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Opened = Callable[[Path], tuple[Window, HamletsPage]]


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thon") / "xa"
    example.with_households(folder).workplace.database.close()
    return folder


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    windows: list[Window] = []

    def open_on(made: Path) -> tuple[Window, HamletsPage]:
        window = Window(qtbot, made, tmp_path / "office")
        windows.append(window)
        page = window.go("hamlets")
        assert isinstance(page, HamletsPage)
        return window, page

    yield open_on
    for window in windows:
        window.close()


def line(window: Window, name: str) -> HamletLine:
    return next(one for one in hamlet_lines(window.workplace, ended=True) if one.name == name)


def typed_over(box: QWidget, text: str) -> None:
    box.selectAll()  # type: ignore[attr-defined] # a line
    type_text(box, text)


def test_an_empty_commune_takes_its_list_in_and_back(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "trong"
    example.empty_register(folder).workplace.database.close()
    window, page = opened(folder)
    assert "Chưa có thôn, khu phố nào" in texts(page)
    page.take_file(resource("samples") / "thon-ban.csv")
    window.settle()
    assert page.importing.bar.primary_button().text() == "Ghi 13 dòng vào sổ"
    window.press(Qt.Key.Key_Return, CONTROL)
    window.press(Qt.Key.Key_Return, CONTROL)
    assert [one.name for one in page.table.rows()][:3] == ["Bản Mường", "Co Muông", "Cò Nòi"]
    page.take_file(resource("samples") / "thon-ban.csv")
    window.settle()
    assert not page.importing.bar.primary_button().isEnabled()
    assert "không có gì mới" in " ".join(texts(page.importing.bar)).lower()


def test_households_counted_and_stated_stand_side_by_side_and_f8_finds_where_they_differ(
    opened: Opened, settled: Path
) -> None:
    window, page = opened(settled)
    assert "13 thôn, khu phố; 126 hộ trong sổ, 4.754 hộ theo danh sách của xã" in texts(page)
    page.table.select(lambda one: one.name == "Nà Ếch")
    page.table.setFocus()
    window.press(Qt.Key.Key_F8)
    assert page.table.current().name == "Nà Lọn"
    model = page.table.model()
    row = [one.name for one in page.table.rows()].index("Lục Ngù")
    assert model.cell(row, 1).state.kind == "attention"  # type: ignore[attr-defined] # Rows


def test_fields_are_saved_on_leaving_and_taken_back(opened: Opened, settled: Path) -> None:
    window, page = opened(settled)
    page.table.select(lambda one: one.name == "Lục Ngù")
    page.table.setFocus()
    window.press(Qt.Key.Key_Return)
    assert page.panel.fields["kind"].box().hasFocus()
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return)
    assert page.panel.fields["stated"].box().hasFocus()
    typed_over(page.panel.fields["stated"].box(), "1")
    window.press(Qt.Key.Key_Return)
    assert line(window, "Lục Ngù").stated == 1
    page.panel.fields["name"].setFocus()
    typed_over(page.panel.fields["name"].box(), "Nà Sản")
    window.press(Qt.Key.Key_Return)
    assert "thôn khác mang tên đó" in page.panel.fields["name"].problem()
    assert page.panel.fields["name"].value() == "Nà Sản"
    window.press(Qt.Key.Key_Z, CONTROL)
    assert line(window, "Lục Ngù").stated == 554


def test_ctrl_enter_opens_the_households_of_the_hamlet(opened: Opened, settled: Path) -> None:
    window, page = opened(settled)
    page.table.select(lambda one: one.name == "Nà Ếch")
    page.table.setFocus()
    window.press(Qt.Key.Key_Return, CONTROL)
    households = window.frame.page()
    assert isinstance(households, HouseholdsPage)
    assert len(households.table.rows()) == 125


def test_a_question_keeps_what_was_typed_until_it_is_accepted(opened: Opened, settled: Path) -> None:
    window, page = opened(settled)
    said: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, HamletQuestion)
        type_text(QApplication.focusWidget(), "Nà Ếch")
        window.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
        window.settle()
        said.extend(texts(dialog))
        assert dialog.answer().name == "Nà Ếch"
        dialog.name.setFocus()
        typed_over(dialog.name.box(), "Nà Ếch Hai")
        window.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    window.in_dialog(answer)
    page.table.setFocus()
    window.press(Qt.Key.Key_N, CONTROL)
    assert any("đã có thôn khác mang tên đó" in text for text in said)
    assert line(window, "Nà Ếch Hai").code == "06859-T14"
    assert page.table.current().name == "Nà Ếch Hai"


def test_hamlets_are_renamed_merged_and_ended(opened: Opened, settled: Path) -> None:
    window, page = opened(settled)

    def rename(dialog: QWidget) -> None:
        assert isinstance(dialog, HamletQuestion)
        typed_over(dialog.name.box(), "Nà Ếch Mới")
        window.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    page.table.select(lambda one: one.name == "Nà Ếch")
    window.in_dialog(rename)
    page.buttons["rename"].setFocus()
    window.press(Qt.Key.Key_Return)
    assert line(window, "Nà Ếch Mới").counted == 125
    assert any("Lập từ Thôn Nà Ếch. Mang tên này từ 25/11/2024." in text for text in texts(page.panel))

    def merge(dialog: QWidget) -> None:
        assert isinstance(dialog, HamletQuestion)
        ticks = dialog.findChild(QListWidget)
        assert ticks is not None
        ticks.setFocus()
        window.qtbot.keyClick(ticks, Qt.Key.Key_End)
        window.qtbot.keyClick(ticks, Qt.Key.Key_Space)
        typed_over(dialog.name.box(), "Nà Thông")
        window.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    page.table.select(lambda one: one.name == "Lục Ngù")
    window.in_dialog(merge)
    page.buttons["merge"].setFocus()
    window.press(Qt.Key.Key_Return)
    merged = line(window, "Nà Thông")
    assert (merged.counted, merged.predecessors) == (1, ("Khu phố Lục Ngù", "Thôn Thông Châu"))

    window.in_dialog(lambda dialog: window.qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL))
    page.table.select(lambda one: one.name == "Pò Đán")
    page.buttons["end"].setFocus()
    window.press(Qt.Key.Key_Return)
    assert line(window, "Pò Đán").ends_on is not None
    assert [one.name for one in page.table.rows() if one.ends_on][-1] == "Thông Châu"
