"""Branches: one for a hamlet at most, one or more hamlets for a branch, and who is counted in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.errors import RequestRefused
from desktop.models.party import OrganisationKind
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_branch, add_hamlet_branches, branch_lines
from desktop.services.party.members import add_member, edit_member
from desktop.services.party.moves import NewStanding, change_standing
from desktop.services.party.standing import Standing
from desktop.services.places import succession
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
    change_standing(place, old, NewStanding(Standing.EXEMPT, date(2025, 1, 1), date(2025, 1, 31)))
    assert counted(place, branch) == (0, 2, 0)
    assert counted(place, branch, date(2025, 2, 1)) == (1, 1, 0)
    # A year after admission probation wants a decision.
    assert counted(place, branch, date(2025, 5, 20)) == (1, 1, 1)


def counted(place: Workplace, branch: str, on: date | None = None) -> tuple[int, int, int]:
    line = next(line for line in branch_lines(place, on) if line.code == branch)
    return line.official, line.others, line.troubles


def test_a_branch_goes_along_with_its_hamlet_and_back_with_one_undo(place: Workplace) -> None:
    add_hamlet_branches(place)
    before = gathered(place)
    succession.rename(place, FIRST, "Thôn", "Nà Mới", place.today())
    assert gathered(place)["Chi bộ thôn Nà Ếch"] == ("Thôn Nà Mới",)
    assert gathered(place, place.today() - timedelta(days=1)) == before
    with reading(place.database) as session:
        changed = max(change.batch for change in succession.last_changes(session).values())
    succession.undo_change(place, changed)
    assert gathered(place) == before


def test_branches_of_merged_hamlets_both_gather_what_came_of_them(place: Workplace) -> None:
    add_hamlet_branches(place)
    succession.merge(place, [FIRST, SECOND], "Thôn", "Đồng Tâm", place.today())
    named = gathered(place)
    assert named["Chi bộ thôn Nà Ếch"] == named["Chi bộ khu phố Lục Ngù"] == ("Thôn Đồng Tâm",)
    assert add_hamlet_branches(place) == 0


def gathered(place: Workplace, on: date | None = None) -> dict[str, tuple[str, ...]]:
    return {line.name: line.hamlets for line in branch_lines(place, on)}
