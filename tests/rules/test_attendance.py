"""Attendance at a congress: who votes, whether enough came, and the base with every deduction."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.attendance import Attendee, Presence, attendance, deduction_of
from desktop.rules.facts import DEDUCTIONS, read_facts
from desktop.rules.library import Library
from desktop.rules.outcome import decide
from desktop.rules.standing import Standing
from desktop.rules.statute import Statute

DAY = date(2026, 8, 2)
PRESENT, EXCUSED, ABSENT = Presence.PRESENT, Presence.EXCUSED, Presence.ABSENT

attendees = st.lists(
    st.builds(
        Attendee,
        key=st.integers(1, 10**6),
        official=st.booleans(),
        standing=st.sampled_from(list(Standing)),
        presence=st.sampled_from(list(Presence)),
    ),
    max_size=60,
    unique_by=lambda each: each.key,
)


@pytest.fixture(scope="session")
def statute(library: Library) -> Statute:
    return library.in_force("branch_congress", DAY)


def member(
    key: int, standing: Standing = Standing.OFFICIAL, presence: Presence = PRESENT, *, official: bool = True
) -> Attendee:
    return Attendee(key, official, standing, presence)


def present(count: int, first: int = 1) -> list[Attendee]:
    return [member(first + key) for key in range(count)]


def test_the_staircase_of_the_congress_of_thirty_one(statute: Statute) -> None:
    roll = [
        *present(26),
        member(27, Standing.ELSEWHERE, ABSENT),
        member(28, Standing.EXEMPT, ABSENT),
        member(29, Standing.EXEMPT, EXCUSED),
        member(30, Standing.OFFICIAL, EXCUSED),
        member(31, Standing.OFFICIAL, ABSENT),
    ]
    found = attendance(statute, roll)
    assert (found.convened, found.base, found.voting) == (31, 27, 26)
    assert [(each.reason, each.members) for each in found.deductions] == [
        ("moved_out", (27,)),
        ("exempt_absent", (28, 29)),
        ("suspended", ()),
        ("detained", ()),
        ("excused", (30,)),
    ]
    assert (found.quorum.present, found.quorum.needed, found.quorum.met) == (26, 21, True)


def test_an_exempted_member_who_comes_adds_one_to_the_base_and_to_those_who_vote(statute: Statute) -> None:
    roll = [*present(20), member(21, Standing.EXEMPT, ABSENT)]
    before = attendance(statute, roll)
    after = attendance(statute, [*roll[:-1], member(21, Standing.EXEMPT, PRESENT)])
    assert (after.base, after.voting) == (before.base + 1, before.voting + 1)
    assert after.convened == before.convened


def test_who_leaves_before_a_vote_still_weighs_on_its_base(statute: Statute) -> None:
    here, gone = (
        attendance(statute, present(9)),
        attendance(statute, [*present(8), member(9, presence=ABSENT)]),
    )
    assert (gone.base, gone.voting) == (here.base, here.voting - 1)


@pytest.mark.parametrize("standing", [Standing.SUSPENDED, Standing.CHARGED])
@pytest.mark.parametrize("presence", list(Presence))
def test_who_is_suspended_or_charged_has_no_seat_in_the_base_even_if_present(
    statute: Statute, standing: Standing, presence: Presence
) -> None:
    found = attendance(statute, [*present(9), member(10, standing, presence)])
    assert (found.convened, found.base, found.voting, found.quorum.present) == (10, 9, 9, 9)


def test_a_member_received_for_a_time_counts_nowhere_and_one_on_probation_only_among_all(
    statute: Statute,
) -> None:
    roll = [
        *present(6),
        *(member(6 + key, presence=ABSENT) for key in range(1, 4)),
        member(20, Standing.HERE),
        member(21, Standing.PROBATIONARY, official=False),
        member(22, Standing.PROBATIONARY, ABSENT, official=False),
    ]
    found = attendance(statute, roll)
    assert (found.convened, found.base, found.voting) == (9, 9, 6)
    assert (found.quorum.present, found.quorum.convened, found.quorum.met) == (6, 9, True)
    of_all = found.quorum_of_all
    assert of_all is not None
    assert (of_all.present, of_all.convened, of_all.needed, of_all.met) == (7, 11, 8, False)


@pytest.mark.parametrize(("came", "met"), [(19, False), (20, True)])
def test_two_thirds_are_enough_and_one_less_is_not(statute: Statute, came: int, met: bool) -> None:
    roll = [*present(came), *(member(100 + key, presence=ABSENT) for key in range(30 - came))]
    assert attendance(statute, roll).quorum.met is met


def test_with_a_third_exempted_and_absent_no_congress_is_valid_by_the_letter(statute: Statute) -> None:
    roll = [*present(19), *(member(100 + key, Standing.EXEMPT, ABSENT) for key in range(11))]
    found = attendance(statute, roll)
    assert found.base == found.voting == 19
    assert not found.quorum.met


@given(attendees)
def test_nobody_is_deducted_twice_and_whoever_votes_is_in_the_base(
    library: Library, roll: list[Attendee]
) -> None:
    found = attendance(library.in_force("branch_congress", DAY), roll)
    deducted = [key for each in found.deductions for key in each.members]
    assert len(deducted) == len(set(deducted))
    assert found.base == found.convened - len(deducted)
    assert not {each.key for each in roll if each.votes} & set(deducted)
    assert found.voting <= found.base <= found.convened
    assert {each.reason for each in found.deductions} == set(DEDUCTIONS)


@given(attendees, st.data())
def test_coming_never_takes_anything_away(
    library: Library, roll: list[Attendee], data: st.DataObject
) -> None:
    if not roll:
        return
    law = library.in_force("branch_congress", DAY)
    index = data.draw(st.integers(0, len(roll) - 1))
    one = roll[index]
    away = Attendee(one.key, one.official, one.standing, data.draw(st.sampled_from((EXCUSED, ABSENT))))
    here = Attendee(one.key, one.official, one.standing, PRESENT)
    rest = roll[:index] + roll[index + 1 :]
    without, with_one = attendance(law, [*rest, away]), attendance(law, [*rest, here])
    assert with_one.base >= without.base
    assert with_one.voting >= without.voting
    assert with_one.quorum.present >= without.quorum.present


@given(attendees)
def test_the_figures_of_a_roll_are_those_that_the_vote_is_decided_by(
    library: Library, roll: list[Attendee]
) -> None:
    law = library.in_force("branch_congress", DAY)
    found = attendance(law, roll)
    document = {
        "statute": law.id,
        "contest": "branch_congress",
        "post": "secretary",
        "seats": 1,
        "vote": "first",
        "attempt": 1,
        "ballot": "agree",
        "convened": found.convened,
        "present": found.voting,
        "candidates": [{"name": "Trần Văn Thìn", "votes": found.voting}],
        **{each.reason: len(each.members) for each in found.deductions},
    }
    decided = decide(read_facts(document, library))
    assert decided.base.value == found.base
    assert not {problem.code for problem in decided.problems} & {"E204", "E207"}


def test_reasons_follow_the_standing_and_not_a_typed_word() -> None:
    assert deduction_of(member(1, Standing.EXEMPT, EXCUSED)) == "exempt_absent"
    assert deduction_of(member(1, Standing.ELSEWHERE, EXCUSED)) == "moved_out"
    assert deduction_of(member(1, Standing.OFFICIAL, ABSENT)) is None
    assert deduction_of(member(1, Standing.UNKNOWN, EXCUSED)) is None
