"""What opening an office calls for: database, keys and law; loaded in the background, for it takes long."""

from __future__ import annotations

from pathlib import Path

from desktop.bootstrap import open_office
from desktop.services.office.clock_guard import ClockBehind, clock_behind
from desktop.services.office.keys import unlock
from desktop.services.office.recovery import open_with_code
from desktop.services.training.first_start import at_examples_time, is_example
from desktop.ui.page.page import Session
from desktop.ui.start.surroundings import Surroundings

Opened = tuple[Session, ClockBehind | None]
"""An open office, and what is wrong with the computer's clock."""


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
        return Session(workplace, unlock(workplace, passphrase)), clock_behind(workplace)
    except BaseException:
        workplace.database.close()
        raise


def with_code(around: Surroundings, folder: Path, code: str) -> Opened:
    """Open an office with its recovery code.

    Raises:
        Refusal: as ``services.recovery.open_with_code``.
    """
    workplace, keys = open_with_code(folder, code, around.statutes(), around.clock)
    return Session(workplace, keys), clock_behind(workplace)
