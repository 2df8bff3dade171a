"""The office's own keys."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused, StorageRefused
from desktop.exchange import keystore
from desktop.exchange.fields import Stream
from desktop.exchange.keys import OfficeKeys, keys_from_seed, make_keys, reading_identity
from desktop.models.exchange import OwnKeys
from desktop.models.office import Mode, Office, Role, Side
from desktop.models.store import database as databases
from desktop.models.store.at_rest import Secret, lock_digest
from desktop.models.store.names import PARAMETERS_NAME
from desktop.models.store.session import reading, writing
from desktop.services.office.workplace import Workplace, own_office
from desktop.wording import refusal_sentence

Keys = OfficeKeys
"""An office's unlocked keys, as whoever opened it keeps and hands them on."""


def streams_received(office: Office) -> tuple[Stream, ...]:
    """Return the streams for which an office has a key to read.

    A Party office of a commune learns from the other one who heads the hamlets; an office that does both
    sides, or elections alone, is sent nothing.

    Source: package.md ("Keys", "Two offices of one commune").
    """
    if office.role is Role.RECEIVING:
        return ("government", "party")
    return ("government",) if office.settings.side is Side.PARTY else ()


def new_keys(
    office: Office,
    passphrase: str,
    cost: keystore.Cost,
    made_at: datetime,
    seed: bytes | None = None,
) -> tuple[OwnKeys, str]:
    """Make the office's keys and lock them under its passphrase.

    Args:
        office: that they are made for.
        passphrase: the office's.
        cost: of one guess of the passphrase.
        made_at: with its zone.
        seed: 32 bytes; makes keys that are training for ever.

    Returns:
        The keys to be stored, and the recovery code, to be printed once; it is stored nowhere.

    Raises:
        RequestRefused: ``keys.seed`` for an official office.
        PackageRefused: ``keys.cost``.
    """
    streams = streams_received(office)
    if seed is None:
        made = make_keys(office.unit_code, office.role.value, office.mode.value, streams)
    elif office.mode is Mode.OFFICIAL:
        raise RequestRefused("keys.seed", where=office.unit_code)
    else:
        made = keys_from_seed(seed, office.unit_code, office.role.value, streams)
    locked = keystore.lock(made, passphrase, cost)
    own = OwnKeys(content=locked.stored, fingerprint=made.fingerprint, made_at=made_at)
    return own, locked.recovery_code


def unlock(workplace: Workplace, passphrase: str) -> OfficeKeys:
    """Unlock the office's keys for as long as the caller holds them; slow on purpose.

    Raises:
        RequestRefused: ``keys.none``.
        PackageRefused: ``keys.passphrase``, ``keys.damaged``.
    """
    with reading(workplace.database) as session:
        stored = keys_in_use(session).content
        received = streams_received(own_office(session))
    keys = keystore.unlock(stored, passphrase)
    _settle(workplace, passphrase)
    if not set(received) <= set(keys.reading) and not workplace.database.tenancy.reads_only:
        keys = _read_also(workplace, passphrase, received)
    return keys


def lock_trouble(workplace: Workplace) -> str:
    """Say that what locks the office was changed by somebody else, and what to do; empty where it wasn't.

    The passphrase has just opened it all the same: only who needs the recovery code would find out.
    """
    with suppress(StorageRefused):
        if databases.is_locked_otherwise(workplace.database):
            return refusal_sentence(StorageRefused("check.lock", where=PARAMETERS_NAME))
    return ""


def unlock_with_code(workplace: Workplace, code: str) -> OfficeKeys:
    """Unlock the office's keys with the recovery code.

    Raises:
        RequestRefused: ``keys.none``.
        PackageRefused: ``keys.recovery``, ``keys.damaged``.
    """
    with reading(workplace.database) as session:
        stored = keys_in_use(session).content
    keys = keystore.unlock_with_recovery(stored, code)
    recovery = keystore.recovery_secret(code)
    if recovery is not None:
        _settle(workplace, recovery)
    return keys


def age_identity(keys: OfficeKeys, stream: Stream) -> str:
    """Give the age identity of a stream, of training offices only.

    Raises:
        PackageRefused: ``keys.official``, ``keys.stream``.
    """
    return reading_identity(keys, stream)


def keys_in_use(session: Session) -> OwnKeys:
    """Return the office's own keys as stored.

    Raises:
        RequestRefused: ``keys.none``.
    """
    own = session.scalars(select(OwnKeys).where(OwnKeys.retired_at.is_(None))).first()
    if own is None:
        raise RequestRefused("keys.none", where=own_office(session).unit_code)
    return own


def _read_also(workplace: Workplace, passphrase: str, streams: tuple[Stream, ...]) -> OfficeKeys:
    """Give an office that an earlier program made the keys to read that one like it is made with now."""
    with writing(workplace.database) as session:
        own = keys_in_use(session)
        own.content = keystore.with_reading(own.content, passphrase, streams)
        session.flush()
        workplace.note(session, "keys.read", own, "content")
        return keystore.unlock(own.content, passphrase)


def _settle(workplace: Workplace, secret: Secret) -> None:
    # A full disk must not keep an office shut; the next opening tries again.
    with suppress(StorageRefused):
        databases.settle_locks(workplace.database, secret)
        _remember_lock(workplace)


def _remember_lock(workplace: Workplace) -> None:
    """Take what locks an office of a program that did not remember it for its own."""
    with reading(workplace.database) as session:
        if own_office(session).settings.lock is not None or workplace.database.tenancy.reads_only:
            return
    locks = databases.stored_parameters(workplace.database.folder).locks
    with writing(workplace.database) as session:
        office = own_office(session)
        office.settings = replace(office.settings, lock=lock_digest(locks[0]))
        workplace.note(session, "office.set", office, "lock")
