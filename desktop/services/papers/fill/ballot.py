"""What the ballots of a round say."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Ballot, Election
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot
from desktop.rules.ballot_order import shown_births
from desktop.services.elections.lookup import contest_of, day_of, round_of, term_of
from desktop.services.elections.naming import nominee_of, title_of
from desktop.services.papers.fill.heads import issuer_lines


def ballot_of(session: Session, election: Election) -> HamletBallot:
    """Return what the ballots of the round say.

    Raises:
        RequestRefused: ``ballots.hands`` where the vote is by show of hands.
    """
    current = round_of(election)
    if current.ballot is Ballot.HANDS:
        raise RequestRefused("ballots.hands", where=election.code)
    births = shown_births([nominee_of(c.candidate.person) for c in current.candidacies])
    return HamletBallot(
        issuer_lines=issuer_lines(session, election, "Tổ bầu cử", election.unit.kind),
        post=contest_of(election).post.upper(),
        unit=f"{election.unit.kind} {election.unit.name}",
        term=term_of(election),
        date=day_of(election),
        seats=current.seats,
        kind="agree" if current.ballot is Ballot.AGREE else "strike",
        candidates=tuple(
            BallotCandidate(
                title=title_of(c.candidate.person), name=c.candidate.printed_name.upper(), birth=birth
            )
            for c, birth in zip(current.candidacies, births, strict=True)
        ),
    )
