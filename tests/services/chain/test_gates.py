"""The five gates where they are met: each refuses, says what is missing, and lets through for a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.models.party import Member
from desktop.models.people import Person
from desktop.models.store.session import reading, writing
from desktop.rules.chain import Fault, Finding
from desktop.services.chain.early import too_early
from desktop.services.chain.gates import Gate, let_through, overrides
from desktop.services.chain.plans import NewPlanStep, PlanStepKind, record_plan, take_back_plan
from desktop.services.chain.switching import chain_lines, switch_off, switch_on, without_chain
from desktop.services.chain.views import ChainRow, GateState, Node, NodeState, chain_view
from desktop.services.congress import approval, roll
from desktop.services.congress.carry_over import carry_over
from desktop.services.congress.lists import put_up
from desktop.services.elections.lookup import election_of
from desktop.services.elections.planning import plan_election
from desktop.services.elections.unplanning import take_back_plan as take_back_election
from desktop.services.office.checking import check_office
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.party.posts import PostKind
from desktop.services.party.standards import PostStandard, set_standard
from desktop.services.results import decisions
from desktop.services.training.clock import TrainingClock
from desktop.vietnamese.partial_date import parse_iso
from desktop.wording import refusal_sentence
from tests.offices import chain_example as example
from tests.offices import commune
from tests.offices.commune import HAMLET, OPENS
from tests.offices.opening import open_meeting

WHY, WHO = "Đảng ủy nhất trí ngày 03/12, văn bản về ngày 06/12", "Lương Thị Hạnh"
IDENTITY = "022099000000"  # of the first household's head, who stands


@pytest.fixture
def code(office: Workplace) -> str:
    return commune.listed(office)


@pytest.fixture
def chain(office: Workplace, code: str) -> int:
    del code
    return switch_on(office, "2024")


def row(office: Workplace, chain: int) -> ChainRow:
    return chain_view(office, chain).rows[0]


def refused(what: str) -> pytest.RaisesExc[RequestRefused]:
    return pytest.raises(RequestRefused, check=lambda error: error.code == what)


def test_ballots_are_printed_once_the_plan_is_approved(office: Workplace, code: str, chain: int) -> None:
    before = commune.traces(office)
    with refused("W601") as error:
        print_ballots(office, code)
    assert commune.traces(office) == before
    assert "phương án nhân sự chưa trình" in refusal_sentence(error.value)
    record_plan(office, chain, [HAMLET], NewPlanStep(PlanStepKind.SUBMITTED, date(2024, 11, 14), "9-TTr"))
    with refused("W601"):
        print_ballots(office, code)
    record_plan(office, chain, [HAMLET], NewPlanStep(PlanStepKind.APPROVED, date(2024, 11, 15), "12-TB/ĐU"))
    print_ballots(office, code)
    assert row(office, chain).gates[Gate.PLAN_APPROVED] is GateState.OPEN
    assert row(office, chain).findings == ()


def test_hands_are_raised_once_the_plan_is_approved(office: Workplace) -> None:
    code = commune.printed(office, "Lò Thị Ơn", "Giàng A Chớ", ballot="hands")
    chain = switch_on(office, "2024")
    with refused("W601"):
        open_meeting(office, code, OPENS)
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    open_meeting(office, code, OPENS)


def test_without_a_chain_nothing_is_asked(office: Workplace, code: str) -> None:
    print_ballots(office, code)
    assert chain_lines(office) == ()
    assert [each.campaign for each in without_chain(office)] == ["2024"]


def test_a_gate_is_let_through_for_a_reason_under_a_name(office: Workplace, code: str, chain: int) -> None:
    for reason, name, told in ((" ", WHO, "chain.reason"), (WHY, "", "chain.name")):
        with refused(told):
            let_through(office, chain, HAMLET, 1, reason, name)
    let_through(office, chain, HAMLET, 1, WHY, WHO)
    print_ballots(office, code)
    (made,) = overrides(office, chain)
    assert (made.gate, made.what) == (
        Gate.PLAN_APPROVED,
        "in 15 phiếu khi phương án chưa được duyệt bằng văn bản",
    )
    assert (made.reason, made.name) == (WHY, WHO)
    # The paper comes later; the gate stays let through, and nothing is flagged.
    office.clock.put(date(2024, 11, 20), 8, 0)  # type: ignore[attr-defined] # the clock of these tests
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 20))
    assert row(office, chain).gates[Gate.PLAN_APPROVED] is GateState.LET_THROUGH
    assert row(office, chain).findings == ()
    with refused("chain.open"):
        let_through(office, chain, HAMLET, 1, WHY, WHO)
    assert check_office(office).findings == ()


def test_what_was_done_before_the_chain_was_switched_on_is_flagged(office: Workplace, code: str) -> None:
    print_ballots(office, code)
    chain = switch_on(office, "2024")
    assert row(office, chain).findings == (Finding(Gate.PLAN_APPROVED, Fault.SHUT),)
    assert row(office, chain).is_stuck


def test_a_head_is_recognised_once_the_signed_minutes_are_kept(
    office: Workplace, clock: TrainingClock, code: str, chain: int
) -> None:
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    example.elect_head(office, clock, code)
    assert row(office, chain).nodes[Node.HEAD] is NodeState.DONE
    with refused("W602") as error:
        example.recognise(office, clock, code)
    assert "chưa lưu biên bản" in refusal_sentence(error.value)
    example.keep_scan(office, code)
    decisions.recognise(office, code, "214/QĐ-UBND", example.RECOGNISED)
    assert row(office, chain).nodes[Node.RECOGNITION] is NodeState.DONE
    assert row(office, chain).chain.head.votes is not None


def test_a_gate_looks_at_the_election_that_is_decided_and_not_at_a_later_one(
    office: Workplace, clock: TrainingClock, code: str, chain: int
) -> None:
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    example.elect_head(office, clock, code)
    plan_election(office, commune.plan(held_on=date(2025, 3, 2)))
    with refused("W602") as error:
        example.recognise(office, clock, code)
    assert "chưa lưu biên bản" in refusal_sentence(error.value)
    assert error.value.context["election"] == code
    let_through(office, chain, HAMLET, 2, WHY, WHO, election=code)
    decisions.recognise(office, code, "214/QĐ-UBND", example.RECOGNISED)


def test_a_plan_that_is_taken_back_takes_its_chain_along_while_nothing_rests_on_it(office: Workplace) -> None:
    code = plan_election(office, commune.plan()).code
    chain = switch_on(office, "2024")
    record_plan(office, chain, [HAMLET], NewPlanStep(PlanStepKind.SUBMITTED, date(2024, 11, 14), "9-TTr"))
    with refused("campaign.begun"):
        take_back_election(office, [code])
    take_back_plan(office, chain, HAMLET)
    take_back_election(office, [code])
    assert chain_lines(office) == ()
    assert check_office(office).findings == ()


def test_nobody_elected_is_not_let_through(
    office: Workplace, clock: TrainingClock, code: str, chain: int
) -> None:
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    example.elect_head(office, clock, code, commune.NOBODY)
    with refused("chain.law"):
        let_through(office, chain, HAMLET, 2, WHY, WHO)
    assert row(office, chain).nodes[Node.HEAD] is NodeState.WRONG
    (one,) = chain_view(office, chain).open_exceptions
    assert (one.reason, one.head) == ("no_head", "")
    assert one.most is not None
    assert (one.most.count, one.most.base, one.most.of) == (5, 12, "hộ")


def test_from_the_plan_to_the_approval(
    office: Workplace, clock: TrainingClock, code: str, chain: int
) -> None:
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    branch = example.make_branch(office, HAMLET, (example.HEAD, *example.OTHERS), identity=IDENTITY)
    congress = example.plan_congress(office, branch)
    assert too_early(office, congress) == ()
    example.elect_head(office, clock, code)
    with refused("chain.not_recognised"):
        carry_over(office, chain, HAMLET)
    with refused("W603") as error:
        example.open_congress(office, clock, congress)
    assert "chưa được công nhận" in refusal_sentence(error.value)
    example.keep_scan(office, code)
    example.recognise(office, clock, code)
    assert row(office, chain).next.key == "congress.carry_over"  # type: ignore[union-attr] # there is one
    assert carry_over(office, chain, HAMLET) == ("secretary",)
    assert carry_over(office, chain, HAMLET) == ()
    example.open_congress(office, clock, congress)
    example.elect_secretary(office, branch, congress)
    example.close_congress(office, clock, congress)
    assert row(office, chain).chain.facts.is_head is True
    example.send_report(office, clock, congress, received_too=False)
    with refused("W605"):
        example.approve(office, clock, congress)
    approval.record_received(office, congress, example.SENT)
    example.approve(office, clock, congress)
    view = chain_view(office, chain)
    assert set(view.rows[0].nodes.values()) == {NodeState.DONE}
    assert set(view.rows[0].gates.values()) == {GateState.OPEN}
    assert (view.recognised, view.held, view.is_head, view.exceptions) == (1, 1, 1, ())
    assert view.rows[0].next is None


def test_too_few_for_a_congress_is_the_law_s_own(
    office: Workplace, clock: TrainingClock, code: str, chain: int
) -> None:
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    branch = example.make_branch(office, HAMLET, (example.HEAD, *example.OTHERS), identity=IDENTITY)
    congress = example.plan_congress(office, branch)
    example.elect_head(office, clock, code)
    example.keep_scan(office, code)
    example.recognise(office, clock, code)
    carry_over(office, chain, HAMLET)
    clock.put(example.CONGRESS, 8, 0)
    for name in example.OTHERS[:3]:
        roll.record_presence(office, congress, branch.people[name], roll.Presence.ABSENT)
    example.open_congress(office, clock, congress)
    with refused("W604"):
        example.elect_secretary(office, branch, congress, there=3)
    with refused("chain.law"):
        let_through(office, chain, HAMLET, 4, WHY, WHO)


def test_another_secretary_is_an_exception(
    office: Workplace, clock: TrainingClock, code: str, chain: int
) -> None:
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    branch = example.make_branch(office, HAMLET, example.OTHERS)
    congress = example.plan_congress(office, branch)
    example.elect_head(office, clock, code)
    example.keep_scan(office, code)
    example.recognise(office, clock, code)
    with refused("chain.not_member"):
        carry_over(office, chain, HAMLET)
    put_up(office, congress, "secretary", branch.people[example.OTHERS[0]])
    example.open_congress(office, clock, congress)
    example.elect_secretary(office, branch, congress, example.OTHERS[0])
    found = row(office, chain)
    assert found.nodes[Node.SECRETARY] is NodeState.ATTENTION
    (one,) = chain_view(office, chain).open_exceptions
    assert (one.key, one.reason) == (None, "head_not_member")
    assert (one.head, one.secretary) == (example.HEAD, example.OTHERS[0])


# The congress is on 05/01/2025; of a year alone only what is certain counts.
@pytest.mark.parametrize(
    ("oldest", "birth", "old"),
    [
        (60, "1964-01-05", True),
        (60, "1964-01-06", False),
        (60, "1963", True),
        (60, "1964", False),
        (None, "1940", False),
    ],
)
def test_a_head_who_is_older_than_the_office_lets_a_secretary_be_is_an_exception(
    office: Workplace,
    clock: TrainingClock,
    code: str,
    chain: int,
    oldest: int | None,
    birth: str,
    *,
    old: bool,
) -> None:
    if oldest is not None:
        set_standard(office, PostKind.SECRETARY, PostStandard(oldest=oldest, basis="12-HD/ĐU"))
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    branch = example.make_branch(office, HAMLET, (example.HEAD, *example.OTHERS), identity=IDENTITY)
    example.plan_congress(office, branch)
    with writing(office.database) as session:
        session.get_one(
            Person, session.get_one(Member, branch.people[example.HEAD]).person_id
        ).birth = parse_iso(birth)
    example.elect_head(office, clock, code)
    example.keep_scan(office, code)
    example.recognise(office, clock, code)
    assert [each.reason for each in chain_view(office, chain).open_exceptions] == ["too_old"] * old
    following = row(office, chain).next
    assert following is not None
    assert (following.key == "congress.carry_over") is not old


def test_a_namesake_is_the_head_only_where_a_person_says_so(
    office: Workplace, clock: TrainingClock, code: str, chain: int
) -> None:
    example.approve_plan(office, chain, HAMLET, on=date(2024, 11, 15))
    print_ballots(office, code)
    branch = example.make_branch(office, HAMLET, (example.HEAD, *example.OTHERS))
    example.plan_congress(office, branch)
    example.elect_head(office, clock, code)
    example.keep_scan(office, code)
    example.recognise(office, clock, code)
    with refused("chain.not_member"):
        carry_over(office, chain, HAMLET)
    belongs = row(office, chain).belongs
    assert belongs is not None
    assert belongs.namesakes == (branch.people[example.HEAD],)
    carry_over(office, chain, HAMLET, branch.people[example.HEAD])
    after = row(office, chain).belongs
    assert after is not None
    assert after.member == branch.people[example.HEAD]


def test_a_plan_goes_up_comes_back_and_is_taken_back(office: Workplace, chain: int) -> None:
    def step(what: PlanStepKind, day: int, reason: str = "") -> None:
        record_plan(office, chain, [HAMLET], NewPlanStep(what, date(2024, 11, day), reason=reason))

    step(PlanStepKind.SUBMITTED, 14)
    with refused("chain.plan_reason"):
        step(PlanStepKind.RETURNED, 15)
    step(PlanStepKind.RETURNED, 15, "thiếu nguồn dự bị")
    assert row(office, chain).nodes[Node.PLAN] is NodeState.ATTENTION
    with refused("chain.plan_step"):
        step(PlanStepKind.APPROVED, 16)
    with refused("chain.plan_day"):
        step(PlanStepKind.SUBMITTED, 14)
    take_back_plan(office, chain, HAMLET)
    step(PlanStepKind.APPROVED, 16)
    with refused("chain.rests"):
        switch_off(office, chain)
    take_back_plan(office, chain, HAMLET)
    take_back_plan(office, chain, HAMLET)
    with refused("chain.plan_nothing"):
        take_back_plan(office, chain, HAMLET)
    switch_off(office, chain)
    assert chain_lines(office) == ()


def test_a_congress_before_the_election_is_flagged(office: Workplace, code: str, chain: int) -> None:
    del code
    branch = example.make_branch(office, HAMLET, (example.HEAD, *example.OTHERS), identity=IDENTITY)
    early = example.plan_congress(office, branch, on=date(2024, 12, 1))
    (said,) = too_early(office, early)
    assert (said.congress_on, said.election_on, said.recognised_on) == (
        date(2024, 12, 1),
        date(2024, 12, 8),
        None,
    )
    found = row(office, chain)
    assert found.findings == (Finding(Gate.RECOGNISED, Fault.EARLY),)
    assert found.nodes[Node.CONGRESS] is NodeState.ATTENTION


def test_the_chain_is_the_party_s_and_a_gate_everybody_s(office: Workplace, code: str, chain: int) -> None:
    elections = replace(office, side=Side.ELECTIONS)
    for use_case in (chain_lines, without_chain):
        with refused("side.party"):
            use_case(elections)
    with refused("side.party"):
        chain_view(elections, chain)
    with refused("W601"):
        print_ballots(elections, code)
    with refused("side.party"):
        let_through(elections, chain, HAMLET, 3, WHY, WHO)
    let_through(elections, chain, HAMLET, 1, WHY, WHO)
    print_ballots(elections, code)
    with reading(office.database) as session:
        assert election_of(session, code).statute_bytes is not None
