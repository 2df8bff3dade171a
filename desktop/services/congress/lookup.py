"""Finding a congress, what it votes on, and which vote of each is the latest."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress
from desktop.models.elections import Contest, ContestCode, ContestKind, Election, Round
from desktop.models.store.recording import writes
from desktop.services.elections.congress_roll import congress_of
from desktop.services.elections.lookup import election_of, vote_of


def found_congress(session: Session, code: str) -> Congress:
    """Return a congress by its election's code, or by that of one of its votes.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.cancelled`` in a session that writes.
    """
    election = election_of(session, code.partition(".")[0])
    if election.contest_kind is not ContestKind.BRANCH_CONGRESS:
        raise RequestRefused("unknown.congress", where=code)
    found = congress_of(session, election)
    if election.cancelled_at is not None and writes(session):
        raise RequestRefused("congress.cancelled", where=found.branch.name)
    return found


def contests_of(election: Election) -> list[Contest]:
    """Return what a congress votes on, in its order."""
    return sorted(election.contests, key=lambda contest: contest.position)


def contest_named(congress: Congress, post: str) -> Contest:
    """Return what is voted on by its word (``committee``).

    Raises:
        RequestRefused: ``congress.contest``.
    """
    for contest in congress.election.contests:
        if contest.code == post:
            return contest
    raise RequestRefused("congress.contest", where=congress.branch.name)


def latest_vote(contest: Contest) -> Round:
    """Return the latest vote on something."""
    return max(contest.rounds, key=lambda vote: vote.number)


def vote_code(vote: Round) -> str:
    """Return the code by which a vote of a congress is asked for."""
    return f"{vote.election.code}.{vote.number}"


def congress_vote(session: Session, code: str) -> Round:
    """Return a vote of a congress by its code.

    Raises:
        RequestRefused: ``unknown.congress`` for a vote of something else; as ``vote_of``.
    """
    vote = vote_of(session, code)
    if vote.election.contest_kind is not ContestKind.BRANCH_CONGRESS:
        raise RequestRefused("unknown.congress", where=code)
    return vote


def committee_of(election: Election) -> Contest | None:
    """Return the contest for the committee, from which secretary and deputy come; None where none is."""
    return next((each for each in election.contests if each.code is ContestCode.COMMITTEE), None)


def demand_day(today: date, congress: Congress, day: date | None) -> None:
    """Refuse a day of what follows a congress that was before it, or is to come.

    Raises:
        RequestRefused: ``congress.day``.
    """
    if day is not None and not congress.election.held_on <= day <= today:
        raise RequestRefused("congress.day", where=f"{day:%d/%m/%Y}")
