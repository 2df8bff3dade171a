"""What was written of a member by mistake, taken back as if it had never been: a standing, a leaving."""

from __future__ import annotations

from sqlalchemy import String, cast, or_, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.audit import AuditEntry
from desktop.models.congress import Attendee, Congress
from desktop.models.party import Ending, Member, Membership
from desktop.models.posts import Assignment, Post
from desktop.models.store.session import writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.member_views import MemberDetail, found_member, member
from desktop.services.party.posts import OF_ONE


@for_party
def withdraw_standing(workplace: Workplace, key: int, standing: int) -> MemberDetail:
    """Take back a standing that was written of somebody else, or never held.

    Raises:
        RequestRefused: ``unknown.member``; ``member.withdrawn`` where it is gone already.
    """
    with writing(workplace.database) as session:
        found = found_member(session, key)
        written = next((each for each in found.standings if each.id == standing), None)
        if written is None:
            raise RequestRefused("member.withdrawn", where=found.person.name)
        found.standings.remove(written)
        session.delete(written)
        session.flush()
        workplace.note(session, "member.withdraw", found, "standing")
    return member(workplace, key)


@for_party
def withdraw_leaving(workplace: Workplace, key: int) -> MemberDetail:
    """Take back the last leaving: the member is in the branch as before, with the posts that ended by it.

    A post that somebody else holds by now stays ended, as does one that a paper of its own ended.

    Raises:
        RequestRefused: ``unknown.member``; ``member.withdrawn`` for one who left no branch;
            ``member.used`` where the member has entered one since otherwise than by this move,
            ``member.serves`` where the member took a post there or stands on the roll of its congress.
    """
    with writing(workplace.database) as session:
        found = found_member(session, key)
        left = _left(session, found)
        last = left.ends_on
        for post in _ended(session, found, left) if last is not None else ():
            post.ends_on = None
        left.ends_on = left.ending = left.destination = None
        left.paper_number = left.paper_on = left.arrived_on = None
        session.flush()
        workplace.note(session, "member.withdraw", found, "branch")
    return member(workplace, key)


def _left(session: Session, found: Member) -> Membership:
    """Return the membership that was left last; what a move within the commune began is taken away."""
    gone = [each for each in found.memberships if each.ending is not None and each.ends_on is not None]
    if not gone:
        raise RequestRefused("member.withdrawn", where=found.person.name)
    left = max(gone, key=lambda each: (each.ends_on, each.id))
    others = [each for each in found.memberships if each is not left and each.id > left.id]
    if left.ending is Ending.WITHIN and len(others) == 1 and others[0].ending is None:
        _demand_unused(session, found, others[0])
        found.memberships.remove(others[0])
        session.delete(others[0])
    elif others or any(each.ends_on is None for each in found.memberships):
        raise RequestRefused("member.used", where=found.person.name)
    return left


def _demand_unused(session: Session, found: Member, entered: Membership) -> None:
    """Refuse to take back a move into a branch in which the member has done something since."""
    posts = select(Post.id).where(
        Post.person_id == found.person_id, Post.organisation_id == entered.branch_id, Post.ends_on.is_(None)
    )
    rolls = (
        select(Attendee.id)
        .join(Congress)
        .where(
            Attendee.member_id == found.id,
            Congress.branch_id == entered.branch_id,
            Congress.reported_at.is_not(None),
        )
    )
    if session.scalars(posts).first() is not None or session.scalars(rolls).first() is not None:
        raise RequestRefused("member.serves", where=found.person.name)


def _ended(session: Session, found: Member, left: Membership) -> list[Post | Assignment]:
    """Return what the person held in the branch, or of a death anywhere, until the last day."""
    if left.ends_on is None:
        return []
    by_hand = select(AuditEntry.sequence).where(
        AuditEntry.action == "post.end",
        AuditEntry.record_kind == Post.__name__,
        AuditEntry.record_id == cast(Post.id, String),
    )
    posts = select(Post).where(
        Post.person_id == found.person_id, Post.ends_on == left.ends_on, ~by_hand.exists()
    )
    if left.ending is not Ending.DIED:
        return [
            post
            for post in session.scalars(posts.where(Post.organisation_id == left.branch_id))
            if not _is_taken(session, post)
        ]
    charged = select(Assignment).where(
        Assignment.person_id == found.person_id, Assignment.ends_on == left.ends_on
    )
    held: list[Post | Assignment] = [post for post in session.scalars(posts) if not _is_taken(session, post)]
    return [*held, *session.scalars(charged)]


def _is_taken(session: Session, post: Post) -> bool:
    if post.kind not in OF_ONE or post.ends_on is None:
        return False
    after = or_(Post.ends_on.is_(None), Post.ends_on > post.ends_on)
    others = select(Post.id).where(
        Post.kind == post.kind,
        Post.unit_id.is_not_distinct_from(post.unit_id),
        Post.organisation_id.is_not_distinct_from(post.organisation_id),
        Post.id != post.id,
        after,
    )
    return session.scalars(others).first() is not None
