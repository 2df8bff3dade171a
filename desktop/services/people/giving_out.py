"""The households of a hamlet given out as a workbook."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from desktop.models.people import Household, Person
from desktop.models.store.session import writing
from desktop.services.lists.giving_out import list_workbook
from desktop.services.office.files import write_file
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.kinds.households import HOUSEHOLDS
from desktop.vietnamese.sexes import sex_word
from desktop.wording import words


@for_elections
def give_out_households(workplace: Workplace, hamlet: str, path: Path) -> int:
    """Write the households that live in a hamlet, by name, into a workbook, and return how many they are.

    Identity numbers stand there whole, so the log says that the list was given out.

    Raises:
        RequestRefused: ``unknown.unit``, ``file.write``.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, hamlet, workplace.today())
        found = session.execute(
            select(Person, Household.members)
            .join(Household, Household.head_id == Person.id)
            .where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))
            .order_by(Person.sort_key, Household.id)
        ).all()
        rows = [
            {
                "name": person.name,
                "birth": person.birth,
                "sex": sex_word(person.sex) if person.sex else None,
                "identity": person.identity,
                "ethnic": person.ethnic,
                "members": members,
            }
            for person, members in found
        ]
        title, place = words("list.households.title"), f"{unit.kind} {unit.name}"
        write_file(path, list_workbook(workplace, HOUSEHOLDS, title, place, rows), replace=True)
        workplace.note(session, "households.give_out", unit)
        return len(rows)
