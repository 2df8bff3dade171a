"""An office from its first start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.exchange.keystore import Cost as KeyCost
from desktop.exchange.keystore import recovery_secret
from desktop.models import audit
from desktop.models.office import Mode, Office, Role, Settings
from desktop.models.store import database as databases
from desktop.models.store.at_rest import DEFAULT_COST, Cost
from desktop.models.store.sealing import adopt, made_final
from desktop.rules.library import Library
from desktop.services.office.keys import new_keys
from desktop.services.office.workplace import Workplace

TRAINING_COST = Cost(memory_kib=1024, passes=1, lanes=1)
"""Quick to open: a training office guards invented people."""


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What an office is told at its first start.

    Attributes:
        unit_code: of the unit it belongs to (``06859``).
        role: ``commune`` or ``receiving``; ``official`` says whether its papers count.
    """

    unit_code: str
    name: str
    role: str
    official: bool = False
    superior: str | None = None
    settings: Settings = field(default_factory=Settings)


def make_office(
    folder: Path,
    new: NewOffice,
    passphrase: str,
    statutes: Library,
    clock: Callable[[], datetime],
    *,
    seed: bytes | None = None,
) -> tuple[Workplace, str]:
    """Make an office in a folder that holds none: database, keys and audit log.

    Args:
        folder: made when it is not there.
        new: who the office is.
        passphrase: guards database and keys; stored nowhere.
        statutes: the law that it applies.
        clock: gives the present moment.
        seed: 32 bytes for the keys of a training office.

    Returns:
        The open office, and the recovery code of its database and keys, to be printed once.

    Raises:
        StorageRefused: the folder holds an office, cannot be written, or is no safe place.
        RequestRefused: ``keys.seed`` for an official office.
    """
    mode = Mode.OFFICIAL if new.official else Mode.TRAINING
    office = Office(
        unit_code=new.unit_code,
        name=new.name,
        superior=new.superior,
        role=Role(new.role),
        mode=mode,
        made_at=clock(),
        settings=new.settings,
    )
    key_cost = cost_of_keys(official=new.official)
    own, recovery = new_keys(office, passphrase, key_cost, office.made_at, seed)
    database = databases.create(
        folder,
        passphrase,
        office,
        own,
        cost=cost_of_guess(official=new.official),
        recovery=recovery_secret(recovery),
        begin=lambda session: _note_made(session, office),
    )
    return Workplace(database, statutes, clock, side=new.settings.side), recovery


def _note_made(session: Session, office: Office) -> None:
    """Write the first line of the log together with the office: one whose making was refused is not there."""
    adopt(session)
    audit.append(
        session,
        audit.Event(
            at=office.made_at,
            actor="program",
            action="office.make",
            record_kind=Office.__name__,
            record_id=office.id,
            fields=("unit_code", "role", "mode", "keys"),
        ),
        made_final(session),
    )


def cost_of_guess(*, official: bool) -> Cost:
    """Return what one guess of the passphrase costs at the database."""
    return DEFAULT_COST if official else TRAINING_COST


def cost_of_keys(*, official: bool) -> KeyCost:
    """Return what one guess of the passphrase costs at the office's keys: as much as at the database."""
    cost = cost_of_guess(official=official)
    return KeyCost(memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes)
