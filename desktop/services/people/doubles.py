"""Who seems to head two households at once: found in the register, after it was written."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import spelling_key

_YEAR = 4
_OTHER_HOME, _OTHER = aliased(Household), aliased(Person)


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
    within = _pairs().where(Household.hamlet_id == hamlet, _OTHER_HOME.hamlet_id == hamlet)
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


def _pairs() -> Select[int, int, str, str, str, str, str]:
    """Return the query of each household's key, and of the other one that its head seems to head."""
    return (
        select(Household.id, _OTHER_HOME.id, Unit.code, Unit.kind, Unit.name, _OTHER.name, Person.name)
        .join(Person, Household.head_id == Person.id)
        .join(_OTHER, _OTHER.folded == Person.folded)
        .join(_OTHER_HOME, _OTHER_HOME.head_id == _OTHER.id)
        .join(Unit, _OTHER_HOME.hamlet_id == Unit.id)
        .where(
            Household.ends_on.is_(None),
            _OTHER_HOME.ends_on.is_(None),
            Household.id != _OTHER_HOME.id,
            or_(
                Person.id == _OTHER.id,
                # Of one year there are many namesakes.
                and_(Person.birth == _OTHER.birth, func.length(Person.birth) > _YEAR, _numbers_agree()),
            ),
        )
        .order_by(_OTHER.sort_key, _OTHER.birth, _OTHER_HOME.id)
    )


def _numbers_agree() -> ColumnElement[bool]:
    # A card of 9 digits is replaced by one of 12; two numbers of one kind are two people.
    return or_(
        Person.identity.is_(None),
        _OTHER.identity.is_(None),
        func.length(Person.identity) != func.length(_OTHER.identity),
    )
