"""The chain from the head of a hamlet to the secretary of its branch: six nodes, and a gate between each two.

Source: field-practice.md P01 and P02; look-t2.md (chain row, gate). No law orders the two elections so: it
is the order that committees of the Party ask of their communes, and it holds only where it is switched on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Node(StrEnum):
    """What is done for a hamlet, in this order."""

    PLAN = "plan"
    HEAD = "head"
    RECOGNITION = "recognition"
    CONGRESS = "congress"
    SECRETARY = "secretary"
    APPROVAL = "approval"


class NodeState(StrEnum):
    """How far a node is, and whether it calls a person."""

    DONE = "done"
    CURRENT = "current"
    ATTENTION = "attention"
    WRONG = "wrong"
    TO_COME = "to_come"


class Gate(IntEnum):
    """What stands between two nodes, by its number; each opens by what its name says."""

    PLAN_APPROVED = 1
    ELECTED_AND_SIGNED = 2
    RECOGNISED = 3
    QUORUM_AND_COMMITTEE = 4
    REPORT_RECEIVED = 5

    @property
    def code(self) -> str:
        """Return the code of its refusal, such as ``W601``."""
        return f"W60{self.value}"

    @property
    def can_be_let_through(self) -> bool:
        """Tell whether somebody may go on with a reason: quorum and committee are the law's own.

        Source: Party Statute 11.6; 190-QĐ/TW 17.8 (rules.md §3).
        """
        return self is not Gate.QUORUM_AND_COMMITTEE


class GateState(StrEnum):
    """How a gate stands."""

    OPEN = "open"
    SHUT = "shut"
    LET_THROUGH = "let_through"


class PlanState(StrEnum):
    """How far the plan of personnel for a hamlet's head is."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class ChainFacts:
    """What is known of one hamlet; a day is None while it hasn't come or isn't known.

    Attributes:
        plan: how far the plan of personnel is, ``plan_on`` the day of its last step.
        printed_on: of the first real ballot for the head, or of the meeting that votes by hands.
        election_on: planned; ``elected_on`` of the vote that elected somebody.
        signed: the signed minutes of that vote are kept.
        held_again: nobody was elected, and it is held again.
        recognised_on: of the decision.
        congress_on: planned; ``opened_on`` of its opening, ``closed_on`` of its end.
        quorum: enough came; None before the report on who attends.
        committee: its committee is elected; None where the branch elects none, or holds no congress yet.
        secretary_on: of the vote that elected the secretary.
        is_head: the secretary is the head; None while it isn't known.
        sent_on: when the report went up; ``received_on`` when the superior got it.
        approved_on: of the superior's decision; ``refused`` where it refused somebody.
        let_through: gates at which somebody went on with a reason.
    """

    plan: PlanState = PlanState.DRAFT
    plan_on: date | None = None
    printed_on: date | None = None
    election_on: date | None = None
    elected_on: date | None = None
    signed: bool = False
    held_again: bool = False
    recognised_on: date | None = None
    congress_on: date | None = None
    opened_on: date | None = None
    closed_on: date | None = None
    quorum: bool | None = None
    committee: bool | None = None
    secretary_on: date | None = None
    is_head: bool | None = None
    sent_on: date | None = None
    received_on: date | None = None
    approved_on: date | None = None
    refused: bool = False
    let_through: frozenset[Gate] = frozenset()

    @property
    def plan_approved_on(self) -> date | None:
        """Return when the plan was approved; None while it isn't."""
        return self.plan_on if self.plan is PlanState.APPROVED else None


class Fault(StrEnum):
    """What is not in order at a gate that nobody let through."""

    SHUT = "shut"  # what comes after it was done though it was shut
    LATE = "late"  # what opens it was done after what comes behind it
    EARLY = "early"  # the congress is planned before the election or the recognition


@dataclass(frozen=True, slots=True)
class Finding:
    """A gate at which the order was not kept, and how."""

    gate: Gate
    fault: Fault


def is_done(facts: ChainFacts, node: Node) -> bool:
    """Tell whether a node is done."""
    match node:
        case Node.PLAN:
            return facts.plan is PlanState.APPROVED
        case Node.HEAD:
            return facts.elected_on is not None
        case Node.RECOGNITION:
            return facts.recognised_on is not None
        case Node.CONGRESS:
            return facts.closed_on is not None or facts.secretary_on is not None
        case Node.SECRETARY:
            return facts.secretary_on is not None
        case Node.APPROVAL:
            return facts.approved_on is not None


def is_met(facts: ChainFacts, gate: Gate) -> bool:
    """Tell whether what opens a gate is done, whoever let it through before."""
    match gate:
        case Gate.PLAN_APPROVED:
            return facts.plan is PlanState.APPROVED
        case Gate.ELECTED_AND_SIGNED:
            return facts.elected_on is not None and facts.signed
        case Gate.RECOGNISED:
            return facts.recognised_on is not None
        case Gate.QUORUM_AND_COMMITTEE:
            return facts.opened_on is not None and facts.quorum is True and facts.committee is not False
        case Gate.REPORT_RECEIVED:
            return facts.received_on is not None


