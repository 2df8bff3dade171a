"""Filling a post of a branch that no vote filled: the branch proposes somebody, and the superior appoints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress, Proposal
from desktop.models.elections import ContestCode
from desktop.models.posts import Post, PostKind, Way
from desktop.models.store.session import writing
from desktop.rules.standing import Standing
from desktop.rules.timeline import months_after
from desktop.services.congress.approval import answer_of
from desktop.services.congress.lists import elected_in, half_or_less
from desktop.services.congress.lookup import committee_of, contests_of, found_congress
from desktop.services.congress.roll import members_on
from desktop.services.elections.lookup import statute_for
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, local
from desktop.services.party.posts import NewPost, begin
from desktop.services.places.heads import holds_on
from desktop.vietnamese.text import tidy

__all__ = [
    "POSTS",
    "PostKind",
    "ProposalView",
    "Proposed",
    "appoint",
    "proposal_views",
    "proposals_of",
    "propose",
    "withdraw_proposal",
]

POSTS = (PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.COMMITTEE_MEMBER)
"""What is filled by appointment, never by a by-election of the branch (294-QĐ/TW 16.2.2)."""


_CONTESTS = {PostKind.SECRETARY: ContestCode.SECRETARY, PostKind.DEPUTY_SECRETARY: ContestCode.DEPUTY}
"""The posts that one person holds, by what a congress elects to them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Whom a branch proposes, and how its conference voted.

    Attributes:
        post: one of ``POSTS``.
        member: the key.
        reason: why the post is vacant, and why this person.
        met_on: day of the conference.
        members, present: official members, and those who came.
        issued, returned, valid, votes: ballots of the poll, and those for the person; None without a poll.
        number, dated_on: of the proposal.
    """

    post: PostKind
    member: int
    reason: str
    met_on: date
    members: int
    present: int
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    votes: int | None = None
    number: str = ""
    dated_on: date | None = None


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A proposal that was written down; what was decided is empty until then."""

    key: int
    post: PostKind
    name: str
    reason: str
    met_on: date
    number: str
    decision_number: str
    decided_on: date | None


