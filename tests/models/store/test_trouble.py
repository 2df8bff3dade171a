"""Foreseeable trouble is one refusal, and what was stored before is still there."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, func, insert, select, text
from sqlalchemy.exc import IntegrityError

from desktop.errors import StorageRefused
from desktop.models.audit import append, head, verify_chain
from desktop.models.people import Person
from desktop.models.store import engine as engine_module
from desktop.models.store.backup import backup
from desktop.models.store.database import create, open_
from desktop.models.store.integrity import check, check_engine
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from tests.checkout import ROOT
from tests.models import records

NOBODY = 65534


def _names(database: Database) -> list[str]:
    with reading(database) as session:
        return list(session.scalars(select(Person.name).order_by(Person.id)))


def _add(database: Database, name: str) -> None:
    with writing(database) as session:
        session.add(records.person(name))


def _many(database: Database, number: int = 3000) -> None:
    with writing(database) as session:
        session.add(records.person("Nửa chừng"))
        session.flush()
        rows = [{"name": f"Lò A {n}", "folded": "x" * 200, "sort_key": b"x" * 200} for n in range(number)]
        session.execute(insert(Person.__table__), rows)


def test_an_exception_rolls_everything_back(database: Database) -> None:
    _add(database, "Lò A Một")

    def breaks_off() -> None:
        with writing(database) as session:
            session.add(records.person("Lò A Hai"))
            session.flush()
            raise KeyError

    with pytest.raises(KeyError):
        breaks_off()
    assert _names(database) == ["Lò A Một"]


def test_a_reading_session_stores_nothing(database: Database) -> None:
    with pytest.raises(StorageRefused), reading(database) as session:
        session.execute(text("DELETE FROM people"))
    with reading(database) as session:
        session.add(records.person("Lò A Hai"))
    assert _names(database) == []


def test_a_reader_sees_one_state_while_another_writes(database: Database) -> None:
    _add(database, "Lò A Một")
    with reading(database) as session:
        assert session.scalar(select(func.count()).select_from(Person)) == 1
        writer = threading.Thread(target=_add, args=(database, "Lò A Hai"))
        writer.start()
        writer.join()
        assert session.scalar(select(func.count()).select_from(Person)) == 1
    assert _names(database) == ["Lò A Một", "Lò A Hai"]


def test_writers_in_several_threads_wait_for_each_other_and_the_chain_holds(database: Database) -> None:
    def work(_number: int) -> None:
        for number in range(5):
            with writing(database) as session:
                append(session, records.event(number + 1))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(database) as session:
        assert verify_chain(session).head.sequence == 20
        assert verify_chain(session).broken_at is None


def test_a_second_writer_is_told_when_the_first_does_not_end(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "BUSY_SECONDS", 0.05)
    other = open_(database.folder, records.PASSPHRASE)
    with writing(database) as session:
        session.add(records.person("Lò A Một"))
        session.flush()
        with pytest.raises(StorageRefused) as refused:
            _add(other, "Lò A Hai")
    other.close()
    assert refused.value.code == "storage.busy"
    assert _names(database) == ["Lò A Một"]


@contextmanager
def _disk_of(database: Database, pages: int) -> Iterator[None]:
    """Let the database grow by so many pages and no more, as a full disk does."""
    database.engine.dispose()

    @event.listens_for(database.engine, "connect")
    def limit(raw, _record) -> None:  # noqa: ANN001 - SQLAlchemy's listener
        raw.execute(f"PRAGMA max_page_count={raw.execute('PRAGMA page_count').fetchone()[0] + pages}")

    yield
    event.remove(database.engine, "connect", limit)
    database.engine.dispose()


def test_a_full_disk_loses_nothing(database: Database) -> None:
    _add(database, "Lò A Một")
    with _disk_of(database, 5), pytest.raises(StorageRefused) as refused:
        _many(database)
    assert (refused.value.code, refused.value.where) == ("storage.full", "commune")
    assert _names(database) == ["Lò A Một"]
    assert check_engine(database.engine, database.name).problems == ()
    _add(database, "Lò A Hai")
    assert _names(database) == ["Lò A Một", "Lò A Hai"]


def _start(task: str, folder: Path) -> subprocess.Popen[str]:
    program = f"import sys; from tests.models.store import test_trouble; test_trouble.{task}(sys.argv[1])"
    return subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def write_half(folder: str) -> None:
    database = open_(Path(folder), records.PASSPHRASE)
    _add(database, "Lò A Một")
    with writing(database) as session:
        session.add_all(records.person(f"Nửa chừng {number}") for number in range(500))
        session.flush()
        print("in the middle", flush=True)  # noqa: T201 - tells the parent when to kill
        signal.pause()


def write_more_than_the_disk_takes(folder: str) -> None:
    database = open_(Path(folder), records.PASSPHRASE)
    _add(database, "Lò A Một")
    import resource  # noqa: PLC0415 - tests are collected on Windows, too, which has no such limit

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    for work in (
        lambda: _many(database, 20_000),
        lambda: backup(database, Path(folder).parent / "office.luu"),
    ):
        try:
            work()
        except StorageRefused as refusal:
            print(refusal.code)  # noqa: T201 - tells the parent what was refused


def test_a_process_killed_in_the_middle_of_writing_leaves_no_half(database: Database) -> None:
    database.close()
    with _start("write_half", database.folder) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in the middle\n"
        process.kill()
    again = open_(database.folder, records.PASSPHRASE)
    assert _names(again) == ["Lò A Một"]
    assert check_engine(again.engine, again.name).problems == ()
    again.close()


def test_files_that_may_not_grow_are_refusals_and_nothing_is_lost(database: Database) -> None:
    database.close()
    with _start("write_more_than_the_disk_takes", database.folder) as process:
        out, err = process.communicate()
    assert err == ""
    # SQLite calls only ENOSPC a full disk; the disk itself, asked again, says that nothing more fits.
    assert out.split() == ["storage.full", "storage.full"]
    assert sorted(path.name for path in database.folder.parent.iterdir()) == ["commune"]
    again = open_(database.folder, records.PASSPHRASE)
    assert _names(again) == ["Lò A Một"]
    assert check_engine(again.engine, again.name).problems == ()
    again.close()


@contextmanager
def _without_rights(folder: Path) -> Iterator[None]:
    """Take the right to write away, from the superuser too."""
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


@pytest.fixture
def readable(database: Database) -> Iterator[Path]:
    """Give an office in a folder that everybody may enter."""
    database.close()
    folder = Path(tempfile.mkdtemp(prefix="hom-phieu-"))
    shutil.copytree(database.folder, folder / "commune")
    folder.chmod(0o755)
    yield folder / "commune"
    shutil.rmtree(folder)


def test_a_folder_without_rights_is_one_refusal(readable: Path) -> None:
    with _without_rights(readable):
        with pytest.raises(StorageRefused) as refused:
            open_(readable, records.PASSPHRASE)
        assert (refused.value.code, refused.value.where) == ("storage.rights", "commune")
        with pytest.raises(StorageRefused) as refused:
            create(readable / "new", records.PASSPHRASE, records.office(), cost=records.CHEAP)
        assert refused.value.code == "storage.rights"
    open_(readable, records.PASSPHRASE).close()


def test_a_backup_into_a_folder_without_rights_is_one_refusal(readable: Path) -> None:
    again = open_(readable, records.PASSPHRASE)
    closed = readable.parent / "closed"
    closed.mkdir()
    user = os.geteuid()
    for place in (readable, *readable.iterdir()):
        os.chown(place, NOBODY if user == 0 else user, -1)
    with _without_rights(closed), pytest.raises(StorageRefused) as refused:
        backup(again, closed / "office.luu")
    again.close()
    assert (refused.value.code, refused.value.where) == ("storage.rights", "office.luu")
    assert [path.name for path in readable.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("page", [0, 1, 5])
def test_a_damaged_database_is_found_and_named(database: Database, page: int) -> None:
    _add(database, "Lò A Một")
    database.close()
    path = database.folder / "office.db"
    content = bytearray(path.read_bytes())
    content[page * 4096 + 100] ^= 1
    path.write_bytes(content)
    try:
        again = open_(database.folder, records.PASSPHRASE)
    except StorageRefused as refused:
        assert refused.code == "storage.damaged"  # noqa: PT017 - a page that opening reads, or one that it does not
        return
    assert [problem.code for problem in check(again).problems] == ["storage.damaged"]
    with pytest.raises(StorageRefused) as refused_backup:
        backup(again, database.folder.parent / "office.luu")
    assert refused_backup.value.code == "storage.damaged"
    assert not (database.folder.parent / "office.luu").exists()
    again.close()


@pytest.mark.parametrize("size", [0, 1, 4096, 10_000])
def test_a_database_cut_short_is_named(database: Database, size: int) -> None:
    database.close()
    path = database.folder / "office.db"
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(StorageRefused) as refused:
        open_(database.folder, records.PASSPHRASE)
    assert refused.value.code == "storage.damaged"


def test_a_breach_of_a_rule_is_no_trouble_of_the_disk_and_shows_no_data(database: Database) -> None:
    with pytest.raises(IntegrityError) as broken, writing(database) as session:
        session.add_all([records.person("Lò Kín", identity="022147075954") for _ in range(2)])
    assert "Lò" not in str(broken.value)
    assert "022147075954" not in str(broken.value)


def test_a_check_names_what_is_wrong(database: Database) -> None:
    with writing(database) as session:
        records.whole_election(session)
    assert check(database).problems == ()
    with writing(database) as session:
        for trigger in ("counts_no_update", "audit_entries_no_update"):
            session.execute(text(f"DROP TRIGGER {trigger}"))
        session.execute(text("UPDATE counts SET content = x'00'"))
        session.execute(text("UPDATE audit_entries SET action = 'other' WHERE sequence = 2"))
    found = {problem.code: problem for problem in check(database).problems}
    assert set(found) == {"storage.guards", "storage.digest", "storage.audit"}
    assert found["storage.guards"].fields == ("audit_entries_no_update", "counts_no_update")
    assert found["storage.digest"].fields == ("counts",)
    assert found["storage.audit"].context == {"sequence": 2}


def test_a_check_finds_a_reference_to_nothing(database: Database) -> None:
    with writing(database) as session:
        records.whole_election(session)
    raw = engine_module.connect(database.folder / "office.db", database.key)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DELETE FROM candidates")
    raw.close()
    assert [(problem.code, problem.fields) for problem in check(database).problems] == [
        ("storage.references", ("candidacies",)),
        ("storage.missing", ("candidates",)),
    ]


def test_the_head_of_a_sound_database_is_told(database: Database) -> None:
    with writing(database) as session:
        told = append(session, records.event())
    with reading(database) as session:
        assert check(database).head == head(session) == told
