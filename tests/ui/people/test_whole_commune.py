"""A workbook of the whole commune: its hamlets and columns corrected, stored and taken back in one go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.services.lists.parts import Why
from desktop.services.lists.preview import RowChoice
from desktop.services.people.households import household_count
from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.people.households_page import HouseholdsPage
from tests.offices import register_example as example
from tests.offices.register_window import CONTROL, Window, texts

OPEN = Callable[[Path], Window]


def taken(window: Window, folder: Path) -> HouseholdsPage:
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    names = [line.name for line in hamlet_lines(window.workplace)]
    workbook = example.commune_workbook(folder / "ca-xa.xlsx", [*names[:12], "Bên kia suối"])
    page.take_file(workbook)
    window.settle()
    return page


def test_who_opens_a_whole_commune_first_sees_the_sheet_of_no_known_hamlet(
    open_window: OPEN, settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    page = taken(window, tmp_path)
    view = page.importing
    assert view.stack.currentWidget() is view.parts
    page.next_problem()
    current = view.parts.table.current()
    assert (current.part.said, current.part.why) == ("Bên kia suối", Why.UNKNOWN)
    last = hamlet_lines(window.workplace)[12]
    window.choose_in_row(view.parts.choice, last.full_name)
    assert {one.part.why for one in view.parts.table.rows()} <= {Why.NAME, Why.SAID}
    assert view.bar.primary_button().text().startswith("Xem trước")
    before = household_count(window.workplace)
    page.primary()
    window.settle()
    assert view.stack.currentWidget() is view.rows
    page.primary()
    window.settle()
    assert view.stack.currentWidget() is view.result
    assert any(text.startswith("13 thôn.") for text in texts(view.result))
    assert household_count(window.workplace) > before
    view.result.undo.click()
    window.settle()
    assert household_count(window.workplace) == before
    # What was said of the sheet was kept with the list.
    again = taken(window, tmp_path).importing
    assert again.stack.currentWidget() is again.rows


def test_a_column_is_read_as_the_clerk_says_and_so_it_is_the_next_time(
    open_window: OPEN, settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    view = taken(window, tmp_path).importing
    view.head.stepper.chosen.emit("columns")
    assert view.stack.currentWidget() is view.columns
    view.columns.table.select(lambda column: column.heading == "Số khẩu")
    assert view.columns.table.current().key == "members"
    window.choose_in_row(view.columns.choice, "Không nhập")
    assert view.columns.table.current().key is None
    assert view.rows.table.rows()[0].row.cell("members").value == ""
    view.bar.remember.click()
    window.settle()
    again = taken(window, tmp_path).importing
    assert again.rows.table.rows()[0].row.cell("members").value == ""
    again.head.stepper.chosen.emit("columns")
    again.leave()
    assert again.stack.currentWidget() is again.rows


def test_rows_are_decided_by_kind_and_the_decision_is_taken_back_whole(
    open_window: OPEN, settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    page = taken(window, tmp_path)
    page.primary()
    rows = page.importing.rows
    every = rows.waiting(), len(rows.choices)
    rows.filter.choose(1)
    new = len(rows.table.rows())
    assert rows.panel.all_alike is not None
    rows.panel.all_alike.setChecked(True)
    rows.panel.buttons[RowChoice.OMIT].click()
    assert len(rows.choices) == new
    assert not page.importing.bar.primary_button().isEnabled()
    rows.table.setFocus()
    window.press(Qt.Key.Key_Z, CONTROL)
    assert (rows.waiting(), len(rows.choices)) == every
    assert page.importing.bar.primary_button().isEnabled()
    rows.decide(RowChoice.OMIT)
    page.primary()
    window.settle()
    assert any(f"Chưa ghi {every[0] + 1} dòng" in text for text in texts(page.importing.result))


def test_a_list_whose_names_no_heading_tells_comes_to_its_columns(
    open_window: OPEN, settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with(example.FIRST)
    window.settle()
    workbook = tmp_path / "la.csv"
    workbook.write_text("TT;Người ở hộ này;Năm sinh\n1;Giàng A Mới;1980\n2;Vừ Thị Mới;1975\n", "utf-8")
    page.take_file(workbook)
    window.settle()
    view = page.importing
    assert view.stack.currentWidget() is view.columns
    assert view.columns.table.current().heading == "Người ở hộ này"
    assert view.columns.table.current().samples == ("Giàng A Mới", "Vừ Thị Mới")
    assert view.bar.primary_button() is None or not view.bar.primary_button().isVisible()
    view.head.stepper.chosen.emit("preview")
    assert view.stack.currentWidget() is view.columns
    window.choose_in_row(view.columns.choice, "Họ và tên")
    assert view.stack.currentWidget() is view.rows
    before = household_count(window.workplace)
    page.primary()
    window.settle()
    assert household_count(window.workplace) == before + 2
    page.primary()
    window.settle()
    page.take_file(workbook)
    window.settle()
    # Its headings are known by now.
    assert view.stack.currentWidget() is view.rows
