"""The chain as it is shown: each hamlet with its nodes and gates, stuck ones first, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.store.session import reading
from desktop.rules.chain import (
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
    lets_pass,
    node_states,
)
from desktop.services.chain.exceptions import ExceptionView, exceptions_of
from desktop.services.chain.gates import OverrideView, overrides_of
from desktop.services.chain.hamlets import HamletChain, hamlet_chains
from desktop.services.chain.lookup import chain_of
from desktop.services.chain.members import Belongs, HeadBelongs, heads_belong
from desktop.services.office.sides import Side, for_party, sees
from desktop.services.office.workplace import VIET_NAM, Workplace

__all__ = [
    "ChainRow",
    "ChainView",
    "Fault",
    "Finding",
    "Gate",
    "GateState",
    "NextStep",
    "Node",
    "NodeState",
    "PlanState",
    "chain_view",
]

_RANKS = (NodeState.WRONG, NodeState.ATTENTION, NodeState.CURRENT, NodeState.TO_COME, NodeState.DONE)


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next for a hamlet: a word such as ``congress.open``, and where it is done.

    Attributes:
        key: names its sentence.
        place: of the window, ``chain`` where it is done on the chain's own page.
        argument: what is shown there.
    """

    key: str
    place: str = "chain"
    argument: object = None


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A hamlet on the page.

    Attributes:
        chain: what is known of it.
        nodes: how far each node is; ``gates`` how each gate stands.
        findings: where the order was not kept and nobody gave a reason.
        overrides: gates that were let through.
        belongs: what the elected head is to the branch; None before one is elected.
        next: what comes next; None at the end.
    """

    chain: HamletChain
    nodes: dict[Node, NodeState]
    gates: dict[Gate, GateState]
    findings: tuple[Finding, ...]
    overrides: tuple[OverrideView, ...]
    belongs: HeadBelongs | None
    next: NextStep | None

    @property
    def is_stuck(self) -> bool:
        """Tell whether a person has to look: something is wrong, or wants attention."""
        return bool(self.findings) or any(
            state in (NodeState.WRONG, NodeState.ATTENTION) for state in self.nodes.values()
        )


@dataclass(frozen=True, slots=True)
class ChainView:
    """The page.

    Attributes:
        key: of the chain; ``name`` its campaign's.
        now: the moment in Viet Nam.
        rows: stuck hamlets first, then those under way, done ones last.
        exceptions: open ones first.
        recognised, held, is_head: how many hamlets are so far, of all rows.
        elects: heads are elected in this office too.
    """

    key: int
    name: str
    now: datetime
    rows: tuple[ChainRow, ...]
    exceptions: tuple[ExceptionView, ...]
    recognised: int
    held: int
    is_head: int
    elects: bool

    @property
    def open_exceptions(self) -> tuple[ExceptionView, ...]:
        """Return the exceptions that nobody settled yet."""
        return tuple(each for each in self.exceptions if each.settled_on is None)


@for_party
def chain_view(workplace: Workplace, chain: int) -> ChainView:
    """Return how far the chain of each hamlet is.

    Raises:
        RequestRefused: ``unknown.chain``.
    """
    now = workplace.clock().astimezone(VIET_NAM)
    with reading(workplace.database) as session:
        found = chain_of(session, chain)
        hamlets = hamlet_chains(workplace, session, found)
        belongs = heads_belong(workplace, session, hamlets)
        exceptions = exceptions_of(session, found, hamlets, belongs)
        through = overrides_of(session, [found])
        name, elects = found.name, found.campaign_id is not None
    excepted = {each.hamlet_code for each in exceptions if each.settled_on is None and each.key is None}
    rows = [
        _row(each, belongs.get(each.code), through, now.date(), told=each.code in excepted)
        for each in hamlets
    ]
    return ChainView(
        key=chain,
        name=name,
        now=now,
        rows=tuple(sorted(rows, key=_order)),
        exceptions=exceptions,
        recognised=sum(each.facts.recognised_on is not None for each in hamlets),
        held=sum(each.facts.opened_on is not None for each in hamlets),
        is_head=sum(each.facts.is_head is True for each in hamlets),
        elects=elects and sees(workplace.side, Side.ELECTIONS),
    )


def chain_row(chain: HamletChain, overrides: Sequence[OverrideView], today: date) -> ChainRow:
    """Return a hamlet's chain without what comes next, as its sheet needs it."""
    return _row(chain, None, overrides, today, told=False)


