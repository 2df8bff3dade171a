"""A congress as its page shows it: the base, the votes side by side, what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.exchange.facts_record import counted
from desktop.models.congress import Congress
from desktop.models.elections import Contest, Election, OfficialRole, Round
from desktop.models.store.session import reading
from desktop.rules.vote_state import VoteState
from desktop.services.congress.approval import answer_of
from desktop.services.congress.closing import Due, dues_of
from desktop.services.congress.lists import NomineeView, elected_in, nominees_of
from desktop.services.congress.lookup import contests_of, found_congress, latest_vote, vote_code
from desktop.services.congress.preparing import StepView, step_views
from desktop.services.congress.roll import official_convened
from desktop.services.congress.roll_views import Staircase, lines_of, staircase
from desktop.services.congress.votes import SETTLED, Standing, is_settled, standing_of
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.lookup import state_of, statute_for, term_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, local
from desktop.vietnamese.collation import sort_key

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


@dataclass(frozen=True, slots=True)
class CongressLine:
    """A congress in the list.

    Attributes:
        convened: official members of its own, as the register or the reported roll has them.
        stage: ``planned``, ``open``, ``closed``, ``sent``, ``approved`` or ``cancelled``.
        elected: post and name of each who was elected so far.
    """

    code: str
    branch: str
    number: int | None
    held_on: date
    opening: time | None
    convened: int
    stage: str
    elected: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody on the list of a vote; ``votes`` is None before they are counted."""

    name: str
    votes: int | None
    elected: bool
    tied: bool


@dataclass(frozen=True, slots=True)
class VoteView:
    """One vote on a post.

    Attributes:
        code: by which counting and printing ask for it.
        kind: ``first``, ``again`` or ``run_off``; ``attempt`` counts those that weren't void.
        issued, returned, valid, invalid: ballots, once the count is finalised.
        base: of which shares are taken, once the count is finalised.
        outcome, next: as the rules say them; empty before that.
    """

    code: str
    kind: str
    attempt: int
    state: str
    seats: int
    ballot: str
    issued: int | None
    returned: int | None
    valid: int | None
    invalid: int | None
    base: int | None
    marks: tuple[Mark, ...]
    outcome: str
    next: str


@dataclass(frozen=True, slots=True)
class PostView:
    """A post of a congress with all its votes.

    Attributes:
        key: ``committee``, ``secretary``, ``deputy`` or ``delegates``; ``post`` its word on paper.
        nominees: for its next vote.
        waits_for: the post before it that isn't settled; empty where none is.
    """

    key: str
    post: str
    standing: Standing
    seats: int
    nominees: tuple[NomineeView, ...]
    waits_for: str
    elected: tuple[str, ...]
    votes: tuple[VoteView, ...]


@dataclass(frozen=True, slots=True)
class CongressView:
    """A congress whole, but for its roll line by line and its texts.

    Attributes:
        bodies: role, place and name of each who serves.
        statute: its number; ``checked`` how far the clause on being elected was compared.
        uncalled: members of whom nobody said whether they are there.
        next: ``report`` on who attends, ``counters`` to be chosen, the key of the post that is voted on next,
            then ``close``, ``send``, ``receive``, ``approve``; empty once all is done.
    """

    code: str
    branch: str
    number: int | None
    term: str
    held_on: date
    opening: time | None
    venue: str
    announced_on: date | None
    reported_at: datetime | None
    closed_at: datetime | None
    report_sent_on: date | None
    received_on: date | None
    approved_on: date | None
    approval_number: str
    stage: str
    statute: str
    stairs: Staircase
    posts: tuple[PostView, ...]
    bodies: tuple[tuple[str, int, str], ...]
    plan: tuple[StepView, ...]
    dues: tuple[Due, ...]
    uncalled: int
    next: str


@for_party
def congresses(workplace: Workplace) -> tuple[CongressLine, ...]:
    """Return the congresses, the latest day first, on one day by branch."""
    with reading(workplace.database) as session:
        held = select(Congress).options(joinedload(Congress.election), joinedload(Congress.branch))
        lines = [_line(session, congress) for congress in session.scalars(held)]
    return tuple(sorted(lines, key=lambda line: (-line.held_on.toordinal(), sort_key(line.branch))))


