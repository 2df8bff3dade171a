"""A backup is one encrypted file from which another computer makes the same office."""

import hashlib
import json
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from desktop.errors import StorageRefused
from desktop.models.audit import Head, append, head
from desktop.models.counting import Count
from desktop.models.office import Office
from desktop.models.papers import Paper
from desktop.models.people import Person
from desktop.models.store.backup import backup, restore
from desktop.models.store.database import open_
from desktop.models.store.integrity import check
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from tests.checkout import ROOT
from tests.models import records


@pytest.fixture
def held(database: Database) -> Database:
    with writing(database) as session:
        records.whole_election(session)
    return database


@pytest.fixture
def file(held: Database, tmp_path: Path) -> Path:
    out = tmp_path / "stick" / "office.luu"
    out.parent.mkdir()
    backup(held, out)
    return out


def _refused(file: Path, folder: Path, passphrase: str = records.PASSPHRASE) -> str:
    before = sorted(folder.iterdir()) if folder.exists() else None
    with pytest.raises(StorageRefused) as refused:
        restore(file, folder, passphrase, at=records.NOW)
    assert (sorted(folder.iterdir()) if folder.exists() else None) == before
    return refused.value.code


def tell(file: str, folder: str) -> None:
    """Restore on "another computer" and print what came back."""
    told = restore(Path(file), Path(folder), records.PASSPHRASE, at=records.NOW)
    database = open_(Path(folder), records.PASSPHRASE)
    with reading(database) as session:
        office = session.scalars(select(Office)).one()
        facts = {
            "restore": [told.sequence, told.hash],
            "head": [head(session).sequence, head(session).hash],
            "counts": [content.hex() for content in session.scalars(select(Count.content))],
            "papers": [
                hashlib.sha256(content).hexdigest() for content in session.scalars(select(Paper.content))
            ],
            "restored_at": office.restored_at == records.NOW,
            "problems": [problem.code for problem in check(database).problems],
        }
    database.close()
    print(json.dumps(facts))  # noqa: T201 - what the other process reads


def test_another_computer_has_the_same_counts_papers_and_audit_head(
    held: Database, file: Path, tmp_path: Path
) -> None:
    with reading(held) as session:
        kept = head(session)
        papers = session.scalars(select(Paper.sha256)).all()
    carried = tmp_path / "elsewhere" / "office.luu"
    carried.parent.mkdir()
    carried.write_bytes(file.read_bytes())
    program = "import sys; from tests.models.store.test_backup import tell; tell(*sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", program, str(carried), str(tmp_path / "elsewhere" / "new" / "commune")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    # It goes on with an entry that tells of the restore.
    number, last = told.pop("head")
    assert number == kept.sequence + 1
    assert last != kept.hash
    assert told == {
        "restore": [kept.sequence, kept.hash],
        "counts": [records.COUNT_BYTES.hex()],
        "papers": list(papers),
        "restored_at": True,
        "problems": [],
    }


def test_the_backup_tells_the_audit_head_it_holds(held: Database, tmp_path: Path) -> None:
    told = backup(held, tmp_path / "office.luu")
    with reading(held) as session:
        assert told == head(session)
    with writing(held) as session:
        append(session, records.event(9))
    assert restore(tmp_path / "office.luu", tmp_path / "new", records.PASSPHRASE, at=records.NOW) == told


def test_the_live_office_is_not_marked_as_restored(held: Database, file: Path) -> None:
    with reading(held) as session:
        assert session.scalars(select(Office.restored_at)).all() == [None]
    assert check(held).problems == ()
    assert not [path for path in held.folder.iterdir() if path.name.startswith(".")]
    assert [path.name for path in file.parent.iterdir()] == ["office.luu"]


def test_nothing_in_a_backup_can_be_read_without_the_passphrase(file: Path) -> None:
    content = file.read_bytes()
    for secret in (b"SQLite format 3", "Lò Thị Ơn".encode(), records.COUNT_BYTES, records.PAPER_BYTES):
        assert secret not in content


def test_a_stranger_takes_the_file_apart_with_a_zip_reader(held: Database, file: Path) -> None:
    with zipfile.ZipFile(file) as bundle:
        assert bundle.namelist() == ["office.json", "office.db"]
        assert bundle.read("office.json") == (held.folder / "office.json").read_bytes()


def test_a_backup_is_taken_while_others_write(held: Database, tmp_path: Path) -> None:
    stop = threading.Event()

    def work() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with writing(held) as session:
                session.add_all([records.person(f"Lò A {number}"), records.person(f"Lò B {number}")])

    writer = threading.Thread(target=work)
    writer.start()
    try:
        backup(held, tmp_path / "office.luu")
    finally:
        stop.set()
        writer.join()
    restore(tmp_path / "office.luu", tmp_path / "new", records.PASSPHRASE, at=records.NOW)
    again = open_(tmp_path / "new", records.PASSPHRASE)
    with reading(again) as session:
        number = select(func.count()).select_from(Person)
        assert session.scalar(number.where(Person.name.like("Lò A %"))) == session.scalar(
            number.where(Person.name.like("Lò B %"))
        )
    again.close()


