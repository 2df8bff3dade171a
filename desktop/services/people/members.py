"""The members of a household: who belongs to it, who is dead, moved or away, and who heads it then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.people import EndReason, Household, HouseholdMember, Person
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import Workplace
from desktop.services.people.record import PERSON_FIELDS, household_of, read_person_field, refuse_taken
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import spelling_key, tidy
from desktop.wording import words


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


def household_members(workplace: Workplace, household: int) -> tuple[MemberLine, ...]:
    """List the members of a household: its head, who is with it, then who left.

    Raises:
        RequestRefused: ``unknown.household``.
    """
    with reading(workplace.database) as session:
        return _lines(session, household_of(session, household))


def add_member(workplace: Workplace, household: int, name: str, relation: str = "") -> int:
    """Add somebody to a household under a name, and return the key of the line.

    Raises:
        RequestRefused: ``unknown.household``; ``household.name`` without a name; ``member.twice`` where
            somebody of that name and an unknown birth is there already.
    """
    with writing(workplace.database) as session:
        home = household_of(session, household)
        kept = read_person_field("name", name)
        same = [line for line in _lines(session, home) if spelling_key(line.name) == spelling_key(kept)]
        if any(not line.birth and line.end_reason is None for line in same):
            raise RequestRefused("member.twice", where=kept)
        made = HouseholdMember(household=home, person=Person(name=kept), relation=tidy(relation) or None)
        session.add(made)
        session.flush()
        workplace.note(session, "household.member", made, "person", "relation")
        return made.id


def edit_member(workplace: Workplace, member: int, field: str, value: Any) -> None:
    """Change one field of a member; empty takes a value away, but never the name.

    Args:
        workplace: the open office.
        member: key of the line.
        field: ``name``, ``birth``, ``sex``, ``identity``, ``ethnic``, ``relation``, ``starts_on`` or
            ``without_capacity``.
        value: as it was typed; a day for ``starts_on``, a truth for ``without_capacity``.

    Raises:
        RequestRefused: ``unknown.household_member``; as ``edit_household`` for what can't be read;
            ``member.day`` for a first day after the last.
    """
    with writing(workplace.database) as session:
        found = _found(session, member)
        of_person = field in PERSON_FIELDS
        read = read_person_field(field, value) if of_person else _READ[field](value)
        if field == "identity":
            refuse_taken(session, read, found.person_id)
        if field == "starts_on" and read is not None and found.ends_on is not None and read > found.ends_on:
            raise RequestRefused("member.day", where=field)
        record: Any = found.person if of_person else found
        if getattr(record, field) != read:
            setattr(record, field, read)
            session.flush()
            workplace.note(session, "household.member_edit", record, field)


def end_member(workplace: Workplace, member: int, reason: EndReason | None, on: date | None) -> None:
    """Write down that a member is dead, moved or away, and since when; without a reason they are back.

    Args:
        workplace: the open office.
        member: key of the line.
        reason: why; None where they are with the household after all.
        on: the last day with the household; None where nobody knows it.

    Raises:
        RequestRefused: ``unknown.household_member``; ``member.day`` for a last day before the first.
    """
    with writing(workplace.database) as session:
        found = _found(session, member)
        end_line(workplace, session, found, reason, on)


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
            who is not with the household; ``member.day`` for a last day before the first.
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
        end_line(workplace, session, old, reason, on)


def end_line(
    workplace: Workplace,
    session: Session,
    line: HouseholdMember,
    reason: EndReason | None,
    on: date | None,
) -> None:
    """End a line inside the caller's transaction, as ``end_member`` does."""
    if on is not None and line.starts_on is not None and on < line.starts_on:
        raise RequestRefused("member.day", where="ends_on")
    line.end_reason, line.ends_on = reason, on if reason else None
    session.flush()
    action = "household.member_end" if reason else "household.member_back"
    workplace.note(session, action, line, "end_reason", "ends_on")


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


_READ: dict[str, Callable[[Any], Any]] = {
    "relation": lambda value: tidy(str(value or "")) or None,
    "starts_on": lambda value: value if isinstance(value, date) else None,
    "without_capacity": bool,
}
