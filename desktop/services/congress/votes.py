"""The votes of a congress in their order: ballots given out, what a count leaves open, voting again."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress, Subject
from desktop.models.counting import BallotStock
from desktop.models.elections import Contest, ContestCode, OfficialRole, Round, Vote
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.chain.gates import Gate, demand_of_congress
from desktop.services.congress.bodies import counters_who_stand
from desktop.services.congress.hands import hands_on
from desktop.services.congress.lists import NO_VOTE, elected_in, write_list
from desktop.services.congress.lookup import (
    committee_of,
    congress_vote,
    contests_of,
    found_congress,
    latest_vote,
    vote_code,
)
from desktop.services.congress.roll import keep_presences
from desktop.services.counting.finalised import latest_count, names_as_counted, record_of
from desktop.services.elections.congress_roll import counted_roll, roll_now
from desktop.services.elections.lookup import state_of, statute_for
from desktop.services.elections.rolls.freezing import freeze_statute
from desktop.services.office.clock_guard import TOLERANCE
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, local

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


class Standing(StrEnum):
    """How far a post of a congress is."""

    WAITING = "waiting"
    OPEN = "open"
    TO_DECIDE = "to_decide"
    VOTE_AGAIN = "vote_again"
    RUN_OFF = "run_off"
    FILLED = "filled"
    LEFT = "left"
    SUPERIOR_APPOINTS = "superior_appoints"
    NO_QUORUM = "no_quorum"


SETTLED = (Standing.FILLED, Standing.LEFT, Standing.SUPERIOR_APPOINTS)
"""How a post stands once a congress has done with it."""

_FOLLOWS = {
    "elected": Standing.FILLED,
    "void": Standing.VOTE_AGAIN,
    "superior_appoints": Standing.SUPERIOR_APPOINTS,
    "run_off": Standing.RUN_OFF,
}
"""What follows for certain from an outcome, or else from its ``next``; of all others the congress decides."""


@for_party
def open_vote(workplace: Workplace, code: str, at: datetime) -> None:
    """Give out the ballots of a vote: where everybody is now is kept with it, and the base follows.

    Args:
        workplace: the open office.
        code: the vote's.
        at: the moment.

    Raises:
        StepRefused: its ballots aren't printed, or were given out.
        RequestRefused: ``unknown.congress``; ``meeting.future``; ``congress.reported_first``;
            ``congress.order`` naming the post that comes before; ``congress.counters`` without a head of the
            counting committee, ``congress.body.stands`` for a counter who stands;
            ``congress.not_in_committee`` for somebody on the list whom the congress didn't elect to the
            committee: then it stops, and the superior is asked; ``W604`` of the secretary's vote where a
            hamlet's chain asks for quorum and committee, which nobody lets through.

    Source: 190-QĐ/TW 17.8; congress.md §5.
    """
    with writing(workplace.database) as session:
        vote = congress_vote(session, code)
        congress = found_congress(session, code)
        vote.state = state_of(vote).open_meeting()
        if at > workplace.clock() + TOLERANCE:
            raise RequestRefused("meeting.future", where=f"{local(at):%H:%M %d/%m/%Y}")
        if congress.reported_at is None:
            raise RequestRefused("congress.reported_first", where=congress.branch.name)
        _demand_order(session, vote)
        _demand_counters(congress, vote)
        _demand_committee(session, vote)
        if vote.contest.code is ContestCode.SECRETARY:
            demand_of_congress(workplace, session, Gate.QUORUM_AND_COMMITTEE, congress)
        vote.opened_at = at
        keep_presences(session, congress, vote)
        workplace.note(session, "congress.open_vote", vote, "state", "opened_at", "presences")


@for_party
def next_vote(workplace: Workplace, code: str) -> str:
    """Begin the vote that follows from a finalised count, in the same congress; return its code.

    A run-off begins with its list; a void vote with the list it had, and isn't counted among the attempts;
    another with nobody elected yet, and with the seats that are left. Whether it is held the congress decides
    first, by hands, but for a void vote and for a first run-off.

    Args:
        workplace: the open office.
        code: the vote's.

    Raises:
        StepRefused: the count isn't finalised, or the next vote was begun.
        RequestRefused: ``unknown.congress``; ``congress.filled`` where nothing is left to elect;
            ``congress.appointed`` where the superior appoints; ``congress.going_on`` before the congress
            decided to go on, or when it decided not to.

    Source: Party Statute 12.3; 190-QĐ/TW; 294-QĐ/TW 23.3 (rules.md §3).
    """
    with writing(workplace.database) as session:
        vote = congress_vote(session, code)
        before = state_of(vote).vote_again()
        standing = standing_of(session, vote.contest)
        if standing is Standing.FILLED:
            raise RequestRefused("congress.filled", where=vote.contest.post)
        if standing is Standing.SUPERIOR_APPOINTS:
            raise RequestRefused("congress.appointed", where=vote.contest.post)
        if standing not in (Standing.VOTE_AGAIN, Standing.RUN_OFF):
            raise RequestRefused("congress.going_on", where=vote.contest.post)
        vote.state = before
        following = _following(session, vote)
        session.flush()
        workplace.note(session, "congress.next_vote", following, "number", "seats", "parent")
        return vote_code(following)


def standing_of(session: Session, contest: Contest) -> Standing:
    """Return how far a post is, from the latest vote on it.

    Source: commands.md (``next``): what follows from an outcome.
    """
    vote = latest_vote(contest)
    state = state_of(vote)
    if state not in _COUNTED:
        waits = vote.parent is None and state in (VoteState.DRAFT, VoteState.LISTED, VoteState.PRINTED)
        return Standing.WAITING if waits else Standing.OPEN
    outcome = record_of(latest_count(session, vote)).outcome
    follows = _FOLLOWS.get(outcome.next if outcome.run_off else outcome.outcome) or _FOLLOWS.get(outcome.next)
    if follows is not None:
        return follows
    congress = found_congress(session, vote.election.code)
    hands = hands_on(session, congress, Subject.GOING_ON, vote=vote)
    if hands is None:
        return Standing.NO_QUORUM if outcome.outcome == "no_quorum" else Standing.TO_DECIDE
    return Standing.VOTE_AGAIN if hands.agreed else Standing.LEFT


def is_settled(session: Session, contest: Contest) -> bool:
    """Tell whether a congress has done with a post, filled or not."""
    return standing_of(session, contest) in SETTLED


@for_party
def record_ballots(workplace: Workplace, code: str, copies: int) -> None:
    """Write down that the ballots of a vote are printed, wherever that was.

    Raises:
        StepRefused: its list isn't closed, or ballots are printed already.
        RequestRefused: ``unknown.congress``; ``ballots.copies`` for less than one; as ``ballots_printed``.
    """
    with writing(workplace.database) as session:
        vote = congress_vote(session, code)
        if copies < 1:
            raise RequestRefused("ballots.copies", where=code)
        ballots_printed(workplace, session, vote, copies)


def ballots_printed(workplace: Workplace, session: Session, vote: Round, copies: int) -> None:
    """Put down that the ballots of a vote are printed; the first of a congress freeze the statute.

    Raises:
        StepRefused: its list isn't closed, or ballots are printed already.
        RequestRefused: ``congress.ballots`` for fewer than members who vote, once it is known who attends.
    """
    vote.state = state_of(vote).print_ballots()
    roll = roll_now(session, found_congress(session, vote.election.code))
    if roll.reported_at is not None:
        voting = counted_roll(statute_for(workplace, vote.election), roll.lines).voting
        if copies < voting:
            raise RequestRefused("congress.ballots", where=str(copies), figure=str(voting))
    if vote.election.statute_bytes is None:
        freeze_statute(workplace, vote.election)
    session.add(BallotStock(round=vote, box="main", printed=copies))
    session.flush()
    workplace.note(session, "congress.ballots", vote, "state", "printed")


def _following(session: Session, vote: Round) -> Round:
    record = record_of(latest_count(session, vote))
    outcome = record.outcome
    void, run_off = outcome.outcome in NO_VOTE, bool(outcome.run_off)
    newest = session.scalar(select(func.max(Round.number)).where(Round.election_id == vote.election_id)) or 0
    following = Round(
        election=vote.election,
        contest=vote.contest,
        parent=vote,
        number=newest + 1,
        vote=Vote.RUN_OFF if run_off or (void and vote.vote is Vote.RUN_OFF) else Vote.AGAIN,
        attempt=vote.attempt if void else vote.attempt + 1,
        ballot=vote.ballot,
        held_on=vote.held_on,
        opening=vote.opening,
        seats=vote.seats if void else outcome.seats_left,
    )
    session.add(following)
    session.flush()
    if run_off or void:
        named = dict(zip(names_as_counted(record), vote.candidacies, strict=True))
        again = outcome.run_off if run_off else tuple(named)
        following.state = state_of(following).list_candidates()
        write_list(session, following, [named[name].candidate for name in again])
    return following


def _demand_order(session: Session, vote: Round) -> None:
    for before in contests_of(vote.election):
        if before.position < vote.contest.position and not is_settled(session, before):
            raise RequestRefused("congress.order", where=before.post)


def _demand_counters(congress: Congress, vote: Round) -> None:
    roles = [official.role for official in congress.election.officials]
    if OfficialRole.COUNTING_HEAD not in roles:
        raise RequestRefused("congress.counters", where=congress.branch.name)
    standing = counters_who_stand(congress, {each.candidate.person_id for each in vote.candidacies})
    if standing:
        raise RequestRefused("congress.body.stands", where=standing[0])


def _demand_committee(session: Session, vote: Round) -> None:
    committee = committee_of(vote.election)
    if committee is None or vote.contest.code not in (ContestCode.SECRETARY, ContestCode.DEPUTY):
        return
    elected = {one.person_id for one in elected_in(session, committee)}
    for each in vote.candidacies:
        if each.candidate.person_id not in elected:
            raise RequestRefused("congress.not_in_committee", where=each.candidate.printed_name)
