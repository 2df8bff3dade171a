"""Every page and dialog has room at each scale and size of text, with its longest message."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.page.page import View
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Fitted, Scrolling
from desktop.ui.widgets.focus import tab_as_read
from desktop.ui.widgets.labels import ElidedLabel, key_cap, label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from tests.checkout import ROOT
from tests.ui.screens.checks import Checks
from tests.ui.screens.plain_words import codes_said
from tests.ui.screens.room import faults
from tests.ui.screens.scenes import SCENES, SHOWS, scenes
from tests.ui.screens.studio import LOW_SCREEN, Studio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

SCREEN = QSize(400, 300)
# Of these others are made, which are looked at.
_BASES = {
    "Page",
    "Step",
    "FittedDialog",
    "StandingDialog",
    "Question",
    "SubmittedQuestion",
    "AllowedQuestion",
    "RowsQuestion",
    "RegisterPage",
    "ListedView",
    "PreparationView",
    "PaperStep",
    "EmptyPage",
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setFixedSize(SCREEN)
    made.show()
    return made


def put(window: QWidget, part: QWidget, *where: int) -> None:
    part.setParent(window)
    part.setGeometry(QRect(*where))
    part.show()


def test_a_window_with_room_for_everything_has_no_fault(window: QWidget) -> None:
    put(window, label("Đợt bầu", "body"), 10, 10, 200, 30)
    put(window, QPushButton("Lập đợt"), 10, 60, 150, 40)
    assert faults(window, SCREEN) == []


@pytest.mark.parametrize(
    ("part", "where", "told"),
    [
        (lambda: label("Đợt bầu trưởng thôn", "body"), (10, 10, 40, 30), "wide, needs"),
        (lambda: label("Đợt bầu trưởng thôn", "body"), (10, 10, 300, 9), "a line needs"),
        (
            lambda: wrapped("Một câu dài hơn một dòng, phải xuống dòng"),
            (10, 10, 90, 30),
            "its lines need",
        ),
        (lambda: wrapped("nghiêngnghiêngnghiêngnghiêng"), (10, 10, 60, 90), "a word of"),
        (lambda: QPushButton("Lập đợt bầu mới"), (10, 10, 40, 40), "wide, needs"),
        (lambda: label("Đợt", "body"), (380, 10, 60, 30), "outside"),
        (lambda: key_cap("Ctrl+Enter"), (10, 10, 300, 22), "a key 300 wide"),
        (lambda: ElidedLabel("07:30 05/01/2025, Nà Ếch", "caption"), (10, 10, 90, 30), "is cut from it"),
        (lambda: with_key("Tab", "sang giờ sau"), (10, 10, 110, 30), "what a key does is cut"),
        (lambda: hinted("ngày/tháng/năm"), (10, 10, 60, 34), "'ngày/tháng/năm' in 60"),
        (QComboBox, (10, 10, 200, 34), "nothing to choose from"),
        (lambda: Table([Column("Tên", str)]), (10, 10, 200, 200), "no word why"),
        (lambda: far_apart(800), (10, 10, 300, 200), "pixels with nothing in them"),
        (lambda: label("Đợt", "body"), (10, 290, 60, 30), "outside"),
    ],
)
def test_what_is_clipped_or_outside_is_found(
    window: QWidget, part: Callable[[], QWidget], where: tuple[int, int, int, int], told: str
) -> None:
    put(window, part(), *where)
    assert any(told in fault for fault in faults(window, SCREEN))


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("Có phiếu phát ra mà không thu về (W203).", ["W203"]),
        ("Không làm được: import.sheets", ["import.sheets"]),
        ("Lần bầu 06859-B03-20250105-dh.2 đã có đủ hai lượt nhập.", ["06859-B03-20250105-dh.2"]),
        ("Chợ Nà Ếch.xlsx, ô B7", []),
        ("W203", []),
    ],
)
def test_a_code_in_a_sentence_is_found(window: QWidget, said: str, codes: list[str]) -> None:
    put(window, label(said, "body"), 10, 10, 380, 30)
    assert codes_said(window) == [f"{code} in {said!r}" for code in codes]


def test_two_that_overlap_are_found(window: QWidget) -> None:
    put(window, label("Trên", "body"), 10, 10, 100, 30)
    put(window, label("Dưới", "body"), 10, 30, 100, 30)
    assert any("overlap" in fault for fault in faults(window, SCREEN))


def test_what_no_scrolling_reaches_is_found(window: QWidget, qtbot: QtBot) -> None:
    area = Scrolling()
    put(window, area, 0, 0, 300, 200)
    area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
    inside = QWidget()
    inside.setMinimumSize(500, 100)
    area.setWidget(inside)
    qtbot.wait(20)
    assert any("no way to scroll" in fault for fault in faults(window, SCREEN))


def test_a_layout_that_got_less_than_it_needs_is_found(window: QWidget) -> None:
    held = QWidget()
    row = QHBoxLayout(held)
    row.addWidget(QPushButton("Một nút"))
    row.addWidget(QPushButton("Hai nút"))
    put(window, held, 10, 10, 60, 40)
    assert any("wide, needs" in fault for fault in faults(window, SCREEN))


def test_a_date_that_is_cut_and_a_heading_too_wide_are_found(window: QWidget) -> None:
    columns = [Column("Ngày niêm yết danh sách", lambda row: row, width=60), Column("Tên", lambda row: row)]
    table = Table(columns)
    table.set_rows(["08/12/2024"])
    put(window, table, 0, 0, 380, 200)
    found = faults(window, SCREEN)
    assert any("heading 'Ngày niêm yết danh sách'" in fault for fault in found)
    assert any("'08/12/2024' of" in fault for fault in found)


def test_a_window_larger_than_its_screen_is_found(window: QWidget) -> None:
    assert any("on a screen of" in fault for fault in faults(window, QSize(300, 300)))


def test_a_planted_fault_fails_the_check_of_its_scene(window: QWidget) -> None:
    column = QVBoxLayout(window)
    cut = QLabel("Số hộ có mặt tại cuộc họp")
    cut.setFixedWidth(30)
    column.addWidget(cut)
    looked = Checks()
    looked.keep(window, "cay-loi")
    assert {found.percent for found in looked.found} == {100, 125, 150}
    assert "cay-loi at 150 % and" in str(looked.found[-1])


def test_a_tab_key_that_goes_back_is_found(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    lines = [QLineEdit(text, dialog) for text in ("một", "hai", "ba")]
    for line in reversed(lines):
        column.addWidget(line)
    dialog.show()
    assert any("Tab goes from" in fault for fault in faults(dialog, SCREEN))
    tab_as_read(dialog)
    assert not any("Tab goes from" in fault for fault in faults(dialog, SCREEN))


def test_every_page_step_and_dialog_that_there_is_is_looked_at() -> None:
    for path in sorted((ROOT / "desktop" / "ui").rglob("*.py")):
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    made = {kind.__name__ for base in (View, QDialog) for kind in every_kind_of(base)}
    assert made - _BASES == set().union(*SHOWS.values())


def every_kind_of(base: type) -> Iterator[type]:
    for kind in base.__subclasses__():
        if kind.__module__.startswith("desktop."):
            yield kind
            yield from every_kind_of(kind)


@pytest.mark.parametrize("name", ["frame", "start", "crash"])
def test_scenes_that_nobody_wants_open_no_window(qtbot: QtBot, name: str) -> None:
    del qtbot
    scenes(name)(_Nothing())


class _Nothing(Studio):
    def wants(self, name: str) -> bool:
        return name == "no scene"

    def room(self) -> tuple[int, int]:
        return LOW_SCREEN

    def keep(self, window: QWidget, name: str, *, low: bool = True) -> None:
        raise AssertionError(name, window, low)

    def place(self, window: QWidget) -> None:
        raise AssertionError(window)


@pytest.mark.parametrize("name", SCENES)
def test_everything_has_room(qtbot: QtBot, name: str) -> None:
    del qtbot
    looked = Checks()
    scenes(name)(looked)
    assert style.text_points() == style.USUAL_TEXT
    assert looked.seen >= SHOWS[name]
    assert [str(found) for found in looked.found] == []
    assert looked.coded == []


def with_key(key: str, does: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.addWidget(key_cap(key))
    row.addWidget(ElidedLabel(does, "caption"))
    return made


def hinted(hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(hint)
    return made


def far_apart(pixels: int) -> Scrolling:
    inner, area = QWidget(), Scrolling()
    column = QVBoxLayout(inner)
    column.addWidget(label("Trên", "body"))
    column.addSpacing(pixels)
    column.addWidget(label("Dưới", "body"))
    area.setWidget(inner)
    return area


def wrapped(text: str) -> QLabel:
    made = label(text, "body")
    made.setWordWrap(True)
    return made


def test_a_bar_that_came_for_a_moment_goes_where_all_has_room_without_it(window: QWidget) -> None:
    area = Fitted(window)
    said = label("Chữ xuống dòng khi chỗ hẹp lại. " * 9, "sentence", area)
    said.setWordWrap(True)
    area.column.addWidget(said)
    width = next(
        wide
        for wide in range(300, 390)
        if area.needed(wide - area.verticalScrollBar().sizeHint().width()) > area.needed(wide)
    )
    area.setGeometry(0, 0, width, area.needed(width) - 20)
    area.show()
    QApplication.processEvents()
    assert area.verticalScrollBar().isVisible()
    area.setGeometry(0, 0, width, area.needed(width))
    QApplication.processEvents()
    assert not [fault for fault in faults(window, SCREEN) if "bar" in fault]
    assert not area.verticalScrollBar().isVisible()
