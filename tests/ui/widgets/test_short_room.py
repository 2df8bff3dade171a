"""Where the room is short: what says less, what grows, what scrolls, and what never leaves the window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.frame.desk import EMPTY_DESK
from desktop.ui.frame.help_dialog import HelpDialog
from desktop.ui.frame.top_bar import TopBar
from desktop.ui.lists.search_box import SearchBox
from desktop.ui.page.side_panel import SidePanel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Scrolling
from desktop.ui.widgets.areas.views import Views
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import ElidedLabel
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.table import Table


def shown(qtbot: QtBot, widget: Any, width: int, height: int) -> Any:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_a_label_says_less_before_it_is_cut(qtbot: QtBot) -> None:
    said = shown(qtbot, ElidedLabel("", "body"), 400, 30)
    said.say("Tờ 1 trên 66, xem đúng như bản in", "Tờ 1 trên 66")
    assert said.toolTip() == ""
    said.resize(said.fontMetrics().horizontalAdvance("Tờ 1 trên 66, xem"), 30)
    less = said.grab().toImage()
    assert said.toolTip() == "Tờ 1 trên 66, xem đúng như bản in"
    said.say("Tờ 1 trên 66", "")
    assert less == said.grab().toImage()


def test_the_keys_are_explained_in_whole_sentences_between_a_head_and_a_foot_that_stand(
    qtbot: QtBot,
) -> None:
    keys = HelpDialog(10, explained="Số hộ có mặt, đếm theo sổ ký nhận.\nNghị định 59/2023, Điều 15.")
    shown(qtbot, keys, 480, 400)
    assert keys.width() == 480
    assert keys.height() == style.size("dialog_rest")
    wrapped = [said for said in keys.findChildren(QLabel) if said.wordWrap()]
    assert len(wrapped) == 11
    assert all(said.height() >= said.heightForWidth(said.width()) for said in wrapped)
    close = next(button for button in keys.findChildren(QPushButton) if button.text() == "Đóng")
    stands, bar = close.geometry(), keys.middle.verticalScrollBar()
    assert keys._fade.isVisible()
    assert keys._fade.height() == 24
    for _ in range(8):
        qtbot.keyClick(close, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum() > 0
    assert not keys._fade.isVisible()
    assert close.geometry() == stands
    assert keys.middle.geometry().bottom() < stands.top()


def test_the_cards_beside_a_step_scroll_rather_than_the_page(qtbot: QtBot) -> None:
    panel = shown(qtbot, SidePanel(), 320, 400)
    tall = QWidget()
    tall.setMinimumHeight(2000)
    panel.add(tall)
    assert panel.sizeHint().height() < 200


def test_the_search_that_is_not_there_yet_gives_way_to_the_facts(qtbot: QtBot) -> None:
    bar = shown(qtbot, TopBar(EMPTY_DESK), 1200, 56)
    assert bar.search.placeholderText() == "Tìm thôn, hộ, cử tri, giấy tờ"
    bar.resize(bar.sizeHint().width() + 10, 56)
    assert bar.search.placeholderText() == ""
    assert not [said.text() for said in bar.findChildren(ElidedLabel) if said.toolTip()]


def test_what_is_wrong_with_a_field_is_seen_under_its_box(qtbot: QtBot) -> None:
    area = Scrolling()
    inside = QWidget()
    column = QVBoxLayout(inside)
    fields = [TextField(f"Ô {number}") for number in range(8)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(inside)
    shown(qtbot, area, 300, 200)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    low = fields[5]
    low.box().setFocus()
    low.set_problem("Cần ghi họ tên, như trong giấy tờ của người này.")

    def seen() -> bool:
        return bool(low._below.visibleRegion().boundingRect() == low._below.rect())

    qtbot.waitUntil(seen)
    area.verticalScrollBar().setValue(0)
    fields[0].box().setFocus()
    low.box().setFocus()
    qtbot.waitUntil(seen)


def test_a_long_fact_breaks_rather_than_making_its_panel_wider(qtbot: QtBot) -> None:
    facts = Facts()
    facts.set_facts(
        [
            ("Hộ trong danh sách", "298"),
            ("Nơi niêm yết", "Nhà văn hóa thôn Thông Châu; trụ sở Ủy ban nhân dân xã; nhà ông trưởng thôn"),
        ]
    )
    wide = style.size("side_panel") - 4 * style.size("grid")
    shown(qtbot, facts, wide, 200)
    assert facts.width() == wide
    assert all(said.width() >= said.minimumSizeHint().width() for said in facts.findChildren(QLabel))
    assert all(said.geometry().right() <= wide for said in facts.findChildren(QLabel))


def test_a_table_that_scrolls_ends_with_a_whole_row(qtbot: QtBot) -> None:
    table = Table([Column("Tên", lambda row: row)])
    table.set_rows([f"Hộ {number}" for number in range(60)])
    for height in (200, 213, 231):
        shown(qtbot, table, 300, height)
        qtbot.wait(20)
        seen, row = table.viewport().height(), table.rowHeight(0)
        assert seen % row == 0
        assert seen >= height - table.horizontalHeader().height() - row - 2
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum() == 60 * row - seen
    # Other rows, and what follows of them, don't give the last pixels back.
    for number in (61, 200):
        table.set_rows([f"Hộ {one}" for one in range(number)])
        qtbot.wait(20)
        assert table.viewport().height() == seen
        assert table.verticalScrollBar().maximum() == number * row - seen
    table.set_rows(["Hộ 1", "Hộ 2"])
    qtbot.wait(20)
    assert table.viewport().height() == height - table.horizontalHeader().height() - 2


def test_rows_of_several_heights_begin_whole_and_the_last_is_left_undrawn(qtbot: QtBot) -> None:
    table = Table([Column("Tên", lambda row: row)])
    table.set_rows([Group("Trước") if not number % 7 else f"Hộ {number}" for number in range(60)])
    for height in (200, 213, 231):
        shown(qtbot, table, 300, height)
        for value in (0, 11, 300, 301, 5000, 290):
            table.verticalScrollBar().setValue(value)
            assert table.rowViewportPosition(table.rowAt(0)) == 0
            port = table.viewport()
            last = table.rowAt(port.height() - 1)
            top = table.rowViewportPosition(last)
            if last >= 0 and top + table.rowHeight(last) > port.height():
                beneath = port.grab(port.rect().adjusted(0, top, 0, 0)).toImage()
                colours = {beneath.pixel(x, y) for x in range(0, 280, 3) for y in range(beneath.height())}
                assert len(colours) == 1
    qtbot.keyClick(table, Qt.Key.Key_End)
    end = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(end)


def test_a_table_without_rows_says_why(qtbot: QtBot) -> None:
    table = shown(qtbot, Table([Column("Tên", lambda row: row)]), 300, 200)
    bare = table.viewport().grab().toImage()
    table.say_where_empty("Chưa ghi giờ nào.")
    assert table.viewport().grab().toImage() != bare
    assert table.accessibleDescription() == "Chưa ghi giờ nào."


def test_views_are_as_high_as_the_one_on_show(qtbot: QtBot) -> None:
    holder = shown(qtbot, QWidget(), 300, 700)
    column = QVBoxLayout(holder)
    views = Views(holder)
    column.addWidget(views)
    said = [QLabel(" ".join(["chữ"] * count)) for count in (2, 400)]
    for words in said:
        words.setWordWrap(True)
        views.addWidget(words)
    one_line = column.totalHeightForWidth(300)
    views.setCurrentIndex(1)
    assert column.totalHeightForWidth(300) > 5 * one_line
    views.setCurrentIndex(0)
    assert column.totalHeightForWidth(300) == one_line


def test_a_search_box_says_less_where_it_is_narrow(qtbot: QtBot) -> None:
    box = shown(qtbot, SearchBox(), 400, 34)
    box.set_hint("Tìm tên, nơi (Ctrl+F)")
    assert box.placeholderText() == "Tìm tên, nơi (Ctrl+F)"
    box.resize(110, 34)
    assert box.placeholderText() == "Tìm tên"


def test_what_is_whole_gets_a_row_of_its_own_rather_than_be_cut(qtbot: QtBot) -> None:
    row = shown(qtbot, Wrapping(), 900, 60)
    name, facts = QLabel("Chi bộ thôn Nà Ếch"), ElidedLabel("07:30 05/01/2025, Nhà văn hóa thôn", "caption")
    row.add(name)
    row.add(facts, elastic=True, pushed=True, whole=True)
    assert facts.y() < name.geometry().bottom()
    row.resize(name.sizeHint().width() + facts.whole_width() // 2, 80)
    assert facts.y() > name.geometry().bottom()
    assert facts.shown() == facts.text()


@pytest.mark.parametrize("kind", ["check", "plain", "primary", "danger", "quiet", "segment", "combo"])
def test_what_has_the_keyboard_bears_one_ring_and_nothing_inside_it(qtbot: QtBot, kind: str) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    made: QWidget = QCheckBox("Đã in phiếu") if kind == "check" else QPushButton("Đã in phiếu")
    if kind == "combo":
        made = ChoiceField("", [(1, "Thôn Nà Ếch")]).box()
    elif kind != "check":
        made.setProperty("kind", kind)
        made.setProperty("seg", "only")
    other = QPushButton("Khác")
    column.addWidget(made)
    column.addWidget(other)
    shown(qtbot, holder, 300, 140)
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    # The square of a check box may show by itself where the keyboard is; its words may not.
    inside = made.rect().adjusted(28 if kind == "check" else 4, 4, -4, -4)
    other.setFocus()
    without = made.grab(inside).toImage()
    ring = made.grab().toImage()
    qtbot.keyClick(other, Qt.Key.Key_Backtab)  # Fusion draws its rectangle once somebody used the Tab key
    assert made.hasFocus()
    assert made.grab().toImage() != ring
    assert made.grab(inside).toImage() == without


def test_more_segments_than_there_is_room_for_stand_in_rows_and_stay_reachable(qtbot: QtBot) -> None:
    words = ["Cơ quan", "Sao lưu", "Mật khẩu", "Người nhập", "Khóa và thẻ", "Cỡ chữ", "Máy in"]
    page = QWidget()
    qtbot.addWidget(page)
    segments = Segmented(words, page, wraps=True)
    segments.resize(1200, 40)
    page.show()
    tops = [segments.button(number).y() for number in range(len(words))]
    assert len(set(tops)) == 1
    segments.resize(segments.minimumSizeHint().width(), 140)
    qtbot.waitUntil(lambda: len({segments.button(number).y() for number in range(len(words))}) == 3)
    assert all(segments.button(number).geometry().right() <= segments.width() for number in range(len(words)))
    assert [segments.button(number).property("seg") for number in (0, 2, 6)] == ["first", "last", "only"]


@pytest.mark.parametrize("points", [10.0, 13.0, 16.0])
def test_the_shorter_words_have_the_room_that_they_ask_for(qtbot: QtBot, points: float) -> None:
    style.set_text_points(points)
    said = ElidedLabel("", "caption")
    said.setFont(style.font("caption"))
    for whole, shorter in (("Sao lưu gần nhất", "Sao lưu"), ("Còn 16 ngày, 08/12/2024", "Còn 16 ngày")):
        said.say(whole, shorter)
        said.set_short(short=True)
        assert shown(qtbot, said, said.sizeHint().width(), 40).shown() == shorter
    style.set_text_points(style.USUAL_TEXT)


def test_a_column_that_is_shown_takes_the_room_of_those_that_give_way(qtbot: QtBot) -> None:
    columns = [
        Column("Tên", str),
        Column("Giới", str, width=60, gives_way=True),
        Column("Đại diện cho", str, width=200),
    ]
    table = shown(qtbot, Table(columns), 400, 200)
    assert table.isColumnHidden(1)
    table.show_column(2, shown=False)
    assert not table.isColumnHidden(1)
    table.show_column(2, shown=True)
    assert table.isColumnHidden(1)
