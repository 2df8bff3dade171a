"""The reserve of a hamlet: who could follow in its posts, in order.

Source: field-practice.md P03.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.people import Person
from desktop.models.personnel import ReservePerson, ReviewedPost
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_of_hamlet
from desktop.services.party.posts import person_meant
from desktop.services.places.heads import members_among
from desktop.services.places.lookup import unit_on
from desktop.vietnamese.text import fold, tidy

__all__ = [
    "ReserveLine",
    "ReviewedPost",
    "add_reserve",
    "change_reserve",
    "move_reserve",
    "remove_reserve",
    "reserve_lines",
]


@dataclass(frozen=True, slots=True)
class ReserveLine:
    """Somebody in reserve.

    Attributes:
        unit: code of the hamlet; ``hamlet`` its name with its word.
        position: among those for the post in the hamlet, from 1.
        born: year; None where it isn't known.
        is_member: whether the registers have the person in a branch; None for a name that they don't know.
    """

    key: int
    unit: str
    hamlet: str
    post: ReviewedPost
    position: int
    name: str
    born: int | None
    is_member: bool | None
    note: str


@for_party
def reserve_lines(workplace: Workplace) -> tuple[ReserveLine, ...]:
    """List the reserves, by hamlet, post and order."""
    with reading(workplace.database) as session:
        held = session.scalars(
            select(ReservePerson).options(joinedload(ReservePerson.person), joinedload(ReservePerson.unit))
        ).all()
        members = members_among(session, (one.person_id for one in held), workplace.today())
        in_order = sorted(held, key=lambda one: (one.unit.code, one.post, one.position, one.id))
        numbers: dict[tuple[int, ReviewedPost], int] = {}
        found = []
        for one in in_order:
            place = (one.unit_id, one.post)
            numbers[place] = numbers.get(place, 0) + 1
            found.append(_line(one, numbers[place], members))
        return tuple(found)


@for_party
def add_reserve(workplace: Workplace, unit: str, post: ReviewedPost, name: str, note: str = "") -> int:
    """Put somebody at the end of a reserve, and return the key.

    The one person of that name in the hamlet's registers or its branch is meant, where there is one.

    Raises:
        RequestRefused: ``unknown.unit``; ``reserve.name`` for no name; ``reserve.twice``.
    """
    today = workplace.today()
    with writing(workplace.database) as session:
        hamlet = unit_on(session, unit, today)
        where = f"{hamlet.kind} {hamlet.name}"
        if not tidy(name):
            raise RequestRefused("reserve.name", where=where)
        listed = _listed(session, hamlet.id, post)
        branch = branch_of_hamlet(session, hamlet, today)
        person = person_meant(session, name, None, branch, today) or person_meant(
            session, name, hamlet, None, today
        )
        if any(_same(one, person, name) for one in listed):
            raise RequestRefused("reserve.twice", where=tidy(name))
        made = ReservePerson(
            unit=hamlet,
            post=post,
            position=len(listed) + 1,
            person=person,
            name=None if person is not None else tidy(name),
            note=tidy(note) or None,
        )
        session.add(made)
        session.flush()
        workplace.note(session, "reserve.add", made, "position", "note")
        return made.id


@for_party
def change_reserve(workplace: Workplace, key: int, note: str) -> None:
    """Write another note beside somebody in reserve.

    Raises:
        RequestRefused: ``unknown.reserve``.
    """
    with writing(workplace.database) as session:
        one = _of(session, key)
        one.note = tidy(note) or None
        session.flush()
        workplace.note(session, "reserve.change", one, "note")


@for_party
def move_reserve(workplace: Workplace, key: int, step: int) -> None:
    """Move somebody in the order of a reserve: up by a negative step, down by a positive.

    Raises:
        RequestRefused: ``unknown.reserve``.
    """
    with writing(workplace.database) as session:
        one = _of(session, key)
        listed = list(_listed(session, one.unit_id, one.post))
        at = listed.index(one)
        to = min(max(at + step, 0), len(listed) - 1)
        if to == at:
            return
        listed.insert(to, listed.pop(at))
        _number(listed)
        session.flush()
        workplace.note(session, "reserve.move", one, "position")


@for_party
def remove_reserve(workplace: Workplace, key: int) -> None:
    """Take somebody out of a reserve; those after move up.

    Raises:
        RequestRefused: ``unknown.reserve``.
    """
    with writing(workplace.database) as session:
        one = _of(session, key)
        listed = [other for other in _listed(session, one.unit_id, one.post) if other is not one]
        workplace.note(session, "reserve.remove", one, "position")
        session.delete(one)
        _number(listed)


def _number(listed: Sequence[ReservePerson]) -> None:
    for position, one in enumerate(listed, start=1):
        if one.position != position:
            one.position = position


def _listed(session: Session, unit: int, post: ReviewedPost) -> Sequence[ReservePerson]:
    held = select(ReservePerson).where(ReservePerson.unit_id == unit, ReservePerson.post == post)
    return session.scalars(held.order_by(ReservePerson.position, ReservePerson.id)).all()


def _same(one: ReservePerson, person: Person | None, name: str) -> bool:
    if person is not None and one.person_id is not None:
        return one.person_id == person.id
    return fold(one.holder) == fold(name)


def _of(session: Session, key: int) -> ReservePerson:
    found = session.get(ReservePerson, key)
    if found is None:
        raise RequestRefused("unknown.reserve", where=str(key))
    return found


def _line(one: ReservePerson, position: int, members: frozenset[int]) -> ReserveLine:
    birth = one.person.birth if one.person is not None else None
    return ReserveLine(
        key=one.id,
        unit=one.unit.code,
        hamlet=f"{one.unit.kind} {one.unit.name}",
        post=one.post,
        position=position,
        name=one.holder,
        born=birth.year if birth is not None else None,
        is_member=one.person_id in members if one.person_id is not None else None,
        note=one.note or "",
    )