@for_party
def propose(workplace: Workplace, code: str, proposed: Proposed) -> int:
    """Write down whom the branch of a congress proposes for a vacant post, and return the proposal's key.

    Raises:
        RequestRefused: ``unknown.congress``; ``appointing.post``; ``congress.nominee`` for who isn't an
            official member of the branch on the day; ``appointing.reason``; ``congress.day`` for a conference
            before the congress or to come; ``appointing.figures`` for more who came or voted than there are;
            ``appointing.too_early`` for adding to the committee who got half or less less than a year ago;
            ``appointing.held`` for a post that somebody holds since the congress, or was elected to.

    Source: 294-QĐ/TW 16.2.2 and 23.3; 06-HD/TW 16.3; congress.md §1 and §6, 21.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        if proposed.post not in POSTS:
            raise RequestRefused("appointing.post", where=congress.branch.name)
        if not congress.election.held_on <= proposed.met_on <= workplace.today():
            raise RequestRefused("congress.day", where=f"{proposed.met_on:%d/%m/%Y}")
        members = members_on(session, congress.branch_id, proposed.met_on)
        found = next((one for one in members if one.member.id == proposed.member), None)
        if found is None:
            raise RequestRefused("congress.member")
        if not found.official or found.standing in (Standing.HERE, Standing.SUSPENDED, Standing.CHARGED):
            raise RequestRefused("congress.nominee", where=found.member.person.name)
        if not tidy(proposed.reason):
            raise RequestRefused("appointing.reason", where=congress.branch.name)
        _demand_vacant(session, congress, proposed.post, proposed.met_on)
        _demand_figures(proposed, congress.branch.name)
        _demand_a_year(workplace, session, congress, proposed, found.member.person_id)
        made = Proposal(
            branch=congress.branch,
            member=found.member,
            post=proposed.post.value,
            reason=tidy(proposed.reason),
            met_on=proposed.met_on,
            members=proposed.members,
            present=proposed.present,
            issued=proposed.issued,
            returned=proposed.returned,
            valid=proposed.valid,
            votes=proposed.votes,
            number=tidy(proposed.number) or None,
            dated_on=proposed.dated_on,
            congress=congress,
        )
        session.add(made)
        session.flush()
        workplace.note(session, "congress.propose", made, "post", "met_on", "number")
        return made.id


@for_party
def appoint(workplace: Workplace, proposal: int, number: str, decided_on: date) -> None:
    """Write down that the superior appoints whom the branch proposed; the person holds the post from then.

    Raises:
        RequestRefused: ``appointing.unknown``; ``appointing.decided``; ``recognition.number`` without one;
            ``congress.day`` for a day before the conference, or to come; ``appointing.held`` where somebody
            has the post by now; as ``begin_post``.

    Source: 294-QĐ/TW 16.2.2 (rules.md §3, vacancy).
    """
    with writing(workplace.database) as session:
        found = _open(session, proposal)
        if not tidy(number):
            raise RequestRefused("recognition.number", where=found.branch.name)
        if not found.met_on <= decided_on <= workplace.today():
            raise RequestRefused("congress.day", where=f"{decided_on:%d/%m/%Y}")
        if found.congress is not None:
            _demand_vacant(session, found.congress, PostKind(found.post), decided_on)
        found.decision_number, found.decided_on = tidy(number), decided_on
        person = found.member.person
        new = NewPost(
            kind=PostKind(found.post),
            code=found.branch.code,
            name=person.name,
            person=person.id,
            way=Way.APPOINTED,
            starts_on=decided_on,
            until=found.congress.election.term_to if found.congress else None,
            number=tidy(number),
            paper_on=decided_on,
        )
        begin(workplace, session, new)
        session.flush()
        workplace.note(session, "congress.appoint", found, "decision_number", "decided_on")


@for_party
def withdraw_proposal(workplace: Workplace, proposal: int) -> None:
    """Take back a proposal on which nothing was decided.

    Raises:
        RequestRefused: ``appointing.unknown``; ``appointing.decided``.
    """
    with writing(workplace.database) as session:
        found = _open(session, proposal)
        workplace.note(session, "congress.propose", found, "post")
        session.delete(found)


def proposal_views(session: Session, congress: Congress) -> tuple[ProposalView, ...]:
    """Return the proposals that followed a congress as values, in order."""
    return tuple(
        ProposalView(
            key=each.id,
            post=PostKind(each.post),
            name=each.member.person.name,
            reason=each.reason,
            met_on=each.met_on,
            number=each.number or "",
            decision_number=each.decision_number or "",
            decided_on=each.decided_on,
        )
        for each in proposals_of(session, congress)
    )


def proposals_of(session: Session, congress: Congress) -> list[Proposal]:
    """Return the proposals that followed a congress, in order."""
    held = select(Proposal).where(Proposal.congress_id == congress.id).order_by(Proposal.id)
    return list(session.scalars(held))


def _open(session: Session, proposal: int) -> Proposal:
    found = session.get(Proposal, proposal)
    if found is None:
        raise RequestRefused("appointing.unknown")
    if found.decided_on is not None:
        raise RequestRefused("appointing.decided", where=found.member.person.name)
    return found


def _demand_vacant(session: Session, congress: Congress, kind: PostKind, day: date) -> None:
    """Refuse to fill a post of one that isn't vacant: whoever has it would lose it without a word."""
    if kind not in _CONTESTS:
        return
    since = congress.election.held_on
    posts = select(Post).where(
        Post.organisation_id == congress.branch_id, Post.kind == kind, *holds_on(Post, day)
    )
    held = [each.holder for each in session.scalars(posts) if each.starts_on and each.starts_on >= since]
    answer = answer_of(session, congress)
    # Who was elected waits for the superior's answer; afterwards the posts tell who holds what.
    if answer is None or answer.result is None:
        contests = [each for each in contests_of(congress.election) if each.code is _CONTESTS[kind]]
        held += [one.printed_name for contest in contests for one in elected_in(session, contest)]
    if held:
        raise RequestRefused("appointing.held", where=held[0] or congress.branch.name)


def _demand_figures(proposed: Proposed, branch: str) -> None:
    known = [
        figure
        for figure in (
            *(proposed.members, proposed.present, proposed.issued),
            *(proposed.returned, proposed.valid, proposed.votes),
        )
        if figure is not None
    ]
    if known != sorted(known, reverse=True) or known[-1] < 0:
        raise RequestRefused("appointing.figures", where=branch)


def _demand_a_year(
    workplace: Workplace, session: Session, congress: Congress, proposed: Proposed, person: int
) -> None:
    """Refuse to add somebody to the committee who got half or less in it, as long as the law asks.

    Source: 06-HD/TW 16.3 (rules.md §3, list).
    """
    committee = committee_of(congress.election)
    # The law of the day on which somebody is added counts, not that of the congress.
    statute = statute_for(workplace, congress.election, proposed.met_on)
    clause = statute.find("added_again_after")
    if proposed.post is not PostKind.COMMITTEE_MEMBER or committee is None or clause is None:
        return
    closed_on = local(congress.closed_at).date() if congress.closed_at else congress.election.held_on
    first = months_after(closed_on, clause.whole())
    if proposed.met_on < first and person in half_or_less(session, committee, statute):
        raise RequestRefused("appointing.too_early", where=f"{first:%d/%m/%Y}")
