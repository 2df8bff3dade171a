"""The superior's answer to a congress: when its report came in, whom it approves, which post it refuses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress
from desktop.models.elections import ContestCode, Round
from desktop.models.party import Organisation, Term
from desktop.models.people import Person
from desktop.models.posts import Post, PostKind, Tenure, Way
from desktop.models.results import Decision, DecisionResult
from desktop.models.store.session import writing
from desktop.rules.vote_state import VoteState
from desktop.services.chain.gates import Gate, demand_of_congress
from desktop.services.congress.lookup import contests_of, found_congress
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.lookup import state_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, local
from desktop.services.party.organisations import committee_of
from desktop.services.party.posts import NewPost, begin
from desktop.services.places.heads import Plain, end_post, holds_on
from desktop.services.results.decisions import (
    accept_elected,
    decision_of,
    one_decision,
    record_decision,
)
from desktop.vietnamese.text import tidy

_DAY = timedelta(days=1)
_POSTS = {
    ContestCode.COMMITTEE: PostKind.COMMITTEE_MEMBER,
    ContestCode.SECRETARY: PostKind.SECRETARY,
    ContestCode.DEPUTY: PostKind.DEPUTY_SECRETARY,
}
_COUNTED = (VoteState.FINALISED, VoteState.TO_HOLD_AGAIN, VoteState.RECOGNISED)


@dataclass(frozen=True, slots=True)
class Refused:
    """Somebody elected whom the superior doesn't approve in a post, and why."""

    post: str
    name: str
    reason: str


@for_party
def record_received(workplace: Workplace, code: str, received_on: date) -> None:
    """Write down when the superior received the report, from which the days of its answer run.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.not_closed``; ``congress.day`` for a day before the
            congress or to come; ``congress.nobody`` where nobody was elected.
    """
    with writing(workplace.database) as session:
        congress = _answerable(session, code)
        if not congress.election.held_on <= received_on <= workplace.today():
            raise RequestRefused("congress.day", where=f"{received_on:%d/%m/%Y}")
        decision = one_decision(session, _votes(session, congress))
        decision.received_on = received_on
        session.flush()
        workplace.note(session, "congress.received", decision, "received_on")


