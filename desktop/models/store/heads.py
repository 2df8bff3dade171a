"""The end of the log, as it stands outside the database: in a file beside it, and in every backup.

Who has the key can put an older database in the place of today's, or write the log anew. Neither then fits
what stands elsewhere. A head older than the database is usual: a power cut may come before it is kept.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop import disk
from desktop.models.audit import AuditEntry, Head, hash_at, head
from desktop.models.office import Office
from desktop.models.store.names import HEAD_NAME
from desktop.unfinished import write_whole

RESTORED = "office.restore"
"""What the entry is called that a restored office goes on with."""

_LINE = re.compile(rb"hom-phieu ([0-9a-f]{16}) ([0-9]{1,12}) ([0-9a-f]{64})\n?")


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of an office's log; ``office`` tells offices apart whose files lie in one folder."""

    office: str
    head: Head


def mark_of(session: Session) -> Mark:
    """Return the mark of an open database."""
    office = session.scalars(select(Office)).one()
    told = f"{office.unit_code} {office.made_at.isoformat()}"
    return Mark(hashlib.sha256(told.encode()).hexdigest()[:16], head(session))


def encoded(mark: Mark) -> bytes:
    """Write a mark as one line."""
    return f"hom-phieu {mark.office} {mark.head.sequence} {mark.head.hash}\n".encode()


def kept_mark(folder: Path) -> Mark | None:
    """Return the mark kept beside a database when it was last closed; None where none can be read."""
    try:
        return _decoded((folder / HEAD_NAME).read_bytes())
    except OSError:
        return None


def mark_of_backup(file: Path) -> Mark | None:
    """Return the mark that a backup bears in clear; None for one of an earlier program, or no backup."""
    try:
        with zipfile.ZipFile(file) as bundle:
            return _decoded(bundle.comment)
    except (OSError, zipfile.BadZipFile, EOFError, NotImplementedError, UnicodeDecodeError):
        return None


def keep_mark(folder: Path, mark: Mark, session: Session) -> None:
    """Keep a database's mark beside it, unless what is kept there tells that it is an older one."""
    kept = kept_mark(folder)
    if kept == mark or (kept is not None and not holds(session, kept.head)):
        return
    # What can't be kept is older at the next check, which is usual.
    with suppress(OSError):
        write_whole(folder / HEAD_NAME, encoded(mark))


def forget_mark(folder: Path) -> None:
    """Take away the mark of a database that is there no more."""
    disk.discard(folder / HEAD_NAME)


def holds(session: Session, found: Head) -> bool:
    """Tell whether a log holds a head, or lost it to a restored backup, of which an entry tells."""
    if hash_at(session, found.sequence) == found.hash:
        return True
    restored = select(AuditEntry.sequence).where(
        AuditEntry.action == RESTORED, AuditEntry.sequence <= found.sequence
    )
    return session.scalars(restored.limit(1)).first() is not None


def _decoded(line: bytes) -> Mark | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    return Mark(match.group(1).decode(), Head(int(match.group(2)), match.group(3).decode()))
