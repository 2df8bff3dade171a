"""A list of voters: who is a household's is corrected there, who belongs to none is a voter all the same."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import RequestRefused
from desktop.models.store.session import reading
from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.catalogue.voters import VOTERS
from desktop.services.elections.drawn_up import drawn_up
from desktop.services.elections.lookup import election_of
from desktop.services.elections.rolls.check import roll_check
from desktop.services.elections.rolls.freezing import choose_electorate
from desktop.services.elections.rolls.views import roll_page
from desktop.services.lists import batches, taking
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.preview import RowChoice
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import household_count, households
from desktop.services.people.members import MemberSaid, write_member
from desktop.services.people.record import edit_household
from desktop.services.people.retention import Kept, delete_due, rules, set_rule
from desktop.services.people.voters import (
    add_voter,
    edit_voter,
    house_voter,
    voter,
    voter_count,
    voters,
)
from desktop.services.places.listed import beside_one
from desktop.services.places.shares import Share, split
from desktop.services.places.succession import merge, undo_change
from desktop.services.search.people import people_found
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import HAMLET, OTHER_HAMLET, as_read
from tests.printing.pages import one_line


def row(name: str, birth: str | None = None, identity: str | None = None) -> dict[str, Any]:
    return {"name": name, "birth": birth, "sex": None, "identity": identity, "ethnic": None}


LISTED = [
    row("Vàng A Páo", "1985-03-04"),
    row("Vàng Thị Mỷ", "2000"),
    row("Vàng A Nhỏ", "2015"),
    row("Vàng A Già"),
]


def take(office: Workplace, listed: list[dict[str, Any]], hamlet: str = HAMLET) -> batches.Import:
    return taking.store(office, VOTERS, beside_one(office, VOTERS, hamlet, as_read(listed)))


def states(office: Workplace, listed: list[dict[str, Any]], hamlet: str = HAMLET) -> list[str]:
    shown = beside_one(office, VOTERS, hamlet, as_read(listed))
    return [f"{one.state}:{one.doubt.reason}" if one.doubt else one.state.value for one in shown.rows]


def names(office: Workplace, hamlet: str = HAMLET, search: str = "") -> list[str]:
    return [line.name for line in voters(office, hamlet, search=search).lines]


def test_who_belongs_to_no_household_is_kept_found_and_listed_once(office: Workplace) -> None:
    home = households(office, HAMLET).lines[0]
    write_member(office, home.id, MemberSaid("Vì Thị Ở", "1980", relation="Vợ"))
    listed = [row(home.head), row("Vì Thị Ở", "1980"), *LISTED]
    assert states(office, listed) == ["same", "same", "new", "new", "new", "new"]
    before = household_count(office)
    done = take(office, listed)
    assert (done.new, done.same) == (4, 2)
    assert household_count(office) == before
    assert names(office) == ["Vàng A Già", "Vàng Thị Mỷ", "Vàng A Nhỏ", "Vàng A Páo"]
    assert names(office, search="pao vang") == ["Vàng A Páo"]
    assert voter_count(office, HAMLET) == 4
    assert people_found(office, "vang a pao")[0].title == "Vàng A Páo"
    assert set(states(office, listed)) == {"same"}
    batches.undo(office, done.batch)
    assert voter_count(office) == 0
    assert people_found(office, "vang a pao") == ()


def test_a_row_corrects_a_person_whoever_it_is(office: Workplace) -> None:
    take(office, LISTED)
    home = next(line for line in households(office, HAMLET).lines if line.head == "Giàng A Chớ")
    known = row("Giàng A Chớ", "1980-05-06")
    alone = row("Vàng Thị Mỷ", "2000-02-03", "022300001234")
    assert states(office, [known, alone]) == ["changed", "changed"]
    done = take(office, [known, alone])
    assert (done.changed, done.new) == (2, 0)
    assert next(one.birth for one in households(office, HAMLET).lines if one.id == home.id) == "06/05/1980"
    assert voter(office, voters(office, HAMLET, search="my").lines[0].id).identity == "022300001234"


def test_who_is_elsewhere_waits_for_a_person(office: Workplace) -> None:
    take(office, [row("Vàng A Páo", "1985-03-04", "022085000777")])
    moving = [row("Vàng A Páo", "1985-03-04", "022085000777")]
    assert states(office, moving, OTHER_HAMLET) == ["doubtful:other_list"]
    shown = beside_one(office, VOTERS, OTHER_HAMLET, as_read(moving))
    done = taking.store(office, VOTERS, shown, {shown.rows[0].number: RowChoice.SAME})
    assert (names(office), names(office, OTHER_HAMLET)) == ([], ["Vàng A Páo"])
    batches.undo(office, done.batch)
    assert (names(office), names(office, OTHER_HAMLET)) == (["Vàng A Páo"], [])
    twice = [*moving, row("Vàng A Páo", "1985-03-04", "022085000777")]
    assert states(office, twice) == ["same", "doubtful:twice"]


def test_who_died_comes_back_only_when_a_person_says_so(office: Workplace) -> None:
    take(office, LISTED)
    key = voters(office, HAMLET, search="pao").lines[0].id
    with pytest.raises(RequestRefused) as caught:
        edit_voter(office, key, "ends_on", date(2024, 11, 1))
    assert caught.value.code == "voter.reason"
    edit_voter(office, key, "end_reason", "died")
    assert edit_voter(office, key, "ends_on", date(2024, 11, 1)).end_reason == "died"
    assert voter_count(office, HAMLET) == 3
    assert [line.id for line in voters(office, HAMLET, ended=True).lines] == [key]
    shown = beside_one(office, VOTERS, HAMLET, as_read(LISTED))
    assert Counter(one.state for one in shown.rows) == {"same": 3, "doubtful": 1}
    taking.store(office, VOTERS, shown, {one.number: RowChoice.SAME for one in shown.rows if one.doubt})
    assert voter_count(office, HAMLET) == 4


def test_a_voter_whom_a_list_puts_into_a_household_is_that_households(office: Workplace) -> None:
    take(office, LISTED)
    as_head = as_read([{**row("Vàng A Páo", "1985-03-04"), "members": 2}])
    done = taking.store(office, HOUSEHOLDS, beside_one(office, HOUSEHOLDS, HAMLET, as_head))
    assert done.new == 1
    assert "Vàng A Páo" not in names(office)
    assert set(states(office, LISTED)) == {"same"}
    head = households(office, HAMLET).lines[0].head
    member = as_read(
        [
            {"household_head": head, **row(head), "relation": "Chủ hộ"},
            {"household_head": head, **row("Vàng Thị Lẻ", "1999-01-02"), "relation": "Con"},
        ]
    )
    take(office, [row("Vàng Thị Lẻ", "1999-01-02")])
    came = taking.store(office, HOUSEHOLD_MEMBERS, beside_one(office, HOUSEHOLD_MEMBERS, HAMLET, member))
    assert "Vàng Thị Lẻ" not in names(office)
    batches.undo(office, came.batch)
    assert "Vàng Thị Lẻ" in names(office)


def test_they_stand_on_the_roll_of_all_voters_and_on_no_other(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.moment = datetime(2022, 5, 10, 1, 0, tzinfo=UTC)
    held = date(2022, 6, 5)
    code = commune.listed(office, held_on=held, term_from=held, term_to=date(2024, 12, 5))
    take(office, [*LISTED[:2], row("Vàng A Nhỏ", "2010"), LISTED[3]])
    with reading(office.database) as session:
        of_households = len(drawn_up(session, election_of(session, code)))
    assert of_households == household_count(office, HAMLET)
    choose_electorate(office, code, voters=True)
    page = roll_page(office, code, limit=500)
    listed = {line.name for line in page.rows}
    # Of whom no birth is known the list says that they vote; a child doesn't.
    assert {"Vàng A Páo", "Vàng Thị Mỷ", "Vàng A Già"} <= listed
    assert "Vàng A Nhỏ" not in listed
    assert page.total == of_households + 3
    assert not [one for one in roll_check(office, code).differences if one.kind == "not_here"]
    key = voters(office, HAMLET, search="gia").lines[0].id
    edit_voter(office, key, "without_capacity", True)
    assert roll_page(office, code).total == of_households + 2


def test_one_is_added_corrected_and_given_a_household_by_hand(office: Workplace) -> None:
    key = add_voter(office, HAMLET, "  Sùng A Lẻ ")
    assert edit_voter(office, key, "birth", "1990").birth == "1990"
    with pytest.raises(RequestRefused) as caught:
        edit_voter(office, key, "name", " ")
    assert caught.value.code == "household.name"
    before = household_count(office, HAMLET)
    home = house_voter(office, key)
    assert household_count(office, HAMLET) == before + 1
    assert home in [line.id for line in households(office, HAMLET, search="sung").lines]
    assert names(office) == []
    with pytest.raises(RequestRefused) as caught:
        voter(office, 999)
    assert caught.value.code == "unknown.voter"


def test_they_go_along_with_their_hamlet(office: Workplace) -> None:
    take(office, LISTED[:1])
    merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Mới", office.today())
    assert [line.hamlet for line in voters(office).lines] == ["Thôn Mới"]


def test_a_hamlet_is_split_with_its_voters(office: Workplace) -> None:
    take(office, LISTED[:2], OTHER_HAMLET)
    first, second = (-line.id for line in voters(office, OTHER_HAMLET).lines)
    homes = tuple(line.id for line in households(office, OTHER_HAMLET).lines)
    with pytest.raises(RequestRefused) as caught:
        split(office, OTHER_HAMLET, [Share("Thôn", "A", homes), Share("Thôn", "B", (first,))], office.today())
    assert caught.value.code == "hamlet.shares"
    shares = [Share("Thôn", "A", (*homes, first)), Share("Thôn", "B", (second,))]
    batch = split(office, OTHER_HAMLET, shares, office.today())
    assert sorted(line.hamlet for line in voters(office).lines) == ["Thôn A", "Thôn B"]
    undo_change(office, batch)
    assert voter_count(office, OTHER_HAMLET) == 2


def test_who_left_long_ago_is_deleted_by_the_rule(office: Workplace) -> None:
    take(office, LISTED[:2])
    key = voters(office, HAMLET, search="pao").lines[0].id
    edit_voter(office, key, "end_reason", "moved")
    edit_voter(office, key, "ends_on", date(2020, 1, 1))
    set_rule(office, Kept.ENDED, 3)
    assert next(one.due for one in rules(office) if one.kept is Kept.ENDED) == 1
    assert delete_due(office, Kept.ENDED).deleted == 1
    assert people_found(office, "vang a pao") == ()
    assert names(office) == ["Vàng Thị Mỷ"]


def test_they_are_given_out_with_all_voters_and_come_back_the_same(office: Workplace, tmp_path: Path) -> None:
    take(office, [*LISTED[:2], row("Vàng A Nhỏ", "2015"), LISTED[3]])
    # The first of the example's numbers is one that no card bears, and no list brings back.
    (home,) = households(office, search="lo thi on").lines
    edit_household(office, home.id, "identity", "022099000099")
    path = tmp_path / "cu-tri.xlsx"
    heads = household_count(office, HAMLET)
    assert give_out(office, VOTERS, path, Extent(HAMLET)) == heads + 3
    back = VOTERS.open_file(office, path, None)
    assert (back.unit, {one.state for one in back.rows}) == (HAMLET, {"same"})
    assert give_out(office, VOTERS, path) == household_count(office) + 3
    assert {one.state for one in VOTERS.open_file(office, path, None).rows} == {"same"}
    paper = one_line(VOTERS.draw(office, Extent(HAMLET)))
    assert f"Danh sách có {heads + 3} cử tri" in paper
    assert "Vàng A Páo" in paper
