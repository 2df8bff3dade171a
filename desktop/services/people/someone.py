"""Somebody of a hamlet, of a household or of none, as rows of a list are compared with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, String, and_, literal, select, type_coerce

from desktop.models.people import Household, HouseholdMember, Person, Voter
from desktop.models.places import Unit
from desktop.services.people.matching import births_agree, identities_agree
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import spelling_key

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Someone:
    """Somebody of a household as rows are compared with them.

    Attributes:
        record: key of the line; of a head the household's key, below zero.
        household: key of the household; 0 for a voter who belongs to none.
        person: key of the person.
        hamlet: key of the hamlet; ``place`` names it.
        gone: dead, moved or away.
        held: by field what is held, as a row would state it.
    """

    record: int
    household: int
    person: int
    hamlet: int
    place: str
    gone: bool
    held: Mapping[str, Any]
    spelt: str

    @property
    def heads(self) -> bool:
        """Whether this is the head."""
        return self.record < 0

    def may_be(self, row: Mapping[str, Any]) -> bool:
        """Tell whether name, birth and number allow that a row is this one."""
        return (
            births_agree(self.held["birth"], row.get("birth"))
            and identities_agree(self.held["identity"], row.get("identity"))
            and self.spelt == spelling_key(row["name"])
        )


def held_of(person: Person, line: HouseholdMember | None = None) -> dict[str, Any]:
    """Return what the register holds of somebody, by field, as a row would state it."""
    return {
        "name": person.name,
        "birth": person.birth.iso() if person.birth else None,
        "sex": sex_word(person.sex) if person.sex else None,
        "identity": person.identity,
        "ethnic": person.ethnic,
        "relation": line.relation if line is not None else None,
    }


def in_parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Yield values in parts that one statement takes."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def someone_of(row: Row[*tuple[Any, ...]]) -> Someone:
    """Return somebody from a row of ``HEADS`` or ``ALL_LINES``, or without a household of ``VOTERS``."""
    found = row._mapping  # noqa: SLF001 - its public way to columns by name
    held = {
        "name": row.name,
        "birth": row.birth,
        "sex": sex_word(row.sex) if row.sex else None,
        "identity": row.identity,
        "ethnic": row.ethnic,
        "relation": found.get("relation"),
    }
    gone = found.get("ends_on") is not None or found.get("end_reason") is not None
    place = f"{row.kind} {row.hamlet}"
    return Someone(
        row.record, row.household, row.person, row.hamlet_id, place, gone, held, spelling_key(row.name)
    )


_PERSON = (
    Person.id.label("person"),
    Person.name,
    type_coerce(Person.birth, String()).label("birth"),
    Person.sex,
    Person.identity,
    Person.ethnic,
)
_PLACE = Household.id.label("household"), Household.hamlet_id, Unit.kind, Unit.name.label("hamlet")
_LIVES, _THERE = Household.ends_on.is_(None), Household.hamlet_id == Unit.id
HEADS = (
    select((-Household.id).label("record"), *_PLACE, *_PERSON)
    .join_from(Person, Household, and_(Household.head_id == Person.id, _LIVES))
    .join(Unit, _THERE)
)
ALL_LINES = (
    select(
        HouseholdMember.id.label("record"),
        *_PLACE,
        *_PERSON,
        HouseholdMember.relation,
        HouseholdMember.ends_on,
        HouseholdMember.end_reason,
    )
    .join_from(Person, HouseholdMember, HouseholdMember.person_id == Person.id)
    .join(Household, and_(HouseholdMember.household_id == Household.id, _LIVES))
    .join(Unit, _THERE)
)
VOTERS = (
    select(
        Voter.id.label("record"),
        literal(0).label("household"),
        Voter.hamlet_id,
        Unit.kind,
        Unit.name.label("hamlet"),
        *_PERSON,
        Voter.ends_on,
        Voter.end_reason,
    )
    .join_from(Person, Voter, Voter.person_id == Person.id)
    .join(Unit, Voter.hamlet_id == Unit.id)
)
