"""A training office of the example commune, for a folder that holds none yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.rules.library import Library
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.places.units import NewUnit, add_unit

COMMUNE = NewUnit("06859", "commune", "Xã", "Húc Động")


def make_training_office(
    folder: Path, passphrase: str, statutes: Library, clock: Callable[[], datetime]
) -> Workplace:
    """Make a training office of the example commune, with its unit and no hamlet, and open it.

    Raises:
        StorageRefused: the folder holds an office, cannot be written, or is no safe place.
    """
    name = f"Ủy ban nhân dân {COMMUNE.kind.lower()} {COMMUNE.name}"
    workplace, _ = make_office(folder, NewOffice(COMMUNE.code, name, "commune"), passphrase, statutes, clock)
    add_unit(workplace, COMMUNE)
    return workplace
