"""The audit log: who did what to which record, each entry chained to the one before by a hash."""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec
from sqlalchemy import JSON, CheckConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop.models.base import STRICT, Base
from desktop.models.types import Text32, Text64, UtcTimestamp, sha256_check

BEFORE_THE_FIRST = "0" * 64

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/\[\]-]*", re.ASCII)


class AuditEntry(Base):
    """One line of the log; only names of records and fields, never values. Never changed or deleted."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        CheckConstraint("sequence >= 1", name="sequence"),
        sha256_check("previous"),
        sha256_check("hash"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(UtcTimestamp())
    actor: Mapped[Text64]
    action: Mapped[Text64]
    record_kind: Mapped[Text32]
    record_id: Mapped[Text64]
    fields: Mapped[list[str]] = mapped_column(JSON())
    previous: Mapped[Text64] = mapped_column(unique=True)
    hash: Mapped[Text64] = mapped_column(unique=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something done to a record, as the log may tell it.

    ``at`` names its zone; ``actor`` is a key (``operator:2``, ``program``), never a person's name; ``action``
    a dotted word (``count.finalise``); ``record_kind`` the record's noun; ``fields`` the names of those that
    changed.
    """

    at: datetime
    actor: str
    action: str
    record_kind: str
    record_id: str | int
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many entries, and the hash of the last (zeros when there is none)."""

    sequence: int
    hash: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain as it was found: its head as far as it holds, and the first sequence that breaks it."""

    head: Head
    broken_at: int | None


def append(session: Session, event: Event) -> Head:
    """Append one entry to the chain, inside the caller's writing transaction, and return the new head.

    Args:
        session: a session of ``writing``: it holds the write lock, so nobody else can append meanwhile.
        event: what happened.

    Raises:
        ValueError: something is not a plain name; a value may have been passed by mistake.
    """
    fields = sorted(event.fields)
    for name in (event.actor, event.action, event.record_kind, str(event.record_id), *fields):
        if _NAME.fullmatch(name) is None:
            raise ValueError("the audit log takes plain names of records and fields, never values")
    last = head(session)
    entry = AuditEntry(
        sequence=last.sequence + 1,
        at=event.at,
        actor=event.actor,
        action=event.action,
        record_kind=event.record_kind,
        record_id=str(event.record_id),
        fields=fields,
        previous=last.hash,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()
    return Head(entry.sequence, entry.hash)


def head(session: Session) -> Head:
    """Return the end of the chain, to be kept elsewhere: on paper, in a backup's report."""
    newest = select(AuditEntry.sequence, AuditEntry.hash).order_by(AuditEntry.sequence.desc()).limit(1)
    row = session.execute(newest).one_or_none()
    return Head(row.sequence, row.hash) if row else Head(0, BEFORE_THE_FIRST)


def verify_chain(session: Session) -> Chain:
    """Compute every hash again, from the first entry to the last."""
    last = Head(0, BEFORE_THE_FIRST)
    entries = select(AuditEntry).order_by(AuditEntry.sequence).execution_options(yield_per=1000)
    for entry in session.scalars(entries):
        follows = entry.sequence == last.sequence + 1 and entry.previous == last.hash
        if not follows or entry.hash != _hash(entry):
            return Chain(last, entry.sequence)
        last = Head(entry.sequence, entry.hash)
    return Chain(last, None)


def _hash(entry: AuditEntry) -> str:
    if entry.at.tzinfo is None:
        raise ValueError("an audited time needs a zone")
    canonical = msgspec.json.encode(
        [
            entry.sequence,
            entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            entry.actor,
            entry.action,
            entry.record_kind,
            entry.record_id,
            entry.fields,
            entry.previous,
        ]
    )
    return hashlib.sha256(canonical).hexdigest()
