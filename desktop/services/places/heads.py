"""Who heads a hamlet: posts read and written where a list, a clerk or a decision says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.base import Keyed
from desktop.models.party import BranchHamlet, Member, Membership
from desktop.models.people import Household, HouseholdMember, Person
from desktop.models.places import Unit
from desktop.models.posts import Assignment, Post, PostKind, Tenure, Way
from desktop.vietnamese.text import fold, tidy

_DAY = timedelta(days=1)
_COPIED = (
    *("kind", "person", "name", "title", "way", "tenure", "why", "ends_on", "until"),
    *("paper_number", "paper_on", "local", "states_member", "source"),
)
_COPIED_CHARGE = ("person", "name", "duty", "ends_on", "paper_number", "paper_on")


class Writer(Protocol):
    """What stores new records and sets fields of others: a batch that can be taken back, or ``Plain``."""

    session: Session

    def make(self, *records: Keyed) -> None:
        """Store new records."""

    def change(self, record: Keyed, fields: Mapping[str, Any]) -> bool:
        """Set fields of a record; False when they are so already."""


class Plain:
    """Writes without remembering what was there before.

    Args:
        session: of ``writing``.
    """

    def __init__(self, session: Session) -> None:
        self.session = session

    def make(self, *records: Keyed) -> None:
        """Store new records."""
        self.session.add_all(records)

    def change(self, record: Keyed, fields: Mapping[str, Any]) -> bool:
        """Set fields of a record; False when they are so already."""
        other = {name: value for name, value in fields.items() if getattr(record, name) != value}
        for name, value in other.items():
            setattr(record, name, value)
        return bool(other)


def holds_on(kind: type[Post | Assignment], day: date) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions that a post is held on a day; a day that is not known excludes nothing."""
    return (
        or_(kind.starts_on.is_(None), kind.starts_on <= day),
        or_(kind.ends_on.is_(None), kind.ends_on >= day),
    )


def heads_of(session: Session, units: Iterable[Unit], day: date) -> dict[int, Post]:
    """Return who heads each hamlet on a day, by the hamlet's key; of one that has ended, who did at its end.

    A provisional head is none: ``provisional_heads_of`` returns those.
    """
    days = {unit.id: min(day, unit.ends_on or day) for unit in units}
    found = (
        select(Post)
        .where(Post.kind == PostKind.HAMLET_HEAD, Post.unit_id.in_(days))
        .where(or_(Post.way.is_(None), Post.way != Way.PROVISIONAL))
        .options(joinedload(Post.person))
        .order_by(Post.starts_on.asc().nulls_first(), Post.id)
    )
    heads: dict[int, Post] = {}
    for post in session.scalars(found):
        on = days[post.unit_id or 0]
        if (post.starts_on is None or post.starts_on <= on) and (post.ends_on is None or post.ends_on >= on):
            heads[post.unit_id or 0] = post
    return heads


def provisional_heads_of(session: Session, units: Iterable[Unit]) -> dict[int, Post]:
    """Return who serves, or is to serve, as each hamlet's head until one is elected, by the hamlet's key."""
    keys = [unit.id for unit in units]
    found = (
        select(Post)
        .join(Unit, Post.unit_id == Unit.id)
        .where(Post.kind == PostKind.HAMLET_HEAD, Post.way == Way.PROVISIONAL, Post.unit_id.in_(keys))
        .where(or_(Post.ends_on.is_(None), Post.ends_on == Unit.ends_on))
        .options(joinedload(Post.person))
        .order_by(Post.id)
    )
    return {post.unit_id or 0: post for post in session.scalars(found)}


def members_among(session: Session, people: Iterable[int | None], day: date) -> frozenset[int]:
    """Return which people, by key, are members of a branch on a day as far as the registers know."""
    found = (
        select(Member.person_id)
        .join(Membership, Membership.member_id == Member.id)
        .where(
            Member.person_id.in_([key for key in people if key is not None]),
            or_(Membership.starts_on.is_(None), Membership.starts_on <= day),
            or_(Membership.ends_on.is_(None), Membership.ends_on >= day),
        )
    )
    return frozenset(session.scalars(found))


