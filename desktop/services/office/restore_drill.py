"""A restore that is tried: a backup becomes an office in a throw-away folder, beside the one in use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from desktop.models import audit
from desktop.models.audit import AuditEntry, Head
from desktop.models.store import database as databases
from desktop.models.store.backup import Step
from desktop.models.store.names import DATABASE_NAME
from desktop.models.store.session import file_trouble, reading
from desktop.models.store.workshop import workshop
from desktop.services.office.backup_files import backups_in
from desktop.services.office.backups import BackupContents, contents_of, restore_office
from desktop.services.office.checking import check_office
from desktop.services.office.recovery import with_secret
from desktop.services.office.workplace import Workplace, at_work, file_stem, own_office


@dataclass(frozen=True, slots=True)
class Drill:
    """What came of a backup that was restored for trial, beside what the office in use holds.

    Attributes:
        restored: what the restored office holds; ``now`` the one in use.
        head: hash of the last line of the restored log, in hex; ``head_now`` of the one in use.
        joins: the log in use goes on from the restored one, or is the same.
    """

    restored: BackupContents
    now: BackupContents
    head: str
    head_now: str
    joins: bool

    @property
    def behind(self) -> int:
        """How many lines of the log were written since the backup."""
        return self.now.entries - self.restored.entries


def newest_backup(workplace: Workplace) -> Path | None:
    """Return the office's newest backup in its second folder; None where none is there."""
    with reading(workplace.database) as session:
        office = own_office(session)
        folder, stem = office.settings.backup_folder, file_stem(office)
    found = backups_in(Path(folder), stem) if folder else []
    return found[0][1] if found else None


def try_restoring(workplace: Workplace, file: Path, typed: str, step: Step | None = None) -> Drill:
    """Restore a backup into a folder that is thrown away, open and check it as any office.

    Args:
        workplace: the open office.
        file: the backup.
        typed: the passphrase of its time, or the recovery code of its time.
        step: is told how far the copying is, and may raise to stop it.

    Raises:
        StorageRefused: as ``restore_office``, or what ``check_office`` finds in the restored office.
    """
    with (
        file_trouble(workplace.database.name, workplace.database.folder / DATABASE_NAME),
        workshop(workplace.database.folder, "new") as place,
    ):
        folder = place / "thu"
        # The restored log goes on with an entry of its own; the backup's end is the one before it.
        held = restore_office(file, folder, typed, workplace.clock(), step)
        head = Head(held.entries, held.head)
        restored = _opened(folder, typed, workplace, file.name, head)
    with reading(workplace.database) as session:
        head_now = audit.head(session)
        there = session.scalar(select(AuditEntry.hash).where(AuditEntry.sequence == head.sequence))
        return Drill(
            restored=restored,
            now=contents_of(session, head_now.sequence),
            head=head.hash,
            head_now=head_now.hash,
            joins=head.sequence == 0 or there == head.hash,
        )


def _opened(folder: Path, typed: str, workplace: Workplace, where: str, head: Head) -> BackupContents:
    database = with_secret(typed, lambda secret: databases.open_(folder, secret))
    try:
        checked = check_office(at_work(database, workplace.statutes, workplace.clock))
        if checked.findings:
            raise checked.findings[0].refusal(where)
        with reading(database) as session:
            return contents_of(session, head.sequence)
    finally:
        database.close()
