"""The database of one office: a folder with ``office.db`` and ``office.json``."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop import disk
from desktop.errors import StorageRefused
from desktop.models.base import Base
from desktop.models.office import Mode, Office
from desktop.models.store.at_rest import (
    DEFAULT_COST,
    Cost,
    Lock,
    Parameters,
    Secret,
    is_below_official_floor,
    is_weak,
    lock_digest,
    new_key,
    new_lock,
    open_lock,
    with_locks,
)
from desktop.models.store.engine import APPLICATION_ID, encrypted_engine, writer
from desktop.models.store.folding import beside, fold_engine, refuse_log
from desktop.models.store.heads import forget_mark
from desktop.models.store.names import DATABASE_NAME
from desktop.models.store.opened import Database
from desktop.models.store.parameter_files import (
    copied_parameters,
    flush_folder,
    holds_lock,
    mend_parameters,
    parameters_agree,
    read_parameters,
    write_parameters,
)
from desktop.models.store.private_folder import make_files_private, make_private
from desktop.models.store.revisions import newest_revision
from desktop.models.store.schema import migrate, revision_of
from desktop.models.store.session import file_trouble
from desktop.models.store.storage_place import refuse_unsafe_place
from desktop.models.store.tenancy import Tenancy
from desktop.models.store.workshop import sweep, workshop


def create(
    folder: Path,
    passphrase: str,
    office: Office,
    *others: Base,
    cost: Cost = DEFAULT_COST,
    recovery: bytes | None = None,
    begin: Callable[[Session], None] | None = None,
) -> Database:
    """Make the database of a new office in a folder that has none, and open it.

    Args:
        folder: made when it is not there.
        passphrase: opens it from now on; it is stored nowhere.
        office: the one row of the office, not yet stored.
        others: rows that the office begins with, such as its keys.
        cost: of one guess of the passphrase; an official office has a floor.
        recovery: the 16 bytes of the recovery code that opens it too.
        begin: writes what the office begins with besides, once its rows are there; in the same transaction.

    Raises:
        StorageRefused: ``storage.in_use``, ``storage.weak_key``, a code of an unsafe place, or trouble with
            the disk; the folder is as it was.
    """
    refuse_unsafe_place(folder)
    _refuse_weak(office.mode, folder.name, weak=is_below_official_floor(cost))
    key = new_key()
    lock = new_lock(key, passphrase, cost, recovery)
    office.settings = replace(office.settings, lock=lock_digest(lock))
    with new_office_folder(folder) as place:
        made = place / DATABASE_NAME
        engine = encrypted_engine(made, key, alone=True)
        try:
            with writer(engine).begin() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(engine, folder.name)
            with Session(writer(engine)) as session, session.begin():
                session.add_all([office, *others])
                session.flush()
                if begin is not None:
                    begin(session)
            fold_engine(engine, folder.name)
        finally:
            engine.dispose()
        settle(made, folder, with_locks(lock))
        try:
            return _opened(folder, with_locks(lock), key)
        except BaseException:
            # Nobody has been given its recovery code: it must not stand in the way of another try.
            _unsettle(folder)
            raise


def open_(folder: Path, secret: Secret) -> Database:
    """Open the database of an office with its passphrase or its recovery code's bytes.

    It is brought to this program's schema, its files become their owner's alone, and what a killed backup
    left in its folder is swept away.

    Raises:
        StorageRefused: ``storage.absent``, ``storage.parameters``, ``storage.passphrase``,
            ``storage.recovery``, ``storage.no_recovery``, ``storage.newer``, ``storage.damaged``,
            ``storage.weak_key``, a code of an unsafe place, or trouble with the disk.
    """
    refuse_unsafe_place(folder)
    with file_trouble(folder.name, folder / DATABASE_NAME):
        if not (folder / DATABASE_NAME).is_file():
            raise StorageRefused("storage.absent", where=folder.name)
    parameters, key = _unlocked(folder, secret)
    sweep(folder)
    database = _opened(folder, parameters, key)
    own = _own_lock(database)
    mend_parameters(folder, lambda each: holds_lock(each, own) and _opens(secret, each, key))
    make_files_private(folder)
    return database


def _unlocked(folder: Path, secret: Secret) -> tuple[Parameters, bytes]:
    """Return the parameters that a secret opens, and the key; the copy's where the first were changed."""
    stored = stored_parameters(folder)
    try:
        return stored, open_lock(secret, stored)[0]
    except StorageRefused as refusal:
        copy = copied_parameters(folder, stored)
        if copy is None:
            raise
        try:
            return copy, open_lock(secret, copy)[0]
        except StorageRefused:
            raise refusal from None


def _opens(secret: Secret, parameters: Parameters, key: bytes) -> bool:
    try:
        return open_lock(secret, parameters)[0] == key
    except StorageRefused:
        return False


