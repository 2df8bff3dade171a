"""What changes a member by a paper: a standing for a time, a move from branch to branch, leaving for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.party import Beginning, Ending, Member, Membership, StandingKind
from desktop.models.party import Standing as StandingRecord
from desktop.models.posts import Assignment, Post, PostKind
from desktop.models.store.session import writing
from desktop.rules.standing import Standing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_on
from desktop.services.party.member_views import MemberDetail, found_member, member
from desktop.services.places.heads import Plain, end_post, holds_on
from desktop.vietnamese.text import tidy

__all__ = [
    "Beginning",
    "Ending",
    "Leaving",
    "NewStanding",
    "arrived",
    "change_standing",
    "end_standing",
    "leave",
]


_COMMITTEE = (PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.COMMITTEE_MEMBER)


@dataclass(frozen=True, slots=True)
class NewStanding:
    """One of ``standing.STORED``: from when, until when if that is known, why, where, by which paper.

    ``study`` says of a temporary stay that it is for studies, which may last longer.
    """

    kind: Standing
    starts_on: date
    ends_on: date | None = None
    reason: str = ""
    place: str = ""
    number: str = ""
    paper_on: date | None = None
    study: bool = False


@dataclass(frozen=True, slots=True)
class Leaving:
    """How a member leaves a branch: the last day here, where to or why, by which paper.

    Attributes:
        branch: code of the branch that the member comes to, for a move within the commune.
        destination: where to, for a move out of it; else the reason, where one is written down.
    """

    ending: Ending
    last_day: date
    destination: str = ""
    branch: str = ""
    number: str = ""
    paper_on: date | None = None


@for_party
def change_standing(workplace: Workplace, key: int, new: NewStanding) -> MemberDetail:
    """Store a standing; one of the same kind that goes on ends the day before.

    Raises:
        RequestRefused: ``unknown.member``; ``member.period`` where it ends before it begins.
    """
    if new.ends_on is not None and new.ends_on < new.starts_on:
        raise RequestRefused("member.period")
    kind = StandingKind(new.kind)
    with writing(workplace.database) as session:
        found = found_member(session, key)
        for earlier in found.standings:
            open_then = earlier.ends_on is None or earlier.ends_on >= new.starts_on
            if earlier.kind is kind and earlier.starts_on < new.starts_on and open_then:
                earlier.ends_on = new.starts_on - timedelta(days=1)
        session.add(
            StandingRecord(
                member=found,
                kind=kind,
                starts_on=new.starts_on,
                ends_on=new.ends_on,
                reason=tidy(new.reason) or None,
                place=tidy(new.place) or None,
                paper_number=tidy(new.number) or None,
                paper_on=new.paper_on,
                study=new.study,
            )
        )
        session.flush()
        workplace.note(session, "member.standing", found, "standing")
    return member(workplace, key)


@for_party
def end_standing(workplace: Workplace, key: int, standing: int, last_day: date) -> MemberDetail:
    """End a standing that goes on, with its last day.

    Raises:
        RequestRefused: ``unknown.member``, ``member.period`` where it would end before it began.
    """
    with writing(workplace.database) as session:
        found = found_member(session, key)
        held = next((each for each in found.standings if each.id == standing), None)
        if held is None or last_day < held.starts_on:
            raise RequestRefused("member.period")
        held.ends_on = last_day
        workplace.note(session, "member.standing", found, "standing")
    return member(workplace, key)


@for_party
def leave(workplace: Workplace, key: int, leaving: Leaving) -> tuple[PostKind, ...]:
    """Let a member leave the branch by a paper; the past keeps the member.

    Who moves to another branch of the commune is in that one from the day after. Whoever leaves a branch
    leaves its committee from that day, without a decision; of who died all posts and assignments end.

    Returns:
        The posts that ended by it.

    Raises:
        RequestRefused: ``unknown.member``; ``member.left`` for one who is in no branch any more;
            ``member.period`` for a last day before the first or to come; ``member.destination`` for a move
            that doesn't say where to; ``unknown.branch``; ``member.same_branch``.

    Source: R 16.4 (leaving the committee).
    """
    with writing(workplace.database) as session:
        found = found_member(session, key)
        held = _held(found)
        early = held.starts_on is not None and leaving.last_day < held.starts_on
        if early or leaving.last_day > workplace.today():
            raise RequestRefused("member.period")
        destination = tidy(leaving.destination)
        if leaving.ending is Ending.WITHIN:
            destination = _enter(session, found, held, leaving)
        elif leaving.ending is Ending.MOVED and not destination:
            raise RequestRefused("member.destination")
        held.ends_on = leaving.last_day
        held.ending = leaving.ending
        held.destination = destination or None
        held.paper_number = tidy(leaving.number) or None
        held.paper_on = leaving.paper_on
        ended = _end_posts(session, found, held, leaving)
        session.flush()
        workplace.note(session, "member.move", found, "branch", "destination", "paper")
    return ended


@for_party
def arrived(workplace: Workplace, key: int, membership: int, on: date) -> MemberDetail:
    """Note the day on which the other branch said that a member is there: the move is done.

    Raises:
        RequestRefused: ``unknown.member``; ``member.period`` for a day before the last one here, or to come.
    """
    with writing(workplace.database) as session:
        found = found_member(session, key)
        left = next((each for each in found.memberships if each.id == membership), None)
        if left is None or left.ends_on is None or not left.ends_on <= on <= workplace.today():
            raise RequestRefused("member.period")
        left.arrived_on = on
        workplace.note(session, "member.arrived", found, "branch")
    return member(workplace, key)


def _held(found: Member) -> Membership:
    held = next((each for each in found.memberships if each.ends_on is None), None)
    if held is None:
        raise RequestRefused("member.left", where=found.person.name)
    return held


def _end_posts(session: Session, found: Member, held: Membership, leaving: Leaving) -> tuple[PostKind, ...]:
    """End what the member holds in the branch on the last day; after a death whatever the person holds."""
    died = leaving.ending is Ending.DIED
    posts = select(Post).where(Post.person_id == found.person_id, *holds_on(Post, leaving.last_day))
    if not died:
        posts = posts.where(Post.organisation_id == held.branch_id, Post.kind.in_(_COMMITTEE))
    ended = [post for post in session.scalars(posts.order_by(Post.id)) if post.ends_on is None]
    for post in ended:
        end_post(Plain(session), post, leaving.last_day)
    if died:
        charged = select(Assignment).where(
            Assignment.person_id == found.person_id, *holds_on(Assignment, leaving.last_day)
        )
        for each in session.scalars(charged):
            end_post(Plain(session), each, leaving.last_day)
    return tuple(post.kind for post in ended)


def _enter(session: Session, found: Member, held: Membership, leaving: Leaving) -> str:
    """Let a member into another branch of the commune, and return its name."""
    target = branch_on(session, leaving.branch, leaving.last_day)
    if target.id == held.branch_id:
        raise RequestRefused("member.same_branch", where=target.name)
    origin = held.branch.name
    came = Membership(member=found, branch=target, starts_on=leaving.last_day + timedelta(days=1))
    came.beginning = Beginning.WITHIN
    came.origin = origin
    came.entry_number = tidy(leaving.number) or None
    came.entry_on = leaving.paper_on
    session.add(came)
    return target.name
