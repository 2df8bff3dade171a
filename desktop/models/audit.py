"""The audit log: who did what to which record, each entry chained to the one before by a hash.

An entry by which something became final, or is changed by the program later, carries the digest of that.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

import msgspec
from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop.models.base import STRICT, Base, BigKey
from desktop.models.types import Text32, Text64, UtcTimestamp, sha256_check

BEFORE_THE_FIRST = "0" * 64

BESIDE = "."
"""Stands in the name of what is sealed beside the chain, and not in it."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/\[\]-]*", re.ASCII)


class AuditEntry(Base):
    """One line of the log; only names of records and fields, never values. Never changed or deleted.

    ``sealed`` is the digest of its seals; None where it has none, as all entries of the first programs.
    """

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
    sealed: Mapped[Text64 | None] = mapped_column(default=None)


class SealRow(Base):
    """What stood in a record when an entry was written: the digest, None once the record is no more.

    ``record_table`` is the name of what is final, ``record_key`` the key of the record or of what owns it.
    Never changed or deleted.
    """

    __tablename__ = "audit_seals"
    __table_args__ = (
        Index("ix_audit_seals_record", "record_table", "record_key", "sequence"),
        sha256_check("sha256"),
        STRICT,
    )

    sequence: Mapped[int] = mapped_column(
        ForeignKey("audit_entries.sequence"), primary_key=True, autoincrement=False
    )
    record_table: Mapped[Text64] = mapped_column(primary_key=True)
    record_key: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=False)
    sha256: Mapped[Text64 | None] = mapped_column(default=None)


@dataclass(frozen=True, slots=True)
class Seal:
    """What stands in a record that is final: its SHA-256, None once it is no more."""

    table: str
    key: int
    sha256: str | None


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


def append(session: Session, event: Event, seals: Collection[Seal] = ()) -> Head:
    """Append one entry to the chain, inside the caller's writing transaction, and return the new head.

    Args:
        session: a session of ``writing``: it holds the write lock, so nobody else can append meanwhile.
        event: what happened.
        seals: what became final by it, or was changed since.

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
        sealed=_root((each.table, each.key, each.sha256) for each in seals),
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()
    session.add_all(
        SealRow(sequence=entry.sequence, record_table=each.table, record_key=each.key, sha256=each.sha256)
        for each in seals
    )
    session.flush()
    return Head(entry.sequence, entry.hash)


def head(session: Session) -> Head:
    """Return the end of the chain, to be kept elsewhere: on paper, in a backup's report."""
    newest = select(AuditEntry.sequence, AuditEntry.hash).order_by(AuditEntry.sequence.desc()).limit(1)
    row = session.execute(newest).one_or_none()
    return Head(row.sequence, row.hash) if row else Head(0, BEFORE_THE_FIRST)


def newest_at(session: Session) -> datetime:
    """Return when the last entry was written; now where there is none."""
    newest = select(AuditEntry.at).order_by(AuditEntry.sequence.desc()).limit(1)
    return session.scalar(newest) or datetime.now(UTC)


def hash_at(session: Session, sequence: int) -> str | None:
    """Return the hash of an entry; zeros for the one before the first, None where the log is shorter."""
    if sequence == 0:
        return BEFORE_THE_FIRST
    return session.scalar(select(AuditEntry.hash).where(AuditEntry.sequence == sequence))


def entry_about(session: Session, action: str, record_ids: Collection[int]) -> Head | None:
    """Return the newest entry of an action on one of these records; None where none tells of it."""
    named = [str(each) for each in record_ids]
    row = session.execute(
        select(AuditEntry.sequence, AuditEntry.hash)
        .where(AuditEntry.action == action, AuditEntry.record_id.in_(named))
        .order_by(AuditEntry.sequence.desc())
        .limit(1)
    ).one_or_none()
    return Head(row.sequence, row.hash) if row else None


def entry_with_hash(session: Session, start: str) -> Head | None:
    """Return the entry whose hash begins with these hexadecimal digits; None where there is none."""
    row = session.execute(
        select(AuditEntry.sequence, AuditEntry.hash)
        .where(AuditEntry.hash.startswith(start, autoescape=True))
        .limit(1)
    ).one_or_none()
    return Head(row.sequence, row.hash) if row else None


def verify_chain(session: Session) -> Chain:
    """Compute every hash again, from the first entry to the last, with what each sealed."""
    last = Head(0, BEFORE_THE_FIRST)
    seals = _seals_by_entry(session)
    sealed_at, sealed = next(seals, (0, None))
    entries = select(AuditEntry).order_by(AuditEntry.sequence).execution_options(yield_per=1000)
    for entry in session.scalars(entries):
        while 0 < sealed_at < entry.sequence:
            sealed_at, sealed = next(seals, (0, None))
        found = sealed if sealed_at == entry.sequence else None
        follows = entry.sequence == last.sequence + 1 and entry.previous == last.hash
        if not follows or entry.sealed != found or entry.hash != _hash(entry):
            return Chain(last, entry.sequence)
        last = Head(entry.sequence, entry.hash)
    return Chain(last, None)


def _seals_by_entry(session: Session) -> Iterator[tuple[int, str | None]]:
    rows = session.execute(
        select(SealRow.sequence, SealRow.record_table, SealRow.record_key, SealRow.sha256)
        .order_by(SealRow.sequence)
        .execution_options(yield_per=1000)
    )
    for sequence, group in groupby(rows, key=lambda row: row.sequence):
        yield sequence, _root((row.record_table, row.record_key, row.sha256) for row in group)


def _root(seals: Iterable[tuple[str, int, str | None]]) -> str | None:
    found = sorted((seal for seal in seals if BESIDE not in seal[0]), key=lambda seal: seal[:2])
    return hashlib.sha256(msgspec.json.encode(found)).hexdigest() if found else None


def _hash(entry: AuditEntry) -> str:
    if entry.at.tzinfo is None:
        raise ValueError("an audited time needs a zone")
    told = [
        entry.sequence,
        entry.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        entry.actor,
        entry.action,
        entry.record_kind,
        entry.record_id,
        entry.fields,
        entry.previous,
    ]
    # An entry that seals nothing is hashed as the first programs hashed each.
    canonical = msgspec.json.encode(told if entry.sealed is None else [*told, entry.sealed])
    return hashlib.sha256(canonical).hexdigest()
