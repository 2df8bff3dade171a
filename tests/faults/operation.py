"""An operation of an office that is tried on a failing disk, and the place in which it is.

A place is a folder that holds ``commune``, ``district`` and what else is needed: ``stick``, ``backup``. Each
step opens what it needs and closes it again, as a command does; at its end it is done, whatever comes later.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from pathlib import Path

from desktop.bootstrap import open_office
from desktop.errors import StorageRefused
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices import commune

NEW_PASSPHRASE = "mật khẩu mới của xã"  # noqa: S105 - of an invented office
PASSPHRASES = (commune.PASSPHRASE, NEW_PASSPHRASE)

Act = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Operation:
    """Something an office does.

    Attributes:
        prepare: makes the place, once.
        steps: what is done, one thing after another.
        holds: what must be true besides, once so many steps were acknowledged.
        takes_long: it makes a whole schema, so that a few of its calls have to do where many don't fit.
    """

    name: str
    prepare: Act
    steps: tuple[Act, ...]
    holds: Callable[[Path, int], None] = field(default=lambda _place, _done: None)
    takes_long: bool = False


def staged(make: Act) -> Act:
    """Make a place once for all operations that begin there; the paths in its settings stay true."""

    @wraps(make)
    def prepared(place: Path) -> None:
        kept = place.parent / "stages" / f"{make.__module__}.{make.__name__}"
        if kept.exists():
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(kept, place)
            return
        make(place)
        shutil.copytree(place, kept)

    return prepared


@contextmanager
def opened(place: Path, office: str = "commune", at: datetime = commune.OPENS) -> Iterator[Workplace]:
    """Open an office of a place with whichever passphrase is its own, at a moment, and close it."""
    for passphrase in PASSPHRASES:
        try:
            workplace = open_office(place / office, passphrase, TrainingClock(at))
        except StorageRefused as refusal:
            if refusal.code != "storage.passphrase" or passphrase == PASSPHRASES[-1]:
                raise
            continue
        try:
            yield workplace
        finally:
            workplace.database.close()
        return
