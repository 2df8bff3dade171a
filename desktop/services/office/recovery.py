"""The recovery code, which opens an office whose passphrase is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from desktop.errors import RequestRefused, StorageRefused
from desktop.exchange import crockford, keystore
from desktop.exchange.keys import OfficeKeys
from desktop.models.store import database as databases
from desktop.models.store.at_rest import Secret
from desktop.rules.library import Library
from desktop.services.office.keys import unlock_with_code
from desktop.services.office.leftovers import sweep_leftovers
from desktop.services.office.workplace import Workplace, at_work

Opened = TypeVar("Opened")


def tidy_code(typed: str) -> str:
    """Write a recovery code as its sheet does; case, spaces and hyphens are forgiven, O is 0, I and L are 1.

    Raises:
        RequestRefused: ``recovery.symbol`` for one that no code has, ``recovery.length``, ``recovery.typo``
            where the check symbol finds a wrong one.

    Source: package.md (Keys); Crockford's base 32, ISO/IEC 7064.
    """
    symbols = crockford.as_read(typed)
    strange = next((symbol for symbol in symbols if symbol not in crockford.ALPHABET), None)
    if strange is not None:
        raise RequestRefused("recovery.symbol", symbol=strange)
    if len(symbols) != keystore.RECOVERY_SYMBOLS:
        raise RequestRefused("recovery.length", typed=len(symbols), whole=keystore.RECOVERY_SYMBOLS)
    if keystore.recovery_secret(symbols) is None:
        raise RequestRefused("recovery.typo")
    return keystore.in_groups(symbols)


def is_code(typed: str) -> bool:
    """Tell whether something typed can be a recovery code and no passphrase."""
    return keystore.recovery_secret(typed) is not None


def with_secret(typed: str, use: Callable[[Secret], Opened]) -> Opened:
    """Do something with what opens an office: a recovery code where it is one, else a passphrase.

    Raises:
        StorageRefused: ``storage.passphrase``, ``storage.recovery``, ``storage.no_recovery``, and whatever
            ``use`` refuses.
    """
    recovery = keystore.recovery_secret(typed)
    if recovery is None:
        return use(typed)
    try:
        return use(recovery)
    except StorageRefused as refusal:
        if refusal.code not in {"storage.recovery", "storage.no_recovery"}:
            raise
        # A passphrase may look like a code by chance.
        try:
            return use(typed)
        except StorageRefused as other:
            raise (refusal if other.code == "storage.passphrase" else other) from None


def open_with_code(
    folder: Path, code: str, statutes: Library, clock: Callable[[], datetime]
) -> tuple[Workplace, OfficeKeys]:
    """Open an office with its recovery code; the caller closes its database.

    Raises:
        RequestRefused: as ``tidy_code``.
        StorageRefused: ``storage.recovery`` for another code, ``storage.no_recovery`` where none was made for
            the database, or as opening with the passphrase.
        PackageRefused: ``keys.recovery``, ``keys.damaged``.
    """
    recovery = keystore.recovery_secret(tidy_code(code))
    if recovery is None:
        raise RequestRefused("recovery.typo")
    database = databases.open_(folder, recovery)
    try:
        workplace = at_work(database, statutes, clock)
        sweep_leftovers(workplace)
        return workplace, unlock_with_code(workplace, code)
    except BaseException:
        database.close()
        raise
