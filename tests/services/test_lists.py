"""What holds of every list: it comes back the same, on paper too, and no cell of it is a formula."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy.orm import Session

from desktop import wording
from desktop.bootstrap import open_office
from desktop.errors import SheetRefused
from desktop.models.people import ImportBatch
from desktop.models.store.session import reading as reading_session
from desktop.models.store.session import writing
from desktop.services.catalogue.known import LISTS, STORED
from desktop.services.lists import batches, taking
from desktop.services.lists.batches import Batch
from desktop.services.lists.columns import ColumnWhy, column_words, columns_of
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import ALL, Extent, Given
from desktop.services.lists.preview import Preview, RowState
from desktop.services.lists.sources import Said, remember
from desktop.services.office.log import LogFilter, action_words, log_part
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.people.households import households
from desktop.services.people.record import edit_household
from desktop.services.places import merger_plan, mergers
from desktop.services.places.hamlets import add_hamlet, hamlet_lines
from desktop.services.places.merger_plan import open_merger_block, open_mergers
from desktop.services.places.mergers import write_mergers
from desktop.services.training.clock import TrainingClock
from desktop.sheets.lists.kinds.known import KINDS
from desktop.sheets.lists.reading import read
from tests.offices import commune
from tests.offices.commune import HAMLET
from tests.printing.pages import one_line

TOLD: dict[str, tuple[tuple[str, ...], ...]] = {
    "hamlets": (("Loại", "Tên thôn", "Số hộ"), ("Thôn", "Nà Ếch", "9"), ("Bản", "Cáu", "4")),
    "households": (
        ("Họ và tên", "Ngày sinh", "Giới tính", "Số khẩu"),
        ("Vàng A Páo", "1985", "Nam", "4"),
        ("Vàng Thị Mẩy", "02/03/1990", "Nữ", "3"),
    ),
    "household-members": (
        ("Chủ hộ", "Họ và tên", "Ngày sinh", "Quan hệ với chủ hộ"),
        ("Lò Thị Ơn", "Lò Văn Ất", "05/06/2001", "Con"),
    ),
    "voters": (("Họ và tên", "Ngày sinh", "Giới tính"), ("Giàng Seo Chớ", "1980", "Nam")),
    "members": (
        ("Họ và tên", "Ngày sinh", "Giới tính", "Ngày vào Đảng", "Quê quán"),
        ("Vi Văn Ất", "01/02/1970", "Nam", "03/02/1999", "Húc Động"),
    ),
    "branches": (
        ("Tên chi bộ", "Loại chi bộ", "Các thôn", "Bí thư"),
        ("Chi bộ Trường Tiểu học", "Trường học", "", "Lò Thị Liễu"),
    ),
    "posts": (
        ("Họ và tên", "Chức vụ", "Ở đâu", "Từ ngày"),
        ("Vi Văn Ất", "Trưởng thôn", "Thôn Lục Ngù", "12/12/2022"),
    ),
}
"""A few rows of each stored list."""


def place_of(office: Workplace, name: str) -> str | None:
    if STORED[name].reach.of == "branches":
        return branch_lines(office)[0].code
    return HAMLET if STORED[name].reach.of == "hamlets" else None


def opened(office: Workplace, name: str, *rows: tuple[str, ...]) -> Preview:
    return STORED[name].open_block(office, rows or TOLD[name], "khối ô", place_of(office, name))


@pytest.fixture
def other_office(settled_office: Path, tmp_path: Path, clock: TrainingClock) -> Iterator[Workplace]:
    """Open another commune office that is as the first was."""
    folder = tmp_path / "other"
    shutil.copytree(settled_office, folder)
    workplace = open_office(folder, commune.PASSPHRASE, clock)
    yield workplace
    workplace.database.close()


@pytest.fixture
def party_office(office: Workplace) -> Workplace:
    add_hamlet_branches(office)
    wrong = next(line.id for line in households(office, HAMLET).lines if line.identity.endswith("000"))
    edit_household(office, wrong, "identity", "022175000222")
    return office


def stored(office: Workplace, name: str) -> int:
    shown = opened(office, name)
    done = taking.store(office, STORED[name], shown)
    assert done.new == len(TOLD[name]) - 1, [row.state for row in shown.rows]
    return done.batch


def test_rows_of_every_stored_list_are_told_here() -> None:
    assert set(TOLD) == set(STORED)


@pytest.mark.parametrize("name", STORED)
def test_a_list_given_out_comes_back_the_same(party_office: Workplace, name: str, tmp_path: Path) -> None:
    stored(party_office, name)
    path = tmp_path / "cho-ra.xlsx"
    rows = give_out(party_office, STORED[name], path)
    back = STORED[name].open_file(party_office, path)
    assert back.reading.refused == ()
    assert [(row.state, row.waits_for) for row in back.rows] == [(RowState.SAME, "")] * rows
    again = taking.store(party_office, STORED[name], back)
    assert (again.new, again.changed, again.same) == (0, 0, rows), "the same file twice changes nothing"


@pytest.mark.parametrize("name", LISTS)
def test_no_cell_of_a_list_given_out_is_a_formula(office: Workplace, name: str, tmp_path: Path) -> None:
    keys = [key for key, _ in LISTS[name].sheet.headings]
    rows = [dict.fromkeys(keys, f"{sign}HYPERLINK(1)") for sign in "=+-@"]

    def given(_: Workplace, session: Session, __: Extent) -> Given:
        return Given(rows, "xã Mẫu", own_unit(session))

    path = tmp_path / "cho-ra.xlsx"
    give_out(office, replace(LISTS[name], given=given), path)
    cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row]
    like = [cell for cell in cells if str(cell.value).endswith("HYPERLINK(1)")]
    assert len(like) == len(rows) * len(keys)
    assert {(cell.data_type, cell.quotePrefix) for cell in like} == {("s", True)}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_printed(party_office: Workplace, name: str) -> None:
    if name in STORED:
        stored(party_office, name)
    pdf = LISTS[name].draw(party_office, ALL)
    assert pdf.startswith(b"%PDF")
    if name in STORED:
        word = TOLD[name][1][1 if name in ("hamlets", "household-members") else 0]
        assert word in one_line(pdf)


@pytest.mark.parametrize("name", STORED)
def test_one_undo_takes_a_list_back(party_office: Workplace, name: str) -> None:
    def all_rows() -> Any:
        with reading_session(party_office.database) as session:
            return [list(each.given(party_office, session, ALL).rows) for each in STORED.values()]

    before = all_rows()
    batch = stored(party_office, name)
    assert all_rows() != before
    batches.undo(party_office, batch)
    assert all_rows() == before


@pytest.mark.parametrize("name", STORED)
def test_a_pasted_block_without_its_header_shows_its_columns_to_be_corrected(
    party_office: Workplace, name: str
) -> None:
    headings, *rows = TOLD[name]
    order = [key for key, _ in STORED[name].sheet.headings]
    shown = opened(party_office, name, *rows)
    views = columns_of(shown)
    assert len(views) == len(headings)
    assert {view.why for view in views} <= {ColumnWhy.CELLS, ColumnWhy.UNREAD}
    assert "name" in {view.key for view in views} <= {None, *order}
    # The clerk says what the last column is, whatever the program thought; the next such block is read so.
    last = views[-1]
    other = next(key for key in column_words(name) if key not in {view.key for view in views})
    said = Said({last.said_by: other}, {})
    again = STORED[name].look_again(party_office, shown, shown.unit, said)
    assert columns_of(again)[-1].key == other
    assert columns_of(again)[-1].why is ColumnWhy.SAID
    remember(party_office, name, again.source, said)
    assert columns_of(opened(party_office, name, *rows))[-1].key == other


@pytest.mark.parametrize("name", STORED)
def test_a_changed_row_says_each_field_before_and_after(party_office: Workplace, name: str) -> None:
    stored(party_office, name)
    fields = {
        "hamlets": ("Số hộ", "households"),
        "households": ("Số khẩu", "members"),
        "household-members": ("Quan hệ với chủ hộ", "relation"),
        "voters": ("Giới tính", "sex"),
        "members": ("Quê quán", "home"),
        "branches": ("Bí thư", "secretary"),
        "posts": ("Từ ngày", "starts_on"),
    }
    heading, key = fields[name]
    now = {"households": "11", "members": "7", "relation": "Cháu", "sex": "Nữ", "home": "Bình Liêu"} | {
        "secretary": "Hoàng Thị Lan",
        "starts_on": "13/12/2022",
    }
    headings, first, *_ = TOLD[name]
    at = headings.index(heading)
    changed = (*first[:at], now[key], *first[at + 1 :])
    row = opened(party_office, name, headings, changed).rows[0]
    assert row.state is RowState.CHANGED
    assert (row.cell(key).before, row.cell(key).value) == (first[at], now[key])
    assert {cell.field for cell in row.cells if cell.before is not None} == {key}


def _commune_of_three(office: Workplace) -> None:
    add_hamlet(office, "Thôn", "Nà Bó")


def test_mergers_given_out_merge_the_same_hamlets_again(
    office: Workplace, other_office: Workplace, tmp_path: Path
) -> None:
    for each in (office, other_office):
        _commune_of_three(each)
    block = [["Thôn cũ", "Thôn mới"], ["Lục Ngù", "Thôn Hợp Nhất"], ["Nà Bó", "Thôn Hợp Nhất"]]
    write_mergers(office, open_merger_block(office, block, "khối ô"), date(2024, 11, 15))
    path = tmp_path / "sap-nhap.xlsx"
    assert give_out(office, LISTS["mergers"], path) == 2
    read_back = read(path, "mergers").rows
    assert [(row["name"], row["new"]) for row in read_back] == [
        ("Thôn Lục Ngù", "Thôn Hợp Nhất"),
        ("Thôn Nà Bó", "Thôn Hợp Nhất"),
    ]
    again = open_mergers(office, path)
    assert (again.mergers, again.written) == ((), 1), "the same file twice changes nothing"
    write_mergers(other_office, open_mergers(other_office, path), date(2024, 11, 15))
    names = [[line.full_name for line in hamlet_lines(each)] for each in (office, other_office)]
    assert names[0] == names[1]


def test_columns_of_mergers_are_corrected_and_remembered(office: Workplace) -> None:
    _commune_of_three(office)
    block = [["Thôn Hợp Nhất", "Lục Ngù"], ["Thôn Hợp Nhất", "Nà Bó"]]
    plan = open_merger_block(office, block, "khối ô")
    first, second = columns_of(plan)
    assert (first.key, second.key) == ("name", "new")
    said = Said({first.said_by: "new", second.said_by: "name"}, {})
    again = merger_plan.look_again(office, plan, said)
    (one,) = again.mergers
    assert (one.full_name, [old.name for old in one.olds]) == (
        "Thôn Hợp Nhất",
        ["Thôn Lục Ngù", "Thôn Nà Bó"],
    )
    remember(office, mergers.LIST, again.source, said)
    assert len(open_merger_block(office, block, "khối ô").mergers[0].olds) == 2


def test_a_list_of_one_place_is_of_that_place_alone(office: Workplace, tmp_path: Path) -> None:
    path = tmp_path / "ho.xlsx"
    whole = give_out(office, LISTS["households"], path)
    assert give_out(office, LISTS["households"], path, Extent(HAMLET)) == whole
    assert set(KINDS) == set(LISTS)


def test_a_column_that_is_like_nothing_is_shown_and_no_number_whole(office: Workplace) -> None:
    rows = [["22175000222", "Vàng Thị Mẩy", "Nữ", "02/03/1990", "3", "Xóm trên"]]
    views = columns_of(STORED["households"].open_block(office, rows, "khối ô", HAMLET))
    assert [view.key for view in views] == ["identity", "name", "sex", "birth", "members", None]
    assert (views[5].heading, views[5].samples) == ("Cột F", ("Xóm trên",))
    assert views[0].samples == ("••••••••222",)


def test_of_two_columns_of_words_the_kind_is_told_from_the_name(office: Workplace) -> None:
    hamlets = STORED["hamlets"]
    kinds = columns_of(hamlets.open_block(office, [["Thôn", "Nà Bó"], ["Bản", "Cáu"]], "khối ô"))
    assert [view.key for view in kinds] == ["kind", "name"]
    heads = columns_of(hamlets.open_block(office, [["Nà Bó", "Lò Thị Ơn"], ["Cáu", "Vi Văn Ất"]], "khối ô"))
    assert [view.key for view in heads] == ["name", "head"]


def test_a_block_with_the_header_of_another_list_is_not_read_as_this_one(office: Workplace) -> None:
    rows = [["TT", "Họ và tên chủ hộ", "Năm sinh", "Số khẩu"], ["1", "Lò Thị Ơn", "1950", "3"]]
    shown = STORED["hamlets"].open_block(office, rows, "khối ô")
    assert (shown.is_unnamed, shown.rows, shown.rather) == (True, (), "households")
    rows[0][3] = "Nhân khẩu"
    odd = [["TT", "Người ở hộ này", *rows[0][2:]], *rows[1:]]
    unnamed = STORED["households"].open_block(office, odd, "khối ô", HAMLET)
    assert (unnamed.is_unnamed, unnamed.rather) == (True, ""), "one heading alone is of another list"
    own = STORED["households"].open_block(office, rows, "khối ô", HAMLET)
    assert (own.is_unnamed, len(own.rows), own.rather) == (False, 1, "")


@pytest.mark.parametrize(
    ("headings", "likely"),
    [
        (("Họ và tên", "Năm sinh", "Số khẩu"), {"household-members": "households", "voters": "households"}),
        (("Họ và tên", "Năm sinh", "Quan hệ với chủ hộ"), {"voters": "household-members"}),
        (("Họ và tên", "Năm sinh", "Dân tộc"), {}),
    ],
)
def test_a_column_that_only_another_list_of_people_has_tells_it(
    office: Workplace, headings: tuple[str, ...], likely: dict[str, str]
) -> None:
    rows = [["TT", *headings], ["1", "Lò Thị Ơn", "1950", "3"]]
    for name in ("households", "household-members", "voters"):
        assert STORED[name].open_block(office, rows, "khối ô", HAMLET).rather == likely.get(name, "")


def test_marks_of_hamlets_are_told_from_their_heads_without_a_header(office: Workplace) -> None:
    rows = [
        ["Thôn", "Khe Mới", "125", "x", "Lò Thu Liễu", "Có"],
        ["Thôn", "Cáu", "90", "", "Vi Văn Ất", "Không"],
    ]
    shown = STORED["hamlets"].open_block(office, rows, "khối ô")
    told = [(row.cell("especially_difficult").value, row.cell("head").value) for row in shown.rows]
    assert told == [("Có", "Lò Thu Liễu"), ("Không", "Vi Văn Ất")]


def test_one_column_of_names_is_no_list(office: Workplace) -> None:
    with pytest.raises(SheetRefused) as caught:
        STORED["households"].open_block(office, [["", "Lò Thị Ơn"], ["", "Vi Văn Ất"]], "khối ô", HAMLET)
    assert caught.value.code == "sheet.one_column"


@pytest.mark.parametrize("named", [False, True])
def test_two_headings_of_mergers_that_nobody_knows_are_no_hamlets(office: Workplace, named: bool) -> None:
    rows = [["Tên gọi sau", "Gồm các thôn"]] * named + [["Khu phố Chợ Mới", "Chợ Cũ"], ["Thôn Sau", "Cáu"]]
    plan = open_merger_block(office, rows, "khối ô")
    headings = [column.heading for column in columns_of(plan)]
    assert (plan.is_unnamed, headings) == (named, rows[0] if named else ["Thôn cũ", "Thôn mới"])
    if named:
        said = Said({"Gồm các thôn": "name", "Tên gọi sau": "new"})
        again = merger_plan.look_again(office, plan, said)
        assert [one.full_name for one in again.mergers] == ["Khu phố Chợ Mới", "Thôn Sau"]


def test_a_batch_refuses_what_it_could_not_take_back(office: Workplace) -> None:
    with writing(office.database) as session:
        record = ImportBatch(kind="hamlet.add", file_name="x", sha256="0" * 64, made_at=office.clock())
        batch = Batch(office, session, record, "hamlet.add")
        with pytest.raises(TypeError, match="ImportBatch"):
            batch.change(record, {"file_name": "y"})


def test_an_invented_list_is_two_declarations_and_four_words(
    office: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "meeting-houses"
    sheet = replace(KINDS["hamlets"], name=name)
    invented = replace(STORED["hamlets"], sheet=sheet)
    monkeypatch.setitem(KINDS, name, sheet)
    told = {"title": "Danh sách nhà văn hóa", "row": "nhà", "page": "Thôn, bản", "file": "nha-van-hoa"}
    words = {f"list.{name}.{what}": said for what, said in told.items()}
    every = {**wording._sentences(), **words}
    monkeypatch.setattr(wording, "_sentences", lambda: every)
    shown = invented.open_block(office, TOLD["hamlets"], "khối ô")
    assert (shown.kind, column_words(name)["name"]) == (name, column_words("hamlets")["name"])
    done = taking.store(office, invented, shown)
    assert done.new == 2
    path = tmp_path / f"{invented.file_stem}.xlsx"
    rows = give_out(office, invented, path)
    back = invented.open_file(office, path)
    assert [row.state for row in back.rows] == [RowState.SAME] * rows
    last = columns_of(shown)[-1]
    remember(office, name, shown.source, Said({last.said_by: None}, {}))
    assert columns_of(invented.open_block(office, TOLD["hamlets"], "khối ô"))[-1].key is None
    batches.undo(office, done.batch)
    assert [line.action for line in log_part(office, LogFilter(), limit=9).lines if name in line.action] == []
    assert action_words(f"{name}.import").startswith("Nhập")
    assert invented.draw(office).startswith(b"%PDF")
