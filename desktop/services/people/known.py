"""Whom of a list's rows the registers know as a person already, and who is a household's from now on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from desktop.models.people import Household, HouseholdMember, Person, Voter, is_on_the_list
from desktop.models.places import Unit
from desktop.services.lists.list_kind import Taking
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.text import fold

_WHOLE = len("2000-01-01")


def known_people(
    session: Session, hamlet: int, rows: Sequence[Mapping[str, Any]], before: int | None = None
) -> dict[int, Person]:
    """Return who of some rows is a person of the registers, by the row's place among them, each once.

    That is by number; else by name and whole birth, where one such person belongs to no household, nor to
    another hamlet's list of voters.

    Args:
        session: of the caller.
        hamlet: key of the hamlet that the rows are for.
        rows: as the reader states them.
        before: key of the first person whom the list itself brought in: by name only those before are known.
    """
    numbers = [row["identity"] for row in rows if row.get("identity")]
    by_number = {
        person.identity: person
        for person in session.scalars(select(Person).where(Person.identity.in_(numbers)))
    }
    whole = [row for row in rows if len(row.get("birth") or "") == _WHOLE]
    free = select(Person).where(
        tuple_(Person.folded, Person.birth).in_(
            {(fold(row["name"]), parse_iso(row["birth"])) for row in whole}
        ),
        ~select(HouseholdMember.id).where(HouseholdMember.person_id == Person.id).exists(),
        ~select(Household.id).where(Household.head_id == Person.id).exists(),
        ~select(Voter.id)
        .where(Voter.person_id == Person.id, Voter.hamlet_id != hamlet, *is_on_the_list())
        .exists(),
    )
    if before is not None:
        free = free.where(Person.id < before)
    by_name: dict[tuple[str, str | None], list[Person]] = {}
    for person in session.scalars(free) if whole else ():
        by_name.setdefault((person.name, person.birth.iso() if person.birth else None), []).append(person)
    found: dict[int, Person] = {}
    taken = set[int]()
    for number, row in enumerate(rows):
        who: Person | None = by_number.get(row.get("identity"))
        if who is None:
            same = by_name.get((row["name"], row.get("birth")), [])
            agreeing = [one for one in same if None in (one.identity, row.get("identity"))]
            who = agreeing[0] if len(agreeing) == 1 else None
        if who is not None and who.id not in taken:
            taken.add(who.id)
            found[number] = who
    return found


def are_of_households(taking: Taking[Unit], people: Iterable[Person]) -> None:
    """End the lines of voters without a household for people who belong to one from now on."""
    keys = [person.id for person in people]
    lines = select(Voter).where(Voter.person_id.in_(keys), *is_on_the_list())
    yesterday = taking.today - timedelta(days=1)
    for line in taking.batch.session.scalars(lines) if keys else ():
        taking.batch.change(line, {"ends_on": max(yesterday, line.starts_on or yesterday)})
