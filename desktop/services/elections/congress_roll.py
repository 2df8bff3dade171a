"""The roll of a congress as a vote sees it: who was convened, who is there, and what the base comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.congress import Attendee, Congress, VotePresence
from desktop.models.elections import Election, Round
from desktop.rules import attendance as rules
from desktop.rules.attendance import Attendance, Presence
from desktop.rules.standing import Standing
from desktop.rules.statute import Statute

Line = tuple[Attendee, Presence | None]
"""A member on the roll, and where the member is; None while nobody called the name."""


@dataclass(frozen=True, slots=True)
class CongressRoll:
    """A roll as it stands at a moment or stood at a vote.

    Attributes:
        reported_at: when the report on who attends was read; None while members may come and go.
        lines: in the order of the roll.
    """

    reported_at: datetime | None
    lines: tuple[Line, ...]


def congress_of(session: Session, election: Election) -> Congress:
    """Return what an election is beside its votes.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    found = session.scalars(
        select(Congress).where(Congress.election_id == election.id).options(joinedload(Congress.branch))
    ).one_or_none()
    if found is None:
        raise RequestRefused("unknown.congress", where=election.code)
    return found


def attendees_of(session: Session, congress: Congress) -> Sequence[Attendee]:
    """Return the members on the roll, in its order."""
    lines = select(Attendee).where(Attendee.congress_id == congress.id).order_by(Attendee.number)
    return session.scalars(lines.options(joinedload(Attendee.member))).all()


def roll_now(session: Session, congress: Congress) -> CongressRoll:
    """Return the roll with everybody where they are now."""
    lines = tuple((each, each.presence) for each in attendees_of(session, congress))
    return CongressRoll(congress.reported_at, lines)


def roll_at(session: Session, vote: Round) -> CongressRoll:
    """Return the roll as it was when the ballots of a vote were given out; before that as it is now."""
    congress = congress_of(session, vote.election)
    now = roll_now(session, congress)
    kept = session.scalars(select(VotePresence).where(VotePresence.round_id == vote.id))
    at_vote = {each.attendee_id: each.presence for each in kept}
    if not at_vote:
        return now
    return CongressRoll(now.reported_at, tuple((each, at_vote.get(each.id)) for each, _ in now.lines))


def counted_roll(statute: Statute, lines: Sequence[Line]) -> Attendance:
    """Add up a roll by the statute; whose name nobody called yet is taken for absent."""
    return rules.attendance(statute, (as_rules_see(each, presence) for each, presence in lines))


def as_rules_see(attendee: Attendee, presence: Presence | None) -> rules.Attendee:
    """Return a line of the roll as the rules on attendance read it."""
    return rules.Attendee(
        key=attendee.id,
        official=attendee.official,
        standing=Standing(attendee.standing),
        presence=presence or Presence.ABSENT,
    )
