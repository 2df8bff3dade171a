"""Congresses from their plan on: which branch, when, where, for which term, and what is elected there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress
from desktop.models.elections import (
    Ballot,
    Campaign,
    Contest,
    ContestCode,
    ContestKind,
    Election,
    Occasion,
    Round,
    Vote,
)
from desktop.models.party import BranchHamlet, Organisation
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.rules.voting_list import posts_in_order, seat_findings
from desktop.services.congress.lookup import contests_of, found_congress
from desktop.services.congress.roll import official_convened
from desktop.services.elections.lookup import state_of, statute_for
from desktop.services.elections.phases import BEFORE_PRINTING
from desktop.services.elections.planning import election_code, free_code
from desktop.services.elections.waves import join_wave, wave_for_plan
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.party.branches import branch_on
from desktop.services.party.terms import next_congress
from desktop.vietnamese.text import tidy
from desktop.wording import words

COMMITTEE_SEATS = 3
"""How many a committee has unless the plan says otherwise: the common case (congress.md §5)."""

_OPTIONAL = (ContestCode.DEPUTY, ContestCode.DELEGATES)


@dataclass(frozen=True, slots=True)
class CongressPlan:
    """What is decided before a congress.

    Attributes:
        branch: its code.
        held_on: the day; ``opening`` the hour.
        number: which congress of the branch it is; what is known of its terms says so where left out.
        announced_on: the day on which its day was decided and told.
        wave: key of the wave that it is in, and with it of the campaign; None for none.
    """

    branch: str
    held_on: date
    term_from: date
    term_to: date
    venue: str = ""
    opening: time | None = None
    number: int | None = None
    announced_on: date | None = None
    wave: int | None = None


@for_party
def plan_congress(workplace: Workplace, plan: CongressPlan) -> str:
    """Plan the congress of a branch under the statute in force on its day, and return its code.

    Raises:
        RequestRefused: ``unknown.branch``; ``congress.members`` for a branch of fewer than the statute asks;
            ``election.term``; ``election.exists`` where the branch has a congress on that day;
            ``congress.announced`` for a day after the congress; ``unknown.wave``.
        StatuteRefused: no statute is in force on the day.
    """
    return plan_congresses(workplace, [plan])[0]


@for_party
def plan_congresses(workplace: Workplace, plans: Sequence[CongressPlan]) -> tuple[str, ...]:
    """Plan the congresses of several branches, all of them or none; raises as ``plan_congress``."""
    with writing(workplace.database) as session:
        return tuple(_plan(workplace, session, plan).election.code for plan in plans)


@for_party
def change_plan(
    workplace: Workplace,
    code: str,
    *,
    venue: str | None = None,
    opening: time | None = None,
    number: int | None = None,
    announced_on: date | None = None,
    term: tuple[date, date] | None = None,
) -> None:
    """Change what was planned of a congress until it is opened; what is left out stays.

    Raises:
        StepRefused: it was opened.
        RequestRefused: ``unknown.congress``; ``election.term``; ``congress.announced`` for a day after the
            congress.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        election = congress.election
        VoteState(election.rounds[0].state).demand("plan_meeting", *BEFORE_PRINTING, VoteState.PRINTED)
        if term is not None:
            if term[1] <= term[0]:
                raise RequestRefused("election.term", where=congress.branch.name)
            election.term_from, election.term_to = term
        if announced_on is not None:
            _demand_announced(announced_on, election.held_on)
            congress.announced_on = announced_on
        if venue is not None:
            election.venue = tidy(venue)
        if number is not None:
            congress.number = number
        for vote in election.rounds:
            vote.opening = opening or vote.opening
        session.flush()
        workplace.note(session, "congress.plan", congress, "venue", "opening", "number", "announced_on")


