"""A list under headings that nobody knows: said, stored, remembered; one of another kind; cells guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.resources import resource
from desktop.services.people.households import household_count, households
from desktop.ui.lists.view import ImportView
from desktop.ui.people.households_page import HouseholdsPage
from tests.offices import register_example as example
from tests.offices.register_window import CONTROL, Window, texts

OPEN = Callable[[Path], Window]
ODD = """DANH SÁCH KÈM THEO;;;
TT;Người ở nhà này;Ra đời;Mấy miệng ăn
1;Lò Văn Ứng;1980;4
2;Vì Thị Ơn;1975;3
3;Tòng A Páo;31/02/1969;6
Cộng;;;13
"""


@pytest.fixture
def window(open_window: OPEN, settled_register: Path) -> Window:
    return open_window(settled_register)


def opened(window: Window, file: Path | list[list[str]]) -> ImportView:
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with(example.FIRST)
    window.settle()
    page.take(file)
    window.settle()
    return page.importing


def say(window: Window, view: ImportView, heading: str, word: str) -> None:
    """Stand on a column and choose as what it is read, as a clerk does with the keyboard."""
    view.columns.table.select(lambda column: column.heading == heading)
    view.columns.table.setFocus()
    window.choose_in_row(view.columns.choice, word)


def test_headings_that_nobody_knows_are_said_once_and_remembered(window: Window, tmp_path: Path) -> None:
    file = tmp_path / "ke-khai.csv"
    file.write_text(ODD, encoding="utf-8")
    before = household_count(window.workplace)
    view = opened(window, file)
    assert view.stack.currentWidget() is view.columns
    assert not view.bar.primary_button().isVisible(), "nothing can be stored of a list without names"
    window.press(Qt.Key.Key_Return, CONTROL)
    assert household_count(window.workplace) == before
    assert view.columns.table.current().heading == "Người ở nhà này", "the first column that isn't read"
    say(window, view, "Người ở nhà này", "Họ và tên")
    say(window, view, "Ra đời", "Ngày sinh")
    say(window, view, "Mấy miệng ăn", "Số khẩu")
    assert view.stack.currentWidget() is view.columns
    window.press(Qt.Key.Key_Return, CONTROL)
    assert view.stack.currentWidget() is view.rows
    assert view.rows.account.accessibleName() == (
        "6 dòng trong tệp: 2 nhận: 2 mới; 1 từ chối: 1 sai ngày tháng; "
        "3 bỏ qua: 1 tiêu đề, 1 đầu bảng, 1 dòng cộng"
    )
    window.press(Qt.Key.Key_Return, CONTROL)
    assert view.result.headline.text() == "Đã ghi 2 dòng vào sổ"
    assert "Chưa ghi 1 dòng bị từ chối. Bỏ qua 3 dòng" in view.result.sentence.text()
    assert household_count(window.workplace) == before + 2
    window.press(Qt.Key.Key_Return, CONTROL)
    # The next file with these headings is read so; the same file changes nothing.
    view = opened(window, file)
    assert view.stack.currentWidget() is view.rows
    assert not view.bar.primary_button().isEnabled()
    file.write_text(ODD.replace("31/02/1969", "28/02/1969").replace("1980;4", "1980;5"), encoding="utf-8")
    view = opened(window, file)
    assert view.rows.account.accessibleName().startswith(
        "6 dòng trong tệp: 3 nhận: 1 mới, 1 thay đổi, 1 giống;"
    )
    window.press(Qt.Key.Key_Return, CONTROL)
    view.result.undo.click()
    window.settle()
    assert household_count(window.workplace) == before + 2
    assert households(window.workplace, example.FIRST, search="lo van ung").lines[0].members == 4


def test_a_list_of_hamlets_given_to_the_households_says_where_it_belongs(window: Window) -> None:
    view = opened(window, resource("samples") / "thon-ban.csv")
    assert view.stack.currentWidget() is view.columns
    assert window.told() == (
        "Tiêu đề trong thon-ban.csv là của “Danh sách thôn, khu phố”, nhập ở trang Thôn, bản. "
        "Nếu không nhầm tệp, chọn cột nào ghi tên."
    )
    view.leave()
    window.settle()
    assert not window.told(), "who left the file is told no more of it"


def test_a_column_that_nobody_knows_waits_in_amber_until_somebody_says_that_it_is_not_taken_in(
    window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "ho.csv"
    file.write_text("Họ và tên chủ hộ;Số CCCD;Đ/c\nLò Văn Ứng;36080001234;Tổ 2\n", encoding="utf-8")
    view = opened(window, file)
    view.head.stepper.chosen.emit("columns")
    assert "Cột C chưa chọn nên chưa được nhập." in texts(view.bar)
    window.press(Qt.Key.Key_F8)
    unknown = view.columns.table.current()
    assert (unknown.letter, unknown.waits) == ("C", True)
    say(window, view, "Đ/c", "Không nhập")
    assert view.columns.table.hasFocus()
    assert not view.columns.table.current().waits
    assert "Cột C chưa chọn nên chưa được nhập." not in texts(view.bar)
    # Beside a column stands what its cells were and are; numbers are masked there too.
    window.press(Qt.Key.Key_Up)
    shown = texts(view.columns.card)
    assert "ô mất số 0 ở đầu" in shown
    assert [text for text in shown if text.endswith("234")] == ["••••••••234", "•••••••••234"]


def test_esc_in_the_list_of_a_row_chooses_nothing(window: Window) -> None:
    view = opened(window, [["1", "Lò Văn Ứng", "1980"], ["2", "Vì Thị Ơn", "1975"]])
    view.head.stepper.chosen.emit("columns")
    before = [one.key for one in view.columns.table.rows()]
    window.qtbot.keyClick(view.columns.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    shown = view.columns.choice.view()
    window.qtbot.waitUntil(shown.isVisible)
    window.qtbot.keyClick(shown, Qt.Key.Key_Down)
    window.qtbot.keyClick(shown, Qt.Key.Key_Escape)
    window.qtbot.waitUntil(view.columns.table.hasFocus)
    assert [one.key for one in view.columns.table.rows()] == before
    assert view.stack.currentWidget() is view.columns


def test_what_was_refused_of_a_file_is_gone_once_another_is_opened(window: Window, tmp_path: Path) -> None:
    opened(window, tmp_path / "khong-co.xlsx")
    assert window.told().startswith("Không thấy tệp khong-co.xlsx")
    view = opened(window, [["1", "Lò Văn Ứng", "1980"], ["2", "Vì Thị Ơn", "1975"]])
    assert (view.stack.currentWidget() is view.rows, window.told()) == (True, "")


def test_cells_without_a_header_say_that_their_columns_are_guessed(window: Window) -> None:
    view = opened(window, [["1", "Lò Văn Ứng", "1980"], ["2", "Vì Thị Ơn", "1975"]])
    assert view.stack.currentWidget() is view.rows
    assert "Cột đoán theo nội dung: xem lại ở bước Ghép cột." in texts(view.bar)


def test_a_header_with_nothing_beneath_it_is_no_list_that_says_nothing_new(
    window: Window, tmp_path: Path
) -> None:
    file = tmp_path / "trong.csv"
    file.write_text("STT;Họ và tên chủ hộ;Năm sinh\n", encoding="utf-8")
    view = opened(window, file)
    assert "Không có dòng nào dưới hàng tiêu đề: xem lại tệp." in texts(view.bar)
