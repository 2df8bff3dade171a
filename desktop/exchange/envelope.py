"""DSSE envelopes: one payload, one Ed25519 signature.

Source: Dead Simple Signing Envelope, protocol v1.0.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.errors import PackageRefused
from desktop.exchange import canonical
from desktop.exchange.bounds import ENVELOPE, KIB
from desktop.exchange.fields import Closed, Digest
from desktop.exchange.keys import OfficeKeys, signing_fingerprint

# The library is loaded when something is signed or checked: what waits to be sent is counted at every start.
if TYPE_CHECKING:
    from securesystemslib.signer import SSlibKey  # type: ignore[attr-defined]  # public without __all__


class SignatureLine(Closed, frozen=True, kw_only=True):
    """One signature; ``keyid`` is the fingerprint of the signing key."""

    keyid: Digest
    sig: bytes


class Envelope(Closed, frozen=True, kw_only=True):
    """A signed payload, as yet unchecked."""

    payload: bytes
    payloadType: str  # noqa: N815 - DSSE's own spelling
    signatures: tuple[SignatureLine]


def sign(payload: bytes, payload_type: str, keys: OfficeKeys) -> bytes:
    """Wrap a payload in an envelope signed by the office; the same input, the same bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415
    from securesystemslib.dsse import Envelope as Dsse  # noqa: PLC0415
    from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined]  # noqa: PLC0415

    private = Ed25519PrivateKey.from_private_bytes(keys.signing)
    dsse = Dsse(payload, payload_type, {})
    signature = dsse.sign(CryptoSigner(private, _public_key(keys.signing_public)))
    line = SignatureLine(keyid=signature.keyid, sig=bytes.fromhex(signature.signature))
    return canonical.encode(Envelope(payload=payload, payloadType=payload_type, signatures=(line,)))


def read(data: bytes, largest: int = ENVELOPE) -> Envelope:
    """Read an envelope without believing it.

    Args:
        data: bytes of the file.
        largest: bytes of its kind of file.

    Raises:
        PackageRefused: ``json.size``, ``json.shape``, ``json.value`` or ``json.spelling``.
    """
    if len(data) > largest:
        raise PackageRefused("json.size", where="JSON", kibibytes=largest // KIB)
    return canonical.decode(data, Envelope)


def is_signed_by(envelope: Envelope, payload_type: str, public: str) -> bool:
    """Say whether an envelope is of this type and signed by the Ed25519 key given in hex."""
    from securesystemslib.dsse import Envelope as Dsse  # noqa: PLC0415
    from securesystemslib.exceptions import VerificationError  # noqa: PLC0415
    from securesystemslib.signer import Signature  # type: ignore[attr-defined]  # noqa: PLC0415

    key = _public_key(public)
    line = envelope.signatures[0]
    if envelope.payloadType != payload_type or line.keyid != key.keyid:
        return False
    signature = Signature(line.keyid, line.sig.hex())
    try:
        Dsse(envelope.payload, payload_type, {line.keyid: signature}).verify([key], 1)
    except VerificationError:
        return False
    return True


def _public_key(public: str) -> SSlibKey:
    from securesystemslib.signer import SSlibKey  # type: ignore[attr-defined]  # noqa: PLC0415

    return SSlibKey(signing_fingerprint(public), "ed25519", "ed25519", {"public": public})
