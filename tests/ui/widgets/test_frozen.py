"""A table of many columns: the first stays in sight, and takes part in what is done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.frozen import FrozenTable

_COLUMNS = [
    Column("Thôn", lambda row: f"Thôn {row}"),
    *(Column(f"{hour}h", str, width=80, editable=lambda _: True) for hour in range(5, 20)),
]
_LAST = len(_COLUMNS) - 1


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[FrozenTable]:
    page = QWidget()
    column = QVBoxLayout(page)
    made = FrozenTable(_COLUMNS, page, row_height=34)
    column.addWidget(made)
    qtbot.addWidget(page)
    page.resize(600, 300)
    made.set_rows(range(40))
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    made.setFocus()
    yield made
    page.close()


def frozen(table: FrozenTable) -> QTableView:
    found = [view for view in table.findChildren(QTableView) if view is not table]
    assert len(found) == 1
    return found[0]


def test_the_name_stays_at_the_left_while_the_others_scroll(table: FrozenTable) -> None:
    first = frozen(table)
    assert first.isVisible()
    table.select(lambda row: row == 0, _LAST)
    assert table.horizontalScrollBar().value() > 0
    assert table.columnViewportPosition(0) < 0
    assert first.mapTo(table, QPoint(0, 0)) == QPoint(table.frameWidth(), table.frameWidth())


def test_no_column_beside_it_is_cut(table: FrozenTable) -> None:
    first, across = frozen(table), table.horizontalScrollBar()
    for at in range(across.maximum() + 1):
        across.setValue(at)
        edge = first.width()
        assert first.columnWidth(0) == edge >= table.columnWidth(0)
        assert table.columnViewportPosition(table.columnAt(edge)) == edge


def test_its_rows_stay_beside_theirs(table: FrozenTable) -> None:
    first = frozen(table)
    table.select(lambda row: row == 39, 3)
    assert table.verticalScrollBar().value() > 0
    for row in (20, 39):
        here = table.viewport().mapTo(table, QPoint(0, table.rowViewportPosition(row))).y()
        there = first.viewport().mapTo(table, QPoint(0, first.rowViewportPosition(row))).y()
        assert here == there


def test_a_cell_comes_out_from_under_it(table: FrozenTable) -> None:
    table.select(lambda row: row == 0, _LAST)
    for column in range(_LAST, 0, -1):
        table.select(lambda row: row == 0, column)
        assert table.columnViewportPosition(column) >= table.columnWidth(0)


def test_a_click_on_a_name_chooses_its_row_and_leaves_the_keyboard_in_the_table(table: FrozenTable) -> None:
    first = frozen(table)
    table.select(lambda row: row == 0, _LAST)
    port = first.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(20, first.rowViewportPosition(2) + 8))
    assert table.current() == 2
    assert table.hasFocus()


def test_where_all_columns_have_room_there_is_one_table(table: FrozenTable, qtbot: QtBot) -> None:
    table.window().resize(1700, 300)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert not frozen(table).isVisible()
