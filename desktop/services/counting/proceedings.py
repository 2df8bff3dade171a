"""What the minutes of a meeting say beside its count: when it closed, who approved what, what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import TypedDict, Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.facts_record import counted
from desktop.models.counting import Attendance, Proceedings
from desktop.models.elections import Ballot, OfficialRole, Round, Vote
from desktop.models.store.session import reading, writing
from desktop.rules.statute import Statute
from desktop.rules.vote_state import VoteState
from desktop.services.counting.entries import demand_count
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import state_of, statute_for, vote_of
from desktop.services.elections.phases import IN_MEETING
from desktop.services.office.workplace import Workplace, local
from desktop.vietnamese.text import tidy

APPROVALS = ("secretary_approval", "list_approval", "form_approval", "committee_approval")
"""What a meeting raises its hands for before it votes, in that order."""

_WRITTEN = (*IN_MEETING, VoteState.FINALISED)
_CLAUSES = {
    "secretary_approval": "secretary_approval",
    "form_approval": "form_of_vote_approval",
    "committee_approval": "counting_committee_approval",
}


@dataclass(frozen=True, slots=True)
class TooFew:
    """An approval that is not what a clause asks: how many hands are needed, and by which clause."""

    field: str
    needed: int
    clause: ClauseView


@dataclass(frozen=True, slots=True)
class ProceedingsView:
    """The proceedings of a meeting, as they are written.

    Attributes:
        hamlet: its name with its word.
        editable: the meeting is open, or its count is finalised and not decided on yet.
        opened_at: in Viet Nam's time, None before the meeting opened.
        closes: when the meeting probably closed: when its count was finalised, None before that.
        present: how many take part, as counted last; None before anybody was counted.
        by_hands: hands are raised, and there is no counting committee.
        secretary: who is named for it, None where nobody is.
        too_few: approvals that fell short.
    """

    hamlet: str
    editable: bool
    opened_at: datetime | None
    closes: time | None
    present: int | None
    by_hands: bool
    secretary: str | None
    closing: time | None
    secretary_post: str
    put_up: str
    opinions: str
    secretary_approval: int | None
    list_approval: int | None
    form_approval: int | None
    committee_approval: int | None
    too_few: tuple[TooFew, ...]

    def approvals(self) -> tuple[tuple[str, int], ...]:
        """Return what was approved and by how many, of what is written."""
        written = ((field, getattr(self, field)) for field in APPROVALS)
        return tuple((field, votes) for field, votes in written if votes is not None)


class Proceeded(TypedDict, total=False):
    """What is changed of the proceedings; what is not named stays."""

    closing: time | None
    secretary_post: str
    put_up: str
    opinions: str
    secretary_approval: int | None
    list_approval: int | None
    form_approval: int | None
    committee_approval: int | None


def proceedings_view(workplace: Workplace, code: str) -> ProceedingsView | None:
    """Return the proceedings of the meeting that is being held; None where slips are handed out.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        if vote.vote is Vote.HAND_OUT:
            return None
        election, state = vote.election, state_of(vote)
        secretary = next((o for o in election.officials if o.role is OfficialRole.MEETING_SECRETARY), None)
        written = proceedings_of(session, vote)
        present = present_at(session, vote)
        return ProceedingsView(
            hamlet=f"{election.unit.kind} {election.unit.name}",
            editable=state in _WRITTEN,
            opened_at=local(vote.opened_at) if vote.opened_at else None,
            closes=local(vote.closed_at).time().replace(second=0, microsecond=0) if vote.closed_at else None,
            present=present,
            by_hands=vote.ballot is Ballot.HANDS,
            secretary=f"{secretary.title or ''} {secretary.name}".strip() if secretary else None,
            closing=written.closing if written else None,
            secretary_post=(written.secretary_post or "") if written else "",
            put_up=(written.put_up or "") if written else "",
            opinions=(written.opinions or "") if written else "",
            secretary_approval=written.secretary_approval if written else None,
            list_approval=written.list_approval if written else None,
            form_approval=written.form_approval if written else None,
            committee_approval=written.committee_approval if written else None,
            too_few=_too_few(statute_for(workplace, election), written, present),
        )


def keep_proceedings(workplace: Workplace, code: str, **changed: Unpack[Proceeded]) -> None:
    """Write down parts of the proceedings, all of them or none.

    Args:
        workplace: the open office.
        code: the election's.
        changed: the fields of ``Proceeded`` that are written; None or nothing takes a value back.

    Raises:
        StepRefused: the meeting is not open, or its result is decided on.
        RequestRefused: ``hand_out.nobody_present`` where slips are handed out; ``entry.field`` for a figure
            that is none; ``proceedings.over`` for more hands than people.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("record_meeting", *_WRITTEN)
        if vote.vote is Vote.HAND_OUT:
            raise RequestRefused("hand_out.nobody_present", where=code)
        present = present_at(session, vote)
        written = proceedings_of(session, vote)
        if written is None:
            written = Proceedings(round=vote)
            session.add(written)
        for field, value in changed.items():
            if field in APPROVALS:
                demand_count(field, value)
                if isinstance(value, int) and present is not None and value > present:
                    raise RequestRefused("proceedings.over", where=str(present))
            setattr(written, field, tidy(value).rstrip(".") or None if isinstance(value, str) else value)
        session.flush()
        workplace.note(session, "meeting.proceedings", written, *changed)


def proceedings_of(session: Session, vote: Round) -> Proceedings | None:
    """Return what is written of a meeting, if anything is."""
    return session.scalars(select(Proceedings).where(Proceedings.round_id == vote.id)).one_or_none()


def closing_of(session: Session, vote: Round) -> time | None:
    """Return the hour at which a meeting closed, when its proceedings can be printed; else None.

    More hands than people may stand there where the attendance was put right afterwards.
    """
    written, present = proceedings_of(session, vote), present_at(session, vote)
    if written is None or present is None:
        return None
    raised = [getattr(written, field) or 0 for field in APPROVALS]
    return None if max(raised) > present else written.closing


def present_at(session: Session, vote: Round) -> int | None:
    """Return how many took part in a meeting: as its count says, before that as counted last."""
    if vote.state not in IN_MEETING and vote.closed_at is not None:
        return counted(record_of(latest_count(session, vote)).facts.present)
    of_vote = select(Attendance.present).where(Attendance.round_id == vote.id)
    return session.scalars(of_vote.order_by(Attendance.at.desc()).limit(1)).one_or_none()


def _too_few(statute: Statute, written: Proceedings | None, present: int | None) -> tuple[TooFew, ...]:
    if written is None or present is None:
        return ()
    found = []
    for field, key in _CLAUSES.items():
        votes, clause = getattr(written, field), statute.find(key)
        if votes is not None and clause is not None and not clause.passed_by(votes, present):
            found.append(TooFew(field, clause.needed_of(present), clause_view(clause)))
    return tuple(found)