@for_party
def take_back_sent(workplace: Workplace, code: str) -> None:
    """Take back that the report went up, which was written down by mistake.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.answered`` once the superior received it.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if answer_of(session, congress) is not None:
            raise RequestRefused("congress.answered", where=congress.branch.name)
        congress.report_sent_on = congress.report_number = None
        session.flush()
        workplace.note(session, "congress.sent", congress, "report_sent_on", "report_number")


@for_party
def approve(
    workplace: Workplace, code: str, number: str, decided_on: date, refused: Sequence[Refused] = ()
) -> None:
    """Record the decision that approves what a congress elected, but for the posts that it refuses.

    Those approved hold their posts: committee and secretary from the day of the congress, a deputy from that
    of the decision; who held them until then doesn't any longer. The term of the branch begins.

    Raises:
        RequestRefused: ``unknown.congress``; ``congress.not_closed``; ``congress.nobody`` where nobody was
            elected; ``recognition.number``; ``recognition.not_elected`` and ``recognition.reason`` of a
            refused post; ``congress.approved``; ``congress.day`` for a day before the congress or to come,
            ``congress.unreceived`` for one before the report came in; ``W605`` where a hamlet's chain keeps
            the gate shut.

    Source: Party Statute 13.1; 294-QĐ/TW 15.2, 16.1.2 and 16.1.3 (rules.md §3, approval, signing).
    """
    with writing(workplace.database) as session:
        congress = _answerable(session, code)
        votes = _votes(session, congress)
        decision = one_decision(session, votes)
        if decision.result is not None:
            raise RequestRefused("congress.approved", where=congress.branch.name)
        if not congress.election.held_on <= decided_on <= workplace.today():
            raise RequestRefused("congress.day", where=f"{decided_on:%d/%m/%Y}")
        if decision.received_on is not None and decided_on < decision.received_on:
            raise RequestRefused("congress.unreceived", where=f"{decided_on:%d/%m/%Y}")
        demand_of_congress(workplace, session, Gate.REPORT_RECEIVED, congress)
        why = _why(votes, session, refused)
        record_decision(workplace, session, decision, DecisionResult.APPROVED, number, decided_on)
        decision.signer = _signer(session, decided_on)
        for vote in votes:
            partly = any(vote.id == refused_in for refused_in, _ in why)
            # A vote that the congress went on after has its answer in the same decision.
            if state_of(vote) is VoteState.FINALISED:
                vote.state = state_of(vote).order_again() if partly else state_of(vote).recognise()
            accept_elected(workplace, session, decision, vote, why)
        _take_office(workplace, session, congress, decision)
        session.flush()
        workplace.note(session, "congress.approve", decision, "number", "decided_on", "people")


def answer_of(session: Session, congress: Congress) -> Decision | None:
    """Return what the superior decided of a congress or is deciding; None before its report came in."""
    for vote in _votes(session, congress):
        found = decision_of(session, latest_count(session, vote))
        if found is not None:
            return found
    return None


def _votes(session: Session, congress: Congress) -> list[Round]:
    """Return the counted votes that elected somebody, in order."""
    counted = [
        vote
        for contest in contests_of(congress.election)
        for vote in contest.rounds
        if state_of(vote) in _COUNTED
    ]
    return [vote for vote in counted if record_of(latest_count(session, vote)).outcome.elected]


def _answerable(session: Session, code: str) -> Congress:
    congress = found_congress(session, code)
    if congress.closed_at is None:
        raise RequestRefused("congress.not_closed", where=congress.branch.name)
    if not _votes(session, congress):
        raise RequestRefused("congress.nobody", where=congress.branch.name)
    return congress


def _why(votes: Sequence[Round], session: Session, refused: Sequence[Refused]) -> dict[tuple[int, str], str]:
    """Return the reasons by the vote that elected each of those refused, and the name."""
    why = {}
    for each in refused:
        elected_in = [
            vote
            for vote in votes
            if vote.contest.code == each.post
            and each.name in record_of(latest_count(session, vote)).outcome.elected
        ]
        if not elected_in:
            raise RequestRefused("recognition.not_elected", where=each.name)
        why[(elected_in[-1].id, each.name)] = tidy(each.reason)
    return why


def _take_office(workplace: Workplace, session: Session, congress: Congress, decision: Decision) -> None:
    held_on = local(congress.closed_at).date() if congress.closed_at else congress.election.held_on
    decided_on = decision.decided_on or held_on
    branch, election = congress.branch, congress.election
    accepted = {said.candidate_id for said in decision.people if said.accepted}
    elected = [
        (contest.code, candidate.person)
        for contest in contests_of(election)
        for candidate in contest.candidates
        if candidate.id in accepted and contest.code in _POSTS
    ]
    before = _end_committee(session, branch, held_on)
    for code, person in elected:
        starts_on = decided_on if code is ContestCode.DEPUTY else held_on
        new = NewPost(
            kind=_POSTS[code],
            code=branch.code,
            name=person.name,
            person=person.id,
            way=Way.ELECTED,
            tenure=_tenure(before, person) if code is ContestCode.COMMITTEE else None,
            starts_on=starts_on,
            until=election.term_to,
            number=decision.number or "",
            paper_on=decision.decided_on,
        )
        begin(workplace, session, new)
    if not any(term.starts_on == held_on for term in branch.terms):
        session.add(
            Term(
                organisation=branch,
                congress=congress.number,
                starts_on=held_on,
                ends_on=election.term_to,
            )
        )


def _end_committee(session: Session, branch: Organisation, held_on: date) -> list[Post]:
    """End the committee of the term before, whose members no one post of one would end, and return them."""
    led = select(Post).where(Post.organisation_id == branch.id, *holds_on(Post, held_on))
    held = [post for post in session.scalars(led) if post.kind in _POSTS.values()]
    for post in held:
        end_post(Plain(session), post, held_on - _DAY)
    session.flush()
    return [post for post in held if post.kind is PostKind.COMMITTEE_MEMBER]


def _tenure(before: Sequence[Post], person: Person) -> Tenure | None:
    """Tell whether somebody was in the committee of the term before; None where nobody knows it."""
    if not before:
        return None
    again = any(post.person_id == person.id or post.holder == person.name for post in before)
    return Tenure.RE_ELECTED if again else Tenure.NEW


def _signer(session: Session, day: date) -> str | None:
    """Name the secretary of the commune's committee, who signs for it; None where nobody is written down."""
    committee = committee_of(session, day)
    if committee is None:
        return None
    leads = select(Post).where(
        Post.organisation_id == committee.id, Post.kind == PostKind.SECRETARY, *holds_on(Post, day)
    )
    found = session.scalars(leads).first()
    return found.holder if found is not None else None