def membership(post: Post | None, members: frozenset[int]) -> bool | None:
    """Tell whether a post's holder is a member: by the registers, else as stated; None for unknown."""
    if post is None:
        return None
    return True if post.person_id in members else post.states_member


def person_named(session: Session, unit: Unit, name: str) -> Person | None:
    """Return the one person of a name whom a hamlet's registers know.

    Who heads a household goes before members of the hamlet's branch, these before members of households: a
    head of the hamlet is looked for where one is most likely. Several of one name are nobody.
    """
    here = select(Household.id).where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))
    living = select(Household.head_id).where(Household.id.in_(here))
    gathered = (
        select(Member.person_id)
        .join(Membership, Membership.member_id == Member.id)
        .join(BranchHamlet, BranchHamlet.branch_id == Membership.branch_id)
        .where(
            BranchHamlet.hamlet_id == unit.id, BranchHamlet.ends_on.is_(None), Membership.ends_on.is_(None)
        )
    )
    at_home = select(HouseholdMember.person_id).where(
        HouseholdMember.household_id.in_(here),
        HouseholdMember.ends_on.is_(None),
        HouseholdMember.end_reason.is_(None),
    )
    for keys in (living, gathered, at_home):
        found = session.scalars(select(Person).where(Person.name == tidy(name), Person.id.in_(keys))).all()
        if found:
            return found[0] if len(found) == 1 else None
    return None


def holder_named(session: Session, unit: Unit, name: str | None) -> dict[str, Any]:
    """Return the fields of a post that say who holds it: a person of the registers, else the name."""
    named = tidy(name or "")
    person = person_named(session, unit, named) if named else None
    return {"person": person, "name": None if person is not None else named or None}


def says_another(post: Post | None, name: str | None) -> bool:
    """Tell whether a list names somebody else; marks make no difference where it is known who."""
    held = post.holder if post is not None else None
    if post is not None and post.person_id is not None and name is not None and held is not None:
        return fold(held) != fold(name)
    return held != name


def take_head(
    writer: Writer, unit: Unit, head: Post | None, told: Mapping[str, Any], today: date, source: str
) -> bool:
    """Write what a list says of a hamlet's head; somebody else begins today.

    Args:
        writer: the list's batch.
        unit: the hamlet.
        head: who heads it so far.
        told: ``head`` and ``head_is_member``, where the list says so.
        today: the day.
        source: the list's name.

    Returns:
        Whether anything changed.
    """
    said = {"states_member": told["head_is_member"]} if "head_is_member" in told else {}
    name = told.get("head")
    if head is None or (name is not None and says_another(head, name) and not _misspelt(head, name)):
        if name is None and not said:
            return False
        if head is not None:
            end_post(writer, head, today - _DAY)
        begins = today if head is not None and head.holder is not None else None
        holder = holder_named(writer.session, unit, name)
        writer.make(
            Post(kind=PostKind.HAMLET_HEAD, unit=unit, starts_on=begins, source=source, **holder, **said)
        )
        return True
    if name is not None and says_another(head, name):
        said["name"] = tidy(name)
    if "states_member" in said and said["states_member"] != head.states_member:
        said["source"] = source
    return writer.change(head, said)


def state_head(session: Session, unit: Unit, today: date, told: Mapping[str, Any]) -> Post | None:
    """Write or correct what the commune says of a hamlet's head, and return the post; None for none left.

    Raises:
        RequestRefused: ``hamlet.head_by_decision`` for another head than a decision names.
    """
    head = heads_of(session, [unit], today).get(unit.id)
    if "head" in told:
        name = tidy(told["head"] or "") or None
        if head is not None and is_by_decision(head) and says_another(head, name):
            raise RequestRefused("hamlet.head_by_decision", where=head.holder or "")
        if head is None and name is not None:
            head = Post(kind=PostKind.HAMLET_HEAD, unit=unit)
            session.add(head)
        if head is not None and says_another(head, name):
            for field, value in holder_named(session, unit, name).items():
                setattr(head, field, value)
    if "head_is_member" in told:
        if head is None:
            head = Post(kind=PostKind.HAMLET_HEAD, unit=unit)
            session.add(head)
        head.states_member, head.source = told["head_is_member"], None
    if head is not None and head.holder is None and head.states_member is None:
        session.delete(head)
        session.flush()
        return None
    session.flush()
    return head


