"""What comes to a frozen roll, numbered on; the last line is taken back while no paper shows it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Election, Round
from desktop.models.papers import Print
from desktop.models.rolls import Roll, RollEntry
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.elections.cluster_households import count_clusters
from desktop.services.elections.drawn_up import unlisted
from desktop.services.elections.electorate import electorate_of
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.elections.rolls.freezing import RollView, line_of, roll_of
from desktop.services.office.workplace import Workplace, local
from desktop.vietnamese.text import tidy
from desktop.wording import words

READ_FROM = ("posted-roll", "roll-supplements", "sign-in-roll")
"""The forms that show the lines of a roll to those who vote."""


def supplement(workplace: Workplace, code: str, elector: int, reason: str) -> RollView:
    """Add a household, or a voter, to a frozen roll, numbered on, until the meeting opens.

    Args:
        workplace: the open office.
        code: the election's.
        elector: key of the household, or of the person where all voters elect.
        reason: why it comes later.

    Raises:
        StepRefused: the roll is not frozen yet, or the meeting has opened.
        RequestRefused: ``roll.closed`` in a later round; ``roll.reason`` without one; ``roll.household`` for
            a household or voter that is not the hamlet's, or stands on the roll already.
    """
    with writing(workplace.database) as session:
        vote = _open_to_supplements(session, code)
        election = vote.election
        if not tidy(reason):
            raise RequestRefused("roll.reason", where=code)
        roll = roll_of(session, election)
        found = next((one for one in unlisted(session, roll) if one.key == elector), None)
        if found is None:
            raise RequestRefused("roll.household", where=code)
        last = roll.entries[-1]
        entry = line_of(roll, last.number + 1, found, workplace.clock())
        entry.supplement, entry.reason = last.supplement + 1, tidy(reason)
        session.add(entry)
        session.flush()
        workplace.note(session, "roll.supplement", entry, "household", "reason")
        return RollView(electorate_of(session, election).size, entry.supplement)


def take_back(workplace: Workplace, code: str, number: int) -> RollView:
    """Take the last supplement away again, which was written down by mistake.

    A line that a printed paper shows stays: its number never means two people.

    Args:
        workplace: the open office.
        code: the election's.
        number: of the supplement.

    Raises:
        StepRefused: the meeting has opened.
        RequestRefused: ``roll.closed`` in a later round; ``roll.not_last`` for another supplement than the
            last, or one that is gone; ``roll.read`` for one that a printed paper shows.

    Source: rules.md §1; the law says nothing of a slip of the pen.
    """
    with writing(workplace.database) as session:
        vote = _open_to_supplements(session, code)
        election = vote.election
        roll = roll_of(session, election)
        last = roll.entries[-1]
        if not number or last.supplement != number:
            raise RequestRefused("roll.not_last", where=str(number))
        shown = _paper_with(session, vote, last.added_at)
        if shown is not None:
            at = f"{local(shown.printed_at):%H:%M, %d/%m/%Y}"
            paper = words(f"form.{shown.form}")
            raise RequestRefused("roll.read", where=last.representative, paper=paper, at=at)
        roll.entries.remove(last)
        session.delete(last)
        session.flush()
        count_clusters(session, election)
        workplace.note(session, "roll.supplement_not", roll, "household", "reason")
        return RollView(electorate_of(session, election).size, roll.entries[-1].supplement)


def may_take_back(session: Session, vote: Round) -> int:
    """Return the number of the supplement that can be taken back now; 0 where none can."""
    if state_of(vote) is not VoteState.PRINTED or vote.number > 1:
        return 0
    last = _last(session, vote.election)
    if last is None or not last.supplement or _paper_with(session, vote, last.added_at) is not None:
        return 0
    return last.supplement


def _open_to_supplements(session: Session, code: str) -> Round:
    vote = vote_of(session, code)
    state_of(vote).demand("supplement", VoteState.PRINTED)
    if vote.number > 1:
        raise RequestRefused("roll.closed", where=code)
    return vote


def _last(session: Session, election: Election) -> RollEntry | None:
    lines = select(RollEntry).join(Roll).where(Roll.election_id == election.id)
    return session.scalars(lines.order_by(RollEntry.number.desc()).limit(1)).first()


def _paper_with(session: Session, vote: Round, added_at: datetime) -> Print | None:
    """Return the first paper with the lines of the roll that was printed once a line had come to it."""
    papers = select(Print).where(
        Print.round_id == vote.id, Print.form.in_(READ_FROM), Print.printed_at >= added_at
    )
    return session.scalars(papers.order_by(Print.id).limit(1)).first()
