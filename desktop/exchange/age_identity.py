"""age's spelling of X25519 keys.

Source: age-encryption.org/v1 (X25519 recipients), Bech32 of BIP 173.
"""

import hashlib
from collections.abc import Iterable

# age itself is loaded with the first card or package: unlocking the office's keys does without.

_SYMBOLS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def identity_text(secret: bytes) -> str:
    """Write a raw 32-byte X25519 secret as the ``AGE-SECRET-KEY-1…`` that ``age -i`` reads."""
    return _bech32("age-secret-key-", secret).upper()


def recipient(secret: bytes) -> str:
    """Give the public ``age1…`` that belongs to a raw 32-byte X25519 secret."""
    import pyrage  # noqa: PLC0415

    return str(pyrage.x25519.Identity.from_str(identity_text(secret)).to_public())


def is_recipient(text: str) -> bool:
    """Say whether a text is an X25519 recipient of age."""
    import pyrage  # noqa: PLC0415

    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def reading_fingerprint(recipient_text: str) -> str:
    """Name a reading key: SHA-256 in hex over the characters of its ``age1…``."""
    return hashlib.sha256(recipient_text.encode()).hexdigest()


def _bech32(prefix: str, data: bytes) -> str:
    values = _five_bit_groups(data)
    expanded = [*(ord(letter) >> 5 for letter in prefix), 0, *(ord(letter) & 31 for letter in prefix)]
    remainder = _polymod([*expanded, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    check = [remainder >> 5 * place & 31 for place in range(5, -1, -1)]
    return prefix + "1" + "".join(_SYMBOLS[value] for value in [*values, *check])


def _five_bit_groups(data: bytes) -> list[int]:
    padding = -len(data) * 8 % 5
    number = int.from_bytes(data, "big") << padding
    groups = (len(data) * 8 + padding) // 5
    return [number >> 5 * place & 31 for place in range(groups - 1, -1, -1)]


def _polymod(values: Iterable[int]) -> int:
    remainder = 1
    for value in values:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ value
        for bit, term in enumerate(_GENERATOR):
            if top >> bit & 1:
                remainder ^= term
    return remainder
