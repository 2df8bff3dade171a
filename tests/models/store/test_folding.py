"""A new or restored database is moved whole: nothing settles while its log stands beside it."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import StorageRefused
from desktop.models.people import Person
from desktop.models.store import database as databases
from desktop.models.store.backup import backup, restore
from desktop.models.store.database import create, open_, settle, stored_parameters
from desktop.models.store.engine import connect, encrypted_engine
from desktop.models.store.folding import fold, fold_engine
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from tests.models import records


def test_folding_leaves_everything_in_the_one_file(database: Database, tmp_path: Path) -> None:
    with writing(database) as session:
        session.add(records.person("Lò A Một"))
    path = database.folder / "office.db"
    assert path.with_name("office.db-wal").stat().st_size
    fold_engine(database.engine, "office.db")
    assert not path.with_name("office.db-wal").stat().st_size
    shutil.copyfile(path, tmp_path / "alone.db")
    engine = encrypted_engine(tmp_path / "alone.db", database.key, alone=True)
    with engine.connect() as connection:
        assert connection.scalars(select(Person.name)).all() == ["Lò A Một"]
    engine.dispose()


def test_what_a_reader_holds_back_is_not_called_folded(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.models.store.engine.BUSY_SECONDS", 0.05)
    with reading(database) as session:
        session.scalars(select(Person.name)).all()
        with writing(database) as other:
            other.add(records.person("Lò A Một"))
        folding = connect(database.folder / "office.db", database.key)
        with pytest.raises(StorageRefused) as refused:
            fold(folding, "office.db")
        folding.close()
    assert refused.value.code == "storage.disk"


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_database_with_its_log_beside_it_does_not_settle(
    database: Database, tmp_path: Path, ending: str
) -> None:
    parameters = stored_parameters(database.folder)
    made = tmp_path / "made.db"
    made.write_bytes(b"database")
    made.with_name(f"made.db{ending}").write_bytes(b"log")
    folder = tmp_path / "other"
    folder.mkdir()
    with pytest.raises(StorageRefused) as refused:
        settle(made, folder, parameters)
    assert refused.value.code == "storage.disk"
    assert list(folder.iterdir()) == []


def test_the_log_of_an_office_that_was_taken_away_is_not_read_as_another_ones(
    database: Database, tmp_path: Path
) -> None:
    """Somebody deletes ``office.db`` alone and restores: what was its log is of other pages."""
    backup(database, tmp_path / "x.sao-luu")
    with writing(database) as session:
        session.add(records.person("Lò A Một"))
    folder = tmp_path / "again"
    folder.mkdir()
    for name in ("office.db-wal", "office.db-shm"):
        shutil.copyfile(database.folder / name, folder / name)
    restore(tmp_path / "x.sao-luu", folder, records.PASSPHRASE, at=records.NOW)
    again = open_(folder, records.PASSPHRASE)
    with reading(again) as session:
        assert session.scalars(select(Person.name)).all() == []
    again.close()


def test_an_office_that_cannot_be_opened_once_made_is_not_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody saw its recovery code: the clerk tries again in the same folder."""

    def refuses(*_: object) -> None:
        raise StorageRefused("storage.disk")

    with monkeypatch.context() as patch:
        patch.setattr(databases, "_opened", refuses)
        with pytest.raises(StorageRefused):
            create(tmp_path / "office", records.PASSPHRASE, records.office(), cost=records.CHEAP)
    create(tmp_path / "office", records.PASSPHRASE, records.office(), cost=records.CHEAP).close()
