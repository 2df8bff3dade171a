"""People whom a list brings in: those who are known are corrected, the others stored as new, in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from desktop.models.people import Person, with_search_keys
from desktop.models.places import Unit
from desktop.services.lists.list_kind import Taking
from desktop.services.people.known import are_of_households, known_people
from desktop.services.people.matching import sex_stated, told
from desktop.vietnamese.partial_date import parse_iso

PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")


def people_of(
    taking: Taking[Unit],
    rows: Sequence[Mapping[str, Any]],
    says: Callable[[Mapping[str, Any], str | None], Mapping[str, Any]],
    *,
    housed: bool,
) -> list[int]:
    """Return the keys of the people of rows that are new to a list, each stored or corrected.

    Args:
        taking: what the rows are for.
        rows: of one hamlet.
        says: what a row says of a person whose birth, as it is known so far, is given.
        housed: they come into households, so that those who are known are voters without one no longer.
    """
    batch = taking.batch
    known = known_people(batch.session, taking.unit.id, rows, batch.first_of(Person))
    if housed:
        are_of_households(taking, known.values())
    new = [new_person(row) for number, row in enumerate(rows) if number not in known]
    made = iter(batch.insert(Person, new))
    keys = []
    for number, row in enumerate(rows):
        person = known.get(number)
        if person is not None:
            batch.change(person, person_fields(says(row, person.birth.iso() if person.birth else None)))
        keys.append(person.id if person is not None else next(made))
    return keys


def new_person(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of somebody whom a row brings in, for storing many in one go."""
    return with_search_keys({**dict.fromkeys(PERSON_FIELDS), **person_fields(told(row))})


def person_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of what a row says that a person's record keeps, as it keeps them."""
    found = {name: fields[name] for name in PERSON_FIELDS if name in fields}
    if "sex" in found:
        found["sex"] = sex_stated(found["sex"])
    if "birth" in found:
        found["birth"] = parse_iso(found["birth"])
    return found


def last_day(today: date, starts_on: date | None) -> date:
    """Return the last day of what ends because something else begins today: yesterday, or its only day."""
    yesterday = today - timedelta(days=1)
    return max(yesterday, starts_on) if starts_on else yesterday
