"""What papers take from the store: each fact with its value, or that it is lacking and where to enter it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.counting import Count
from desktop.models.elections import Ballot, Election, OfficialRole, Round, Vote
from desktop.models.papers import Paper, PaperRole
from desktop.models.results import DecisionResult
from desktop.rules.facts import counted_in_meeting
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.proceedings import closing_of, proceedings_of
from desktop.services.counting.stock import stock_of, stocks_of
from desktop.services.elections.ballot_choices import reserve_for
from desktop.services.elections.clusters import clusters_of
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import day_of, state_of
from desktop.services.elections.officials import counting_roles, missing_officials
from desktop.services.results.decisions import decision_made

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)


FactValue = str | int | date | time


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that papers print; ``fact.…`` and ``lacking.…`` of the catalogue are its words.

    Attributes:
        value: what the store holds; True where that is all there is to it, None where it doesn't hold it.
        step: the step of the election where it is entered, or ``plan`` for the plan of its meeting.
        field: of that plan.
        begun: a part of it is there.
    """

    value: FactValue | None
    step: str
    field: str = ""
    begun: bool = False


def paper_facts(session: Session, vote: Round, statute: Statute) -> dict[str, Fact]:
    """Return every fact that a paper of the round may take under its statute, by its key.

    What nobody wants under it, as a counting committee for raised hands, is left out.
    """
    return {
        **_plan(vote),
        **_roll(session, vote.election),
        **_people(statute, vote),
        **_ballots(session, vote),
        "proceedings": _proceedings(session, vote),
        **_result(session, vote),
    }


def _plan(vote: Round) -> dict[str, Fact]:
    return {
        "day": Fact(day_of(vote), "plan"),
        "hour": Fact(vote.opening, "plan", "opening"),
        "venue": Fact(vote.election.venue or None, "plan", "venue"),
        "slips_from": Fact(vote.slips_from, "plan", "slips_from"),
        "plan": Fact(vote.election.campaign.plan_number, "plan", "plan_number"),
        "clusters": Fact(len(clusters_of(vote)) or None, "plan", "clusters"),
    }


def _roll(session: Session, election: Election) -> dict[str, Fact]:
    electorate = electorate_of(session, election)
    return {
        "households": Fact(electorate.size or None, "roll"),
        "roll": Fact(electorate.frozen, "ballots"),
        "posted": Fact(election.roll_posted_on, "roll"),
    }


def _people(statute: Statute, vote: Round) -> dict[str, Fact]:
    election = vote.election
    lacks = {lack.part for lack in missing_officials(statute, vote)}
    roles = [official.role for official in election.officials]
    team = [role for role in roles if role in (OfficialRole.TEAM_HEAD, OfficialRole.TEAM_MEMBER)]
    counting = [role for role in roles if role in counting_roles(vote)]
    head = next((o.name for o in election.officials if o.role is OfficialRole.TEAM_HEAD), None)
    secretary = next((o.name for o in election.officials if o.role is OfficialRole.MEETING_SECRETARY), None)
    witnesses = roles.count(OfficialRole.WITNESS)
    step = "candidates"
    # Raised hands are counted by the meeting itself: no paper wants a committee then.
    counters = {} if counted_in_meeting(statute, vote.ballot) else {"committee": _committee(lacks, counting)}
    return {
        "candidates": Fact(len(vote.candidacies) or None, step),
        "team_head": Fact(head, step),
        "secretary": Fact(secretary, step),
        "team": Fact(None if "team_head" in lacks else len(team) or None, step),
        **counters,
        "witnesses": Fact(None if "witness" in lacks else witnesses or None, step, begun=witnesses > 0),
    }


def _committee(lacks: set[str], counting: Sequence[OfficialRole]) -> Fact:
    lacking = lacks & {"counting_head", "counting", "hand_out_head", "hand_out"}
    return Fact(None if lacking else len(counting) or None, "candidates", begun=bool(counting))


def _ballots(session: Session, vote: Round) -> dict[str, Fact]:
    stock = stock_of(stocks_of(session, vote))
    return {
        "by_ballot": Fact(None if vote.ballot is Ballot.HANDS else True, "candidates"),
        "slips": Fact(True if vote.vote is Vote.HAND_OUT else None, "recognition"),
        "ballots": Fact(printed_ballots(session, vote) or None, "ballots"),
        "stock": Fact(f"{stock.issued}, {stock.collected}" if stock else None, "meeting"),
    }


def _proceedings(session: Session, vote: Round) -> Fact:
    begun = proceedings_of(session, vote) is not None
    return Fact(closing_of(session, vote), "meeting", begun=begun)


def _result(session: Session, vote: Round) -> dict[str, Fact]:
    count = newest_count(session, vote)
    record = None if count is None else record_of(count)
    made = None if count is None else decision_made(session, count)
    # Before the count both decisions are open; afterwards only one of them can be made from it.
    winner = no_winner = True
    if record is not None:
        winner = bool(record.outcome.elected) and (
            made is None or made.result is not DecisionResult.HELD_AGAIN
        )
        no_winner = not winner
    step = "recognition"
    return {
        "count": Fact(None if record is None else record.revision, "counting"),
        "decision": Fact(made.number if made else None, step),
        "winner": Fact(winner or None, step),
        "no_winner": Fact(no_winner or None, step),
    }


def printed_ballots(session: Session, vote: Round) -> int | None:
    """Count the ballots of the first printing of the round; None before it."""
    first = select(func.min(Paper.id)).where(Paper.round_id == vote.id, Paper.role == PaperRole.BALLOT)
    return session.scalar(select(Paper.copies).where(Paper.id == first.scalar_subquery()))


def planned_ballots(session: Session, vote: Round) -> int | None:
    """Count the ballots printed, before that those to be printed; None where there is no household yet."""
    printed = printed_ballots(session, vote)
    if printed is not None:
        return printed
    listed = electorate_of(session, vote.election).size
    return listed + reserve_for(session, vote, listed) if listed else None


def newest_count(session: Session, vote: Round) -> Count | None:
    """Return the newest finalised count of the round; None before there is one, or while it is made anew."""
    return latest_count(session, vote) if state_of(vote) in _COUNTED else None
