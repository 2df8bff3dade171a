"""The passphrase or the recovery code opens an office, and nothing else does."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import StorageRefused
from desktop.models.office import Office
from desktop.models.store import at_rest, key_wrap
from desktop.models.store.backup import backup, looking_into, restore
from desktop.models.store.database import add_lock, create, keep_lock, open_, settle_locks
from desktop.models.store.opened import Database
from desktop.models.store.session import reading
from tests.models import records

CODE, OTHER_CODE = bytes(range(16)), bytes(16)
KEYS = st.binary(min_size=32, max_size=32)


def code_of(folder: Path, secret: at_rest.Secret) -> str:
    with pytest.raises(StorageRefused) as refused:
        open_(folder, secret)
    return refused.value.code


def opens(folder: Path, secret: at_rest.Secret) -> bool:
    database = open_(folder, secret)
    with reading(database) as session:
        found = session.query(Office).count() == 1
    database.close()
    return found


@pytest.fixture
def office(folder: Path) -> Path:
    create(folder, records.PASSPHRASE, records.office(), cost=records.CHEAP, recovery=CODE).close()
    return folder


@pytest.fixture
def first_format(database: Database) -> Path:
    """Give an office as it was before recovery codes opened the database: its key is the derived one."""
    folder, salt = database.folder, bytes(16)
    derived = at_rest._derive(records.PASSPHRASE, salt, records.CHEAP)
    raw = database.engine.raw_connection()
    raw.driver_connection.execute(f"PRAGMA rekey = \"x'{derived.hex()}'\"")
    raw.close()
    database.close()
    stored = {
        "application": "hom-phieu",
        "format": 1,
        "algorithm": "argon2id",
        "cost": {"memory_kib": 8, "passes": 1, "lanes": 1},
        "salt": salt.hex(),
        "check": hashlib.sha256(b"hom-phieu/passphrase-check/1\0" + derived).hexdigest()[:16],
    }
    (folder / "office.json").write_text(json.dumps(stored))
    return folder


def test_the_passphrase_and_the_code_open_the_same_database(office: Path) -> None:
    assert opens(office, records.PASSPHRASE)
    assert opens(office, CODE)


def test_another_code_or_passphrase_opens_nothing(office: Path) -> None:
    assert code_of(office, OTHER_CODE) == "storage.recovery"
    assert code_of(office, "khác") == "storage.passphrase"


def test_an_office_without_a_code_says_so(database: Database) -> None:
    database.close()
    assert code_of(database.folder, CODE) == "storage.no_recovery"


def test_the_key_is_in_no_file_and_two_offices_differ(office: Path, tmp_path: Path) -> None:
    database = open_(office, CODE)
    database.close()
    assert database.key.hex() not in (office / "office.json").read_text()
    other = create(tmp_path / "b", records.PASSPHRASE, records.office(), cost=records.CHEAP, recovery=CODE)
    other.close()
    assert other.key != database.key


def test_an_office_of_the_first_format_still_opens_and_is_backed_up(
    first_format: Path, tmp_path: Path
) -> None:
    assert code_of(first_format, "khác") == "storage.passphrase"
    assert code_of(first_format, CODE) == "storage.no_recovery"
    database = open_(first_format, records.PASSPHRASE)
    backup(database, tmp_path / "x.sao-luu")
    database.close()
    restore(tmp_path / "x.sao-luu", tmp_path / "new", records.PASSPHRASE, at=records.NOW)
    assert opens(tmp_path / "new", records.PASSPHRASE)


def test_an_office_of_the_first_format_takes_a_new_lock_with_a_code(first_format: Path) -> None:
    database = open_(first_format, records.PASSPHRASE)
    lock = at_rest.new_lock(database.key, "mới", records.CHEAP, CODE)
    add_lock(database, lock)
    for secret in (records.PASSPHRASE, "mới", CODE):
        assert opens(first_format, secret)
    keep_lock(database, lock)
    database.close()
    assert code_of(first_format, records.PASSPHRASE) == "storage.passphrase"
    assert opens(first_format, CODE)


@pytest.mark.parametrize(
    ("kept", "gone"),
    [(records.PASSPHRASE, "mới"), (CODE, OTHER_CODE), ("mới", records.PASSPHRASE), (OTHER_CODE, CODE)],
)
def test_a_change_that_was_cut_short_is_settled_by_whatever_opens_the_keys(
    office: Path, kept: at_rest.Secret, gone: at_rest.Secret
) -> None:
    database = open_(office, records.PASSPHRASE)
    add_lock(database, at_rest.new_lock(database.key, "mới", records.CHEAP, OTHER_CODE))
    assert opens(office, kept)
    assert opens(office, gone)
    settle_locks(database, kept)
    database.close()
    assert opens(office, kept)
    assert code_of(office, gone) in {"storage.passphrase", "storage.recovery"}


def test_changes_cut_short_again_and_again_do_not_pile_up(office: Path) -> None:
    database = open_(office, records.PASSPHRASE)
    for number in range(5):
        add_lock(database, at_rest.new_lock(database.key, f"mới {number}", records.CHEAP))
        assert opens(office, f"mới {number}")
        assert opens(office, records.PASSPHRASE)
    database.close()


def test_a_backup_opens_with_the_code_of_its_time(office: Path, tmp_path: Path) -> None:
    database = open_(office, CODE)
    out = tmp_path / "x.sao-luu"
    backup(database, out)
    keep_lock(database, at_rest.new_lock(database.key, "mới", records.CHEAP, OTHER_CODE))
    backup(database, tmp_path / "later.sao-luu")
    database.close()
    with looking_into(out, tmp_path / "new", CODE) as (session, _):
        assert session.query(Office).count() == 1
    assert not (tmp_path / "new").exists()
    restore(out, tmp_path / "new", CODE, at=records.NOW)
    assert opens(tmp_path / "new", records.PASSPHRASE)
    # The later one was made by a program that stayed open: it holds the lock of now, not that of its start.
    with pytest.raises(StorageRefused) as refused:
        restore(tmp_path / "later.sao-luu", tmp_path / "later", CODE, at=records.NOW)
    assert refused.value.code == "storage.recovery"


@given(KEYS, KEYS, KEYS)
def test_a_wrapped_key_comes_back_under_its_own_key_alone(key: bytes, one: bytes, other: bytes) -> None:
    wrapped = key_wrap.wrap(one, key)
    assert len(wrapped) == key_wrap.WRAPPED_BYTES
    assert key_wrap.unwrap(one, wrapped) == key
    assert one == other or key_wrap.unwrap(other, wrapped) is None


@given(KEYS, KEYS, st.integers(0, 47), st.integers(1, 255))
def test_a_wrapped_key_that_was_changed_does_not_come_back(
    key: bytes, wrapping: bytes, place: int, bits: int
) -> None:
    wrapped = bytearray(key_wrap.wrap(wrapping, key))
    wrapped[place] ^= bits
    assert key_wrap.unwrap(wrapping, bytes(wrapped)) is None
