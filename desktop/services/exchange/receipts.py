"""Receipts that come back: only then has a package arrived."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import PackageRefused, RequestRefused
from desktop.exchange import receipt as receipts
from desktop.exchange import telephone
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.receipt import Receipt
from desktop.exchange.seal import label
from desktop.models.exchange import Intake, ReceiptIn, SealedPackage, Stream
from desktop.models.office import Mode
from desktop.models.store.session import reading, writing
from desktop.services.exchange.cards import answering_cards
from desktop.services.exchange.sealing import line_of
from desktop.services.office.workplace import Workplace, own_office


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """What a receipt says of one of our packages; ``missing`` are sequence numbers to be sent again."""

    file_name: str
    outcome: str
    code: str | None
    missing: tuple[int, ...]


def read_receipt(workplace: Workplace, keys: OfficeKeys, data: bytes) -> ReceiptView:
    """Read a receipt and store it beside its package; read again, nothing changes.

    An office restored from a backup learns from its last receipt where its sequence stands, even of a package
    that the backup did not hold, and may seal again.

    Raises:
        PackageRefused: ``receipt.damaged``, ``receipt.signature``, ``receipt.recipient``, ``receipt.mode``.
        RequestRefused: ``receipt.unknown`` for a package that is not ours; ``card.none`` where no receiving
            office is trusted.

    Source: package.md ("Streams", "Receipt").
    """
    with writing(workplace.database) as session:
        receipt = _opened(session, keys, data)
        office = own_office(session)
        package = session.scalars(
            select(SealedPackage).where(SealedPackage.digest == receipt.package)
        ).one_or_none()
        if package is None and office.restored_at is not None:
            package = _remembered(workplace, session, keys, receipt)
        if package is None:
            raise RequestRefused("receipt.unknown")
        known = select(ReceiptIn.id).where(
            ReceiptIn.package_id == package.id, ReceiptIn.sha256 == hashlib.sha256(data).hexdigest()
        )
        if session.scalars(known).first() is None:
            stored = ReceiptIn(
                package=package, outcome=Intake(receipt.outcome), received_at=workplace.clock(), content=data
            )
            session.add(stored)
            session.flush()
            workplace.note(session, "receipt.read", stored, "outcome")
        if office.restored_at is not None and _is_newest(session, package, receipt):
            office.restored_at = None
            workplace.note(session, "office.catch_up", office, "restored_at")
        return ReceiptView(package.file_name, receipt.outcome, receipt.code, receipt.missing)


def waiting(workplace: Workplace) -> tuple[str, ...]:
    """Name the sealed packages that no receipt has accepted or refused yet, the oldest first."""
    with reading(workplace.database) as session:
        answered = select(ReceiptIn.package_id).where(ReceiptIn.outcome != Intake.WAITING)
        open_ones = select(SealedPackage.file_name).where(SealedPackage.id.not_in(answered))
        return tuple(session.scalars(open_ones.order_by(SealedPackage.id)))


def _opened(session: Session, keys: OfficeKeys, data: bytes) -> Receipt:
    offices = answering_cards(session, keys)
    if not offices:
        raise RequestRefused("card.none", where=keys.unit)
    for office in offices[:-1]:
        try:
            return receipts.read_receipt(data, office, keys)
        except PackageRefused as refusal:
            if refusal.code != "receipt.signature":
                raise
    return receipts.read_receipt(data, offices[-1], keys)


def _remembered(
    workplace: Workplace, session: Session, keys: OfficeKeys, receipt: Receipt
) -> SealedPackage | None:
    """Enter a package that was sealed after the backup: its place in the sequence, without its bytes."""
    last = receipt.last
    if last is None or last.digest != receipt.package:
        return None
    package = SealedPackage(
        issuer=keys.fingerprint,
        recipient=receipt.issuer.unit,
        stream=Stream(receipt.stream),
        mode=Mode(receipt.mode),
        campaign="",
        sequence=last.sequence,
        digest=last.digest,
        content=b"",
        file_name=f"{label(keys.unit, receipt.issuer.unit, receipt.stream, last.sequence)}.goi",
        code=telephone.code(last.digest),
        sealed_at=receipt.created,
    )
    newest = session.scalar(select(func.max(SealedPackage.sequence)).where(*line_of(package)))
    if newest is not None and newest >= last.sequence:
        return None
    session.add(package)
    session.flush()
    workplace.note(session, "package.remember", package, "sequence", "digest")
    return package


def _is_newest(session: Session, package: SealedPackage, receipt: Receipt) -> bool:
    """Tell whether no receipt in the office's books names a later place in the sequence than this one."""
    accepted = (
        select(func.max(SealedPackage.sequence))
        .join(ReceiptIn, ReceiptIn.package_id == SealedPackage.id)
        .where(*line_of(package), ReceiptIn.outcome == Intake.ACCEPTED)
    )
    return receipt.last is not None and receipt.last.sequence >= (session.scalar(accepted) or 0)
