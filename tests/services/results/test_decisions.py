from __future__ import annotations

import json

import pytest
from sqlalchemy import select, update

from desktop.errors import RequestRefused, StepRefused
from desktop.models.counting import Count
from desktop.models.elections import Round
from desktop.models.people import Person
from desktop.models.results import Decision
from desktop.models.store.session import reading, writing
from desktop.printing.hamlet_head.after.recognition_decision import RecognitionDecision
from desktop.services.counting import counts
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.fill.hamlet_head.after import decision as decision_papers
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, next_vote
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import DAY, NOBODY, OPENS, agree, agreed, finalised, traces
from tests.offices.opening import open_meeting

LATER = DAY.replace(day=12)


def held_again(office: Workplace) -> str:
    code = finalised(office, NOBODY)
    decisions.order_again(office, code, "12/QĐ-UBND", LATER, "chưa ai đủ số phiếu")
    next_vote.begin_round(office, code)
    return code


def test_the_head_is_recognised_by_a_decision_on_the_count(office: Workplace) -> None:
    code = finalised(office)
    assert decisions.recognise(office, code, " 12/QĐ-UBND ", LATER).state == "recognised"
    with reading(office.database) as session:
        decision = session.scalars(select(Decision)).one()
        [said], [answered] = decision.people, decision.counts
        assert (decision.number, said.candidate.printed_name, said.accepted) == (
            "12/QĐ-UBND",
            "Lò Thị Ơn",
            True,
        )
        assert answered.count.id == session.scalars(select(Count)).one().id


def test_the_elected_are_found_by_the_names_they_were_counted_with(office: Workplace) -> None:
    code = finalised(office)
    with writing(office.database) as session:
        # Another candidate turns out to bear the name: both would show their birth today.
        session.execute(update(Person).where(Person.name == "Giàng A Chớ").values(name="LÒ THỊ ƠN"))
    decisions.recognise(office, code, "12/QĐ-UBND", LATER)
    with reading(office.database) as session:
        decision = session.scalars(select(Decision)).one()
        assert [said.candidate.printed_name for said in decision.people] == ["Lò Thị Ơn"]
        paper = decision_papers.decision_of_count(session, decision.counts[0].count.round, office.today())
        assert isinstance(paper, RecognitionDecision)
        assert (paper.head.name, paper.head.votes) == ("Lò Thị Ơn", 7)


def test_nobody_is_recognised_before_the_count_is_finalised_or_twice(office: Workplace) -> None:
    code = agreed(office)
    with pytest.raises(StepRefused):
        decisions.recognise(office, code, "12/QĐ-UBND", LATER)
    counts.finalise(office, code)
    decisions.recognise(office, code, "12/QĐ-UBND", LATER)
    for use in (
        lambda: decisions.recognise(office, code, "13/QĐ-UBND", LATER),
        lambda: decisions.order_again(office, code, "13/QĐ-UBND", LATER, "lý do"),
        lambda: next_vote.begin_round(office, code),
    ):
        with pytest.raises(StepRefused):
            use()


def test_a_count_that_elected_nobody_is_not_recognised(office: Workplace) -> None:
    code = finalised(office, NOBODY)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        decisions.recognise(office, code, "12/QĐ-UBND", LATER)
    assert caught.value.code == "recognition.nobody"
    assert traces(office) == before


def test_a_decision_needs_a_number_of_its_own_and_holding_again_a_reason(office: Workplace) -> None:
    code = finalised(office)
    for number in ("", "  "):
        with pytest.raises(RequestRefused) as caught:
            decisions.recognise(office, code, number, LATER)
        assert caught.value.code == "recognition.number"
    with pytest.raises(RequestRefused) as caught:
        decisions.order_again(office, code, "12/QĐ-UBND", LATER, " ")
    assert caught.value.code == "recognition.reason"
    # A result that elected somebody and is not recognised is voted on again whole.
    decisions.order_again(office, code, "12/QĐ-UBND", LATER, "có đơn khiếu nại")
    next_vote.begin_round(office, code)
    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    print_ballots(office, code)
    open_meeting(office, code, OPENS.replace(day=20))
    one = {"present": 9, "issued": 9, "unused": 6, "returned": 9, "valid": 9, "invalid": 0}
    agree(office, code, one | {"candidates[0].votes": 9})
    assert counts.finalise(office, code).round == 2
    with pytest.raises(RequestRefused) as caught:
        decisions.recognise(office, code, "12/QĐ-UBND", LATER)
    assert caught.value.code == "recognition.number"


def test_the_second_round_derives_seats_statute_and_roll_from_the_first(
    office: Workplace, clock: TrainingClock
) -> None:
    code = held_again(office)
    view = planning.election(office, code)
    assert (view.state, view.round, view.candidates) == ("draft", 2, ())
    with reading(office.database) as session:
        second = session.scalars(select(Round).where(Round.number == 2)).one()
        assert (second.seats, second.attempt, second.vote.value) == (1, 2, "again")
        assert second.parent is not None
        assert second.parent.number == 1
    clock.put(DAY.replace(day=19), 8, 0)
    list_candidates(office, code, [Nomination("Lò Thị Ơn"), Nomination("Chìu A Dũng")])
    print_ballots(office, code)
    open_meeting(office, code, OPENS.replace(day=20))
    agree(office, code)
    assert counts.finalise(office, code).round == 2
    with reading(office.database) as session:
        first, second_count = (
            json.loads(c) for c in session.scalars(select(Count.content).order_by(Count.id))
        )
    assert (second_count["facts"]["vote"], second_count["facts"]["attempt"]) == ("again", 2)
    assert second_count["facts"]["electorate"] == first["facts"]["electorate"] == 12
    assert [c["name"] for c in second_count["facts"]["candidates"]] == ["Chìu A Dũng", "Lò Thị Ơn"]


def test_counts_of_an_earlier_round_are_not_the_next_rounds(office: Workplace) -> None:
    code = held_again(office)
    for use in (print_minutes, counts.review):
        with pytest.raises((RequestRefused, StepRefused)):
            use(office, code)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Vi phạm quy trình kiểm phiếu.", "vi phạm quy trình kiểm phiếu"),
        ("không có người nào đủ số phiếu", "không có người nào đủ số phiếu"),
        ("Nà Ếch mất điện khi kiểm phiếu", "Nà Ếch mất điện khi kiểm phiếu"),
        ("UBND xã yêu cầu", "UBND xã yêu cầu"),
    ],
)
def test_a_reason_goes_on_in_the_decisions_sentence(typed: str, printed: str) -> None:
    assert decision_papers._within_a_sentence(typed) == printed
