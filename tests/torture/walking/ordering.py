"""Steps of the Party's order: a chain on and off, plans of personnel, gates let through, scans kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import select

from desktop.models.counting import Count
from desktop.models.store.session import reading
from desktop.services.chain import gates, plans, switching
from desktop.services.chain.plans import NewPlanStep, PlanStepKind
from desktop.services.counting.finalised import record_of
from desktop.services.elections.lookup import vote_of
from tests.offices import chain_example as example
from tests.torture.walking.model import FOLLOWS, Contest, Order
from tests.torture.walking.walker import Declined, Walker

R = TypeVar("R")

PLAN_APPROVED, ELECTED_AND_SIGNED = 1, 2


def switch_on(walker: Walker) -> None:
    """Switch the chain on for a campaign, now and then for one that isn't there."""
    model = walker.model
    campaign = walker.pick(sorted({one.campaign for one in model.contests.values()}), ("2099", *model.orders))
    key = walker.ask(f"chain of {campaign}", lambda: switching.switch_on(walker.office, campaign))
    known = any(one.campaign == campaign for one in model.contests.values())
    walker.demand(known and campaign not in model.orders, f"a chain was switched on for {campaign}")
    model.orders[campaign] = Order(key)


def switch_off(walker: Walker) -> None:
    """Switch a chain off."""
    campaign, order = _order(walker)
    walker.ask(f"no chain of {campaign}", lambda: switching.switch_off(walker.office, order.key))
    walker.demand(
        not any(order.plans.values()) and not order.through, "switched off, and something rests on it"
    )
    del walker.model.orders[campaign]


def bring_plan_on(walker: Walker) -> None:
    """Write down what became of the plan of personnel of a hamlet."""
    campaign, order = _order(walker)
    code = walker.pick(sorted(_hamlets(walker, campaign)), ("06859-T98",))
    before = order.plans.get(code, [])
    last = before[-1] if before else ""
    what = walker.pick(FOLLOWS[last], tuple(PlanStepKind))
    reason = walker.pick(("thiếu nguồn",), ("",))
    step = NewPlanStep(PlanStepKind(what), walker.office.today(), "12-TB/ĐU", reason)
    walker.ask(f"plan of {code} {what}", lambda: plans.record_plan(walker.office, order.key, [code], step))
    walker.demand(what in FOLLOWS[last], f"the plan of {code} was {what} after {last!r}")
    walker.demand(what != "returned" or bool(reason), "sent back without a reason")
    order.plans[code] = [*before, what]


def take_plan_back(walker: Walker) -> None:
    """Take back the last that was written of a plan."""
    campaign, order = _order(walker)
    code = walker.pick(sorted(_hamlets(walker, campaign)))
    walker.ask(f"take back plan of {code}", lambda: plans.take_back_plan(walker.office, order.key, code))
    walker.demand(bool(order.plans.get(code)), f"{code} had no plan")
    order.plans[code].pop()


def let_through(walker: Walker) -> None:
    """Let a gate through, now and then without saying why, or one that is the law's own."""
    campaign, order = _order(walker)
    code = walker.pick(sorted(_hamlets(walker, campaign)))
    gate = walker.pick((PLAN_APPROVED, ELECTED_AND_SIGNED), (4,))
    reason, name = walker.pick(("văn bản về sau",), ("", "  ")), walker.pick(("Lương Thị Hạnh",), ("",))
    walker.ask(
        f"let {code} through gate {gate}",
        lambda: gates.let_through(walker.office, order.key, code, gate, reason, name),
    )
    walker.demand(bool(reason.strip() and name), "let through without reason or name")
    walker.demand((code, gate) not in order.through and gate != 4, f"gate {gate} of {code} was let through")
    walker.demand(gate != PLAN_APPROVED or not _approved(order, code), "an open gate was let through")
    order.through.add((code, gate))


def keep_scan(walker: Walker) -> None:
    """Keep a photograph of the signed minutes of a count."""
    finalised = [code for code, one in walker.model.contests.items() if one.state == "finalised"]
    code = walker.pick(finalised, tuple(walker.model.contests))
    walker.ask(f"scan of {code}", lambda: example.keep_scan(walker.office, code))
    contest = walker.model.contests[code]
    walker.demand(bool(contest.counts), "signed minutes were kept of no count")
    contest.scans.add(contest.counts[-1][:2])


def behind(walker: Walker, gate: int, code: str, said: str, act: Callable[[], R]) -> R:
    """Let the office do what comes behind a gate of a hamlet's chain.

    Raises:
        Declined: refused.
        Found: done though the gate is shut, or refused by it though it stands open.
    """
    contest = walker.model.contests.get(code)
    shut = contest is not None and is_shut(walker, gate, code, contest)
    try:
        answer = walker.ask(said, act)
    except Declined:
        refused = walker.steps[-1].endswith(f"-> W60{gate}")
        walker.demand(shut or not refused, f"gate {gate} of {code} stands open and refused")
        raise
    walker.demand(not shut, f"{said}: done behind gate {gate}, which is shut")
    return answer


def is_shut(walker: Walker, gate: int, code: str, contest: Contest) -> bool:
    """Tell whether a gate of the chain of an election's campaign is shut."""
    order = walker.model.orders.get(contest.campaign)
    hamlet = _hamlet(code)
    if order is None or (hamlet, gate) in order.through:
        return False
    if gate == PLAN_APPROVED:
        return not _approved(order, hamlet)
    return not elected(walker, code) or contest.counts[-1][:2] not in contest.scans


def elected(walker: Walker, code: str) -> bool:
    """Tell whether the newest count of the vote that is being held elected somebody."""
    with reading(walker.office.database) as session:
        vote = vote_of(session, code)
        newest = session.scalars(
            select(Count).where(Count.round_id == vote.id).order_by(Count.revision.desc())
        ).first()
        return newest is not None and bool(record_of(newest).outcome.elected)


def is_in_order(walker: Walker, code: str) -> bool:
    """Tell whether a chain holds anything of the hamlet of an election."""
    order = walker.model.orders.get(walker.model.contests[code].campaign)
    hamlet = _hamlet(code)
    return order is not None and bool(order.plans.get(hamlet) or any(hamlet == of for of, _ in order.through))


def _order(walker: Walker) -> tuple[str, Order]:
    campaign = walker.pick(sorted(walker.model.orders))
    return campaign, walker.model.orders[campaign]


def _hamlets(walker: Walker, campaign: str) -> set[str]:
    """Return the codes of the hamlets that elect in a campaign."""
    contests = walker.model.contests.items()
    return {_hamlet(code) for code, one in contests if one.campaign == campaign and not one.cancelled}


def _hamlet(election: str) -> str:
    return "-".join(election.split("-")[:2])


def _approved(order: Order, hamlet: str) -> bool:
    return order.plans.get(hamlet, [])[-1:] == ["approved"]
