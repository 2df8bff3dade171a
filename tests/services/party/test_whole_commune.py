"""A workbook of all branches: each part goes into its own, what is unclear waits, one undo takes all back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop.errors import RequestRefused
from desktop.services.catalogue.members import MEMBERS
from desktop.services.lists import taking
from desktop.services.lists.batches import undo
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.parts import Why
from desktop.services.lists.preview import RowChoice, RowState
from desktop.services.lists.sources import Said, remember
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.party.branches import add_branch, add_hamlet_branches, branch_lines
from desktop.services.party.member_views import member, member_lines
from desktop.services.party.organisations import OrganisationKind, merge_branches
from desktop.services.party.parts import parts_of
from desktop.sheets.lists.reading import read
from tests.offices.member_lists import HEADINGS
from tests.services.party.conftest import Write

LONG = (1, "Vàng Xuân Long", "12/03/1979", "Nam", "022079001417", "Sán Dìu", "03/02/2006", "03/02/2007")
ANH = (2, "Chìu Thị Ánh", 1999, "Nữ", "", "Dao", "19/05/2024")
LAN = (1, "Lý Thị Lan", "02/09/1980", "Nữ", "", "Kinh", "19/05/2010", "19/05/2011")


@pytest.fixture
def school(place: Workplace) -> str:
    add_hamlet_branches(place)
    return add_branch(place, OrganisationKind.SCHOOL, "Chi bộ Trường Tiểu học Húc Động")


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """Make a workbook of three branches; one sheet is named like none."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, above, rows in (
        ("CB Nà Ếch", "CHI BỘ THÔN NÀ ẾCH", (LONG, ANH)),
        ("Sheet3", "ĐẢNG BỘ XÃ HÚC ĐỘNG\nCHI BỘ TRƯỜNG TIỂU HỌC HÚC ĐỘNG", (LAN,)),
        ("Bên kia suối", "Danh sách đảng viên", ((1, "Chíu A Sáng", 1970),)),
    ):
        sheet = book.create_sheet(title)
        for row in ((above,), (), HEADINGS, *rows):
            sheet.append(list(row))
    path = tmp_path / "ca-xa.xlsx"
    book.save(path)
    return path


def commune(place: Workplace) -> str:
    with place.database.begin() as session:
        return own_unit(session).code


def code_of(place: Workplace, name: str) -> str:
    return next(line.code for line in branch_lines(place) if name in line.name)


def names(place: Workplace, branch: str) -> list[str]:
    return [line.name for line in member_lines(place, branch)]


def test_each_sheet_goes_into_its_own_branch_and_one_undo_takes_all_back(
    place: Workplace, school: str, sheets: Path
) -> None:
    shown = MEMBERS.open_file(place, sheets, school)
    assert [(row.place, row.state) for row in shown.rows] == [
        ("Chi bộ thôn Nà Ếch", RowState.NEW),
        ("Chi bộ thôn Nà Ếch", RowState.NEW),
        ("Chi bộ Trường Tiểu học Húc Động", RowState.NEW),
        ("", RowState.DOUBTFUL),
    ]
    assert shown.rows[3].waits_for == "Chưa chọn chi bộ để ghi Bên kia suối"
    assert [part.why for part in parts_of(place, shown.whole)] == [Why.NAME, Why.NAME, Why.UNKNOWN]
    told = []
    stored = taking.store(place, MEMBERS, shown, progress=lambda *step: told.append(step))
    assert (stored.new, stored.doubtful) == (3, 1)
    hamlets = code_of(place, "Nà Ếch")
    assert names(place, hamlets) == ["Chìu Thị Ánh", "Vàng Xuân Long"]
    assert names(place, school) == ["Lý Thị Lan"]
    assert told[-1] == (4, 4, "các chi bộ của xã Húc Động")
    again = MEMBERS.open_file(place, sheets, None)
    assert (again.count(RowState.SAME), again.written_rows({})) == (3, 0)
    undo(place, stored.batch)
    assert names(place, hamlets) == names(place, school) == []


def test_a_person_says_which_branch_a_sheet_is_and_that_is_kept(
    place: Workplace, school: str, sheets: Path
) -> None:
    shown = MEMBERS.open_file(place, sheets, None)
    said = Said(hamlets={"Bên kia suối": code_of(place, "Cò Nòi"), "CB Nà Ếch": None})
    again = MEMBERS.look_again(place, shown, shown.unit, said)
    assert [row.place for row in again.rows if row.state is RowState.NEW] == [
        "Chi bộ Trường Tiểu học Húc Động",
        "Chi bộ thôn Cò Nòi",
    ]
    remember(place, "members", again.source, said)
    assert MEMBERS.open_file(place, sheets, school).count(RowState.NEW) == 2
    one = MEMBERS.look_again(place, shown, school, said)
    assert {row.place for row in one.rows} == {""}
    assert one.unit_name == "Chi bộ Trường Tiểu học Húc Động"


