"""Backups: one encrypted file that another computer opens with the passphrase or the recovery code.

The file is a ZIP, stored, of ``office.json`` and ``office.db``: ``unzip`` takes it apart, and the database in
it is as encrypted as the live one. Its comment bears the end of the audit log in clear, to be compared with.
"""

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy import update
from sqlalchemy.orm import Session

from desktop import disk
from desktop.errors import StorageRefused
from desktop.models.audit import Event, Head, append
from desktop.models.office import Office
from desktop.models.store.at_rest import (
    Parameters,
    Secret,
    decode_parameters,
    encode_parameters,
    open_lock,
)
from desktop.models.store.database import new_office_folder, settle, stored_parameters
from desktop.models.store.engine import connect, encrypted_engine, writer
from desktop.models.store.folding import beside, fold, fold_engine, refuse_log
from desktop.models.store.heads import RESTORED, Mark, encoded, mark_of
from desktop.models.store.integrity import check_engine
from desktop.models.store.names import DATABASE_NAME, PARAMETERS_NAME
from desktop.models.store.opened import Database
from desktop.models.store.parameter_files import flush_folder
from desktop.models.store.schema import migrate
from desktop.models.store.session import file_trouble
from desktop.models.store.storage_place import refuse_unsafe_place
from desktop.models.store.workshop import workshop

Step = Callable[[int, int], None]
"""Is told how many bytes of how many are read; it may raise, and nothing is left then."""

_MEMBERS = [PARAMETERS_NAME, DATABASE_NAME]
# What Python's reader says of bytes that are no ZIP of ours; a name in them may be no UTF-8.
_NO_ZIP = (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError)
_PARAMETERS_CEILING = 64 * 1024
_PIECE = 1024 * 1024
_SPARE = 1024 * 1024  # office.json, the ZIP's own, clusters of the folder


def backup(database: Database, out: Path, *, is_ours: bool = False) -> Head:
    """Write a consistent, checked copy of a database, at work or not, and return its audit head.

    Everything is made beside ``out``, which needs twice the database's room for a moment; the office's own
    disk may be full.

    Args:
        database: open; others may write meanwhile.
        out: the file to write, on any disk or stick; an older backup of that name is replaced at the end.
        is_ours: the name is a backup's, so that whatever bears it is one, damaged or not.

    Raises:
        StorageRefused: ``storage.not_backup`` when ``out`` is some other file that isn't ours,
            ``storage.damaged`` or another
            finding of ``check``, or trouble with the disk; ``out`` is as it was.

    Source: SQLite Online Backup API.
    """
    parameters = stored_parameters(database.folder)
    with file_trouble(out.name, out, room_for(database)):
        if out.exists() and not is_ours:
            _parameters(out)
        with workshop(out.parent, "backup") as place:
            copy = place / DATABASE_NAME
            _copy(database, copy)
            mark = _sound_mark(copy, database.key, database.name)
            _pack(copy, parameters, out, mark)
    return mark.head


def room_for(database: Database) -> int:
    """Return how many bytes the making of a backup takes for a moment: the copy, and the file that packs it.

    Raises:
        StorageRefused: trouble with the disk.
    """
    file = database.folder / DATABASE_NAME
    with file_trouble(database.name, file):
        sizes = [each.stat().st_size for each in (file, *beside(file)) if each.exists()]
    return 2 * sum(sizes) + _SPARE


def is_whole(file: Path) -> bool:
    """Tell whether a file is a backup to its end; its database is not opened."""
    try:
        with file_trouble(file.name):
            _parameters(file)
    except StorageRefused as refusal:
        # What the disk refuses to show may be whole.
        return refusal.code not in ("storage.not_backup", "storage.parameters")
    return True


def restore(file: Path, folder: Path, secret: Secret, *, at: datetime, step: Step | None = None) -> Head:
    """Make an office out of a backup, and return the audit head that the backup holds.

    The office is marked as restored ``at``, so that it seals nothing before it has read its last receipt, and
    its audit log goes on with an entry that says so: what stood in it after the backup is known to be lost.

    Args:
        file: a backup.
        folder: made when it is not there; it must hold no office.
        secret: the passphrase of the office when it was backed up, or its recovery code's bytes.
        at: now, with its zone.
        step: is told how far the copying is.

    Raises:
        StorageRefused: ``storage.in_use``, ``storage.not_backup``, ``storage.passphrase``,
            ``storage.recovery``, ``storage.no_recovery``, ``storage.newer``, ``storage.damaged`` or another
            finding of ``check``, a code of an unsafe place, or trouble with the disk; the folder is as it
            was.
    """
    with _unpacked(file, folder, secret, step) as found:
        _mark_restored(found.made, found.key, at)
        settle(found.made, folder, found.parameters)
    return found.head


@contextmanager
def looking_into(
    file: Path, folder: Path, secret: Secret, step: Step | None = None
) -> Iterator[tuple[Session, Head]]:
    """Give a reading session over what a backup holds, and its audit head; nothing of it stays.

    Args:
        file: a backup.
        folder: where it would be restored; its disk takes the copy that is read.
        secret: as for ``restore``.
        step: is told how far the copying is.

    Raises:
        StorageRefused: as ``restore``.
    """
    with _unpacked(file, folder, secret, step) as found:
        engine = encrypted_engine(found.made, found.key, alone=True)
        try:
            with Session(engine, autoflush=False) as session:
                yield session, found.head
        finally:
            engine.dispose()


