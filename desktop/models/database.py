"""The database of one office: a folder with ``office.db`` and ``office.json``."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from desktop.errors import StorageRefused
from desktop.models.at_rest import (
    DEFAULT_COST,
    PARAMETERS_NAME,
    Cost,
    Parameters,
    decode_parameters,
    derive_key,
    is_below_official_floor,
    new_key,
    write_parameters,
)
from desktop.models.base import Base
from desktop.models.engine import APPLICATION_ID, encrypted_engine, writer
from desktop.models.office import Mode, Office
from desktop.models.schema import migrate
from desktop.models.session import file_trouble
from desktop.models.storage_place import refuse_unsafe_place

DATABASE_NAME = "office.db"


@dataclass(frozen=True, slots=True)
class Database:
    """An open database; hand it to ``writing`` and ``reading``, and ``close`` it at the end."""

    folder: Path
    parameters: Parameters
    engine: Engine = field(repr=False)
    key: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """The folder's name, for messages."""
        return self.folder.name

    def close(self) -> None:
        """Close every connection; the last one folds the write-ahead log into the file."""
        self.engine.dispose()


def create(
    folder: Path, passphrase: str, office: Office, *others: Base, cost: Cost = DEFAULT_COST
) -> Database:
    """Make the database of a new office in a folder that has none, and open it.

    Args:
        folder: made when it is not there.
        passphrase: what the key is derived from; it is stored nowhere.
        office: the one row of the office, not yet stored.
        others: rows that the office begins with, such as its keys.
        cost: of the derivation; an official office has a floor.

    Raises:
        StorageRefused: ``storage.in_use``, ``storage.weak_key``, a code of an unsafe place, or trouble with
            the disk; the folder is as it was.
    """
    refuse_unsafe_place(folder)
    _refuse_weak(office.mode, cost, folder.name)
    parameters, key = new_key(passphrase, cost)
    with new_office_folder(folder) as workshop:
        made = workshop / DATABASE_NAME
        engine = encrypted_engine(made, key)
        try:
            with writer(engine).begin() as connection:
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            migrate(engine, folder.name)
            with Session(writer(engine)) as session, session.begin():
                session.add_all([office, *others])
        finally:
            engine.dispose()
        settle(made, folder, parameters)
    return _opened(folder, parameters, key)


def open_(folder: Path, passphrase: str) -> Database:
    """Open the database of an office, and bring it to this program's schema.

    Raises:
        StorageRefused: ``storage.absent``, ``storage.parameters``, ``storage.passphrase``, ``storage.newer``,
            ``storage.damaged``, ``storage.weak_key``, a code of an unsafe place, or trouble with the disk.
    """
    refuse_unsafe_place(folder)
    with file_trouble(folder.name):
        if not (folder / DATABASE_NAME).is_file():
            raise StorageRefused("storage.absent", where=folder.name)
        stored = folder / PARAMETERS_NAME
        if not stored.is_file():
            raise StorageRefused("storage.parameters", where=PARAMETERS_NAME)
        parameters = decode_parameters(stored.read_bytes(), PARAMETERS_NAME)
    return _opened(folder, parameters, derive_key(passphrase, parameters))


@contextmanager
def new_office_folder(folder: Path) -> Iterator[Path]:
    """Give a workshop inside a folder that holds no office; nothing stays of it when it fails.

    Raises:
        StorageRefused: ``storage.in_use``, or trouble with the disk.
    """
    with file_trouble(folder.name):
        if (folder / DATABASE_NAME).exists():
            raise StorageRefused("storage.in_use", where=folder.name)
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with tempfile.TemporaryDirectory(prefix=".new-", dir=folder) as workshop:
                yield Path(workshop)
        except BaseException:
            for place in missing:
                _remove_if_empty(place)
            raise


def settle(made: Path, folder: Path, parameters: Parameters) -> None:
    """Put a finished, closed database into its folder; from here on the office exists.

    Raises:
        StorageRefused: ``storage.in_use`` when an office has come there meanwhile.
        OSError: the disk refuses.
    """
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    if (folder / DATABASE_NAME).exists():
        raise StorageRefused("storage.in_use", where=folder.name)
    # The database comes last: a folder without one counts as empty, whatever else was left there.
    write_parameters(folder, parameters)
    made.rename(folder / DATABASE_NAME)
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Make renames in a folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _opened(folder: Path, parameters: Parameters, key: bytes) -> Database:
    engine = encrypted_engine(folder / DATABASE_NAME, key)
    try:
        with file_trouble(folder.name):
            migrate(engine, folder.name)
            mode = _mode(engine, folder.name)
        _refuse_weak(mode, parameters.cost, folder.name)
    except BaseException:
        engine.dispose()
        raise
    return Database(folder=folder, parameters=parameters, engine=engine, key=key)


def _mode(engine: Engine, where: str) -> Mode:
    with Session(engine) as session:
        mode = session.scalars(select(Office.mode)).one_or_none()
    if mode is None:
        raise StorageRefused("storage.damaged", where=where)
    return mode


def _refuse_weak(mode: Mode, cost: Cost, where: str) -> None:
    if mode is Mode.OFFICIAL and is_below_official_floor(cost):
        raise StorageRefused("storage.weak_key", where=where)


def _remove_if_empty(place: Path) -> None:
    try:
        place.rmdir()
    except OSError:
        return
