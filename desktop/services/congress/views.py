"""A congress as its page shows it: the base, the votes side by side, what is due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.exchange.facts_record import counted
from desktop.models.congress import Congress
from desktop.models.elections import Contest, ContestKind, Election, OfficialRole, Round
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from desktop.rules.outcome import higher_wins
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.rules.voting_list import ListFinding
from desktop.services.congress.approval import answer_of
from desktop.services.congress.closing import Due, dues_of
from desktop.services.congress.lists import NomineeView, elected_in, nominees_of
from desktop.services.congress.lookup import contests_of, found_congress, latest_vote, vote_code
from desktop.services.congress.preparing import StepView, step_views
from desktop.services.congress.roll import official_convened
from desktop.services.congress.roll_views import Staircase, lines_of, staircase
from desktop.services.congress.steps import PostStand, Stand, cells_of, next_of
from desktop.services.congress.votes import Standing, is_settled, standing_of
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import state_of, statute_for, term_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, local
from desktop.services.places.heads import heads_of
from desktop.services.progress.cells import Cell
from desktop.services.progress.steps import STEPS, Step
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.hamlet_kinds import head_of

_MINUTES = "congress-minutes"
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
        base: of which shares are taken, once the count is finalised; ``needed`` the smallest number
            that elects, None before, and in a run-off, which the higher number wins.
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
    needed: int | None
    marks: tuple[Mark, ...]
    outcome: str
    next: str


@dataclass(frozen=True, slots=True)
class PostView:
    """A post of a congress with all its votes.

    Attributes:
        key: ``committee``, ``secretary``, ``deputy`` or ``delegates``; ``post`` its word on paper.
        nominees: for its next vote; ``faults`` what is not right in their list, while it is open.
        waits_for: the post before it that isn't settled; empty where none is.
    """

    key: str
    post: str
    standing: Standing
    seats: int
    nominees: tuple[NomineeView, ...]
    faults: tuple[ListFinding, ...]
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
        untold: members of whom it isn't written that they were told to come; ``members`` all on the roll.
        next: what comes next, as :func:`~desktop.services.congress.steps.next_of` says it.
        steps: how far each is, in their order; ``laws`` the clause of each that has one.
        heads: who heads a hamlet of the branch on its day: name, word of the post, since when or None.
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
    untold: int
    members: int
    next: str
    steps: tuple[Cell, ...]
    laws: dict[Step, ClauseView]
    heads: tuple[tuple[str, str, date | None], ...]


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
        posts = tuple(
            _post(workplace, session, congress, contest, statute) for contest in contests_of(election)
        )
        view = CongressView(
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
            untold=sum(line.told_on is None for line in lines),
            members=len(lines),
            next="",
            steps=(),
            laws=_laws(statute),
            heads=_heads(session, congress),
        )
        printed = select(Paper.id).where(Paper.election_id == election.id, Paper.form == _MINUTES).limit(1)
        refused = answer is not None and any(not said.accepted for said in answer.people)
        minutes = session.scalar(printed) is not None
        stand = _stand(view, workplace.today(), minutes=minutes, refused=refused)
        return replace(view, next=next_of(stand), steps=cells_of(stand))


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


def _stand(view: CongressView, today: date, *, minutes: bool, refused: bool) -> Stand:
    return Stand(
        cancelled=view.stage == "cancelled",
        held_on=view.held_on,
        today=today,
        plan=view.plan[-1].what if view.plan else None,
        untold=view.untold,
        convened=view.members,
        reported=view.reported_at is not None,
        counters=any(role == OfficialRole.COUNTING_HEAD for role, _, _ in view.bodies),
        posts=tuple(
            PostStand(post.key, post.standing, VoteState(post.votes[-1].state), bool(post.elected))
            for post in view.posts
        ),
        closed=view.closed_at is not None,
        minutes=minutes,
        sent_on=view.report_sent_on,
        received_on=view.received_on,
        approved=view.approved_on is not None,
        refused=refused,
        dues=view.dues,
    )


def _laws(statute: Statute) -> dict[Step, ClauseView]:
    found = {each.step: statute.find(each.clause) for each in STEPS[ContestKind.BRANCH_CONGRESS]}
    return {step: clause_view(clause) for step, clause in found.items() if clause is not None}


def _heads(session: Session, congress: Congress) -> tuple[tuple[str, str, date | None], ...]:
    day = congress.election.held_on
    hamlets = [each.hamlet for each in congress.branch.hamlets if each.ends_on is None or each.ends_on >= day]
    words = {hamlet.id: head_of(hamlet.kind) for hamlet in hamlets}
    return tuple(
        (post.holder or "", words[unit], post.paper_on or post.starts_on)
        for unit, post in heads_of(session, hamlets, day).items()
    )


def _post(
    workplace: Workplace, session: Session, congress: Congress, contest: Contest, statute: Statute
) -> PostView:
    waits_for = next(
        (
            before.post
            for before in contests_of(congress.election)
            if before.position < contest.position and not is_settled(session, before)
        ),
        "",
    )
    nominees, faults = nominees_of(workplace, session, congress, contest)
    open_list = state_of(latest_vote(contest)) is VoteState.DRAFT
    return PostView(
        key=contest.code.value,
        post=contest.post,
        standing=standing_of(session, contest),
        seats=latest_vote(contest).seats,
        nominees=nominees,
        faults=faults if open_list else (),
        waits_for=waits_for,
        elected=tuple(one.printed_name for one in elected_in(session, contest)),
        votes=tuple(
            _vote(session, vote, statute) for vote in sorted(contest.rounds, key=lambda each: each.number)
        ),
    )


def _vote(session: Session, vote: Round, statute: Statute) -> VoteView:
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
        needed=None
        if record is None or higher_wins(statute, vote.vote.value)
        else statute.clause("elected").needed_of(record.outcome.base.value),
        marks=marks,
        outcome=record.outcome.outcome if record else "",
        next=record.outcome.next if record else "",
    )
