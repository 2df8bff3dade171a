"""Office keys as they rest on disk: locked by a passphrase, and once more by a recovery code."""

import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, Literal

import msgspec
from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from msgspec import Meta

from desktop.errors import PackageRefused
from desktop.exchange import canonical, crockford
from desktop.exchange.bounds import KEY_LANES, KEY_MEMORY_KIB, KEY_PASSES, KEYS
from desktop.exchange.fields import Closed, Code, Digest, Mode, Role, Stream
from desktop.exchange.keys import Draw, OfficeKeys

RECOVERY_SYMBOLS = 27  # 130 bits hold the 128, and a check symbol: nine groups of three
_RECOVERY_BITS = 128


class Cost(Closed, frozen=True, kw_only=True):
    """What one guess of the passphrase costs: Argon2id memory in KiB, passes, lanes."""

    memory_kib: Annotated[int, Meta(ge=64, le=KEY_MEMORY_KIB)] = 64 * 1024
    passes: Annotated[int, Meta(ge=1, le=KEY_PASSES)] = 3
    lanes: Annotated[int, Meta(ge=1, le=KEY_LANES)] = 4


OFFICIAL_FLOOR = Cost()


@dataclass(frozen=True, slots=True)
class Locked:
    """New stored keys, and the recovery code that is printed once and kept nowhere else."""

    stored: bytes
    recovery_code: str = field(repr=False)


class _Stored(Closed, frozen=True, kw_only=True):
    format: Literal[1] = 1
    unit: Code
    role: Role
    mode: Mode
    cost: Cost
    salt: bytes
    by_passphrase: bytes
    by_recovery: bytes
    secrets: bytes


class _Secrets(Closed, frozen=True, kw_only=True):
    signing: Digest
    reading: dict[Stream, Digest]


