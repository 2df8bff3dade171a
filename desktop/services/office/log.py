"""The audit log as it is read: who did what to which record when, filtered, part by part, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, defer

from desktop.models.audit import AuditEntry, verify_chain
from desktop.models.base import Base
from desktop.models.congress import Congress
from desktop.models.counting import Operator
from desktop.models.elections import ContestKind, Election
from desktop.models.exchange import SealedPackage, TakenPackage
from desktop.models.kept_bytes import KeptBytes
from desktop.models.metadata import NOUNS
from desktop.models.party import Organisation
from desktop.models.people import Household
from desktop.models.places import Unit, UnitLevel
from desktop.models.store.session import reading
from desktop.printing.office import log_sheets
from desktop.services.office.sides import hidden_nouns
from desktop.services.office.workplace import VIET_NAM, Workplace, is_training, own_office, own_unit
from desktop.sheets.lists.kinds.known import KINDS, lists_of
from desktop.wording import known_codes, words

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "registers": (
        *("unit", "hamlet", "household", "voter"),
        *("import", "filter", "list"),
        *lists_of("", "elections"),
    ),
    "party": (
        "branch",
        "member",
        "contact",
        "post",
        "assignment",
        "book",
        "congress",
        "group",
        "approval",
        "work",
        "ending",
        *("chain", "gate"),
        "review",
        "reserve",
        "issue",
        "head",
        *lists_of("party"),
    ),
    "elections": (
        "campaign",
        "election",
        "plan",
        "clusters",
        "candidates",
        "officials",
        "roll",
        "round",
        "ballots",
    ),
    "meeting": ("meeting", "attendance", "stock"),
    "counting": ("count",),
    "results": ("result", "minutes"),
    "dismissals": ("dismissal", "proposal"),
    "papers": ("paper", "basis", "party_basis"),
    "exchange": ("package", "card", "receipt", "fork"),
    "office": ("office", "keys", "operator", "clock", "retention"),
}
"""What a clerk looks for, and the nouns that actions of it begin with."""

PROGRAM = "program"
_OF_LISTS = ("import", "give_out")
_FIELDS_SAID = 4
_OPERATOR = "operator:"
# From a record to the hamlet that it belongs to, by the names of what it hangs on.
_UPWARDS = (
    *("unit", "hamlet", "election", "round", "roll", "decision", "count", "household"),
    *("dismissal", "record"),
)
# From a record to the election, or the congress, that it belongs to.
_TO_ELECTION = ("election", "round", "contest", "roll", "decision", "count", "entry", "candidate")
# What names a record that belongs to no hamlet.
_NAMED = {
    "ImportBatch": "file_name",
    "Operator": "name",
    "Campaign": "name",
    "Organisation": "name",
    "LegalBasis": "number",
    "WorkingGroup": "name",
    "CongressWork": "what",
    "Wave": "name",
}
_NUMBERED = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries are looked for; None leaves a question open.

    Attributes:
        actor: ``program``, or ``operator:2``.
        subject: a key of ``SUBJECTS``.
        first, last: days in Viet Nam, both among those looked for.
    """

    actor: str | None = None
    subject: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry in words.

    Attributes:
        sequence: its number in the chain.
        at: the moment, in Viet Nam.
        actor: name of the operator; empty where the office's own clerk worked.
        action: such as "Chốt kết quả kiểm phiếu".
        about: the hamlet, branch, workbook, package or person that types; empty where the record
            is gone or is the office itself.
        fields: names of those that changed, in words; never values.
    """

    sequence: int
    at: datetime
    actor: str
    action: str
    about: str
    fields: str


@dataclass(frozen=True, slots=True)
class LogPart:
    """A part of the log, the newest entry first, and how many there are in all."""

    lines: tuple[LogLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class LogCheck:
    """The chain of the log computed anew.

    Attributes:
        entries: how many are whole.
        last: hash of the last of them.
        broken_at: number of the first that breaks the chain; None where it is whole.
    """

    entries: int
    last: str
    broken_at: int | None


def log_part(workplace: Workplace, chosen: LogFilter, before: int | None = None, limit: int = 100) -> LogPart:
    """Return the newest entries of those looked for, from the one before a number on."""
    with reading(workplace.database) as session:
        total = (
            session.scalar(select(func.count()).select_from(AuditEntry).where(*_where(workplace, chosen)))
            or 0
        )
        found = (
            select(AuditEntry)
            .where(*_where(workplace, chosen))
            .order_by(AuditEntry.sequence.desc())
            .limit(limit)
        )
        if before is not None:
            found = found.where(AuditEntry.sequence < before)
        return LogPart(tuple(_lines(session, session.scalars(found))), total)


def actors(workplace: Workplace) -> tuple[tuple[str, str], ...]:
    """Return everybody who typed something by name, each with the key that the log names them by."""
    with reading(workplace.database) as session:
        return tuple(
            (f"{_OPERATOR}{each.id}", each.name)
            for each in session.scalars(select(Operator).order_by(Operator.id))
        )


def check_log(workplace: Workplace) -> LogCheck:
    """Compute the chain of the whole log anew."""
    with reading(workplace.database) as session:
        return _checked(session)


def _checked(session: Session) -> LogCheck:
    chain = verify_chain(session)
    return LogCheck(chain.head.sequence, chain.head.hash, chain.broken_at)


def print_log(workplace: Workplace, chosen: LogFilter) -> bytes:
    """Print the entries looked for in the order in which they were written, under the chain's check.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    with reading(workplace.database) as session:
        check = _checked(session)
        office = own_office(session)
        found = select(AuditEntry).where(*_where(workplace, chosen)).order_by(AuditEntry.sequence)
        sheet = log_sheets.LogSheets(
            office=office.name,
            place=office.settings.place or own_unit(session).name,
            made_on=workplace.today(),
            first=chosen.first,
            last=chosen.last,
            entries=check.entries,
            hash=check.last,
            broken_at=check.broken_at,
            lines=tuple(
                log_sheets.LogRow(
                    number=line.sequence,
                    at=line.at,
                    actor=line.actor,
                    action=line.action,
                    about=line.about,
                    fields=line.fields,
                )
                for line in _lines(session, session.scalars(found))
            ),
        )
        training = is_training(session)
    return log_sheets.draw(sheet, training=training)


