"""The days before the vote as key presses: from the first start to the printed ballots."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.papers.ballots import ballot_book
from desktop.services.today.board import board
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.widgets.table.table import Table
from tests.journeys.clerk import HAMLET
from tests.offices.hands import CTRL, agree, file_named
from tests.offices.start_example import OFFICIAL_PASSPHRASE, around

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.clerk import Day

_HEADS = (
    ("Lò Thị Ơn", 1961), ("Giàng A Phóng", 1975), ("Tằng Văn Ếch", 1969), ("Chìu Thị Mỹ", 1980),
    ("Phùn Quý Yên", 1958), ("Triệu Hồng Ức", 1971), ("Đặng Văn Ỷ", 1966), ("Nông Thị Yên", 1984),
    ("Hoàng Văn Mỹ", 1977), ("Lương Thị Phóng", 1963), ("Lò Văn Ức", 1979), ("Giàng Thị Ơn", 1982),
)  # fmt: skip
_OFFICIALS = ("Nông Văn Chiến", "Bà Lường Thị Kiều", "Tô Văn Hải", "Bàn Thị Sen", "Vi Văn Thọ", "Vi Thị Na")


def start(day: Day) -> None:
    """Purpose, unit, passphrase, recovery code printed."""
    clerk, wizard = day.clerk, day.window.wizard
    clerk.enter()
    clerk.until(lambda: wizard.view() is wizard.unit)
    clerk.type("binh lieu")
    clerk.press(Qt.Key.Key_Down)
    clerk.until(lambda: isinstance(QApplication.focusWidget(), Table))
    clerk.enter()
    clerk.until(lambda: wizard.view() is wizard.guard)
    clerk.enter()
    clerk.fill(OFFICIAL_PASSPHRASE, OFFICIAL_PASSPHRASE)
    clerk.until(lambda: wizard.view() is wizard.recovery)
    sheet = day.files / "phieu-khoi-phuc.pdf"
    with clerk.answering(agree, file_named(sheet)):
        clerk.press(Qt.Key.Key_P, CTRL)
    assert sheet.read_bytes().startswith(b"%PDF")
    clerk.press(Qt.Key.Key_Space)
    clerk.primary()
    clerk.until(lambda: wizard.view() is wizard.hamlets)
    clerk.go_to("Để sau, mở bàn làm việc")
    clerk.enter()
    clerk.until(lambda: isinstance(day.window, OfficeWindow) and day.window.isActiveWindow())
    clerk.settle()


def take_in_hamlets(day: Day) -> None:
    """Hôm nay leads to the hamlets; their workbook is looked at before it is stored."""
    clerk = day.clerk
    clerk.primary()
    assert day.window.place() == "hamlets"
    with clerk.answering(file_named(around(day.files).samples / "thon-ban.csv")):
        clerk.primary()
    view = day.page.importing
    assert view.bar.primary_button().text() == "Ghi 13 dòng vào sổ"
    clerk.primary()
    clerk.primary()
    table = day.page.table
    assert len(table.rows()) == 13
    go_to_row(day, table, HAMLET)


def take_in_households(day: Day) -> None:
    """The households of one hamlet, one cell of whose workbook lost its zero."""
    clerk = day.clerk
    clerk.primary()
    assert day.window.place() == "households"
    with clerk.answering(file_named(household_workbook(day.files))):
        clerk.primary()
    view = day.page.importing
    cells = [cell for shown in view.rows.table.rows() for cell in shown.row.cells]
    assert [(cell.address, cell.notes) for cell in cells if cell.notes] == [("E2", ("padded",))]
    assert view.bar.primary_button().text() == "Ghi 12 dòng vào sổ"
    clerk.primary()
    clerk.primary()
    assert len(day.page.table.rows()) == 12


def plan(day: Day) -> None:
    """Hôm nay asks for the day, and plans an election for every hamlet."""
    clerk = day.clerk
    clerk.place(Qt.Key.Key_1)
    clerk.primary()
    clerk.fill("Bầu Trưởng thôn năm 2026", "22/03/2026")
    clerk.primary()
    assert len(board(day.office).rows) == 13
    go_to_row(day, day.page.board_view.table, HAMLET)


def choose_candidates(day: Day) -> None:
    """Two people, found by a part of the name."""
    clerk = day.clerk
    clerk.press(Qt.Key.Key_Right)
    clerk.press(Qt.Key.Key_Right)
    clerk.enter()
    step = clerk.step("candidates")
    for typed in ("lo thi on", "van ech"):
        clerk.type(typed)
        clerk.enter()
        clerk.until(lambda: isinstance(QApplication.focusWidget(), Table))
        clerk.enter()
    assert [line.person.name for line in step.candidates.rows()] == ["Tằng Văn Ếch", "Lò Thị Ơn"]


def name_officials(day: Day) -> None:
    """F8 walks to each place that wants somebody."""
    clerk = day.clerk
    step = clerk.step("candidates")
    for name in _OFFICIALS:
        clerk.press(Qt.Key.Key_F8)
        clerk.press(Qt.Key.Key_F2)
        clerk.type(name)
        clerk.enter()
    assert step.findings.findings() == ()


def print_ballots(day: Day) -> None:
    """Looked at, tried on one sheet, printed."""
    clerk = day.clerk
    clerk.primary()
    step = clerk.step("ballots")
    clerk.until(lambda: step.sheets.page_count() > 0)
    trial, ballots = day.files / "thu.pdf", day.files / "phieu.pdf"
    clerk.go_to("In thử 1 tờ")
    with clerk.answering(agree, file_named(trial)):
        clerk.enter()
    assert trial.read_bytes().startswith(b"%PDF")
    assert not ballot_book(day.office, day.code).frozen
    with clerk.answering(agree, file_named(ballots)):
        clerk.press(Qt.Key.Key_P, CTRL)
    assert ballots.read_bytes().startswith(b"%PDF")
    assert ballot_book(day.office, day.code).frozen


def household_workbook(folder: Path) -> Path:
    """Write twelve households, one identity number as Excel leaves it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(("STT", "Họ và tên chủ hộ", "Ngày sinh", "Giới tính", "Số CCCD"))
    for number, (name, year) in enumerate(_HEADS, 1):
        sex = "Nữ" if " Thị " in name else "Nam"
        # A number where text belongs: Excel dropped the zero that it began with.
        identity = 22061001234 if number == 1 else f"0221{year % 100:02d}{number:06d}"
        sheet.append((number, name, f"05/06/{year}", sex, identity))
    path = folder / "ho-na-ech.xlsx"
    book.save(path)
    return path


def go_to_row(day: Day, table: Table, hamlet: str) -> None:
    """Go down to the row of a hamlet in a table that has the focus."""
    assert table.hasFocus()
    day.clerk.press(Qt.Key.Key_Home)
    for _ in table.rows():
        row = table.current()
        if hamlet in (getattr(row, "hamlet", ""), getattr(row, "full_name", "")):
            return
        day.clerk.press(Qt.Key.Key_Down)
    raise AssertionError(hamlet)