@dataclass(frozen=True, slots=True)
class _Unpacked:
    made: Path
    parameters: Parameters
    head: Head
    key: bytes = field(repr=False)


@contextmanager
def _unpacked(file: Path, folder: Path, secret: Secret, step: Step | None) -> Iterator[_Unpacked]:
    refuse_unsafe_place(folder)
    with new_office_folder(folder) as place:
        with file_trouble(file.name):
            parameters = _parameters(file)
        key, _ = open_lock(secret, parameters)
        made = place / DATABASE_NAME
        _unpack(file, made, step)
        try:
            with file_trouble(folder.name, made):
                head = _sound_mark(made, key, file.name).head
        except StorageRefused as refusal:
            if refusal.code == "storage.damaged":
                raise StorageRefused("storage.damaged", where=file.name) from refusal
            raise
        yield _Unpacked(made, parameters, head, key)


def _copy(database: Database, copy: Path) -> None:
    live = database.folder / DATABASE_NAME
    with file_trouble(database.name, live):
        source = connect(live, database.key)
    with closing(source), closing(connect(copy, database.key, alone=True)) as target:
        # All pages in one step: small steps start again whenever somebody writes.
        source.backup(target, pages=-1)
        fold(target, copy.name)


def _sound_mark(path: Path, key: bytes, where: str) -> Mark:
    engine = encrypted_engine(path, key, alone=True)
    try:
        migrate(engine, where)
        found = check_engine(engine, where, path)
        if found.head is None or found.problems:
            raise StorageRefused(found.problems[0].code, where=where, **found.problems[0].context)
        with Session(engine, autoflush=False) as session:
            mark = mark_of(session)
        fold_engine(engine, where)
        return mark
    finally:
        engine.dispose()


def _mark_restored(path: Path, key: bytes, at: datetime) -> None:
    engine = encrypted_engine(path, key, alone=True)
    try:
        with Session(writer(engine)) as session, session.begin():
            session.execute(update(Office).values(restored_at=at))
            event = Event(
                at=at, actor="program", action=RESTORED, record_kind=Office.__name__, record_id=1, fields=()
            )
            append(session, event)
        fold_engine(engine, path.name)
    finally:
        engine.dispose()


def _pack(copy: Path, parameters: Parameters, out: Path, mark: Mark) -> None:
    refuse_log(copy, out.name)
    part = copy.with_name("packed")
    with part.open("w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as bundle:
            bundle.writestr(zipfile.ZipInfo(PARAMETERS_NAME), encode_parameters(parameters))
            with copy.open("rb") as source, bundle.open(_member(copy), "w") as target:
                shutil.copyfileobj(source, target, _PIECE)
            bundle.comment = encoded(mark)
        file.flush()
        os.fsync(file.fileno())
        _read_back(file, out.name)
    disk.replace(part, out)
    flush_folder(out.parent)


def _read_back(file: IO[bytes], where: str) -> None:
    try:
        with zipfile.ZipFile(file) as bundle:
            is_as_written = bundle.testzip() is None
    except _NO_ZIP:
        # Python's reader says of a disk that doesn't give a file's end that the file is no ZIP.
        is_as_written = False
    if not is_as_written:
        raise StorageRefused("storage.disk", where=where)


def _member(copy: Path) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(DATABASE_NAME)
    # Tells zipfile beforehand whether sizes need 64 bits.
    member.file_size = copy.stat().st_size
    return member


def _parameters(file: Path) -> Parameters:
    try:
        with zipfile.ZipFile(file) as bundle:
            members = bundle.infolist()
            stored = all(member.compress_type == zipfile.ZIP_STORED for member in members)
            small = bool(members) and members[0].file_size <= _PARAMETERS_CEILING
            if [member.filename for member in members] != _MEMBERS or not stored or not small:
                raise StorageRefused("storage.not_backup", where=file.name)
            return decode_parameters(bundle.read(members[0]), file.name)
    except _NO_ZIP as error:
        raise StorageRefused("storage.not_backup", where=file.name) from error


def _unpack(file: Path, made: Path, step: Step | None) -> None:
    handle = os.open(made, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as target:
        done = 0
        # The two may lie on two disks: a refusal names the one that refuses.
        for piece, size in _pieces(file):
            if step is not None:
                step(done, size)
            done += target.write(piece)


def _pieces(file: Path) -> Iterator[tuple[bytes, int]]:
    """Give the database in a backup piece by piece, the last one empty, each with the size of the whole."""
    try:
        with file_trouble(file.name), zipfile.ZipFile(file) as bundle, bundle.open(DATABASE_NAME) as source:
            size = bundle.getinfo(DATABASE_NAME).file_size
            while piece := source.read(_PIECE):
                yield piece, size
            yield b"", size
    except _NO_ZIP as error:
        raise StorageRefused("storage.damaged", where=file.name) from error
