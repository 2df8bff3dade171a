"""Backups: after every finalised count, and whenever somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.errors import Problem, StorageRefused
from desktop.models import backup as copies
from desktop.models import integrity
from desktop.models.session import reading
from desktop.services.workplace import Workplace, own_office

SUFFIX = ".sao-luu"


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup: its file, and the audit log that it holds, in entries and by the last one's hash."""

    path: Path
    entries: int
    head: str


@dataclass(frozen=True, slots=True)
class CheckView:
    """What a check found: problems (none when all is well) and the audit log's end."""

    problems: tuple[Problem, ...]
    entries: int
    head: str


def back_up(workplace: Workplace, out: Path) -> BackupView:
    """Write an encrypted, checked copy to a file, or into a folder under the office's usual name.

    Raises:
        StorageRefused: trouble with the disk, or the database is damaged; an older backup stays as it was.
    """
    with reading(workplace.database) as session:
        name = f"{own_office(session).unit_code}{SUFFIX}"
    path = out / name if out.is_dir() else out
    head = copies.backup(workplace.database, path)
    return BackupView(path, head.sequence, head.hash)


def back_up_after_count(workplace: Workplace) -> BackupView | StorageRefused | None:
    """Back up into the office's second folder, where it has one.

    A backup that fails must not undo the count: the refusal is returned, for the clerk to be told.
    """
    with reading(workplace.database) as session:
        folder = own_office(session).settings.backup_folder
    if folder is None:
        return None
    if not Path(folder).is_dir():
        return StorageRefused("storage.no_folder", where=Path(folder).name)
    try:
        return back_up(workplace, Path(folder))
    except StorageRefused as refusal:
        return refusal


def restore_office(file: Path, folder: Path, passphrase: str, at: datetime) -> BackupView:
    """Make an office out of a backup, in a folder that holds none.

    Raises:
        StorageRefused: the folder is in use, the file is no backup or damaged, the passphrase is another.
    """
    head = copies.restore(file, folder, passphrase, at=at)
    return BackupView(file, head.sequence, head.hash)


def check_office(workplace: Workplace) -> CheckView:
    """Check the database whole, with the chain of its audit log."""
    checked = integrity.check(workplace.database)
    head = checked.head
    return CheckView(checked.problems, head.sequence if head else 0, head.hash if head else "")
