"""Households as their page lists them: by hamlet, by name, found by any part of a name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, String, func, literal, select, tuple_, type_coerce
from sqlalchemy.orm import aliased, contains_eager

from desktop.models.people import Household, Person
from desktop.models.people_search import people_named
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.sexes import sex_word

# Those whose birth nobody knows come first; a comparison with nothing would leave them out.
_BIRTH = func.coalesce(type_coerce(Person.birth, String()), "")


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
    """A part of a list: its lines, and how many there are in the whole of it."""

    lines: tuple[HouseholdLine, ...]
    total: int


def households(
    workplace: Workplace,
    hamlet: str | None = None,
    *,
    search: str = "",
    ended: bool = False,
    after: int | None = None,
    limit: int = 200,
) -> HouseholdPage:
    """List households by given name, surname and middle name of their heads.

    Args:
        workplace: the open office.
        hamlet: a hamlet's code; None for all.
        search: beginnings of words in the head's name, with or without marks.
        ended: those that no longer live there instead of those who do.
        after: key of the household behind which the part begins; None for the beginning. Wherever it is, the
            rows before it aren't read.
        limit: how many at most.
    """
    hamlets = aliased(Unit)
    wanted: Select[Household] = (
        select(Household)
        .join(Person, Household.head_id == Person.id)
        .join(hamlets, Household.hamlet_id == hamlets.id)
        .where(Household.ends_on.is_not(None) if ended else Household.ends_on.is_(None))
    )
    if hamlet is not None:
        wanted = wanted.where(hamlets.code == hamlet)
    named = people_named(search)
    if named is not None:
        wanted = wanted.where(Person.id.in_(named))
    elif search.strip():
        return HouseholdPage((), 0)
    order = Person.sort_key, _BIRTH, Household.id
    with reading(workplace.database) as session:
        total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
        if after is not None:
            last = session.execute(
                select(*order).join(Person, Household.head_id == Person.id).where(Household.id == after)
            ).one()
            # Said once more alone, the first of them finds its place in the index.
            wanted = wanted.where(Person.sort_key >= last[0], tuple_(*order) > tuple_(*map(literal, last)))
        part = (
            wanted.options(contains_eager(Household.head), contains_eager(Household.hamlet.of_type(hamlets)))
            .order_by(*order)
            .limit(limit)
        )
        return HouseholdPage(tuple(_line(found) for found in session.scalars(part)), total)


def _line(household: Household) -> HouseholdLine:
    head = household.head
    return HouseholdLine(
        id=household.id,
        head=head.name,
        birth=head.birth.text() if head.birth else "",
        sex=sex_word(head.sex) if head.sex else "",
        identity=mask(head.identity) if head.identity else "",
        ethnic=head.ethnic or "",
        members=household.members,
        hamlet=f"{household.hamlet.kind} {household.hamlet.name}",
        ends_on=household.ends_on,
    )
