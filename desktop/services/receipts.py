"""Receipts that come back: only then has a package arrived."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.exchange import receipt as receipts
from desktop.exchange.keys import OfficeKeys
from desktop.models.exchange import Intake, ReceiptIn, SealedPackage
from desktop.models.office import Role
from desktop.models.session import reading, writing
from desktop.services.keys import trusted_cards
from desktop.services.workplace import Workplace


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """What a receipt says of one of our packages; ``missing`` are sequence numbers to be sent again."""

    file_name: str
    outcome: str
    code: str | None
    missing: tuple[int, ...]


def read_receipt(workplace: Workplace, keys: OfficeKeys, data: bytes) -> ReceiptView:
    """Read a receipt and store it beside its package; read again, nothing changes.

    Raises:
        PackageRefused: ``receipt.damaged``, ``receipt.signature``, ``receipt.recipient``, ``receipt.mode``.
        RequestRefused: ``receipt.unknown`` for a package that is not ours; ``card.none`` where no receiving
            office is trusted.
    """
    with writing(workplace.database) as session:
        offices = trusted_cards(session, Role.RECEIVING)
        if not offices:
            raise RequestRefused("card.none")
        receipt = receipts.read_receipt(data, offices[-1], keys)
        package = session.scalars(
            select(SealedPackage).where(SealedPackage.digest == receipt.package)
        ).one_or_none()
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
        return ReceiptView(package.file_name, receipt.outcome, receipt.code, receipt.missing)


def waiting(workplace: Workplace) -> tuple[str, ...]:
    """Name the sealed packages that no receipt has accepted or refused yet, the oldest first."""
    with reading(workplace.database) as session:
        answered = select(ReceiptIn.package_id).where(ReceiptIn.outcome != Intake.WAITING)
        open_ones = select(SealedPackage.file_name).where(SealedPackage.id.not_in(answered))
        return tuple(session.scalars(open_ones.order_by(SealedPackage.id)))
