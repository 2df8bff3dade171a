"""What a package says of itself, and the digest that is its identity."""

import hashlib
from typing import Literal

from desktop.errors import PackageRefused
from desktop.exchange import canonical
from desktop.exchange.fields import Closed, Code, Digest, Instant, Mode, Ordinal, Stream

PAYLOAD_TYPE = "application/vnd.hom-phieu.package+json"


class Party(Closed, frozen=True, kw_only=True):
    """An office in a statement or receipt: its unit, and the fingerprint of the key it used or will use."""

    unit: Code
    key: Digest


class Statement(Closed, frozen=True, kw_only=True):
    """The signed head of a package.

    Args:
        issuer: with the fingerprint of its signing key.
        recipient: with the fingerprint of its reading key for the stream.
        sequence: counts for each issuer key, recipient, stream and mode.
        previous: digest of the package before; null for the first.
        tagmanifest: SHA-256 of ``tagmanifest-sha256.txt``, which pins every byte.

    Source: package.md "One file".
    """

    format: Literal[1] = 1
    issuer: Party
    recipient: Party
    stream: Stream
    mode: Mode
    campaign: Code
    sequence: Ordinal
    previous: Digest | None
    created: Instant
    tagmanifest: Digest


class IssuerClaim(Closed, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """The part of a statement of any format that its signature is judged by."""

    issuer: Party
    sequence: int


def digest(payload: bytes) -> str:
    """Give the identity of a package or receipt: SHA-256 in hex over the DSSE payload bytes."""
    return hashlib.sha256(payload).hexdigest()


def read_statement(payload: bytes) -> Statement:
    """Read a statement strictly.

    Raises:
        PackageRefused: ``format.fields``, naming the field.
    """
    try:
        return canonical.decode(payload, Statement)
    except PackageRefused as refusal:
        raise PackageRefused("format.fields", where=refusal.where) from None
