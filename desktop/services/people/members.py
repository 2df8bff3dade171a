"""The members of a household: who belongs to it, who is dead, moved or away, and who heads it then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.people import EndReason, Household, HouseholdMember, Person
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.matching import births_agree
from desktop.services.people.record import household_of, read_person_field, refuse_taken
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import spelling_key, tidy
from desktop.wording import words

END_REASONS = tuple(EndReason)
_OF_PERSON = ("name", "birth", "sex", "identity")


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody of a household; ``birth`` is ``dd/mm/yyyy`` as far as it is known, the number is masked.

    Attributes:
        member: key of the line; None for a head of whom nothing is told but the name.
        person: key of the person.
        heads: whether this is the head.
        end_reason: why they are no longer with the household; None while they are.
    """

    member: int | None
    person: int
    name: str
    birth: str
    sex: str
    identity: str
    relation: str
    heads: bool
    without_capacity: bool
    starts_on: date | None
    ends_on: date | None
    end_reason: EndReason | None


@for_elections
def household_members(workplace: Workplace, household: int) -> tuple[MemberLine, ...]:
    """List the members of a household: its head, who is with it, then who left.

    Raises:
        RequestRefused: ``unknown.household``.
    """
    with reading(workplace.database) as session:
        return _lines(session, household_of(session, household))


@dataclass(frozen=True, slots=True)
class MemberSaid:
    """What a person says of a member, as it is typed.

    Attributes:
        name: in full, the only one that is never empty.
        birth: ``dd/mm/yyyy``, ``mm/yyyy`` or ``yyyy``; empty where it is not known.
        sex: ``Nam``, ``Nữ`` or empty; ``identity`` has 12 digits, or 9 of an old card, or none.
        relation: to the head.
        starts_on: the first day with the household; None where nobody knows it.
        end_reason, ends_on: why and since which last day they are no longer with it; None while they are.
    """

    name: str
    birth: str = ""
    sex: str = ""
    identity: str = ""
    relation: str = ""
    without_capacity: bool = False
    starts_on: date | None = None
    end_reason: EndReason | None = None
    ends_on: date | None = None


@for_elections
def member_said(workplace: Workplace, member: int) -> MemberSaid:
    """Return what is known of a member, the whole number among it.

    Raises:
        RequestRefused: ``unknown.household_member``.
    """
    with reading(workplace.database) as session:
        line = _found(session, member)
        person = line.person
        return MemberSaid(
            name=person.name,
            birth=person.birth.text() if person.birth else "",
            sex=sex_word(person.sex) if person.sex else "",
            identity=person.identity or "",
            relation=line.relation or "",
            without_capacity=line.without_capacity,
            starts_on=line.starts_on,
            end_reason=line.end_reason,
            ends_on=line.ends_on,
        )


def write_member(workplace: Workplace, household: int, said: MemberSaid, member: int | None = None) -> int:
    """Write somebody into a household, or with the key of the line correct it, and return that key.

    Raises:
        RequestRefused: ``unknown.household``, ``unknown.household_member``; ``member.twice`` for a new member
            of a name and birth that somebody of the household has; as ``edit_household`` for what can't be
            read; ``lives_here.days`` for a last day before the first.
    """
    with writing(workplace.database) as session:
        home = household_of(session, household)
        facts = {name: read_person_field(workplace, name, getattr(said, name)) for name in _OF_PERSON}
        if member is None:
            if any(_same(line.person, facts) for line in lines_of(session, home)) or _same(home.head, facts):
                raise RequestRefused("member.twice", where=facts["name"])
            refuse_taken(session, facts["identity"], None)
            line = HouseholdMember(household=home, person=Person(name=facts["name"]))
            session.add(line)
        else:
            line = _found(session, member)
            refuse_taken(session, facts["identity"], line.person_id)
        if said.ends_on is not None and said.starts_on is not None and said.ends_on < said.starts_on:
            raise RequestRefused("lives_here.days", where="ends_on")
        of_line = {
            "relation": tidy(said.relation) or None,
            "without_capacity": said.without_capacity,
            "starts_on": said.starts_on,
            "end_reason": said.end_reason,
            "ends_on": said.ends_on if said.end_reason else None,
        }
        changed = [*_set(line.person, facts), *_set(line, of_line)]
        session.flush()
        action = "household.member" if member is None else "household.member_edit"
        if changed or member is None:
            workplace.note(session, action, line, *(changed or ["person"]))
        return line.id


def _set(record: Person | HouseholdMember, values: Mapping[str, Any]) -> list[str]:
    changed = [name for name, value in values.items() if getattr(record, name) != value]
    for name in changed:
        setattr(record, name, values[name])
    return changed


