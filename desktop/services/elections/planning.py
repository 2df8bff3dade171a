"""An election from its plan on: what is decided before it, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from itertools import chain, count

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import (
    Ballot,
    Campaign,
    Contest,
    ContestKind,
    Election,
    Occasion,
    Round,
    Vote,
)
from desktop.models.store.session import reading, writing
from desktop.services.elections.lookup import day_of, held_vote, vote_of
from desktop.services.office.sides import OF_CONGRESS
from desktop.services.office.workplace import Workplace
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.hamlet_kinds import head_of
from desktop.vietnamese.text import tidy

# Heads of hamlets came first: their elections bear no word of their kind.
_CODE_OF = {ContestKind.HAMLET_HEAD: "", ContestKind.BRANCH_CONGRESS: OF_CONGRESS}


@dataclass(frozen=True, slots=True)
class Plan:
    """What is decided before an election: which hamlet, when, where, for which term, in which form.

    ``opening`` is the hour for which the meeting is planned; None while it is not known. ``term_reason`` is
    why the term is shorter or longer than the law's; ``occasion`` tells whether a head is
    replaced who left early.
    """

    campaign: str
    campaign_name: str
    hamlet: str
    held_on: date
    term_from: date
    term_to: date
    venue: str
    ballot: str = "strike"
    opening: time | None = None
    term_reason: str | None = None
    occasion: Occasion = Occasion.REGULAR


@dataclass(frozen=True, slots=True)
class ElectionView:
    """An election as it stands: code, unit, statute, state, and the candidates in the order of the ballot."""

    code: str
    unit: str
    held_on: date
    statute: str
    state: str
    round: int
    candidates: tuple[str, ...]


def plan_election(workplace: Workplace, plan: Plan) -> ElectionView:
    """Open an election for a hamlet, under the statute in force on its day.

    Raises:
        RequestRefused: ``unknown.unit``; ``election.term`` for a term that ends before it begins;
            ``election.exists`` when the hamlet elects on that day already.
        StatuteRefused: no statute is in force on the day.
    """
    with writing(workplace.database) as session:
        return view_of(held_vote(write_plan(workplace, session, plan)))


def write_plan(workplace: Workplace, session: Session, plan: Plan) -> Election:
    """Open an election inside the caller's transaction.

    Raises:
        RequestRefused, StatuteRefused: as ``plan_election``.
    """
    if plan.term_to <= plan.term_from:
        raise RequestRefused("election.term", where=plan.hamlet)
    unit = unit_on(session, plan.hamlet, plan.held_on)
    campaign = _campaign(session, plan)
    code = election_code(plan.hamlet, plan.held_on, campaign.contest_kind)
    held = select(Election).where(
        Election.unit_id == unit.id,
        Election.held_on == plan.held_on,
        Election.contest_kind == campaign.contest_kind,
    )
    if session.scalars(held).first() is not None:
        raise RequestRefused("election.exists", where=f"{unit.kind} {unit.name}, {plan.held_on:%d/%m/%Y}")
    code = free_code(session, code)
    election = Election(
        code=code,
        campaign=campaign,
        unit=unit,
        contest_kind=campaign.contest_kind,
        occasion=plan.occasion,
        held_on=plan.held_on,
        statute=workplace.statutes.in_force(campaign.contest_kind, plan.held_on).id,
        term_from=plan.term_from,
        term_to=plan.term_to,
        term_reason=plan.term_reason,
        venue=tidy(plan.venue),
        recorded_later=plan.held_on < workplace.today(),
    )
    contest = Contest(election=election, kind=campaign.contest_kind, post=head_of(unit.kind))
    first = Round(
        election=election,
        contest=contest,
        number=1,
        vote=Vote.FIRST,
        attempt=1,
        ballot=Ballot(plan.ballot),
        seats=1,
        opening=plan.opening,
    )
    session.add_all([election, contest, first])
    session.flush()
    workplace.note(session, "election.plan", election, "held_on", "opening", "statute", "venue")
    return election


def free_code(session: Session, code: str) -> str:
    """Return the code, numbered where an election that was moved away bears it."""
    taken = set(session.scalars(select(Election.code).where(Election.code.startswith(code))))
    numbered = (f"{code}-{number}" for number in count(2))
    return next(free for free in chain([code], numbered) if free not in taken)


def election_code(unit: str, day: date, kind: ContestKind) -> str:
    """Name an election: its unit and day, and what elects there where that is not the hamlet."""
    return f"{unit}-{day:%Y%m%d}{_CODE_OF[kind]}"


def election(workplace: Workplace, code: str) -> ElectionView:
    """Return an election as it stands."""
    with reading(workplace.database) as session:
        return view_of(vote_of(session, code))


def view_of(vote: Round) -> ElectionView:
    """Return an election as a value, as far as one of its votes is."""
    found = vote.election
    return ElectionView(
        code=found.code,
        unit=f"{found.unit.kind} {found.unit.name}",
        held_on=day_of(vote),
        statute=found.statute,
        state=vote.state,
        round=vote.number,
        candidates=tuple(candidacy.candidate.printed_name for candidacy in vote.candidacies),
    )


def _campaign(session: Session, plan: Plan) -> Campaign:
    found = session.scalars(select(Campaign).where(Campaign.code == plan.campaign)).one_or_none()
    return found or Campaign(code=plan.campaign, name=plan.campaign_name, election_day=plan.held_on)