def test_a_newer_backup_replaces_the_older_one(held: Database, file: Path) -> None:
    with writing(held) as session:
        told = append(session, records.event(9))
    assert backup(held, file) == told == Head(5, told.hash)
    assert [path.name for path in file.parent.iterdir()] == ["office.luu"]


def test_a_backup_never_overwrites_another_kind_of_file(held: Database, tmp_path: Path) -> None:
    workbook = tmp_path / "ho-gia-dinh.xlsx"
    with zipfile.ZipFile(workbook, "w") as bundle:
        bundle.writestr("xl/workbook.xml", "<x/>")
    for other in (workbook, held.folder / "office.json", held.folder / "office.db"):
        before = other.read_bytes()
        with pytest.raises(StorageRefused) as refused:
            backup(held, other)
        assert refused.value.code == "storage.not_backup"
        assert other.read_bytes() == before


def test_a_stick_that_was_pulled_out_is_named(held: Database, tmp_path: Path) -> None:
    with pytest.raises(StorageRefused) as refused:
        backup(held, tmp_path / "stick" / "office.luu")
    assert (refused.value.code, refused.value.where) == ("storage.no_file", "office.luu")


def test_a_folder_in_use_is_not_restored_over(held: Database, file: Path) -> None:
    assert _refused(file, held.folder) == "storage.in_use"
    assert check(held).problems == ()


def test_another_passphrase_restores_nothing(file: Path, tmp_path: Path) -> None:
    assert _refused(file, tmp_path / "a" / "b", "khác") == "storage.passphrase"
    assert not (tmp_path / "a").exists()


def test_a_missing_backup_is_named(tmp_path: Path) -> None:
    assert _refused(tmp_path / "office.luu", tmp_path / "new") == "storage.no_file"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\0", b"x" * 5000])
def test_a_file_that_is_no_backup_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "office.luu").write_bytes(content)
    assert _refused(tmp_path / "office.luu", tmp_path / "new") == "storage.not_backup"


def test_a_backup_cut_short_is_refused(file: Path, tmp_path: Path) -> None:
    file.write_bytes(file.read_bytes()[:-3000])
    assert _refused(file, tmp_path / "new") == "storage.not_backup"


@pytest.mark.parametrize("position", range(1000, 300_000, 37_000))
def test_a_backup_damaged_anywhere_is_refused(file: Path, tmp_path: Path, position: int) -> None:
    content = bytearray(file.read_bytes())
    content[position] ^= 0xFF
    file.write_bytes(content)
    assert _refused(file, tmp_path / "new") == "storage.damaged"


def test_a_backup_changed_by_somebody_who_mends_its_checksum_is_refused(file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(file) as bundle:
        parameters, content = bundle.read("office.json"), bytearray(bundle.read("office.db"))
    content[200_000] ^= 1
    with zipfile.ZipFile(file, "w") as bundle:
        bundle.writestr("office.json", parameters)
        bundle.writestr("office.db", bytes(content))
    assert _refused(file, tmp_path / "new") == "storage.damaged"


def test_extra_files_in_a_backup_are_refused(file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(file, "a") as bundle:
        bundle.writestr("../office.db", b"x")
    assert _refused(file, tmp_path / "new") == "storage.not_backup"


def test_a_packed_backup_is_refused_before_it_grows(file: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(file) as bundle:
        parameters = bundle.read("office.json")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("office.json", parameters)
        bundle.writestr("office.db", b"\0" * 10_000_000)
    assert _refused(file, tmp_path / "new") == "storage.not_backup"


def test_a_backup_of_a_newer_program_is_refused(held: Database, tmp_path: Path) -> None:
    with writing(held) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageRefused) as refused:
        backup(held, tmp_path / "office.luu")
    assert refused.value.code == "storage.newer"


def test_a_broken_audit_chain_is_not_backed_up_silently(held: Database, tmp_path: Path) -> None:
    with writing(held) as session:
        session.execute(text("DROP TRIGGER audit_entries_no_update"))
        session.execute(text("UPDATE audit_entries SET actor = 'other' WHERE sequence = 2"))
        session.execute(
            text(
                "CREATE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries"
                " BEGIN SELECT RAISE(ABORT, 'as before'); END"
            )
        )
    with pytest.raises(StorageRefused) as refused:
        backup(held, tmp_path / "office.luu")
    assert (refused.value.code, refused.value.context) == ("storage.audit", {"sequence": 2})
    assert not (tmp_path / "office.luu").exists()


def test_a_restored_office_can_be_backed_up_and_restored_again(file: Path, tmp_path: Path) -> None:
    first = restore(file, tmp_path / "second", records.PASSPHRASE, at=records.NOW)
    again = open_(tmp_path / "second", records.PASSPHRASE)
    backed_up = backup(again, tmp_path / "again.luu")
    again.close()
    assert backed_up.sequence == first.sequence + 1
    third = restore(tmp_path / "again.luu", tmp_path / "third", records.PASSPHRASE, at=records.NOW)
    assert third == backed_up
