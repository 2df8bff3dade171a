"""Who leaves a branch leaves its committee; what was written by mistake is taken back whole."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.rules.standing import Standing
from desktop.services.office.workplace import Workplace
from desktop.services.party.assignments import NewAssignment, assign, assignment_lines
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.member_views import member, member_lines
from desktop.services.party.members import Entering, add_member
from desktop.services.party.moves import Ending, Leaving, NewStanding, change_standing, leave
from desktop.services.party.post_views import post_lines
from desktop.services.party.posts import NewPost, PostKind, begin_post, end_post_on, withdraw_post
from desktop.services.party.withdrawing import withdraw_leaving, withdraw_standing
from desktop.services.training.clock import TrainingClock
from tests.offices.register_example import FIRST

NAME = "Vàng Xuân Long"
SINCE, LAST, AFTER = date(2025, 1, 5), date(2025, 11, 3), date(2025, 11, 10)


@pytest.fixture
def branch(place: Workplace, clock: TrainingClock) -> str:
    add_hamlet_branches(place)
    clock.put(LAST, 8, 0)
    return code_of(place, "Nà Ếch")


@pytest.fixture
def key(place: Workplace, branch: str) -> int:
    """The secretary of the branch, who heads the hamlet too and is in charge of another branch."""
    made = add_member(place, branch, NAME, entering=Entering(date(2024, 12, 1), ""))
    for kind, code in (
        (PostKind.SECRETARY, branch),
        (PostKind.COMMITTEE_MEMBER, branch),
        (PostKind.HAMLET_HEAD, FIRST),
    ):
        begin_post(place, NewPost(kind, code, NAME, person=member(place, made).person, starts_on=SINCE))
    there = code_of(place, "Cò Nòi")
    assign(place, NewAssignment(there, NAME, SINCE, person=member(place, made).person))
    return made


def code_of(place: Workplace, name: str) -> str:
    return next(line.code for line in branch_lines(place) if name in line.name)


def held(place: Workplace) -> set[PostKind]:
    return {line.kind for line in post_lines(place) if line.holder == NAME}


def test_who_moves_out_is_in_the_committee_no_more_and_heads_the_hamlet_still(
    place: Workplace, key: int, clock: TrainingClock
) -> None:
    ended = leave(place, key, Leaving(Ending.MOVED, LAST, "Đảng bộ phường Hạ Long"))
    assert set(ended) == {PostKind.SECRETARY, PostKind.COMMITTEE_MEMBER}
    clock.put(AFTER, 8, 0)
    assert held(place) == {PostKind.HAMLET_HEAD}
    assert any(line.holder == NAME for line in assignment_lines(place))


def test_of_who_died_every_post_and_assignment_ends(place: Workplace, key: int, clock: TrainingClock) -> None:
    ended = leave(place, key, Leaving(Ending.DIED, LAST))
    assert set(ended) == {PostKind.SECRETARY, PostKind.COMMITTEE_MEMBER, PostKind.HAMLET_HEAD}
    clock.put(AFTER, 8, 0)
    assert held(place) == set()
    assert not any(line.holder == NAME for line in assignment_lines(place))


@pytest.mark.parametrize("ending", [Ending.MOVED, Ending.DIED, Ending.WITHIN])
def test_a_leaving_written_by_mistake_is_as_if_it_had_not_been(
    place: Workplace, branch: str, key: int, clock: TrainingClock, ending: Ending
) -> None:
    before = member(place, key), post_lines(place), assignment_lines(place)
    there = code_of(place, "Cò Nòi") if ending is Ending.WITHIN else ""
    leave(place, key, Leaving(ending, LAST, "Hạ Long", there, "3-GT", LAST))
    clock.put(AFTER, 8, 0)
    assert member_lines(place, branch) == ()
    withdraw_leaving(place, key)
    assert (member(place, key), post_lines(place), assignment_lines(place)) == before
    assert [line.id for line in member_lines(place, branch)] == [key]


def test_a_post_that_somebody_took_meanwhile_stays_theirs(
    place: Workplace, branch: str, key: int, clock: TrainingClock
) -> None:
    leave(place, key, Leaving(Ending.MOVED, LAST, "Hạ Long"))
    clock.put(AFTER, 8, 0)
    begin_post(place, NewPost(PostKind.SECRETARY, branch, "Chìu Thị Ánh", starts_on=AFTER))
    withdraw_leaving(place, key)
    leads = [line.holder for line in post_lines(place) if line.kind is PostKind.SECRETARY]
    assert leads == ["Chìu Thị Ánh"]
    assert held(place) == {PostKind.COMMITTEE_MEMBER, PostKind.HAMLET_HEAD}


def test_a_post_that_a_paper_ended_on_the_same_day_stays_ended(
    place: Workplace, key: int, clock: TrainingClock
) -> None:
    secretary = next(line for line in post_lines(place) if line.kind is PostKind.SECRETARY)
    end_post_on(place, secretary.id, LAST)
    assert set(leave(place, key, Leaving(Ending.MOVED, LAST, "Hạ Long"))) == {PostKind.COMMITTEE_MEMBER}
    clock.put(AFTER, 8, 0)
    withdraw_leaving(place, key)
    assert held(place) == {PostKind.COMMITTEE_MEMBER, PostKind.HAMLET_HEAD}


def test_who_came_back_since_has_nothing_to_take_back(
    place: Workplace, branch: str, key: int, clock: TrainingClock
) -> None:
    with pytest.raises(RequestRefused, match=r"member\.withdrawn"):
        withdraw_leaving(place, key)
    there = code_of(place, "Cò Nòi")
    leave(place, key, Leaving(Ending.WITHIN, LAST, branch=there))
    clock.put(AFTER, 8, 0)
    leave(place, key, Leaving(Ending.WITHIN, AFTER, branch=branch))
    clock.put(date(2025, 12, 1), 8, 0)
    withdraw_leaving(place, key)
    assert [line.id for line in member_lines(place, there)] == [key], "only the last one is taken back"


def test_a_move_is_not_taken_back_under_a_post_that_began_there(
    place: Workplace, key: int, clock: TrainingClock
) -> None:
    there = code_of(place, "Cò Nòi")
    leave(place, key, Leaving(Ending.WITHIN, LAST, branch=there))
    clock.put(AFTER, 8, 0)
    person = member(place, key).person
    taken = begin_post(place, NewPost(PostKind.COMMITTEE_MEMBER, there, NAME, person=person, starts_on=AFTER))
    with pytest.raises(RequestRefused, match=r"member\.serves"):
        withdraw_leaving(place, key)
    assert [line.id for line in member_lines(place, there)] == [key]
    withdraw_post(place, taken)
    withdraw_leaving(place, key)
    assert PostKind.SECRETARY in held(place)


def test_a_standing_of_somebody_else_leaves_no_trace(place: Workplace, key: int) -> None:
    before = member(place, key)
    wrong = change_standing(place, key, NewStanding(Standing.CHARGED, SINCE)).standings[0]
    after = withdraw_standing(place, key, wrong.id)
    assert after == before
    with pytest.raises(RequestRefused, match=r"member\.withdrawn"):
        withdraw_standing(place, key, wrong.id)
