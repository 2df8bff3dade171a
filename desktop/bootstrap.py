"""The composition root: folders, settings, database and statutes, put together for window and command."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from desktop.errors import RequestRefused
from desktop.resources import resource

# The window shows itself before the database and the law are loaded.
if TYPE_CHECKING:
    from desktop.rules.library import Library
    from desktop.services.office.workplace import Workplace


def usual_folder() -> Path:
    """Return the folder of this user's office: the platform's user data folder."""
    return platformdirs.user_data_path("hom-phieu", appauthor=False)


@cache
def shipped_statutes() -> Library:
    """Return the statutes that the program ships."""
    from desktop.services.office.statutes import statute_library  # noqa: PLC0415

    return statute_library(resource("statutes"))


def examples_folder() -> Path:
    """Return where the example commune is kept, beside this user's own office."""
    return usual_folder() / "xa-mau"


def open_office(folder: Path, passphrase: str, clock: Callable[[], datetime] | None = None) -> Workplace:
    """Open the office of a folder; the caller closes its database.

    The usual folder is this user's alone, also where an earlier version of the program had left it open to
    others; a folder that somebody chose keeps the rights that they gave it. Files are their owner's in both.
    What a stopped program left unfinished is swept away, and files of packages that could not be written
    earlier are written now.

    Raises:
        StorageRefused: the folder holds no office, the passphrase is another, or the database is damaged.
    """
    from desktop.models.store import database as databases  # noqa: PLC0415
    from desktop.models.store.private_folder import make_private  # noqa: PLC0415
    from desktop.services.exchange.outbox_files import write_missing_copies  # noqa: PLC0415
    from desktop.services.office.leftovers import sweep_leftovers  # noqa: PLC0415
    from desktop.services.office.workplace import at_work  # noqa: PLC0415

    database = databases.open_(folder, passphrase)
    try:
        if folder == usual_folder():
            make_private(folder)
        workplace = at_work(database, shipped_statutes(), clock or now)
        sweep_leftovers(workplace)
        # A full disk must not keep an office shut.
        with suppress(RequestRefused):
            write_missing_copies(workplace)
    except BaseException:
        database.close()
        raise
    return workplace


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)
