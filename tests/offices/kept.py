"""Offices that are made once for all tests of a process, and copied for each that opens one."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.bootstrap import open_office
from desktop.services.training.clock import TrainingClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.services.office.workplace import Workplace


def open_copy(make: Callable[[Path], Workplace], folder: Path, passphrase: str) -> Workplace:
    """Open an office of one's own, as it would be made there; its clock goes on from where it stood.

    Args:
        make: makes the office in a folder, by a training clock; called once for a process.
        folder: of the copy, which isn't there yet.
        passphrase: that the office is made with.
    """
    kept, moment = _kept(make)
    shutil.copytree(kept, folder)
    return open_office(folder, passphrase, TrainingClock(moment))


@cache
def _kept(make: Callable[[Path], Workplace]) -> tuple[Path, datetime]:
    holder = Path(tempfile.mkdtemp(prefix="hom-phieu-"))
    atexit.register(shutil.rmtree, holder, ignore_errors=True)
    place = make(holder / "office")
    assert isinstance(place.clock, TrainingClock)
    place.database.close()
    return holder / "office", place.clock.moment
