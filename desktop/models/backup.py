"""Backups: one encrypted file that another computer opens with the passphrase alone.

The file is a ZIP, stored, of ``office.json`` and ``office.db``: ``unzip`` takes it apart, and the database in
it is as encrypted as the live one.
"""

import os
import shutil
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import IO

from sqlalchemy import update
from sqlalchemy.orm import Session

from desktop.errors import StorageRefused
from desktop.models.at_rest import (
    PARAMETERS_NAME,
    Parameters,
    decode_parameters,
    derive_key,
    encode_parameters,
)
from desktop.models.audit import Head
from desktop.models.database import DATABASE_NAME, Database, flush_folder, new_office_folder, settle
from desktop.models.engine import connect, encrypted_engine, writer
from desktop.models.integrity import check_engine
from desktop.models.office import Office
from desktop.models.schema import migrate
from desktop.models.session import file_trouble
from desktop.models.storage_place import refuse_unsafe_place

_MEMBERS = [PARAMETERS_NAME, DATABASE_NAME]
_PARAMETERS_CEILING = 64 * 1024


def backup(database: Database, out: Path) -> Head:
    """Write a consistent, checked copy of a database, at work or not, and return its audit head.

    Args:
        database: open; others may write meanwhile.
        out: the file to write, on any disk or stick; an older backup of that name is replaced at the end.

    Raises:
        StorageRefused: ``storage.not_backup`` when ``out`` is some other file, ``storage.damaged`` or another
            finding of ``check``, or trouble with the disk; ``out`` is as it was.

    Source: SQLite Online Backup API.
    """
    with file_trouble(out.name):
        if out.exists():
            _parameters(out)
    with (
        file_trouble(database.name),
        tempfile.TemporaryDirectory(prefix=".backup-", dir=database.folder) as workshop,
    ):
        copy = Path(workshop) / DATABASE_NAME
        _copy(database, copy)
        head = _sound_head(copy, database.key, database.name)
        with file_trouble(out.name):
            _pack(copy, database.parameters, out)
    return head


def restore(file: Path, folder: Path, passphrase: str, *, at: datetime) -> Head:
    """Make an office out of a backup, and return the audit head that the backup holds.

    The office is marked as restored ``at``, so that it seals nothing before it has read its last receipt; the
    audit chain is not touched.

    Args:
        file: a backup.
        folder: made when it is not there; it must hold no office.
        passphrase: the one of the office that was backed up.
        at: now, with its zone.

    Raises:
        StorageRefused: ``storage.in_use``, ``storage.not_backup``, ``storage.passphrase``, ``storage.newer``,
            ``storage.damaged`` or another finding of ``check``, a code of an unsafe place, or trouble with
            the disk; the folder is as it was.
    """
    refuse_unsafe_place(folder)
    with new_office_folder(folder) as workshop, file_trouble(file.name):
        parameters = _parameters(file)
        key = derive_key(passphrase, parameters)
        made = workshop / DATABASE_NAME
        _unpack(file, made)
        head = _sound_head(made, key, file.name)
        _mark_restored(made, key, at)
        settle(made, folder, parameters)
    return head


def _copy(database: Database, copy: Path) -> None:
    source = connect(database.folder / DATABASE_NAME, database.key)
    with closing(source), closing(connect(copy, database.key)) as target:
        # All pages in one step: small steps start again whenever somebody writes.
        source.backup(target, pages=-1)


def _sound_head(path: Path, key: bytes, where: str) -> Head:
    engine = encrypted_engine(path, key)
    try:
        migrate(engine, where)
        found = check_engine(engine, where)
    finally:
        engine.dispose()
    if found.head is None or found.problems:
        raise StorageRefused(found.problems[0].code, where=where, **found.problems[0].context)
    return found.head


def _mark_restored(path: Path, key: bytes, at: datetime) -> None:
    engine = encrypted_engine(path, key)
    try:
        with Session(writer(engine)) as session, session.begin():
            session.execute(update(Office).values(restored_at=at))
    finally:
        engine.dispose()


def _pack(copy: Path, parameters: Parameters, out: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{out.name}.", suffix=".part", dir=out.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as bundle:
                bundle.writestr(zipfile.ZipInfo(PARAMETERS_NAME), encode_parameters(parameters))
                with copy.open("rb") as source, bundle.open(_member(copy), "w") as target:
                    shutil.copyfileobj(source, target, 1024 * 1024)
            file.flush()
            os.fsync(file.fileno())
            _read_back(file, out.name)
        part.replace(out)
        flush_folder(out.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _read_back(file: IO[bytes], where: str) -> None:
    with zipfile.ZipFile(file) as bundle:
        if bundle.testzip() is not None:
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
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise StorageRefused("storage.not_backup", where=file.name) from error


def _unpack(file: Path, made: Path) -> None:
    try:
        with zipfile.ZipFile(file) as bundle, bundle.open(DATABASE_NAME) as source, made.open("wb") as target:
            shutil.copyfileobj(source, target, 1024 * 1024)
    except (zipfile.BadZipFile, EOFError) as error:
        raise StorageRefused("storage.damaged", where=file.name) from error