def test_a_column_names_the_branches_also_by_their_hamlets_and_by_names_of_the_past(
    place: Workplace, school: str, tmp_path: Path
) -> None:
    path = tmp_path / "ca-xa.csv"
    path.write_text(
        "Họ và tên,Ngày sinh,Ngày vào Đảng,Chi bộ\nVàng A Páo,1985,03/02/2010,Nà Ếch\n"
        "Vàng A Lử,1990,03/02/2011,thôn Cò Nòi\nLý Thị Lan,1980,03/02/2012,CB Trường Tiểu học Húc Đông\n",
        encoding="utf-8",
    )
    whys = [part.why for part in parts_of(place, read(path, "members"))]
    assert whys == [Why.NAME, Why.NAME, Why.NAME]
    both = [code_of(place, "Nà Ếch"), code_of(place, "Cò Nòi")]
    merge_branches(place, both, "Chi bộ liên thôn Suối Dài", place.today())
    merged = code_of(place, "Suối Dài")
    found = parts_of(place, read(path, "members"))
    assert [part.place for part in found] == [merged, merged, school]
    shown = MEMBERS.open_file(place, path, None)
    taking.store(place, MEMBERS, shown)
    assert names(place, merged) == ["Vàng A Lử", "Vàng A Páo"]


def test_a_list_that_names_its_branch_goes_there_whatever_is_on_show(
    place: Workplace, school: str, write: Write
) -> None:
    path = write(LONG)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(1, 1, "DANH SÁCH ĐẢNG VIÊN\nCHI BỘ THÔN CÒ NÒI")
    book.save(path)
    assert MEMBERS.open_file(place, path, school).unit == code_of(place, "Cò Nòi")
    assert MEMBERS.open_file(place, path, None).unit == code_of(place, "Cò Nòi")


@pytest.mark.usefixtures("school")
def test_who_stands_in_two_branches_of_one_file_is_asked_about(place: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "ca-xa.csv"
    path.write_text(
        "Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ,Chi bộ\nVàng A Páo,1985,03/02/2010,02223375,Nà Ếch\n"
        "Vàng A Páo,1985,03/02/2010,02223375,Cò Nòi\n",
        encoding="utf-8",
    )
    taking.store(place, MEMBERS, MEMBERS.open_file(place, path, None))
    assert (names(place, code_of(place, "Nà Ếch")), names(place, code_of(place, "Cò Nòi"))) == (
        ["Vàng A Páo"],
        [],
    )
    path.write_text(
        "Họ và tên,Ngày sinh,Ngày vào Đảng,Số thẻ,Chi bộ\nVàng A Páo,1985,03/02/2010,02223375,Cò Nòi\n"
        "Lý Thị Lan,1980,03/02/2012,,Nà Ếch\n",
        encoding="utf-8",
    )
    shown = MEMBERS.open_file(place, path, None)
    assert [row.state for row in shown.rows] == [RowState.DOUBTFUL, RowState.NEW]
    taking.store(place, MEMBERS, shown, {shown.rows[0].number: RowChoice.SAME})
    assert names(place, code_of(place, "Cò Nòi")) == ["Vàng A Páo"]
    assert names(place, code_of(place, "Nà Ếch")) == ["Lý Thị Lan"]


def test_the_members_of_all_branches_are_given_out_and_come_back_the_same(
    place: Workplace, school: str, sheets: Path, tmp_path: Path
) -> None:
    taking.store(place, MEMBERS, MEMBERS.open_file(place, sheets, None))
    path = tmp_path / "dang-vien-ca-xa.xlsx"
    assert give_out(place, MEMBERS, path) == 3
    shown = MEMBERS.open_file(place, path, None)
    assert (shown.count(RowState.SAME), len(shown.rows)) == (3, 3)
    assert member(place, member_lines(place, school)[0].id).name == "Lý Thị Lan"


@pytest.mark.usefixtures("school")
def test_a_command_refuses_parts_of_no_known_branch(place: Workplace, sheets: Path) -> None:
    with pytest.raises(RequestRefused, match=r"import\.branches"):
        MEMBERS.take_in(place, read(sheets, "members"))[0]
    book = openpyxl.load_workbook(sheets)
    book.remove(book.worksheets[2])
    book.save(sheets)
    assert MEMBERS.take_in(place, read(sheets, "members"))[0].new == 3
