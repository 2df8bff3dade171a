"""One household: its head, its members, its past, and changing them field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import String, and_, cast, or_, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.audit import AuditEntry
from desktop.models.people import Household, ImportBatch, ImportRow, Person
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.services.people.doubles import Double, others_of
from desktop.services.people.matching import sex_stated
from desktop.services.places.lookup import unit_on
from desktop.services.places.succession import CHANGES
from desktop.vietnamese.identity_number import disagreements, read_identity
from desktop.vietnamese.partial_date import PartialDate, parse_typed
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.text import tidy

PERSON_FIELDS = ("name", "birth", "sex", "identity", "ethnic")


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Something that happened to a household: when, by whom, what, which fields; never their values."""

    at: datetime
    actor: str
    action: str
    fields: tuple[str, ...]
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class HouseholdDetail:
    """A household as it is edited: ``birth`` is ``dd/mm/yyyy`` as far as it is known.

    Attributes:
        doubts: what in the identity number disagrees with the person: ``province``, ``sex``, ``birth_year``.
        history: the latest first.
        elsewhere: the other households that its head seems to head.
    """

    id: int
    hamlet: str
    hamlet_code: str
    name: str
    birth: str
    sex: str
    identity: str
    ethnic: str
    members: int | None
    starts_on: date | None
    ends_on: date | None
    doubts: tuple[str, ...]
    history: tuple[HistoryLine, ...]
    elsewhere: tuple[Double, ...]


@for_elections
def household(workplace: Workplace, key: int) -> HouseholdDetail:
    """Return a household whole.

    Raises:
        RequestRefused: ``unknown.household``.
    """
    with reading(workplace.database) as session:
        return _detail(session, household_of(session, key))


def edit_household(
    workplace: Workplace, key: int, field: str, value: str | int | date | None
) -> HouseholdDetail:
    """Change one field of a household or its head; empty takes a value away, but never the name.

    Args:
        workplace: the open office.
        key: of the household.
        field: ``name``, ``birth`` (``dd/mm/yyyy``, ``mm/yyyy`` or ``yyyy``), ``sex`` (``Nam``, ``Nữ``),
            ``identity``, ``ethnic``, ``members`` or ``starts_on``, the first day here.
        value: as it was typed.

    Raises:
        RequestRefused: ``unknown.household``; ``household.name``, ``household.birth``,
            ``household.identity`` or ``household.members`` for what can't be read;
            ``household.birth_ahead`` for a birth to come; ``household.identity_taken`` for another person's
            number; ``household.day`` for a first day after the last.
    """
    with writing(workplace.database) as session:
        found = household_of(session, key)
        is_persons = field in PERSON_FIELDS
        record = found.head if is_persons else found
        read = read_person_field(workplace, field, value) if is_persons else _READ[field](value)
        if field == "identity":
            refuse_taken(session, read, found.head_id)
        if field == "starts_on" and read is not None and found.ends_on is not None and read > found.ends_on:
            raise RequestRefused("household.day", where=field)
        if getattr(record, field) != read:
            setattr(record, field, read)
            session.flush()
            workplace.note(session, "household.edit", record, field)
        return _detail(session, found)


def read_person_field(workplace: Workplace, field: str, value: Any) -> Any:
    """Return a person's field, one of ``PERSON_FIELDS``, as it was typed.

    Raises:
        RequestRefused: as ``edit_household`` for what can't be read, and for a birth to come.
    """
    read = _READ[field](value)
    if isinstance(read, PartialDate) and read.earliest() > workplace.today():
        raise RequestRefused("household.birth_ahead", where="birth")
    return read


def refuse_taken(session: Session, identity: str | None, person: int | None) -> None:
    """Refuse an identity number that somebody else bears.

    Raises:
        RequestRefused: ``household.identity_taken``.
    """
    if identity is None:
        return
    other = select(Person.id).where(Person.identity == identity, Person.id != person)
    if session.scalar(other):
        raise RequestRefused("household.identity_taken", where="identity")


def add_household(workplace: Workplace, hamlet: str, name: str) -> int:
    """Add a household to a hamlet under its head's name, and return its key.

    Raises:
        RequestRefused: ``unknown.unit``, ``household.name``.
    """
    with writing(workplace.database) as session:
        unit = unit_on(session, hamlet, workplace.today())
        made = Household(hamlet=unit, head=Person(name=_name(name)), starts_on=workplace.today())
        session.add(made)
        session.flush()
        workplace.note(session, "household.add", made, "head", "hamlet", "starts_on")
        return made.id


