"""Posts written down: somebody begins one, ends it or never held it; one post has one holder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.party import Member, Membership, Organisation, OrganisationKind
from desktop.models.people import Person
from desktop.models.places import Unit, UnitLevel
from desktop.models.posts import Post, PostKind, Tenure, Way
from desktop.models.store.session import writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.party.branches import lives_on
from desktop.services.party.organisations import organisation_on
from desktop.services.places.heads import (
    Plain,
    end_post,
    person_named,
)
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import fold, tidy

__all__ = [
    "OF_HAMLETS",
    "OF_ORGANISATIONS",
    "OF_THE_COMMUNE",
    "NewPost",
    "PostKind",
    "Tenure",
    "Way",
    "begin_post",
    "end_post_on",
    "withdraw_post",
]

OF_HAMLETS = (
    PostKind.HAMLET_HEAD,
    PostKind.HAMLET_DEPUTY,
    PostKind.FRONT_BOARD_HEAD,
    PostKind.POLICE_OFFICER,
    PostKind.WOMEN_HEAD,
    PostKind.FARMERS_HEAD,
    PostKind.VETERANS_HEAD,
    PostKind.YOUTH_SECRETARY,
)
OF_ORGANISATIONS = (
    PostKind.SECRETARY,
    PostKind.DEPUTY_SECRETARY,
    PostKind.COMMITTEE_MEMBER,
    PostKind.UNIT_HEAD,
)
OF_THE_COMMUNE = (
    PostKind.COUNCIL_CHAIR,
    PostKind.COMMUNE_CHAIR,
    PostKind.COMMUNE_DEPUTY_CHAIR,
    PostKind.COMMUNE_OTHER,
)
OF_ONE = frozenset(
    {
        *(PostKind.HAMLET_HEAD, PostKind.FRONT_BOARD_HEAD, PostKind.SECRETARY, PostKind.UNIT_HEAD),
        *(PostKind.COUNCIL_CHAIR, PostKind.COMMUNE_CHAIR, PostKind.WOMEN_HEAD, PostKind.FARMERS_HEAD),
        *(PostKind.VETERANS_HEAD, PostKind.YOUTH_SECRETARY),
    }
)
"""Posts that one person holds at a time in a place."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewPost:
    """A post that somebody takes; ``code`` is the hamlet's, the organisation's, or empty for the commune.

    ``person`` is a key of the registers; without one ``name`` says who it is, and the one person of that
    name in the branch or the hamlet is meant, unless it is somebody ``unlisted``. Without a ``tenure`` it
    follows from who held the post before, where that is known.
    """

    kind: PostKind
    code: str
    name: str
    person: int | None = None
    way: Way | None = None
    tenure: Tenure | None = None
    starts_on: date | None = None
    until: date | None = None
    number: str = ""
    paper_on: date | None = None
    local: bool | None = None
    title: str = ""
    unlisted: bool = False


@for_party
def begin_post(workplace: Workplace, new: NewPost) -> int:
    """Let somebody hold a post, and return its key; who held it alone until then no longer does.

    Raises:
        RequestRefused: ``post.holder`` for nobody; ``post.place`` for a place that has no such post;
            ``post.title`` for one that needs a word; ``post.held`` where the person holds it already;
            ``post.day`` for a first day before who held it began; ``unknown.unit``, ``unknown.branch``.
    """
    with writing(workplace.database) as session:
        post = begin(workplace, session, new)
        return post.id


def begin(workplace: Workplace, session: Session, new: NewPost) -> Post:
    """Let somebody hold a post inside the caller's transaction, as ``begin_post`` does."""
    today = workplace.today()
    person = session.get(Person, new.person) if new.person is not None else None
    if person is None and not tidy(new.name):
        raise RequestRefused("post.holder")
    if new.kind is PostKind.COMMUNE_OTHER and not tidy(new.title):
        raise RequestRefused("post.title")
    unit, organisation = _place(session, new, today)
    if person is None and not new.unlisted:
        person = person_meant(session, new.name, unit, organisation, today)
    post = Post(
        kind=new.kind,
        unit=unit,
        organisation=organisation,
        person=person,
        name=None if person is not None else tidy(new.name),
        title=tidy(new.title) or None,
        way=new.way,
        starts_on=new.starts_on,
        until=new.until,
        paper_number=tidy(new.number) or None,
        paper_on=new.paper_on,
        local=new.local,
    )
    held = _held(session, post, new.starts_on or today)
    if any(same_holder(post, other) for other in held):
        raise RequestRefused("post.held", where=post.holder or "")
    post.tenure = new.tenure
    if new.kind in OF_ONE and new.way is not Way.PROVISIONAL:
        for other in held:
            if other.starts_on is not None and (new.starts_on or today) <= other.starts_on:
                raise RequestRefused("post.day", where=other.holder or "")
            end_post(Plain(session), other, (new.starts_on or today) - _DAY)
        before = _before(session, post, new.starts_on or today)
        if new.tenure is None and before is not None:
            post.tenure = Tenure.RE_ELECTED if same_holder(post, before) else Tenure.NEW
    session.add(post)
    session.flush()
    workplace.note(session, "post.begin", post, "holder", "starts_on", "paper")
    return post


