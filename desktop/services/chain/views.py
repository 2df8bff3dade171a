"""The chain as it is shown: each hamlet with its nodes and gates, stuck ones first, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    findings,
    gate_state,
    node_states,
)
from desktop.services.chain.exceptions import ExceptionView, exceptions_of
from desktop.services.chain.gates import OverrideView, overrides_of
from desktop.services.chain.hamlets import HamletChain, hamlet_chains
from desktop.services.chain.lookup import chain_of
from desktop.services.chain.members import HeadBelongs, heads_belong
from desktop.services.chain.next_step import NextStep, next_step
from desktop.services.office.sides import Side, for_party, sees
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.personnel.issues import open_issues

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
class ChainRow:
    """A hamlet on the page.

    Attributes:
        chain: what is known of it.
        nodes: how far each node is; ``gates`` how each gate stands.
        findings: where the order was not kept and nobody gave a reason.
        overrides: gates that were let through.
        belongs: what the elected head is to the branch; None before one is elected.
        next: what comes next; None at the end.
        today: the day it is.
        open_issues: how many matters raised in the hamlet aren't settled; they shut no gate.
    """

    chain: HamletChain
    nodes: dict[Node, NodeState]
    gates: dict[Gate, GateState]
    findings: tuple[Finding, ...]
    overrides: tuple[OverrideView, ...]
    belongs: HeadBelongs | None
    next: NextStep | None
    today: date
    open_issues: int = 0

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
        raised = open_issues(session)
    excepted = {each.hamlet_code for each in exceptions if each.settled_on is None and each.key is None}
    rows = [
        replace(
            _row(each, belongs.get(each.code), through, now.date(), told=each.code in excepted),
            open_issues=raised.get(each.code, 0),
        )
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
        next=next_step(chain, belongs, told=told),
        today=today,
    )


def _order(row: ChainRow) -> tuple[int, int, str]:
    states = list(row.nodes.values())
    worst = min((state for state in states), key=_RANKS.index)
    rank = _RANKS.index(worst)
    if worst in (NodeState.CURRENT, NodeState.TO_COME) and (row.findings or row.overrides):
        rank = _RANKS.index(NodeState.ATTENTION)
    reached = next((at for at, state in enumerate(states) if state is not NodeState.DONE), len(states))
    return rank, reached if rank == 0 else -reached if rank == 1 else reached, row.chain.code
