"""An office's own keys: one to sign, and one to read for each stream that it receives."""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop.errors import PackageRefused
from desktop.exchange import age_identity
from desktop.exchange.fields import Mode, Role, Stream

Draw = Callable[[int], bytes]
"""Gives so many unpredictable bytes."""


@dataclass(frozen=True, slots=True)
class OfficeKeys:
    """The secrets of one office, unlocked; they stay in memory and out of every log.

    Args:
        unit: the office's unit code.
        role: ``commune`` or ``receiving``.
        mode: ``training`` keys are training for ever.
        signing: raw 32-byte Ed25519 secret.
        reading: raw 32-byte X25519 secret for each stream that the office receives.
    """

    unit: str
    role: Role
    mode: Mode
    signing: bytes = field(repr=False)
    reading: Mapping[Stream, bytes] = field(repr=False)

    @property
    def signing_public(self) -> str:
        """The raw 32-byte Ed25519 public key in hex."""
        return Ed25519PrivateKey.from_private_bytes(self.signing).public_key().public_bytes_raw().hex()

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the signing key."""
        return signing_fingerprint(self.signing_public)

    @property
    def recipients(self) -> dict[Stream, str]:
        """The public ``age1…`` for each stream that the office receives."""
        return {stream: age_identity.recipient(secret) for stream, secret in self.reading.items()}


def make_keys(
    unit: str, role: Role, mode: Mode, streams: Iterable[Stream] = (), *, draw: Draw = secrets.token_bytes
) -> OfficeKeys:
    """Make an office's keys by chance."""
    return OfficeKeys(
        unit=unit,
        role=role,
        mode=mode,
        signing=draw(32),
        reading={stream: draw(32) for stream in sorted(streams)},
    )


def keys_from_seed(seed: bytes, unit: str, role: Role, streams: Iterable[Stream] = ()) -> OfficeKeys:
    """Derive an office's keys from a 32-byte seed: the same seed and unit, the same keys, always training.

    Source: RFC 5869 (HKDF) with SHA-256.
    """

    def derived(purpose: str) -> bytes:
        info = f"hom-phieu training {purpose} {role} {unit}".encode()
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(seed)

    return OfficeKeys(
        unit=unit,
        role=role,
        mode="training",
        signing=derived("signing"),
        reading={stream: derived(f"reading {stream}") for stream in sorted(streams)},
    )


def signing_fingerprint(public: str) -> str:
    """Name a signing key: SHA-256 in hex over the raw 32 bytes of the public key given in hex."""
    return hashlib.sha256(bytes.fromhex(public)).hexdigest()


def reading_identity(keys: OfficeKeys, stream: Stream) -> str:
    """Give the age identity of a stream for use with other tools; of training keys only.

    Raises:
        PackageRefused: ``keys.official`` for an official office, ``keys.stream`` where there is no such key.
    """
    if keys.mode != "training":
        raise PackageRefused("keys.official", where=keys.unit)
    if stream not in keys.reading:
        raise PackageRefused("keys.stream", where=keys.unit, stream=stream)
    return age_identity.identity_text(keys.reading[stream])
