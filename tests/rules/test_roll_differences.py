"""The register of households against the roll that is drawn from it."""

from __future__ import annotations

from datetime import date

from desktop.bootstrap import shipped_statutes
from desktop.rules.roll_differences import Difference, Home, Listed, roll_differences
from desktop.vietnamese.partial_date import parse_iso

DAY = date(2024, 12, 8)
AGE = shipped_statutes().in_force("hamlet_head", DAY).as_of(DAY).clause("elector_age_min")
HOMES = [Home(1, "Lò Thị Ơn"), Home(2, "Giàng A Chớ"), Home(3, "Vi Văn Áng")]
ROLL = [Listed(number, home.key, 10 + home.key, home.head) for number, home in enumerate(HOMES, 1)]


def told(found: tuple[Difference, ...]) -> list[tuple[str, int | None]]:
    return [(one.kind.value, one.household) for one in found]


def test_a_roll_that_is_the_register_differs_in_nothing() -> None:
    assert roll_differences(HOMES, ROLL, DAY, stated=3, age=AGE) == ()


def test_register_and_roll_are_compared_both_ways_and_with_what_the_commune_says() -> None:
    roll = [*ROLL[:2], Listed(3, 9, 19, "Bế Thị Yên")]
    found = roll_differences(HOMES, roll, DAY, stated=4)
    assert told(found) == [("stated", None), ("unlisted", 3), ("not_here", 9)]
    assert found[0].facts == {"stated": 4, "counted": 3}


def test_who_died_moved_or_is_away_does_not_vote() -> None:
    for reason in ("died", "moved", "away"):
        gone = Listed(1, 1, 11, "Lò Thị Ơn", gone=reason, belongs=False)
        assert told(roll_differences(HOMES, [gone, *ROLL[1:]], DAY)) == [(reason, 1)]


def test_who_is_not_of_the_household_needs_its_authorisation() -> None:
    stranger = Listed(1, 1, 99, "Nông Văn Ếch", belongs=False)
    assert told(roll_differences(HOMES, [stranger, *ROLL[1:]], DAY)) == [("stranger", 1)]


def test_a_representative_is_of_age_and_of_full_capacity() -> None:
    young = Listed(1, 1, 11, "Lò Thị Ơn", birth=parse_iso("2006-12-09"))
    found = roll_differences(HOMES, [young, *ROLL[1:]], DAY, age=AGE)
    assert told(found) == [("under_age", 1)]
    assert found[0].facts == {"age": 17, "least": 18}
    grown = Listed(1, 1, 11, "Lò Thị Ơn", birth=parse_iso("2006"), without_capacity=True)
    assert told(roll_differences(HOMES, [grown, *ROLL[1:]], DAY, age=AGE)) == [("without_capacity", 1)]


def test_one_person_votes_for_one_household_and_one_household_is_written_once() -> None:
    twice = [ROLL[0], Listed(2, 2, ROLL[0].person, "Lò Thị Ơn"), ROLL[2]]
    assert told(roll_differences(HOMES, twice, DAY)) == [("person_twice", 1), ("person_twice", 2)]
    alike = [Home(1, "Lò Thị Ơn", (2,)), Home(2, "Lò Thị Ơn", (1,)), HOMES[2]]
    assert told(roll_differences(alike, ROLL, DAY)) == [("household_twice", 1)]


def test_where_all_voters_elect_a_household_has_a_voter_and_every_birth_is_known() -> None:
    homes = [Home(1, "Lò Thị Ơn", unborn=("Lò Văn Bé",)), *HOMES[1:]]
    roll = [ROLL[0], Listed(2, 1, 12, "Lò Văn Cả"), ROLL[1]]
    found = roll_differences(homes, roll, DAY, voters=True)
    assert told(found) == [("no_birth", 1), ("unrepresented", 3)]


def test_an_explanation_is_for_one_difference_with_its_figures() -> None:
    keys = {one.key for stated in (4, 5) for one in roll_differences(HOMES, ROLL[:2], DAY, stated=stated)}
    assert keys == {"stated:4:3", "stated:5:3", "unlisted:3"}
