"""Slips handed to the households after a meeting that too few attended: a vote of its own."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused, StepRefused
from desktop.models.elections import Round
from desktop.models.store.session import reading
from desktop.services.counting import counts, meetings
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.counting.meetings import BoxCount
from desktop.services.elections import planning
from desktop.services.elections.candidate_views import candidates_view, choose_ballot
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.results import decisions, next_vote
from desktop.services.results.recognition_view import recognition_view
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import DAY, TYPED, agree, agreed, appointments, finalised, traces
from tests.offices.drafts import draft_officials
from tests.offices.opening import open_meeting

COLLECTED = date(2024, 12, 15)
# Five of twelve households came; no ballot was given out.
TOO_FEW = dict.fromkeys(TYPED, 0) | {"present": 5, "unused": 15}
TEAM = (
    Appointment("hand_out_head", "Ông", "Nông Văn Ếch"),
    Appointment("hand_out_member", "Bà", "Hoàng Thị Ỷ", "Chi hội trưởng Chi hội Phụ nữ"),
    Appointment("hand_out_member", "Ông", "Lương Văn Ức"),
)
ANSWERED = {
    "issued": 11,
    "unused": 4,
    "returned": 11,
    "valid": 10,
    "invalid": 1,
    "candidates[0].votes": 3,
    "candidates[0].against": 7,
    "candidates[1].votes": 7,
    "candidates[1].against": 3,
}


def failed(office: Workplace) -> str:
    """Hold a meeting that too few attended, and finalise what there was to count."""
    code = agreed(office, TOO_FEW)
    for problem in counts.review(office, code).unexplained:
        counts.explain(office, code, problem, "trời mưa to", "Nông Văn Ếch")
    counts.finalise(office, code)
    return code


def handed_out(office: Workplace) -> str:
    code = failed(office)
    next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))
    draft_officials(office, code, appointments(*TEAM))
    return code


def test_the_vote_by_slips_begins_with_the_list_of_the_meeting(office: Workplace) -> None:
    code = failed(office)
    shown = recognition_view(office, code)
    assert shown is not None
    assert shown.hand_out is not None
    view = next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))
    assert (view.state, view.round, view.candidates) == ("listed", 2, ("Giàng A Chớ", "Lò Thị Ơn"))
    with reading(office.database) as session:
        first, second = session.scalars(select(Round).order_by(Round.number))
        assert (first.state, second.vote, second.ballot, second.attempt) == (
            "to_hold_again",
            "hand_out",
            "agree",
            2,
        )
        assert (second.held_on, second.opening, second.parent) == (COLLECTED, time(16, 0), first)
    listed = candidates_view(office, code)
    assert (listed.editable, listed.form_editable, listed.list_stays) == (False, False, True)
    for use in (
        lambda: list_candidates(office, code, [Nomination("Lò Thị Ơn")]),
        lambda: choose_ballot(office, code, "strike"),
    ):
        with pytest.raises(RequestRefused):
            use()


def test_a_meeting_that_enough_attended_is_followed_by_no_slips(office: Workplace) -> None:
    code = finalised(office)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))
    assert caught.value.code == "hand_out.not_allowed"
    assert traces(office) == before
    shown = recognition_view(office, code)
    assert shown is not None
    assert shown.hand_out is None


def test_slips_are_not_collected_before_the_meeting_and_only_once_begun(office: Workplace) -> None:
    code = failed(office)
    with pytest.raises(RequestRefused) as caught:
        next_vote.begin_hand_out(office, code, DAY.replace(day=7), time(16, 0))
    assert caught.value.code == "hand_out.day"
    next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))
    with pytest.raises(StepRefused):
        next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))


def test_the_team_that_hands_them_out_counts_them(office: Workplace) -> None:
    code = failed(office)
    next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))
    # The counting committee of the meeting does not count slips.
    assert [lack.part for lack in candidates_view(office, code).lacks] == ["hand_out_head", "hand_out"]
    draft_officials(office, code, appointments(*TEAM))
    assert candidates_view(office, code).lacks == ()


def test_nobody_is_present_where_slips_come_to_the_households(office: Workplace) -> None:
    code = handed_out(office)
    print_ballots(office, code)
    open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    view = meeting_view(office, code)
    assert (view.handed_out, view.needed, view.held_on) == (True, None, COLLECTED)
    with pytest.raises(RequestRefused) as caught:
        meetings.record_attendance(office, code, datetime(2024, 12, 13, 9, 0, tzinfo=VIET_NAM), 5)
    assert caught.value.code == "hand_out.nobody_present"
    # More slips than households is the same fault as more ballots than people.
    meetings.record_stock(office, code, [BoxCount("main", issued=13, unused=2)])
    assert [problem.code for problem in meeting_view(office, code).problems] == ["E205"]


def test_a_head_is_elected_by_slips_and_recognised(office: Workplace, clock: TrainingClock) -> None:
    code = handed_out(office)
    print_ballots(office, code)
    clock.put(DAY.replace(day=13), 8, 0)
    open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    clock.put(COLLECTED, 17, 0)
    agree(office, code, ANSWERED)
    counts.finalise(office, code)
    with reading(office.database) as session:
        record = record_of(latest_count(session, vote_of(session, code)))
    assert (record.facts.vote, record.date) == ("hand_out", COLLECTED)
    assert (record.outcome.elected, record.outcome.quorum) == (("Lò Thị Ơn",), None)
    decisions.recognise(office, code, "20/QĐ-UBND", date(2024, 12, 18))
    assert planning.election(office, code).state == "recognised"


def test_slips_that_elect_nobody_are_followed_by_a_decision(office: Workplace, clock: TrainingClock) -> None:
    code = handed_out(office)
    print_ballots(office, code)
    open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    clock.put(COLLECTED, 17, 0)
    few = {"candidates[0].votes": 4, "candidates[0].against": 6}
    agree(office, code, ANSWERED | few | {"candidates[1].votes": 6, "candidates[1].against": 4})
    counts.finalise(office, code)
    shown = recognition_view(office, code)
    assert shown is not None
    assert (shown.outcome, shown.hand_out, shown.elected) == ("held_again", None, ())
    assert "6 phiếu, bằng 50,00% của 12" in shown.suggested_reason
