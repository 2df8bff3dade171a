"""Opening the office that a command works in."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from desktop.bootstrap import open_office, usual_folder
from desktop.errors import RequestRefused, StorageRefused
from desktop.services.office.clock_guard import demand_clock
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.office.workplace import Workplace

Opened = TypeVar("Opened")

PASSPHRASE_VARIABLE = "HOM_PHIEU_PASSPHRASE"  # noqa: S105 - the variable's name


@contextmanager
def opened(data: Path | None) -> Iterator[tuple[Workplace, str]]:
    """Open the office of a folder, yield it with its passphrase, and close it at the end.

    Raises:
        StorageRefused: there is no office, or the passphrase is another.
        RequestRefused: ``clock.behind`` or ``clock.ahead`` in an official office.
    """
    folder = data or usual_folder()
    workplace, passphrase = with_passphrase(lambda known: (open_office(folder, known), known))
    try:
        demand_clock(workplace)
        yield workplace, passphrase
    finally:
        workplace.database.close()


def with_passphrase(use: Callable[[str], Opened]) -> Opened:
    """Do something with the passphrase at hand.

    It comes from the environment; else the one of training offices is tried; else a person is asked.

    Raises:
        StorageRefused: ``storage.passphrase``, and whatever ``use`` refuses.
    """
    given = os.environ.get(PASSPHRASE_VARIABLE)
    try:
        return use(given or TRAINING_PASSPHRASE)
    except StorageRefused as refusal:
        if refusal.code != "storage.passphrase" or given or not sys.stdin.isatty():
            raise
    return use(getpass.getpass("Mật khẩu của cơ quan: ", stream=sys.stderr))


def new_passphrase(*, official: bool) -> str:
    """Return the passphrase for a new office: from the environment, the training one, or asked for twice.

    Raises:
        StorageRefused: ``storage.empty_passphrase`` where nobody can be asked.
        RequestRefused: ``passphrase.differ`` when the two differ.
    """
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given:
        return given
    if not official:
        return TRAINING_PASSPHRASE
    if not sys.stdin.isatty():
        raise StorageRefused("storage.empty_passphrase")
    first = getpass.getpass("Đặt mật khẩu của cơ quan: ", stream=sys.stderr)
    if getpass.getpass("Gõ lại mật khẩu: ", stream=sys.stderr) != first:
        raise RequestRefused("passphrase.differ")
    return first
