"""Households as their page lists them: by hamlet, by name, found by any part of a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, String, func, literal, select, tuple_, type_coerce
from sqlalchemy.orm import Session

from desktop.models.people import Household, Person
from desktop.models.people_search import people_named
from desktop.models.places import Unit
from desktop.models.store.engine import CROSS
from desktop.models.store.session import reading
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.sexes import sex_word

# Those whose birth nobody knows come first; a comparison with nothing would leave them out.
_ORDER = Person.sort_key, func.coalesce(type_coerce(Person.birth, String()), ""), Household.id
_MAY_MISS = {
    "birth": Person.birth,
    "sex": Person.sex,
    "identity": Person.identity,
    "ethnic": Person.ethnic,
    "members": Household.members,
}
_COLUMNS = (
    Household.id,
    Person.name,
    Person.birth,
    Person.sex,
    Person.identity,
    Person.ethnic,
    Household.members,
    Unit.kind,
    Unit.name,
    Household.ends_on,
)


@dataclass(frozen=True, slots=True)
class HouseholdLine:
    """A household in a list; the identity number is masked, a birth is ``dd/mm/yyyy`` as far as it is known.

    Attributes:
        id: key of the household.
        ends_on: its last day here; None while it lives here.
    """

    id: int
    head: str
    birth: str
    sex: str
    identity: str
    ethnic: str
    members: int | None
    hamlet: str
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """A part of a list: its lines, and whether the list goes on behind them."""

    lines: tuple[HouseholdLine, ...]
    more: bool


@for_elections
def households(
    workplace: Workplace,
    hamlet: str | None = None,
    *,
    search: str = "",
    ended: bool = False,
    missing: str = "",
    after: int | None = None,
    limit: int = 200,
) -> HouseholdPage:
    """List households by given name, surname and middle name of their heads.

    Args:
        workplace: the open office.
        hamlet: a hamlet's code; None for all.
        search: beginnings of words in the head's name, with or without marks.
        ended: those that no longer live there instead of those who do.
        missing: only those of whom this isn't known: ``birth``, ``sex``, ``identity``, ``ethnic`` of the head
            or ``members``; empty for all.
        after: key of the household behind which the part begins; None for the beginning. Wherever it is, the
            rows before it aren't read.
        limit: how many at most.
    """
    conditions = _conditions(hamlet, search, ended=ended, missing=missing)
    if conditions is None:
        return HouseholdPage((), more=False)
    with reading(workplace.database) as session:
        part = _part(session, after).where(*conditions).order_by(*_ORDER).limit(limit + 1)
        if len(conditions) == 1:
            # Of the whole commune the order itself finds the rows: people first, by its index.
            part = part.with_hint(Person, CROSS)
        lines = tuple(map(_line, session.execute(part)))
        return HouseholdPage(lines[:limit], more=len(lines) > limit)


@for_elections
def household_count(
    workplace: Workplace,
    hamlet: str | None = None,
    *,
    search: str = "",
    ended: bool = False,
    missing: str = "",
) -> int:
    """Count the households of a list; arguments as ``households`` takes them."""
    conditions = _conditions(hamlet, search, ended=ended, missing=missing)
    if conditions is None:
        return 0
    counted = select(func.count()).select_from(Household)
    if missing:
        counted = counted.join(Person, Household.head_id == Person.id)
    with reading(workplace.database) as session:
        return session.scalar(counted.where(*conditions)) or 0


def _conditions(
    hamlet: str | None, search: str, *, ended: bool, missing: str
) -> list[ColumnElement[bool]] | None:
    """Return what households must be; None where a search has no word and so finds nobody."""
    conditions: list[ColumnElement[bool]] = [
        Household.ends_on.is_not(None) if ended else Household.ends_on.is_(None)
    ]
    if hamlet is not None:
        conditions.append(Household.hamlet_id.in_(select(Unit.id).where(Unit.code == hamlet)))
    if missing:
        conditions.append(_MAY_MISS[missing].is_(None))
    named = people_named(search)
    if named is not None:
        conditions.append(Household.head_id.in_(named))
    return None if named is None and search.strip() else conditions


def _part(session: Session, after: int | None) -> Select[*tuple[Any, ...]]:
    """Return the query of all lines, or of those behind a household."""
    lines = (
        select(*_COLUMNS)
        .join_from(Person, Household, Household.head_id == Person.id)
        .join(Unit, Household.hamlet_id == Unit.id)
    )
    if after is None:
        return lines
    heads = select(*_ORDER).join(Person, Household.head_id == Person.id)
    last = session.execute(heads.where(Household.id == after)).one()
    # Said once more alone, the first of them finds its place in the index.
    return lines.where(Person.sort_key >= last[0], tuple_(*_ORDER) > tuple_(*map(literal, last)))


def _line(row: Row[*tuple[Any, ...]]) -> HouseholdLine:
    key, head, birth, sex, identity, ethnic, members, kind, name, ends_on = row
    return HouseholdLine(
        id=key,
        head=head,
        birth=birth.text() if birth else "",
        sex=sex_word(sex) if sex else "",
        identity=mask(identity) if identity else "",
        ethnic=ethnic or "",
        members=members,
        hamlet=f"{kind} {name}",
        ends_on=ends_on,
    )