@for_party
def choose_posts(workplace: Workplace, code: str, seats: Mapping[str, int]) -> None:
    """Choose what is elected, and how many of each, as far as its first ballots aren't printed.

    Args:
        workplace: the open office.
        code: the congress's.
        seats: of each post that is voted on: ``committee``, ``secretary``, ``deputy``, ``delegates``; one
            that is left out isn't.

    Raises:
        StepRefused: ballots of a post that changes are printed.
        RequestRefused: ``unknown.congress``; ``congress.posts`` for posts that a branch of this size doesn't
            elect, or without those that it must; ``congress.seats`` for a number below one;
            ``congress.list.committee_too_large``, ``congress.list.one_seat`` for one above the statute's.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        election = congress.election
        statute = statute_for(workplace, election)
        allowed = [
            ContestCode(post) for post in posts_in_order(statute, official_convened(session, congress))
        ]
        wanted = {ContestCode(post): number for post, number in seats.items()}
        needed = {post for post in allowed if post not in _OPTIONAL}
        if not needed <= set(wanted) <= set(allowed):
            raise RequestRefused("congress.posts", where=congress.branch.name)
        if any(number < 1 for number in wanted.values()):
            raise RequestRefused("congress.seats", where=congress.branch.name)
        for post, number in wanted.items():
            for wrong in seat_findings(statute, post, number):
                raise RequestRefused(
                    f"congress.list.{wrong.fault}", figure=str(wrong.figure), wanted=str(wrong.wanted)
                )
        _write_posts(session, election, allowed, wanted)
        workplace.note(session, "congress.posts", congress, "contests", "seats")


def _plan(workplace: Workplace, session: Session, plan: CongressPlan) -> Congress:
    branch = branch_on(session, plan.branch, plan.held_on)
    if plan.term_to <= plan.term_from:
        raise RequestRefused("election.term", where=branch.name)
    held = (
        select(Congress)
        .join(Election)
        .where(Congress.branch_id == branch.id, Election.held_on == plan.held_on)
    )
    if session.scalars(held).first() is not None:
        raise RequestRefused("election.exists", where=f"{branch.name}, {plan.held_on:%d/%m/%Y}")
    _demand_announced(plan.announced_on, plan.held_on)
    kind = ContestKind.BRANCH_CONGRESS
    wave = wave_for_plan(workplace, session, plan.wave, kind) if plan.wave is not None else None
    statute = workplace.statutes.in_force(kind, plan.held_on)
    election = Election(
        code=free_code(session, election_code(branch.code, plan.held_on, kind)),
        campaign=wave.campaign if wave is not None else _campaign(session, plan),
        unit=_unit(session, branch),
        contest_kind=kind,
        occasion=Occasion.REGULAR,
        held_on=plan.held_on,
        statute=statute.id,
        term_from=plan.term_from,
        term_to=plan.term_to,
        venue=tidy(plan.venue),
        recorded_later=plan.held_on < workplace.today(),
    )
    congress = Congress(
        election=election,
        branch=branch,
        number=plan.number if plan.number is not None else next_congress(branch),
        announced_on=plan.announced_on,
    )
    session.add_all([election, congress])
    session.flush()
    official = official_convened(session, congress)
    asked = statute.as_of(plan.held_on)
    if not asked.clause("branch_from").reached_by(official):
        raise RequestRefused("congress.members", where=branch.name)
    order = [ContestCode(post) for post in posts_in_order(asked, official)]
    seats = {post: COMMITTEE_SEATS if post is ContestCode.COMMITTEE else 1 for post in order}
    wanted: dict[ContestCode, int] = {post: seats[post] for post in order if post != ContestCode.DELEGATES}
    if ContestCode.COMMITTEE not in order:
        # A branch under nine members elects a deputy only if it needs one.
        wanted.pop(ContestCode.DEPUTY, None)
    _write_posts(session, election, order, wanted)
    for vote in election.rounds:
        vote.opening = plan.opening
    session.flush()
    workplace.note(session, "congress.plan", congress, "branch", "held_on", "number", "statute")
    if wave is not None:
        join_wave(workplace, session, wave, election)
    return congress


def _demand_announced(announced_on: date | None, held_on: date) -> None:
    if announced_on is not None and announced_on > held_on:
        raise RequestRefused("congress.announced", where=f"{announced_on:%d/%m/%Y}")


def _write_posts(
    session: Session, election: Election, order: Sequence[ContestCode], wanted: Mapping[ContestCode, int]
) -> None:
    """Give each post that is elected a contest with its first vote, in order; take away those that aren't."""
    opening = election.rounds[0].opening if election.rounds else None
    known = {contest.code: contest for contest in contests_of(election)}
    for code, contest in known.items():
        if code not in wanted:
            _forget(session, election, contest)
    for position, code in enumerate(order, 1):
        if code not in wanted:
            continue
        if code not in known:
            contest = Contest(
                election=election,
                kind=election.contest_kind,
                post=words(f"party.contest.{code}"),
                code=code,
                position=position,
            )
            first = Round(
                election=election,
                contest=contest,
                number=max((vote.number for vote in election.rounds), default=0) + 1,
                vote=Vote.FIRST,
                attempt=1,
                ballot=Ballot.AGREE,
                seats=wanted[code],
                opening=opening,
            )
            session.add_all([contest, first])
        else:
            known[code].position = position
            first = known[code].rounds[0]
            if first.seats != wanted[code]:
                state_of(first).demand("choose_seats", *BEFORE_PRINTING)
                first.seats, first.state = wanted[code], VoteState.DRAFT
    session.flush()


def _forget(session: Session, election: Election, contest: Contest) -> None:
    for vote in contest.rounds:
        state_of(vote).demand("choose_seats", *BEFORE_PRINTING)
        for candidacy in vote.candidacies:
            session.delete(candidacy)
        election.rounds.remove(vote)
        session.delete(vote)
    session.flush()
    for candidate in contest.candidates:
        session.delete(candidate)
    session.flush()
    election.contests.remove(contest)
    session.delete(contest)
    session.flush()


def _campaign(session: Session, plan: CongressPlan) -> Campaign:
    year = plan.held_on.year
    code = f"dai-hoi-chi-bo-{year}"
    found = session.scalars(select(Campaign).where(Campaign.code == code)).one_or_none()
    return found or Campaign(
        code=code,
        contest_kind=ContestKind.BRANCH_CONGRESS,
        name=words("party.congress.campaign", year=year),
        election_day=plan.held_on,
    )


def _unit(session: Session, branch: Organisation) -> Unit:
    """Return where a branch is: the first hamlet that it gathers, else the commune."""
    gathered = select(BranchHamlet).where(BranchHamlet.branch_id == branch.id, BranchHamlet.ends_on.is_(None))
    first = session.scalars(gathered.order_by(BranchHamlet.id)).first()
    return first.hamlet if first is not None else own_unit(session)
