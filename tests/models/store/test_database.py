"""An office's folder is made, opened with its passphrase, and readable by nobody else."""

import json
import unicodedata
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import StorageRefused
from desktop.models.office import Mode, Office
from desktop.models.people import Person
from desktop.models.store import at_rest
from desktop.models.store.at_rest import DEFAULT_COST, OFFICIAL_FLOOR, Cost
from desktop.models.store.database import create, open_, settle_locks
from desktop.models.store.engine import APPLICATION_ID
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from tests.models import records

PARAMETER_FILES = ("office.json", "office-copy.json")


def _code(folder: Path, passphrase: str = records.PASSPHRASE) -> str:
    with pytest.raises(StorageRefused) as refused:
        open_(folder, passphrase)
    return refused.value.code


def _stored(database: Database, *people: Person) -> None:
    with writing(database) as session:
        session.add_all(people)
    database.close()


def test_what_was_stored_is_there_after_opening_again(database: Database) -> None:
    _stored(database, records.person("Đặng Thị Ơn"))
    again = open_(database.folder, records.PASSPHRASE)
    with reading(again) as session:
        assert session.scalars(select(Person.name)).all() == ["Đặng Thị Ơn"]
        assert session.scalars(select(Office.unit_code)).all() == ["06859"]
        assert session.connection().exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID
    again.close()


def test_only_four_files_are_left_after_closing(database: Database) -> None:
    database.close()
    left = ["office-copy.json", "office.db", "office.head", "office.json"]
    assert sorted(path.name for path in database.folder.iterdir()) == left


def test_nothing_in_the_folder_can_be_read_without_the_passphrase(database: Database) -> None:
    with writing(database) as session:
        session.add(records.person("Đặng Thị Ơn", identity="022147075954"))
    live = b"".join(path.read_bytes() for path in sorted(database.folder.iterdir()))
    database.close()
    closed = b"".join(path.read_bytes() for path in sorted(database.folder.iterdir()))
    for secret in (b"SQLite format 3", "Đặng Thị Ơn".encode(), b"dang thi on", b"022147075954", b"people"):
        assert secret not in live
        assert secret not in closed
    assert database.key not in closed
    assert database.key.hex().encode() not in closed


def test_the_key_is_not_shown_with_the_database(database: Database) -> None:
    assert database.key.hex() not in repr(database)
    assert str(database.key) not in repr(database)
    assert str(database.engine.url) == "sqlite+sqlcipher3://"


def test_another_passphrase_is_refused(database: Database) -> None:
    database.close()
    assert _code(database.folder, "mật khẩu khác") == "storage.passphrase"


def test_a_passphrase_typed_decomposed_is_the_same(database: Database) -> None:
    database.close()
    decomposed = unicodedata.normalize("NFD", records.PASSPHRASE)
    assert decomposed != records.PASSPHRASE
    open_(database.folder, decomposed).close()


def test_no_office_is_made_without_a_passphrase(folder: Path) -> None:
    with pytest.raises(StorageRefused) as refused:
        create(folder, "", records.office(), cost=records.CHEAP)
    assert refused.value.code == "storage.empty_passphrase"
    assert not folder.exists()


def test_an_office_is_not_made_over_another(database: Database) -> None:
    _stored(database, records.person())
    before = (database.folder / "office.db").read_bytes()
    with pytest.raises(StorageRefused) as refused:
        create(database.folder, "khác", records.office(), cost=records.CHEAP)
    assert refused.value.code == "storage.in_use"
    assert (database.folder / "office.db").read_bytes() == before
    open_(database.folder, records.PASSPHRASE).close()


def test_an_empty_folder_is_no_office(tmp_path: Path) -> None:
    assert _code(tmp_path) == "storage.absent"
    assert _code(tmp_path / "missing") == "storage.absent"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b'{"application": "other"}',
        json.dumps({"application": "hom-phieu", "format": 2}).encode(),
    ],
)
def test_a_damaged_parameter_file_is_named(database: Database, damage: bytes) -> None:
    database.close()
    for name in PARAMETER_FILES:
        (database.folder / name).write_bytes(damage)
    assert _code(database.folder) == "storage.parameters"


