"""What is planned around a round's meeting: day, hour, place, whom to call, what was put up, the decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, Election, Official, OfficialRole, Round, Vote
from desktop.models.store.session import reading, writing
from desktop.rules.timeline import hand_out_deadlines
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import day_of, slip_days, state_of, statute_for, vote_of
from desktop.services.elections.phases import BEFORE_MEETING, BEFORE_PRINTING, BEFORE_RESULT
from desktop.services.elections.rolls.posting import keep_posting, posting_of
from desktop.services.elections.telephone_numbers import read_number
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

_TEAM = ("team_number", "team_on")
_SLIPS = ("slips_planned_on", "slips_plan_sent_on", "slips_from")


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """The plan of a round's meeting.

    Attributes:
        held_on: the round's day; ``day_editable`` until its ballots are printed; ``day_movable`` by a
            decision until the meeting opens.
        may_cancel: nothing is counted for good, and it isn't ``cancelled``.
        decision_needed: whether that takes a decision.
        opening: the planned hour; ``hour_editable`` until the meeting opens.
        venue: where; ``venue_editable`` until the count is finalised.
        team_head: who is called, None where nobody is named; ``phone`` under which number.
        roll_posted_on, list_posted_on: when the roll and the round's candidate list were put up.
        plan_number, plan_on: the commune's decision on the campaign's plan.
        team_number, team_on: the decision that set up the hamlet's election team.
        results_by: hour of the day by which results are wanted above, for the whole campaign.
        campaign: its name.
        handed_out: slips are handed out, and nobody meets; ``held_on`` is the last day of collecting them.
        slips_planned_on, slips_plan_sent_on: the day of the slips' plan, and that of sending it above.
        slips_from: the first day on which slips are handed out.
        sent_late: by when that plan had to be sent, by which clause, where it was sent later; else None.
    """

    code: str
    hamlet: str
    round: int
    held_on: date
    day_editable: bool
    day_movable: bool
    may_cancel: bool
    decision_needed: bool
    cancelled: bool
    opening: time | None
    hour_editable: bool
    venue: str
    venue_editable: bool
    team_head: str | None
    phone: str
    roll_posted_on: date | None
    list_posted_on: date | None
    plan_number: str
    plan_on: date | None
    team_number: str
    team_on: date | None
    results_by: time | None
    campaign: str
    handed_out: bool = False
    slips_planned_on: date | None = None
    slips_plan_sent_on: date | None = None
    slips_from: date | None = None
    sent_late: tuple[date, ClauseView] | None = None


class Planned(TypedDict, total=False):
    """What is changed of a plan; what is not named stays."""

    opening: time | None
    venue: str
    phone: str
    roll_posted_on: date | None
    list_posted_on: date | None
    plan_number: str
    plan_on: date | None
    team_number: str
    team_on: date | None
    results_by: time | None
    slips_planned_on: date | None
    slips_plan_sent_on: date | None
    slips_from: date | None


def meeting_plan(workplace: Workplace, code: str) -> MeetingPlan:
    """Return the plan of the round that is being held.

    Raises:
        RequestRefused: ``unknown.election``.
    """
    with reading(workplace.database) as session:
        vote = vote_of(session, code)
        election = vote.election
        state, campaign = state_of(vote), election.campaign
        head = _team_head(election)
        return MeetingPlan(
            code=election.code,
            hamlet=f"{election.unit.kind} {election.unit.name}",
            round=vote.number,
            held_on=day_of(vote),
            day_editable=state in BEFORE_PRINTING,
            day_movable=state in BEFORE_MEETING and state not in BEFORE_PRINTING,
            may_cancel=state in BEFORE_RESULT and election.cancelled_at is None,
            decision_needed=state not in BEFORE_PRINTING or vote.number > 1,
            cancelled=election.cancelled_at is not None,
            opening=vote.opening,
            hour_editable=state in BEFORE_MEETING,
            venue=election.venue or "",
            venue_editable=state in BEFORE_RESULT,
            team_head=f"{head.title or ''} {head.name}".strip() if head else None,
            phone=(head.phone or "") if head else "",
            roll_posted_on=election.roll_posted_on,
            list_posted_on=vote.list_posted_on,
            plan_number=campaign.plan_number or "",
            plan_on=campaign.plan_on,
            team_number=election.team_number or "",
            team_on=election.team_on,
            results_by=campaign.results_by,
            campaign=campaign.name,
            handed_out=vote.vote is Vote.HAND_OUT,
            slips_planned_on=vote.slips_planned_on,
            slips_plan_sent_on=vote.slips_plan_sent_on,
            slips_from=vote.slips_from,
            sent_late=_sent_late(workplace, session, vote),
        )


def change_plan(workplace: Workplace, code: str, **changed: Unpack[Planned]) -> None:
    """Write down parts of a plan, all of them or none.

    Args:
        workplace: the open office.
        code: the election's.
        changed: the fields of ``Planned`` that are written; None or nothing takes a value back.

    Raises:
        StepRefused: what is changed is printed, opened or finalised already.
        RequestRefused: ``plan.phone``, ``plan.team_head`` when nobody is named to be called; ``plan.posted``
            or ``plan.decided`` for a day that hasn't come, or is after the meeting; ``roll.differences`` as
            ``post_roll`` does; ``plan.slips`` for a day
            of slips that hasn't come, or is out of order.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        for field, value in changed.items():
            _write(workplace, session, vote, field, tidy(value) if isinstance(value, str) else value)


