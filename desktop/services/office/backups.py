"""Backups: after every finalised count, and whenever somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import StorageRefused
from desktop.models.audit import AuditEntry
from desktop.models.counting import Count
from desktop.models.office import Mode
from desktop.models.people import Household
from desktop.models.places import Unit, UnitLevel
from desktop.models.store import backup as copies
from desktop.models.store.at_rest import Secret
from desktop.models.store.backup import Step
from desktop.models.store.changes import Kind, report
from desktop.models.store.session import reading
from desktop.services.office.backup_files import backup_name, make_room, thin_out
from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.services.office.recovery import with_secret
from desktop.services.office.workplace import VIET_NAM, Workplace, file_stem, own_office


@dataclass(frozen=True, slots=True)
class BackupView:
    """A backup: its file, and the audit log that it holds, in entries and by the last one's hash.

    ``made_way`` is how many older ones were taken away because the disk was full.
    """

    path: Path
    entries: int
    head: str
    made_way: int = 0


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds, for a person to see whether it is the right one.

    Attributes:
        last_at: when the last thing in it was done, in the time of Viet Nam; None when nothing was.
        hamlets: that exist; ``households`` in all of them; ``counts`` the rounds with a finalised count.
        entries: of its audit log.
    """

    office: str
    unit_code: str
    training: bool
    last_at: datetime | None
    hamlets: int
    households: int
    counts: int
    entries: int


def back_up(workplace: Workplace, out: Path) -> BackupView:
    """Write an encrypted, checked copy to a file, or into a folder under a name with the day and minute.

    Of those in the folder ten are kept, spread over the time that they cover; where the disk has no room for
    another, the oldest make way, but never the newest that is whole.

    Raises:
        StorageRefused: trouble with the disk, or the database is damaged; older backups stay as they were.
    """
    with reading(workplace.database) as session:
        stem = file_stem(own_office(session))
    path = out / backup_name(stem, workplace.clock()) if out.is_dir() else out
    gone: tuple[Path, ...] = ()
    if out.is_dir():
        gone = make_room(out, stem, copies.room_for(workplace.database), copies.is_whole)
    head = copies.backup(workplace.database, path, is_ours=path.suffix == SUFFIX_OF_BACKUP)
    if out.is_dir():
        thin_out(out, stem, copies.is_whole)
    report(Kind.BACKUPS)
    return BackupView(path, head.sequence, head.hash, len(gone))


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


def look_into_backup(file: Path, folder: Path, typed: str, step: Step | None = None) -> BackupContents:
    """Tell what a backup holds, before it is restored; changes nothing.

    Args:
        file: the backup.
        folder: where it would be restored.
        typed: the passphrase of its time, or the recovery code of its time.
        step: is told how far the reading is, and may raise to stop it.

    Raises:
        StorageRefused: as ``restore_office``.
    """
    return with_secret(typed, lambda secret: _contents(file, folder, secret, step))


def restore_office(
    file: Path, folder: Path, typed: str, at: datetime, step: Step | None = None
) -> BackupView:
    """Make an office out of a backup, in a folder that holds none.

    Args:
        file: the backup.
        folder: made when it is not there.
        typed: the passphrase of its time, or the recovery code of its time.
        at: now, with its zone.
        step: is told how far the copying is, and may raise to stop it.

    Raises:
        StorageRefused: the folder is in use, the file is no backup or damaged, the passphrase or the recovery
            code is another.
    """
    head = with_secret(typed, lambda secret: copies.restore(file, folder, secret, at=at, step=step))
    return BackupView(file, head.sequence, head.hash)


def _contents(file: Path, folder: Path, secret: Secret, step: Step | None) -> BackupContents:
    with copies.looking_into(file, folder, secret, step) as (session, head):
        return contents_of(session, head.sequence)


def contents_of(session: Session, entries: int) -> BackupContents:
    """Return what an office holds; ``entries`` are those of its audit log."""
    office = own_office(session)
    hamlets = select(func.count(Unit.id)).where(Unit.level == UnitLevel.HAMLET, Unit.ends_on.is_(None))
    households = select(func.count(Household.id)).where(Household.ends_on.is_(None))
    newest = select(AuditEntry.at).where(AuditEntry.sequence <= entries)
    last = session.scalar(newest.order_by(AuditEntry.sequence.desc()).limit(1))
    return BackupContents(
        office=office.name,
        unit_code=office.unit_code,
        training=office.mode is Mode.TRAINING,
        last_at=last.astimezone(VIET_NAM) if last else None,
        hamlets=session.scalar(hamlets) or 0,
        households=session.scalar(households) or 0,
        counts=session.scalar(select(func.count(Count.round_id.distinct()))) or 0,
        entries=entries,
    )