def is_by_decision(post: Post) -> bool:
    """Tell whether a decision or an election made somebody hold a post, rather than a list naming them."""
    return post.way is not None or post.paper_number is not None


def take_office(
    writer: Writer, unit: Unit, holder: Person | str, on: date, number: str, until: date | None
) -> Post:
    """Let somebody who was elected head a hamlet from a day on; who headed it until then no longer does.

    Args:
        writer: what writes.
        unit: the hamlet.
        holder: who was elected; a name where the registers don't know the person.
        on: the day of the decision that recognises it.
        number: of that decision.
        until: the last day of the term; None where it isn't known.

    Source: Law 10/2022/QH15 art. 21.2 (in office only from recognition).
    """
    before = heads_of(writer.session, [unit], on - _DAY).get(unit.id)
    for serving in (before, heads_of(writer.session, [unit], on).get(unit.id)):
        if serving is not None:
            end_post(writer, serving, on - _DAY)
    provisional = provisional_heads_of(writer.session, [unit]).get(unit.id)
    if provisional is not None:
        end_post(writer, provisional, on - _DAY)
    person, name = (None, holder) if isinstance(holder, str) else (holder, holder.name)
    again = before is not None and (
        before.name == name or (person is not None and before.person_id == person.id)
    )
    post = Post(
        kind=PostKind.HAMLET_HEAD,
        unit=unit,
        person=person,
        name=name if person is None else None,
        way=Way.ELECTED,
        tenure=_tenure(before, again=again),
        starts_on=on,
        until=until,
        paper_number=number or None,
        paper_on=on,
        states_member=before.states_member if before is not None and again else None,
        source=before.source if before is not None and again else None,
    )
    writer.make(post)
    return post


def end_post(writer: Writer, post: Post | Assignment, last: date) -> None:
    """End a post on a day, or on its first where that is later; one that is over stays."""
    if post.ends_on is None or post.ends_on > last:
        writer.change(post, {"ends_on": max(last, post.starts_on) if post.starts_on else last})


def match_heads(writer: Writer, unit: Unit) -> None:
    """Let posts of a hamlet that only bear a name belong to the one person of that name in its registers."""
    named = select(Post).where(Post.unit_id == unit.id, Post.name.is_not(None), Post.ends_on.is_(None))
    for post in writer.session.scalars(named).all():
        person = person_named(writer.session, unit, post.name or "")
        if person is not None:
            writer.change(post, {"person_id": person.id, "name": None})


def posts_go_along(writer: Writer, before: Iterable[Unit], successor: Unit | None, on: date) -> None:
    """End posts and assignments of hamlets that end; they go on in the one that only changes its name.

    Args:
        writer: the batch of the change.
        before: the hamlets that end the day before.
        successor: the hamlet under its new name; None where there are several, or none.
        on: its first day.
    """
    keys = [unit.id for unit in before]
    posts = select(Post).where(Post.unit_id.in_(keys), or_(Post.ends_on.is_(None), Post.ends_on >= on))
    charges = select(Assignment).where(
        Assignment.unit_id.in_(keys), or_(Assignment.ends_on.is_(None), Assignment.ends_on >= on)
    )
    found: list[Post | Assignment] = [*writer.session.scalars(posts), *writer.session.scalars(charges)]
    for one in found:
        if successor is not None and one.starts_on is not None and one.starts_on >= on:
            writer.change(one, {"unit_id": successor.id})
            continue
        if successor is not None:
            fields = _COPIED if isinstance(one, Post) else _COPIED_CHARGE
            kept = {field: getattr(one, field) for field in fields}
            begins = on if one.starts_on is not None else None
            writer.make(type(one)(unit=successor, starts_on=begins, **kept))
        end_post(writer, one, on - _DAY)


def _tenure(before: Post | None, *, again: bool) -> Tenure | None:
    if before is None or before.holder is None:
        return None
    return Tenure.RE_ELECTED if again else Tenure.NEW


def _misspelt(head: Post, name: str) -> bool:
    """Tell whether a name is the same but for its marks, in a post that only bears a name."""
    return head.person_id is None and head.name is not None and fold(head.name) == fold(name)
