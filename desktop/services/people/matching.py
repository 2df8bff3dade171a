"""Which household of the register a row of a list is: the same, a changed one, a new one, or in doubt.

A row is matched by its identity number, else by name and birth within the hamlet. What only resembles a
household is left to a person: two people may share a name, and a mark decides between Hoa and Hòa, though
its place doesn't between Hoà and Hòa.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.people import Household, Person, Sex
from desktop.models.places import Unit
from desktop.services.lists.preview import Doubt, RowChoice, RowState, Verdict
from desktop.vietnamese.ethnic_groups import ETHNIC_GROUPS
from desktop.vietnamese.sexes import sex_of, sex_word
from desktop.vietnamese.text import fold, spelling_key, tidy

FIELDS = ("name", "birth", "sex", "identity", "ethnic", "members")

_NEW, _SAME, _OMIT = RowChoice.NEW, RowChoice.SAME, RowChoice.OMIT
_AT_ONCE = 500
_OLD_CARD = 9


@dataclass(frozen=True, slots=True)
class Head:
    """A household's head as rows are compared with it; ``row`` for one that an earlier row named."""

    name: str
    birth: str | None
    identity: str | None
    household: Household | None = None
    person: Person | None = None
    row: int | None = None

    def may_be(self, row: Mapping[str, Any]) -> bool:
        """Tell whether name, birth and number allow that a row is this head."""
        return (
            _same_name(self.name, row["name"])
            and births_agree(self.birth, row.get("birth"))
            and _identities_agree(self.identity, row.get("identity"))
        )