def _row(
    chain: HamletChain,
    belongs: HeadBelongs | None,
    overrides: Sequence[OverrideView],
    today: date,
    *,
    told: bool,
) -> ChainRow:
    facts = chain.facts
    return ChainRow(
        chain=chain,
        nodes=node_states(facts, today),
        gates={gate: gate_state(facts, gate) for gate in Gate},
        findings=findings(facts),
        overrides=tuple(each for each in overrides if each.hamlet_code == chain.code),
        belongs=belongs,
        next=_next(chain, belongs, told=told),
    )


def _order(row: ChainRow) -> tuple[int, int, str]:
    states = list(row.nodes.values())
    worst = min((state for state in states), key=_RANKS.index)
    rank = _RANKS.index(worst)
    if worst in (NodeState.CURRENT, NodeState.TO_COME) and (row.findings or row.overrides):
        rank = _RANKS.index(NodeState.ATTENTION)
    reached = next((at for at, state in enumerate(states) if state is not NodeState.DONE), len(states))
    return rank, reached if rank == 0 else -reached if rank == 1 else reached, row.chain.code


def _next(chain: HamletChain, belongs: HeadBelongs | None, *, told: bool) -> NextStep | None:
    """Return what comes next for a hamlet."""
    facts, node = chain.facts, current_node(chain.facts)
    election, congress = chain.head.election, chain.congress.code
    if node is None:
        return NextStep("exception") if told else None
    if node is Node.PLAN and facts.printed_on is not None:
        # What was let through goes on; its paper is asked for at the end of the sentence.
        node = _after_plan(chain)
    match node:
        case Node.PLAN:
            return NextStep(f"plan.{facts.plan}")
        case Node.HEAD:
            key = "head.again" if facts.held_again else "head.elect"
            return NextStep(key, *(("election", (election, "")) if election is not None else ("chain", None)))
        case Node.RECOGNITION:
            signed = lets_pass(facts, Gate.ELECTED_AND_SIGNED)
            step = "recognition" if signed else "minutes"
            key = "recognition.decide" if signed else "recognition.sign"
            return NextStep(key, "election", (election, step)) if election else NextStep(key)
        case Node.CONGRESS | Node.SECRETARY:
            return _congress(chain, belongs)
        case Node.APPROVAL:
            key = "send" if facts.sent_on is None else "receive" if facts.received_on is None else "approve"
            return NextStep(f"approval.{key}", "congress", congress)


def _after_plan(chain: HamletChain) -> Node:
    done = {
        Node.HEAD: chain.facts.elected_on,
        Node.RECOGNITION: chain.facts.recognised_on,
        Node.SECRETARY: chain.facts.secretary_on,
        Node.APPROVAL: chain.facts.approved_on,
    }
    return next((node for node, day in done.items() if day is None), Node.PLAN)


def _congress(chain: HamletChain, belongs: HeadBelongs | None) -> NextStep:
    congress = chain.congress
    if not congress.branch_code:
        return NextStep("congress.branch", "party")
    if congress.code is None:
        return NextStep("congress.plan", "congress")
    listed = chain.head.votes is not None and chain.head.votes.name in congress.nominees
    may_stand = belongs is not None and (belongs.belongs is Belongs.MEMBER or belongs.namesakes)
    if may_stand and not listed and chain.facts.secretary_on is None:
        return NextStep("congress.carry_over")
    if chain.facts.opened_on is None:
        return NextStep("congress.open", "congress", congress.code)
    if chain.facts.secretary_on is None:
        return NextStep(f"congress.{congress.voting or 'secretary'}", "congress", congress.code)
    return NextStep("congress.close", "congress", congress.code)
