from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from desktop.errors import RequestRefused, StepRefused
from desktop.models.elections import Candidate
from desktop.models.people import Person
from desktop.models.store.session import reading
from desktop.services.elections import planning
from desktop.services.elections.candidate_views import (
    CandidatesView,
    PersonLine,
    candidates_view,
    newcomer,
    people_of,
)
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.rolls import freezing
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.fill.hamlet_head.day.ballot import ballot_of
from tests.offices import commune
from tests.offices.drafts import choose_candidates


def standing(office: Workplace, code: str) -> list[str]:
    return [line.person.name for line in candidates_view(office, code).candidates]


def codes(view: CandidatesView) -> list[str]:
    return [problem.code for problem in view.problems]


def picked(office: Workplace, code: str, name: str) -> PersonLine:
    (person,) = people_of(office, code, name)
    return person


def count(office: Workplace, kind: type) -> int:
    with reading(office.database) as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def test_the_last_candidate_is_removed_and_put_back(office: Workplace) -> None:
    code = commune.listed(office, "Lò Thị Ơn")
    before = [line.person for line in candidates_view(office, code).candidates]

    choose_candidates(office, code, [])
    assert (standing(office, code), planning.election(office, code).state) == ([], "draft")
    choose_candidates(office, code, before)
    assert planning.election(office, code).state == "listed"
    assert standing(office, code) == ["Lò Thị Ơn"]


def test_nobody_is_removed_once_ballots_are_printed(office: Workplace) -> None:
    code = commune.printed(office)
    before = commune.traces(office)
    with pytest.raises(StepRefused):
        choose_candidates(office, code, [])
    assert commune.traces(office) == before


def test_somebody_who_heads_no_household_is_typed_in_and_looked_into(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    typed = newcomer("  Vàng   Thị Sáo ", "Bà", "3/1985")

    choose_candidates(office, code, [picked(office, code, "giang a cho"), typed])
    view = candidates_view(office, code)

    assert standing(office, code) == ["Giàng A Chớ", "Vàng Thị Sáo"]
    line = view.candidates[1]
    assert (line.person.title, line.person.birth, line.person.newcomer, line.age) == (
        "Bà",
        "03/1985",
        True,
        39,
    )
    assert codes(view) == ["W505"]
    assert print_ballots(office, code).copies == 15, "a warning stops nothing"


@pytest.mark.parametrize(
    ("held_on", "birth", "found"),
    [
        # Until then a candidate lives in the hamlet, whichever other one of the commune lists them.
        (date(2026, 5, 25), "15/06/1970", [("W505", "hamlet")]),
        (date(2026, 5, 26), "15/06/1970", []),
        # Somebody else of that name.
        (date(2026, 5, 26), "16/06/1970", [("W505", "commune")]),
    ],
)
def test_from_the_decree_of_2026_a_candidate_lives_anywhere_in_the_commune(
    office: Workplace, held_on: date, birth: str, found: list[tuple[str, str]]
) -> None:
    commune.store(office, [commune.row("Vàng Thị Sáo", "Nữ", "1970-06-15")], commune.OTHER_HAMLET)
    code = planning.plan_election(
        office, commune.plan(held_on=held_on, term_from=held_on, term_to=date(2031, 5, 26))
    ).code
    choose_candidates(office, code, [newcomer("Vàng Thị Sáo", "Bà", birth)])
    problems = candidates_view(office, code).problems
    assert [(problem.code, problem.context["area"]) for problem in problems] == found


def test_the_standards_that_are_shown_are_those_of_the_day(office: Workplace) -> None:
    shown = {}
    for held_on in (date(2026, 5, 25), date(2026, 5, 26)):
        code = planning.plan_election(
            office, commune.plan(held_on=held_on, term_from=held_on, term_to=date(2031, 5, 26))
        ).code
        shown[held_on.day] = {rule.key: rule for rule in candidates_view(office, code).rules}
    assert (shown[25]["residence"].checked, shown[26]["residence"].checked) == ("read", "second_hand")
    assert "ở thôn" in shown[25]["residence"].explanation
    assert "185/2026" in shown[26]["age_min"].article
    assert "standards" not in shown[25]
    assert "công nghệ thông tin" in shown[26]["standards"].explanation


def test_a_newcomer_stays_the_same_person_when_the_list_changes(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    choose_candidates(office, code, [newcomer("Vàng Thị Sáo", "", "")])
    people = count(office, Person)
    first = candidates_view(office, code).candidates[0].person

    choose_candidates(office, code, [first, picked(office, code, "giang a cho")])

    assert candidates_view(office, code).candidates[1].person == first
    assert count(office, Person) == people


def test_nothing_is_kept_of_a_newcomer_who_was_taken_off_and_undoing_brings_them_back(
    office: Workplace,
) -> None:
    code = planning.plan_election(office, commune.plan()).code
    people = count(office, Person)
    choose_candidates(office, code, [newcomer("Vàng Thị Sáo", "Bà", "1985")])
    was = [line.person for line in candidates_view(office, code).candidates]

    choose_candidates(office, code, [])
    assert (count(office, Person), count(office, Candidate)) == (people, 0)

    choose_candidates(office, code, was)
    line = candidates_view(office, code).candidates[0].person
    assert (line.name, line.title, line.birth) == ("Vàng Thị Sáo", "Bà", "1985")


@pytest.mark.parametrize(
    ("name", "birth", "code"),
    [
        ("Sáo", "1985", "candidates.name"),
        ("Vàng Thị Sáo", "31/02/1985", "candidates.birth"),
        ("Vàng Thị Sáo", "năm 85", "candidates.birth"),
    ],
)
def test_a_newcomer_who_cannot_be_printed_is_refused(name: str, birth: str, code: str) -> None:
    with pytest.raises(RequestRefused, match=code.replace(".", r"\.")):
        newcomer(name, "Ông", birth)


@pytest.mark.parametrize("ballot", ["strike", "hands"])
def test_somebody_too_young_by_a_clause_that_was_read_stops_the_ballots(
    office: Workplace, ballot: str
) -> None:
    code = planning.plan_election(office, commune.plan(ballot=ballot)).code
    choose_candidates(office, code, [newcomer("Vàng Thị Sáo", "Bà", "9/12/2003")])
    assert codes(candidates_view(office, code)) == ["E503", "W505"]
    before = commune.traces(office)

    with pytest.raises(RequestRefused, match=r"candidates\.age"):
        (print_ballots if ballot == "strike" else freezing.close_roll)(office, code)
    assert commune.traces(office) == before


def test_a_birth_known_to_the_year_counts_from_its_first_day_and_is_noticed(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    choose_candidates(office, code, [newcomer("Vàng Thị Sáo", "Bà", "2003")])
    view = candidates_view(office, code)
    assert (view.candidates[0].age, codes(view)) == (21, ["N504", "W505"])
    print_ballots(office, code)


def test_without_a_birth_the_age_is_asked_for(office: Workplace) -> None:
    commune.store(office, [commune.row("Mã Thị Hoa", sex="Nữ")])
    code = planning.plan_election(office, commune.plan()).code
    choose_candidates(office, code, [picked(office, code, "ma thi hoa")])
    assert codes(candidates_view(office, code)) == ["W504"]


def test_where_the_sex_is_unknown_nobody_guesses_the_word_before_the_name(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    choose_candidates(office, code, [newcomer("Vàng Sáo", "", "1985")])
    assert candidates_view(office, code).candidates[0].person.title == ""
    with reading(office.database) as session:
        ballot = ballot_of(session, vote_of(session, code))
    assert ballot.candidates[0].title == ""
