"""Lists given out as workbooks: read again they are the same, and no cell is a formula."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop.long_work import telling
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.preview import RowState
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.record import add_household, edit_household
from desktop.services.places import hamlets
from tests.offices.commune import HAMLET, OTHER_HAMLET


def test_the_households_of_a_hamlet_read_again_change_nothing(office: Workplace, tmp_path: Path) -> None:
    key = add_household(office, HAMLET, "Vàng A Páo")
    edit_household(office, key, "birth", "5/1980")
    edit_household(office, key, "identity", "022080000001")
    mended = next(line.id for line in households(office, HAMLET).lines if line.identity.endswith("000"))
    edit_household(office, mended, "identity", "022175000222")
    path = tmp_path / "ho.xlsx"
    assert give_out(office, HOUSEHOLDS, path, Extent(HAMLET)) == 13
    preview = HOUSEHOLDS.open_file(office, path, None)
    assert preview.unit == HAMLET, "the workbook tells its hamlet itself"
    assert [row.state for row in preview.rows] == [RowState.SAME] * 13
    assert [row.cell("name").value for row in preview.rows] == [
        line.head for line in households(office, HAMLET).lines
    ]
    assert preview.reading.notes == ()


def test_the_hamlets_read_again_change_nothing(office: Workplace, tmp_path: Path) -> None:
    hamlets.state_facts(office, HAMLET, households=12, head="Lò Thị Ơn", especially_difficult=True)
    hamlets.state_facts(office, OTHER_HAMLET, head_is_member=False)
    path = tmp_path / "thon.xlsx"
    assert give_out(office, HAMLETS, path) == 2
    preview = HAMLETS.open_file(office, path)
    assert [row.state for row in preview.rows] == [RowState.SAME] * 2


def test_a_name_that_begins_like_a_formula_is_text(office: Workplace, tmp_path: Path) -> None:
    for sign in "=+-@":
        hamlets.state_facts(office, HAMLET, head=f"{sign}HYPERLINK(1)")
        path = tmp_path / "thon.xlsx"
        give_out(office, HAMLETS, path)
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        (cell,) = [one for row in sheet.iter_rows() for one in row if str(one.value) == f"{sign}HYPERLINK(1)"]
        assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_who_stops_the_list_of_all_hamlets_gets_no_file(office: Workplace, tmp_path: Path) -> None:
    told: list[str] = []

    def stop(done: int, _: int, word: str) -> None:
        told.append(word)
        if done:
            raise InterruptedError

    path = tmp_path / "ca-xa.xlsx"
    with pytest.raises(InterruptedError), telling(stop):
        give_out(office, HOUSEHOLDS, path)
    assert told == ["Thôn Lục Ngù", "Khu phố Chợ"]
    assert not path.exists()
