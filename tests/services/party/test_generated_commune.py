"""A commune of ten branches: a workbook of all read, each roster beside its workbook, both read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.bootstrap import shipped_statutes
from desktop.services.catalogue.members import MEMBERS
from desktop.services.lists import taking
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.preview import RowState
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.papers.registers import Register, draw_register
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.member_views import member, member_lines
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices.large_commune import LargeCommune
from tests.offices.member_lists import write_member_lists
from tests.printing.pages import texts

BRANCHES, OF_EACH = 10, 65
"""Of the size of a branch in a commune of 2,015 members; more of them bring nothing new."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    """Open an office with ten hamlets, each with its branch."""
    clock = TrainingClock(datetime(2024, 11, 22, 2, 0, tzinfo=UTC))
    made, _ = make_office(
        tmp_path_factory.mktemp("ca-xa") / "xa",
        NewOffice("06859", "Đảng ủy xã Mẫu", "commune"),
        "tap-huan",
        shipped_statutes(),
        clock,
        seed=bytes(32),
    )
    add_unit(made, NewUnit("06859", "commune", "Xã", "Mẫu"))
    for number, name in enumerate(LargeCommune(BRANCHES, BRANCHES).names(), 1):
        add_unit(made, NewUnit(f"06859-T{number:02d}", "hamlet", "Thôn", name, parent="06859"))
    add_hamlet_branches(made)
    yield made
    made.database.close()


@pytest.fixture(scope="module")
def workbook(place: Workplace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = [branch.name for branch in branch_lines(place)]
    return write_member_lists(tmp_path_factory.mktemp("nop") / "ca-xa.xlsx", names, OF_EACH)


def test_every_roster_and_its_workbook_say_the_same_and_the_workbook_comes_back_the_same(
    place: Workplace, workbook: Path, tmp_path: Path
) -> None:
    shown = MEMBERS.open_file(place, workbook, None)
    branches = branch_lines(place)
    assert {row.state for row in shown.rows} == {RowState.NEW}
    assert {row.place for row in shown.rows} == {branch.name for branch in branches}
    assert taking.store(place, MEMBERS, shown).new == OF_EACH * len(branches)
    year = (date(2024, 1, 1), place.today())
    for branch in branches:
        wanted = Register("members", branch.code, *year)
        path = tmp_path / f"{branch.code}.xlsx"
        assert give_out(place, MEMBERS, path, Extent(branch.code)) == OF_EACH
        lines = [member(place, line.id) for line in member_lines(place, branch.code)]
        printed = " ".join(" ".join(texts(draw_register(place, wanted))).split())
        plain = printed.replace(" ", "")
        assert all(line.name.replace(" ", "") in plain for line in lines)
        assert printed.count("Húc Động") >= OF_EACH
        of_pages = [int(said) for said in re.findall(r"Cộng trang này: (\d+) đồng chí", printed)]
        assert sum(of_pages) == OF_EACH, "the foots of the pages sum to the branch"
        assert not any(line.card in printed for line in lines), "whole cards stand on no paper"
        again = MEMBERS.open_file(place, path, None)
        assert (again.unit, {row.state for row in again.rows}) == (branch.code, {RowState.SAME})
        cells = [cell.value for row in openpyxl.load_workbook(path).worksheets[0] for cell in row]
        assert {line.name for line in lines} <= set(cells)
    whole = tmp_path / "lai-ca-xa.xlsx"
    assert give_out(place, MEMBERS, whole) == OF_EACH * len(branches)
    assert {row.state for row in MEMBERS.open_file(place, whole, None).rows} == {RowState.SAME}
