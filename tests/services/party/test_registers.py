"""Registers from the list: the roster keeps who left, books hold a period, workbooks are taken in again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from desktop.errors import RequestRefused
from desktop.rules.standing import Standing
from desktop.services.catalogue.members import MEMBERS
from desktop.services.lists import taking
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.preview import RowState
from desktop.services.lists.sources import NOTHING
from desktop.services.office.workplace import Workplace
from desktop.services.papers.registers import (
    BOOKS,
    Register,
    draw_register,
    save_register_word,
    save_register_workbook,
)
from desktop.services.party.books import Book, NewEntry, write_entry
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.contacts import NewContact, add_contact
from desktop.services.party.member_views import member, member_lines
from desktop.services.party.members import Entering, add_member, edit_member
from desktop.services.party.moves import Ending, Leaving, NewStanding, change_standing, leave
from desktop.services.party.reconciliations import reconcile
from desktop.services.training.clock import TrainingClock
from tests.printing.pages import texts

CARD = "022079001417"
YEAR = date(2025, 1, 1), date(2025, 12, 31)
FIELDS = {
    "birth": "12/03/1979",
    "sex": "Nam",
    "ethnic": "Sán Dìu",
    "admitted": "03/02/2006",
    "official": "03/02/2007",
    "card": CARD,
    "home": "Húc Động",
    "list_number": 7,
    "birth_name": "Vàng A Long",
    "religion": "Không",
    "schooling": "12/12",
    "theory": "Trung cấp",
    "qualification": "TC Nông lâm",
    "languages": "Tiếng Anh B1",
    "occupation": "Trưởng thôn",
    "occupation_before": "Làm ruộng",
    "curriculum": "011290 QN",
    "badge": "30 năm: 118842",
    "service": "Xuất ngũ 2000",
    "post": "Bí thư",
}


@pytest.fixture
def branch(place: Workplace, clock: TrainingClock) -> str:
    add_hamlet_branches(place)
    clock.put(date(2025, 11, 3), 8, 0)
    code = next(line.code for line in branch_lines(place) if "Nà Ếch" in line.name)
    key = add_member(place, code, "Vàng Xuân Long")
    for field, value in FIELDS.items():
        edit_member(place, key, field, value)
    return code


def printed(place: Workplace, branch: str | None, kind: str) -> str:
    return " ".join(texts(draw_register(place, Register(kind, branch, *YEAR))))


def test_the_workbook_that_is_given_out_is_the_same_list_again(
    place: Workplace, branch: str, tmp_path: Path
) -> None:
    add_member(place, branch, "Chìu Thị Ánh")
    path = tmp_path / "ds.xlsx"
    assert give_out(place, MEMBERS, path, Extent(branch)) == 2
    again = MEMBERS.open_file(place, path, branch)
    assert [row.state for row in again.rows] == [RowState.SAME, RowState.SAME]
    # In an empty branch it makes the same members, each field for field.
    before = {line.name: member(place, line.id) for line in member_lines(place, branch)}
    for line in member_lines(place, branch):
        leave(place, line.id, Leaving(Ending.MOVED, date(2025, 11, 3), "x"))
        edit_member(place, line.id, "card", "")
    other = next(line.code for line in branch_lines(place) if "Cò Nòi" in line.name)
    shown = MEMBERS.open_file(place, path, other)
    assert shown.unit == branch, "the list names its branch"
    taking.store(place, MEMBERS, MEMBERS.look_again(place, shown, other, NOTHING))
    for line in member_lines(place, other):
        made = member(place, line.id)
        for field in (*FIELDS, "name"):
            assert getattr(made, field) == getattr(before[line.name], field), field
    give_out(place, MEMBERS, tmp_path / "lai.xlsx", Extent(other))
    assert rows_of(tmp_path / "lai.xlsx")[2:] == rows_of(path)[2:]


def rows_of(path: Path) -> list[tuple[object, ...]]:
    sheet = openpyxl.load_workbook(BytesIO(path.read_bytes())).worksheets[0]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_the_roster_has_every_fact_and_the_last_three_digits_of_a_card_alone(
    place: Workplace, branch: str
) -> None:
    text = " ".join(printed(place, branch, "members").split())
    for words in ("CHI BỘ THÔN NÀ ẾCH", "Vàng A Long", "Trung cấp", "30 năm: 118842", "Xuất ngũ 2000"):
        assert words in text
    assert "•••••••••417" in text
    assert CARD not in text


def test_who_left_in_the_period_keeps_the_row_and_the_foot_counts_it(place: Workplace, branch: str) -> None:
    gone = add_member(place, branch, "Phùn Thị Lý")
    leave(place, gone, Leaving(Ending.MOVED, date(2025, 11, 3), "Chi bộ Pò Đán"))
    dead = add_member(place, branch, "Phạm Thị Linh")
    leave(place, dead, Leaving(Ending.DIED, date(2025, 11, 3), "tuổi cao"))
    reconcile(place, branch, date(2025, 11, 3), "Lương Thị Hạnh", 3)
    text = " ".join(printed(place, branch, "members").split())
    assert "Cộng trang này: 03 đồng chí; đang sinh hoạt 01, đã chuyển đi 01, từ trần 01." in text
    assert "Đối chiếu với hồ sơ ngày 03 tháng 11 năm 2025." in text
    later = Register("members", branch, date(2026, 1, 1), date(2026, 12, 31))
    assert "Phùn Thị Lý" not in " ".join(texts(draw_register(place, later)))


def filled(place: Workplace, branch: str) -> None:
    """Give the branch something for each book."""
    young = add_member(place, branch, "Chìu Thị Ánh")
    edit_member(place, young, "admitted", "20/11/2024")
    add_member(place, branch, "Vàng A Pó", entering=Entering(date(2025, 10, 20), "phường Hạ Long", "204-GT"))
    for name, ending in (
        ("Lý Ngọc Sơn", Ending.STRUCK_OFF),
        ("Phạm Thị Linh", Ending.DIED),
        ("Phùn Thị Lý", Ending.MOVED),
    ):
        key = add_member(place, branch, name)
        leave(
            place, key, Leaving(ending, date(2025, 11, 3), "ở đâu", number="9-QĐ", paper_on=date(2025, 11, 1))
        )
    old = add_member(place, branch, "Tằng A Nhì")
    change_standing(
        place, old, NewStanding(Standing.EXEMPT, date(2025, 6, 1), reason="tuổi cao", number="5-NQ")
    )
    add_contact(place, branch, NewContact("Bàn Thị Xa", "Chi bộ trường Mẫu", date(2025, 10, 1)))
    reconcile(place, branch, date(2025, 11, 3), "Lương Thị Hạnh", 4, "hồ sơ đang chuyển")
    day = date(2025, 10, 2)
    for book, new in {
        Book.CARDS_RECEIVED: NewEntry(day, "Loan Văn Thẻ", party="Đảng ủy xã", number="12-GG"),
        Book.FILES_RECEIVED: NewEntry(day, "Loan Văn Hồ", party="Đảng ủy phường Hạ Long", amount=7),
        Book.FILES_LENT: NewEntry(day, "Loan Văn Mượn", party="Nình Thị Cán", subject="xét nâng lương"),
        Book.BADGES: NewEntry(day, "Loan Văn Huy", amount=30, subject="118842", number="9-QĐ/TU"),
        Book.REWARDS: NewEntry(day, "Loan Văn Khen", subject="Giấy khen", party="Đảng ủy xã"),
        Book.RESOLUTIONS: NewEntry(day, number="04-NQ/CB", subject="Kế hoạch quý IV", amount=28, out_of=28),
    }.items():
        write_entry(place, book, branch, new)


HELD = {
    "probationary": ("Chìu Thị Ánh", "20/11/2025"),
    "left": ("Lý Ngọc Sơn", "Xóa tên"),
    "died": ("Phạm Thị Linh", "03/11/2025"),
    "cards": ("Vàng Xuân Long", "•••••••••417"),
    "moves": ("Phùn Thị Lý", "phường Hạ Long"),
    "exempt": ("Tằng A Nhì", "tuổi cao"),
    "home": ("Bàn Thị Xa", "Chi bộ trường Mẫu"),
    "cards_received": ("Loan Văn Thẻ", "Đảng ủy xã"),
    "files_received": ("Loan Văn Hồ", "Đảng ủy phường Hạ Long"),
    "files_lent": ("Loan Văn Mượn", "Nình Thị Cán"),
    "badges": ("Loan Văn Huy", "30 năm"),
    "rewards": ("Loan Văn Khen", "Giấy khen"),
    "resolutions": ("Kế hoạch quý IV", "28/28"),
    "reconciliations": ("Lương Thị Hạnh", "03/5/2026"),
}


@pytest.mark.parametrize("kind", BOOKS)
@pytest.mark.parametrize("whole", [False, True])
def test_each_book_holds_what_its_period_holds_and_no_whole_number(
    place: Workplace, branch: str, kind: str, whole: bool, tmp_path: Path
) -> None:
    filled(place, branch)
    text = " ".join(printed(place, None if whole else branch, kind).split())
    for words in HELD[kind]:
        assert words in text
    assert CARD not in text
    # Nobody of another book stands in this one.
    strangers = {name for other, (name, _) in HELD.items() if other not in (kind, "reconciliations")}
    allowed = {"moves": set(), "cards": set()}.get(kind, set())
    assert not {name for name in strangers - allowed if name in text}
    before = Register(kind, branch, date(2020, 1, 1), date(2020, 12, 31))
    if kind != "cards":
        assert HELD[kind][0] not in " ".join(texts(draw_register(place, before)))
    path = tmp_path / "so.xlsx"
    assert save_register_workbook(place, Register(kind, branch, *YEAR), path) >= 1
    assert CARD not in str(rows_of(path))
    save_register_word(place, Register(kind, branch, *YEAR), tmp_path / "so.docx")
    assert (tmp_path / "so.docx").read_bytes().startswith(b"PK")


def test_a_register_says_what_it_lacks(branch: str) -> None:
    wrong: dict[str, Callable[[], object]] = {
        "register.period": lambda: Register("left", branch, date(2025, 2, 1), date(2025, 1, 1)),
        "register.branch": lambda: Register("members", None, *YEAR).check_paper(),
    }
    for code, made in wrong.items():
        with pytest.raises(RequestRefused) as refused:
            made()
        assert refused.value.code == code
