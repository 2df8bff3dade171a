"""Pages of fifty thousand households, wherever one has scrolled to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sqlalchemy import String, func, insert, join, literal, select, tuple_, type_coerce

from benchmarks.figure import Figure, times_as_long
from benchmarks.office import empty_office
from benchmarks.people import invented_names
from desktop.models.people import Household, Person, with_search_keys
from desktop.models.places import Unit
from desktop.models.store.engine import CROSS
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.places.hamlets import add_hamlet

HOUSEHOLDS = 50_000
HAMLETS = 60
PAGE = 200

_ORDER = Person.sort_key, func.coalesce(type_coerce(Person.birth, String()), ""), Household.id
_COLUMNS = (
    *(Household.id, Household.members, Household.ends_on, Unit.kind, Unit.name),
    *(Person.name, Person.birth, Person.sex, Person.identity, Person.ethnic),
)


def figures() -> Iterator[Figure]:
    """Measure the first and the last page against a query of the same columns of as many rows."""
    with empty_office() as workplace:
        _fill(workplace)
        places = {"first": None, "last": _before_the_end(workplace)}
        for place, after in places.items():
            ours = partial(households, workplace, after=after, limit=PAGE)
            page = ours()
            assert (len(page.lines), page.more) == (PAGE, after is None)
            work = f"{place} {PAGE} of {HOUSEHOLDS:,} households"
            yield times_as_long(work, "a bare keyset query", ours, partial(_bare, workplace, after), 2)


def _fill(workplace: Workplace) -> None:
    for number in range(HAMLETS):
        add_hamlet(workplace, "Thôn", f"Nà {number}")
    names = enumerate(invented_names(HOUSEHOLDS), 1)
    heads = [{"id": number, **with_search_keys({"name": name})} for number, name in names]
    with writing(workplace.database) as session:
        hamlets = session.scalars(select(Unit.id).where(Unit.parent_id.is_not(None))).all()
        session.execute(insert(Person), heads)
        homes = [{"hamlet_id": hamlets[head["id"] % HAMLETS], "head_id": head["id"]} for head in heads]
        session.execute(insert(Household), homes)


def _before_the_end(workplace: Workplace) -> int:
    ordered = select(Household.id).join(Person, Household.head_id == Person.id).order_by(*_ORDER)
    with reading(workplace.database) as session:
        return session.scalars(ordered.offset(HOUSEHOLDS - PAGE - 1).limit(1)).one()


def _bare(workplace: Workplace, after: int | None) -> None:
    homes = join(Person, Household, Household.head_id == Person.id).join(Unit, Household.hamlet_id == Unit.id)
    with reading(workplace.database) as session:
        wanted = select(*_COLUMNS).select_from(homes).with_hint(Person, CROSS)
        if after is not None:
            last = select(*_ORDER).join(Person, Household.head_id == Person.id).where(Household.id == after)
            place = session.execute(last).one()
            wanted = wanted.where(Person.sort_key >= place[0], tuple_(*_ORDER) > tuple_(*map(literal, place)))
        session.execute(wanted.order_by(*_ORDER).limit(PAGE)).all()