def _where(workplace: Workplace, chosen: LogFilter) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = [
        ~AuditEntry.action.startswith(f"{noun}.", autoescape=True)
        for noun in sorted(hidden_nouns(workplace.side))
    ]
    if chosen.actor is not None:
        asked.append(AuditEntry.actor == chosen.actor)
    if chosen.subject is not None:
        nouns = SUBJECTS[chosen.subject]
        asked.append(or_(*(AuditEntry.action.startswith(f"{noun}.", autoescape=True) for noun in nouns)))
    if chosen.first is not None:
        asked.append(AuditEntry.at >= _midnight(chosen.first))
    if chosen.last is not None:
        asked.append(AuditEntry.at < _midnight(chosen.last + timedelta(days=1)))
    return asked


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), VIET_NAM).astimezone(UTC)


def _lines(session: Session, entries: Iterable[AuditEntry]) -> Iterable[LogLine]:
    names = {f"{_OPERATOR}{each.id}": each.name for each in session.scalars(select(Operator))}
    about: dict[tuple[str, str], str] = {}
    for entry in entries:
        key = (entry.record_kind, entry.record_id)
        if key not in about:
            about[key] = record_words(session, *key)
        yield LogLine(
            entry.sequence,
            entry.at.astimezone(VIET_NAM),
            names.get(entry.actor, ""),
            action_words(entry.action),
            about[key],
            _fields_words(entry.fields),
        )


def action_words(action: str) -> str:
    """Say what was done, such as ``count.finalise``; a word of a later program as it is written."""
    noun, _, what = action.partition(".")
    if noun in KINDS and what in _OF_LISTS:
        title = words(f"list.{noun}.title")
        return words(f"log.list.{what}", list=f"{title[:1].lower()}{title[1:]}")
    return words(f"log.{action}") if f"log.{action}" in known_codes() else action


def _fields_words(fields: Iterable[str]) -> str:
    said = list(dict.fromkeys(word for field in fields if (word := _field_words(field))))
    if len(said) <= _FIELDS_SAID:
        return ", ".join(said)
    return words("log.fields", some=", ".join(said[: _FIELDS_SAID - 1]), others=len(said) - _FIELDS_SAID + 1)


def _field_words(field: str) -> str:
    code = f"log.field.{_NUMBERED.sub('', field)}"
    if code not in known_codes():
        return ""
    at = _NUMBERED.search(field)
    return f"{words(code)} {int(at[1]) + 1}" if at else words(code)


@cache
def _classes() -> dict[str, type[Any]]:
    names = {noun.__name__ for noun in NOUNS}
    classes = (mapper.class_ for mapper in Base.registry.mappers)
    return {each.__name__: each for each in classes if each.__module__ in names}


def record_words(session: Session, kind: str, key: str) -> str:
    """Name the hamlet, branch, workbook, package or person that a record is of; empty where it is of none."""
    mapped = _classes().get(kind)
    if mapped is None or not key.isdecimal():
        return ""
    # Nobody asks here for the bytes of a paper.
    heavy = [defer(mapped.content)] if issubclass(mapped, KeptBytes) else []
    record = session.get(mapped, int(key), options=heavy)
    branch = _branch_of(session, record)
    if branch is not None:
        return branch.name
    if isinstance(record, SealedPackage | TakenPackage):
        return words("log.package", number=record.sequence)
    unit = _hamlet_of(record)
    if unit is None:
        return str(getattr(record, _NAMED.get(kind, ""), ""))
    hamlet = f"{unit.kind} {unit.name}"
    if isinstance(record, Household):
        return words("log.household", hamlet=hamlet, number=record.id)
    return hamlet


def _branch_of(session: Session, record: object) -> Organisation | None:
    """Return the branch that a record belongs to: its own, its congress's, or that of its vote."""
    branch = getattr(getattr(record, "congress", None) or record, "branch", None)
    if isinstance(branch, Organisation):
        return branch
    while record is not None and not isinstance(record, Election):
        record = next((up for name in _TO_ELECTION if (up := getattr(record, name, None)) is not None), None)
    if record is None or record.contest_kind is not ContestKind.BRANCH_CONGRESS:
        return None
    held = select(Congress).where(Congress.election_id == record.id)
    found = session.scalars(held).one_or_none()
    return found.branch if found is not None else None


def _hamlet_of(record: object) -> Unit | None:
    while record is not None:
        if isinstance(record, Unit):
            return record if record.level is UnitLevel.HAMLET else None
        record = next((up for name in _UPWARDS if (up := getattr(record, name, None)) is not None), None)
    return None
