"""Who heads a hamlet is one truth: a post that lists, clerks and decisions write, and every page reads."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.party import Member, Membership
from desktop.models.people import Person
from desktop.models.posts import Post
from desktop.models.store.session import reading, writing
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.elections.lookup import vote_of
from desktop.services.lists import batches, taking
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.heads import serving_head
from desktop.services.party import branches
from desktop.services.places import hamlets, provisional, succession
from desktop.services.results import decisions
from tests.offices.commune import HAMLET, OTHER_HAMLET, as_read, finalised, row, store

RECOGNISED = date(2024, 12, 12)


def line(office: Workplace, name: str = "Lục Ngù") -> hamlets.HamletLine:
    return next(one for one in hamlets.hamlet_lines(office, ended=True) if one.name == name)


def listed(office: Workplace, **told: Any) -> batches.Import:
    rows = [{"kind": "Thôn", "name": "Lục Ngù", **told}]
    return taking.store(office, HAMLETS, taking.preview(office, HAMLETS, "", as_read(rows)))


def posts(office: Workplace) -> list[tuple[Any, ...]]:
    columns = (Post.kind, Post.person_id, Post.name, Post.way, Post.starts_on, Post.ends_on, Post.tenure)
    with reading(office.database) as session:
        return [tuple(one) for one in session.execute(select(*columns).order_by(Post.id))]


def test_a_head_whom_the_household_register_knows_is_that_person(office: Workplace) -> None:
    listed(office, head="Lò Thị Ơn", head_is_member=True)
    with reading(office.database) as session:
        (post,) = session.scalars(select(Post))
        assert post.person is not None
        assert (post.person.name, post.source) == ("Lò Thị Ơn", "ho.xlsx")
    hamlets.state_facts(office, OTHER_HAMLET, head="Người Ở Xa")
    store(office, [row("Người Ở Xa")], OTHER_HAMLET)
    assert [name for _, person, name, *_ in posts(office) if person is None] == []


def test_another_name_in_a_later_list_is_another_head_and_is_taken_back(office: Workplace) -> None:
    listed(office, head="Nguyễn Văn Cũ")
    before = posts(office)
    done = listed(office, head="Trần Thị Mới", head_is_member=False)
    assert (line(office).head, line(office).head_is_member) == ("Trần Thị Mới", False)
    assert [one[5] for one in posts(office)] == [date(2024, 11, 17), None]
    assert listed(office, head="Trần Thị Mới").same == 1
    assert listed(office, head="Trần Thị Mời").changed == 1, "a name that was misspelt is mended in place"
    assert len(posts(office)) == 2
    batches.undo(office, done.batch + 2)
    batches.undo(office, done.batch)
    assert posts(office) == before


def test_who_is_in_the_member_register_is_a_member_whatever_the_list_says(office: Workplace) -> None:
    listed(office, head="Lò Thị Ơn", head_is_member=False)
    assert (line(office).head_is_member, line(office).head_is_registered) == (False, False)
    branches.add_hamlet_branches(office)
    with writing(office.database) as session:
        person = session.scalars(select(Person).where(Person.name == "Lò Thị Ơn")).one()
        branch = branches.branch_on(session, branches.branch_lines(office)[-1].code, office.today())
        session.add(Membership(member=Member(person=person), branch=branch))
    assert (line(office).head_is_member, line(office).head_is_registered) == (True, True)


def test_who_is_recognised_heads_the_hamlet_from_that_day_and_the_one_before_no_longer(
    office: Workplace,
) -> None:
    hamlets.state_facts(office, HAMLET, head="Nguyễn Văn Cũ")
    provisional.state_provisional(
        office, HAMLET, provisional_head="Vi Văn Ất", provisional_from=date(2024, 11, 1)
    )
    code = finalised(office)
    decisions.recognise(office, code, "112/QĐ-UBND", RECOGNISED)
    assert [(one[3], one[4], one[5], one[6]) for one in posts(office)] == [
        (None, None, date(2024, 12, 11), None),
        ("provisional", date(2024, 11, 1), date(2024, 12, 11), None),
        ("elected", RECOGNISED, None, "new"),
    ]
    with reading(office.database) as session:
        election = vote_of(session, code).election
        assert serving_head(session, election) == "Nguyễn Văn Cũ", "papers of the day name who served then"
    office.clock.put(RECOGNISED, 9, 0)  # type: ignore[attr-defined] # the tests' clock
    found = line(office)
    assert (found.head, found.head_decision, found.head_since) == ("Lò Thị Ơn", "112/QĐ-UBND", RECOGNISED)
    assert found.provisional_head is None
    with pytest.raises(RequestRefused) as refused:
        hamlets.state_facts(office, HAMLET, head="Ai Khác")
    assert refused.value.code == "hamlet.head_by_decision"


def test_a_head_who_is_elected_again_is_no_new_one(office: Workplace) -> None:
    hamlets.state_facts(office, HAMLET, head="Lò Thị Ơn", head_is_member=True)
    decisions.recognise(office, finalised(office), "112/QĐ-UBND", RECOGNISED)
    assert posts(office)[-1][-1] == "re_elected"
    office.clock.put(RECOGNISED, 9, 0)  # type: ignore[attr-defined] # the tests' clock
    assert line(office).head_is_member is True


def test_posts_go_along_with_a_new_name_and_end_with_a_merger(office: Workplace) -> None:
    hamlets.state_facts(office, HAMLET, head="Lò Thị Ơn")
    before = posts(office)
    succession.rename(office, HAMLET, "Thôn", "Lục Ngù Mới", date(2024, 11, 1))
    assert (line(office, "Lục Ngù Mới").head, line(office).head) == ("Lò Thị Ơn", "Lò Thị Ơn")
    succession.merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Lục Chợ", date(2024, 11, 10))
    assert line(office, "Lục Chợ").head is None
    for name in ("Lục Chợ", "Lục Ngù Mới"):
        change = line(office, name).change
        assert change is not None
        succession.undo_change(office, change.batch)
    assert posts(office) == before


def test_a_head_taken_back_leaves_no_post(office: Workplace) -> None:
    hamlets.state_facts(office, HAMLET, head="Lò Thị Ơn")
    hamlets.state_facts(office, HAMLET, head="")
    assert posts(office) == []
