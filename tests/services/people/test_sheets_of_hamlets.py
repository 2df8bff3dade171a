"""A workbook with a sheet for each hamlet: all go in at once, or a hamlet takes its own and no other's."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from desktop.errors import RequestRefused
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists import batches, taking
from desktop.services.lists.parts import Why
from desktop.services.lists.preview import RowState
from desktop.services.lists.refused_rows import write_refused
from desktop.services.lists.sources import Said, remember
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import household_count
from desktop.services.places import succession
from desktop.services.places.choice import hamlet_for
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.listed import beside_one
from desktop.services.places.parts import parts_of, proposed
from desktop.sheets.lists.reading import read
from tests.offices.commune import COMMUNE, HAMLET, HEADS, OTHER_HAMLET


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
    first = beside_one(office, HOUSEHOLDS, HAMLET, whole)
    assert [row.cell("name").value for row in first.rows] == ["Vàng A Páo", "Vàng A Lử"]
    other = beside_one(office, HOUSEHOLDS, OTHER_HAMLET, first.whole)
    assert [(row.cell("name").value, row.state) for row in other.rows] == [
        ("Sùng A Chớ", RowState.NEW),
        ("Vàng A Páo", RowState.NEW),
        ("Lò Thị Mỷ", RowState.REFUSED),
    ]
    assert [(row.row, row.words) for row in other.rows] == [(2, "2"), (3, "3"), (4, "4")]
    assert other.source.left_out == ("Thôn Lục Ngù",)
    stored = taking.store(office, HOUSEHOLDS, other)
    assert (stored.new, stored.refused) == (2, 1)


def test_a_workbook_of_several_hamlets_is_set_beside_all_of_them(office: Workplace, workbook: Path) -> None:
    preview = HOUSEHOLDS.open_file(office, workbook, OTHER_HAMLET)
    assert preview.unit == COMMUNE
    assert [(row.words, row.place, row.state) for row in preview.rows] == [
        ("2 trang “Thôn Lục Ngù”", "Thôn Lục Ngù", RowState.NEW),
        ("3 trang “Thôn Lục Ngù”", "Thôn Lục Ngù", RowState.NEW),
        ("2 trang “Chợ”", "Khu phố Chợ", RowState.NEW),
        # He may well live in both: without a number nothing tells that he is one.
        ("3 trang “Chợ”", "Khu phố Chợ", RowState.NEW),
        ("4 trang “Chợ”", "Khu phố Chợ", RowState.REFUSED),
    ]
    told = []
    stored = taking.store(office, HOUSEHOLDS, preview, progress=lambda *step: told.append(step))
    assert (stored.new, stored.refused) == (4, 1)
    assert told[-1] == (4, 4, "Khu phố Chợ")
    assert household_count(office, HAMLET) == len(HEADS) + 2
    assert household_count(office, OTHER_HAMLET) == 2
    again = HOUSEHOLDS.open_file(office, workbook, None)
    assert (again.count(RowState.SAME), again.written_rows({})) == (4, 0)
    batches.undo(office, stored.batch)
    assert household_count(office) == len(HEADS)


def test_stopping_in_the_middle_leaves_nothing_of_any_hamlet(office: Workplace, workbook: Path) -> None:
    def stop(done: int, total: int, place: str) -> None:
        raise InterruptedError(done, total, place)

    with pytest.raises(InterruptedError):
        taking.store(office, HOUSEHOLDS, HOUSEHOLDS.open_file(office, workbook, None), progress=stop)
    assert household_count(office) == len(HEADS)


def test_a_sheet_of_no_known_hamlet_waits_for_a_person_and_their_word_is_kept(
    office: Workplace, workbook: Path
) -> None:
    book = openpyxl.load_workbook(workbook)
    book.worksheets[1].title = "Bên kia suối"
    book.save(workbook)
    preview = HOUSEHOLDS.open_file(office, workbook, None)
    waiting = [row for row in preview.rows if row.state is RowState.DOUBTFUL]
    assert [row.waits_for for row in waiting] == ["Chưa chọn thôn để ghi Bên kia suối"] * 2
    (known, unknown) = parts_of(office, preview.whole, preview.said.hamlets)
    assert (known.place, known.why, unknown.place, unknown.why) == (HAMLET, Why.NAME, None, Why.UNKNOWN)
    said = Said(hamlets={"Bên kia suối": OTHER_HAMLET})
    again = HOUSEHOLDS.look_again(office, preview, COMMUNE, said)
    assert again.count(RowState.NEW) == 4
    remember(office, "households", again.source, said)
    assert HOUSEHOLDS.open_file(office, workbook, None).count(RowState.NEW) == 4


def test_one_column_names_the_hamlets_under_names_of_the_past_too(office: Workplace, tmp_path: Path) -> None:
    succession.rename(office, OTHER_HAMLET, "Khu phố", "Chợ Mới", office.today())
    path = tmp_path / "ca-xa.csv"
    path.write_text(
        "Chủ hộ,Năm sinh,Thôn\nVàng A Páo,1985,Lục Ngù\nVàng A Lử,1990,KP. Chợ\nSùng A Chớ,1961,Lục Ngũ\n"
        "Lò Văn Ai,1970,\n",
        encoding="utf-8",
    )
    preview = HOUSEHOLDS.open_file(office, path, None)
    assert [(row.place, row.state) for row in preview.rows] == [
        ("Thôn Lục Ngù", RowState.NEW),
        ("Khu phố Chợ Mới", RowState.NEW),
        ("Thôn Lục Ngù", RowState.NEW),
        ("", RowState.DOUBTFUL),
    ]
    whys = [part.why for part in parts_of(office, preview.whole)]
    assert whys == [Why.NAME, Why.OLD, Why.NAME, Why.UNKNOWN]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("LỤC NGÙ", HAMLET),
        ("02. Thôn Lục Ngù", HAMLET),
        ("DS hộ thôn Lục Ngù", HAMLET),
        ("T. Luc Ngu", HAMLET),
        ("Lục Ngừu", HAMLET),
        ("KP Chợ", OTHER_HAMLET),
        ("Chợ Đồn", None),
        ("", None),
    ],
)
def test_a_hamlet_is_told_however_a_sheet_writes_it(office: Workplace, said: str, code: str | None) -> None:
    assert proposed(hamlet_lines(office, ended=True), said)[0] == code


def test_a_command_for_one_hamlet_takes_only_its_sheet(office: Workplace, workbook: Path) -> None:
    assert hamlet_for(office, read(workbook, "households"), "khu phố chợ") == OTHER_HAMLET


def test_a_hamlet_without_a_sheet_takes_nothing(office: Workplace, workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book.worksheets[1].title = "Thôn Lạ"
    book.save(workbook)
    with pytest.raises(RequestRefused) as caught:
        beside_one(office, HOUSEHOLDS, OTHER_HAMLET, read(workbook, "households"))
    assert (caught.value.code, caught.value.context["sheets"]) == ("import.sheets", "Thôn Lục Ngù, Thôn Lạ")


def test_sheets_of_one_hamlet_name_their_rows(office: Workplace, workbook: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    book.worksheets[0].title, book.worksheets[1].title = "Trang 1", "Trang 2"
    book.save(workbook)
    preview = beside_one(office, HOUSEHOLDS, HAMLET, read(workbook, "households"))
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
