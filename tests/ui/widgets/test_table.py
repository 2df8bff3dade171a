"""The table: what a clerk does in it with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets import recency, style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.table import Table
from tests.offices.typing import type_text


@dataclass(frozen=True)
class Item:
    number: int
    word: str
    typed: str = ""


ROWS = [
    Group("Đại diện hộ"),
    Item(1, "Tổng số trong danh sách", "125"),
    Item(2, "Có mặt", "112"),
    Group("Phiếu"),
    Item(7, "Hợp lệ"),
    Item(10, "Ông Hoàng Văn Sìn"),
]
COLUMNS = [
    Column("Mục", lambda item: item.word, sort=lambda item: item.word),
    Column("Lần 1", lambda item: item.typed, width=100, align="right", editable=lambda item: item.number > 1),
    Column(
        "So sánh",
        lambda _: "",
        state=lambda item: State("wrong", "Lệch") if item.number == 7 else State("not_yet"),
        width=110,
    ),
]


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    page = QWidget()
    column = QVBoxLayout(page)
    made = Table(COLUMNS, page, row_height=34)
    column.addWidget(made)
    qtbot.addWidget(page)
    page.resize(600, 400)
    made.set_rows(ROWS)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    page.close()


def test_a_row_in_the_place_of_a_heading_has_the_height_of_a_row(table: Table) -> None:
    assert table.rowHeight(3) == style.size("row_group")
    table.set_rows(ROWS[1:])
    assert table.rowHeight(2) == style.size("row_group")
    assert table.rowHeight(3) == table.rowHeight(0)


def test_a_walk_goes_round_to_the_rows_that_are_wanted_and_never_to_a_heading(table: Table) -> None:
    empty = Table(COLUMNS, table.window())
    assert not empty.walk(lambda _: True, 1)
    assert not table.walk(lambda item: item.number > 10, 1)
    assert table.current().number == 1, "nothing wanted, nowhere gone"
    table.select(lambda item: item.number == 7)
    for step, number in ((1, 1), (1, 2), (-1, 1), (-1, 2)):
        assert table.walk(lambda item: bool(item.typed), step, 1)
        assert (table.current().number, table.current_column()) == (number, 1)
    assert table.walk(lambda item: item.number == 2, 1), "the only one wanted is gone to again"
    assert table.current().number == 2


def test_the_first_row_is_current_and_headings_are_passed_over(table: Table, qtbot: QtBot) -> None:
    assert table.current().number == 1
    for number in (2, 7, 10, 10):
        qtbot.keyClick(table, Qt.Key.Key_Down)
        assert table.current().number == number
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.current().number == 1
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current().number == 10


def test_enter_opens_the_current_row(table: Table, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [ROWS[1]]


def test_digits_start_typing_and_enter_goes_down(table: Table, qtbot: QtBot) -> None:
    said: list[tuple[object, int, str]] = []
    table.edited.connect(lambda *what: said.append(what))
    table.select(lambda item: item.number == 7, 1)
    qtbot.keyClick(table, Qt.Key.Key_1)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    qtbot.keyClicks(box, "08")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert said == [(ROWS[4], 1, "108")]
    assert table.current().number == 10
    assert table.current_column() == 1


def test_the_first_letter_of_an_input_method_is_kept(table: Table) -> None:
    said: list[tuple[object, int, str]] = []
    table.edited.connect(lambda *what: said.append(what))
    table.select(lambda item: item.number == 2, 1)
    for letter in "Ổn":
        type_text(QApplication.focusWidget(), letter)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    assert box.text() == "Ổn"
    table.commit()
    assert said == [(ROWS[2], 1, "Ổn")]


def test_a_cell_that_may_not_be_typed_in_stays(table: Table, qtbot: QtBot) -> None:
    table.select(lambda item: item.number == 1, 1)
    qtbot.keyClick(table, Qt.Key.Key_5)
    assert not isinstance(QApplication.focusWidget(), QLineEdit)


def test_escape_leaves_a_cell_as_it_was(table: Table, qtbot: QtBot) -> None:
    said: list[object] = []
    table.edited.connect(lambda *what: said.append(what))
    table.select(lambda item: item.number == 2, 1)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    box = QApplication.focusWidget()
    qtbot.keyClicks(box, "9")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert said == []
    assert table.model().index(2, 1).data() == "112"


@pytest.mark.parametrize("grown", [False, True])
def test_rows_that_come_anew_leave_what_is_being_typed(table: Table, qtbot: QtBot, *, grown: bool) -> None:
    table.select(lambda item: item.number == 7, 1)
    qtbot.keyClick(table, Qt.Key.Key_4)
    other = [ROWS[0], replace(ROWS[1], typed="126"), *ROWS[2:]]
    table.set_rows([*ROWS, Item(11, "Bà Lò Thu Liễu")] if grown else other)
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    assert box.text() == "4"
    assert table.current().number == 7


def test_tab_walks_the_cells_and_leaves_at_the_end_of_a_row(qtbot: QtBot, table: Table) -> None:
    after = QLineEdit(table.parentWidget())
    table.parentWidget().layout().addWidget(after)
    after.show()
    table.select(lambda item: item.number == 1, 0)
    for column in (1, 2):
        qtbot.keyClick(table, Qt.Key.Key_Tab)
        assert table.current_column() == column
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_block_is_pasted_and_a_cell_copied(table: Table, qtbot: QtBot) -> None:
    table.select(lambda item: item.number == 2, 1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "112"
    QApplication.clipboard().setText("1\t2\n3\t4\n")
    with qtbot.waitSignal(table.pasted) as told:
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [[["1", "2"], ["3", "4"]]]


def test_a_wrong_cell_is_told_by_ground_shape_and_word(table: Table) -> None:
    place = table.visualRect(table.model().index(4, 2))
    picture = table.viewport().grab().toImage()
    assert picture.pixelColor(place.right() - 3, place.center().y()).name() == style.colour("red_soft").name()
    assert table.model().index(4, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "So sánh Lệch"


def test_a_screen_reader_hears_a_cell(table: Table) -> None:
    heard = QAccessible.queryAccessibleInterface(table)
    assert heard.role() == QAccessible.Role.Table
    assert heard.childCount() > 0


def test_ten_thousand_rows_come_and_can_be_walked(table: Table, qtbot: QtBot) -> None:
    table.set_rows([Item(number, f"Hộ {number}") for number in range(10_000)])
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current().number == 9999
    assert table.grab().width() > 0


@pytest.mark.parametrize(("heading", "scrolls"), [("", False), ("Họ và tên", True)])
def test_a_name_asks_for_room_and_what_only_fills_for_none(
    qtbot: QtBot, heading: str, *, scrolls: bool
) -> None:
    columns = [Column("Giờ", str, width=300), Column(heading, lambda _: "")]
    made = Table(columns)
    qtbot.addWidget(made)
    made.set_rows([8, 9])
    made.resize(360, 200)
    made.show()
    assert (made.horizontalScrollBar().maximum() > 0) is scrolls


def test_a_table_can_be_no_taller_than_its_rows(table: Table, qtbot: QtBot) -> None:
    table.hug()
    qtbot.waitUntil(lambda: table.height() == 36 + 2 * 28 + 4 * 34 + 2)


def test_the_current_row_is_told_once_when_it_changes(table: Table, qtbot: QtBot) -> None:
    told: list[int] = []
    table.chosen.connect(lambda item: told.append(item.number))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert told == [2]


def test_it_sorts_by_a_heading(table: Table) -> None:
    items = [Item(1, "c"), Item(2, "a"), Item(3, "b")]
    table.set_rows(items)
    table.select(lambda item: item.number == 1)
    header = table.horizontalHeader()
    press: Callable[[int], None] = header.sectionClicked.emit
    press(0)
    assert [item.word for item in table.rows()] == ["a", "b", "c"]
    press(0)
    assert [item.word for item in table.rows()] == ["c", "b", "a"]
    assert table.current().number == 1


def test_what_was_read_before_a_cell_was_typed_leaves_it_alone(table: Table, qtbot: QtBot) -> None:
    read = recency.ask()
    table.select(lambda item: item.number == 2, 1)
    for figure in "113":
        qtbot.keyClick(QApplication.focusWidget(), figure)
    table.commit()
    kept = recency.ask()

    with recency.answering(read):
        table.set_rows(ROWS)
    assert table.model().index(2, 1).data() == "113"
    with recency.answering(kept):
        table.set_rows(ROWS)
    assert table.model().index(2, 1).data() == "112", "it was refused, and what is kept stands there again"