def _write(workplace: Workplace, session: Session, vote: Round, field: str, value: object) -> None:
    election = vote.election
    record: Campaign | Election | Official | Round = vote
    if field == "opening":
        state_of(vote).demand("plan_meeting", *BEFORE_MEETING)
    elif field == "venue":
        state_of(vote).demand("plan_meeting", *BEFORE_RESULT)
        record = election
    elif field == "phone":
        record, value = _caller(election), _number(value)
    elif field in _SLIPS:
        state_of(vote).demand("plan_meeting", *BEFORE_RESULT)
        _check_slips(workplace, vote, field, value)
    elif field == "roll_posted_on":
        day = value if isinstance(value, date) else None
        keep_posting(workplace, session, vote, replace(posting_of(election), posted_on=day))
        return
    elif field == "list_posted_on":
        _check_past(workplace, "plan.posted", value, day_of(vote))
    else:
        record = election if field in _TEAM else election.campaign
        if field in ("plan_on", "team_on"):
            _check_past(workplace, "plan.decided", value, day_of(vote))
    setattr(record, field, value or None)
    session.flush()
    workplace.note(session, "plan.change", record, field)


def _check_slips(workplace: Workplace, vote: Round, field: str, day: object) -> None:
    """Refuse a day of slips that is not after the meeting, out of order, or of a plan that isn't made yet."""
    if not isinstance(day, date):
        return
    planned, ends = vote.slips_planned_on, day_of(vote)
    meeting = day_of(vote.parent) if vote.parent else day
    earliest = meeting if field == "slips_planned_on" else max(meeting, planned or meeting)
    latest = ends if field == "slips_from" else min(workplace.today(), ends)
    if not earliest <= day <= latest or vote.vote is not Vote.HAND_OUT:
        raise RequestRefused("plan.slips", where=f"{day:%d/%m/%Y}")


def _sent_late(workplace: Workplace, session: Session, vote: Round) -> tuple[date, ClauseView] | None:
    days, sent = replace(slip_days(vote), begins=None, ends=None), vote.slips_plan_sent_on
    if sent is None:
        return None
    statute = statute_for(workplace, vote.election)
    due = hand_out_deadlines(statute, days, working_days(session, sent))
    return next(((one.day, clause_view(one.clause)) for one in due if sent > one.day), None)


def _check_past(workplace: Workplace, code: str, day: object, meeting: date) -> None:
    if isinstance(day, date) and day > min(workplace.today(), meeting):
        raise RequestRefused(code, where=f"{day:%d/%m/%Y}")


def _caller(election: Election) -> Official:
    head = _team_head(election)
    if head is None:
        raise RequestRefused("plan.team_head", where=f"{election.unit.kind} {election.unit.name}")
    return head


def _number(typed: object) -> str | None:
    if not typed:
        return None
    number = read_number(str(typed))
    if number is None:
        # The number itself is personal: a refusal names the field alone.
        raise RequestRefused("plan.phone")
    return number


def _team_head(election: Election) -> Official | None:
    return next((o for o in election.officials if o.role is OfficialRole.TEAM_HEAD), None)
