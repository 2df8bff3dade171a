"""Operators' PINs, kept as Argon2 hashes: a PIN tells two operators apart, the passphrase guards the data."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from desktop.models.store.at_rest import Cost

PIN_COST = Cost(memory_kib=64 * 1024, passes=3, lanes=1)
TRAINING_PIN_COST = Cost(memory_kib=1024, passes=1, lanes=1)


def hash_pin(pin: str, cost: Cost = PIN_COST, salt: bytes | None = None) -> str:
    """Return the hash to store, with its salt and cost inside.

    Args:
        pin: as it was typed.
        cost: of one guess.
        salt: 16 bytes; drawn where left out.
    """
    return PasswordHasher(cost.passes, cost.memory_kib, cost.lanes).hash(pin, salt=salt)


def pin_matches(pin_hash: str, pin: str) -> bool:
    """Tell whether a PIN is the one that was hashed."""
    try:
        return PasswordHasher().verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False
