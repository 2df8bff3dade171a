"""Lists of members through the wizard: an old roster and its changed rows, a workbook of all branches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from desktop.services.catalogue.members import MEMBERS
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.parts import Why
from desktop.services.party.branches import branch_lines
from desktop.services.party.member_views import MemberDetail, member, member_lines
from desktop.ui.party.party_page import PartyPage
from tests.offices.register_window import Window, texts

ROSTER = Path(__file__).parents[2] / "sheets" / "samples" / "dang-vien-tcvn3.xls"
HEADINGS = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ")


pytestmark = pytest.mark.xdist_group("party")  # one process makes what its tests share


@pytest.fixture
def window(open_window: Callable[[Path], Window], settled_members: Path) -> Window:
    return open_window(settled_members)


def page_of(window: Window, branch: str) -> PartyPage:
    page = window.go("party")
    assert isinstance(page, PartyPage)
    page.branches.select(lambda line: line.code == branch)
    window.settle()
    return page


def details(window: Window, branch: str) -> list[MemberDetail]:
    return [member(window.workplace, line.id) for line in member_lines(window.workplace, branch)]


def test_an_old_roster_is_read_then_three_changed_rows_are_brought_in_and_taken_back(
    window: Window, tmp_path: Path
) -> None:
    place = window.workplace
    branch = branch_lines(place)[1].code
    page = page_of(window, branch)
    page.take_file(ROSTER)
    window.settle()
    view = page.importing
    assert view.stack.currentWidget() is view.rows
    page.primary()
    window.settle()
    stored = details(window, branch)
    assert len(stored) == 22
    assert "Vàng Văn Tiến" in {one.name for one in stored}
    view.leave()
    window.settle()

    path = tmp_path / "dang-vien-sua.xlsx"
    give_out(place, MEMBERS, path, Extent(branch))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if "Họ và tên" in {cell.value for cell in row})
    at = {cell.value: cell.column for cell in head}
    first = head[0].row + 1
    sheet.cell(first, at["Ngày chính thức"], "01/02/2020")
    sheet.cell(first + 1, at["Chức vụ"], "Chi ủy viên, trưởng thôn")
    sheet.cell(first + 2, at["Lý luận chính trị"], "Sơ cấp")
    book.save(path)
    page.take_file(path)
    window.settle()
    changed = [row for row in view.rows.table.rows() if row.row.state.value == "changed"]
    told = [
        (cell.field, cell.before, cell.value)
        for line in changed
        for cell in line.row.cells
        if cell.before is not None
    ]
    assert [field for field, _, _ in told] == ["official", "post", "theory"]
    assert [value for _, _, value in told] == ["01/02/2020", "Chi ủy viên, trưởng thôn", "Sơ cấp"]
    page.primary()
    window.settle()
    assert any("0 dòng mới, 3 dòng thay đổi, 19 dòng giống sổ" in text for text in texts(view.result))
    view.result.undo.click()
    window.settle()
    assert details(window, branch) == stored


def test_a_workbook_of_all_branches_is_put_in_order_stored_and_taken_back(
    window: Window, tmp_path: Path
) -> None:
    place = window.workplace
    one, other, third = (line for line in branch_lines(place)[:3])
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    people = (
        (one.name, (1, "Tằng A Lượng", "1970", "03/02/2001", "03/02/2002", "01420001")),
        (other.name.removeprefix("Chi bộ "), (1, "Chíu Thị Mai", "1981", "03/02/2011", "", "01420002")),
        ("Bên kia suối", (1, "Loan Văn Sáu", "1975", "03/02/2003", "", "01420003")),
    )
    for title, row in people:
        sheet = book.create_sheet(title[:31])
        for line in (("DANH SÁCH ĐẢNG VIÊN",), HEADINGS, row):
            sheet.append(list(line))
    book.save(tmp_path / "ca-xa.xlsx")
    before = {line.code: len(member_lines(place, line.code)) for line in branch_lines(place)}
    page = page_of(window, one.code)
    page.take_file(tmp_path / "ca-xa.xlsx")
    window.settle()
    view = page.importing
    assert view.stack.currentWidget() is view.parts
    headings = [view.parts.table.model().headerData(1, Qt.Orientation.Horizontal)]
    assert headings == ["Ghi vào chi bộ"]
    page.next_problem()
    current = view.parts.table.current()
    assert (current.part.said, current.part.why) == ("Bên kia suối", Why.UNKNOWN)
    window.choose_in_row(view.parts.choice, third.name)
    page.primary()
    window.settle()
    page.primary()
    window.settle()
    assert any(text.startswith("3 chi bộ.") for text in texts(view.result))
    after = {line.code: len(member_lines(place, line.code)) for line in branch_lines(place)}
    assert {code: after[code] - before[code] for code in after if after[code] != before[code]} == {
        one.code: 1,
        other.code: 1,
        third.code: 1,
    }
    view.result.undo.click()
    window.settle()
    assert {line.code: len(member_lines(place, line.code)) for line in branch_lines(place)} == before
