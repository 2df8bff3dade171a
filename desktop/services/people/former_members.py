"""Members of the Party who left or died long ago, contacts at home that ended: who is due, and deleting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from desktop.models.base import Keyed
from desktop.models.party import BookEntry, HomeContact, Member, Membership, Standing
from desktop.models.people import Person
from desktop.services.people.deleting import forget_rows, parts, referred

_OWN = ("memberships", "standings", "book_entries")


@dataclass(frozen=True, slots=True)
class Former:
    """Keys of what ended before a day: members with all that is theirs, contacts, and people who can go.

    A person whom anything else refers to, a household or a post, stays with all that it needs.
    """

    members: frozenset[int]
    memberships: frozenset[int]
    standings: frozenset[int]
    entries: frozenset[int]
    contacts: frozenset[int]
    people: frozenset[int]


def former(session: Session, until: date) -> Former:
    """Return who left every branch before a day, and which contacts ended before it."""
    ended = (
        select(Membership.member_id)
        .group_by(Membership.member_id)
        .having(func.max(func.coalesce(Membership.ends_on, date.max)) < until)
    )
    members = set(session.scalars(ended)) - referred(session, "members", but=_OWN)
    contacts = set(session.scalars(select(HomeContact.id).where(HomeContact.ends_on < until)))
    people = {
        key
        for kind, keys in ((Member, members), (HomeContact, contacts))
        for part in parts(keys)
        for key in session.scalars(select(kind.person_id).where(kind.id.in_(part)))
    }
    needed = referred(session, "people", but=("members", "home_contacts"))
    staying = session.execute(select(Member.id, Member.person_id)).all()
    needed |= {person for key, person in staying if key not in members}
    living = or_(HomeContact.ends_on.is_(None), HomeContact.ends_on >= until)
    needed |= set(session.scalars(select(HomeContact.person_id).where(living)))
    return Former(
        frozenset(members),
        frozenset(_theirs(session, Membership, members)),
        frozenset(_theirs(session, Standing, members)),
        frozenset(_theirs(session, BookEntry, members)),
        frozenset(contacts),
        frozenset(people - needed),
    )


def delete_former(session: Session, until: date) -> int:
    """Delete them for good, and return how many members and contacts they were."""
    found = former(session, until)
    kinds: tuple[tuple[type[Keyed], frozenset[int]], ...] = (
        (Membership, found.memberships),
        (Standing, found.standings),
        (BookEntry, found.entries),
        (Member, found.members),
        (HomeContact, found.contacts),
        (Person, found.people),
    )
    for kind, keys in kinds:
        forget_rows(session, kind.__name__, keys)
        for part in parts(keys):
            session.execute(delete(kind).where(kind.id.in_(part)))
    return len(found.members) + len(found.contacts)


def _theirs(session: Session, kind: type[Membership | Standing | BookEntry], members: set[int]) -> list[int]:
    return [
        key
        for part in parts(members)
        for key in session.scalars(select(kind.id).where(kind.member_id.in_(part)))
    ]