def stored_parameters(folder: Path) -> Parameters:
    """Read ``office.json`` of an office, or its copy where that is missing or damaged.

    Raises:
        StorageRefused: ``storage.parameters``, or trouble with the disk.
    """
    with file_trouble(folder.name, folder / DATABASE_NAME):
        return read_parameters(folder)


def add_lock(database: Database, lock: Lock) -> None:
    """Let one more lock open the database; those that open it now still do.

    Raises:
        StorageRefused: trouble with the disk; ``office.json`` is as it was.
    """
    locks = stored_parameters(database.folder).locks[:2]
    with file_trouble(database.name, database.folder / DATABASE_NAME):
        write_parameters(database.folder, with_locks(*locks, lock))


def keep_lock(database: Database, lock: Lock) -> None:
    """Let one lock open the database and no other.

    Raises:
        StorageRefused: trouble with the disk; ``office.json`` is as it was.
    """
    with file_trouble(database.name, database.folder / DATABASE_NAME):
        write_parameters(database.folder, with_locks(lock))


def settle_locks(database: Database, secret: Secret) -> None:
    """Keep the one lock that a secret opens where a change of the passphrase was cut short.

    Where it opens several, the one that the office remembers as its own is kept.

    Raises:
        StorageRefused: as ``open_`` and ``keep_lock``.
    """
    stored = stored_parameters(database.folder)
    if len(stored.locks) > 1 or not parameters_agree(database.folder):
        own = _own_lock(database)
        own_first = sorted(stored.locks, key=lambda lock: lock_digest(lock) != own)
        keep_lock(database, open_lock(secret, with_locks(*own_first))[1])


def is_locked_otherwise(database: Database) -> bool:
    """Tell whether the lock that an office remembers as its own is no longer there: somebody changed it.

    Raises:
        StorageRefused: as ``stored_parameters``.
    """
    own = _own_lock(database)
    return own is not None and not holds_lock(stored_parameters(database.folder), own)


@contextmanager
def new_office_folder(folder: Path) -> Iterator[Path]:
    """Give a workshop inside a folder that holds no office; nothing stays of it unless one settles there.

    Raises:
        StorageRefused: ``storage.in_use``, or trouble with the disk.
    """
    with file_trouble(folder.name, folder / DATABASE_NAME):
        if (folder / DATABASE_NAME).exists():
            raise StorageRefused("storage.in_use", where=folder.name)
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        if folder in missing:
            make_private(folder)
        try:
            with workshop(folder, "new") as place:
                yield place
        finally:
            for made in missing:
                _remove_if_empty(made)


def settle(made: Path, folder: Path, parameters: Parameters) -> None:
    """Put a finished, closed database into its folder; from here on the office exists.

    Raises:
        StorageRefused: ``storage.in_use`` when an office has come there meanwhile; ``storage.disk`` when the
            database's log was not folded into its file.
        OSError: the disk refuses; no office is there then.
    """
    refuse_log(made, folder.name)
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    if (folder / DATABASE_NAME).exists():
        raise StorageRefused("storage.in_use", where=folder.name)
    # The database comes last: a folder without one counts as empty, whatever else was left there.
    forget_mark(folder)
    write_parameters(folder, parameters)
    # What an office that was taken from here left behind would be read as this one's log.
    for other in beside(folder / DATABASE_NAME):
        disk.remove(other)
    disk.rename(made, folder / DATABASE_NAME)
    try:
        flush_folder(folder)
    except OSError:
        _unsettle(folder)
        raise


def _unsettle(folder: Path) -> None:
    for path in (folder / DATABASE_NAME, *beside(folder / DATABASE_NAME)):
        disk.discard(path)


def _opened(folder: Path, parameters: Parameters, key: bytes) -> Database:
    engine, tenancy = encrypted_engine(folder / DATABASE_NAME, key), Tenancy(folder)
    try:
        with file_trouble(folder.name, folder / DATABASE_NAME):
            if revision_of(engine) != newest_revision():
                # Another window, of an older program, would find its tables changed under its hands.
                tenancy.demand()
            migrate(engine, folder.name)
            mode = _mode(engine, folder.name)
        _refuse_weak(mode, folder.name, weak=is_weak(parameters))
    except BaseException:
        engine.dispose()
        raise
    return Database(folder=folder, engine=engine, key=key, tenancy=tenancy)


def _own_lock(database: Database) -> str | None:
    with Session(database.engine) as session:
        settings = session.scalars(select(Office.settings)).one_or_none()
    return None if settings is None else settings.lock


def _mode(engine: Engine, where: str) -> Mode:
    with Session(engine) as session:
        mode = session.scalars(select(Office.mode)).one_or_none()
    if mode is None:
        raise StorageRefused("storage.damaged", where=where)
    return mode


def _refuse_weak(mode: Mode, where: str, *, weak: bool) -> None:
    if weak and mode is Mode.OFFICIAL:
        raise StorageRefused("storage.weak_key", where=where)


def _remove_if_empty(place: Path) -> None:
    try:
        place.rmdir()
    except OSError:
        return
