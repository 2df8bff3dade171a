"""What opening an office calls for: database, keys and law; loaded in the background, for it takes long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.bootstrap import open_office
from desktop.services.office.clock_guard import ClockDoubt, clock_doubt
from desktop.services.office.keys import lock_trouble, unlock
from desktop.services.office.occupancy import Occupant, enter, occupant
from desktop.services.office.recovery import open_with_code
from desktop.services.training.first_start import at_examples_time, is_example
from desktop.ui.page.page import Session
from desktop.ui.start.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Opened:
    """An open office, and what a person is asked or told about it first.

    Attributes:
        clock: what is wrong with the computer's clock.
        elsewhere: who else has it open; the office is then only visited, until a person says how to go on.
        left: who had it open in a program that was stopped.
        lock: that somebody changed what the recovery code opens, and what to do; empty where nobody did.
    """

    session: Session
    clock: ClockDoubt | None
    elsewhere: Occupant | None
    left: Occupant | None
    lock: str = ""


def with_passphrase(around: Surroundings, folder: Path, passphrase: str) -> Opened:
    """Open an office with its passphrase; the example at the time of its day.

    Raises:
        StorageRefused: as ``models.database.open_``.
        PackageRefused: ``keys.passphrase``, ``keys.damaged``.
    """
    workplace = open_office(folder, passphrase, around.clock)
    try:
        if is_example(folder):
            workplace = at_examples_time(workplace)
        opened = _opened(Session(workplace, unlock(workplace, passphrase)))
        return replace(opened, lock=lock_trouble(workplace))
    except BaseException:
        workplace.database.close()
        raise


def with_code(around: Surroundings, folder: Path, code: str) -> Opened:
    """Open an office with its recovery code.

    Raises:
        Refusal: as ``services.recovery.open_with_code``.
    """
    workplace, keys = open_with_code(folder, code, around.statutes(), around.clock)
    return _opened(Session(workplace, keys))


def _opened(session: Session) -> Opened:
    elsewhere = occupant(session.workplace)
    left = enter(session.workplace) if elsewhere is None else None
    return Opened(session, clock_doubt(session.workplace), elsewhere, left)
