"""Branches: one for a hamlet at most, one or more hamlets for a branch, and who is counted in it."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.models.party import OrganisationKind, StandingKind
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_branch, add_hamlet_branches, branch_lines
from desktop.services.party.members import NewStanding, add_member, change_standing, edit_member
from desktop.services.training.clock import TrainingClock
from tests.offices.register_example import FIRST, SECOND


def test_each_hamlet_gets_a_branch_under_its_name_and_a_second_time_nothing(place: Workplace) -> None:
    assert add_hamlet_branches(place) == 13
    assert add_hamlet_branches(place) == 0
    lines = branch_lines(place)
    assert len(lines) == 13
    named = {line.name: line.hamlets for line in lines}
    assert named["Chi bộ thôn Nà Ếch"] == ("Thôn Nà Ếch",)
    assert named["Chi bộ khu phố Lục Ngù"] == ("Khu phố Lục Ngù",)
    assert {(line.official, line.others, line.troubles) for line in lines} == {(0, 0, 0)}


def test_a_branch_may_gather_two_hamlets_which_then_have_one(place: Workplace) -> None:
    add_branch(place, OrganisationKind.RESIDENTIAL, "Chi bộ liên thôn Một", [FIRST, SECOND])
    assert add_hamlet_branches(place) == 11
    with pytest.raises(RequestRefused, match=r"branch\.hamlet"):
        add_branch(place, OrganisationKind.RESIDENTIAL, "Chi bộ khác", [SECOND])
    assert len(branch_lines(place)) == 12


def test_a_branch_of_a_place_of_work_has_no_hamlet_and_stands_after_those_of_hamlets(
    place: Workplace,
) -> None:
    add_branch(place, OrganisationKind.SCHOOL, "Chi bộ Trường Tiểu học")
    add_hamlet_branches(place)
    assert [line.kind for line in branch_lines(place)].index(OrganisationKind.SCHOOL) == 13
    for kind, hamlets in ((OrganisationKind.OFFICE, [FIRST]), (OrganisationKind.RESIDENTIAL, [])):
        with pytest.raises(RequestRefused, match=r"branch\.hamlet"):
            add_branch(place, kind, "Chi bộ lạ", hamlets)


@pytest.mark.parametrize("name", ["", "  ", "Chi bộ THÔN NÀ ẾCH", "thon na ech"])
def test_a_name_is_wanted_and_is_one_branchs_alone(place: Workplace, name: str) -> None:
    add_hamlet_branches(place)
    with pytest.raises(RequestRefused, match=r"branch\.name"):
        add_branch(place, OrganisationKind.OFFICE, name)


def test_who_votes_and_who_is_counted_beside_them_follow_the_day(
    place: Workplace, clock: TrainingClock
) -> None:
    add_hamlet_branches(place)
    branch = next(line.code for line in branch_lines(place) if "Nà Ếch" in line.name)
    old, young = add_member(place, branch, "Vàng Xuân Long"), add_member(place, branch, "Chìu Thị Ánh")
    edit_member(place, old, "admitted", "03/02/2006")
    edit_member(place, old, "official", "03/02/2007")
    edit_member(place, young, "admitted", "19/05/2024")
    clock.put(date(2025, 1, 5), 8, 0)
    assert counted(place, branch) == (1, 1, 0)
    change_standing(place, old, NewStanding(StandingKind.EXEMPT, date(2025, 1, 1), date(2025, 1, 31)))
    assert counted(place, branch) == (0, 2, 0)
    assert counted(place, branch, date(2025, 2, 1)) == (1, 1, 0)
    # A year after admission probation wants a decision.
    assert counted(place, branch, date(2025, 5, 20)) == (1, 1, 1)


def counted(place: Workplace, branch: str, on: date | None = None) -> tuple[int, int, int]:
    line = next(line for line in branch_lines(place, on) if line.code == branch)
    return line.official, line.others, line.troubles
