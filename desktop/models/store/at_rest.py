"""The key of the database: random, and wrapped under the office's passphrase and under its recovery code.

``office.json`` beside the database holds the wrapped key with what unwrapping needs (salt and Argon2id cost);
it holds no key in clear. An office from before recovery codes opened the database derives its key from the
passphrase itself.
"""

import hashlib
import hmac
import secrets
import unicodedata
from typing import Annotated, Literal

import msgspec
from argon2.exceptions import Argon2Error
from argon2.low_level import Type, hash_secret_raw
from msgspec import Meta

from desktop.errors import StorageRefused
from desktop.models.store import key_wrap

KEY_BYTES = 32

Secret = str | bytes
"""What opens an office: its passphrase as typed, or the 16 bytes of its recovery code."""

_SALT_BYTES = 16
# Anything above is a file made to exhaust the computer that opens it.
_MEMORY_CEILING_KIB = 256 * 1024
# One in use, one that is coming, and what a change that was cut short left behind.
_MOST_LOCKS = 4

_Salt = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
_Check = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
_WrappedKey = Annotated[str, Meta(pattern="^[0-9a-f]{96}$")]


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one derivation costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: Annotated[int, Meta(ge=8, le=_MEMORY_CEILING_KIB)]
    passes: Annotated[int, Meta(ge=1, le=64)]
    lanes: Annotated[int, Meta(ge=1, le=16)]


DEFAULT_COST = Cost(memory_kib=128 * 1024, passes=4, lanes=2)
OFFICIAL_FLOOR = Cost(memory_kib=64 * 1024, passes=3, lanes=1)


class Derived(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="derived"):
    """A lock whose database key is derived from the passphrase; a check value tells a wrong one."""

    cost: Cost
    salt: _Salt
    check: _Check


class Wrapped(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="wrapped"):
    """A lock that holds the database key, wrapped under the passphrase and, if any, the recovery code."""

    cost: Cost
    salt: _Salt
    by_passphrase: _WrappedKey
    by_recovery: _WrappedKey | None


Lock = Derived | Wrapped


class Parameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="format", tag=2):
    """The content of ``office.json``: any of its locks opens the database; bytes in hexadecimal.

    There is more than one lock only while the passphrase is being changed.
    """

    application: Literal["hom-phieu"]
    algorithm: Literal["argon2id"]
    locks: Annotated[tuple[Lock, ...], Meta(min_length=1, max_length=_MOST_LOCKS)]


class _First(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="format", tag=1):
    application: Literal["hom-phieu"]
    algorithm: Literal["argon2id"]
    cost: Cost
    salt: _Salt
    check: _Check


def new_key() -> bytes:
    """Choose a database key of 32 bytes."""
    return secrets.token_bytes(KEY_BYTES)


def new_lock(key: bytes, passphrase: str, cost: Cost, recovery: bytes | None = None) -> Wrapped:
    """Wrap a database key under a passphrase, and under the 16 bytes of a recovery code.

    Raises:
        StorageRefused: ``storage.empty_passphrase``, ``storage.memory``.
    """
    if not passphrase:
        raise StorageRefused("storage.empty_passphrase")
    salt = secrets.token_bytes(_SALT_BYTES)
    by_passphrase = key_wrap.wrap(_derive(passphrase, salt, cost), key)
    by_recovery = key_wrap.wrap(key_wrap.from_recovery(recovery, salt), key) if recovery else None
    return Wrapped(
        cost=cost,
        salt=salt.hex(),
        by_passphrase=by_passphrase.hex(),
        by_recovery=by_recovery.hex() if by_recovery else None,
    )


def with_locks(*locks: Lock) -> Parameters:
    """Return the content of ``office.json`` with these locks."""
    return Parameters(application="hom-phieu", algorithm="argon2id", locks=locks)


def open_lock(secret: Secret, parameters: Parameters) -> tuple[bytes, Lock]:
    """Return the database key of 32 bytes and the lock that gave it.

    With a passphrase it is slow on purpose, so call it beside the window's thread.

    Raises:
        StorageRefused: ``storage.passphrase`` when it is another passphrase, ``storage.recovery`` when it is
            another recovery code, ``storage.no_recovery`` when there is none, ``storage.memory``.
    """
    for lock in parameters.locks:
        key = _opened(secret, lock)
        if key is not None:
            return key, lock
    if isinstance(secret, str):
        raise StorageRefused("storage.passphrase")
    knows_one = any(isinstance(lock, Wrapped) and lock.by_recovery for lock in parameters.locks)
    raise StorageRefused("storage.recovery" if knows_one else "storage.no_recovery")


def lock_digest(lock: Lock) -> str:
    """Return the SHA-256 in hex of all that a lock holds.

    Who opens it with the passphrase proves salt, cost and what the passphrase opens, but nothing of what the
    recovery code opens: so the database remembers which lock is its own.
    """
    return hashlib.sha256(msgspec.json.encode(lock)).hexdigest()


def is_below_official_floor(cost: Cost) -> bool:
    """Tell whether a cost is too low for an office whose papers count (64 MiB, 3 passes)."""
    return cost.memory_kib < OFFICIAL_FLOOR.memory_kib or cost.passes < OFFICIAL_FLOOR.passes


def is_weak(parameters: Parameters) -> bool:
    """Tell whether any of the locks is too cheap for an office whose papers count."""
    return any(is_below_official_floor(lock.cost) for lock in parameters.locks)


def encode_parameters(parameters: Parameters) -> bytes:
    """Return the bytes of ``office.json``."""
    return msgspec.json.format(msgspec.json.encode(parameters), indent=2) + b"\n"


def decode_parameters(data: bytes, where: str) -> Parameters:
    """Read the bytes of ``office.json``, strictly; those of the first format too.

    Raises:
        StorageRefused: ``storage.parameters``.
    """
    try:
        read: _First | Parameters = msgspec.json.decode(data, type=_First | Parameters)
    except msgspec.DecodeError as error:
        raise StorageRefused("storage.parameters", where=where) from error
    if isinstance(read, _First):
        return with_locks(Derived(cost=read.cost, salt=read.salt, check=read.check))
    return read


def _opened(secret: Secret, lock: Lock) -> bytes | None:
    salt = bytes.fromhex(lock.salt)
    if isinstance(lock, Derived):
        key = _derive(secret, salt, lock.cost) if isinstance(secret, str) else None
        return key if key is not None and hmac.compare_digest(_check(key), lock.check) else None
    if isinstance(secret, str):
        return key_wrap.unwrap(_derive(secret, salt, lock.cost), bytes.fromhex(lock.by_passphrase))
    if lock.by_recovery is None:
        return None
    return key_wrap.unwrap(key_wrap.from_recovery(secret, salt), bytes.fromhex(lock.by_recovery))


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # The same word typed with another keyboard may arrive decomposed.
    secret = unicodedata.normalize("NFC", passphrase).encode()
    try:
        return hash_secret_raw(
            secret, salt, cost.passes, cost.memory_kib, cost.lanes, hash_len=KEY_BYTES, type=Type.ID
        )
    except (Argon2Error, MemoryError) as error:
        raise StorageRefused("storage.memory", megabytes=cost.memory_kib // 1024) from error


def _check(key: bytes) -> str:
    return hashlib.sha256(b"hom-phieu/passphrase-check/1\0" + key).hexdigest()[:16]