def end_household(workplace: Workplace, key: int, on: date | None) -> HouseholdDetail:
    """End a household on its last day here, or with None let it live on.

    Raises:
        RequestRefused: ``unknown.household``; ``household.day`` for a day before its first;
            ``household.hamlet_ended`` where it would live on in a hamlet that has ended.
    """
    with writing(workplace.database) as session:
        found = household_of(session, key)
        if on is not None and found.starts_on is not None and on < found.starts_on:
            raise RequestRefused("household.day", where="ends_on")
        last = found.hamlet.ends_on
        if on is None and last is not None and last < workplace.today():
            raise RequestRefused("household.hamlet_ended", where=f"{found.hamlet.kind} {found.hamlet.name}")
        found.ends_on = on
        session.flush()
        workplace.note(session, "household.end" if on else "household.continue", found, "ends_on")
        return _detail(session, found)


def household_of(session: Session, key: int) -> Household:
    """Return a household by its key.

    Raises:
        RequestRefused: ``unknown.household``.
    """
    found = session.get(Household, key)
    if found is None:
        raise RequestRefused("unknown.household", where=str(key))
    return found


def _detail(session: Session, found: Household) -> HouseholdDetail:
    head = found.head
    sex = sex_word(head.sex) if head.sex else ""
    number = head.identity or ""
    return HouseholdDetail(
        id=found.id,
        hamlet=f"{found.hamlet.kind} {found.hamlet.name}",
        hamlet_code=found.hamlet.code,
        name=head.name,
        birth=head.birth.text() if head.birth else "",
        sex=sex,
        identity=number,
        ethnic=head.ethnic or "",
        members=found.members,
        starts_on=found.starts_on,
        ends_on=found.ends_on,
        doubts=disagreements(
            number, stated_sex=sex or None, stated_year=head.birth.year if head.birth else None
        ),
        history=_history(session, found),
        elsewhere=others_of(session, found),
    )


def _history(session: Session, found: Household) -> tuple[HistoryLine, ...]:
    edits = select(AuditEntry).where(
        or_(
            and_(AuditEntry.record_kind == "Household", AuditEntry.record_id == str(found.id)),
            and_(AuditEntry.record_kind == "Person", AuditEntry.record_id == str(found.head_id)),
        )
    )
    # By their place in the log, not by time: a clock can be put back.
    lines = {
        entry.sequence: HistoryLine(entry.at, entry.actor, entry.action, tuple(entry.fields))
        for entry in session.scalars(edits)
    }
    rows = (
        select(ImportBatch, ImportRow, AuditEntry)
        .join(ImportRow, ImportRow.batch_id == ImportBatch.id)
        .join(
            AuditEntry,
            and_(
                AuditEntry.record_kind == "ImportBatch",
                AuditEntry.record_id == cast(ImportBatch.id, String),
                AuditEntry.action.in_(("households.import", *CHANGES)),
            ),
        )
        .where(
            ImportBatch.undone_at.is_(None),
            or_(
                and_(ImportRow.record_kind == "Household", ImportRow.record_id == found.id),
                and_(ImportRow.record_kind == "Person", ImportRow.record_id == found.head_id),
            ),
        )
    )
    for batch, row, entry in session.execute(rows):
        before = lines.get(entry.sequence)
        fields = (*(before.fields if before else ()), *(row.before or {}))
        imported = "import.changed" if fields else "import.new"
        action = entry.action if entry.action in CHANGES else imported
        lines[entry.sequence] = HistoryLine(batch.made_at, entry.actor, action, fields, batch.file_name)
    return tuple(lines[sequence] for sequence in sorted(lines, reverse=True))


def _name(value: Any) -> str:
    name = tidy(str(value or ""))
    if not any(letter.isalpha() for letter in name):
        raise RequestRefused("household.name", where="name")
    return name


def _birth(value: Any) -> PartialDate | None:
    text = tidy(str(value or ""))
    if not text:
        return None
    try:
        return parse_typed(text)
    except ValueError as error:
        raise RequestRefused("household.birth", where="birth") from error


def _identity(value: Any) -> str | None:
    digits = tidy(str(value or "")).replace(" ", "")
    if not digits:
        return None
    try:
        return read_identity(digits).number
    except ValueError as error:
        raise RequestRefused("household.identity", where="identity") from error


def _members(value: Any) -> int | None:
    if value is None or value == "":
        return None
    if not str(value).isdecimal() or int(value) > 99:
        raise RequestRefused("household.members", where="members")
    return int(value)


_READ: dict[str, Callable[[Any], Any]] = {
    "name": _name,
    "birth": _birth,
    "sex": lambda value: sex_stated(str(value or "")),
    "identity": _identity,
    "ethnic": lambda value: tidy(str(value or "")) or None,
    "members": _members,
    "starts_on": lambda value: value if isinstance(value, date) else None,
}
