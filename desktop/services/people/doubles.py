"""Who seems to head two households at once: found in the register, after it was written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import spelling_key

_YEAR = 4


@dataclass(frozen=True, slots=True)
class Double:
    """A household whose head seems to head another one: where it lives, and the head's name."""

    household: int
    hamlet_code: str
    hamlet: str
    head: str


def doubles(workplace: Workplace) -> tuple[Double, ...]:
    """List the living households whose heads seem to head another one, those of one name together.

    It is one person who bears one name, spelling aside, and one birth that both say down to the month, unless
    two numbers of one kind tell two people; or whom the register itself has at the head of both.
    """
    with reading(workplace.database) as session:
        return _others(session, _pairs())


def others_of(session: Session, home: Household) -> tuple[Double, ...]:
    """Return the other households that the head of one seems to head."""
    return _others(session, _pairs().where(Household.id == home.id))


def doubles_in(session: Session, hamlet: int) -> dict[int, list[Double]]:
    """Return the other households of the same hamlet that heads seem to head, by the household's key."""
    found: dict[int, list[Double]] = {}
    other_home, _ = _others_names()
    within = _pairs().where(Household.hamlet_id == hamlet, other_home.hamlet_id == hamlet)
    for home, other, code, kind, name, head, like in session.execute(within):
        if spelling_key(head) == spelling_key(like):
            found.setdefault(home, []).append(Double(other, code, f"{kind} {name}", head))
    return found


def _others(session: Session, pairs: Select[int, int, str, str, str, str, str]) -> tuple[Double, ...]:
    found = {
        other: Double(other, code, f"{kind} {name}", head)
        for _, other, code, kind, name, head, like in session.execute(pairs)
        if spelling_key(head) == spelling_key(like)
    }
    return tuple(found.values())


@cache
def _others_names() -> tuple[type[Household], type[Person]]:
    """Name household and head a second time; not on loading, which would configure every mapped class."""
    return aliased(Household), aliased(Person)


def _pairs() -> Select[int, int, str, str, str, str, str]:
    """Return the query of each household's key, and of the other one that its head seems to head."""
    other_home, other = _others_names()
    return (
        select(Household.id, other_home.id, Unit.code, Unit.kind, Unit.name, other.name, Person.name)
        .join(Person, Household.head_id == Person.id)
        .join(other, other.folded == Person.folded)
        .join(other_home, other_home.head_id == other.id)
        .join(Unit, other_home.hamlet_id == Unit.id)
        .where(
            Household.ends_on.is_(None),
            other_home.ends_on.is_(None),
            Household.id != other_home.id,
            or_(
                Person.id == other.id,
                # Of one year there are many namesakes.
                and_(Person.birth == other.birth, func.length(Person.birth) > _YEAR, _numbers_agree(other)),
            ),
        )
        .order_by(other.sort_key, other.birth, other_home.id)
    )


def _numbers_agree(other: type[Person]) -> ColumnElement[bool]:
    # A card of 9 digits is replaced by one of 12; two numbers of one kind are two people.
    return or_(
        Person.identity.is_(None),
        other.identity.is_(None),
        func.length(Person.identity) != func.length(other.identity),
    )
