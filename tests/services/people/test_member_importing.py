"""A list of the members of households: each goes to the household that the list says, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from desktop.models.people import EndReason, HouseholdMember, Person
from desktop.models.posts import Post
from desktop.models.store.session import reading as reading_session
from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.lists import batches, taking
from desktop.services.lists.preview import Preview, RowChoice, RowState
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.members import MemberLine, MemberSaid, household_members, write_member
from desktop.services.places import hamlets
from desktop.services.places.listed import beside_one
from desktop.sheets.lists.reading import read
from tests.offices import commune
from tests.offices.commune import HAMLET, OTHER_HAMLET

HEADINGS = "Hộ số,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Quan hệ với chủ hộ"
LIST = (
    "1,Lò Thị Ơn,02/03/1975,Nữ,,Chủ hộ",
    ",Hà Văn Sơn,1972,Nam,,Chồng",
    ",Hà Thị Mây,12/12/2003,Nữ,022303000777,Con",
    "2,Giàng A Chớ,1980,Nam,,Chủ hộ",
    ",Sùng Thị Dế,1983,Nữ,,Vợ",
)


def shown(office: Workplace, folder: Path, *lines: str, headings: str = HEADINGS) -> Preview:
    path = folder / "thanh-vien.csv"
    path.write_text("\n".join((headings, *lines)), encoding="utf-8")
    return beside_one(office, HOUSEHOLD_MEMBERS, HAMLET, read(path, "household-members", office.today()))


def states(preview: Preview) -> list[RowState]:
    return [row.state for row in preview.rows]


def members(office: Workplace, head: str) -> tuple[MemberLine, ...]:
    (line,) = households(office, search=head).lines
    return household_members(office, line.id)


def test_members_come_to_their_households_once(office: Workplace, tmp_path: Path) -> None:
    first = shown(office, tmp_path, *LIST)
    assert states(first) == [RowState.SAME, RowState.NEW, RowState.NEW, RowState.SAME, RowState.NEW]
    stored = taking.store(office, HOUSEHOLD_MEMBERS, first)
    assert (stored.new, stored.same) == (3, 2)
    of_head = members(office, "lo thi on")
    assert [(line.name, line.relation) for line in of_head[1:]] == [
        ("Hà Văn Sơn", "Chồng"),
        ("Hà Thị Mây", "Con"),
    ]
    assert [line.name for line in members(office, "giang a cho")[1:]] == ["Sùng Thị Dế"]
    again = shown(office, tmp_path, *LIST)
    assert set(states(again)) == {RowState.SAME}
    batches.undo(office, stored.batch)
    with reading_session(office.database) as session:
        assert session.scalar(select(func.count()).select_from(HouseholdMember)) == 0
        assert session.scalar(select(Person.id).where(Person.identity == "022303000777")) is None


def test_a_head_known_by_name_is_the_household_member_of_that_name(office: Workplace, tmp_path: Path) -> None:
    hamlets.state_facts(office, HAMLET, head="Hà Văn Sơn")
    stored = taking.store(office, HOUSEHOLD_MEMBERS, shown(office, tmp_path, *LIST))
    with reading_session(office.database) as session:
        (post,) = session.scalars(select(Post).where(Post.name.is_(None)))
        assert post.person is not None
        assert (post.person.name, post.person.birth.text()) == ("Hà Văn Sơn", "1972")
    batches.undo(office, stored.batch)
    with reading_session(office.database) as session:
        assert [(post.person_id, post.name) for post in session.scalars(select(Post))] == [
            (None, "Hà Văn Sơn")
        ]
    # And the other way round: the list of hamlets comes after that of the members.
    taking.store(office, HOUSEHOLD_MEMBERS, shown(office, tmp_path, *LIST))
    hamlets.state_facts(office, HAMLET, head="Sùng Thị Dế")
    with reading_session(office.database) as session:
        held = session.scalars(select(Post).where(Post.ends_on.is_(None))).all()
        assert [post.person.name if post.person else None for post in held] == ["Sùng Thị Dế"]


def test_a_changed_member_is_told_field_by_field(office: Workplace, tmp_path: Path) -> None:
    taking.store(office, HOUSEHOLD_MEMBERS, shown(office, tmp_path, *LIST))
    changed = (*LIST[:2], ",Hà Thị Mây,12/12/2003,Nữ,022303000777,Con gái", *LIST[3:])
    preview = shown(office, tmp_path, *changed)
    assert preview.rows[2].state is RowState.CHANGED
    assert [(cell.field, cell.before) for cell in preview.rows[2].cells if cell.before is not None] == [
        ("relation", "Con")
    ]
    stored = taking.store(office, HOUSEHOLD_MEMBERS, preview)
    assert stored.changed == 1
    assert members(office, "lo thi on")[2].relation == "Con gái"
    batches.undo(office, stored.batch)
    assert members(office, "lo thi on")[2].relation == "Con"


def test_who_heads_the_household_may_stand_in_a_column(office: Workplace, tmp_path: Path) -> None:
    headings = "STT,Chủ hộ,Họ và tên,Năm sinh,Quan hệ với chủ hộ"
    preview = shown(
        office,
        tmp_path,
        "1,Lò Thị Ơn,Hà Văn Sơn,1972,Chồng",
        "2,Ai Đó Lạ,Lò Thị Na,1990,Vợ",
        headings=headings,
    )
    assert states(preview) == [RowState.NEW, RowState.DOUBTFUL]
    assert preview.rows[1].waits_for == "Thôn chưa có hộ của chủ hộ Ai Đó Lạ; hãy nhập danh sách hộ trước"


def test_below_a_head_who_is_refused_nobody_goes_to_the_household_above(
    office: Workplace, tmp_path: Path
) -> None:
    preview = shown(
        office,
        tmp_path,
        *LIST[:2],
        ",Chìu A Dũng,31/02/1984,Nam,,Chủ hộ",
        ",Phùn Thị Dân,1990,Nữ,,Vợ",
        headings=HEADINGS.removeprefix("Hộ số,").join(("STT,", "")),
    )
    assert states(preview)[1:] == [RowState.NEW, RowState.REFUSED, RowState.NEW]
    taking.store(office, HOUSEHOLD_MEMBERS, preview)
    assert [line.name for line in members(office, "chiu a dung")[1:]] == ["Phùn Thị Dân"]


@pytest.mark.parametrize("choice", [RowChoice.SAME, RowChoice.OMIT])
def test_somebody_of_another_household_waits_for_a_person(
    office: Workplace, tmp_path: Path, choice: RowChoice
) -> None:
    taking.store(office, HOUSEHOLD_MEMBERS, shown(office, tmp_path, *LIST))
    moved = (*LIST[3:], ",Hà Thị Mây,12/12/2003,Nữ,022303000777,Con dâu")
    preview = shown(office, tmp_path, *moved)
    (doubt,) = [row for row in preview.rows if row.doubt is not None]
    assert doubt.doubt is not None
    assert doubt.doubt.reason == "other_household"
    taking.store(office, HOUSEHOLD_MEMBERS, preview, {doubt.number: choice})
    there = [line.name for line in members(office, "giang a cho") if line.end_reason is None]
    assert ("Hà Thị Mây" in there) is (choice is RowChoice.SAME)
    (before,) = [line for line in members(office, "lo thi on") if line.name == "Hà Thị Mây"]
    assert (before.end_reason is EndReason.MOVED) is (choice is RowChoice.SAME)


def test_who_is_dead_is_not_brought_back_by_a_list(office: Workplace, tmp_path: Path) -> None:
    (home,) = households(office, search="lo thi on").lines
    write_member(office, home.id, MemberSaid("Hà Văn Sơn", relation="Chồng", end_reason=EndReason.DIED))
    preview = shown(office, tmp_path, *LIST[:2])
    assert preview.rows[1].doubt is not None
    assert preview.rows[1].doubt.reason == "gone"
    taking.store(office, HOUSEHOLD_MEMBERS, preview)
    assert members(office, "lo thi on")[1].end_reason is EndReason.DIED


def test_members_of_all_hamlets_come_in_at_once(office: Workplace, tmp_path: Path) -> None:
    commune.store(office, [commune.row("Vàng A Páo", birth="1985")], OTHER_HAMLET)
    path = tmp_path / "ca-xa.csv"
    path.write_text(
        "Chủ hộ,Họ và tên,Năm sinh,Thôn\nLò Thị Ơn,Hà Văn Sơn,1972,Lục Ngù\nVàng A Páo,Lò Thị Mỷ,1988,Chợ\n",
        encoding="utf-8",
    )
    preview = HOUSEHOLD_MEMBERS.open_file(office, path, HAMLET)
    assert [row.place for row in preview.rows] == ["Thôn Lục Ngù", "Khu phố Chợ"]
    assert taking.store(office, HOUSEHOLD_MEMBERS, preview).new == 2
    assert [line.name for line in members(office, "vang a pao")[1:]] == ["Lò Thị Mỷ"]
