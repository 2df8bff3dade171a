"""What the ballots or slips of a round say."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Ballot, Round
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot, HandOutSlip
from desktop.rules.ballot_order import shown_births
from desktop.services.elections.lookup import day_of, term_of
from desktop.services.elections.naming import nominee_of, title_of
from desktop.services.papers.fill.heads import issuer_lines, post_of, serving_head


def ballot_of(session: Session, vote: Round) -> HamletBallot:
    """Return what the ballots of the round say.

    Raises:
        RequestRefused: ``ballots.hands`` where the vote is by show of hands.
    """
    election = vote.election
    if vote.ballot is Ballot.HANDS:
        raise RequestRefused("ballots.hands", where=election.code)
    return HamletBallot(
        issuer_lines=issuer_lines(session, election, "Tổ bầu cử", election.unit.kind),
        post=vote.contest.post.upper(),
        unit=f"{election.unit.kind} {election.unit.name}",
        term=term_of(election),
        date=day_of(vote),
        seats=vote.seats,
        kind="agree" if vote.ballot is Ballot.AGREE else "strike",
        candidates=_candidates(vote),
    )


def slip_of(session: Session, vote: Round) -> HandOutSlip:
    """Return what the slips for the households say; they are signed by the head of the hamlet."""
    election = vote.election
    return HandOutSlip(
        issuer_lines=issuer_lines(session, election, election.unit.kind),
        post=post_of(vote),
        term=term_of(election),
        seats=vote.seats,
        candidates=_candidates(vote),
        collected_on=day_of(vote),
        collected_by=vote.opening,
        signer_line=vote.contest.post.upper(),
        signer=serving_head(session, election),
    )


def _candidates(vote: Round) -> tuple[BallotCandidate, ...]:
    births = shown_births([nominee_of(c.candidate.person) for c in vote.candidacies])
    return tuple(
        BallotCandidate(
            title=title_of(c.candidate.person), name=c.candidate.printed_name.upper(), birth=birth
        )
        for c, birth in zip(vote.candidacies, births, strict=True)
    )
