"""What comes next for a hamlet on its way from the plan to the approval, and where it is done."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.rules.chain import Gate, Node, current_node, is_done, lets_pass
from desktop.services.chain.hamlets import HamletChain
from desktop.services.chain.members import Belongs, HeadBelongs


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


def next_step(chain: HamletChain, belongs: HeadBelongs | None, *, told: bool) -> NextStep | None:
    """Return what comes next for a hamlet; None at the end.

    Args:
        chain: how far the hamlet is.
        belongs: what its elected head is to the branch.
        told: the records tell of an exception that nobody wrote down yet.
    """
    facts, node = chain.facts, current_node(chain.facts)
    begun = facts.printed_on is not None or facts.elected_on is not None
    if node is Node.PLAN and begun:
        # What was let through or done goes on; the plan's paper can be written down meanwhile.
        node = next((each for each in tuple(Node)[1:] if not is_done(facts, each)), Node.PLAN)
    match node:
        case None:
            return NextStep("exception") if told else None
        case Node.PLAN:
            return NextStep(f"plan.{facts.plan}")
        case Node.HEAD | Node.RECOGNITION:
            return _head(chain, node)
        case Node.CONGRESS | Node.SECRETARY:
            return _congress(chain, belongs)
        case Node.APPROVAL:
            key = "send" if facts.sent_on is None else "receive" if facts.received_on is None else "approve"
            return NextStep(f"approval.{key}", "congress", chain.congress.code)


def _head(chain: HamletChain, node: Node) -> NextStep:
    facts, election = chain.facts, chain.head.election
    if election is None:
        return NextStep("head.told", "sending")
    if node is Node.HEAD:
        return NextStep("head.again" if facts.held_again else "head.elect", "election", (election, ""))
    if lets_pass(facts, Gate.ELECTED_AND_SIGNED):
        return NextStep("recognition.decide", "election", (election, "recognition"))
    return NextStep("recognition.sign", "election", (election, "minutes"))


def _congress(chain: HamletChain, belongs: HeadBelongs | None) -> NextStep:
    congress, facts = chain.congress, chain.facts
    if not congress.branch_code:
        return NextStep("congress.branch", "party")
    if congress.code is None:
        return NextStep("congress.plan", "congress")
    listed = chain.head.votes is not None and chain.head.votes.name in congress.nominees
    may_stand = belongs is not None and (belongs.belongs is Belongs.MEMBER or belongs.namesakes)
    # Who is too old by the office's own standard may still be put up: that is for a person to do.
    if (
        belongs is not None
        and may_stand
        and not belongs.too_old
        and not listed
        and facts.secretary_on is None
    ):
        return NextStep("congress.carry_over")
    if facts.secretary_on is not None:
        key = "close"
    else:
        key = "open" if facts.opened_on is None else congress.voting or "secretary"
    return NextStep(f"congress.{key}", "congress", congress.code)
