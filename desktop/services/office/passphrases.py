"""A new passphrase for the office, and the new recovery code that comes with it, on its sheet."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from desktop.errors import PackageRefused, StorageRefused
from desktop.exchange import keystore
from desktop.exchange.keys import OfficeKeys
from desktop.models.store import database as databases
from desktop.models.store.at_rest import lock_digest, new_lock
from desktop.models.store.session import reading, writing
from desktop.printing.office.recovery_sheet import RecoverySheet, draw
from desktop.services.office.keys import keys_in_use, unlock
from desktop.services.office.offices import cost_of_guess, cost_of_keys
from desktop.services.office.workplace import Workplace, is_training, own_office, own_unit


@dataclass(frozen=True, slots=True)
class Renewed:
    """A new recovery code, which is stored nowhere, and its sheet as a PDF."""

    code: str = field(repr=False)
    sheet: bytes = field(repr=False)


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
        office = own_office(session)
        office.settings = replace(office.settings, recovery_sheet_on=None, lock=lock_digest(lock))
        workplace.note(session, "keys.renew", own, "content")
    # Where the disk is full just now, the next opening takes the old lock away.
    with suppress(StorageRefused):
        databases.keep_lock(workplace.database, lock)
    return Renewed(locked.recovery_code, sheet)


def note_sheet_printed(workplace: Workplace) -> None:
    """Write down that the sheet of the recovery code in use was printed or saved."""
    with writing(workplace.database) as session:
        office = own_office(session)
        office.settings = replace(office.settings, recovery_sheet_on=workplace.today())
        workplace.note(session, "office.set", office, "recovery_sheet_on")


def sheet_printed_on(workplace: Workplace) -> date | None:
    """Return the day on which the sheet of the code in use was printed; None if it never was here."""
    with reading(workplace.database) as session:
        return own_office(session).settings.recovery_sheet_on


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
