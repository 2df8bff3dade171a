"""What the law says before and after each day on which a text changed it, and what a vote decides then."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import decide, outcome_document
from desktop.rules.statute import Statute
from tests.rules.examples import all_valid, congress

DECREE_185 = date(2026, 5, 26)
REGULATION_294, REGULATION_20, REGULATION_208 = date(2025, 7, 1), date(2026, 4, 8), date(2026, 7, 26)
EVE = timedelta(days=1)


def law(library: Library, name: str) -> Statute:
    found = library.get(name)
    assert found is not None
    return found


def decided(statute: Statute, document: dict[str, Any]) -> dict[str, Any]:
    return outcome_document(decide(read_facts(document, Library([statute]))))


def changes(library: Library) -> list[tuple[str, str, date]]:
    return [
        (statute.id, clause.key, clause.in_force_from)
        for statute in library
        for clause in statute.clauses
        if clause.in_force_from
    ]


def test_the_days_on_which_a_later_text_changed_a_clause_are_those_of_the_texts(library: Library) -> None:
    days = {(name, day) for name, _, day in changes(library)}
    assert days == {
        ("nqlt09-2008", date(2016, 1, 1)),
        ("nqlt09-2008", date(2020, 7, 1)),
        ("nd59-2023", date(2025, 3, 1)),
        ("nd59-2023", date(2025, 7, 1)),
        ("nd59-2023", DECREE_185),
        ("qd190-2024", date(2024, 12, 31)),
        ("qd190-2024", REGULATION_294),
        ("qd190-2024", REGULATION_20),
        ("qd190-2024", REGULATION_208),
    }


def test_a_changed_clause_holds_from_its_day_and_not_on_the_day_before(library: Library) -> None:
    for name, key, day in changes(library):
        statute = law(library, name)
        after = statute.as_of(day).clause(key)
        assert after.in_force_from == day
        assert statute.as_of(day - EVE).find(key) != after


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("term", ((Fraction(5, 2), 5), "read"), (5, "second_hand")),
        ("term_change_max", None, (6, "second_hand")),
        ("age_min", (21, "read"), (21, "second_hand")),
        ("residence", ("hamlet", "read"), ("commune", "second_hand")),
        ("standards_preferred", None, (("working_age",), "second_hand")),
        ("provisional_head_max", None, (6, "second_hand")),
        ("provisional_head_by", ("commune_committee", "read"), ("commune_committee", "second_hand")),
    ],
)
def test_decree_185_changes_term_and_standards_of_heads(
    library: Library, key: str, before: object, after: object
) -> None:
    said = []
    for day in (DECREE_185 - EVE, DECREE_185):
        clause = law(library, "nd59-2023").as_of(day).find(key)
        said.append(clause and (clause.value, clause.checked))
    assert said == [before, after]
    assert "185/2026" in law(library, "nd59-2023").as_of(DECREE_185).clause(key).article


@pytest.mark.parametrize("day", [DECREE_185 - EVE, DECREE_185])
@pytest.mark.parametrize(("votes", "outcome"), [(60, "held_again"), (61, "elected")])
def test_decree_185_leaves_electing_as_it_was(library: Library, day: date, votes: int, outcome: str) -> None:
    statute = law(library, "nd59-2023").as_of(day)
    found = decided(statute, all_valid((votes, 1), present=100))
    assert found["outcome"] == outcome
    assert all("185/2026" not in clause["article"] for clause in found["clauses"])
    assert {clause["checked"] for clause in found["clauses"]} == {"read"}


@pytest.mark.parametrize("day", [DECREE_185 - EVE, DECREE_185])
@pytest.mark.parametrize(("present", "quorum"), [(60, False), (61, True)])
def test_half_of_the_households_or_fewer_can_elect_nobody(
    library: Library, day: date, present: int, *, quorum: bool
) -> None:
    statute = law(library, "nd59-2023").as_of(day)
    found = decided(statute, all_valid((present, 0), present=present))
    assert found["quorum"] is quorum
    assert found["also"] == ([] if quorum else ["hand_out"])
    assert "điểm b khoản 1 Điều 19" in found["clauses"][0]["article"]


@pytest.mark.parametrize(
    ("day", "checked", "says"),
    [
        (REGULATION_294 - EVE, "unread", "trước Quy định số 294-QĐ/TW"),
        (REGULATION_294, "read", "Quy định số 294-QĐ/TW, điểm 23.3"),
        (REGULATION_20 - EVE, "read", "Quy định số 294-QĐ/TW, điểm 23.3"),
        (REGULATION_20, "second_hand", "20-QĐ/TW"),
        (REGULATION_208, "second_hand", "208-QĐ/TW"),
    ],
)
@pytest.mark.parametrize(("attempt", "following"), [(2, "hold_again"), (3, "superior_appoints")])
def test_a_secretary_not_elected_at_the_third_vote_is_appointed_under_every_text(
    library: Library, day: date, checked: str, says: str, attempt: int, following: str
) -> None:
    statute = law(library, "qd190-2024").as_of(day)
    vote = congress((14, 12), post="secretary", seats=1, attempt=attempt, vote="again")
    found = decided(statute, vote)
    assert found["next"] == following
    cited = {clause["key"]: clause for clause in found["clauses"]}
    assert (statute.clause("appointment").checked, says in statute.clause("appointment").article) == (
        checked,
        True,
    )
    assert ("appointment" in cited) is (following == "superior_appoints")


@pytest.mark.parametrize("day", [REGULATION_294 - EVE, REGULATION_294, REGULATION_20, REGULATION_208])
@pytest.mark.parametrize(("votes", "elected"), [(14, 0), (15, 1)])
def test_half_of_those_convened_less_the_deductions_is_not_enough_under_any_text(
    library: Library, day: date, votes: int, elected: int
) -> None:
    found = decided(law(library, "qd190-2024").as_of(day), congress((votes, 1), seats=1))
    assert (found["base"]["value"], len(found["elected"])) == (28, elected)
    assert {clause["key"]: clause["article"] for clause in found["clauses"]}["elected"] == (
        "Điều lệ Đảng Cộng sản Việt Nam năm 2011, khoản 3 Điều 12"
    )


@pytest.mark.parametrize(
    ("key", "value", "unit"),
    [
        ("report", 7, "working_days"),
        ("approval", 15, "working_days"),
        ("announcement_before", 30, "working_days"),
    ],
)
def test_a_congress_counts_working_days(library: Library, key: str, value: int, unit: str) -> None:
    clause = law(library, "qd190-2024").as_of(REGULATION_294).clause(key)
    assert (clause.value, clause.unit, clause.checked) == (value, unit, "read")
    assert "294-QĐ/TW" in clause.article


def test_a_branch_of_a_hamlet_is_elected_for_five_years_from_regulation_294(library: Library) -> None:
    regulation = law(library, "qd190-2024")
    assert regulation.as_of(REGULATION_294 - EVE).clause("term").value == Fraction(5, 2)
    assert regulation.as_of(REGULATION_294).clause("term").value == 5
    assert regulation.as_of(REGULATION_20).clause("term").checked == "second_hand"


@pytest.mark.parametrize(
    ("name", "text", "elsewhere"),
    [
        (
            "qd190-2024",
            "190-QĐ/TW",
            {"quorum", "elected", "tie", "appointment", "deductions", "report", "approval"},
        ),
        ("nd59-2023", "59/2023", {"term", "age_min", "residence", "elected", "quorum", "term_change_max"}),
    ],
)
def test_what_another_text_says_is_not_cited_to_the_one_that_gives_the_statute_its_name(
    library: Library, name: str, text: str, elsewhere: set[str]
) -> None:
    cited = {clause.key for clause in law(library, name).clauses if text in clause.article}
    assert not cited & elsewhere


def test_who_decides_what_stands_in_the_law(library: Library) -> None:
    decree = law(library, "nd59-2023")
    said = {
        key: decree.clause(key).value
        for key in ("called_by", "team_named_by", "recognised_by", "held_again_by")
    }
    assert said == {
        "called_by": "commune_chair",
        "team_named_by": "commune_chair",
        "recognised_by": "commune_committee",
        "held_again_by": "commune_committee",
    }
