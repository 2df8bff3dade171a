"""The account under the rows of an import: taken, refused, passed over, and what each line was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists.account import account_of
from desktop.ui.lists.passed_dialog import PassedDialog
from desktop.ui.people.households_page import HouseholdsPage
from tests.offices import register_example as example
from tests.offices.register_window import Window, texts


def _with_paper(path: Path) -> Path:
    """Write the faulty list with lines of the paper, a bare name, a hidden row and a sheet of those gone."""
    book = openpyxl.load_workbook(example.faulty_workbook(path))
    sheet = book.worksheets[0]
    for row in (
        [None, "Mang sang trang sau"],
        [None, "Xóm Dưới"],
        [None, "Chìu Thị Dụ"],
        [99, "Nình Văn Thử", 1960],
        [100],
    ):
        sheet.append(row)
    sheet.row_dimensions[9].hidden = True
    gone = book.create_sheet("Đã chuyển đi")
    gone.append(["TT", "Họ tên", "Số CCCD"])
    gone.append([1, "Vi Văn Kiểm", "022050000111"])
    book.save(path)
    return path


def _shown(window: Window, folder: Path) -> tuple[Window, HouseholdsPage]:
    page = window.go("households")
    assert isinstance(page, HouseholdsPage)
    page.open_with(example.FIRST)
    window.settle()
    page.take_file(_with_paper(folder / "a.xlsx"))
    window.settle()
    return window, page


def test_the_account_adds_up_and_masks_numbers(
    open_window: Callable[[Path], Window], settled_register: Path, tmp_path: Path
) -> None:
    window = open_window(settled_register)
    preview = HOUSEHOLDS.open_file(window.workplace, _with_paper(tmp_path / "a.xlsx"), example.FIRST)
    account = account_of(preview)
    parts = (account.taken, account.refused, account.passed)
    assert account.lines == sum(count for part in parts for _, count in part) == 25
    assert dict(account.refused) == {"bad_date": 1, "bad_identity": 1, "no_name": 1, "bare_name": 1}
    assert dict(account.passed) == {
        "title": 1, "heading": 1, "carried": 1, "group": 1, "blank_numbered": 1, "sheet": 2,
    }  # fmt: skip
    [*_, last] = account.passed_lines
    assert (last.sheet, last.row, last.words) == ("Đã chuyển đi", 2, "1 | Vi Văn Kiểm | •••••••••111")


def test_the_page_shows_the_account_and_on_request_each_line_passed_over(
    open_window: Callable[[Path], Window], settled_register: Path, tmp_path: Path
) -> None:
    window, page = _shown(open_window(settled_register), tmp_path)
    account = page.importing.rows.account
    assert account.accessibleName() == (
        "25 dòng trong tệp: 14 nhận: 5 mới, 3 thay đổi, 2 giống, 4 nghi trùng; "
        "4 từ chối: 1 sai ngày tháng, 1 sai số định danh, 1 không có tên, 1 chỉ có tên; "
        "7 bỏ qua: 2 ở trang không đọc, 1 tiêu đề, 1 đầu bảng, 1 chuyển trang, 1 tên nhóm, 1 chỉ có số thứ tự"
    )
    assert [text for text in texts(account) if text.isdecimal()] == ["25", "14", "4", "7"]
    account.ask_passed.setFocus()
    window.press(Qt.Key.Key_Space)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PassedDialog)
    cells = [[dialog.table.model().cell(row, column).text for column in range(3)] for row in range(7)]  # type: ignore[attr-defined] # Rows
    assert cells[2] == ["20", "Mang sang trang sau", "Dòng mang từ trang này sang trang khác."]
    window.press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_a_hidden_row_is_named_beside_its_cells(
    open_window: Callable[[Path], Window], settled_register: Path, tmp_path: Path
) -> None:
    window, page = _shown(open_window(settled_register), tmp_path)
    rows = page.importing.rows
    rows.table.select(lambda row: row.row.number == 9, 2)
    window.settle()
    assert any(text.startswith("Ô B9: dòng “HOÀNG  VĂN SÌN” đang bị ẩn") for text in texts(rows.panel))
    assert "dòng bị ẩn hoặc lọc" in texts(rows.panel)
