"""The recovery code: opens an office whose passphrase is lost, and is made anew with each new passphrase."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from desktop.errors import PackageRefused, RequestRefused, StorageRefused
from desktop.exchange import crockford, keystore
from desktop.exchange.keys import OfficeKeys
from desktop.models import database as databases
from desktop.models.at_rest import Secret, new_lock
from desktop.models.session import reading, writing
from desktop.printing.recovery_sheet import RecoverySheet, draw
from desktop.rules.library import Library
from desktop.services.keys import keys_in_use, unlock, unlock_with_code
from desktop.services.lookup import own_unit
from desktop.services.offices import cost_of_guess, cost_of_keys
from desktop.services.workplace import Workplace, is_training, own_office

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class Renewed:
    """A new recovery code, which is stored nowhere, and its sheet as a PDF."""

    code: str = field(repr=False)
    sheet: bytes = field(repr=False)


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
    workplace = Workplace(databases.open_(folder, recovery), statutes, clock)
    try:
        return workplace, unlock_with_code(workplace, code)
    except BaseException:
        workplace.database.close()
        raise


def renew(workplace: Workplace, keys: OfficeKeys, passphrase: str) -> Renewed:
    """Set a new passphrase and make a new recovery code; the old ones open the office no longer.

    Backups that were made before still open with the old ones. Whenever it is cut short, the old passphrase
    and code open everything, or the new ones do.

    Args:
        workplace: an open office.
        keys: its unlocked keys.
        passphrase: the new one.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``; nothing was changed.
        StorageRefused: trouble with the disk; the old passphrase still opens everything.
    """
    official = keys.mode == "official"
    locked = keystore.lock(keys, passphrase, cost_of_keys(official=official))
    sheet = recovery_sheet(workplace, locked.recovery_code)
    lock = new_lock(
        workplace.database.key,
        passphrase,
        cost_of_guess(official=official),
        keystore.recovery_secret(locked.recovery_code),
    )
    databases.add_lock(workplace.database, lock)
    with writing(workplace.database) as session:
        own = keys_in_use(session)
        own.content = locked.stored
        workplace.note(session, "keys.renew", own, "content")
    # Where the disk is full just now, the next opening takes the old lock away.
    with suppress(StorageRefused):
        databases.keep_lock(workplace.database, lock)
    return Renewed(locked.recovery_code, sheet)


def change_passphrase(workplace: Workplace, current: str, passphrase: str) -> Renewed:
    """Set a new passphrase where the one in use is known; as ``renew``.

    Raises:
        StorageRefused: ``storage.passphrase`` when ``current`` is not the one in use; as ``renew``.
        PaperRefused: as ``renew``.
    """
    try:
        keys = unlock(workplace, current)
    except PackageRefused as refusal:
        if refusal.code == "keys.passphrase":
            raise StorageRefused("storage.passphrase") from None
        raise
    return renew(workplace, keys, passphrase)


def recovery_sheet(workplace: Workplace, code: str) -> bytes:
    """Print the recovery code of the office, to be kept in the safe.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    with reading(workplace.database) as session:
        office, training = own_office(session), is_training(session)
        sheet = RecoverySheet(
            office=office.name,
            unit_code=office.unit_code,
            place=office.settings.place or own_unit(session).name,
            made_on=workplace.today(),
            code=code,
        )
    return draw(sheet, training=training)