def _same(person: Person, facts: Mapping[str, Any]) -> bool:
    # Of two births of which one is unknown nobody can say that they are two.
    born, other = person.birth, facts["birth"]
    alike = born is None or other is None or births_agree(born.iso(), other.iso())
    return alike and spelling_key(person.name) == spelling_key(facts["name"])


def end_head(
    workplace: Workplace,
    household: int,
    reason: EndReason,
    on: date | None,
    successor: int | None = None,
) -> None:
    """Write down that the head of a household is dead, moved or away, and who heads it from then on.

    Args:
        workplace: the open office.
        household: its key.
        reason: why the head is no longer with it.
        on: the head's last day with it; None where nobody knows it.
        successor: key of the member's line who becomes head; None while nobody is chosen.

    Raises:
        RequestRefused: ``unknown.household``, ``unknown.household_member``; ``member.successor`` for somebody
            who is not with the household; ``lives_here.days`` for a last day before the first.
    """
    with writing(workplace.database) as session:
        home = household_of(session, household)
        lines = {line.person_id: line for line in lines_of(session, home)}
        old = lines.get(home.head_id)
        if old is None:
            old = HouseholdMember(household=home, person=home.head, starts_on=home.starts_on)
            session.add(old)
        if successor is not None:
            following = _found(session, successor)
            if following.household_id != home.id or following.end_reason is not None or following is old:
                raise RequestRefused("member.successor", where=home.head.name)
            home.head = following.person
            session.flush()
            workplace.note(session, "household.head", home, "head")
        if on is not None and old.starts_on is not None and on < old.starts_on:
            raise RequestRefused("lives_here.days", where="ends_on")
        old.end_reason, old.ends_on = reason, on
        session.flush()
        workplace.note(session, "household.member_end", old, "end_reason", "ends_on")


def head_is_back(workplace: Workplace, household: int, head: int | None = None) -> None:
    """Take back that the head of a household is dead, moved or away.

    Args:
        workplace: the open office.
        household: its key.
        head: key of the person who headed it before somebody followed, and heads it again; None where nobody
            followed.

    Raises:
        RequestRefused: ``unknown.household``; ``unknown.household_member`` for somebody who is none of it.
    """
    with writing(workplace.database) as session:
        home = household_of(session, household)
        wanted = home.head_id if head is None else head
        line = next((one for one in lines_of(session, home) if one.person_id == wanted), None)
        if line is None and wanted != home.head_id:
            raise RequestRefused("unknown.household_member", where=str(head))
        if line is not None and line.person_id != home.head_id:
            home.head = line.person
            session.flush()
            workplace.note(session, "household.head", home, "head")
        if line is not None and line.end_reason is not None:
            line.end_reason, line.ends_on = None, None
            session.flush()
            workplace.note(session, "household.member_back", line, "end_reason", "ends_on")


def lines_of(session: Session, household: Household) -> list[HouseholdMember]:
    """Return the lines of a household's members in the order in which they came."""
    return list(
        session.scalars(
            select(HouseholdMember)
            .where(HouseholdMember.household_id == household.id)
            .options(joinedload(HouseholdMember.person))
            .order_by(HouseholdMember.id)
        )
    )


def _found(session: Session, member: int) -> HouseholdMember:
    found = session.get(HouseholdMember, member)
    if found is None:
        raise RequestRefused("unknown.household_member", where=str(member))
    return found


def _lines(session: Session, home: Household) -> tuple[MemberLine, ...]:
    kept = lines_of(session, home)
    head = next((line for line in kept if line.person_id == home.head_id), None)
    others = [line for line in kept if line is not head]
    first = _line(home.head, head, heads=True)
    return (first, *sorted((_line(line.person, line) for line in others), key=_is_gone))


def _is_gone(line: MemberLine) -> bool:
    return line.end_reason is not None or line.ends_on is not None


def _line(person: Person, line: HouseholdMember | None, *, heads: bool = False) -> MemberLine:
    return MemberLine(
        member=line.id if line else None,
        person=person.id,
        name=person.name,
        birth=person.birth.text() if person.birth else "",
        sex=sex_word(person.sex) if person.sex else "",
        identity=mask(person.identity) if person.identity else "",
        relation=words("list.household.head") if heads else (line.relation or "") if line else "",
        heads=heads,
        without_capacity=bool(line and line.without_capacity),
        starts_on=line.starts_on if line else None,
        ends_on=line.ends_on if line else None,
        end_reason=line.end_reason if line else None,
    )
