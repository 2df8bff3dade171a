"""What a congress decides by raised hands: bodies, programme, numbers and lists, whether to go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress, HandVote, Subject
from desktop.models.elections import Contest, Round
from desktop.models.store.session import writing
from desktop.services.congress.lookup import (
    congress_vote,
    contest_named,
    found_congress,
    latest_vote,
    vote_code,
)
from desktop.services.congress.roll import official_convened
from desktop.services.elections.congress_roll import counted_roll, roll_now
from desktop.services.elections.lookup import statute_for
from desktop.services.office.clock_guard import TOLERANCE
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, local
from desktop.vietnamese.text import tidy

__all__ = [
    "Hands",
    "HandsView",
    "Subject",
    "all_hands",
    "decide_going_on",
    "hands_on",
    "raise_hands",
    "take_back_hands",
    "voting_now",
    "write_hands",
]


@dataclass(frozen=True, slots=True)
class Hands:
    """Raised hands: for, against and abstaining, in members.

    ``agreed`` is what followed; where it is left out, that more than half of those who vote were for it.
    ``text`` says of what, such as of a resolution. ``present`` and ``at`` are those who could raise one and
    the moment where they are written down later; else those who vote now, and now.
    """

    in_favour: int
    against: int = 0
    abstained: int = 0
    agreed: bool | None = None
    text: str = ""
    present: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandsView:
    """Hands that were raised: on what, of which post and vote (empty for none), how many, and when."""

    subject: Subject
    contest: str
    vote: str
    in_favour: int
    against: int
    abstained: int
    present: int | None
    agreed: bool
    raised_at: datetime | None


@for_party
def raise_hands(
    workplace: Workplace, code: str, subject: Subject, hands: Hands, contest: str | None = None
) -> bool:
    """Write down raised hands; counted again, the new figures stand. Return whether it was agreed.

    Args:
        workplace: the open office.
        code: the congress's.
        subject: what was decided.
        hands: how many.
        contest: the post where it is about one, such as its number or its list.

    Raises:
        RequestRefused: ``unknown.congress``, ``congress.contest``; ``congress.reported_first`` before the
            report on who attends; ``congress.hands`` for more hands than members who vote.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        about = contest_named(congress, contest) if contest is not None else None
        vote = _listed_vote(subject, about)
        written = write_hands(workplace, session, congress, subject, hands, contest=about, vote=vote)
        return written.agreed


@for_party
def take_back_hands(workplace: Workplace, code: str, subject: Subject, contest: str | None = None) -> None:
    """Take back raised hands that were written down by mistake; without any, do nothing.

    Raises:
        RequestRefused: ``unknown.congress``, ``congress.contest``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        about = contest_named(congress, contest) if contest is not None else None
        found = hands_on(session, congress, subject, contest=about, vote=_listed_vote(subject, about))
        if found is not None:
            workplace.note(session, "congress.hands", found, "in_favour")
            session.delete(found)


def write_hands(
    workplace: Workplace,
    session: Session,
    congress: Congress,
    subject: Subject,
    hands: Hands,
    *,
    contest: Contest | None = None,
    vote: Round | None = None,
) -> HandVote:
    """Write down raised hands inside the caller's transaction; raises as ``raise_hands``.

    Source: congress.md §4, §5 (hands are raised with the Party card).
    """
    voting = voting_now(workplace, session, congress)
    convened = official_convened(session, congress)
    if hands.present is not None and not 0 <= hands.present <= convened:
        raise RequestRefused("congress.hands.present", where=str(convened))
    if hands.at is not None and hands.at > workplace.clock() + TOLERANCE:
        raise RequestRefused("meeting.future", where=f"{local(hands.at):%H:%M %d/%m/%Y}")
    voting = voting if hands.present is None else hands.present
    if min(hands.in_favour, hands.against, hands.abstained) < 0:
        raise RequestRefused("congress.hands", where=str(voting))
    if hands.in_favour + hands.against + hands.abstained > voting:
        raise RequestRefused("congress.hands", where=str(voting))
    found = hands_on(session, congress, subject, contest=contest, vote=vote)
    agreed = hands.in_favour * 2 > voting if hands.agreed is None else hands.agreed
    if found is None:
        found = HandVote(
            congress=congress,
            subject=subject,
            in_favour=hands.in_favour,
            against=hands.against,
            abstained=hands.abstained,
            agreed=agreed,
            contest=contest,
            round=vote,
        )
        session.add(found)
    found.in_favour, found.against, found.abstained = hands.in_favour, hands.against, hands.abstained
    found.agreed, found.text = agreed, tidy(hands.text) or None
    found.present = voting
    found.raised_at = hands.at or found.raised_at or workplace.clock()
    session.flush()
    workplace.note(
        session, "congress.hands", found, "subject", "in_favour", "against", "abstained", "present"
    )
    return found


def hands_on(
    session: Session,
    congress: Congress,
    subject: Subject,
    *,
    contest: Contest | None = None,
    vote: Round | None = None,
) -> HandVote | None:
    """Return the hands that were raised on something; None where nobody wrote any down."""
    found = select(HandVote).where(
        HandVote.congress_id == congress.id,
        HandVote.subject == subject,
        HandVote.contest_id.is_(None) if contest is None else HandVote.contest_id == contest.id,
        HandVote.round_id.is_(None) if vote is None else HandVote.round_id == vote.id,
    )
    return session.scalars(found).one_or_none()


def all_hands(session: Session, congress: Congress) -> tuple[HandsView, ...]:
    """Return all hands that were raised at a congress, in the order of being written down."""
    held = select(HandVote).where(HandVote.congress_id == congress.id).order_by(HandVote.id)
    return tuple(
        HandsView(
            subject=each.subject,
            contest=each.contest.code.value if each.contest else "",
            vote=vote_code(each.round) if each.round else "",
            in_favour=each.in_favour,
            against=each.against,
            abstained=each.abstained,
            present=each.present,
            agreed=each.agreed,
            raised_at=each.raised_at,
        )
        for each in session.scalars(held)
    )


def voting_now(workplace: Workplace, session: Session, congress: Congress) -> int:
    """Return how many members vote now.

    Raises:
        RequestRefused: ``congress.reported_first``.
    """
    roll = roll_now(session, congress)
    if roll.reported_at is None:
        raise RequestRefused("congress.reported_first", where=congress.branch.name)
    return counted_roll(statute_for(workplace, congress.election), roll.lines).voting


@for_party
def decide_going_on(workplace: Workplace, code: str, hands: Hands) -> bool:
    """Write down whether the congress votes again on what a vote left open; return what it decided.

    Args:
        workplace: the open office.
        code: of the vote that left seats open, whose count is finalised.
        hands: how many.

    Raises:
        RequestRefused: as ``raise_hands``.
    """
    with writing(workplace.database) as session:
        vote = congress_vote(session, code)
        congress = found_congress(session, code)
        return write_hands(workplace, session, congress, Subject.GOING_ON, hands, vote=vote).agreed


def _listed_vote(subject: Subject, contest: Contest | None) -> Round | None:
    """Return the vote whose list hands are raised on; every other subject is that of a post, or of none."""
    return latest_vote(contest) if subject is Subject.LIST and contest is not None else None