def gate_state(facts: ChainFacts, gate: Gate) -> GateState:
    """Return how a gate stands; one that was let through stays so, whatever is done later."""
    if gate in facts.let_through and gate.can_be_let_through:
        return GateState.LET_THROUGH
    return GateState.OPEN if is_met(facts, gate) else GateState.SHUT


def lets_pass(facts: ChainFacts, gate: Gate) -> bool:
    """Tell whether what comes behind a gate may be done now."""
    return gate_state(facts, gate) is not GateState.SHUT


def passed_on(facts: ChainFacts, gate: Gate) -> date | None:
    """Return when what comes behind a gate was done; None before that."""
    return {
        Gate.PLAN_APPROVED: facts.printed_on,
        Gate.ELECTED_AND_SIGNED: facts.recognised_on,
        Gate.RECOGNISED: facts.opened_on,
        Gate.QUORUM_AND_COMMITTEE: facts.secretary_on,
        Gate.REPORT_RECEIVED: facts.approved_on,
    }[gate]


def opened_by(facts: ChainFacts, gate: Gate) -> date | None:
    """Return the day of what opens a gate; None before that."""
    return {
        Gate.PLAN_APPROVED: facts.plan_approved_on,
        Gate.ELECTED_AND_SIGNED: facts.elected_on,
        Gate.RECOGNISED: facts.recognised_on,
        Gate.QUORUM_AND_COMMITTEE: facts.opened_on,
        Gate.REPORT_RECEIVED: facts.received_on,
    }[gate]


def findings(facts: ChainFacts) -> tuple[Finding, ...]:
    """Return where the order was not kept and nobody gave a reason, in the order of the gates."""
    found = (_finding(facts, gate) for gate in Gate)
    return tuple(each for each in found if each is not None)


def node_states(facts: ChainFacts, today: date) -> dict[Node, NodeState]:
    """Return how far each node is."""
    return {node: _state(facts, node, today) for node in Node}


def current_node(facts: ChainFacts) -> Node | None:
    """Return the first node that isn't done; None at the end of the chain."""
    return next((node for node in Node if not is_done(facts, node)), None)


def is_too_early(congress_on: date, election_on: date | None, recognised_on: date | None) -> bool:
    """Tell whether a congress is planned before the hamlet elects its head, or before the head is recognised.

    Source: field-practice.md P01.
    """
    return any(day is not None and congress_on < day for day in (election_on, recognised_on))


def _finding(facts: ChainFacts, gate: Gate) -> Finding | None:
    if gate_state(facts, gate) is GateState.LET_THROUGH:
        return None
    passed, opened = passed_on(facts, gate), opened_by(facts, gate)
    if passed is not None and not is_met(facts, gate):
        return Finding(gate, Fault.SHUT)
    if passed is not None and opened is not None and opened > passed:
        return Finding(gate, Fault.LATE)
    planned = facts.congress_on if gate is Gate.RECOGNISED and facts.opened_on is None else None
    if planned is not None and is_too_early(planned, facts.election_on, facts.recognised_on):
        return Finding(gate, Fault.EARLY)
    return None


def _state(facts: ChainFacts, node: Node, today: date) -> NodeState:
    if is_done(facts, node):
        return NodeState.ATTENTION if _is_doubtful(facts, node) else NodeState.DONE
    if _is_wrong(facts, node, today):
        return NodeState.WRONG
    if _is_doubtful(facts, node):
        return NodeState.ATTENTION
    return NodeState.CURRENT if _is_begun(facts, node, today) else NodeState.TO_COME


def _is_doubtful(facts: ChainFacts, node: Node) -> bool:
    """Tell whether a node, done or not, wants somebody to look."""
    match node:
        case Node.PLAN:
            return facts.plan is PlanState.RETURNED
        case Node.CONGRESS:
            return any(each.fault is Fault.EARLY for each in findings(facts))
        case Node.SECRETARY:
            return facts.secretary_on is not None and facts.is_head is False
        case Node.APPROVAL:
            return facts.approved_on is not None and facts.refused
        case Node.HEAD | Node.RECOGNITION:
            return False


def _is_wrong(facts: ChainFacts, node: Node, today: date) -> bool:
    if node is Node.HEAD:
        return facts.held_again or (facts.election_on is not None and facts.election_on < today)
    return (
        node is Node.CONGRESS
        and facts.opened_on is None
        and facts.congress_on is not None
        and facts.congress_on < today
    )


def _is_begun(facts: ChainFacts, node: Node, today: date) -> bool:
    match node:
        case Node.PLAN:
            return facts.plan is PlanState.SUBMITTED
        case Node.HEAD:
            return facts.election_on == today
        case Node.RECOGNITION:
            return facts.elected_on is not None
        case Node.CONGRESS:
            return facts.opened_on is not None
        case Node.SECRETARY:
            return False
        case Node.APPROVAL:
            return facts.sent_on is not None or facts.received_on is not None
