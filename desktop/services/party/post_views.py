"""The table of posts as it is seen: who holds which on a day or through time, and whom a name may mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import Member, Membership, Organisation
from desktop.models.people import Household, HouseholdMember, Person
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind, Tenure, Way
from desktop.models.store.session import reading
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import lives_on
from desktop.services.places.heads import (
    holds_on,
    members_among,
    membership,
)
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.hamlet_kinds import head_of
from desktop.vietnamese.text import fold, tidy


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the registers who can hold a post: who, born when, and where the registers have them."""

    id: int
    name: str
    birth: str
    where: str
    is_member: bool


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post in the table, as of a day.

    Attributes:
        title: its own word, where its kind has none; the word of a head is the hamlet's.
        where: name of the hamlet, the organisation or the commune; ``code`` its code.
        person: key of the holder; None where only a name is known.
        is_member: as the registers know, else as it was stated; None for unknown.
        is_over: whether its last day is past, or the day by which it has to be over.
    """

    id: int
    kind: PostKind
    title: str
    where: str
    code: str
    holder: str
    person: int | None
    way: Way | None
    tenure: Tenure | None
    starts_on: date | None
    ends_on: date | None
    until: date | None
    number: str
    paper_on: date | None
    local: bool | None
    is_member: bool | None
    is_over: bool


@for_party
def post_lines(workplace: Workplace, on: date | None = None, *, past: bool = False) -> tuple[PostLine, ...]:
    """Return the posts that are held on a day, today where left out; with ``past`` those of before too.

    They stand by their place, in it by kind, then by when they began.
    """
    day = on or workplace.today()
    with reading(workplace.database) as session:
        wanted = select(Post).options(
            joinedload(Post.person), joinedload(Post.unit), joinedload(Post.organisation)
        )
        if not past:
            wanted = wanted.where(*holds_on(Post, day))
        posts = [post for post in session.scalars(wanted) if post.holder is not None]
        members = members_among(session, (post.person_id for post in posts), day)
        lines = [_line(post, members, day) for post in posts]
    kinds = list(PostKind)
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                sort_key(line.where),
                kinds.index(line.kind),
                -(line.starts_on or date.min).toordinal(),
                line.id,
            ),
        )
    )


@for_party
def posts_of_person(workplace: Workplace, person: int) -> tuple[PostLine, ...]:
    """Return the posts of a person through time, those that are held first, then the latest."""
    lines = [line for line in post_lines(workplace, past=True) if line.person == person]
    return tuple(
        sorted(lines, key=lambda line: (line.is_over, -(line.starts_on or date.min).toordinal(), line.id))
    )


def posts_held(
    session: Session, people: Iterable[int], day: date
) -> dict[int, tuple[tuple[PostKind, str], ...]]:
    """Return the posts that people hold on a day, by their keys: each with its own word where it has one."""
    keys, found = set(people), defaultdict[int, list[tuple[PostKind, str]]](list)
    # Of a branch of hundreds the keys would be more than a statement takes.
    held = (
        select(Post).where(Post.person_id.is_not(None), *holds_on(Post, day)).options(joinedload(Post.unit))
    )
    for post in session.scalars(held.order_by(Post.id)):
        if post.person_id is not None and post.person_id in keys:
            found[post.person_id].append((post.kind, _title(post)))
    order = list(PostKind)
    leads = (PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY)
    return {
        person: tuple(sorted(posts, key=lambda one: (one[0] not in leads, order.index(one[0]))))
        for person, posts in found.items()
    }


@for_party
def people_named(workplace: Workplace, name: str) -> tuple[Known, ...]:
    """Return the people of the registers who bear a name, members first; marks make no difference."""
    wanted = fold(name)
    if not wanted:
        return ()
    with reading(workplace.database) as session:
        people = session.scalars(select(Person).where(Person.folded == wanted).order_by(Person.id)).all()
        members = members_among(session, (person.id for person in people), workplace.today())
        found = [
            Known(
                person.id,
                person.name,
                person.birth.text() if person.birth else "",
                _where(session, person, workplace.today()),
                person.id in members,
            )
            for person in people
        ]
    return tuple(sorted(found, key=lambda one: (not one.is_member, one.name != tidy(name), one.id)))


def _where(session: Session, person: Person, today: date) -> str:
    """Say where the registers have somebody: the branch of a member, else the hamlet of a household."""
    inside = (
        select(Organisation.name)
        .join(Membership, Membership.branch_id == Organisation.id)
        .join(Member, Membership.member_id == Member.id)
        .where(Member.person_id == person.id, *lives_on(Membership, today))
    )
    branch = session.scalars(inside).first()
    if branch is not None:
        return branch
    at_home = select(HouseholdMember.household_id).where(HouseholdMember.person_id == person.id)
    home = (
        select(Unit)
        .join(Household, Household.hamlet_id == Unit.id)
        .where(or_(Household.head_id == person.id, Household.id.in_(at_home)), Household.ends_on.is_(None))
    )
    unit = session.scalars(home).first()
    return f"{unit.kind} {unit.name}" if unit is not None else ""


def _line(post: Post, members: frozenset[int], day: date) -> PostLine:
    last = min((one for one in (post.ends_on, post.until) if one is not None), default=None)
    return PostLine(
        id=post.id,
        kind=post.kind,
        title=_title(post),
        where=place_words(post),
        code=(post.unit or post.organisation).code if post.unit or post.organisation else "",  # type: ignore[union-attr] # one of them is there
        holder=post.holder or "",
        person=post.person_id,
        way=post.way,
        tenure=post.tenure,
        starts_on=post.starts_on,
        ends_on=post.ends_on,
        until=post.until,
        number=post.paper_number or "",
        paper_on=post.paper_on,
        local=post.local,
        is_member=membership(post, members),
        is_over=last is not None and last < day,
    )


def place_words(post: Any) -> str:
    """Name the place of a post or an assignment: hamlet or commune, else the organisation."""
    if post.unit is not None:
        return f"{post.unit.kind} {post.unit.name}"
    return str(post.organisation.name) if post.organisation is not None else ""


def _title(post: Post) -> str:
    if post.kind is PostKind.HAMLET_HEAD and post.unit is not None:
        return head_of(post.unit.kind)
    return post.title or ""