@for_party
def end_post_on(workplace: Workplace, post: int, last: date) -> None:
    """End a post with its last day.

    Raises:
        RequestRefused: ``post.unknown``; ``post.day`` for a day before its first.
    """
    with writing(workplace.database) as session:
        found = _found(session, post)
        if found.starts_on is not None and last < found.starts_on:
            raise RequestRefused("post.day", where=found.holder or "")
        found.ends_on = last
        session.flush()
        workplace.note(session, "post.end", found, "ends_on")


@for_party
def withdraw_post(workplace: Workplace, post: int) -> None:
    """Take back a post that was written down by mistake, as if nobody had held it.

    Raises:
        RequestRefused: ``post.unknown``; ``post.recognised`` for one that a recognised election began.
    """
    with writing(workplace.database) as session:
        found = _found(session, post)
        if found.kind is PostKind.HAMLET_HEAD and found.way is Way.ELECTED and found.paper_number:
            raise RequestRefused("post.recognised", where=found.holder or "")
        workplace.note(session, "post.withdraw", found, "holder")
        session.delete(found)


def person_meant(
    session: Session, name: str, unit: Unit | None, organisation: Organisation | None, today: date
) -> Person | None:
    """Return the one person of a name whom a place's registers know; None for none, or for several."""
    if unit is not None and unit.level is UnitLevel.HAMLET:
        return person_named(session, unit, name)
    if organisation is None:
        return None
    inside = (
        select(Person)
        .join(Member, Member.person_id == Person.id)
        .join(Membership, Membership.member_id == Member.id)
        .where(Membership.branch_id == organisation.id, *lives_on(Membership, today))
    )
    found = session.scalars(inside.where(Person.name == tidy(name))).all()
    return found[0] if len(found) == 1 else None


def same_holder(one: Post, other: Post) -> bool:
    """Tell whether one person holds both posts: the same person, or the same name where one isn't known."""
    if one.person is not None and other.person is not None:
        return one.person.id == other.person.id
    return one.holder is not None and other.holder is not None and fold(one.holder) == fold(other.holder)


def _place(session: Session, new: NewPost, today: date) -> tuple[Unit | None, Organisation | None]:
    if new.kind in OF_HAMLETS:
        unit = unit_on(session, new.code, today)
        if unit.level is not UnitLevel.HAMLET:
            raise RequestRefused("post.place")
        return unit, None
    if new.kind in OF_THE_COMMUNE:
        return own_unit(session), None
    organisation = organisation_on(session, new.code, today)
    of_unit = organisation.kind not in (OrganisationKind.COMMITTEE, OrganisationKind.RESIDENTIAL)
    if new.kind is PostKind.UNIT_HEAD and not of_unit:
        raise RequestRefused("post.place")
    return None, organisation


def _held(session: Session, post: Post, day: date) -> Sequence[Post]:
    """Return who holds the same post in the same place on a day, a provisional holder left out."""
    return [other for other in _same(session, post) if _holds(other, day)]


def _before(session: Session, post: Post, day: date) -> Post | None:
    """Return who held the same post last before a day."""
    past = [other for other in _same(session, post) if other.ends_on is not None and other.ends_on < day]
    return max(past, key=lambda other: (other.ends_on or day, other.id), default=None)


def _same(session: Session, post: Post) -> Sequence[Post]:
    place = (
        Post.unit_id == post.unit.id
        if post.unit is not None
        else Post.organisation_id == (post.organisation.id if post.organisation is not None else None)
    )
    with session.no_autoflush:
        found = select(Post).where(Post.kind == post.kind, place).order_by(Post.id)
        if post.kind is PostKind.COMMUNE_OTHER:
            found = found.where(Post.title == post.title)
        return session.scalars(found.where(or_(Post.way.is_(None), Post.way != Way.PROVISIONAL))).all()


def _holds(post: Post, day: date) -> bool:
    return (post.starts_on is None or post.starts_on <= day) and (post.ends_on is None or post.ends_on >= day)


def _found(session: Session, key: int) -> Post:
    found = session.get(Post, key)
    if found is None:
        raise RequestRefused("post.unknown")
    return found
