"""Wrapping of the database's key under another key; pure arithmetic over the standard library's HMAC.

A wrapping key belongs to one lock with a salt of its own, so it masks one key and no other: a pad of the
key's own length hides it, a code over the masked bytes tells a wrong wrapping key.

Source: RFC 2104 (HMAC-SHA256), RFC 5869 (extraction with a salt).
"""

import hmac

WRAPPED_BYTES = 48

_KEY_BYTES = 32
_PAD = b"hom-phieu/database-key/pad/1"
_CODE = b"hom-phieu/database-key/code/1\0"
_RECOVERY = b"hom-phieu/database-key/recovery/1\0"


def from_recovery(recovery: bytes, salt: bytes) -> bytes:
    """Return the wrapping key of 32 bytes that belongs to a recovery code's 16 bytes."""
    return hmac.digest(salt, _RECOVERY + recovery, "sha256")


def wrap(wrapping_key: bytes, key: bytes) -> bytes:
    """Wrap a key of 32 bytes into 48: the masked key and a code over it."""
    masked = _xor(key, hmac.digest(wrapping_key, _PAD, "sha256"))
    return masked + _code(wrapping_key, masked)


def unwrap(wrapping_key: bytes, wrapped: bytes) -> bytes | None:
    """Return the key of 32 bytes; None when it was wrapped under another key."""
    masked, code = wrapped[:_KEY_BYTES], wrapped[_KEY_BYTES:]
    if not hmac.compare_digest(code, _code(wrapping_key, masked)):
        return None
    return _xor(masked, hmac.digest(wrapping_key, _PAD, "sha256"))


def _code(wrapping_key: bytes, masked: bytes) -> bytes:
    return hmac.digest(wrapping_key, _CODE + masked, "sha256")[: WRAPPED_BYTES - _KEY_BYTES]


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