def test_a_lost_parameter_file_is_named(database: Database) -> None:
    database.close()
    for name in PARAMETER_FILES:
        (database.folder / name).unlink()
    assert _code(database.folder) == "storage.parameters"


@pytest.mark.parametrize("harmed", PARAMETER_FILES)
@pytest.mark.parametrize("damage", [None, b"", b'{"application": "hom-'])
def test_where_one_parameter_file_is_lost_or_damaged_the_other_opens_the_office_and_mends_it(
    database: Database, harmed: str, damage: bytes | None
) -> None:
    database.close()
    before = (database.folder / harmed).read_bytes()
    if damage is None:
        (database.folder / harmed).unlink()
    else:
        (database.folder / harmed).write_bytes(damage)
    open_(database.folder, records.PASSPHRASE).close()
    assert (database.folder / harmed).read_bytes() == before


@pytest.mark.parametrize("harmed", PARAMETER_FILES)
def test_where_the_disk_gives_one_parameter_file_no_longer_the_locks_are_settled_by_the_other(
    database: Database, harmed: str
) -> None:
    before = (database.folder / harmed).read_bytes()
    (database.folder / harmed).unlink()
    (database.folder / harmed).symlink_to(harmed)  # a link to itself: every reading fails
    settle_locks(database, records.PASSPHRASE)
    assert (database.folder / harmed).read_bytes() == before
    assert not (database.folder / harmed).is_symlink()


def test_a_parameter_file_cannot_exhaust_the_computer(database: Database) -> None:
    database.close()
    made = json.loads((database.folder / "office.json").read_text())
    made["locks"][0]["cost"]["memory_kib"] = 2**40
    for name in PARAMETER_FILES:
        (database.folder / name).write_text(json.dumps(made))
    assert _code(database.folder) == "storage.parameters"


def test_the_default_cost_is_the_one_that_was_chosen_and_passes_the_official_floor() -> None:
    assert Cost(memory_kib=128 * 1024, passes=4, lanes=2) == DEFAULT_COST
    assert not at_rest.is_below_official_floor(DEFAULT_COST)
    assert not at_rest.is_below_official_floor(OFFICIAL_FLOOR)


@pytest.mark.parametrize("cost", [Cost(64 * 1024 - 1, 3, 1), Cost(64 * 1024, 2, 4), records.CHEAP])
def test_an_official_office_refuses_a_weak_key(folder: Path, cost: Cost) -> None:
    with pytest.raises(StorageRefused) as refused:
        create(folder, records.PASSPHRASE, records.office(Mode.OFFICIAL), cost=cost)
    assert refused.value.code == "storage.weak_key"
    assert not folder.exists()


def test_a_training_office_with_a_weak_key_cannot_be_turned_official(database: Database) -> None:
    with writing(database) as session:
        session.scalars(select(Office)).one().mode = Mode.OFFICIAL
    database.close()
    assert _code(database.folder) == "storage.weak_key"


def test_an_official_office_opens_at_the_floor(folder: Path) -> None:
    create(folder, records.PASSPHRASE, records.office(Mode.OFFICIAL), cost=OFFICIAL_FLOOR).close()
    open_(folder, records.PASSPHRASE).close()


def test_two_offices_with_one_passphrase_have_different_keys(database: Database, tmp_path: Path) -> None:
    other = create(tmp_path / "other", records.PASSPHRASE, records.office(), cost=records.CHEAP)
    other.close()
    assert other.key != database.key


@pytest.mark.parametrize("place", ["OneDrive", "OneDrive - UBND", "Dropbox", "Google Drive"])
def test_an_office_is_not_made_or_opened_in_a_synchronised_folder(
    database: Database, tmp_path: Path, place: str
) -> None:
    with pytest.raises(StorageRefused) as refused:
        create(tmp_path / place / "xa", records.PASSPHRASE, records.office(), cost=records.CHEAP)
    assert refused.value.code == "storage.synchronised"
    database.close()
    (tmp_path / place).mkdir()
    moved = database.folder.rename(tmp_path / place / "xa")
    assert _code(moved) == "storage.synchronised"
