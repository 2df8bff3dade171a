"""Ten thousand rows of households stored, each with its head, its place in the search and its way back."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Table, insert, inspect, select

from benchmarks.figure import RUNS, Figure, seconds_of
from benchmarks.office import empty_office
from benchmarks.people import invented_names
from desktop.models.people import Household, Person, Sex, with_search_keys
from desktop.models.places import Unit
from desktop.models.store.session import reading, writing
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists import taking
from desktop.services.lists.preview import RowState
from desktop.services.office.workplace import Workplace
from desktop.services.places.hamlets import add_hamlet
from desktop.services.places.listed import beside_one
from desktop.vietnamese.partial_date import PartialDate
from tests.offices.lists import read_block

ROWS = 10_000
_HEAD = [heading for _, heading in HOUSEHOLDS.sheet.headings]


def figures() -> Iterator[Figure]:
    """Measure storing what was previewed against a bulk insert of as many such rows in SQLAlchemy Core."""
    taken = []
    names = iter(invented_names(2 * ROWS * RUNS))
    with empty_office() as workplace:
        for run in range(RUNS):
            hamlet = add_hamlet(workplace, "Thôn", f"Nà {run}")
            rows = [_row(next(names), 2 * run * ROWS + number) for number in range(ROWS)]
            listed = read_block([_HEAD, *rows], HOUSEHOLDS.name, "")
            shown = beside_one(workplace, HOUSEHOLDS, hamlet, listed)
            assert shown.count(RowState.NEW) == ROWS, "nobody is in doubt"
            people = [_person(_row(next(names), (2 * run + 1) * ROWS + number)) for number in range(ROWS)]
            unit = _key(workplace, hamlet)
            ours = seconds_of(partial(taking.store, workplace, HOUSEHOLDS, shown))
            taken.append((ours, seconds_of(partial(_bulk, workplace, unit, people))))
    ours, theirs = (statistics.median(column) for column in zip(*taken, strict=True))
    work = f"storing {ROWS:,} households"
    yield Figure(work, "bulk insert in SQLAlchemy Core", ours / theirs, 3, seconds=ours)


def _row(name: str, number: int) -> list[str]:
    # Many share a name; the births tell them apart, as the list does.
    birth = f"{number % 28 + 1:02d}/{number // 28 % 12 + 1:02d}/{1940 + number // 336 % 60}"
    return [name, birth, "Nam" if number % 2 else "Nữ", f"0220{number + 1:08d}", "Tày", "4"]


def _person(row: list[str]) -> dict[str, Any]:
    day, month, year = map(int, row[1].split("/"))
    birth = PartialDate(year, month, day)
    sex = Sex.MALE if row[2] == "Nam" else Sex.FEMALE
    return with_search_keys(
        {"name": row[0], "birth": birth, "sex": sex, "identity": row[3], "ethnic": row[4]}
    )


def _key(workplace: Workplace, code: str) -> int:
    with reading(workplace.database) as session:
        return session.scalars(select(Unit.id).where(Unit.code == code)).one()


def _bulk(workplace: Workplace, unit: int, people: list[dict[str, Any]]) -> None:
    with writing(workplace.database) as session:
        connection = session.connection()
        first = 10**7 * unit
        connection.execute(
            insert(table_of(Person)), [{"id": first + n, **one} for n, one in enumerate(people)]
        )
        homes = [{"hamlet_id": unit, "head_id": first + n, "members": 4} for n in range(len(people))]
        connection.execute(insert(table_of(Household)), homes)


def table_of(kind: type[Person | Household]) -> Table:
    """Return the table of a mapped class, for statements of SQLAlchemy Core."""
    found = inspect(kind).local_table
    assert isinstance(found, Table)
    return found