class Register:
    """The heads that the rows of one hamlet's list may already be."""

    def __init__(self, session: Session, hamlet: Unit, rows: Sequence[Mapping[str, Any]]) -> None:
        self.hamlet = hamlet
        living = (
            select(Household)
            .where(Household.ends_on.is_(None))
            .options(joinedload(Household.head), joinedload(Household.hamlet))
        )
        self._here: dict[str, list[Head]] = {}
        for household in session.scalars(living.where(Household.hamlet_id == hamlet.id)):
            self._here.setdefault(fold(household.head.name), []).append(_head(household.head, household))
        self._numbered: dict[str, Head] = {}
        numbers = [row["identity"] for row in rows if row.get("identity")]
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            people = {p.id: p for p in session.scalars(select(Person).where(Person.identity.in_(some)))}
            homes = {h.head_id: h for h in session.scalars(living.where(Household.head_id.in_(people)))}
            for key, person in people.items():
                self._numbered[person.identity or ""] = _head(person, homes.get(key))
        self._listed = {_key(row["name"], row.get("birth")) for row in rows}
        self._named_before: dict[str, list[Head]] = {}
        self._numbered_before: dict[str, int] = {}
        self._taken: dict[int, int] = {}

    def verdicts(self, numbers: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> Iterator[Verdict]:
        """Say of each row, in order, what it is."""
        for number, row in zip(numbers, rows, strict=True):
            yield self._verdict(row, number)
            head = Head(row["name"], row.get("birth"), row.get("identity"), row=number)
            self._named_before.setdefault(fold(row["name"]), []).append(head)
            if row.get("identity"):
                self._numbered_before.setdefault(row["identity"], number)

    def _verdict(self, row: Mapping[str, Any], number: int) -> Verdict:
        identity = row.get("identity")
        if identity and identity in self._numbered_before:
            return _doubt("twice", _OMIT, row=self._numbered_before[identity])
        known = self._numbered.get(identity) if identity else None
        if known is not None:
            return self._known(known, row, number)
        before = next((h for h in self._named_before.get(fold(row["name"]), ()) if h.may_be(row)), None)
        if before is not None:
            return _doubt("twice", _NEW, _OMIT, row=before.row)
        return self._named(row, number)

    def _known(self, head: Head, row: Mapping[str, Any], number: int) -> Verdict:
        """Judge a row whose number the register has."""
        household = head.household
        same_birth = head.birth is not None and head.birth == row.get("birth")
        if fold(head.name) != fold(row["name"]) and not same_birth:
            return _doubt("other_name", *((_SAME, _OMIT) if household else (_OMIT,)), head=head)
        if household is None:
            return self._settled(head, row, number)
        if household.hamlet_id != self.hamlet.id:
            return _doubt("elsewhere", _SAME, _OMIT, head=head)
        return self._settled(head, row, number)

    def _named(self, row: Mapping[str, Any], number: int) -> Verdict:
        """Judge a row by name and birth."""
        namesakes = self._here.get(fold(row["name"]), [])
        exact = [head for head in namesakes if head.may_be(row)]
        certain = [head for head in exact if head.birth is not None and head.birth == row.get("birth")]
        matching = certain or exact
        if len(matching) == 1:
            return self._settled(matching[0], row, number)
        if matching:
            return _doubt("several", _NEW, _OMIT, head=matching[0])
        alike = [head for head in namesakes if head.birth and head.birth == row.get("birth")]
        named = next((head for head in alike if _same_name(head.name, row["name"])), None)
        if named is not None:
            return _doubt("namesake", _NEW, _SAME, _OMIT, head=named)
        # Somebody whose name has other marks, and whom this list no longer names so, is spelt anew.
        anew = [head for head in alike if _key(head.name, head.birth) not in self._listed]
        if len(anew) == 1 and _identities_agree(anew[0].identity, row.get("identity")):
            return self._settled(anew[0], row, number)
        if anew:
            return _doubt("similar", _NEW, _SAME, _OMIT, head=anew[0])
        return self._unknown(row)

    def _settled(self, head: Head, row: Mapping[str, Any], number: int) -> Verdict:
        household = head.household
        if household is None:
            return self._unknown(row)
        if household.id in self._taken:
            return _doubt("twice", _OMIT, row=self._taken[household.id])
        self._taken[household.id] = number
        before = differences(household, row)
        return Verdict(RowState.CHANGED if before else RowState.SAME, household.id, before)

    def _unknown(self, row: Mapping[str, Any]) -> Verdict:
        stated = fold(row.get("hamlet") or "")
        if stated and fold(self.hamlet.name) not in stated:
            return Verdict(
                RowState.DOUBTFUL, doubt=Doubt("other_hamlet", (_NEW, _OMIT), like=tidy(row["hamlet"]))
            )
        return Verdict(RowState.NEW)


def told(row: Mapping[str, Any], birth: str | None = None) -> dict[str, Any]:
    """Return what a row says, by field: what it leaves out, or says less precisely, it doesn't change."""
    said = {field: row[field] for field in FIELDS if row.get(field) is not None}
    said["name"] = tidy(said["name"])
    if birth is not None and birth.startswith(said.get("birth", "-")):
        del said["birth"]
    return said


def differences(household: Household, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the register holds in each field in which a row says something else."""
    held = held_by(household)
    return {
        field: held[field]
        for field, now in told(row, held["birth"]).items()
        if held[field] != now and not (field == "ethnic" and _are_one_group(held[field], now))
    }


def held_by(household: Household) -> dict[str, Any]:
    """Return the fields of a household and its head as a row would state them."""
    head = household.head
    return {
        "name": head.name,
        "birth": head.birth.iso() if head.birth else None,
        "sex": sex_word(head.sex) if head.sex else None,
        "identity": head.identity,
        "ethnic": head.ethnic,
        "members": household.members,
    }


def sex_stated(word: str | None) -> Sex | None:
    """Return the sex that a list or a person states by its word; None where neither does."""
    sex = sex_of(word or "")
    return Sex(sex) if sex else None


def births_agree(one: str | None, other: str | None) -> bool:
    """Tell whether two births (``YYYY[-MM[-DD]]``) can be one: unknown parts agree with anything."""
    return one is None or other is None or one.startswith(other) or other.startswith(one)


def _are_one_group(held: str | None, now: str) -> bool:
    return held is not None and ETHNIC_GROUPS.are_one(held, now)


def _identities_agree(one: str | None, other: str | None) -> bool:
    # A card of 9 digits is replaced by one of 12; two numbers of one kind are two people.
    return one is None or other is None or one == other or (len(one), len(other)) == (_OLD_CARD, 12)


def _same_name(one: str, other: str) -> bool:
    return _key(one, None) == _key(other, None)


def _key(name: str, birth: str | None) -> tuple[str, str | None]:
    return spelling_key(name), birth


def _head(person: Person, household: Household | None) -> Head:
    birth = person.birth.iso() if person.birth else None
    return Head(person.name, birth, person.identity, household, person)


def _doubt(reason: str, *choices: RowChoice, row: int | None = None, head: Head | None = None) -> Verdict:
    household = head.household if head else None
    record = household.id if household else None
    like = ""
    if head is not None and head.person is not None:
        birth = f", {head.person.birth.text()}" if head.person.birth else ""
        place = f", {household.hamlet.kind} {household.hamlet.name}" if household else ""
        like = f"{head.name}{birth}{place}"
    return Verdict(RowState.DOUBTFUL, record, doubt=Doubt(reason, choices, row, record, like))
