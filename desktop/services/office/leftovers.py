"""What a program that was stopped left unfinished, swept away when its office is opened again."""

from __future__ import annotations

import tempfile
from pathlib import Path

from desktop.models.store.session import reading
from desktop.models.store.workshop import sweep
from desktop.services.office.workplace import Workplace, own_office
from desktop.unfinished import sweep_parts


def sweep_leftovers(workplace: Workplace) -> None:
    """Take away unfinished files of processes that are gone, as far as the disk allows.

    They may hold a list of voters in clear: in the office's own folder, where backups go, and in the folder
    that the system keeps for temporary files, where workbooks are put together.
    """
    sweep_parts(workplace.database.folder, all_ours=True)
    sweep_parts(Path(tempfile.gettempdir()))
    with reading(workplace.database) as session:
        folder = own_office(session).settings.backup_folder
    if folder is not None:
        sweep_parts(Path(folder))
        sweep(Path(folder))
