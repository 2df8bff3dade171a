"""One decision on several votes of an election: a congress fills a committee and a secretary at once."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused, StepRefused
from desktop.models.counting import Count
from desktop.models.elections import Ballot, Candidacy, Candidate, Contest, ContestCode, Round, Vote
from desktop.models.results import Decision
from desktop.models.store.session import reading, writing
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import record_of
from desktop.services.exchange.contents import decisions_of
from desktop.services.office.workplace import Workplace
from desktop.services.results import decisions, next_vote, received, recognition_view
from desktop.services.results.decisions import RefusedPost
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import DAY, OTHER_HAMLET, finalised, row, store, traces

LATER = DAY.replace(day=12)


def two_votes(office: Workplace) -> tuple[str, str]:
    """Finalise a vote, and beside it one for another post with the same people and figures."""
    code = finalised(office)
    with writing(office.database) as session:
        first = session.scalars(select(Round)).one()
        election = first.election
        deputy = Contest(
            election=election, kind=election.contest_kind, post="Phó Trưởng thôn", code=ContestCode.DEPUTY
        )
        session.add(deputy)
        second = Round(
            election=election,
            contest=deputy,
            number=2,
            vote=Vote.FIRST,
            attempt=1,
            ballot=Ballot.STRIKE,
            seats=1,
            state=VoteState.FINALISED,
        )
        session.add(second)
        for stood in list(first.candidacies):
            again = Candidate(
                contest=deputy, person=stood.candidate.person, printed_name=stood.candidate.printed_name
            )
            session.add_all([again, Candidacy(round=second, candidate=again, position=stood.position)])
        counted = session.scalars(select(Count)).one()
        content = msgspec.json.encode(msgspec.structs.replace(record_of(counted), round=2))
        session.add(
            Count(
                content=content,
                round=second,
                revision=1,
                finalised_at=counted.finalised_at,
                single_operator=False,
            )
        )
    return f"{code}.1", f"{code}.2"


def states(office: Workplace) -> list[str]:
    with reading(office.database) as session:
        return [vote.state for vote in session.scalars(select(Round).order_by(Round.number))]


def test_one_decision_answers_several_votes(office: Workplace, clock: TrainingClock) -> None:
    head, deputy = two_votes(office)
    clock.put(DAY, 18, 0)
    received.receive_result(office, deputy, DAY)
    decisions.accept(office, [head, deputy], "12/QĐ-UBND", LATER)
    assert states(office) == ["recognised", "recognised"]
    with reading(office.database) as session:
        decision = session.scalars(select(Decision)).one()
        assert {answered.count.round.number for answered in decision.counts} == {1, 2}
        assert [(said.candidate.contest.post, said.accepted) for said in decision.people] == [
            ("Trưởng thôn", True),
            ("Phó Trưởng thôn", True),
        ]
        # The days ran from when the result of one of them came in.
        assert decision.received_on == DAY
        carried = decisions_of(session, decision.election.campaign)
        assert {(answered.count.round.number, made.number) for answered, made in carried} == {
            (1, "12/QĐ-UBND"),
            (2, "12/QĐ-UBND"),
        }


def test_one_post_is_refused_and_voted_on_again(office: Workplace) -> None:
    head, deputy = two_votes(office)
    refused = RefusedPost(deputy, "Lò Thị Ơn", "không kiêm nhiệm")
    decisions.accept(office, [head, deputy], "12/QĐ-UBND", LATER, [refused])
    assert states(office) == ["recognised", "to_hold_again"]
    shown = recognition_view.recognition_view(office, deputy)
    assert shown is not None
    [made] = shown.decisions
    assert (made.votes, made.accepted) == ((1, 2), True)
    assert [(said.name, said.refused) for said in made.people] == [
        ("Bà Lò Thị Ơn", None),
        ("Bà Lò Thị Ơn", "không kiêm nhiệm"),
    ]
    # The post that was refused is open again, in a vote with a number of its own.
    assert next_vote.begin_round(office, deputy).round == 3
    with reading(office.database) as session:
        third = session.scalars(select(Round).where(Round.number == 3)).one()
        assert (third.seats, third.contest.post, third.parent and third.parent.number) == (
            1,
            "Phó Trưởng thôn",
            2,
        )


def test_the_vote_after_the_first_of_two_has_a_number_of_its_own(office: Workplace) -> None:
    head, _ = two_votes(office)
    decisions.order_again(office, head, "12/QĐ-UBND", LATER, "có đơn khiếu nại")
    assert next_vote.begin_round(office, head).round == 3
    assert states(office) == ["to_hold_again", "finalised", "draft"]


@pytest.mark.parametrize(
    ("name", "reason", "code"),
    [
        ("Giàng A Chớ", "không kiêm nhiệm", "recognition.not_elected"),
        ("Lò Thị Ơn", "  ", "recognition.reason"),
    ],
)
def test_only_who_is_elected_is_refused_and_for_a_reason(
    office: Workplace, name: str, reason: str, code: str
) -> None:
    head, deputy = two_votes(office)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        decisions.accept(office, [head, deputy], "12/QĐ-UBND", LATER, [RefusedPost(deputy, name, reason)])
    assert caught.value.code == code
    assert traces(office) == before


def test_a_count_has_one_answer(office: Workplace) -> None:
    head, deputy = two_votes(office)
    decisions.recognise(office, head, "12/QĐ-UBND", LATER)
    before = traces(office)
    with pytest.raises(StepRefused):
        decisions.accept(office, [deputy, head], "13/QĐ-UBND", LATER)
    assert traces(office) == before


def test_votes_of_two_elections_are_not_decided_on_together(office: Workplace) -> None:
    one = finalised(office)
    store(office, [row("Đào Văn Khe"), row("Vàng A Páo")], OTHER_HAMLET)
    typed = {"present": 2, "issued": 2, "unused": 3, "returned": 2, "valid": 2, "invalid": 0}
    typed |= {"candidates[0].votes": 2}
    other = finalised(office, typed, "Đào Văn Khe", hamlet=OTHER_HAMLET)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        decisions.accept(office, [one, other], "12/QĐ-UBND", LATER)
    assert caught.value.code == "recognition.other_election"
    assert traces(office) == before