@for_party
def congress_view(workplace: Workplace, code: str) -> CongressView:
    """Return a congress by its code.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with reading(workplace.database) as session:
        congress = found_congress(session, code)
        election, statute = congress.election, statute_for(workplace, congress.election)
        answer = answer_of(session, congress)
        made = answer.recorded() if answer else None
        received_on, approved_on = answer.received_on if answer else None, made.decided_on if made else None
        lines = lines_of(session, congress)
        posts = tuple(_post(workplace, session, congress, contest) for contest in contests_of(election))
        return CongressView(
            code=election.code,
            branch=congress.branch.name,
            number=congress.number,
            term=term_of(election),
            held_on=election.held_on,
            opening=election.rounds[0].opening,
            venue=election.venue or "",
            announced_on=congress.announced_on,
            reported_at=local(congress.reported_at) if congress.reported_at else None,
            closed_at=local(congress.closed_at) if congress.closed_at else None,
            report_sent_on=congress.report_sent_on,
            received_on=received_on,
            approved_on=approved_on,
            approval_number=made.number if made else "",
            stage=_stage(session, congress),
            statute=statute.number,
            stairs=staircase(statute, lines),
            posts=posts,
            bodies=tuple((one.role.value, one.position, one.name) for one in election.officials),
            plan=step_views(session, congress),
            dues=dues_of(workplace, session, congress, received_on, approved_on),
            uncalled=sum(line.presence is None for line in lines),
            next=_next(congress, posts, received_on=received_on, approved=made is not None),
        )


def _line(session: Session, congress: Congress) -> CongressLine:
    election: Election = congress.election
    return CongressLine(
        code=election.code,
        branch=congress.branch.name,
        number=congress.number,
        held_on=election.held_on,
        opening=election.rounds[0].opening,
        convened=official_convened(session, congress),
        stage=_stage(session, congress),
        elected=tuple(
            (contest.post, one.printed_name)
            for contest in contests_of(election)
            for one in elected_in(session, contest)
        ),
    )


def _stage(session: Session, congress: Congress) -> str:
    if congress.election.cancelled_at is not None:
        return "cancelled"
    answer = answer_of(session, congress)
    stages = (
        ("approved", answer is not None and answer.result is not None),
        ("sent", congress.report_sent_on is not None),
        ("closed", congress.closed_at is not None),
        ("open", congress.reported_at is not None),
    )
    return next((stage for stage, reached in stages if reached), "planned")


def _next(congress: Congress, posts: Sequence[PostView], *, received_on: date | None, approved: bool) -> str:
    roles = {official.role for official in congress.election.officials}
    open_posts = [post.key for post in posts if post.standing not in SETTLED]
    after = (
        ("report", congress.reported_at is None),
        ("counters", OfficialRole.COUNTING_HEAD not in roles and bool(open_posts)),
        (open_posts[0] if open_posts else "", bool(open_posts)),
        ("close", congress.closed_at is None),
        ("send", congress.report_sent_on is None),
        ("receive", received_on is None and any(post.elected for post in posts)),
        ("approve", not approved and any(post.elected for post in posts)),
    )
    if congress.election.cancelled_at is not None:
        return ""
    return next((key for key, open_ in after if open_), "")


def _post(workplace: Workplace, session: Session, congress: Congress, contest: Contest) -> PostView:
    waits_for = next(
        (
            before.post
            for before in contests_of(congress.election)
            if before.position < contest.position and not is_settled(session, before)
        ),
        "",
    )
    nominees, _ = nominees_of(workplace, session, congress, contest)
    return PostView(
        key=contest.code.value,
        post=contest.post,
        standing=standing_of(session, contest),
        seats=latest_vote(contest).seats,
        nominees=nominees,
        waits_for=waits_for,
        elected=tuple(one.printed_name for one in elected_in(session, contest)),
        votes=tuple(_vote(session, vote) for vote in sorted(contest.rounds, key=lambda each: each.number)),
    )


def _vote(session: Session, vote: Round) -> VoteView:
    record = record_of(latest_count(session, vote)) if state_of(vote) in _COUNTED else None
    if record is None:
        marks = tuple(
            Mark(each.candidate.printed_name, None, elected=False, tied=False) for each in vote.candidacies
        )
    else:
        marks = tuple(
            Mark(
                share.name,
                share.numerator,
                share.name in record.outcome.elected,
                share.name in record.outcome.run_off,
            )
            for share in record.outcome.shares
        )
    facts = record.facts if record else None
    return VoteView(
        code=vote_code(vote),
        kind=vote.vote.value,
        attempt=vote.attempt,
        state=vote.state.value,
        seats=vote.seats,
        ballot=vote.ballot.value,
        issued=counted(facts.issued) if facts else None,
        returned=counted(facts.returned) if facts else None,
        valid=counted(facts.valid) if facts else None,
        invalid=counted(facts.invalid) if facts else None,
        base=record.outcome.base.value if record else None,
        marks=marks,
        outcome=record.outcome.outcome if record else "",
        next=record.outcome.next if record else "",
    )
