"""Voters without a household at the window: listed, added, corrected, given a household, taken in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.people.households import households
from desktop.services.people.members import household_members
from desktop.services.people.voters import add_voter, voter, voter_count, voters
from desktop.ui.lists.kept_filters import FiltersDialog
from desktop.ui.page.ways import Way
from desktop.ui.people.households_page import HouseholdsPage
from desktop.ui.people.joining_question import JoiningQuestion
from desktop.ui.people.voters_view import VotersView
from desktop.ui.widgets.dialogs.question import TextQuestion
from tests.offices import register_example as example
from tests.offices.register_window import Window, texts

OPEN = Callable[[Path], Window]


def shown(window: Window) -> tuple[HouseholdsPage, VotersView]:
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with(example.FIRST)
    window.settle()
    page.look_at_voters.click()
    window.settle()
    assert page.voters is not None
    return page, page.voters


def test_one_is_added_corrected_and_given_a_household(open_window: OPEN, settled_register: Path) -> None:
    window = open_window(settled_register)
    page, view = shown(window)
    assert not view.table.rows()
    view.add.click()
    question = QApplication.activeModalWidget()
    assert isinstance(question, TextQuestion)
    question.field.set_value("Sùng A Lẻ")
    question.accept()
    window.settle()
    (line,) = voters(window.workplace, example.FIRST).lines
    assert (line.name, view.table.current().name) == ("Sùng A Lẻ", "Sùng A Lẻ")
    view.panel.fields["birth"].set_value("2/1990")
    view.panel.fields["birth"].committed.emit("2/1990")
    window.settle()
    assert voter(window.workplace, line.id).birth == "02/1990"
    view.panel.house.click()
    window.settle()
    assert voter_count(window.workplace) == 0
    assert page.is_listing()
    assert page.table.current().head == "Sùng A Lẻ"
    assert households(window.workplace, example.FIRST, search="sung a le").lines


def test_an_empty_list_says_what_to_do_and_what_it_is_narrowed_to_is_kept(
    open_window: OPEN, settled_register: Path
) -> None:
    window = open_window(settled_register)
    _, view = shown(window)
    assert any("nhập danh sách cử tri" in text for text in texts(view.rows.currentWidget()))
    for name in ("Sùng A Lẻ", "Giàng Thị Đơn"):
        add_voter(window.workplace, example.FIRST, name)
    view.search.setText("sung")
    view.refresh()
    window.settle()
    assert [line.name for line in view.table.rows()] == ["Sùng A Lẻ"]
    view.kept.button.click()
    window.settle()
    asked = window.dialog()
    assert isinstance(asked, FiltersDialog)
    asked.name.set_value("Họ Sùng")
    asked.keep.click()
    window.settle()
    asked.reject()
    view.search.setText("khong co ai")
    view.refresh()
    window.settle()
    assert any("Không tìm thấy ai" in text for text in texts(view.rows.currentWidget()))
    view.kept.button.click()
    window.settle()
    window.press(Qt.Key.Key_Return)
    window.settle()
    assert [line.name for line in view.table.rows()] == ["Sùng A Lẻ"]


def test_one_joins_a_household_and_is_taken_back_out_of_it(open_window: OPEN, settled_register: Path) -> None:
    window = open_window(settled_register)
    page, view = shown(window)
    ways: list[Way] = []
    page.context.offered.connect(lambda _, __, way: ways.append(way))
    add_voter(window.workplace, example.FIRST, "Sùng A Lẻ")
    view.refresh()
    window.settle()
    view.panel.join.click()
    window.settle()
    question = QApplication.activeModalWidget()
    assert isinstance(question, JoiningQuestion)
    head = households(window.workplace, example.FIRST).lines[2]
    question.search.setText(head.head)
    window.qtbot.waitUntil(lambda: len(question.table.rows()) == 1)
    question.table.select(lambda line: line.id == head.id)
    question.relation.set_value("Cháu")
    window.press_in(question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert voter_count(window.workplace) == 0
    people = household_members(window.workplace, head.id)
    assert ("Sùng A Lẻ", "Cháu") in [(line.name, line.relation) for line in people]
    (way,) = ways
    assert way.word == "Hoàn tác"
    way.does()
    window.settle()
    assert voter_count(window.workplace) == 1
    assert [line.name for line in view.table.rows()] == ["Sùng A Lẻ"]


def test_a_list_is_taken_in_and_who_was_found_is_shown(
    open_window: OPEN, settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    page, view = shown(window)
    workbook = tmp_path / "cu-tri.csv"
    head = households(window.workplace, example.FIRST).lines[0].head
    workbook.write_text(f"TT;Họ và tên cử tri;Ngày sinh\n1;{head};\n2;Sùng A Lẻ;1990\n", "utf-8")
    view.taken.emit(workbook)
    window.settle()
    assert page.voter_import is not None
    assert page.voter_import.head.title.text() == "Nhập danh sách cử tri"
    assert any(text == "1 mới" or "1 mới" in text for text in texts(page.voter_import.rows))
    page.primary()
    window.settle()
    assert voter_count(window.workplace) == 1
    page.primary()
    window.settle()
    assert [row.name for row in view.table.rows()] == ["Sùng A Lẻ"]
    assert page.go_back()
    window.settle()
    assert page.is_listing()


def test_a_search_over_everything_opens_one(open_window: OPEN, settled_register: Path) -> None:
    window = open_window(settled_register)
    key = add_voter(window.workplace, example.SECOND, "Giàng Thị Đơn")
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with((example.SECOND, -key, "Giàng Thị Đơn"))
    window.settle()
    assert page.voters is not None
    assert page.voters.table.current().id == key
    assert page.voters.panel.fields["name"].value() == "Giàng Thị Đơn"
