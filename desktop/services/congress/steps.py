"""The steps of a congress in their order, how far each is, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.models.elections import ContestKind
from desktop.rules.vote_state import VoteState
from desktop.services.congress.closing import Due, DueKind
from desktop.services.congress.preparing import PlanStepKind
from desktop.services.congress.votes import SETTLED, Standing
from desktop.services.progress.cells import Cell, Found, Mark, Reason
from desktop.services.progress.steps import Step, own_steps

VOTES = (Step.COMMITTEE, Step.SECRETARY, Step.DEPUTY, Step.DELEGATES)
"""The steps that are votes; a congress has those that its plan says, under the codes of its posts."""

_BEFORE_BALLOTS = {
    VoteState.LISTED: (Mark.DOING, Reason.LISTED),
    VoteState.PRINTED: (Mark.DOING, Reason.PRINTED),
}

_STANDINGS: dict[Standing, Found] = {
    Standing.WAITING: (Mark.NOT_YET,),
    Standing.OPEN: (Mark.DOING, Reason.VOTING),
    Standing.TO_DECIDE: (Mark.ATTENTION, Reason.ASK),
    Standing.VOTE_AGAIN: (Mark.ATTENTION, Reason.AGAIN),
    Standing.RUN_OFF: (Mark.ATTENTION, Reason.TIED),
    Standing.FILLED: (Mark.DONE,),
    Standing.LEFT: (Mark.ATTENTION, Reason.LEFT),
    Standing.SUPERIOR_APPOINTS: (Mark.ATTENTION, Reason.APPOINTED),
    Standing.NO_QUORUM: (Mark.WRONG, Reason.TOO_FEW),
}


@dataclass(frozen=True, slots=True)
class PostStand:
    """How far a post is: its code, how it stands, the state of its latest vote, whether anybody has it."""

    key: str
    standing: Standing
    state: VoteState
    elected: bool


@dataclass(frozen=True, slots=True)
class Stand:
    """How far a congress is, as its steps need it.

    Attributes:
        cancelled: it isn't held.
        held_on: its day; ``today`` the present one.
        plan: what became last of the plan of personnel; None before it went up.
        untold: members on the roll of whom it isn't written that they were told.
        convened: how many there are on the roll.
        reported: the report on who attends was read.
        counters: somebody heads the counting committee.
        posts: in their order.
        closed: it is closed; ``minutes`` its minutes are printed.
        sent_on, received_on: days of the report that asks for approval.
        approved: the superior answered; ``refused`` somebody who was elected.
        dues: the days around it.
    """

    cancelled: bool
    held_on: date
    today: date
    plan: PlanStepKind | None
    untold: int
    convened: int
    reported: bool
    counters: bool
    posts: tuple[PostStand, ...]
    closed: bool
    minutes: bool
    sent_on: date | None
    received_on: date | None
    approved: bool
    refused: bool
    dues: tuple[Due, ...]


def next_of(stand: Stand) -> str:
    """Return what comes next; empty once all is done.

    It is ``prepare`` or ``tell`` before the day, ``report`` on who attends, ``counters`` to be chosen, the
    key of the post that is voted on, then ``close``, ``send``, ``receive``, ``approve``.
    """
    if stand.cancelled:
        return ""
    before = stand.today < stand.held_on and not stand.reported
    untold = before and stand.untold > 0
    open_posts = [post.key for post in stand.posts if post.standing not in SETTLED]
    somebody = any(post.elected for post in stand.posts)
    after = (
        ("prepare", untold and stand.plan is not PlanStepKind.APPROVED),
        ("tell", untold),
        ("report", not stand.reported),
        ("counters", not stand.counters and bool(open_posts)),
        (open_posts[0] if open_posts else "", bool(open_posts)),
        ("close", not stand.closed),
        ("send", stand.sent_on is None),
        ("receive", stand.received_on is None and not stand.approved and somebody),
        ("approve", not stand.approved and somebody),
    )
    return next((key for key, open_ in after if open_), "")


def step_of(following: str) -> Step:
    """Return the step at which the next thing is done; the last one where nothing is left."""
    return {
        "prepare": Step.PREPARING,
        "tell": Step.CONVENING,
        "report": Step.ATTENDING,
        "counters": Step.ATTENDING,
        "close": Step.MINUTES,
        "send": Step.REPORTING,
        "receive": Step.APPROVAL,
        "approve": Step.APPROVAL,
        "": Step.APPROVAL,
    }.get(following) or Step(following)


def cells_of(stand: Stand) -> tuple[Cell, ...]:
    """Return how far each step of a congress is; the one that is due is never plainly to come."""
    posts = {post.key: post for post in stand.posts}
    steps = [
        step for step in own_steps(ContestKind.BRANCH_CONGRESS) if step not in VOTES or step.value in posts
    ]
    found = {
        Step.PREPARING: _preparing(stand),
        Step.CONVENING: _convening(stand),
        Step.ATTENDING: _attending(stand),
        **{Step(key): _vote(post) for key, post in posts.items()},
        Step.MINUTES: _minutes(stand),
        Step.REPORTING: _reporting(stand),
        Step.APPROVAL: _approval(stand),
    }
    following = next_of(stand)
    return tuple(
        _due(Cell(step, *found[step]), due=bool(following) and step is step_of(following)) for step in steps
    )


def _due(cell: Cell, *, due: bool) -> Cell:
    return replace(cell, mark=Mark.DOING) if due and cell.mark is Mark.NOT_YET else cell


def _preparing(stand: Stand) -> Found:
    if stand.reported or stand.plan is PlanStepKind.APPROVED:
        return (Mark.DONE,)
    if stand.plan is PlanStepKind.RETURNED:
        return Mark.ATTENTION, Reason.RETURNED
    announced = _the(stand.dues, DueKind.ANNOUNCED)
    if announced is not None and announced.late and announced.done_on is None:
        return Mark.WRONG, Reason.LATE
    return (Mark.NOT_YET,) if stand.plan is None else (Mark.DOING, Reason.WAITING)


def _convening(stand: Stand) -> Found:
    if stand.reported or (stand.convened and not stand.untold):
        return (Mark.DONE,)
    if not stand.convened:
        return Mark.ATTENTION, Reason.EMPTY
    told = stand.convened - stand.untold
    return (Mark.DOING, Reason.UNEXPLAINED, stand.untold) if told else (Mark.NOT_YET,)


def _attending(stand: Stand) -> Found:
    if stand.reported:
        settled = all(post.standing in SETTLED for post in stand.posts)
        return (Mark.DONE,) if stand.counters or settled else (Mark.DOING, Reason.COUNTERS)
    if stand.today > stand.held_on:
        return Mark.WRONG, Reason.LATE
    return (Mark.DOING, Reason.TODAY) if stand.today == stand.held_on else (Mark.NOT_YET,)


def _vote(post: PostStand) -> Found:
    if post.standing in (Standing.WAITING, Standing.OPEN) and post.state in _BEFORE_BALLOTS:
        return _BEFORE_BALLOTS[post.state]
    return _STANDINGS[post.standing]


def _minutes(stand: Stand) -> Found:
    if not stand.closed:
        settled = stand.reported and all(post.standing in SETTLED for post in stand.posts)
        return (Mark.DOING, Reason.TO_CLOSE) if settled else (Mark.NOT_YET,)
    return (Mark.DONE,) if stand.minutes or stand.sent_on else (Mark.DOING, Reason.TO_PRINT)


def _reporting(stand: Stand) -> Found:
    if stand.sent_on is not None:
        return (Mark.DONE,)
    return _awaited(_the(stand.dues, DueKind.REPORT), stand) if stand.closed else (Mark.NOT_YET,)


def _approval(stand: Stand) -> Found:
    if stand.approved:
        return (Mark.ATTENTION, Reason.REFUSED_IN_PART) if stand.refused else (Mark.DONE,)
    waits = stand.sent_on is not None or stand.received_on is not None
    return _awaited(_the(stand.dues, DueKind.APPROVAL), stand) if waits else (Mark.NOT_YET,)


def _awaited(due: Due | None, stand: Stand) -> Found:
    if due is None:
        return (Mark.DOING,)
    left = (due.day - stand.today).days
    if left < 0:
        return Mark.WRONG, Reason.LATE
    return (Mark.DOING, Reason.DAYS, left) if left else (Mark.DOING, Reason.TODAY)


def _the(dues: Sequence[Due], kind: DueKind) -> Due | None:
    return next((due for due in dues if due.kind is kind), None)
