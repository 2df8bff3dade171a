"""Households and their people as they were on a day, hamlet by hamlet, for lists that are given out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload

from desktop.long_work import step
from desktop.models.elections import ContestKind
from desktop.models.people import Household, HouseholdMember, Person
from desktop.models.places import Unit
from desktop.services.office.workplace import Workplace
from desktop.services.people.residence import Resident, has_left, voters_on
from desktop.services.places.as_of import homes_on
from desktop.services.places.lookup import hamlets_of, unit_on


@dataclass(frozen=True)
class Registers:
    """The registers as they stand today, or as of a day of the past.

    Attributes:
        session: of the caller.
        workplace: the open office.
        on: the day; None for today.
    """

    session: Session
    workplace: Workplace
    on: date | None

    @property
    def day(self) -> date:
        """The day, today's where none was asked for."""
        return self.on or self.workplace.today()

    def each_unit(self, hamlet: str | None) -> Iterator[Unit]:
        """Yield the hamlets of ``units``, and say before each how far it is."""
        units = self.units(hamlet)
        for done, unit in enumerate(units):
            step(done, len(units), f"{unit.kind} {unit.name}")
            yield unit

    def units(self, hamlet: str | None) -> Sequence[Unit]:
        """Return the hamlet of a code on that day; with None all hamlets of that day.

        Raises:
            RequestRefused: ``unknown.unit``.
        """
        if hamlet is None:
            return hamlets_of(self.session, self.day)
        return [unit_on(self.session, hamlet, self.day)]

    def heads(self, unit: Unit, *more: ColumnElement[Any] | Any) -> Sequence[Any]:
        """Return the heads of a hamlet's households by name, with more columns of each household."""
        rows = (
            select(Person, *more)
            .join(Household, Household.head_id == Person.id)
            .where(*self._lived_in(unit))
            .order_by(Person.sort_key, Household.id)
        )
        return self.session.execute(rows).all()

    def homes(self, unit: Unit) -> Iterator[tuple[Person, Sequence[HouseholdMember]]]:
        """Yield a hamlet's households by the names of their heads: the head, and who was with them.

        Who was dead, moved or away by then is none of them.
        """
        there = (
            select(HouseholdMember)
            .join(Household, HouseholdMember.household_id == Household.id)
            .where(*self._lived_in(unit), Household.head_id != HouseholdMember.person_id)
            .options(joinedload(HouseholdMember.person))
            .order_by(HouseholdMember.id)
        )
        of_homes: dict[int, list[HouseholdMember]] = {}
        for line in self.session.scalars(there):
            begun = line.starts_on is None or line.starts_on <= self.day
            if begun and not has_left(line, self.day):
                of_homes.setdefault(line.household_id, []).append(line)
        for head, key in self.heads(unit, Household.id):
            yield head, of_homes.get(key, [])

    def voters(self, unit: Unit) -> list[Resident]:
        """Return who would vote in a hamlet, each once, by name."""
        statute = self.workplace.statutes.in_force(ContestKind.HAMLET_HEAD, self.day)
        return voters_on(self.session, unit.id, self.day, statute.clause("elector_age_min").whole())

    def _lived_in(self, unit: Unit) -> tuple[ColumnElement[bool], ...]:
        if self.on is None:
            return Household.hamlet_id == unit.id, Household.ends_on.is_(None)
        return (Household.id.in_([key for key, hamlet in self._homes.items() if hamlet == unit.id]),)

    @cached_property
    def _homes(self) -> dict[int, int]:
        return homes_on(self.session, self.day)
