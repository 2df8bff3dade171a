"""The chain of a hamlet: what opens its gates, what is flagged, and that nothing passes one unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.chain import (
    ChainFacts,
    Fault,
    Finding,
    Gate,
    GateState,
    Node,
    NodeState,
    PlanState,
    current_node,
    findings,
    gate_state,
    is_done,
    is_met,
    is_too_early,
    node_states,
    opened_by,
    passed_on,
)

START = date(2024, 12, 1)
DAYS = st.none() | st.integers(0, 60).map(lambda days: START + timedelta(days=days))
FACTS = st.builds(
    ChainFacts,
    plan=st.sampled_from(PlanState),
    plan_on=DAYS,
    printed_on=DAYS,
    election_on=DAYS,
    elected_on=DAYS,
    signed=st.booleans(),
    held_again=st.booleans(),
    recognised_on=DAYS,
    congress_on=DAYS,
    opened_on=DAYS,
    closed_on=DAYS,
    quorum=st.none() | st.booleans(),
    committee=st.none() | st.booleans(),
    secretary_on=DAYS,
    is_head=st.none() | st.booleans(),
    sent_on=DAYS,
    received_on=DAYS,
    approved_on=DAYS,
    refused=st.booleans(),
    let_through=st.frozensets(st.sampled_from(Gate)),
)

WHOLE = ChainFacts(
    plan=PlanState.APPROVED,
    plan_on=date(2024, 12, 1),
    printed_on=date(2024, 12, 4),
    election_on=date(2024, 12, 8),
    elected_on=date(2024, 12, 8),
    signed=True,
    recognised_on=date(2024, 12, 13),
    congress_on=date(2025, 1, 5),
    opened_on=date(2025, 1, 5),
    closed_on=date(2025, 1, 5),
    quorum=True,
    secretary_on=date(2025, 1, 5),
    is_head=True,
    sent_on=date(2025, 1, 6),
    received_on=date(2025, 1, 7),
    approved_on=date(2025, 1, 20),
)
TODAY = date(2025, 1, 21)


def test_a_chain_in_order_is_done_and_nothing_is_flagged() -> None:
    assert set(node_states(WHOLE, TODAY).values()) == {NodeState.DONE}
    assert {gate_state(WHOLE, gate) for gate in Gate} == {GateState.OPEN}
    assert findings(WHOLE) == ()
    assert current_node(WHOLE) is None


def test_nothing_is_begun_before_the_plan() -> None:
    empty = ChainFacts()
    assert set(node_states(empty, TODAY).values()) == {NodeState.TO_COME}
    assert {gate_state(empty, gate) for gate in Gate} == {GateState.SHUT}
    assert current_node(empty) is Node.PLAN


@given(FACTS)
def test_a_gate_is_open_only_by_what_is_left_of_it_or_by_a_reason(facts: ChainFacts) -> None:
    for gate in Gate:
        state = gate_state(facts, gate)
        if state is GateState.OPEN:
            assert is_met(facts, gate)
            assert gate not in facts.let_through or not gate.can_be_let_through
        if state is GateState.LET_THROUGH:
            assert gate in facts.let_through


@given(FACTS)
def test_nothing_is_done_in_silence_behind_a_shut_gate(facts: ChainFacts) -> None:
    flagged = {each.gate for each in findings(facts)}
    for gate in Gate:
        if gate_state(facts, gate) is GateState.SHUT and passed_on(facts, gate) is not None:
            assert gate in flagged


@given(FACTS)
def test_days_are_in_order_or_flagged(facts: ChainFacts) -> None:
    flagged = {each.gate for each in findings(facts)}
    for gate in Gate:
        opened, passed = opened_by(facts, gate), passed_on(facts, gate)
        in_order = opened is None or passed is None or opened <= passed
        assert in_order or gate in flagged or gate_state(facts, gate) is GateState.LET_THROUGH


@given(FACTS, st.integers(0, 60))
def test_a_node_is_done_or_calls_somebody_or_waits(facts: ChainFacts, later: int) -> None:
    states = node_states(facts, START + timedelta(days=later))
    for node, state in states.items():
        if state is NodeState.DONE:
            assert is_done(facts, node)
        if state in (NodeState.CURRENT, NodeState.TO_COME, NodeState.WRONG):
            assert not is_done(facts, node)


@given(FACTS)
def test_letting_a_gate_through_takes_its_flag_and_no_other(facts: ChainFacts) -> None:
    for gate in (each for each in Gate if each.can_be_let_through):
        after = replace(facts, let_through=facts.let_through | {gate})
        assert {each.gate for each in findings(after)} == {each.gate for each in findings(facts)} - {gate}


def test_quorum_and_committee_are_never_let_through() -> None:
    facts = replace(WHOLE, quorum=False, let_through=frozenset(Gate))
    assert gate_state(facts, Gate.QUORUM_AND_COMMITTEE) is GateState.SHUT
    assert Finding(Gate.QUORUM_AND_COMMITTEE, Fault.SHUT) in findings(facts)


@pytest.mark.parametrize(
    ("changed", "gate", "fault"),
    [
        ({"plan": PlanState.RETURNED}, Gate.PLAN_APPROVED, Fault.SHUT),
        ({"plan_on": date(2024, 12, 6)}, Gate.PLAN_APPROVED, Fault.LATE),
        ({"signed": False}, Gate.ELECTED_AND_SIGNED, Fault.SHUT),
        ({"recognised_on": date(2025, 1, 6)}, Gate.RECOGNISED, Fault.LATE),
        ({"committee": False}, Gate.QUORUM_AND_COMMITTEE, Fault.SHUT),
        ({"received_on": None}, Gate.REPORT_RECEIVED, Fault.SHUT),
    ],
)
def test_each_gate_flags_what_was_done_against_it(
    changed: dict[str, object], gate: Gate, fault: Fault
) -> None:
    assert findings(replace(WHOLE, **changed)) == (Finding(gate, fault),)  # type: ignore[arg-type] # words of this table


def test_a_plan_approved_after_printing_is_in_order_once_somebody_gave_a_reason() -> None:
    late = replace(WHOLE, plan_on=date(2024, 12, 6), let_through=frozenset({Gate.PLAN_APPROVED}))
    assert findings(late) == ()
    assert gate_state(late, Gate.PLAN_APPROVED) is GateState.LET_THROUGH


def test_a_congress_planned_before_election_or_recognition_is_flagged() -> None:
    planned = replace(ChainFacts(), election_on=date(2024, 12, 8), congress_on=date(2024, 12, 7))
    assert findings(planned) == (Finding(Gate.RECOGNISED, Fault.EARLY),)
    assert node_states(planned, START)[Node.CONGRESS] is NodeState.ATTENTION
    assert not is_too_early(date(2025, 1, 5), date(2024, 12, 8), date(2024, 12, 13))
    assert is_too_early(date(2024, 12, 10), date(2024, 12, 8), date(2024, 12, 13))


def test_what_calls_a_person() -> None:
    again = replace(ChainFacts(), election_on=date(2025, 1, 20), held_again=True)
    assert node_states(again, date(2025, 1, 10))[Node.HEAD] is NodeState.WRONG
    missed = replace(ChainFacts(), election_on=date(2024, 12, 8))
    assert node_states(missed, date(2024, 12, 9))[Node.HEAD] is NodeState.WRONG
    assert node_states(missed, date(2024, 12, 8))[Node.HEAD] is NodeState.CURRENT
    other = replace(WHOLE, is_head=False)
    assert node_states(other, TODAY)[Node.SECRETARY] is NodeState.ATTENTION
    assert node_states(replace(WHOLE, refused=True), TODAY)[Node.APPROVAL] is NodeState.ATTENTION
    waits = replace(WHOLE, approved_on=None)
    assert node_states(waits, TODAY)[Node.APPROVAL] is NodeState.CURRENT