def lock(
    keys: OfficeKeys, passphrase: str, cost: Cost = OFFICIAL_FLOOR, *, draw: Draw = secrets.token_bytes
) -> Locked:
    """Lock keys under a passphrase and a new recovery code of 128 bits.

    Raises:
        PackageRefused: ``keys.cost`` where an official office asks for less than 64 MiB and 3 passes.

    Source: RFC 9106 (Argon2id), RFC 8439 (ChaCha20-Poly1305), package.md "Keys".
    """
    _refuse_cheap(keys.mode, cost)
    salt, content_key, recovery = draw(16), draw(32), draw(_RECOVERY_BITS // 8)
    head = _Stored(
        unit=keys.unit,
        role=keys.role,
        mode=keys.mode,
        cost=cost,
        salt=salt,
        by_passphrase=b"",
        by_recovery=b"",
        secrets=b"",
    )
    inner = _Secrets(
        signing=keys.signing.hex(), reading={stream: raw.hex() for stream, raw in keys.reading.items()}
    )
    stored = msgspec.structs.replace(
        head,
        by_passphrase=_seal(_passphrase_key(head, passphrase), content_key, head, draw),
        by_recovery=_seal(_recovery_key(head, recovery), content_key, head, draw),
        secrets=_seal(content_key, canonical.encode(inner), head, draw),
    )
    return Locked(stored=canonical.encode(stored), recovery_code=_recovery_text(recovery))


def unlock(stored: bytes, passphrase: str) -> OfficeKeys:
    """Open stored keys with the passphrase.

    Raises:
        PackageRefused: ``keys.passphrase`` wrong, ``keys.damaged`` unreadable, ``keys.cost`` weakened.
    """
    locked = _read(stored)
    return _open(locked, _passphrase_key(locked, passphrase), locked.by_passphrase, "keys.passphrase")


def unlock_with_recovery(stored: bytes, code: str) -> OfficeKeys:
    """Open stored keys with the recovery code as typed from the sheet.

    Raises:
        PackageRefused: ``keys.recovery`` mistyped or another office's, ``keys.damaged``, ``keys.cost``.
    """
    locked = _read(stored)
    recovery = recovery_secret(code)
    if recovery is None:
        raise PackageRefused("keys.recovery", where=locked.unit)
    return _open(locked, _recovery_key(locked, recovery), locked.by_recovery, "keys.recovery")


def with_reading(
    stored: bytes, passphrase: str, streams: Iterable[Stream], *, draw: Draw = secrets.token_bytes
) -> bytes:
    """Add keys to read by to stored keys; the same passphrase and recovery code open them.

    Args:
        stored: as :func:`lock` or this wrote them.
        passphrase: opens them.
        streams: a key is drawn for each that has none; those that are there stay.
        draw: gives unpredictable bytes.

    Raises:
        PackageRefused: as :func:`unlock`.
    """
    locked = _read(stored)
    content_key = _content_key(
        locked, _passphrase_key(locked, passphrase), locked.by_passphrase, "keys.passphrase"
    )
    inner = _secrets(locked, content_key)
    drawn = {stream: draw(32).hex() for stream in streams if stream not in inner.reading}
    wider = msgspec.structs.replace(inner, reading=inner.reading | drawn)
    sealed = _seal(content_key, canonical.encode(wider), locked, draw)
    return canonical.encode(msgspec.structs.replace(locked, secrets=sealed))


def recovery_secret(code: str) -> bytes | None:
    """Return the 16 bytes behind a recovery code as typed; None where it is mistyped."""
    symbols = crockford.as_read(code)
    if len(symbols) != RECOVERY_SYMBOLS or not crockford.is_whole(symbols):
        return None
    number = crockford.decode(symbols[:-1])
    return None if number >> _RECOVERY_BITS else number.to_bytes(_RECOVERY_BITS // 8, "big")


def in_groups(symbols: str) -> str:
    """Write the symbols of a recovery code in groups of three, as its sheet does."""
    return "-".join(symbols[start : start + 3] for start in range(0, len(symbols), 3))


def _read(stored: bytes) -> _Stored:
    if len(stored) > KEYS:
        raise PackageRefused("keys.damaged", where="JSON")
    try:
        locked = canonical.decode(stored, _Stored)
    except PackageRefused as refusal:
        raise PackageRefused("keys.damaged", where=refusal.where) from None
    if len(locked.salt) != 16:
        raise PackageRefused("keys.damaged", where="salt")
    _refuse_cheap(locked.mode, locked.cost)
    return locked


def _open(locked: _Stored, key: bytes, wrapped: bytes, code: str) -> OfficeKeys:
    inner = _secrets(locked, _content_key(locked, key, wrapped, code))
    return OfficeKeys(
        unit=locked.unit,
        role=locked.role,
        mode=locked.mode,
        signing=bytes.fromhex(inner.signing),
        reading={stream: bytes.fromhex(raw) for stream, raw in inner.reading.items()},
    )


def _content_key(locked: _Stored, key: bytes, wrapped: bytes, code: str) -> bytes:
    try:
        return _unseal(key, wrapped, locked)
    except InvalidTag:
        raise PackageRefused(code, where=locked.unit) from None


def _secrets(locked: _Stored, content_key: bytes) -> _Secrets:
    try:
        return canonical.decode(_unseal(content_key, locked.secrets, locked), _Secrets)
    except (InvalidTag, PackageRefused):
        raise PackageRefused("keys.damaged", where=locked.unit) from None


def _refuse_cheap(mode: Mode, cost: Cost) -> None:
    cheap = cost.memory_kib < OFFICIAL_FLOOR.memory_kib or cost.passes < OFFICIAL_FLOOR.passes
    if mode == "official" and cheap:
        raise PackageRefused("keys.cost", memory_kib=cost.memory_kib, passes=cost.passes)


def _passphrase_key(head: _Stored, passphrase: str) -> bytes:
    # Vietnamese typed with another input method must be the same passphrase.
    typed = unicodedata.normalize("NFC", passphrase).encode()
    cost = head.cost
    try:
        return hash_secret_raw(typed, head.salt, cost.passes, cost.memory_kib, cost.lanes, 32, Type.ID)
    except HashingError:
        # The machine hasn't the memory that one guess takes.
        raise PackageRefused("keys.memory", where=head.unit, mebibytes=cost.memory_kib // 1024) from None


def _recovery_key(head: _Stored, recovery: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=head.salt, info=b"hom-phieu recovery").derive(recovery)


def _bound_to(head: _Stored) -> bytes:
    return canonical.encode(msgspec.structs.replace(head, by_passphrase=b"", by_recovery=b"", secrets=b""))


def _seal(key: bytes, clear: bytes, head: _Stored, draw: Draw) -> bytes:
    nonce = draw(12)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, clear, _bound_to(head))


def _unseal(key: bytes, sealed: bytes, head: _Stored) -> bytes:
    if len(sealed) < 28:
        raise InvalidTag
    return ChaCha20Poly1305(key).decrypt(sealed[:12], sealed[12:], _bound_to(head))


def _recovery_text(recovery: bytes) -> str:
    number = int.from_bytes(recovery, "big")
    return in_groups(crockford.with_check(crockford.encode(number, RECOVERY_SYMBOLS - 1)))
