"""The key of the database: derived from the office's passphrase, stored nowhere.

``office.json`` beside the database holds what the derivation needs (salt and Argon2id cost) and a check value
that tells a wrong passphrase from a damaged database; it holds no key.
"""

import hashlib
import hmac
import os
import secrets
import tempfile
import unicodedata
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from argon2.exceptions import Argon2Error
from argon2.low_level import Type, hash_secret_raw

from desktop.errors import StorageRefused

PARAMETERS_NAME = "office.json"
KEY_BYTES = 32

_SALT_BYTES = 16
# Anything above is a file made to exhaust the computer that opens it.
_MEMORY_CEILING_KIB = 4 * 1024 * 1024


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one derivation costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: Annotated[int, msgspec.Meta(ge=8, le=_MEMORY_CEILING_KIB)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=64)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)]


DEFAULT_COST = Cost(memory_kib=128 * 1024, passes=4, lanes=2)
OFFICIAL_FLOOR = Cost(memory_kib=64 * 1024, passes=3, lanes=1)


class Parameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of ``office.json``; salt and check value in hexadecimal."""

    application: Literal["hom-phieu"]
    format: Literal[1]
    algorithm: Literal["argon2id"]
    cost: Cost
    salt: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    check: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}$")]


def new_key(passphrase: str, cost: Cost) -> tuple[Parameters, bytes]:
    """Choose a salt and derive a key of 32 bytes.

    Raises:
        StorageRefused: ``storage.empty_passphrase``, ``storage.memory``.
    """
    if not passphrase:
        raise StorageRefused("storage.empty_passphrase")
    salt = secrets.token_bytes(_SALT_BYTES)
    key = _derive(passphrase, salt, cost)
    parameters = Parameters(
        application="hom-phieu", format=1, algorithm="argon2id", cost=cost, salt=salt.hex(), check=_check(key)
    )
    return parameters, key


def derive_key(passphrase: str, parameters: Parameters) -> bytes:
    """Derive the key of 32 bytes again; slow on purpose, so call it beside the window's thread.

    Raises:
        StorageRefused: ``storage.passphrase`` when it is another passphrase, ``storage.memory``.
    """
    key = _derive(passphrase, bytes.fromhex(parameters.salt), parameters.cost)
    if not hmac.compare_digest(_check(key), parameters.check):
        raise StorageRefused("storage.passphrase")
    return key


def is_below_official_floor(cost: Cost) -> bool:
    """Tell whether a cost is too low for an office whose papers count (64 MiB, 3 passes)."""
    return cost.memory_kib < OFFICIAL_FLOOR.memory_kib or cost.passes < OFFICIAL_FLOOR.passes


def encode_parameters(parameters: Parameters) -> bytes:
    """Return the bytes of ``office.json``."""
    return msgspec.json.format(msgspec.json.encode(parameters), indent=2) + b"\n"


def decode_parameters(data: bytes, where: str) -> Parameters:
    """Read the bytes of ``office.json``, strictly.

    Raises:
        StorageRefused: ``storage.parameters``.
    """
    try:
        return msgspec.json.decode(data, type=Parameters)
    except msgspec.DecodeError as error:
        raise StorageRefused("storage.parameters", where=where) from error


def write_parameters(folder: Path, parameters: Parameters) -> None:
    """Write ``office.json`` whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=f".{PARAMETERS_NAME}.", suffix=".part", dir=folder)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(encode_parameters(parameters))
            file.flush()
            os.fsync(file.fileno())
        part.replace(folder / PARAMETERS_NAME)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


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
