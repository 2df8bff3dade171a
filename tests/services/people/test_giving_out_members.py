"""Members of households are given out as a workbook that comes back the same; the registers on paper."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.preview import RowState
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.members import MemberSaid, write_member
from desktop.services.people.record import edit_household
from tests.offices import commune
from tests.offices.commune import COMMUNE, HAMLET, HEADS, OTHER_HAMLET


def filled(office: Workplace) -> None:
    commune.store(office, [commune.row("Vàng A Páo", birth="1985")], OTHER_HAMLET)
    for head, name, relation in (("lo thi on", "Hà Văn Sơn", "Chồng"), ("vang a pao", "Lò Thị Mỷ", "Vợ")):
        (home,) = households(office, search=head).lines
        write_member(office, home.id, MemberSaid(name, relation=relation))
    # The first of the example's numbers is one that no card bears, and no list brings back.
    (home,) = households(office, search="lo thi on").lines
    edit_household(office, home.id, "identity", "022099000099")


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_members_of_all_hamlets_come_back_the_same(office: Workplace, tmp_path: Path) -> None:
    filled(office)
    path = tmp_path / "thanh-vien.xlsx"
    assert give_out(office, HOUSEHOLD_MEMBERS, path) == len(HEADS) + 3
    preview = HOUSEHOLD_MEMBERS.open_file(office, path, None)
    assert preview.unit == COMMUNE
    assert {row.state for row in preview.rows} == {RowState.SAME}
    assert len(preview.rows) == len(HEADS) + 3


def test_members_of_one_hamlet_come_back_the_same(office: Workplace, tmp_path: Path) -> None:
    filled(office)
    path = tmp_path / "thanh-vien.xlsx"
    assert give_out(office, HOUSEHOLD_MEMBERS, path, Extent(HAMLET)) == len(HEADS) + 1
    preview = HOUSEHOLD_MEMBERS.open_file(office, path, OTHER_HAMLET)
    # The line below the title names the hamlet.
    assert preview.unit == HAMLET
    assert {row.state for row in preview.rows} == {RowState.SAME}


def test_households_of_all_hamlets_come_back_the_same(office: Workplace, tmp_path: Path) -> None:
    filled(office)
    path = tmp_path / "ho.xlsx"
    assert give_out(office, HOUSEHOLDS, path) == len(HEADS) + 1
    preview = HOUSEHOLDS.open_file(office, path, None)
    assert {row.place for row in preview.rows} == {"Thôn Lục Ngù", "Khu phố Chợ"}
    assert {row.state for row in preview.rows} == {RowState.SAME}


def test_lists_on_paper_name_everybody_and_no_identity_number(office: Workplace) -> None:
    filled(office)
    homes, people = text_of(HOUSEHOLDS.draw(office, Extent(HAMLET))), text_of(HOUSEHOLD_MEMBERS.draw(office))
    assert "Lò Thị Ơn" in homes
    assert "Vàng A Páo" not in homes
    assert "Thôn Lục Ngù, xã Mẫu" in homes
    assert f"Danh sách có {len(HEADS)} hộ" in homes
    assert [word for word in ("Hà Văn Sơn", "Vàng A Páo", "Chủ hộ") if word not in people] == []
    assert "0220990" not in homes + people
    assert "Lục Ngù" in text_of(HAMLETS.draw(office))


def test_neighbours_whose_heads_bear_one_name_stay_two_households(office: Workplace, tmp_path: Path) -> None:
    people = [commune.row("Vàng A Páo", birth=birth) for birth in ("1985-02-03", "1990-04-05")]
    commune.store(office, people, OTHER_HAMLET)
    for line, name in zip(
        households(office, OTHER_HAMLET).lines, ("Lò Thị Mỷ", "Giàng Thị Sua"), strict=True
    ):
        write_member(office, line.id, MemberSaid(name, relation="Vợ"))
    path = tmp_path / "thanh-vien.xlsx"
    give_out(office, HOUSEHOLD_MEMBERS, path, Extent(OTHER_HAMLET))
    preview = HOUSEHOLD_MEMBERS.open_file(office, path, OTHER_HAMLET)
    assert [row.state for row in preview.rows] == [RowState.SAME] * 4
