"""A workbook with a sheet for each hamlet: every hamlet takes its own sheet, and no other's."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop.errors import RequestRefused
from desktop.services.lists.preview import RowState
from desktop.services.lists.refused_rows import write_refused
from desktop.services.office.workplace import Workplace
from desktop.services.people import importing as household_import
from desktop.services.places.choice import hamlet_for
from desktop.sheets.lists.reading import read
from tests.offices.commune import HAMLET, OTHER_HAMLET


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (
        (
            "Thôn Lục Ngù",
            [["STT", "Chủ hộ", "Năm sinh", "Giới tính"], [1, "Vàng A Páo", 1985], [2, "Vàng A Lử", 1990]],
        ),
        (
            "Chợ",
            [
                ["Họ tên chủ hộ", "Giới tính", "Sinh năm"],
                ["Sùng A Chớ", "Nam", 1961],
                ["Vàng A Páo", "Nam", 1985],
                ["Lò Thị Mỷ", "Nữ", "31/02/1970"],
            ],
        ),
    ):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "ca-xa.xlsx"
    book.save(path)
    return path


def test_each_hamlet_takes_its_own_sheet(office: Workplace, workbook: Path) -> None:
    whole = read(workbook, "households")
    first = household_import.preview(office, HAMLET, whole)
    assert [row.cell("name").value for row in first.rows] == ["Vàng A Páo", "Vàng A Lử"]
    other = household_import.preview(office, OTHER_HAMLET, first.whole)
    assert [(row.cell("name").value, row.state) for row in other.rows] == [
        ("Sùng A Chớ", RowState.NEW),
        ("Vàng A Páo", RowState.NEW),
        ("Lò Thị Mỷ", RowState.REFUSED),
    ]
    assert [(row.row, row.words) for row in other.rows] == [(2, "2"), (3, "3"), (4, "4")]
    assert other.source.left_out == ("Thôn Lục Ngù",)
    stored = household_import.store(office, other)
    assert (stored.new, stored.refused) == (2, 1)


def test_the_hamlet_on_show_goes_first_and_else_the_first_that_is_named(
    office: Workplace, workbook: Path
) -> None:
    assert household_import.open_file(office, workbook, OTHER_HAMLET).unit == OTHER_HAMLET
    assert household_import.open_file(office, workbook, None).unit == HAMLET


def test_a_command_without_a_hamlet_is_told_that_there_are_several(office: Workplace, workbook: Path) -> None:
    whole = read(workbook, "households")
    with pytest.raises(RequestRefused) as caught:
        hamlet_for(office, whole, None)
    assert (caught.value.code, caught.value.context["reason"]) == ("import.hamlet", "several")
    assert hamlet_for(office, whole, "khu phố chợ") == OTHER_HAMLET


def test_a_hamlet_without_a_sheet_takes_nothing(office: Workplace, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book.worksheets[1].title = "Thôn Lạ"
    book.save(workbook)
    with pytest.raises(RequestRefused) as caught:
        household_import.preview(office, OTHER_HAMLET, read(workbook, "households"))
    assert (caught.value.code, caught.value.context["sheets"]) == ("import.sheets", "Thôn Lục Ngù, Thôn Lạ")


def test_sheets_of_one_hamlet_name_their_rows(office: Workplace, workbook: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book.worksheets[0].title, book.worksheets[1].title = "Trang 1", "Trang 2"
    book.save(workbook)
    preview = household_import.preview(office, HAMLET, read(workbook, "households"))
    assert [row.words for row in preview.rows] == [
        "2 trang “Trang 1”",
        "3 trang “Trang 1”",
        "2 trang “Trang 2”",
        "3 trang “Trang 2”",
        "4 trang “Trang 2”",
    ]
    assert preview.rows[3].waits_for == "Giống dòng 2 trang “Trang 1” ở phía trên"
    saved = openpyxl.load_workbook(write_refused(office, preview, tmp_path / "bi-tu-choi.xlsx"))
    told = [[cell.value for cell in row] for row in saved.worksheets[0].iter_rows()]
    heads = next(row for row in told if "Chủ hộ" in row)
    refused = told[told.index(heads) + 1]
    assert (refused[heads.index("Chủ hộ")], refused[heads.index("Năm sinh")]) == ("Lò Thị Mỷ", "31/02/1970")
    assert refused[heads.index("Giới tính")] == "Nữ"
    assert str(refused[-1]).startswith("Hàng 4 trang “Trang 2” có ngày tháng")
