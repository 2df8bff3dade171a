"""The receipt (`.bn`) that a receiving office gives for a package."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from desktop.errors import PackageRefused
from desktop.exchange import canonical, envelope
from desktop.exchange.bounds import KIB, RECEIPT
from desktop.exchange.card import TrustedCard, is_other_office
from desktop.exchange.fields import Closed, Count, Digest, Instant, Mode, Ordinal, Stream
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.log_head import LogHead
from desktop.exchange.statement import Party

PAYLOAD_TYPE = "application/vnd.hom-phieu.receipt+json"

Verdict = Literal["accepted", "waiting", "refused"]


class LastAccepted(Closed, frozen=True, kw_only=True):
    """The latest package that the receiving office holds as current."""

    sequence: Ordinal
    digest: Digest


class Receipt(Closed, frozen=True, kw_only=True):
    """What a receiving office says of one package: never votes.

    Args:
        issuer: the receiving office, with the fingerprint of its signing key.
        recipient: the commune, with the fingerprint of the key that signed the package.
        package: digest of the package.
        code: name of the step that refused; null unless refused.
        records: number of records by kind.
        last: null where nothing was accepted yet.
        missing: sequence numbers that have not arrived.
        log: what the package said of its sender's log, given back; left out where it said nothing.

    Source: package.md "Receipt".
    """

    format: Literal[1] = 1
    issuer: Party
    recipient: Party
    stream: Stream
    mode: Mode
    package: Digest
    outcome: Verdict
    code: Annotated[str, Meta(pattern=r"\A[a-z_]{1,40}\Z")] | None = None
    records: dict[Literal["count", "units", "recognition", "approval", "papers", "heads"], Count]
    last: LastAccepted | None = None
    missing: tuple[Ordinal, ...] = ()
    created: Instant
    log: LogHead | UnsetType = UNSET

    def __post_init__(self) -> None:
        """Refuse a code without a refusal, and a refusal without one."""
        if (self.code is not None) != (self.outcome == "refused"):
            raise ValueError("code")


def make_receipt(receipt: Receipt, keys: OfficeKeys) -> bytes:
    """Sign a receipt; the same input, the same bytes.

    Raises:
        PackageRefused: ``receipt.issuer`` where the receipt names another office, key or mode.
    """
    if receipt.issuer != Party(unit=keys.unit, key=keys.fingerprint) or receipt.mode != keys.mode:
        raise PackageRefused("receipt.issuer", where=keys.unit)
    return envelope.sign(canonical.encode(receipt), PAYLOAD_TYPE, keys)


def read_receipt(data: bytes, office: TrustedCard, keys: OfficeKeys) -> Receipt:
    """Read a receipt and check that the office signed it for us.

    Args:
        data: bytes of the ``.bn``.
        office: the receiving office's card.
        keys: the commune's own.

    Raises:
        PackageRefused: ``receipt.size``, ``receipt.damaged``, ``receipt.signature`` (not by this office or
            its key is revoked), ``receipt.recipient`` (for somebody else), ``receipt.mode``.
    """
    if len(data) > RECEIPT:
        raise PackageRefused("receipt.size", kibibytes=RECEIPT // KIB)
    try:
        signed = envelope.read(data, RECEIPT)
        receipt = canonical.decode(signed.payload, Receipt)
    except PackageRefused as refusal:
        raise PackageRefused("receipt.damaged", where=refusal.where) from None
    card = office.card
    signed_by_office = envelope.is_signed_by(signed, PAYLOAD_TYPE, card.signing_key)
    named = receipt.issuer == Party(unit=card.unit, key=card.fingerprint)
    receives = card.role == "receiving" or is_other_office(card, keys)
    if not signed_by_office or not named or not receives or office.revoked_from is not None:
        raise PackageRefused("receipt.signature", where=card.unit)
    if receipt.recipient != Party(unit=keys.unit, key=keys.fingerprint):
        raise PackageRefused("receipt.recipient", where=receipt.recipient.unit)
    if receipt.mode != keys.mode or card.mode != keys.mode:
        raise PackageRefused("receipt.mode", where=card.unit)
    return receipt


def receipt_payload(data: bytes) -> bytes:
    """Give the signed bytes of a receipt, whose digest is its identity and gives its telephone code.

    Raises:
        PackageRefused: ``receipt.damaged``.
    """
    try:
        return envelope.read(data, RECEIPT).payload
    except PackageRefused as refusal:
        raise PackageRefused("receipt.damaged", where=refusal.where) from None


def stored_receipt(data: bytes) -> Receipt:
    """Read a receipt again whose signature was checked when it was stored.

    Raises:
        PackageRefused: ``receipt.damaged``.
    """
    try:
        return canonical.decode(receipt_payload(data), Receipt)
    except PackageRefused as refusal:
        raise PackageRefused("receipt.damaged", where=refusal.where) from None
