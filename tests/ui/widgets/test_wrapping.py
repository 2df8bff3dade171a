"""Parts that stand in rows: as many as the width needs, and none of them lost."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.state import State, StateChip


def shown(qtbot: QtBot, width: int) -> tuple[QWidget, Wrapping]:
    page = QWidget()
    qtbot.addWidget(page)
    row = Wrapping(page)
    page.resize(width, 200)
    row.resize(width, 100)
    return page, row


def test_parts_that_nobody_else_holds_outlive_the_search_for_circles(qtbot: QtBot) -> None:
    page, row = shown(qtbot, 600)
    for number in range(4):
        holder = QWidget(page)
        QLineEdit(f"ô {number}", holder)
        holder.setFixedSize(120, 30)
        row.add(holder)
    page.show()
    boxes = row.findChildren(QLineEdit)
    for width in (600, 130, 260, 600, 130):
        row.resize(width, 200)
        gc.collect()
    assert len(boxes) == 4
    assert all(Shiboken.isValid(box) for box in boxes)


def test_what_finds_no_room_stands_in_a_further_row_and_what_is_hidden_takes_none(qtbot: QtBot) -> None:
    page, row = shown(qtbot, 260)
    parts = [QPushButton(f"Nút {number}", page) for number in range(3)]
    for part in parts:
        part.setFixedSize(120, 30)
        row.add(part)
    page.show()
    assert [part.y() for part in parts][:2] == [0, 0]
    assert parts[2].y() > 0
    parts[0].hide()
    qtbot.waitUntil(lambda: parts[2].y() == 0)
    assert row.sizeHint().height() == 30


def test_who_asked_while_it_was_narrow_gives_it_no_more_room_than_it_needs_once_it_is_wide(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = Wrapping(page)
    for number in range(3):
        part = QPushButton(f"Nút {number}", page)
        part.setFixedSize(120, 30)
        row.add(part)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    column.addStretch(1)
    page.resize(900, 300)
    page.show()
    for width in (130, 900, 260, 900):
        row.resize(width, 10)
        row.sizeHint()  # as a page asks that is itself being laid out
        page.resize(width, 300)
        column.invalidate()
        qtbot.waitUntil(lambda: row.height() == row.minimumSizeHint().height())
    assert row.height() == 30


def test_a_key_goes_with_its_button_into_a_further_row(qtbot: QtBot) -> None:
    page, row = shown(qtbot, 300)
    button, key, its = (QPushButton(text, page) for text in ("Nút", "Ctrl+Enter", "Ghi vào sổ"))
    for part, wide in ((button, 120), (key, 80), (its, 120)):
        part.setFixedSize(wide, 30)
        row.add(part, leading=part is key)
    page.show()
    assert [part.y() for part in (button, key, its)] == [0, 38, 38]


def test_what_is_pushed_stands_at_the_right_and_what_is_elastic_takes_the_rest(qtbot: QtBot) -> None:
    page, row = shown(qtbot, 400)
    left, right = QPushButton("Trái", page), QPushButton("Phải", page)
    for part in (left, right):
        part.setFixedSize(100, 30)
    row.add(left)
    row.add(right, pushed=True)
    page.show()
    assert (left.x(), right.geometry().right()) == (0, 399)
    middle = QLineEdit(page)
    row.insert(1, middle, elastic=True)
    assert middle.isVisible()
    assert middle.x() > left.geometry().right()
    assert middle.geometry().right() < right.x()


def test_a_word_that_changed_unseen_is_read_whole_once_it_is_on_show(qtbot: QtBot) -> None:
    page, row = shown(qtbot, 400)
    chip = StateChip(State("not_yet", "chưa tới"))
    row.add(chip)
    page.show()
    row.hide()
    chip.set_state(State("attention", "cấp trên chỉ định"))
    row.show()
    qtbot.waitUntil(lambda: chip.width() == chip.sizeHint().width())
