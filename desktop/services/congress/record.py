"""What is written down of a congress beside its roll and its votes, and what may be written down now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy.orm import Session

from desktop.models.congress import Congress
from desktop.models.elections import ContestCode
from desktop.models.posts import PostKind
from desktop.models.store.session import reading
from desktop.services.congress.appointing import ProposalView, proposal_views
from desktop.services.congress.approval import answer_of
from desktop.services.congress.closing import complaints_until
from desktop.services.congress.complaints import ComplaintView, complaint_views
from desktop.services.congress.course import Course, Delegation, course_now, delegation_now
from desktop.services.congress.hands import HandsView, all_hands
from desktop.services.congress.lookup import contests_of, found_congress, latest_vote, vote_code
from desktop.services.congress.preparing import StepView, step_views
from desktop.services.congress.roll import members_on
from desktop.services.congress.votes import Standing, standing_of
from desktop.services.elections.lookup import state_of
from desktop.services.elections.phases import BEFORE_PRINTING, BEFORE_RESULT, IN_MEETING
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace

_POSTS = {
    ContestCode.COMMITTEE: PostKind.COMMITTEE_MEMBER,
    ContestCode.SECRETARY: PostKind.SECRETARY,
    ContestCode.DEPUTY: PostKind.DEPUTY_SECRETARY,
}


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post that the congress left open, or whose elected holder the superior refused.

    ``why`` is the refusal's reason, or a ``Standing``; ``refused`` names who was refused.
    """

    post: PostKind
    why: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class CongressRecord:
    """What is written down of a congress.

    Attributes:
        number, opening, venue, announced_on: as planned.
        printed: ballots are printed, so that it is moved or cancelled by a decision.
        cancelled, reported, closed: how far it is; ``cancellable`` while no count is finalised.
        delegation: None where no delegates are elected.
        members: keys and names of the branch's official members today.
        complaints_until: the last day for complaints; None where no clause sets any.
        at_vote: code and post of the votes whose ballots are out and whose count isn't finalised.
        report_number, report_sent_on, received_on: of the report that asks for approval; ``approved`` once
            the superior answered it.
        handed_over_on, handed_over_hour, destroyed_on, destroyed_number: as written down so far.
    """

    code: str
    branch: str
    number: int | None
    opening: time | None
    venue: str
    held_on: date
    announced_on: date | None
    printed: bool
    cancelled: bool
    cancellable: bool
    reported: bool
    closed: bool
    plan: tuple[StepView, ...]
    course: Course
    delegation: Delegation | None
    hands: tuple[HandsView, ...]
    complaints: tuple[ComplaintView, ...]
    complaints_until: date | None
    proposals: tuple[ProposalView, ...]
    vacancies: tuple[Vacancy, ...]
    members: tuple[tuple[int, str], ...]
    at_vote: tuple[tuple[str, str], ...]
    report_number: str
    report_sent_on: date | None
    received_on: date | None
    approved: bool
    handed_over_on: date | None
    handed_over_hour: time | None
    destroyed_on: date | None
    destroyed_number: str


@for_party
def congress_record(workplace: Workplace, code: str) -> CongressRecord:
    """Return what is written down of a congress.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with reading(workplace.database) as session:
        congress = found_congress(session, code)
        election = congress.election
        states = [state_of(vote) for vote in election.rounds]
        members = members_on(session, congress.branch_id, workplace.today())
        until = complaints_until(workplace, session, congress)
        answer = answer_of(session, congress)
        elects_delegates = any(each.code is ContestCode.DELEGATES for each in election.contests)
        return CongressRecord(
            code=election.code,
            branch=congress.branch.name,
            number=congress.number,
            opening=election.rounds[0].opening if election.rounds else None,
            venue=election.venue or "",
            held_on=election.held_on,
            announced_on=congress.announced_on,
            printed=any(state not in BEFORE_PRINTING for state in states),
            cancelled=election.cancelled_at is not None,
            cancellable=all(state in BEFORE_RESULT for state in states),
            reported=congress.reported_at is not None,
            closed=congress.closed_at is not None,
            plan=step_views(session, congress),
            course=course_now(congress),
            delegation=delegation_now(congress) if elects_delegates else None,
            hands=all_hands(session, congress),
            complaints=complaint_views(session, congress, until),
            complaints_until=until,
            proposals=proposal_views(session, congress),
            vacancies=_vacancies(session, congress),
            members=tuple((one.member.id, one.member.person.name) for one in members if one.official),
            at_vote=tuple(
                (vote_code(vote), vote.contest.post)
                for contest in contests_of(election)
                if state_of(vote := latest_vote(contest)) in IN_MEETING
            ),
            report_number=congress.report_number or "",
            report_sent_on=congress.report_sent_on,
            received_on=answer.received_on if answer else None,
            approved=answer is not None and answer.result is not None,
            handed_over_on=congress.handed_over_on,
            handed_over_hour=congress.handed_over_hour,
            destroyed_on=congress.destroyed_on,
            destroyed_number=congress.destroyed_number or "",
        )


def _vacancies(session: Session, congress: Congress) -> tuple[Vacancy, ...]:
    found = [
        Vacancy(_POSTS[contest.code], standing.value)
        for contest in contests_of(congress.election)
        if contest.code in _POSTS
        and (standing := standing_of(session, contest)) in (Standing.SUPERIOR_APPOINTS, Standing.LEFT)
    ]
    answer = answer_of(session, congress)
    refused = [one for one in answer.people if not one.accepted] if answer else []
    found += [
        Vacancy(_POSTS[one.candidate.contest.code], one.reason or "", one.candidate.printed_name)
        for one in refused
        if one.candidate.contest.code in _POSTS
    ]
    return tuple(found)
