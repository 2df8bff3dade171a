"""Who seems to head two households at once: found in the register, after it was written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from sqlalchemy import ColumnElement, String, select, type_coerce
from sqlalchemy.orm import Session

from desktop.long_work import step
from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import spelling_key

_YEAR = 4
_AT_ONCE = 500


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
        heads = {head.household: head for head in _heads(session)}
        told = _alike(heads.values())
        order = sorted(told, key=lambda key: (heads[key].sort_key, heads[key].birth or "", key))
        named = _named(session, order)
        return tuple(named[key] for key in order)


def others_of(session: Session, home: Household) -> tuple[Double, ...]:
    """Return the other households that the head of one seems to head."""
    others = _alike(_heads(session, Person.folded == home.head.folded)).get(home.id, [])
    named = _named(session, others)
    return tuple(named[key] for key in others)


def doubles_in(session: Session, hamlet: int) -> dict[int, list[Double]]:
    """Return the other households of the same hamlet that heads seem to head, by the household's key."""
    told = _alike(_heads(session, Household.hamlet_id == hamlet))
    named = _named(session, {other for others in told.values() for other in others})
    return {home: [named[other] for other in others] for home, others in told.items()}


class _Head(NamedTuple):
    household: int
    person: int
    name: str
    folded: str
    birth: str | None
    identity: str | None
    sort_key: bytes


def _heads(session: Session, *conditions: ColumnElement[bool]) -> Iterator[_Head]:
    """Yield the heads of living households as plain values: of a commune there are fifty thousand."""
    heads = (
        select(
            Household.id,
            Person.id,
            Person.name,
            Person.folded,
            type_coerce(Person.birth, String()),
            Person.identity,
            Person.sort_key,
        )
        .join(Person, Household.head_id == Person.id)
        .where(Household.ends_on.is_(None), *conditions)
        .order_by(Household.id)
    )
    return (_Head(*row) for row in session.execute(heads))


def _alike(heads: Iterable[_Head]) -> dict[int, list[int]]:
    """Return the keys of the other households of each one whose head seems to head more than one."""
    groups: dict[object, list[_Head]] = {}
    for head in heads:
        groups.setdefault(head.person, []).append(head)
        # Of one year there are many namesakes.
        if head.birth is not None and len(head.birth) > _YEAR:
            groups.setdefault((head.folded, head.birth), []).append(head)
    found: dict[int, list[int]] = {}
    for group in groups.values():
        for one, other in permutations(group, 2) if len(group) > 1 else ():
            others = found.setdefault(one.household, []) if _are_one(one, other) else None
            if others is not None and other.household not in others:
                others.append(other.household)
    return found


def _are_one(one: _Head, other: _Head) -> bool:
    if one.person == other.person:
        return True
    # A card of 9 digits is replaced by one of 12; two numbers of one kind are two people.
    numbers = (one.identity, other.identity)
    agree = None in numbers or len(one.identity or "") != len(other.identity or "")
    return agree and spelling_key(one.name) == spelling_key(other.name)


def _named(session: Session, keys: Collection[int]) -> dict[int, Double]:
    """Return households of some keys in words."""
    found: dict[int, Double] = {}
    wanted = list(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        step(start, len(wanted))
        told = (
            select(Household.id, Unit.code, Unit.kind, Unit.name, Person.name)
            .join(Person, Household.head_id == Person.id)
            .join(Unit, Household.hamlet_id == Unit.id)
            .where(Household.id.in_(wanted[start : start + _AT_ONCE]))
        )
        for key, code, kind, name, head in session.execute(told):
            found[key] = Double(key, code, f"{kind} {name}", head)
    return found
