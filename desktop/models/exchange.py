"""What an office keeps of packages: its keys, other offices' cards, packages and receipts both ways."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.kept_bytes import KeptBytes
from desktop.models.office import Mode, Role
from desktop.models.types import Text32, Text64, UtcTimestamp, sha256_check


class Stream(StrEnum):
    """What travels together: hamlets and elections, or branches and congresses."""

    GOVERNMENT = "government"
    PARTY = "party"


class Intake(StrEnum):
    """What a receiving office made of a package."""

    ACCEPTED = "accepted"
    WAITING = "waiting"
    REFUSED = "refused"


class OwnKeys(Keyed, Base):
    """The office's keys as stored: wrapped under its passphrase, never in clear."""

    __tablename__ = "own_keys"

    content: Mapped[bytes]
    fingerprint: Mapped[Text64] = mapped_column(unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    retired_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)


class PeerCard(Keyed, Base):
    """Another office's card, byte for byte: trusted once its groups were typed, revoked from a sequence."""

    __tablename__ = "peer_cards"
    __table_args__ = (CheckConstraint("revoked_from >= 1", name="revoked_from"), STRICT)

    content: Mapped[bytes]
    fingerprint: Mapped[Text64] = mapped_column(unique=True)
    unit_code: Mapped[Text32] = mapped_column(index=True)
    role: Mapped[Role]
    trusted_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    revoked_from: Mapped[int | None] = mapped_column(default=None)


class SealedPackage(Keyed, Base):
    """A package of ours: the encrypted file in the outbox. Never changed or deleted.

    ``digest`` and ``previous`` are SHA-256 of statement bytes; the sequence counts for each
    issuer key, recipient, stream and mode; ``code`` is the short one for the telephone.
    """

    __tablename__ = "sealed_packages"
    __table_args__ = (
        UniqueConstraint("issuer", "recipient", "stream", "mode", "sequence"),
        CheckConstraint("sequence >= 1", name="sequence"),
        sha256_check("digest"),
        sha256_check("previous"),
        STRICT,
    )

    issuer: Mapped[Text64]
    recipient: Mapped[Text32]
    stream: Mapped[Stream]
    mode: Mapped[Mode]
    campaign: Mapped[Text64]
    sequence: Mapped[int]
    digest: Mapped[Text64] = mapped_column(unique=True)
    previous: Mapped[Text64 | None] = mapped_column(default=None)
    content: Mapped[bytes]
    file_name: Mapped[str]
    code: Mapped[Text32]
    sealed_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class ReceiptIn(KeptBytes, Keyed, Base):
    """A receipt that came back for one of our packages. Never changed or deleted."""

    __tablename__ = "receipts_in"
    __table_args__ = (UniqueConstraint("package_id", "sha256"), sha256_check("sha256"), STRICT)

    package_id: Mapped[int] = mapped_column(ForeignKey("sealed_packages.id"), init=False)
    package: Mapped[SealedPackage] = relationship()
    outcome: Mapped[Intake]
    received_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class TakenPackage(Keyed, Base):
    """A package of another office, as far as it was taken in; ``code`` is the step that refused it."""

    __tablename__ = "taken_packages"
    __table_args__ = (
        CheckConstraint("sequence >= 1", name="sequence"),
        CheckConstraint("(outcome = 'refused') = (code IS NOT NULL)", name="refused"),
        sha256_check("digest"),
        sha256_check("previous"),
        STRICT,
    )

    issuer: Mapped[Text64] = mapped_column(index=True)
    unit_code: Mapped[Text32] = mapped_column(index=True)
    stream: Mapped[Stream]
    mode: Mapped[Mode]
    campaign: Mapped[Text64]
    sequence: Mapped[int]
    digest: Mapped[Text64] = mapped_column(unique=True)
    previous: Mapped[Text64 | None] = mapped_column(default=None)
    outcome: Mapped[Intake]
    code: Mapped[Text32 | None] = mapped_column(default=None)
    taken_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    statement: Mapped[bytes]
    records: Mapped[list["TakenRecord"]] = relationship(
        back_populates="package", order_by="TakenRecord.path", default_factory=list, init=False
    )


class TakenRecord(KeptBytes, Keyed, Base):
    """A file of a package that was taken in, under its path in the bag. Never changed or deleted."""

    __tablename__ = "taken_records"
    __table_args__ = (UniqueConstraint("package_id", "path"), sha256_check("sha256"), STRICT)

    package_id: Mapped[int] = mapped_column(ForeignKey("taken_packages.id"), init=False)
    package: Mapped[TakenPackage] = relationship(back_populates="records")
    path: Mapped[str]
    kind: Mapped[Text32]


class ReceiptOut(KeptBytes, Keyed, Base):
    """A receipt that we gave for a package. Never changed or deleted."""

    __tablename__ = "receipts_out"
    __table_args__ = (sha256_check("sha256"), STRICT)

    package_id: Mapped[int] = mapped_column(ForeignKey("taken_packages.id"), init=False, index=True)
    package: Mapped[TakenPackage] = relationship()
    outcome: Mapped[Intake]
    made_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class KeptSide(StrEnum):
    """Which side of a fork a person kept: what was known, or the package that waited."""

    KNOWN = "known"
    NEW = "new"


class SettledFork(Keyed, Base):
    """What a person did about a package that waited, and why. Never changed or deleted.

    ``contradicts`` says what the fork was then: ``{"package": digest, "kinds": [...]}`` for each known one.
    """

    __tablename__ = "settled_forks"
    __table_args__ = (
        UniqueConstraint("package_id"),
        CheckConstraint("reason <> ''", name="reason"),
        CheckConstraint("settled_by <> ''", name="settled_by"),
        STRICT,
    )

    package_id: Mapped[int] = mapped_column(ForeignKey("taken_packages.id"), init=False)
    package: Mapped[TakenPackage] = relationship()
    kept: Mapped[KeptSide]
    reason: Mapped[str]
    settled_by: Mapped[str]
    settled_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    contradicts: Mapped[list[dict[str, Any]]] = mapped_column(JSON())


class SetAside(Keyed, Base):
    """A package that counted until a person kept another: history from then on. Never changed or deleted."""

    __tablename__ = "packages_set_aside"
    __table_args__ = (UniqueConstraint("package_id"), STRICT)

    package_id: Mapped[int] = mapped_column(ForeignKey("taken_packages.id"), init=False)
    package: Mapped[TakenPackage] = relationship()
    fork_id: Mapped[int] = mapped_column(ForeignKey("settled_forks.id"), init=False, index=True)
    fork: Mapped[SettledFork] = relationship()
