from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused, StatuteRefused, StepRefused
from desktop.models.store.session import reading
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.partial_date import PartialDate
from tests.offices.commune import (
    CODE,
    OTHER_HAMLET,
    appointments,
    finalised,
    plan,
    printed,
    row,
    store,
    traces,
)


@pytest.mark.parametrize(
    ("day", "statute"), [(date(2023, 6, 30), "nqlt09-2008"), (date(2023, 7, 1), "nd59-2023")]
)
def test_the_statute_is_the_one_in_force_on_the_day(office: Workplace, day: date, statute: str) -> None:
    view = planning.plan_election(office, plan(held_on=day, term_from=day))
    assert (view.statute, view.state, view.round) == (statute, "draft", 1)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"hamlet": "06859-T77"}, "unknown.unit"),
        ({"term_to": date(2024, 12, 8)}, "election.term"),
        ({"held_on": date(2008, 4, 30), "term_from": date(2008, 4, 30)}, "statute"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(office: Workplace, changes: dict[str, object], code: str) -> None:
    before = traces(office)
    with pytest.raises((RequestRefused, StatuteRefused)) as caught:
        planning.plan_election(office, plan(**changes))
    assert caught.value.code == code
    assert traces(office) == before


def test_a_hamlet_elects_once_on_a_day(office: Workplace) -> None:
    planning.plan_election(office, plan())
    with pytest.raises(RequestRefused) as caught:
        planning.plan_election(office, plan())
    assert (caught.value.code, caught.value.where) == (
        "election.exists",
        "Thôn Lục Ngù, 08/12/2024",
    )


def test_candidates_stand_by_given_name_in_the_vietnamese_alphabet(office: Workplace) -> None:
    code = planning.plan_election(office, plan()).code
    names = ["Lò Thị Ơn", "Nông Văn Ếch", "Đặng Hồng Điệp", "Giàng A Chớ", "Lương Văn Ức", "Chìu A Dũng"]
    view = list_candidates(office, code, [Nomination(name) for name in names])
    assert view.candidates == (
        "Giàng A Chớ",
        "Chìu A Dũng",
        "Đặng Hồng Điệp",
        "Nông Văn Ếch",
        "Lò Thị Ơn",
        "Lương Văn Ức",
    )
    again = list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    assert (again.candidates, again.state) == (("Lò Thị Ơn",), "listed")


def test_namesakes_are_told_apart_by_birth_and_the_elder_stands_first(office: Workplace) -> None:
    store(office, [row("Giàng A Chớ", birth="1975-05-05")])
    code = planning.plan_election(office, plan()).code
    with pytest.raises(RequestRefused) as caught:
        list_candidates(office, code, [Nomination("Giàng A Chớ")])
    assert caught.value.code == "candidates.ambiguous"
    both = [Nomination("Giàng A Chớ", "1980"), Nomination("Giàng A Chớ", "1975-05-05")]
    assert list_candidates(office, code, both).candidates == ("Giàng A Chớ", "Giàng A Chớ")


def test_who_is_named_is_looked_for_among_the_heads_of_the_own_hamlet(office: Workplace) -> None:
    store(office, [row("Lò Thị Ơn", birth="1980"), row("Đào Văn Khe", birth="1970")], OTHER_HAMLET)
    code = planning.plan_election(office, plan()).code
    assert list_candidates(office, code, [Nomination("Lò Thị Ơn")]).candidates == ("Lò Thị Ơn",)
    with reading(office.database) as session:
        (candidacy,) = vote_of(session, code).candidacies
        assert candidacy.candidate.person.birth == PartialDate(1975, 3, 2), "not the one of the other hamlet"
    with pytest.raises(RequestRefused) as caught:
        list_candidates(office, code, [Nomination("Đào Văn Khe")])
    assert caught.value.code == "candidates.unknown"


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ([], "candidates.count"),
        (["Lò Thị On"], "candidates.unknown"),
        (["Lò Thị Ơn", "lò thị ơn"], "candidates.twice"),
    ],
)
def test_a_list_of_candidates_that_cannot_be_is_refused(
    office: Workplace, names: list[str], code: str
) -> None:
    election = planning.plan_election(office, plan()).code
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        list_candidates(office, election, [Nomination(name) for name in names])
    assert caught.value.code == code
    assert traces(office) == before


def test_the_older_resolution_allows_two_candidates_and_the_decree_more(office: Workplace) -> None:
    three = [Nomination(name) for name in ("Lò Thị Ơn", "Giàng A Chớ", "Chìu A Dũng")]
    day = date(2023, 6, 30)
    old = planning.plan_election(office, plan(held_on=day, term_from=day, campaign="2023")).code
    with pytest.raises(RequestRefused) as caught:
        list_candidates(office, old, three)
    assert caught.value.code == "candidates.count"
    assert len(list_candidates(office, old, three[:2]).candidates) == 2
    new = planning.plan_election(office, plan()).code
    assert len(list_candidates(office, new, three).candidates) == 3


def test_candidates_are_fixed_once_ballots_are_printed(office: Workplace) -> None:
    code = printed(office)
    with pytest.raises(StepRefused):
        list_candidates(office, code, [Nomination("Lò Thị Ơn")])


def committee(heads: int, members: int, witnesses: int) -> list[Appointment]:
    roles = ["counting_head"] * heads + ["counting_member"] * members + ["witness"] * witnesses
    return [Appointment(role, "Ông", f"Người {number}") for number, role in enumerate(roles)]


@pytest.mark.parametrize("members", [2, 4])
def test_the_counting_committee_has_three_to_five_members(office: Workplace, members: int) -> None:
    planning.plan_election(office, plan())
    appoint(office, CODE, committee(1, members, 2))


@pytest.mark.parametrize(
    ("people", "code"),
    [
        ((1, 1, 2), "officials.committee"),
        ((1, 5, 2), "officials.committee"),
        ((0, 3, 2), "officials.committee"),
        ((2, 2, 2), "officials.committee"),
        ((1, 2, 1), "officials.witnesses"),
        ((1, 2, 3), "officials.witnesses"),
    ],
)
def test_a_committee_that_the_statute_does_not_allow_is_refused(
    office: Workplace, people: tuple[int, int, int], code: str
) -> None:
    planning.plan_election(office, plan())
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        appoint(office, CODE, committee(*people))
    assert caught.value.code == code
    assert traces(office) == before


def test_officials_may_change_until_the_count_is_finalised(office: Workplace) -> None:
    code = finalised(office)
    with pytest.raises(StepRefused):
        appoint(office, code, appointments())


def test_an_election_that_is_not_there_is_named_in_the_refusal(office: Workplace) -> None:
    with pytest.raises(RequestRefused) as caught:
        planning.election(office, CODE)
    assert (caught.value.code, caught.value.where) == ("unknown.election", CODE)
