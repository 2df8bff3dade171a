"""The frame: what stands in it, how the keyboard moves through it, and that it fits small screens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from desktop.ui.frame.desk import EMPTY_DESK
from desktop.ui.frame.frame import Frame
from desktop.ui.frame.pages import has_page
from desktop.ui.frame.rail_places import rail_places
from desktop.ui.widgets import style
from desktop.ui.widgets.drawn.training_strip import TrainingStrip
from tests.offices.desks import COMMUNE, RECEIVING
from tests.offices.hands import when_asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.ui.frame.desk import Desk

COMMUNE_RAIL = [
    "Hôm nay",
    "Thôn, bản",
    "Hộ và cử tri",
    "Chi bộ, đảng viên",
    "Bầu trưởng thôn",
    "Đại hội chi bộ",
    "Chỉ tiêu, báo cáo",
    "In ấn",
    "Gửi cấp trên",
    "Thiết lập",
]
RECEIVING_RAIL = ["Tiến độ", "Nhận gói", "Tổng hợp", "Báo cáo", "Đơn vị và khóa", "Thiết lập"]


@pytest.fixture
def opened(qtbot: QtBot) -> Callable[..., Frame]:
    def open_frame(desk: Desk = COMMUNE, width: int = 1366, height: int = 768) -> Frame:
        frame = Frame(desk)
        qtbot.addWidget(frame)
        frame.setGeometry(0, 0, width, height)
        with qtbot.waitExposed(frame):
            frame.show()
        frame.activateWindow()
        qtbot.waitUntil(frame.isActiveWindow)
        return frame

    return open_frame


def texts(parent: QWidget) -> list[str]:
    return [label.text() for label in parent.findChildren(QLabel)]


def colour_at(frame: Frame, x: int, y: int) -> str:
    return frame.grab().toImage().pixelColor(x, y).name().upper()


@pytest.mark.parametrize(("desk", "words"), [(COMMUNE, COMMUNE_RAIL), (RECEIVING, RECEIVING_RAIL)])
def test_the_rail_names_every_place_of_the_desk_in_order(
    opened: Callable[..., Frame], desk: Desk, words: list[str]
) -> None:
    frame = opened(desk)
    entries = sorted(frame.rail.entries.values(), key=lambda entry: entry.y())
    assert [entry.text() for entry in entries] == words
    assert [entry.accessibleName() for entry in entries] == words


@pytest.mark.parametrize("desk", [COMMUNE, RECEIVING])
def test_a_place_without_its_page_says_what_to_use_until_it_comes(desk: Desk) -> None:
    for place in rail_places(desk.role):
        assert ("Cho tới khi có, " in place.purpose) != has_page(place.key), place.purpose


@pytest.mark.parametrize("desk", [COMMUNE, RECEIVING])
def test_ctrl_and_a_digit_jump_to_each_place_and_its_page(
    opened: Callable[..., Frame], qtbot: QtBot, desk: Desk
) -> None:
    frame = opened(desk)
    for number, (key, entry) in enumerate(frame.rail.entries.items(), start=1):
        qtbot.keyClick(frame, Qt.Key(Qt.Key.Key_0 + number % 10), Qt.KeyboardModifier.ControlModifier)
        assert frame.place() == key
        assert entry.isChecked()
        assert entry.text() in texts(frame.pages.currentWidget())


def test_arrows_walk_the_rail_and_one_tab_leaves_it(opened: Callable[..., Frame], qtbot: QtBot) -> None:
    frame = opened()
    entries = frame.rail.entries
    assert entries["today"].hasFocus()
    qtbot.keyClick(entries["today"], Qt.Key.Key_Down)
    assert frame.place() == "hamlets"
    assert entries["hamlets"].hasFocus()
    qtbot.keyClick(entries["hamlets"], Qt.Key.Key_Up)
    assert frame.place() == "today"
    qtbot.keyClick(entries["today"], Qt.Key.Key_Tab)
    assert frame.focusWidget() not in entries.values()
    qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Backtab)
    assert entries["today"].hasFocus()


def test_the_keyboard_focus_shows_a_ring_and_the_mouse_takes_it_away(
    opened: Callable[..., Frame], qtbot: QtBot
) -> None:
    frame = opened()
    today, hamlets = frame.rail.entries["today"], frame.rail.entries["hamlets"]
    qtbot.keyClick(today, Qt.Key.Key_Down)
    left = hamlets.mapTo(frame, hamlets.rect().center())
    accent = style.colour("accent").name().upper()
    assert colour_at(frame, left.x(), hamlets.mapTo(frame, hamlets.rect().topLeft()).y() + 3) == accent
    qtbot.mouseClick(today, Qt.MouseButton.LeftButton)
    assert frame.place() == "today"
    assert colour_at(frame, left.x(), today.mapTo(frame, today.rect().topLeft()).y() + 3) != accent


def test_escape_goes_back_to_the_place_seen_before(opened: Callable[..., Frame], qtbot: QtBot) -> None:
    frame = opened()
    for key in (Qt.Key.Key_3, Qt.Key.Key_8):
        qtbot.keyClick(frame, key, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert frame.place() == "households"
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert frame.place() == "today"
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert frame.place() == "today"


def test_without_an_open_office_there_is_nothing_to_search(
    opened: Callable[..., Frame], qtbot: QtBot
) -> None:
    frame = opened()
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(frame.top_bar.search, Qt.MouseButton.LeftButton)
    assert frame.search_panel is None


def test_f1_lists_the_keys_and_escape_closes_the_list(opened: Callable[..., Frame], qtbot: QtBot) -> None:
    frame = opened(RECEIVING)
    said: list[str] = []
    heights: list[int] = []

    def read_and_close(dialog: QWidget) -> None:
        said.extend(texts(dialog))
        heights.append(dialog.height())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(read_and_close)
    qtbot.keyClick(frame, Qt.Key.Key_F1)
    assert "Ctrl+1 … Ctrl+6" in said
    assert {"Esc", "F1", "Ctrl+K"} <= set(said)
    assert heights[0] <= 520
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(frame.isActiveWindow)  # the keyboard is the window's again


def test_the_training_strip_stands_only_over_training_data(opened: Callable[..., Frame]) -> None:
    training = opened(COMMUNE)
    strip = training.findChild(TrainingStrip)
    assert strip.height() == 24
    assert "DỮ LIỆU TẬP HUẤN" in strip.accessibleName()
    assert opened(replace(COMMUNE, training=False)).findChild(TrainingStrip) is None


def test_before_an_office_is_opened_nothing_is_made_up(opened: Callable[..., Frame]) -> None:
    frame = opened(EMPTY_DESK)
    said = texts(frame.top_bar)
    assert "Chưa mở cơ sở dữ liệu" in said
    assert said.count("Chưa rõ") == 3
    assert "Chưa đăng nhập" in texts(frame.rail)
    assert frame.findChild(TrainingStrip) is None


def test_the_office_its_facts_and_its_clerk_are_told(opened: Callable[..., Frame]) -> None:
    said = texts(opened(COMMUNE))
    for words in (COMMUNE.commune, COMMUNE.superior, COMMUNE.days_text, COMMUNE.backup_text):
        assert words in said
    assert {COMMUNE.outbox_text, COMMUNE.clerk_name, COMMUNE.clerk_office} <= set(said)


@pytest.mark.parametrize("desk", [COMMUNE, RECEIVING, EMPTY_DESK])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1366, 700), (1092, 614), (1092, 560)])
def test_nothing_is_clipped_on_a_small_screen_or_at_125_percent(
    opened: Callable[..., Frame], desk: Desk, width: int, height: int
) -> None:
    frame = opened(desk, width, height)
    assert (frame.width(), frame.height()) == (width, height)
    inside = frame.rect()
    for part in frame.findChildren(QWidget):
        if not part.isVisible():
            continue
        where = part.rect().translated(part.mapTo(frame, part.rect().topLeft()))
        assert inside.contains(where), part
        if isinstance(part, QLabel | QAbstractButton):
            wraps = isinstance(part, QLabel) and part.wordWrap()
            needed = part.heightForWidth(part.width()) if wraps else part.sizeHint().height()
            assert part.height() >= needed, part.text()
            assert wraps or part.width() >= part.sizeHint().width(), part.text()


def test_a_long_name_ends_in_an_ellipsis_and_is_whole_in_its_tool_tip(opened: Callable[..., Frame]) -> None:
    name = "Đặc khu Cô Tô, Thanh Lân và các đảo phụ cận phía đông bắc vịnh Bắc Bộ"
    frame = opened(replace(COMMUNE, commune=name), 1092, 560)
    shown = next(label for label in frame.top_bar.findChildren(QLabel) if label.text() == name)
    assert shown.width() < shown.sizeHint().width()
    assert shown.toolTip() == name


def test_parts_are_as_large_as_the_look_says(opened: Callable[..., Frame]) -> None:
    frame = opened()
    assert frame.rail.width() == 208
    assert frame.top_bar.height() == 56
    assert {entry.height() for entry in frame.rail.entries.values()} == {40}
    assert frame.rail.entries["today"].mapTo(frame, frame.rail.rect().topLeft()).y() == 84


def test_the_window_is_drawn_in_the_colours_of_the_look(opened: Callable[..., Frame]) -> None:
    frame = opened()
    at = frame.screen().grabWindow(frame.winId()).toImage()
    for x, y, token in (
        (683, 1, "slate"),
        (100, 650, "rail"),
        (207, 650, "line"),
        (700, 700, "page"),
        (700, 79, "line"),
        (10, 104, "accent"),
        (1200, 60, "sunk"),
    ):
        assert at.pixelColor(x, y).name().upper() == style.tokens().colour[token], token
    words = {at.pixelColor(x, y).name() for x in range(232, 330) for y in range(96, 122)}
    assert style.colour("ink").name() in words


def test_a_screen_reader_hears_each_place_as_a_button(opened: Callable[..., Frame]) -> None:
    entry = opened().rail.entries["printing"]
    heard = QAccessible.queryAccessibleInterface(entry)
    assert heard.text(QAccessible.Text.Name) == "In ấn"
    assert heard.text(QAccessible.Text.Description) == "Ctrl+8"
