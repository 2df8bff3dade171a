"""A generated commune: a workbook of all branches read, each roster beside its workbook, read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import openpyxl
import pytest

from desktop.services.lists.preview import RowState
from desktop.services.office.workplace import Workplace
from desktop.services.papers.registers import Register, draw_register, save_register_workbook
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.importing import open_file, store
from desktop.services.party.members import member, member_lines
from tests.printing.pages import texts
from tests.services.party.conftest import HEADINGS

SURNAMES = ("Vàng", "Chìu", "Nình", "Lò", "Tằng", "Phùn", "Trần", "Hoàng", "Đặng", "Bùi")
MIDDLES = ("Văn", "Thị", "A", "Xuân", "Quốc", "Minh", "Thu", "Ngọc")
GIVENS = ("Long", "Ánh", "Hưởng", "Ơn", "Đức", "Liễu", "Sáng", "Yến", "Ước", "Thìn", "Bình", "Hoà")
OF_EACH = 9


@pytest.fixture
def workbook(place: Workplace, tmp_path: Path) -> Path:
    """Write a sheet for each branch, by a seed: births and days as far as they are known."""
    add_hamlet_branches(place)
    random = Random(26)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for at, branch in enumerate(branch_lines(place)):
        sheet = book.create_sheet(branch.name[:31])
        for row in (("DANH SÁCH ĐẢNG VIÊN",), (branch.name.upper(),), HEADINGS):
            sheet.append(list(row))
        for number in range(1, OF_EACH + 1):
            name = " ".join(map(random.choice, (SURNAMES, MIDDLES, GIVENS)))
            year = random.randrange(1950, 1995)
            birth = random.choice((str(year), f"0{random.randrange(1, 10)}/{year}", f"12/03/{year}"))
            admitted = date(year + 25, random.randrange(1, 13), random.randrange(1, 28))
            official = admitted.replace(year=admitted.year + 1)
            days = (f"{admitted:%d/%m/%Y}", f"{official:%d/%m/%Y}" if official.year < 2024 else "")
            sex = "Nữ" if " Thị " in name else "Nam"
            sheet.append([number, name, birth, sex, "", "Dao", *days, f"{at:04d}{number:04d}", "Húc Động"])
    path = tmp_path / "ca-xa.xlsx"
    book.save(path)
    return path


def test_every_roster_and_its_workbook_say_the_same_and_the_workbook_comes_back_the_same(
    place: Workplace, workbook: Path, tmp_path: Path
) -> None:
    shown = open_file(place, workbook, None)
    branches = branch_lines(place)
    assert {row.state for row in shown.rows} == {RowState.NEW}
    assert {row.place for row in shown.rows} == {branch.name for branch in branches}
    assert store(place, shown).new == OF_EACH * len(branches)
    year = (date(2024, 1, 1), place.today())
    for branch in branches:
        wanted = Register("members", branch.code, *year)
        path = tmp_path / f"{branch.code}.xlsx"
        assert save_register_workbook(place, wanted, path) == OF_EACH
        lines = [member(place, line.id) for line in member_lines(place, branch.code)]
        printed = " ".join(" ".join(texts(draw_register(place, wanted))).split())
        plain = printed.replace(" ", "")
        assert all(line.name.replace(" ", "") in plain for line in lines)
        assert printed.count("Húc Động") >= OF_EACH
        assert f"Cộng trang này: {OF_EACH:02d} đồng chí" in printed
        assert not any(line.card in printed for line in lines), "whole cards stand on no paper"
        again = open_file(place, path, None)
        assert (again.unit, {row.state for row in again.rows}) == (branch.code, {RowState.SAME})
        cells = [cell.value for row in openpyxl.load_workbook(path).worksheets[0] for cell in row]
        assert {line.name for line in lines} <= set(cells)
    whole = tmp_path / "lai-ca-xa.xlsx"
    assert save_register_workbook(place, Register("members", None, *year), whole) == OF_EACH * len(branches)
    assert {row.state for row in open_file(place, whole, None).rows} == {RowState.SAME}
